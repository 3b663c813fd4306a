"""Charts in every served host, every chart in some: it is shown, synchronised both ways, and readable in light and dark."""

from __future__ import annotations

from itertools import cycle, islice
from typing import TYPE_CHECKING, Any

import pytest
from documented import CHARTS
from places import PLACES
from playwright.sync_api import expect
from reader import expect_readable, expect_rows, opened, pressed, select

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator


EACH = 2
"""How many charts each host shows: a host knows none by name, and Notebook 7 shows them all."""


def param(place: str, *more: str) -> Any:
    return pytest.param(place, *more, marks=pytest.mark.xdist_group(place))


SHOWN = [param(place, chart) for turn, place in enumerate(PLACES) for chart in islice(cycle(CHARTS), turn, turn + EACH)]


@pytest.fixture(scope="session")
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A host's name, and the running host."""
    with PLACES[request.param].start(tmp_path_factory.mktemp(request.param)) as served:
        yield request.param, served


@pytest.fixture
def shown(chromium: Browser) -> Iterator[Any]:
    """Open a chart's page for a reader whose system is dark or light; errors of the page fail the test."""
    seen = []

    def page(served: Any, chart: str, scheme: str) -> Locator:
        page, unknown, faults = opened(chromium, served.address(chart), scheme)
        seen.append((page, unknown, faults))
        figure = page.locator("figure.tradecontext")
        expect_rows(figure)
        expect(figure).to_have_count(1)
        return figure

    yield page
    for opened_page, unknown, faults in seen:
        opened_page.context.close()
        assert unknown == []
        assert faults == []


@pytest.mark.parametrize(("host", "chart"), SHOWN, indirect=["host"])
def test_reader_and_python_follow_each_other(shown: Any, host: Any, chart: str) -> None:
    _, served = host
    figure = shown(served, chart, "light")
    page = figure.page
    select(figure, "Canada")
    expect(page.get_by_text("('CAN',)").last).to_be_visible()
    page.get_by_role("button", name="Mexico").and_(page.locator(":not(figure *)")).first.click()
    expect(pressed(figure)).to_have_text(["Mexico"])


# The chart with the most kinds of marks and words; the code that finds the background is common to all charts.
@pytest.mark.parametrize("host", [param(each) for each in PLACES], indirect=True)
def test_it_is_read_on_the_host_s_ground_whatever_the_reader_s_system_has(shown: Any, host: Any) -> None:
    name, served = host
    figure = shown(served, "input_reliance", "dark")
    expect_readable(figure, dark=False)
    figure.page.emulate_media(color_scheme="light")
    PLACES[name].darken(figure.page, served)
    expect_rows(figure)
    expect_readable(figure, dark=True)
