"""InputReliance and ComparativeAdvantage in a browser: the period, lines and their names, and the ratio of two rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from geometry import FAULTS
from playwright.sync_api import expect
from test_accessibility import COLOURS, SPACING, tree
from test_sanitizers import words

from contrast import contrast
from golden import golden, told
from tradecontext.outputs.page import page, policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Show = Callable[..., Page]

PLAIN, LINES = "input_reliance/plain", "input_reliance/lines"
RCA = "comparative_advantage/plain"
BOTH = pytest.mark.parametrize(
    "case",
    [PLAIN, LINES, "input_reliance/second", "input_reliance/gaps", RCA, "comparative_advantage/odd"],
)


def live(shown: Page) -> Page:
    """Wait until the chart is hydrated."""
    expect(shown.locator("thead button").first).to_be_attached()
    return shown


def table(shown: Page) -> list[tuple[str, str]]:
    """Return the rows' names and averages as drawn."""
    drawn = shown.locator("tbody tr, tfoot tr")
    names, values = drawn.locator("th").all_inner_texts(), drawn.locator(".tc-value").all_inner_texts()
    return [(name, value.split("\n")[0]) for name, value in zip(names, values, strict=True)]


def moved(spec: dict[str, Any], first: int, last: int) -> dict[str, Any]:
    """Return the spec with another period at the start."""
    return {**spec, "initial": {**spec["initial"], "period": [first, last]}}


class TestPeriod:
    def test_averages_order_and_headline_follow(self, show: Show) -> None:
        spec = golden(PLAIN)
        shown = live(show(page(spec), policy=""))
        assert table(shown) == told(spec)
        shown.get_by_label("First year").select_option("2005")
        after = moved(spec, 2005, 2011)
        assert table(shown) == told(after)
        assert table(shown)[0][0] == "Canada", "another country leads over these years"
        expect(shown.locator(".tc-headline")).to_have_text(
            "Mexico and Canada relied less on the United States than in 2005"
        )
        shown.locator("tbody tr").first.hover()
        assert "2005\u20132011 (7 of 7 years); 65.2% in 1995" in str(
            shown.locator("tbody tr").first.get_attribute("title")
        )

    def test_by_keyboard(self, show: Show) -> None:
        spec = golden(PLAIN)
        shown = live(show(page(spec)))
        shown.get_by_label("add a country").focus()
        shown.keyboard.press("Tab")
        expect(shown.get_by_label("First year")).to_be_focused()
        shown.keyboard.press("ArrowDown")
        shown.keyboard.press("Tab")
        expect(shown.get_by_label("Last year")).to_be_focused()
        shown.keyboard.press("ArrowUp")
        expect(shown.get_by_label("First year")).to_have_value("1996")
        expect(shown.get_by_label("Last year")).to_have_value("2010")
        assert table(shown) == told(moved(spec, 1996, 2010))
        shown.keyboard.press("Tab")
        expect(shown.locator("thead button[name='/share']")).to_be_focused()

    def test_one_that_ends_before_it_begins_turns_round(self, show: Show) -> None:
        spec = golden(PLAIN)
        shown = live(show(page(spec)))
        shown.get_by_label("First year").select_option("2008")
        shown.get_by_label("Last year").select_option("2003")
        expect(shown.get_by_label("First year")).to_have_value("2003")
        expect(shown.get_by_label("Last year")).to_have_value("2008")
        assert table(shown) == told(moved(spec, 2003, 2008))
        shown.get_by_label("First year").select_option("2008")
        expect(shown.locator("thead")).to_contain_text("Share")

    def test_a_break_within_it_leaves_no_average(self, show: Show) -> None:
        spec = golden("input_reliance/gaps")
        shown = live(show(page(spec)))
        assert dict(table(shown))["Mexico"] == "break in 2003"
        shown.get_by_label("First year").select_option("2003")
        for (name, drawn), (row, value) in zip(table(shown), told(moved(spec, 2003, 2004)), strict=True):
            assert name == row
            assert drawn.startswith(value)
        assert "%" in dict(table(shown))["Mexico"]

    def test_the_years_keep_their_place_as_they_become_controls(self, show: Show) -> None:
        html = page(golden(PLAIN))
        still, answering = show(html, scripts=False), live(show(html))
        assert words(still.locator(".tc-period").inner_text()) == "Average of yearly shares, 1995 to 2011"
        tops = [each.locator("table").evaluate("each => each.offsetTop") for each in (still, answering)]
        assert abs(tops[0] - tops[1]) <= 8


