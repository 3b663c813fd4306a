"""AdjustedBalance's "safe" snippet: all words after every sanitizer, and marks if inline styles are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from test_sanitizers import ANY, CHART, DARK, LIGHT, THEME, words

from contrast import contrast
from golden import golden, told
from tradecontext.outputs.embed import embed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Page

    Show = Callable[..., Page]
    Clean = Callable[..., str]

# For each row: its marks except the zero line, as fractions of the line that they are on, and the place of the zero
# line. With dots, a line's ends are the centres of dots there.
MARKS = """() => [...document.querySelectorAll("tbody tr:has(td > span > span)")].map((row) => {
  const line = row.querySelector("td > span"), { left, right, width } = line.getBoundingClientRect();
  const dot = [...line.querySelectorAll("span:empty")].find((mark) => mark.style.borderRadius), later = dot ? dot.offsetWidth / 2 : 0;
  const rtl = getComputedStyle(row).direction === "rtl";
  const place = ({ left: from, right: to }) => (rtl ? [right - to, right - from] : [from - left, to - left]).map((each) => (each - later) / width);
  const marks = [...line.querySelectorAll("span:empty")].map((mark) => {
    const box = mark.getBoundingClientRect(), upright = box.width < 2 && !mark.style.borderTop, { borderTopWidth, borderTopColor, borderTopStyle: style, borderRadius } = getComputedStyle(mark);
    const filled = parseFloat(borderTopWidth) * 2 >= box.height - 1;
    return { at: place(box), upright, filled, style, round: borderRadius === "50%", colour: borderTopColor.match(/[\\d.]+/g).map(Number) };
  });
  return { marks: marks.filter(({ upright }) => !upright), zero: marks.find(({ upright }) => upright)?.at[0] ?? null, width };
})"""
GROUND = {LIGHT: [255, 255, 255], DARK: [18, 18, 18]}


@pytest.mark.parametrize("case", ["assumption_spanish", "content", "value_added", "hostile_content", "bridge"])
@ANY
def test_no_word_is_lost(leaf: Show, clean: Clean, case: str) -> None:
    spec = golden(f"adjusted_balance/{case}")
    snippet = embed(spec, "safe")
    shown = leaf(THEME % (*LIGHT, clean(snippet, leaf)))
    before = shown.evaluate("text => new DOMParser().parseFromString(text, 'text/html').body.textContent", snippet)
    said = words(shown.locator("main").text_content() or "")
    assert said == words(before)
    rows = [words(row) for row in shown.locator("tbody tr:has(th + td)").all_text_contents()]
    assert len(rows) == len(told(spec))
    for (name, value), row in zip(told(spec), rows, strict=True):
        assert row.startswith(words(name))
        assert row.endswith(words(value)) or spec["view"] != "bridge"
        assert words(value) in row
    frame, amounts = spec["frame"], spec.get("amounts", {})
    printed = [frame["headline"], frame["subtitle"], *frame["key"], *frame["notes"], amounts.get("why", "")]
    printed += [amounts.get("one_sided", {}).get("warning", "") if spec["initial"]["us_content"] is not None else ""]
    printed += [line["text"] for line in frame["sources"]]
    printed += [row.get("annotation", "") for row in spec["rows"]]
    assert [text for text in printed if words(text) not in said] == []
    assert shown.locator("main :is(script, style, svg, iframe, input, button, img)").count() == 0


def place(values: list[float]) -> Callable[[float], float]:
    """Return the position of a value on a scale over all values and zero."""
    low, high = min(0, *values), max(0, *values)
    return lambda value: (value - low) / (high - low)


def drawn(leaf: Show, clean: Clean, case: str) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Yield the spec and its drawn rows, on a phone and on a desktop screen."""
    spec = golden(f"adjusted_balance/{case}")
    shown = leaf(THEME % (*LIGHT, clean(embed(spec, "safe"), leaf)))
    shown.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    for width in (320, 720):
        shown.evaluate("width => { document.body.style.width = `${width}px` }", width)
        found: list[dict[str, Any]] = shown.evaluate(MARKS)
        # Every bar's line has the full width, so all bars have one scale.
        assert {round(row["width"]) for row in found} <= {width - 32, round(found[0]["width"])}
        assert found[0]["width"] > width - 50
        assert shown.evaluate("document.querySelector('figure').scrollWidth") <= width - 32
        yield spec, found


@CHART
class TestMarks:
    def test_parts_fill_the_line_in_three_looks(self, leaf: Show, clean: Clean) -> None:
        for spec, rows in drawn(leaf, clean, "content"):
            for row, line in zip(spec["rows"], rows, strict=True):
                start = 0.0
                for mark, share in zip(line["marks"], row["content"], strict=True):
                    assert mark["at"] == pytest.approx((start, start + share), abs=0.015), row["name"]
                    start += share
        looks = {(mark["style"], *mark["colour"]) for mark in rows[0]["marks"]}
        assert len(looks) == 3
        assert [mark["style"] for mark in rows[0]["marks"]] == ["solid", "solid", "double"], "not by colour alone"

    @pytest.mark.parametrize("case", ["right_to_left", "signs"])
    def test_a_pair_is_a_double_and_a_filled_line_from_zero_to_its_balances(
        self, leaf: Show, clean: Clean, case: str
    ) -> None:
        for spec, lines in drawn(leaf, clean, case):
            rows = [row for row in spec["rows"] if row["role"] != "total"]
            values = [row[name] for row in rows for name in ("gross", "value_added") if row[name] is not None]
            at = place([*values, *(tick["value"] for tick in spec["scale"]["ticks"])])
            for row, line in zip((row for row in rows if row["change"] is not None), lines, strict=True):
                assert [mark["style"] for mark in line["marks"]] == ["double", "solid"], "not by colour alone"
                for mark, name in zip(line["marks"], ("gross", "value_added"), strict=True):
                    assert mark["at"] == pytest.approx(sorted((at(0), at(row[name]))), abs=0.02), row["name"]
                assert line["zero"] == pytest.approx(at(0), abs=0.01)

    @pytest.mark.parametrize("case", ["bridge", "bridge_right_to_left"])
    def test_steps_lead_from_one_balance_to_the_other(self, leaf: Show, clean: Clean, case: str) -> None:
        for spec, lines in drawn(leaf, clean, case):
            parts = [row for row in spec["rows"] if row["role"] == "part"]
            for rows, drawn_lines in ((spec["rows"][:6], lines[:6]), (parts, lines[6:])):
                at = place([row[name] for row in rows for name in ("from", "to")])
                for row, line in zip(rows, drawn_lines, strict=True):
                    (mark,) = line["marks"]
                    ends = sorted((at(row["from"]), at(row["to"])))
                    assert mark["at"] == pytest.approx(ends, abs=0.015), row["name"]
                    assert line["zero"] == pytest.approx(min(at(0), 0.997), abs=0.01)


@pytest.mark.parametrize("case", ["content", "value_added", "bridge", "assumption"])
def test_marks_and_words_stand_out_on_light_and_dark(leaf: Show, case: str) -> None:
    snippet = embed(golden(f"adjusted_balance/{case}"), "safe")
    for theme, ground in GROUND.items():
        shown = leaf(THEME % (*theme, snippet))
        for line in shown.evaluate(MARKS):
            for mark in line["marks"]:
                assert contrast(mark["colour"], ground) >= 3
        soft = shown.eval_on_selector_all("main *", "all => all.map((each) => Number(getComputedStyle(each).opacity))")
        assert min(soft) >= 0.8
