"""Charts in WebKit: a page, a component, an inline table and a frame, used by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from geometry import FAULTS
from test_pasted import CHARTS, HOST
from webkit import webkit as started

from golden import golden, told
from tradecontext.outputs import renderer
from tradecontext.outputs.component import component
from tradecontext.outputs.inline import inline
from tradecontext.outputs.page import page
from tradecontext.outputs.srcdoc import srcdoc

if TYPE_CHECKING:
    from webkit import Tab

PRESSED = "[...document.querySelectorAll('button[aria-pressed=true]')].map((each) => each.textContent)"
NAMES = "[...document.querySelectorAll('tbody th > :first-child')].map((each) => each.textContent)"
FOCUSED = "document.activeElement.textContent"
TABLE = """[...document.querySelectorAll("tr:has(th[scope=row])")].map((row) =>
  [row.querySelector("th > :first-child").textContent, row.querySelector(".tc-value").firstChild.data.trim()])"""


def test_a_page_by_mouse(webkit: Tab) -> None:
    spec = golden("deficit_ranking/context")
    webkit.set_content(page(spec))
    webkit.click("tr[data-key=MEX] button")
    assert webkit.evaluate(PRESSED) == ["Mexico"]
    assert "Mexico" in webkit.evaluate("document.querySelector('.tc-detail').innerText")
    webkit.click("thead th button")
    assert webkit.evaluate(NAMES) == sorted(row["name"] for row in spec["rows"])


def test_a_page_by_keyboard(webkit: Tab) -> None:
    webkit.set_content(page(golden("deficit_ranking/context")))
    webkit.press("TAB")
    assert webkit.evaluate("document.activeElement.matches('thead button')")
    webkit.press("ARROW_DOWN")
    first = webkit.evaluate(NAMES)[0]
    assert webkit.evaluate(FOCUSED) == first
    for key in ("ENTER", "SPACE"):
        webkit.press(key)
        assert webkit.evaluate(PRESSED) == [first]
        webkit.press(key)
        assert webkit.evaluate(PRESSED) == []
    webkit.press("ENTER")
    webkit.press("ESCAPE")
    assert webkit.evaluate(PRESSED) == []


def test_another_period(webkit: Tab) -> None:
    spec = golden("input_reliance/plain")
    webkit.set_content(page(spec))
    assert webkit.evaluate(TABLE) == [list(row) for row in told(spec)]
    webkit.evaluate(
        """() => {
            const year = document.querySelector(".tc-period select");
            [...year.options].find((each) => each.text === "2005").selected = true;
            year.dispatchEvent(new Event("change", { bubbles: true }));
        }"""
    )
    moved = {**spec, "initial": {**spec["initial"], "period": [2005, 2011]}}
    assert webkit.evaluate(TABLE) == [list(row) for row in told(moved)]
    assert webkit.evaluate("document.querySelector('.tc-headline').innerText").endswith("than in 2005")


@pytest.mark.parametrize("case", CHARTS)
def test_a_component_answers_and_nothing_is_out_of_place(webkit: Tab, case: str) -> None:
    html = HOST % ("", component(golden(case), "component.js"))
    webkit.set_content(html, component=renderer.bundle("component.js"))
    inside = "document.querySelector('trade-chart').shadowRoot"
    webkit.wait_for_function(f"{inside}.querySelector('tbody button') !== null")
    webkit.evaluate(f"{inside}.querySelector('tbody button').click()")
    assert len(webkit.evaluate(PRESSED.replace("document", inside))) == 1
    within = FAULTS.replace('document.querySelector(".tradecontext")', f"{inside}.querySelector('.tradecontext')")
    assert webkit.evaluate(within) == []


@pytest.mark.parametrize("case", CHARTS)
def test_an_inline_table_has_nothing_out_of_place(webkit: Tab, case: str) -> None:
    webkit.set_content(HOST % ("", inline(golden(case))))
    assert webkit.evaluate(FAULTS) == []
    webkit.evaluate("document.documentElement.style.width = '320px'")
    assert webkit.evaluate(FAULTS) == []


@pytest.mark.parametrize("case", CHARTS)
@pytest.mark.parametrize("width", [320, 720])
def test_a_frame_is_as_tall_as_its_page_and_answers(webkit: Tab, case: str, width: int) -> None:
    host = f"<!doctype html><title>Host</title><style>body{{margin:0;width:{width}px}}</style>"
    webkit.set_content(host + srcdoc(golden(case)).replace('loading="lazy"', ""))
    with webkit.inside("iframe"):
        webkit.wait_for_function("Math.ceil(document.body.getBoundingClientRect().height) === innerHeight")
        assert webkit.evaluate("document.documentElement.scrollWidth <= innerWidth")
        webkit.wait_for_function("!!document.querySelector('tbody button')")
        webkit.click("tbody button")
        assert len(webkit.evaluate(PRESSED)) == 1


def test_a_page_without_a_theme_is_dark_on_a_dark_system(tmp_path_factory: pytest.TempPathFactory) -> None:
    with started(tmp_path_factory.mktemp("dark"), dark=True) as tab:
        tab.set_content(page(golden("deficit_ranking/plain")))
        assert tab.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        assert tab.evaluate("getComputedStyle(document.querySelector('.tc-headline')).color") == "rgb(236, 238, 240)"
