"""What stands under a drawing: words that decode marks, one line of sources, and the notes behind it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest

import tradecontext as tc
from golden import CASES, golden
from tradecontext.errors import DataError
from tradecontext.outputs.embed import embed

MOST = 25
"""The most words that stand open under a chart beside the author's own."""
ADDRESS = "https://news.example/deficits.html"
OWN = {"groups", "hostile", "everything"}
"""Golden specs with marks or a note of the author's."""


class Folded(HTMLParser):
    """The words of markup, in and outside of what a reader opens."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.open, self.folded, self.summaries = "", "", ""
        self.feed(markup)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"details", "summary", "script", "style"}:
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside[-1:] == [tag]:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if {"script", "style"} & set(self.inside):
            return
        if self.inside[-1:] == ["summary"]:
            self.summaries += data
        elif self.inside:
            self.folded += data
        else:
            self.open += data


def words(texts: list[str]) -> int:
    return len(re.findall(r"[\w\u2019]+", " ".join(texts)))


def pictured(spec: Any, **options: Any) -> str:
    drawn = re.sub(r"<(title|desc|metadata)>.*?</\1>", "", tc.from_spec(spec).to_svg(**options))
    return " ".join(re.sub(r"<[^>]+>", " ", drawn).split())


@pytest.mark.parametrize("case", [case for case in CASES if not OWN & set(case.split("/")[1].split("_"))])
def test_few_words_stand_open(case: str) -> None:
    assert words(golden(case)["frame"]["key"]) <= MOST


@pytest.mark.parametrize("kind", ["page", "inline", "component", "safe"])
@pytest.mark.parametrize("case", ["deficit_ranking/everything", "input_reliance/second", "adjusted_balance/assumption"])
def test_notes_and_titles_are_one_tap_away(case: str, kind: str) -> None:
    spec = golden(case)
    runtime = "https://news.example/tradecontext.js" if kind == "component" else None
    found = Folded(tc.from_spec(spec).to_html() if kind == "page" else embed(spec, kind, runtime))  # type: ignore[arg-type]
    frame = spec["frame"]
    for text in [*frame["notes"], *(line["text"] for line in frame["sources"])]:
        assert text in found.folded
        assert text not in found.open
    for text in [*frame["key"], frame["note"]]:
        assert text in found.open
    for line in frame["sources"]:
        assert line.get("short", line["text"]) in found.summaries
    assert spec["locale"]["words"]["notes"] in found.summaries


def test_each_publisher_is_named_once() -> None:
    spec = golden("input_reliance/second")
    assert len(spec["frame"]["sources"]) == 2
    assert Folded(embed(spec, "safe")).summaries.startswith(
        "Source: World Input-Output Database, computed by tradecontext \u00b7 Notes"
    )


def test_a_source_of_the_authors_is_printed_as_it_is() -> None:
    data = {"partner": ["MEX"], "year": [2024], "balance": [-1.0]}
    plain = tc.DeficitRanking(data, unit="usd_billion", source="Census Bureau, by hand", top=1)
    assert "Source: Census Bureau, by hand" in Folded(plain.embed("safe")).open
    assert "<details" not in plain.embed("safe")
    plain.source = {"text": "A long title of a table", "short": "Desk", "url": "https://news.example/t"}
    linked = Folded(plain.embed("safe"))
    assert "Source: Desk" in linked.summaries
    assert "A long title of a table" in linked.folded


@pytest.mark.parametrize(
    "case", ["deficit_ranking/everything", "input_reliance/ranking", "adjusted_balance/assumption"]
)
def test_a_picture_has_the_key_and_says_where_the_notes_are(case: str) -> None:
    spec = golden(case)
    spec["frame"]["url"] = ADDRESS
    drawn = pictured(spec, width=900)
    for text in [*spec["frame"]["key"], *(line["short"] for line in spec["frame"]["sources"])]:
        assert text in drawn
    for text in [*spec["frame"]["notes"], *(line["text"] for line in spec["frame"]["sources"])]:
        assert text not in drawn
    assert "Notes: news.example/deficits.html" in drawn
    del spec["frame"]["url"]
    assert "Notes" not in pictured(spec, width=900)


def test_a_link_needs_the_address_of_the_page() -> None:
    chart = tc.from_spec(golden("deficit_ranking/plain"))
    with pytest.raises(DataError, match="say where its page is published with url="):
        chart.update(links=["link"])
    chart.update(links=["data", "link"], url=ADDRESS)
    assert f'<a href="{ADDRESS}" target="_blank" rel="noopener">Link</a>' in chart.to_html()
