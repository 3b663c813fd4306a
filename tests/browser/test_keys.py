"""Keys pressed in a chart go to its controls, not to the notebook, in whichever event phase the host listens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from host import hosted, put
from playwright.sync_api import expect

from golden import SOME, about, golden, in_turn
from tradecontext.outputs.embed import embed
from tradecontext.outputs.page import page
from tradecontext.spec import charts

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

# A model of @lumino/commands: from the event's target upwards, it takes a key binding whose selector matches, until an
# element has the attribute that suppresses shortcuts. The notebook's command mode is bound to ":focus" inside the
# notebook, and Ctrl+S to the whole page.
HOST = """(phase) => {
  window.heard = [];
  const bindings = [["main :focus", (event) => !event.ctrlKey], ["body", (event) => event.ctrlKey]];
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented) return;
    for (const [selector, takes] of bindings) {
      if (!takes(event)) continue;
      for (let at = event.target; at && !(phase === "capture" && at.hasAttribute("data-lm-suppress-shortcuts")); at = at.parentElement) {
        if (at.matches(selector)) {
          window.heard.push(event.key);
          // A binding is run instead of what the key would do.
          if (!/^(Tab|Escape)$/.test(event.key)) event.preventDefault();
          return;
        }
      }
    }
  }, phase === "capture");
}"""
FOCUSABLE = """() => {
  const found = [];
  const visit = (root) => {
    for (const each of root.querySelectorAll("*")) {
      each.focus?.();
      if (document.activeElement === each) found.push([each.outerHTML.slice(0, 80), each.hasAttribute("data-lm-suppress-shortcuts")]);
    }
  };
  for (const folded of document.querySelectorAll("main details")) folded.open = true;
  visit(document.querySelector("main"));
  return found;
}"""
CONTROLS = {chart: f"{chart}/{about(chart).CONTROLS}" for chart in charts()}


def live(show: Show, case: str, phase: str = "capture") -> Page:
    shown = hosted(show)
    shown.evaluate(HOST, phase)
    put(shown, golden(case))
    return shown


def test_whatever_can_have_the_focus_says_that_it_wants_no_shortcuts(show: Show) -> None:
    shown = hosted(show)
    for case in SOME:
        shown.evaluate("() => { for (const each of window.widgets ?? []) { each.remove(); each.el.remove() } }")
        shown.evaluate("() => { window.widgets = [] }")
        put(shown, golden(case))
        found = shown.evaluate(FOCUSABLE)
        # Every chart has a link to its source or a row to select, except a chart without rows.
        assert found or case.endswith("no_row"), case
        assert [what for what, said in found if not said] == [], case


def test_a_page_says_nothing_to_a_notebook() -> None:
    for case in CONTROLS.values():
        for text in (page(golden(case)), embed(golden(case), "component")):
            assert "suppress-shortcuts" not in text


@pytest.mark.parametrize(("case", "phase"), in_turn(CONTROLS.values(), ["capture", "bubble"]), ids=list(CONTROLS))
def test_no_letter_reaches_the_host_from_any_control(show: Show, case: str, phase: str) -> None:
    shown = live(show, case, phase)
    for folded in shown.locator("summary").all():
        folded.click()
    # In some browsers a letter or an arrow opens the list of a select element; Escape closes it.
    controls = shown.locator("main :is(button, select, input, summary, a[href])")
    assert controls.count() > 3
    for index in range(0, controls.count(), max(1, controls.count() // 12)):
        controls.nth(index).focus()
        for key in (*"addxzm1", "Shift+M", "ArrowUp", "Home"):
            shown.keyboard.press(key)
    assert shown.evaluate("heard") == []


@pytest.mark.parametrize("phase", ["capture", "bubble"])
def test_the_host_keeps_its_combinations_tab_and_an_unused_escape(show: Show, phase: str) -> None:
    shown = live(show, CONTROLS["deficit_ranking"], phase)
    button = shown.locator("tbody button").first
    button.focus()
    for key in ("Control+s", "d", "Control+b", "d"):
        shown.keyboard.press(key)
    assert [key for key in shown.evaluate("heard") if key != "Control"] == ["s", "b"]
    expect(button).to_have_attribute("data-lm-suppress-shortcuts", "true")
    # The chart uses an Escape that clears a selection; a further Escape goes to the host, and so does Tab.
    shown.evaluate("() => { heard.length = 0 }")
    shown.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    shown.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-pressed", "false")
    if phase == "bubble":
        assert shown.evaluate("heard") == []
    shown.evaluate("() => { heard.length = 0 }")
    shown.keyboard.press("Escape")
    assert shown.evaluate("heard") == ["Escape"]
    shown.keyboard.press("Tab")
    expect(button).not_to_be_focused()


def test_a_host_listens_in_vain_inside_a_shadow_root_too(show: Show) -> None:
    shown = hosted(show)
    shown.evaluate(HOST, "bubble")
    shown.evaluate("() => document.querySelector('main').attachShadow({ mode: 'open' })")
    put(shown, golden(CONTROLS["deficit_ranking"]))
    shown.locator("tbody button").first.focus()
    for key in (*"dd", "ArrowDown", "Enter"):
        shown.keyboard.press(key)
    assert shown.evaluate("heard") == []


def test_nothing_listens_once_the_chart_is_gone(show: Show) -> None:
    shown = hosted(show)
    counted: Any = shown.evaluate(
        """() => {
          window.listening = 0;
          for (const [method, step] of [["addEventListener", 1], ["removeEventListener", -1]]) {
            const own = window[method];
            window[method] = function (type, ...rest) { if (type === "keydown") window.listening += step; return own.call(this, type, ...rest); };
          }
        }"""
    )
    assert counted is None
    put(shown, golden(CONTROLS["deficit_ranking"]))
    assert shown.evaluate("listening") == 1
    shown.evaluate("() => widgets[0].remove()")
    assert shown.evaluate("listening") == 0
    assert shown.evaluate("() => Object.values(widgets[0].listeners).every((each) => !each.size)")