class TestLines:
    def test_a_name_at_a_line_s_start_reads_out_and_selects(self, show: Show) -> None:
        shown = live(show(page(golden(LINES))))
        shown.locator(".tc-body summary").click()
        shown.locator(".tc-lines > .tc-names span", has_text="Mexico").click()
        expect(shown.locator("tbody tr[data-key=MEX] + tr")).to_contain_text("Mexico: 58.3%")
        expect(shown.get_by_role("button", pressed=True)).to_have_text(["Mexico"])

    def test_a_selected_country_is_named_at_its_line(self, show: Show) -> None:
        shown = live(show(page(golden(PLAIN))))
        expect(shown.locator(".tc-lines > .tc-names")).not_to_contain_text("Brazil")
        shown.get_by_role("button", name="Brazil").click()
        expect(shown.locator(".tc-lines > .tc-names")).to_contain_text("Brazil 14%")
        expect(shown.locator("path[data-key=BRA][data-out]")).to_have_count(1)
        assert shown.evaluate(FAULTS) == []

    def test_the_table_under_them_opens_without_scripts_and_by_key(self, show: Show) -> None:
        spec = golden(LINES)
        shown = show(page(spec), scripts=False)
        expect(shown.locator("table")).not_to_be_visible()
        shown.keyboard.press("Tab")
        shown.keyboard.press("Enter")
        expect(shown.locator("table")).to_be_visible()
        assert [name for name, _ in table(shown)] == [name for name, _ in told(spec)]

    def test_a_name_has_the_colour_of_its_line(self, show: Show) -> None:
        shown = show(page(golden(PLAIN)))
        ink = shown.locator(".tc-headline").evaluate("each => getComputedStyle(each).color")
        colours = [
            shown.locator(f".tc-names [data-key={key}]").first.evaluate("each => getComputedStyle(each).color")
            for key in ("MEX", "CAN")
        ]
        # They are those of their lines, mixed with ink: unlike each other, and unlike ink.
        assert len({ink, *colours}) == 3

    def test_an_event_is_written_at_its_line(self, show: Show) -> None:
        spec = golden(LINES)
        shown = show(page(spec))
        expect(shown.locator(".tc-lines > p")).to_have_text([remark["text"] for remark in spec["remarks"]])
        line, plot, text = (
            shown.locator(each).bounding_box() for each in (".tc-lines > u", ".tc-plot", ".tc-lines > p")
        )
        assert line
        assert plot
        assert text
        assert (line["x"] - plot["x"]) / plot["width"] == pytest.approx(6 / 16, abs=0.01)
        assert line["y"] <= text["y"]
        assert line["y"] + line["height"] == pytest.approx(plot["y"] + plot["height"], abs=1)

    def test_gaps_and_breaks_are_open(self, show: Show) -> None:
        shown = show(page(golden("input_reliance/gaps")))
        lines: Locator = shown.locator(".tc-plot path")
        drawn = {
            key: path.count("M")
            for key, path in lines.evaluate_all("all => all.map(e => [e.dataset.key, e.getAttribute('d')])")
        }
        assert drawn["MEX"] == 2, "cut at its break"
        assert drawn["CAN"] == 2, "open at its gap"


