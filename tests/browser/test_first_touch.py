"""A chart is static until a reader uses it; the reader's first event hydrates it and is not lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from golden import golden, in_turn
from tradecontext.outputs import renderer
from tradecontext.outputs.component import component
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Open = Callable[..., Page]

# Makes the browser appear busy: idle callbacks wait until IDLE runs them.
BUSY = "<script>window.waiting = []; window.requestIdleCallback = (each) => waiting.push(each)</script>"
IDLE = "() => { for (const each of waiting.splice(0)) each(); }"
DRAWN = """() => (document.querySelector("trade-chart")?.shadowRoot ?? document).querySelector(".tc-body").innerHTML"""
CASES = [
    "deficit_ranking/everything",
    "input_reliance/lines",
    "comparative_advantage/groups",
    "adjusted_balance/assumption",
]
KINDS = ["page", "component"]
ANSWERS = [("Vietnam", "button[aria-pressed=true]"), ("Partner", "[aria-sort=ascending]")]


def busy(spec: dict[str, Any], kind: str) -> str:
    """Return a page, or an article with a component, for a browser that appears busy."""
    if kind == "page":
        return page(spec).replace("<head>", f"<head>{BUSY}", 1)
    script = f"<script>{renderer.bundle('component.js')}</script>"
    return (
        f"<!doctype html><html><head>{BUSY}<title>Article</title></head><body>{component(spec)}{script}</body></html>"
    )


@pytest.fixture(params=["chromium", "firefox"])
def opened(request: pytest.FixtureRequest) -> Open:
    """Open HTML in Chromium or Firefox; it is loaded, but not hydrated."""
    if request.param == "firefox":
        tab: Page = request.getfixturevalue("tab")

        def there(html: str) -> Page:
            tab.set_content(html)
            tab.wait_for_function("waiting.length > 0")
            return tab

        return there
    show: Open = request.getfixturevalue("show")

    def here(html: str, **options: Any) -> Page:
        shown = show(html, answering=False, reduced_motion="reduce", **options)
        shown.wait_for_function("waiting.length > 0")
        return shown

    return here


def row(shown: Page, name: str) -> Locator:
    return shown.get_by_text(name, exact=True)


def pressed(shown: Page) -> Locator:
    return shown.locator("button[aria-pressed=true]")


@pytest.mark.parametrize(("case", "kind"), in_turn(CASES, KINDS))
def test_until_then_it_is_as_it_was_drawn(opened: Open, case: str, kind: str) -> None:
    spec = golden(case)
    shown = opened(busy(spec, kind))
    markup = shown.evaluate(DRAWN)
    # The original markup, serialised by the browser for the comparison.
    still = shown.evaluate(
        "html => new DOMParser().parseFromString(html, 'text/html').querySelector('.tc-body').innerHTML",
        renderer.draw("drawHtml", to_json(spec), "p"),
    )
    assert markup == still
    expect(shown.locator("button, select, input")).to_have_count(0)
    shown.evaluate(IDLE)
    expect(shown.locator(":is(thead, tbody) button").first).to_be_attached()


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_press_on_a_row_selects_it(opened: Open, kind: str) -> None:
    shown = opened(busy(golden("deficit_ranking/context"), kind))
    row(shown, "Vietnam").click()
    expect(pressed(shown)).to_have_text(["Vietnam"])


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_press_on_a_head_sorts(opened: Open, kind: str) -> None:
    spec = golden("deficit_ranking/context")
    shown = opened(busy(spec, kind))
    row(shown, "Partner").click()
    expect(shown.locator("thead th").first).to_have_attribute("aria-sort", "ascending")
    expect(shown.locator("tbody th button")).to_have_text(sorted(each["name"] for each in spec["rows"]))


@pytest.mark.parametrize(("kind", "asked"), in_turn(KINDS, ANSWERS))
def test_a_click_alone_is_answered(opened: Open, kind: str, asked: tuple[str, str]) -> None:
    """A click without a pointer event before it, as a screen reader makes it."""
    what, answer = asked
    shown = opened(busy(golden("deficit_ranking/context"), kind))
    row(shown, what).evaluate("one => one.click()")
    expect(shown.locator(answer)).to_have_text([what])


@pytest.mark.parametrize("kind", KINDS)
def test_tab_comes_into_it_and_the_next_key_acts(opened: Open, kind: str) -> None:
    spec = golden("deficit_ranking/context")
    shown = opened(busy(spec, kind))
    shown.keyboard.press("Tab")
    focused = shown.locator("thead button:focus")
    expect(focused).to_have_text(spec["columns"]["deficit"])
    shown.keyboard.press("Enter")
    expect(shown.locator("thead th").nth(1)).to_have_attribute("aria-sort", "ascending")


def test_pointing_reads_out(opened: Open) -> None:
    spec = golden("deficit_ranking/context")
    shown = opened(busy(spec, "page"))
    row(shown, "Japan").hover()
    said = next(each["readout"] for each in spec["rows"] if each["name"] == "Japan")
    expect(shown.locator("tr", has_text="Japan")).to_have_attribute("title", said)


@pytest.mark.parametrize(("what", "answer"), ANSWERS)
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_tap_is_one(show: Open, kind: str, what: str, answer: str) -> None:
    shown = show(busy(golden("deficit_ranking/context"), kind), answering=False, has_touch=True)
    shown.wait_for_function("waiting.length > 0")
    row(shown, what).tap()
    expect(shown.locator(answer)).to_have_text([what])


@pytest.mark.parametrize(("what", "answer"), ANSWERS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_press_under_a_pointer_that_rested_there(show: Open, kind: str, what: str, answer: str) -> None:
    html = busy(golden("deficit_ranking/context"), kind)
    shown = show(html, answering=False)
    box = row(shown, what).bounding_box()
    assert box
    shown.mouse.move(box["x"] + 5, box["y"] + 5)
    shown.reload()
    shown.wait_for_function("window.waiting?.length > 0")
    shown.mouse.down()
    # Nor is the press lost if the browser becomes idle in the middle of it.
    shown.evaluate(IDLE)
    shown.mouse.up()
    expect(shown.locator(answer)).to_have_text([what])


def test_a_year_is_chosen_by_the_first_who_comes_to_it(opened: Open) -> None:
    shown = opened(busy(golden("input_reliance/plain"), "page"))
    box = shown.locator(".tc-period b").first.bounding_box()
    assert box
    shown.mouse.move(box["x"] + 5, box["y"] + 5)
    shown.locator(".tc-period select").first.select_option("2000")
    expect(shown.locator(".tc-headline")).to_contain_text("2000")


def test_a_frame_says_its_height_at_once(show: Open) -> None:
    inside = "http://chart.test/inside"
    watch = "<script>addEventListener('message', ({ data }) => { window.height = data.height })</script>"
    html = f"<!doctype html><title>Article</title>{watch}<iframe src='{inside}' width='688' height='99'></iframe>"
    shown = show(html, pages={inside: busy(golden("deficit_ranking/context"), "page")})
    shown.wait_for_function("window.height > 200")
    assert shown.frames[1].evaluate("document.querySelectorAll('button').length") == 0


def test_what_is_far_is_not_laid_out_until_a_reader_comes_near(show: Open) -> None:
    laid = "one => one.shadowRoot.querySelector('figure').checkVisibility({ contentVisibilityAuto: true })"
    snippet, space = component(golden("deficit_ranking/context")), '<div style="height:20000px"></div>'
    script = f"<script>{renderer.bundle('component.js')}</script>"
    shown = show(f"<!doctype html><title>Article</title>{snippet}{space}{snippet}{script}")
    near, far = shown.locator("trade-chart").all()
    assert near.evaluate(laid)
    assert not far.evaluate(laid)
    # The reserved height is that of the chart, or slightly more.
    tall, room = (each.evaluate("one => one.offsetHeight") for each in (near, far))
    assert tall <= room < tall * 1.25
    far.scroll_into_view_if_needed()
    shown.wait_for_function(f"({laid})([...document.querySelectorAll('trade-chart')].at(-1))")
    assert far.evaluate("one => one.offsetHeight") == tall
    far.get_by_role("button", name="Vietnam", exact=True).click()
    expect(pressed(shown)).to_have_text(["Vietnam"])
    # The outline of a selected row may overflow.
    assert far.evaluate("one => getComputedStyle(one).overflowClipMargin") == "4px"
