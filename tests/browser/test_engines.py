"""The same chart in Chromium, Firefox and WebKit: nothing out of place, the same bars, markup and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from geometry import AT_WIDTHS
from test_accessibility import COLOURS, MARKS

from contrast import contrast
from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from webkit import Tab

    Engines = dict[str, Page | Tab]

# 608 is the width at which the table has just become wide: its bars have the least room there.
WIDTHS = (320, 608, 720)
VIEWS = (
    "deficit_ranking/plain",
    "deficit_ranking/everything",
    "input_reliance/lines",
    "input_reliance/second",
    "input_reliance/ranking",
    "comparative_advantage/groups",
    "adjusted_balance/bridge",
    "adjusted_balance/content",
    "adjusted_balance/content_estimates",
    "adjusted_balance/value_added",
)
MARKUP = "() => document.querySelector('.tc-body').innerHTML"
# The names of one length and the bars of one table: as wide as each other, so one number a table.
TRACKS = """(widths) => widths.map((width) => {
  document.documentElement.style.width = `${width}px`;
  return [...document.querySelectorAll("table")].map((table) => table.querySelector(".tc-track")?.getBoundingClientRect().width ?? 0);
})"""


@pytest.fixture(scope="module")
def engines(chromium: Browser, firefox: Browser, webkit: Tab) -> Iterator[Engines]:
    """One page of each, wide enough for every width; Chromium's first."""
    pages = [each.new_page(viewport={"width": 1132, "height": 800}) for each in (chromium, firefox)]
    yield {"Chromium": pages[0], "Firefox": pages[1], "WebKit": webkit}
    for each in pages:
        each.close()


def test_every_engine_draws_it_alike(engines: Engines, case: tuple[str, dict[str, Any]]) -> None:
    name, spec = case
    html = page(spec)
    markup, faults, tracks = {}, {}, {}
    for engine, shown in engines.items():
        shown.set_content(html)
        markup[engine] = shown.evaluate(MARKUP)
        faults[engine] = dict(zip(WIDTHS, shown.evaluate(AT_WIDTHS, WIDTHS), strict=True))
        tracks[engine] = shown.evaluate(TRACKS, WIDTHS)
    assert faults == {engine: {width: [] for width in WIDTHS} for engine in engines}
    # What has taken the drawing over left it as it was; what it added, it added alike.
    for engine in engines:
        assert markup[engine] == markup["Chromium"], engine
        if "hostile" in name:
            continue  # Where signs may be broken differs; the names of countries and columns have spaces.
        for width, own, first in zip(WIDTHS, tracks[engine], tracks["Chromium"], strict=True):
            assert own == pytest.approx(first, rel=0.05), (engine, width)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_every_engine_has_its_colours(engines: Engines, name: str, theme: str) -> None:
    html = page({**golden(name), "theme": theme})
    found = {}
    for engine, shown in engines.items():
        shown.set_content(html)
        found[engine] = shown.evaluate(COLOURS, MARKS)
        ground = found[engine]["ground"]
        assert (sum(ground) < 3 * 64) == (theme == "dark"), (engine, ground)
        for text, colour in found[engine]["text"]:
            assert contrast(colour, ground) >= 4.5, (engine, text)
    for engine in engines:
        for what in ("text", "marks"):
            assert len(found[engine][what]) == len(found["Chromium"][what])
            for own, first in zip(found[engine][what], found["Chromium"][what], strict=True):
                assert own[1] == pytest.approx(first[1], abs=3), (engine, own[0])
