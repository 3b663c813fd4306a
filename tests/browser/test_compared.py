"""Lines in a browser: countries that a reader adds, and the year or month that a reader points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from geometry import FAULTS
from playwright.sync_api import expect
from test_shares import LINES, live

from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]


class TestChips:
    def test_a_country_is_added_and_taken_away_again(self, show: Show) -> None:
        shown = live(show(page(golden(LINES))))
        chips = shown.locator(".tc-chips")
        adding = shown.get_by_label("add a country")
        adding.select_option("Brazil")
        adding.select_option("Ireland")
        expect(adding).to_have_value("")
        expect(chips.get_by_role("button")).to_have_text(["Brazil", "Ireland"])
        assert "Brazil" not in adding.inner_text()
        expect(shown.locator("path[data-out]")).to_have_count(5)
        colours = shown.locator("path[data-out]").evaluate_all(
            "all => all.map((each) => getComputedStyle(each).stroke)"
        )
        assert len(set(colours)) == 5
        assert shown.evaluate(FAULTS) == []
        shown.get_by_role("button", name="Remove Brazil").press("Enter")
        expect(chips.get_by_role("button")).to_have_text(["Ireland"])
        expect(adding).to_be_focused()
        expect(shown.locator("path[data-key=BRA][data-out]")).to_have_count(0)

    def test_arrows_and_letters_choose_no_country_by_themselves(self, show: Show) -> None:
        shown = live(show(page(golden(LINES))))
        shown.get_by_label("add a country").focus()
        for key in ("ArrowDown", "b"):
            shown.keyboard.press(key)
            shown.keyboard.press("Escape")
        expect(shown.locator(".tc-chips").get_by_role("button")).to_have_count(0)


class TestCrossHair:
    def test_the_cross_hair_reads_every_named_line(self, show: Show) -> None:
        spec = golden(LINES)
        shown = live(show(page(spec)))
        year = shown.get_by_label("Year", exact=True)
        box = year.bounding_box()
        assert box
        shown.mouse.move(box["x"] + box["width"] * 6 / 16, box["y"] + 60)
        told = shown.locator(".tc-cross p")
        expect(told).to_contain_text("2001")
        rows = {row["partner"]: row for row in spec["rows"] if "highlight" in row}
        for code, name in (("MEX", "Mexico"), ("CAN", "Canada"), ("JPN", "Japan")):
            expect(told).to_contain_text(f"{name} {100 * rows[code]['shares'][6]:.1f}%")
        shown.mouse.move(0, 0)
        expect(told).to_have_count(0)

        year.focus()
        shown.keyboard.press("Home")
        shown.keyboard.press("ArrowRight")
        expect(told).to_contain_text("1996")
        said = year.get_attribute("aria-valuetext") or ""
        assert said.startswith("1996: Mexico 71.7%, Canada ")
        shown.keyboard.press("Tab")
        expect(told).to_have_count(0)

    def test_a_finger_s_year_stays(self, show: Show) -> None:
        shown = live(show(page(golden(LINES)), has_touch=True))
        box = shown.get_by_label("Year", exact=True).bounding_box()
        assert box
        shown.touchscreen.tap(box["x"] + box["width"] - 2, box["y"] + 60)
        expect(shown.locator(".tc-cross p")).to_contain_text("2011")

    @pytest.mark.parametrize("width", [280, 320, 720])
    @pytest.mark.parametrize("case", [LINES, "balance_over_time/plain", "balance_over_time/right_to_left"])
    def test_the_figures_of_every_period_are_on_the_page(self, show: Show, case: str, width: int) -> None:
        shown = live(show(page(golden(case)), width=width))
        period = shown.locator(".tc-cross input")
        period.focus()
        last = int(period.get_attribute("max") or 0)
        for part in range(11):
            period.fill(str(round(last * part / 10)))
            box = shown.locator(".tc-cross p").bounding_box()
            assert box
            assert box["x"] >= 0, part
            assert box["x"] + box["width"] <= width, part
