"""How a reader uses a table: details below their rows, rows chosen, rows found, and the way back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from host import hosted, put
from playwright.sync_api import expect

import tradecontext as tc
from golden import golden, in_turn
from tradecontext.outputs.embed import embed
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Show = Callable[..., Page]

CASES = [
    "deficit_ranking/everything",
    "input_reliance/ranking",
    "comparative_advantage/groups",
    "adjusted_balance/value_added",
    "adjusted_balance/content",
]
VISIBLE = """one => {
  const box = one.getBoundingClientRect();
  return box.height > 0 && box.top >= -1 && box.bottom <= innerHeight + 1 && box.left >= 0 && box.right <= innerWidth;
}"""
BUSY = "<script>window.waiting = []; window.requestIdleCallback = (each) => waiting.push(each)</script>"
HEARD = """() => {
  window.heard = [];
  new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((one) => heard.push(one.textContent))))
    .observe(document.querySelector("[aria-live]"), { childList: true, subtree: true, characterData: true });
}"""


def row(shown: Page | Locator, name: str) -> Locator:
    return shown.get_by_role("button", name=name, exact=True)


def reset(shown: Page) -> Locator:
    return shown.get_by_role("button", name="Reset", exact=True)


def field(shown: Page) -> Locator:
    return shown.get_by_role("searchbox", name="Find a country")


def names(shown: Page) -> list[str]:
    return shown.locator("tbody tr:not([data-unfound]) th > :first-child").all_inner_texts()


def long_list() -> dict[str, Any]:
    """Return a spec of 30 rows and a total; Cote d'Ivoire and its accents are among the names."""
    trade = tc.data.us_goods_trade()
    return dict(tc.DeficitRanking(trade, year=2024, top=30, highlight=["CIV"], total=True).spec)


@pytest.mark.parametrize(("case", "width"), in_turn(CASES, [320, 720]))
def test_a_tap_opens_the_detail_below_its_row_and_on_the_screen(show: Show, case: str, width: int) -> None:
    spec = golden(case)
    shown = show(page(spec), width=width, height=568, has_touch=True)
    buttons = shown.locator("tbody button").all()
    # The first rows, and the last ones, whose details would be off the screen first.
    for button in buttons[:2] + buttons[-3:]:
        line = shown.locator("tr", has=row(shown, button.inner_text()))
        said = str(line.get_attribute("title"))
        assert said.startswith(button.inner_text())
        top = line.evaluate("one => one.offsetTop")
        button.tap()
        detail = line.locator("+ .tc-detail")
        expect(detail).to_have_text(said)
        assert detail.evaluate(VISIBLE)
        assert detail.evaluate("one => one.offsetTop") >= top + line.evaluate("one => one.offsetHeight") - 1
        assert line.evaluate("one => one.offsetTop") == top, "what was touched stays where it was"
        button.tap()
        expect(detail).to_have_count(0)


