"""How much each output weighs, compressed as a server would, and that a page asks no one for anything."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import safe
from tradecontext.outputs.page import page
from tradecontext.spec import charts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.chart import Chart

PAGE = 12_640
"""150 of it, as of every page, for a table that is copied as rows of cells, 30 for a caption that is not copied, 50 for
targets that a finger finds, 80 for colours in browsers without light-dark(), 150 for paper: rows that are whole, and a
head on every page."""
SCRIPT = {"deficit_ranking": 8_000, "input_reliance": 11_830, "comparative_advantage": 8_710, "adjusted_balance": 9_660}
"""90 of each are for a table that is copied, 200 for what a page in a frame says to the page around, 100 for being
translated, 250 of all but the first for exact arithmetic; 1,200 of the chart of reliance for words that follow its
period, 280 of it for the forms of words after counts."""
COMPONENT = 15_160
"""8.2 KB when the ranking was alone in it, 3 for the two charts of shares, at most 3 for the three views of the last, 250 for
what it stands on and the column it fills, and 280 for the forms of words after counts."""
WIDGET = COMPONENT + 900
"""What it stands on, in every colour a host may write, and keys that stay in it."""
SAFE = 3_000
TEN = ["MEX", "CAN", "BRA", "IRL", "AUS", "JPN", "KOR", "TWN", "GBR", "CHN"]

# What makes a browser fetch something by itself; a link waits for its reader.
FETCHING_TAGS = {"link", "base", "iframe", "frame", "object", "embed", "video", "audio", "source", "track", "image"}
FETCHING_ATTRIBUTES = {"src", "srcset", "poster", "background", "data", "action", "formaction", "ping", "manifest"}
FETCHING_STYLE = re.compile(r"url\(|@import|image-set\(|expression\(", re.IGNORECASE)
FETCHING_SCRIPT = re.compile(
    r"\bfetch\(|XMLHttpRequest|importScripts|\bimport\s*[({'\"]|\bfrom\s*['\"]|sendBeacon|WebSocket|EventSource|"
    r"new Image|Worker\(|\.src\s*=|createElement\([\"'](?:script|link|img|iframe)"
)


def packed(text: str) -> int:
    """Bytes of a text under ``gzip -9``."""
    return len(gzip.compress(text.encode(), 9, mtime=0))


@pytest.fixture(scope="module")
def trade() -> Any:
    return tc.data.us_goods_trade()


@pytest.fixture(scope="module")
def plain(trade: Any) -> tc.DeficitRanking:
    return tc.DeficitRanking(trade, year=2024, highlight=["MEX"])


@pytest.fixture(scope="module")
def beside(trade: Any) -> tc.DeficitRanking:
    return tc.DeficitRanking(
        trade,
        year=2024,
        highlight=["MEX"],
        context=tc.data.us_share_of_imports(),
        groups={"USMCA": ["MEX", "CAN"]},
    )


def reliance(view: str) -> tc.InputReliance:
    shares = tc.data.input_shares()
    return tc.InputReliance(shares[shares["partner"].isin(TEN)], highlight=["MEX"], view=view)


def advantage(**options: Any) -> tc.ComparativeAdvantage:
    indices = tc.data.rca_intermediate_goods()
    return tc.ComparativeAdvantage(indices, partners=TEN, highlight=["MEX"], **options)


class Parts(HTMLParser):
    """The tags of a page, and the text of its styles and scripts."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: dict[str, list[str]] = {"style": [], "script": []}
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append((tag, found))
        # A block of data is no script: nothing in it runs.
        self.inside = tag if tag in self.text and found.get("type") != "application/json" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.text[self.inside].append(data)


def parts(html: str) -> Parts:
    found = Parts()
    found.feed(html)
    found.close()
    return found


@pytest.mark.parametrize("which", ["plain", "beside"])
def test_an_interactive_page_is_small(which: str, request: pytest.FixtureRequest) -> None:
    assert packed(request.getfixturevalue(which).to_html()) <= PAGE


@pytest.mark.parametrize("stem", charts())
def test_the_script_of_a_page_is_small(stem: str) -> None:
    assert packed(renderer.bundle(f"page-{stem}.js")) <= SCRIPT[stem]


@pytest.mark.parametrize(
    ("chart", "most"),
    [
        (lambda: reliance("ranking"), 19_150),
        (lambda: reliance("lines"), 19_830),
        (lambda: reliance("both"), 20_060),
        (lambda: advantage(period=(1994, 2013)), 17_350),
    ],
    ids=["ranking", "lines", "both", "advantage"],
)
def test_ten_countries_over_the_years_are_a_small_page(chart: Callable[[], Chart], most: int) -> None:
    drawn = chart()
    assert len(drawn.spec["rows"]) == 10
    assert packed(drawn.to_html()) <= most
    assert packed(drawn.embed("safe")) <= SAFE


def test_the_widget_and_the_components_runtime_are_small() -> None:
    assert packed(renderer.bundle("widget.js")) <= WIDGET
    assert packed(renderer.bundle("component.js")) <= COMPONENT


@pytest.mark.parametrize("which", ["plain", "beside"])
def test_a_safe_snippet_of_ten_rows_is_small(which: str, request: pytest.FixtureRequest) -> None:
    chart = request.getfixturevalue(which)
    assert len(chart.spec["rows"]) == 10
    assert packed(chart.embed("safe")) <= SAFE


def test_a_page_carries_the_code_of_its_own_chart_alone(case: tuple[str, dict[str, Any]]) -> None:
    own = case[1]["chart"]
    found = parts(page(case[1]))
    runs = [script for script in found.text["script"] if script.strip()]
    assert runs == [renderer.bundle(f"page-{own}.js").strip()]
    assert renderer.bundle(f"page-{own}.css").strip() in found.text["style"][0]
    for other in set(charts()) - {own}:
        assert f'"{other}"' not in runs[0]
    # What only one chart draws, only its page can draw.
    marks = {"deficit_ranking": "tc-scale", "input_reliance": "tc-names", "comparative_advantage": "tc-edge"}
    marks["adjusted_balance"] = "tc-pair"
    assert set(marks) == set(charts())
    for chart, mark in marks.items():
        assert (f".{mark}" in found.text["style"][0]) == (chart == own), mark


def test_a_page_fetches_nothing(case: tuple[str, dict[str, Any]]) -> None:
    found = parts(page(case[1]))
    for tag, attributes in found.tags:
        assert tag not in FETCHING_TAGS
        for name, value in attributes.items():
            if name in FETCHING_ATTRIBUTES:
                assert value.startswith("data:image/"), (tag, name, value)
            if name in {"href", "xlink:href"}:
                assert tag == "a", (tag, name, value)
            assert name != "http-equiv"
            if name == "style":
                assert not FETCHING_STYLE.search(value)
    assert not FETCHING_STYLE.search("".join(found.text["style"]))
    assert not FETCHING_SCRIPT.search("".join(found.text["script"]))


def test_a_safe_snippet_fetches_nothing(case: tuple[str, dict[str, Any]]) -> None:
    found = parts(safe(case[1]))
    tags = {tag for tag, _ in found.tags}
    assert not tags & (FETCHING_TAGS | {"script", "style"})
    assert all(tag == "a" for tag, attributes in found.tags if "href" in attributes)
    pictures = [attributes["src"] for _, attributes in found.tags if "src" in attributes]
    assert all(each.startswith("data:image/") for each in pictures)
    assert not any(FETCHING_STYLE.search(attributes.get("style", "")) for _, attributes in found.tags)
