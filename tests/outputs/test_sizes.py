"""The compressed size of each output, and that a page makes no requests."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from golden import about
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import safe
from tradecontext.outputs.page import page
from tradecontext.spec import charts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.chart import Chart

PAGE = 12_000
"""Largest compressed page of a ranking in bytes: half of it is the script, a quarter styles, the rest markup and spec."""
VIEWS = 16 * 1024
"""Largest compressed page with a small line or several figures in each row."""
LINES = 20_700
"""Largest compressed page with lines over years. It is 4,000 more than others for what the lines answer: 1,200 for words
that follow the period, 800 for the cross-hair, 500 for chips, 500 for names at both ends, and their styles."""
SCRIPT = {stem: about(stem).SCRIPT for stem in charts()}
"""Largest compressed script of a page, by chart. Of each, 830 are for changing nodes, and 750 for what a reader uses a
table with: details, chips, Reset and the field."""
WIDGET = 18_560
"""Largest compressed module of the notebook, and runtime of the components: all charts."""
SAFE = 3_000
TEN = ["MEX", "CAN", "BRA", "IRL", "AUS", "JPN", "KOR", "TWN", "GBR", "CHN"]

# Tags and attributes that make a browser fetch something without a click.
FETCHING_TAGS = {"link", "base", "iframe", "frame", "object", "embed", "video", "audio", "source", "track", "image"}
FETCHING_ATTRIBUTES = {"src", "srcset", "poster", "background", "data", "action", "formaction", "ping", "manifest"}
FETCHING_STYLE = re.compile(r"url\(|@import|image-set\(|expression\(", re.IGNORECASE)
FETCHING_SCRIPT = re.compile(
    r"\bfetch\(|XMLHttpRequest|importScripts|\bimport\s*[({'\"]|\bfrom\s*['\"]|sendBeacon|WebSocket|EventSource|"
    r"new Image|Worker\(|\.src\s*=|createElement\([\"'](?:script|link|img|iframe)"
)


def packed(text: str) -> int:
    """Return the size in bytes of a text under ``gzip -9``."""
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
        # A script element with JSON does not run.
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("chart", "most"),
    [
        (lambda: reliance("ranking"), VIEWS),
        (lambda: reliance("lines"), LINES),
        (lambda: reliance("both"), LINES),
        (lambda: advantage(period=(1994, 2013)), VIEWS),
    ],
    ids=["ranking", "lines", "both", "advantage"],
)
def test_ten_countries_over_the_years_are_a_small_page(chart: Callable[[], Chart], most: int) -> None:
    drawn = chart()
    assert len(drawn.spec["rows"]) == 10
    assert packed(drawn.to_html()) <= most
    assert packed(drawn.embed("safe")) <= SAFE


@pytest.mark.slow
def test_two_balances_over_25_years_by_month_are_a_small_page() -> None:
    months = tc.data.us_goods_trade(by="month")
    drawn = tc.BalanceOverTime(months, partners=["MEX", "CHN"], period=(2000, "2025-02"))
    assert len(drawn.spec["periods"]) == 302
    assert packed(drawn.to_html()) <= 17_900
    assert packed(drawn.embed("safe")) <= SAFE


def test_the_widget_and_the_components_runtime_are_small() -> None:
    assert packed(renderer.bundle("widget.js")) <= WIDGET
    assert packed(renderer.bundle("component.js")) <= WIDGET


@pytest.mark.parametrize("which", ["plain", "beside"])
def test_a_safe_snippet_of_ten_rows_is_small(which: str, request: pytest.FixtureRequest) -> None:
    chart = request.getfixturevalue(which)
    assert len(chart.spec["rows"]) == 10
    assert packed(chart.embed("safe")) <= SAFE


def test_a_page_carries_the_code_of_its_own_chart_alone(case: tuple[str, dict[str, Any]]) -> None:
    own, view = case[1]["chart"], case[1].get("view")
    # A view may have a page of its own, without the marks of the chart's other views.
    name = f"{own}-{view}" if renderer.built(f"page-{own}-{view}.js") else own
    found = parts(page(case[1]))
    runs = [script for script in found.text["script"] if script.strip()]
    assert runs == [renderer.bundle(f"page-{name}.js").strip()]
    assert renderer.bundle(f"page-{name}.css").strip() in found.text["style"][0]
    for other in set(charts()) - {own}:
        assert f'"{other}"' not in runs[0]
    # Code for marks of one chart is only in that chart's page.
    for chart in charts():
        mark = about(chart).MARK
        assert mark is None or (f".{mark}" in found.text["style"][0]) == (chart == name), mark


def test_the_page_of_a_ranking_of_shares_has_no_code_of_lines() -> None:
    ranking, lines = (parts(reliance(view).to_html()) for view in ("ranking", "lines"))
    for text in ("tc-lines", "tc-cross", "tc-plot"):
        assert text not in str(ranking.text)
        assert text in str(lines.text)


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
