"""Touch, keyboard and large letters: controls are large enough, every row is reachable, and nothing is clipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from geometry import FAULTS
from playwright.sync_api import expect

from golden import CASES, SOME, golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Leaf = Callable[..., Page]

CHARTS = sorted({case.split("/")[0] for case in CASES})
# Targets are as large as WCAG 2.2 requires (2.5.8) and do not overlap; a link in a sentence may be as low as its font.
TARGETS = """(least) => {
  const faults = [], found = [];
  for (const each of document.querySelectorAll("button, select, input, summary, textarea, .tc-take a, .tc-foot a")) {
    if (!each.checkVisibility()) continue;
    const { width, height, left, right, top, bottom } = each.getBoundingClientRect();
    if (width < least || height < least) faults.push(`${each.localName} "${each.textContent.slice(0, 30)}": ${width} x ${height}`);
    if (each.localName !== "a") found.push({ each, left, right, top, bottom });
  }
  for (const one of found) for (const other of found) {
    if (one.each === other.each || one.each.contains(other.each)) continue;
    if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > .5 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > .5) {
      faults.push(`"${one.each.textContent.slice(0, 30)}" over "${other.each.textContent.slice(0, 30)}"`);
    }
  }
  return [found.length, faults];
}"""
# The page records which names had the focus, because asking after every key takes far longer.
NOTED = """() => {
  window.reached = [];
  document.addEventListener("focusin", ({ target }) => { if (target.closest("main table")) reached.push(target.name); });
}"""
STOPS = "() => document.querySelectorAll('main table :is(button, [tabindex])[tabindex=\"0\"]').length"
NAME = "() => document.activeElement.closest('main table') ? document.activeElement.name : null"


def live(shown: Page, case: str) -> Page:
    """Wait until the chart is hydrated, and open a collapsed table."""
    if golden(case)["rows"]:
        expect(shown.locator(":is(thead, tbody) button, select, input").first).to_be_attached()
    shown.evaluate("() => { for (const each of document.querySelectorAll('details')) each.open = true }")
    return shown


def of(chart: str) -> list[str]:
    # Rows of long tables are as tall as those of short ones, so long tables are left out.
    return [case for case in SOME if case.startswith(chart) and not case.endswith(("sixty", "many", "/all"))]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_finger_finds_every_control(leaf: Leaf, chart: str) -> None:
    for case in of(chart):
        spec = golden(case)
        spec["frame"]["links"] = ["data", "embed"]
        shown = live(leaf(page(spec)), case)
        for width in (320, 720):
            shown.evaluate("(width) => { document.documentElement.style.width = `${width}px` }", width)
            count, faults = shown.evaluate(TARGETS, 24)
            assert faults == [], (case, width)
            assert count > 1


@pytest.mark.parametrize("chart", CHARTS)
def test_every_row_and_header_is_reached_by_key(leaf: Leaf, chart: str) -> None:
    for case in of(chart):
        shown = live(leaf(page(golden(case))), case)
        names = shown.eval_on_selector_all("main table button", "all => all.map((each) => each.name)")
        if not names:
            assert not any(row.get("role", "partner") == "partner" for row in golden(case)["rows"]), case
            continue
        assert shown.evaluate(STOPS) == 1, case
        # Tab reaches the one tab stop among the chart's other controls, and arrow keys move on from there.
        for _ in range(6):
            shown.keyboard.press("Tab")
            if shown.evaluate(NAME) is not None:
                break
        first = shown.evaluate(NAME)
        assert first is not None, case
        shown.evaluate(NOTED)
        # From the first row up to the headers, along them in either direction of writing, and down over all rows.
        heads = shown.locator("main table thead button").count()
        for key, times in (("Home", 1), ("ArrowUp", 1), ("ArrowRight", heads), ("ArrowLeft", heads)):
            for _ in range(times):
                shown.keyboard.press(key)
        for _ in names:
            shown.keyboard.press("ArrowDown")
        assert {first, *shown.evaluate("reached")} == set(names), case
        assert shown.evaluate(STOPS) == 1, case


def test_a_step_of_the_bridge_is_chosen_by_key(leaf: Leaf) -> None:
    shown = live(leaf(page(golden("adjusted_balance/bridge"))), "adjusted_balance/bridge")
    first = shown.locator("tbody button").first
    shown.keyboard.press("Tab")
    expect(first).to_be_focused()
    shown.keyboard.press("Enter")
    expect(first).to_have_attribute("aria-pressed", "true")
    shown.keyboard.press("ArrowDown")
    shown.keyboard.press("Space")
    expect(shown.locator("tbody button").nth(1)).to_have_attribute("aria-pressed", "true")


def test_the_stop_goes_to_another_when_its_row_has_gone(leaf: Leaf) -> None:
    spec = golden("input_reliance/ranking")
    spec["top"] = 1
    for row in spec["rows"]:
        row.pop("highlight", None)
    shown = live(leaf(page(spec)), "input_reliance/ranking")
    row = shown.locator("tbody button")
    expect(row).to_have_text("Mexico")
    row.focus()
    shown.get_by_label("First year").select_option("2005")
    expect(row).to_have_text("Canada")
    assert shown.evaluate(STOPS) == 1


@pytest.mark.parametrize("chart", CHARTS)
def test_letters_of_twice_the_size_cut_and_cover_nothing_on_a_phone(leaf: Leaf, chart: str) -> None:
    for case in of(chart):
        shown = live(leaf(page(golden(case))), case)
        shown.add_style_tag(content="html{font-size:200%;width:375px}")
        assert shown.evaluate(FAULTS) == [], case
