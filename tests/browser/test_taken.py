"""Downloads from a page in a browser: from disk, under the strict policy, with and without scripts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from markup import unheard

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return tc.DeficitRanking(
        tc.data.us_goods_trade(),
        year=2024,
        highlight=["MEX"],
        links=["data", "image", "embed", "link"],
        chart_id="deficits",
        url="https://example.org/deficits.html",
    )


@pytest.mark.parametrize("scripts", [True, False])
def test_figures_and_picture_are_saved_under_the_strict_policy(
    show: Callable[..., Page], chart: Any, *, scripts: bool
) -> None:
    # The JSON-LD for search engines is not a script to the browser, so the policy does not have to allow it.
    page = show(chart.to_html(), policy=chart.csp(), scripts=scripts, accept_downloads=True)
    # The spec that the picture carries has no links, which belong to the page.
    plain = tc.from_spec(chart.spec)
    plain.links = ()
    for word, name, content in (
        ("Get the data", "deficits.csv", chart.to_csv().encode()),
        ("Image", "deficits.png", plain.to_png()),
    ):
        with page.expect_download() as waiting:
            page.get_by_role("link", name=word).click()
        assert waiting.value.suggested_filename == name
        assert Path(waiting.value.path()).read_bytes() == content
    assert (
        page.get_by_role("link", name="Link", exact=True).get_attribute("href") == "https://example.org/deficits.html"
    )
    page.get_by_text("Embed", exact=True).click()
    assert page.get_by_role("textbox", name="Embed").input_value() == chart.embed("iframe")


@pytest.mark.parametrize("width", [320, 720])
def test_the_links_have_room_in_every_frame(show: Callable[..., Page], chart: Any, width: int) -> None:
    page = show(f'<body style="margin:0">{unheard(chart.embed("srcdoc"))}</body>', width=width, height=2000)
    inner = page.locator("iframe").content_frame.locator("body")
    inner.get_by_text("Get the data").wait_for()
    needed, has = inner.evaluate("each => [each.getBoundingClientRect().height, innerHeight]")
    assert needed <= has