def test_no_room_is_kept_for_details(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    below = "() => document.querySelector('.tc-foot').offsetTop - document.querySelector('table').getBoundingClientRect().bottom"
    for width in (320, 720):
        assert show(page(spec), width=width).evaluate(below) < 48


def test_pointing_takes_no_room(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    shown = show(page(spec))
    tall = shown.evaluate("document.body.scrollHeight")
    shown.locator("tr", has=row(shown, "Japan")).hover()
    japan = next(each["readout"] for each in spec["rows"] if each["name"] == "Japan")
    expect(shown.locator("tr", has=row(shown, "Japan"))).to_have_attribute("title", japan)
    assert shown.evaluate("document.body.scrollHeight") == tall


def test_a_selection_is_announced_once_and_a_deselection_is_not(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    said = {each["name"]: each["readout"] for each in spec["rows"]}
    shown = show(page(spec))
    shown.evaluate(HEARD)
    for name in ("Mexico", "Japan"):
        row(shown, name).press("Enter")
        expect(shown.locator(".tc-told")).to_have_text(said[name])
    row(shown, "Japan").press("Enter")
    expect(shown.locator(".tc-told")).to_have_text("")
    assert [text for text in shown.evaluate("heard") if text] == [said["Mexico"], said["Japan"]]


def test_a_page_that_begins_with_a_selection_has_its_detail_without_scripts(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    spec["initial"]["selection"] = ["MEX"]
    mexico = next(each["readout"] for each in spec["rows"] if each["partner"] == "MEX")
    for scripts in (False, True):
        shown = show(page(spec), scripts=scripts)
        expect(shown.locator(".tc-detail")).to_have_text([mexico])


def test_two_chosen_rows_have_chips_that_take_them_out(show: Show) -> None:
    shown = show(page(golden("deficit_ranking/context")), reduced_motion="reduce")
    row(shown, "Mexico").click()
    chips = shown.locator(".tc-chosen button")
    expect(chips).to_have_count(0)
    row(shown, "Japan").click()
    expect(chips).to_have_text(["Mexico \u2715", "Japan \u2715"])
    boxes = [each.bounding_box() for each in (*chips.all(), reset(shown))]
    assert all(box and min(box["width"], box["height"]) >= 24 for box in boxes)
    row(shown, "Vietnam").click()
    shown.get_by_role("button", name="Remove Japan").click()
    expect(shown.locator("button[aria-pressed=true]")).to_have_text(["Mexico", "Vietnam"])
    shown.get_by_role("button", name="Remove Vietnam").press("Enter")
    expect(shown.locator("button[aria-pressed=true]")).to_have_text(["Mexico"])
    expect(chips).to_have_count(0)
    # The control that had the focus is gone; the focus is in the table, not lost.
    expect(shown.locator("table button:focus")).to_have_count(1)


def test_reset_undoes_sorting_selection_and_period(show: Show) -> None:
    spec = golden("input_reliance/ranking")
    shown = show(page(spec), reduced_motion="reduce")
    before = shown.locator("figure").inner_text()
    expect(reset(shown)).to_have_count(0)
    for act in (
        shown.locator("thead button").first.click,
        lambda: row(shown, "Brazil").click(),
        lambda: shown.get_by_label("First year").select_option("2005"),
    ):
        act()
        expect(reset(shown)).to_be_visible()
    reset(shown).press("Enter")
    expect(reset(shown)).to_have_count(0)
    assert shown.locator("figure").inner_text() == before
    expect(shown.locator("table button:focus")).to_have_count(1)
    # What is undone by hand needs no reset.
    row(shown, "Brazil").click()
    row(shown, "Brazil").click()
    expect(reset(shown)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 720])
def test_a_long_list_is_searched_by_name(show: Show, width: int) -> None:
    spec = long_list()
    shown = show(page(spec), width=width, reduced_motion="reduce")
    before = names(shown)
    long = shown.locator(".tc-track i").first.evaluate("one => one.offsetWidth")
    shown.evaluate(HEARD)
    field(shown).fill("CHI")
    assert names(shown) == ["China"]
    expect(shown.locator("tfoot tr")).to_be_hidden()
    field(shown).press("Tab")
    shown.keyboard.press("ArrowDown")
    expect(row(shown, "China")).to_be_focused()
    assert shown.locator(".tc-track i").first.evaluate("one => one.offsetWidth") == long, "the scale stays"
    field(shown).fill("cote")
    assert names(shown) == ["Côte d\u2019Ivoire"]
    field(shown).press("Tab")
    assert shown.evaluate("heard.at(-1)") == "Found: 1"
    field(shown).fill("no such country")
    assert names(shown) == []
    field(shown).press("Escape")
    expect(field(shown)).to_have_value("")
    assert names(shown) == before
    expect(shown.locator("tfoot tr")).to_be_visible()
    field(shown).fill("viet")
    row(shown, "Vietnam").click()
    reset(shown).click()
    expect(field(shown)).to_have_value("")
    assert names(shown) == before
    box = field(shown).bounding_box()
    assert box
    assert box["height"] >= 24


def test_a_short_list_has_no_field(show: Show) -> None:
    expect(field(show(page(golden("deficit_ranking/context"))))).to_have_count(0)


@pytest.mark.parametrize("width", [320, 720])
def test_the_field_has_its_place_before_the_page_is_live(show: Show, width: int) -> None:
    spec = long_list()
    shown = show(BUSY + page(spec), width=width, answering=False)
    shown.wait_for_function("waiting.length > 0")
    top = shown.locator("table").evaluate("one => one.offsetTop")
    shown.evaluate("() => { for (const each of waiting.splice(0)) each(); }")
    expect(field(shown)).to_be_visible()
    assert shown.locator("table").evaluate("one => one.offsetTop") == top
    expect(show(page(spec), width=width, scripts=False).locator(".tc-find")).to_be_hidden()


def test_in_a_notebook_chips_and_reset_reach_python(show: Show) -> None:
    shown = hosted(show)
    put(shown, golden("deficit_ranking/context"))
    kept = """() => ["selection", "sort_by"].map((name) => widgets[0].model.get(name))"""
    for name in ("Mexico", "Japan", "Vietnam"):
        row(shown, name).click()
    assert shown.evaluate(kept) == [["MEX", "JPN", "VNM"], "deficit"]
    shown.get_by_role("button", name="Remove Japan").click()
    assert shown.evaluate(kept) == [["MEX", "VNM"], "deficit"]
    shown.get_by_role("button", name="Partner").click()
    reset(shown).click()
    assert shown.evaluate(kept) == [[], "deficit"]
    expect(shown.locator(".tc-detail")).to_have_count(0)


def test_a_frame_grows_for_a_detail(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    shown = show(f"<!doctype html><title>Article</title><main>{embed(spec, 'srcdoc')}</main>", answering=False)
    inside = shown.frame_locator("iframe")
    frame = shown.locator("iframe")
    expect(row(inside, "Mexico")).to_be_visible()
    inner = shown.frames[1]
    fits = "() => document.documentElement.scrollHeight <= innerHeight"
    inner.wait_for_function(fits)
    before = frame.evaluate("one => one.offsetHeight")
    row(inside, "Mexico").click()
    expect(inside.locator(".tc-detail")).to_be_visible()
    inner.wait_for_function(fits)
    assert frame.evaluate("one => one.offsetHeight") > before + 16


def test_a_frame_that_cannot_grow_scrolls(show: Show) -> None:
    html = embed(golden("deficit_ranking/context"), "srcdoc")
    cut = re.sub(r'onload="[^"]*"', "", html)
    assert cut != html
    shown = show(f"<!doctype html><title>Article</title><main>{cut}</main>", answering=False)
    inside = shown.frame_locator("iframe")
    for name in ("Mexico", "Japan", "Canada", "India"):
        row(inside, name).click()
    shown.frames[1].evaluate("scrollTo(0, 9e9)")
    assert inside.locator(".tc-foot").evaluate("one => one.getBoundingClientRect().bottom <= innerHeight")


def test_every_head_shows_that_it_sorts(show: Show) -> None:
    arrows = "all => all.map((each) => getComputedStyle(each, '::after').content)"
    for case in CASES:
        shown = show(page(golden(case)))
        drawn = shown.eval_on_selector_all("thead button", arrows)
        assert drawn
        assert all("none" not in each and len(each) > 2 for each in drawn), case
        visible = "all => all.every((each) => getComputedStyle(each, '::after').visibility === 'visible')"
        assert shown.eval_on_selector_all("thead button", visible)


@pytest.mark.parametrize("width", [280, 320])
def test_heads_break_between_words_alone(show: Show, width: int) -> None:
    """No line of a head begins in the middle of a word."""
    broken = """all => all.flatMap((head) => {
      const found = [];
      const walk = document.createTreeWalker(head, NodeFilter.SHOW_TEXT);
      for (let node; (node = walk.nextNode()); ) {
        const range = document.createRange();
        for (const { index, 0: word } of node.data.matchAll(/[\\p{L}\\p{N}\\u2019'-]+/gu)) {
          range.setStart(node, index);
          range.setEnd(node, index + word.length);
          const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
          if (new Set(tops).size > 1) found.push(word);
        }
      }
      return found;
    })"""
    for case in [*CASES, "deficit_ranking/context", "deficit_ranking/spanish", "input_reliance/plain"]:
        shown = show(page(golden(case)), width=width)
        assert shown.eval_on_selector_all("thead th", broken) == [], case
