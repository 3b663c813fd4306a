"""InputReliance: what is drawn in which view, on pages, in pictures and in snippets without a style sheet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from reliance import ALONE, drawn, made

if TYPE_CHECKING:
    import tradecontext as tc

EVENT = (2001, "An event")
NINE = {
    code: [0.1 + at / 100, 0.2, 0.3]
    for at, code in enumerate(["MEX", "CAN", "BRA", "CHN", "DEU", "FRA", "GBR", "IND", "JPN"])
}


def nine(**options: Any) -> tc.InputReliance:
    chart: tc.InputReliance = drawn(made(NINE), **{"highlight": ["JPN"], "top": 4, "annotations": [EVENT], **options})
    return chart


def told(svg: str) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg))


@pytest.mark.parametrize(
    ("chart", "view"),
    [
        (drawn(made({"MEX": [0.5, 0.4, 0.3]})), "lines"),
        (drawn(made({"MEX": [0.5, 0.4]})), "ranking"),
        (drawn(made({"MEX": [0.5]})), "ranking"),
        (drawn(ALONE, period=(1994, 2022)), "ranking"),
        (drawn(made({"MEX": [0.5, 0.4]}), view="lines"), "lines"),
        (drawn(made({"MEX": [0.5, 0.4, 0.3]}), view="ranking"), "ranking"),
    ],
)
def test_from_three_years_on_lines_lead(chart: tc.InputReliance, view: str) -> None:
    assert chart.spec["view"] == view


def test_the_ranking_under_lines_has_as_many_rows_as_elsewhere() -> None:
    html = nine().to_html()
    (fold,) = re.findall(r"<details>.*?</details>", html)
    assert fold.count("<tr data-key") == 5
    assert "Average of yearly shares" in fold
    assert "Average of yearly shares" not in html.split("<details>")[0]
    assert "<details>" not in nine(view="both").to_html()


def test_small_lines_are_drawn_only_where_a_row_has_no_line_of_its_own() -> None:
    small = re.compile(r'<td class="tc-spark">.*?</td>')
    for view, lines in (("ranking", True), ("lines", False), ("both", False)):
        cells = small.findall(nine(view=view).to_html())
        assert cells
        assert any("<svg" in cell for cell in cells) == lines
        assert any("18.0%" in cell for cell in cells), "first and last values stay"


def test_a_picture_of_lines_has_names_and_events_and_no_ranking() -> None:
    for options in ({}, {"width": 320}, {"preset": "social"}):
        words = told(nine().to_svg(**options))
        assert "2001: An event" in words
        assert "8 other" in words
        assert "Japan" in words
        assert not any(row["name"] in words for row in nine().spec["rows"] if "highlight" not in row)


def test_a_snippet_without_lines_has_the_ranking_with_its_small_bars_and_then_the_event() -> None:
    safe = nine().embed("safe")
    assert "<svg" not in safe
    assert safe.index("Average of yearly shares") < safe.index("<table") < safe.index("2001: An event")
    assert "border-top:1em solid" in safe


def test_the_controls_are_named_in_the_reader_s_language() -> None:
    for locale, words in (
        ("en", ("Compare with", "add a country", "Remove {name}", "Year")),
        ("es", ("Comparar con", "añadir un país", "Quitar {name}", "Año")),
    ):
        phrases = nine(locale=locale).spec["phrases"]
        assert tuple(phrases[name] for name in ("compare", "add", "remove", "year")) == words
    assert "compare" not in nine(view="ranking").spec["phrases"]
