"""The "safe" embed of charts over time: all words, a phone's width, and small bars in place of lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import nh3
import pytest
from test_sanitizers import ANY, DARK, LIGHT, THEME, words

from golden import golden, told
from tradecontext.outputs.embed import embed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

PLAIN, LINES = "input_reliance/plain", "input_reliance/lines"
RCA = "comparative_advantage/plain"


@pytest.mark.parametrize("name", [PLAIN, LINES, "input_reliance/hostile", RCA, "comparative_advantage/hostile"])
@ANY
def test_no_word_is_lost_by_a_sanitizer(show: Show, clean: Callable[..., str], name: str) -> None:
    spec = golden(name)
    snippet = embed(spec, "safe")
    shown = show(THEME % (*LIGHT, clean(snippet, show)))
    said = words(shown.locator("main").text_content() or "")
    assert said == words(
        re.sub(
            r"\s+",
            " ",
            shown.evaluate("text => new DOMParser().parseFromString(text, 'text/html').body.textContent", snippet),
        )
    )
    rows = [words(line) for line in shown.locator("table tbody tr").all_text_contents()]
    assert len(rows) == len(told(spec))
    for (row, value), line in zip(told(spec), rows, strict=True):
        assert words(row) in line
        assert words(value) in line
    assert shown.locator("main :is(script, style, svg, iframe, input, select)").count() == 0


def test_a_safe_snippet_fits_a_phone_light_and_dark(show: Show) -> None:
    for name in (PLAIN, LINES, RCA):
        snippet = nh3.clean(embed(golden(name), "safe"), attributes={"*": {"style"}})
        for theme in (LIGHT, DARK):
            shown = show(THEME % (*theme, snippet), width=320)
            assert shown.evaluate("document.documentElement.scrollWidth") <= 320


# For each row's small bars: the start of the first and the end of the last in their box, and each one's size.
SMALL = """() => [...document.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("td:last-child > span > span")].map((bar) => {
  const box = bar.parentElement.getBoundingClientRect(), { left, right, bottom } = bar.getBoundingClientRect(), style = getComputedStyle(bar);
  return [(left - box.left) / box.width, (right - left) / box.width, parseFloat(style.borderTopWidth) / parseFloat(style.fontSize), Math.round(box.bottom - bottom)];
}))"""


def comparable(row: dict[str, Any], years: list[int]) -> list[float | None]:
    """Return a row's values from the first to the last year that is printed: none is beyond a break."""
    values: list[float | None] = row.get("shares", row.get("values"))
    first, last = row["first"]["year"], row["last"]["year"]
    return [value if first <= year <= last else None for year, value in zip(years, values, strict=True)]


@pytest.mark.parametrize("name", [PLAIN, "input_reliance/gaps", "comparative_advantage/plain"])
def test_years_are_small_bars_where_no_line_can_be_drawn(show: Show, name: str) -> None:
    spec = golden(name)
    shown = show(THEME % (*LIGHT, nh3.clean(embed(spec, "safe"), attributes={"*": {"style"}})))
    by_name = {row["name"]: row for row in spec["rows"]}
    count, seen = len(spec["years"]), 0
    for line, bars in zip(shown.locator("tbody tr").all(), shown.evaluate(SMALL), strict=True):
        row = by_name.get(line.locator("th").inner_text().split(" *")[0].split("\n")[0].strip())
        if row is None or "extremes" not in row or row["extremes"] not in line.inner_text():
            assert bars == []
            continue
        values = comparable(row, spec["years"])
        drawn = [height for start, wide, height, _ in bars for _ in range(round(wide * count))]
        assert len(drawn) == count, row["name"]
        top = max(value for value in values if value is not None)
        for value, height in zip(values, drawn, strict=True):
            # Heights are in tenths, and browsers round borders down to whole pixels.
            assert height == pytest.approx(0 if value is None else value / top, abs=0.12), (row["name"], value)
        assert all(below <= 1 for *_, height, below in bars if height)
        seen += 1
    assert seen
