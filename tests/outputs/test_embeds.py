"""The snippets as text: the markup of each kind, the addresses that it takes, and the options that it refuses."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from golden import about, golden, told
from markup import Open, Tags
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import KINDS, embed
from tradecontext.outputs.iframe import LISTENER
from tradecontext.outputs.page import page
from tradecontext.spec import charts

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "https://example.org/charts/a.html?a=1&b=2"
RUNTIME = "https://example.org/component.js?a=1&b=2"


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, headline='"Tom" & <Jerry>')


def test_a_frame_takes_the_address_given_or_the_charts_own(chart: tc.DeficitRanking) -> None:
    given = dict(Tags(chart.embed("iframe", PAGE)).attributes)
    assert given["src"] == PAGE
    assert (given["title"], given["loading"], given["width"]) == ('"Tom" & <Jerry>', "lazy", "100%")
    published = tc.from_spec(chart.spec)
    published.url = "https://example.org/own.html"
    assert dict(Tags(published.embed("iframe")).attributes)["src"] == "https://example.org/own.html"
    assert dict(Tags(published.embed("iframe", PAGE)).attributes)["src"] == PAGE
    with pytest.raises(tc.DataError, match="needs the address of the hosted page"):
        chart.embed("iframe")


@pytest.mark.slow
def test_a_frame_has_a_height_where_styles_are_stripped(case: tuple[str, dict[str, Any]]) -> None:
    own = dict(Tags(embed(case[1], "iframe", PAGE)).attributes)
    assert f"height:{own['height']}px;" in own["style"]
    reserved = re.search(r"calc\((\d+)px(.*)\)", own["style"])
    steps = [int(step) for step in re.findall(r",(\d+)px\)", reserved[2])]
    assert int(own["height"]) == int(reserved[1]) + sum(steps)
    assert all(step > 0 for step in steps)


def test_a_tag_ends_where_it_seems_to() -> None:
    """WordPress reads a tag up to the next ">", in quotes or not."""
    for kind in KINDS:
        snippet = embed(golden("deficit_ranking/hostile"), kind, PAGE if kind == "iframe" else None)
        without = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", snippet, flags=re.DOTALL)
        assert [tag for tag in re.findall(r"<[a-z][^>]*>", without) if tag.count('"') % 2] == [], kind


@pytest.mark.parametrize("stem", charts())
def test_what_is_opened_is_closed_in_order(stem: str) -> None:
    spec = golden(f"{stem}/{about(stem).PUBLISHED[0]}")
    addresses = {"iframe": [PAGE], "image": [None, "https://example.org/a.png?a=1&b=2"]}
    made = [embed(spec, kind, url) for kind in KINDS for url in addresses.get(kind, [None])]
    for markup in [*made, page(spec), page(spec, framed=True)]:
        found = Open(markup)
        assert (found.inside, found.stray) == ([], [])


def test_no_script_of_a_snippet_has_what_a_cms_rewrites() -> None:
    assert not set("&<>\\\\") & set(LISTENER)
    for kind in KINDS:
        snippet = embed(golden("deficit_ranking/hostile"), kind, PAGE if kind == "iframe" else None)
        raw = re.findall(r"<(?:script|style)[^>]*>(.*?)</(?:script|style)>", snippet, re.DOTALL)
        assert not set("&<") & set("".join(raw)), kind
        # A CMS may turn a line break between elements into a paragraph.
        assert kind == "srcdoc" or "\n" not in snippet.rstrip("\n"), kind


@pytest.mark.slow
def test_a_component_is_drawn_styled_and_told_before_any_script(case: tuple[str, dict[str, Any]]) -> None:
    spec = case[1]
    snippet = embed(spec, "component")
    assert snippet.partition("-->")[2].startswith('<trade-chart><template shadowrootmode="open"')
    assert snippet.endswith("</template></trade-chart>\n")
    drawn = Tags(snippet)
    said = "".join(drawn.text)
    for name, value in told(spec):
        assert name in said
        assert not value or value in [text.strip() for text in drawn.text]
    assert "id" not in dict(drawn.attributes)
    carried = json.loads(re.search(r'<script type="application/json">(.*?)</script>', snippet)[1])
    assert carried["initial"] == spec["initial"]
    assert carried["chart"] == spec["chart"]
    assert drawn.tags.count("script") == 1


def test_the_runtime_of_components_is_one_file_for_all_charts(chart: tc.DeficitRanking, tmp_path: Path) -> None:
    assert Tags(chart.embed("component", RUNTIME)).attributes[-2:] == [("src", RUNTIME), ("defer", None)]
    saved = chart.save(tmp_path / "component.js").read_text("utf-8")
    assert saved == renderer.bundle("component.js")
    assert all(f"{stem}:" in saved for stem in charts())


def test_an_inline_chart_has_neither_script_nor_id(case: tuple[str, dict[str, Any]]) -> None:
    snippet = embed(case[1], "inline")
    drawn = Tags(snippet)
    assert drawn.tags[:3] == ["div", "style", "figure"]
    assert not {"script", "button", "select", "input"} & set(drawn.tags)
    assert "id" not in dict(drawn.attributes)


@pytest.mark.parametrize("stem", charts())
def test_styles_for_pages_of_others_hang_on_nothing_of_theirs(stem: str) -> None:
    style = renderer.bundle(f"snippet-{stem}.css")
    # `rem` depends on the site's root font size, and a CMS would turn the `&` of nested rules into an entity.
    assert not re.search(r"[\d.]rem\b|&", style)
    assert "576px" in style


@pytest.mark.parametrize(
    ("kind", "url", "words"),
    [
        ("iframe", "javascript:alert(1)", "only http:// and https://"),
        ("iframe", 'https://a.org/"onload="alert(1)', "only http:// and https://"),
        ("component", "a.js", "only http:// and https://"),
        ("component", 3, "url has to be text"),
        ("safe", "https://a.org/", "needs no address; leave url out"),
        ("inline", "https://a.org/", "needs no address; leave url out"),
        ("srcdoc", "https://a.org/", "needs no address; leave url out"),
    ],
)
def test_an_address_that_is_none_or_of_no_use_is_refused(
    chart: tc.DeficitRanking, kind: str, url: Any, words: str
) -> None:
    with pytest.raises(tc.DataError, match=re.escape(words)):
        chart.embed(kind, url)


def test_a_page_in_a_frame_differs_in_its_margin_alone() -> None:
    spec = golden("deficit_ranking/plain")
    assert page(spec, framed=True).replace("padding:4px", "padding:16px") == page(spec)
