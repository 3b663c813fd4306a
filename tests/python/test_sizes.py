"""How much each output weighs, compressed as a server would, and that a page asks no one for anything."""

from __future__ import annotations

import gzip
import re
from html.parser import HTMLParser
from typing import Any

import pytest

import tradecontext as tc
from tradecontext import renderer
from tradecontext.outputs.embed import safe
from tradecontext.outputs.page import page
from tradecontext.spec import charts

PAGE = 12_000
SCRIPT = 9_500
WIDGET = 11_000
SAFE = 3_000

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
    assert packed(renderer.bundle(f"page-{stem}.js")) <= SCRIPT


def test_the_widget_is_small() -> None:
    assert packed(renderer.bundle("widget.js")) <= WIDGET


@pytest.mark.parametrize("which", ["plain", "beside"])
def test_a_safe_snippet_of_ten_rows_is_small(which: str, request: pytest.FixtureRequest) -> None:
    chart = request.getfixturevalue(which)
    assert len(chart.spec["rows"]) == 10
    assert packed(chart.embed("safe")) <= SAFE


def test_a_page_carries_the_code_of_its_own_chart_alone(case: tuple[str, dict[str, Any]]) -> None:
    own = case[1]["chart"]
    runs = [script for script in parts(page(case[1])).text["script"] if script.strip()]
    assert runs == [renderer.bundle(f"page-{own}.js").strip()]
    for other in set(charts()) - {own}:
        assert f'"{other}"' not in runs[0]
        assert renderer.bundle(f"page-{other}.js").strip() not in runs[0]


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
