"""The same chart in Chromium, Firefox and WebKit: no layout faults, and the same bars, markup and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from answering import ANSWERING
from geometry import AT_WIDTHS
from test_accessibility import COLOURS, MARKS

from contrast import contrast
from golden import SOME, golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page
    from webkit import Tab

    Engines = dict[str, Page | Tab]

# At 608 px the table has just switched to the wide layout, where its bars have the least room.
WIDTHS = (320, 608, 720)
# Long tables only repeat rows, and another language only has other words, so they are left out.
NAMES = [name for name in SOME if not name.endswith(("/all", "/many", "/sixty", "spanish"))]
# A name that is an address has no spaces, and Firefox breaks it into one line more than the layout reserves.
ADDRESSES = ("input_reliance/hostile",)
VIEWS = (
    "deficit_ranking/everything",
    "input_reliance/lines",
    "input_reliance/second",
    "comparative_advantage/groups",
    "adjusted_balance/bridge",
    "adjusted_balance/content_estimates",
    "adjusted_balance/value_added",
)
# The markup, and at each width the layout faults and the width of each table's bars.
DRAWN = f"""(widths) => ({{
  markup: document.querySelector(".tc-body").innerHTML,
  faults: ({AT_WIDTHS})(widths),
  tracks: widths.map((width) => {{
    document.documentElement.style.width = `${{width}}px`;
    return [...document.querySelectorAll("table")].map((table) => table.querySelector(".tc-track")?.offsetWidth ?? 0);
  }}),
}})"""


@pytest.fixture(scope="module")
def engines(chromium: Browser, firefox: Browser, webkit: Tab) -> Iterator[Engines]:
    """One page per engine, wide enough for every width, Chromium first."""
    pages = [each.new_page(viewport={"width": 1132, "height": 800}) for each in (chromium, firefox)]
    yield {"Chromium": pages[0], "Firefox": pages[1], "WebKit": webkit}
    for each in pages:
        each.close()


@pytest.mark.parametrize("name", NAMES)
def test_every_engine_draws_it_alike(engines: Engines, name: str) -> None:
    html = page(golden(name))
    drawn = {}
    for engine, shown in engines.items():
        shown.set_content(html)
        shown.wait_for_function(ANSWERING)
        drawn[engine] = shown.evaluate(DRAWN, WIDTHS)
    faults = {engine: dict(zip(WIDTHS, each["faults"], strict=True)) for engine, each in drawn.items()}
    if name in ADDRESSES:
        faults["Firefox"] = {
            width: [each for each in found if "overlaps" not in each] for width, found in faults["Firefox"].items()
        }
    assert faults == {engine: {width: [] for width in WIDTHS} for engine in engines}
    for engine, each in drawn.items():
        # After hydration, the markup with its controls is the same in all engines.
        assert each["markup"] == drawn["Chromium"]["markup"], engine
        if "hostile" not in name:
            assert each["tracks"] == [pytest.approx(widths, rel=0.05) for widths in drawn["Chromium"]["tracks"]], engine


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", VIEWS)
def test_every_engine_has_its_colours(engines: Engines, name: str, theme: str) -> None:
    html = page({**golden(name), "theme": theme})
    found = {}
    for engine, shown in engines.items():
        shown.set_content(html)
        shown.wait_for_function(ANSWERING)
        found[engine] = shown.evaluate(COLOURS, MARKS)
        ground = found[engine]["ground"]
        assert (sum(ground) < 3 * 64) == (theme == "dark"), (engine, ground)
        for text, colour in found[engine]["text"]:
            assert contrast(colour, ground) >= 4.5, (engine, text)
    for engine in engines:
        for what in ("text", "marks"):
            assert len(found[engine][what]) == len(found["Chromium"][what])
            for own, first in zip(found[engine][what], found["Chromium"][what], strict=True):
                # Some colours are mixed with the page's background, which differs between engines on a dark page.
                assert own[1] == pytest.approx(first[1], abs=10), (engine, own[0])