class TestRatio:
    def test_two_selected_rows_give_it_and_no_other_number_of_rows(self, show: Show) -> None:
        spec = golden(RCA)
        shown = live(show(page(spec)))
        told = shown.locator(".tc-told")
        shown.get_by_role("button", name="United States").click()
        shown.get_by_role("button", name="Mexico").click()
        sentence = spec["pair"].format(times="2.0", a="the United States", b="Mexico")
        expect(told).to_have_text(sentence)
        expect(shown.locator(".tc-chosen span")).to_have_text(sentence)
        assert spec["frame"]["notes"][0].startswith(sentence), "the author's own, by Python"
        shown.get_by_role("button", name="Canada").click()
        expect(told).not_to_contain_text("times")
        expect(shown.locator(".tc-chosen span")).to_have_count(0)
        shown.keyboard.press("Escape")
        expect(shown.get_by_role("button", pressed=True)).to_have_count(0)

    def test_the_order_of_choosing_is_the_order_of_the_sentence(self, show: Show) -> None:
        shown = live(show(page(golden(RCA))))
        shown.get_by_role("button", name="Mexico").click()
        shown.get_by_role("button", name="United States").click()
        expect(shown.locator(".tc-chosen")).to_contain_text("0.5 times")

    def test_dots_stand_where_their_logarithm_does(self, show: Show) -> None:
        spec = golden(RCA)
        shown = show(page(spec))
        places = shown.locator(".tc-track").evaluate_all(
            """all => all.map((track) => {
              const box = track.getBoundingClientRect(), bar = track.querySelector("i"), stem = bar.getBoundingClientRect();
              return ((bar.dataset.back ? stem.left : stem.right) - box.left) / box.width;
            })"""
        )
        from math import log

        expected = [log(row["rca"]) / log(spec["scale"]["max"]) / 2 + 0.5 for row in spec["rows"]]
        assert places == pytest.approx(expected, abs=0.01)


class TestEveryReader:
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("case", [PLAIN, "input_reliance/second", RCA, "balance_over_time/crossing"])
    def test_words_stand_out(self, show: Show, case: str, scheme: str) -> None:
        found = live(show(page(golden(case)), scheme=scheme)).evaluate(COLOURS, "select, .tc-track *, option")
        assert found["clear"]
        assert {text: colour for text, colour in found["text"] if contrast(colour, found["ground"]) < 4.5} == {}

    @pytest.mark.parametrize("case", [PLAIN, RCA])
    def test_a_screen_reader_finds_the_table_and_passes_over_the_plot(self, show: Show, case: str) -> None:
        spec = golden(case)
        found = tree(live(show(page(spec))))
        assert found[0] == ("table", spec["frame"]["headline"])
        names = [name for role, name in found if role == "rowheader"]
        assert [name.split("  ")[0] for name in names] == [name for name, _ in told(spec)]
        cells = [name for role, name in found if role == "cell"]
        assert len(cells) == 2 * len(names)
        for (_, value), cell in zip(told(spec), cells[::2], strict=True):
            assert value in cell

    @BOTH
    def test_wider_spacing_and_twice_the_size_cut_nothing(self, show: Show, case: str) -> None:
        html = page(golden(case))
        for style, widths in ((SPACING, (320, 720)), ("html{font-size:200%}", (640, 1280))):
            shown = live(show(html))
            shown.add_style_tag(content=style)
            for width in widths:
                shown.set_viewport_size({"width": width, "height": 800})
                assert [fault for fault in shown.evaluate(FAULTS) if fault.startswith(("sideways", "cut"))] == []

    def test_the_strictest_policy_is_enough(self, show: Show) -> None:
        for case in (PLAIN, RCA):
            spec = golden(case)
            shown = live(show(page(spec), policy=policy(spec)))
            shown.get_by_role("button", name="Mexico").click()
            expect(shown.get_by_role("button", pressed=True)).to_have_text(["Mexico"])
