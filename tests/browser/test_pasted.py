"""The custom element and the inline chart in pages with styles and scripts of their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from golden import golden, told
from tradecontext.outputs import renderer
from tradecontext.outputs.component import component
from tradecontext.outputs.inline import inline

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Show = Callable[..., Page]

RUNTIME = "http://desk.test/component.js"
CHARTS = [
    "deficit_ranking/everything",
    "input_reliance/plain",
    "comparative_advantage/groups",
    "adjusted_balance/value_added",
]
HOST = """<!doctype html><html><head><meta charset="utf-8"><title>Host</title>
<style>body{margin:16px}%s</style></head><body><div id="main"><p id="before">Before, <b>bold</b>.</p>%s<table id="own"><tr><th>Own</th><td><i>cell</i></td></tr></table></div></body></html>"""

# A site whose styles hit every element: by type, by id, by the universal selector, and with another root font size.
LOUD = """html{font-size:62.5%}
body{font:italic 22px/2.4 cursive;color:#800;text-align:justify;letter-spacing:2px;text-transform:uppercase;word-spacing:9px}
*{margin:7px;color:#a00;font-family:cursive;line-height:3;letter-spacing:2px}
#main table td,#main table th{border:3px solid red;padding:20px;text-align:center;background:yellow;vertical-align:bottom}
#main tr:nth-child(odd){background:#cfc} #main table{table-layout:fixed;width:300px;font-size:30px}
i{font-size:40px} i::before,th::after{content:"x";color:blue;position:absolute} span{display:inline-block;padding:9px}
p{margin:2em 0;text-indent:3em} figure{border:5px dotted blue;padding:30px;float:left;width:50%} b,small,em{font-size:150%}
svg{width:20px;overflow:hidden} path,line{fill:red;stroke:blue;stroke-width:9} a{color:lime} figcaption{display:none}
details{border:9px solid} button,select{background:red;padding:1em;font-size:40px} trade-chart,trade-chart *{color:red;font-size:50px}
trade-chart{margin:0}"""

# The place and look of everything in a chart; for a line only its stroke, because nothing else of it is visible.
PLACES = """where => { const root = where === "component" ? document.querySelector("trade-chart").shadowRoot : document;
  const figure = root.querySelector("figure"), from = figure.getBoundingClientRect();
  return [figure, ...figure.querySelectorAll("*")].filter((one) => one.checkVisibility()).map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect(), style = getComputedStyle(one);
    const looks = one.ownerSVGElement ? ["stroke", "strokeWidth", "fill", "opacity"]
      : ["color", "fontSize", "fontFamily", "fontStyle", "fontWeight", "backgroundColor", "letterSpacing", "textTransform", "borderTopWidth"];
    return [one.localName, ...[x - from.x, y - from.y, width, height].map((side) => Math.round(side * 10) / 10), ...looks.map((name) => style[name])].join(" ");
  });
}"""
OWN = """() => ["body", "#before", "#before b", "#own", "#own th", "#own i"].map((each) => {
  const style = getComputedStyle(document.querySelector(each));
  return [...style].filter((name) => !/^(block-size|height|inline-size|width|perspective-origin|transform-origin)$/.test(name)).map((name) => style[name]).join(";");
})"""


def charts(shown: Page) -> Locator:
    return shown.locator("trade-chart")


def live(show: Show, *specs: dict[str, Any], **options: Any) -> Page:
    """Open a page with components and their runtime."""
    body = "".join(component(spec, RUNTIME) for spec in specs)
    return show(HOST % ("", body), pages={RUNTIME: renderer.bundle("component.js")}, reduced_motion="reduce", **options)


def chosen(chart: Locator) -> list[str]:
    # Not the inner texts: those are empty until a chart that was moved is painted again.
    return chart.locator("button[aria-pressed=true]").all_text_contents()


@pytest.mark.parametrize("case", CHARTS)
def test_a_component_is_drawn_without_a_script_and_answers_with_one(show: Show, case: str) -> None:
    spec = golden(case)
    still = show(HOST % ("", component(spec)), scripts=False)
    for name, value in told(spec):
        expect(charts(still).locator("tr").filter(has_text=name).filter(has_text=value)).not_to_have_count(0)
    expect(charts(still).locator("button")).to_have_count(0)
    expect(charts(still).locator(".tc-readout").first).to_be_hidden()

    shown = live(show, spec)
    names = charts(shown).locator("tbody button")
    names.nth(1).click()
    assert chosen(charts(shown)) == [names.nth(1).inner_text()]
    before = charts(shown).locator("tbody th > :first-child").all_inner_texts()
    charts(shown).locator("thead button").first.click()
    after = charts(shown).locator("tbody th > :first-child").all_inner_texts()
    assert after != before
    assert sorted(after) == sorted(before)


def test_two_components_on_a_page_are_two(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    shown = live(show, spec, spec, golden("input_reliance/plain"))
    one, other, third = charts(shown).all()
    one.get_by_role("button", name="Mexico", exact=True).click()
    third.get_by_role("button", name="Canada", exact=True).click()
    assert (chosen(one), chosen(other), chosen(third)) == (["Mexico"], [], ["Canada"])
    # The runtime was pasted three times, and no ids are shared between charts.
    assert shown.locator(f'script[src="{RUNTIME}"]').count() == 3
    assert (
        shown.evaluate(
            "[...document.querySelectorAll('trade-chart')].flatMap((one) => [...one.shadowRoot.querySelectorAll('[id]')]).length"
        )
        == 0
    )


def test_a_component_may_come_late_move_go_and_come_back(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    shown = live(show, golden("deficit_ranking/one_row"))
    shown.evaluate(
        "snippet => { document.body.insertAdjacentHTML('beforeend', `<section id=late>${snippet}</section><aside></aside>`) }",
        component(spec),
    )
    late = shown.locator("trade-chart").last
    late.get_by_role("button", name="Mexico", exact=True).click()
    assert chosen(late) == ["Mexico"]
    shown.evaluate("document.querySelector('aside').append(document.querySelector('#late trade-chart'))")
    assert chosen(shown.locator("aside trade-chart")) == ["Mexico"]
    shown.evaluate("window.kept = document.querySelector('aside trade-chart'), kept.remove()")
    expect(charts(shown)).to_have_count(1)
    shown.evaluate("document.body.prepend(kept), window.kept = null")
    first = charts(shown).first
    assert chosen(first) == ["Mexico"]
    first.get_by_role("button", name="Japan", exact=True).click()
    assert chosen(first) == ["Mexico", "Japan"]


def test_a_copied_component_is_a_chart_of_its_own(show: Show) -> None:
    shown = live(show, golden("deficit_ranking/context"))
    shown.evaluate("document.body.append(document.querySelector('trade-chart').cloneNode(true))")
    copy = charts(shown).nth(1)
    expect(copy.locator("th[scope=row]")).to_have_count(10)


def test_components_taken_out_are_forgotten(show: Show) -> None:
    shown = live(show, golden("deficit_ranking/one_row"))
    snippet = component(golden("deficit_ranking/context"))
    shown.evaluate(
        """snippet => { for (let i = 0; i < 20; i++) {
            const place = document.body.appendChild(document.createElement("div"));
            place.innerHTML = snippet;
            if (i % 2) place.firstChild.shadowRoot.querySelector("thead span").click();
            place.remove();
        } }""",
        snippet,
    )
    session = shown.context.new_cdp_session(shown)
    session.send("HeapProfiler.collectGarbage")
    prototype = session.send("Runtime.evaluate", {"expression": "customElements.get('trade-chart').prototype"})
    found = session.send("Runtime.queryObjects", {"prototypeObjectId": prototype["result"]["objectId"]})
    count = session.send(
        "Runtime.callFunctionOn",
        {
            "objectId": found["objects"]["objectId"],
            "functionDeclaration": "function () { return this.length }",
            "returnByValue": True,
        },
    )
    assert count["result"]["value"] == 1


def test_the_runtime_leaves_a_chart_it_does_not_know_as_it_was_drawn(show: Show) -> None:
    snippet = component(golden("deficit_ranking/plain"), RUNTIME).replace(
        '{"chart":"deficit_ranking"', '{"chart":"of_tomorrow"'
    )
    shown = show(HOST % ("", snippet), answering=False, pages={RUNTIME: renderer.bundle("component.js")})
    shown.wait_for_function("!!customElements.get('trade-chart')")
    charts(shown).locator("th[scope=row]").first.click()
    expect(charts(shown).locator("th[scope=row]")).to_have_count(10)
    expect(charts(shown).locator("button")).to_have_count(0)


@pytest.mark.parametrize("kind", [component, inline])
@pytest.mark.parametrize("case", CHARTS)
def test_no_style_gets_in_and_none_gets_out(show: Show, case: str, kind: Callable[..., str]) -> None:
    # The page may style the column around the snippet, but not the snippet.
    snippet = re.sub(r"^<div[^>]*>|</div>$", "", kind(golden(case)).strip())
    quiet = show(HOST % ("", f'<div class="place" style="all:initial;display:block">{snippet}</div>'))
    # The text colour is all that a chart inherits.
    loud = show(HOST % (LOUD, f'<div class="place" style="color:CanvasText">{snippet}</div>'))
    for width in (280, 680):
        seen = []
        for shown in (quiet, loud):
            shown.locator(".place").evaluate("(place, width) => { place.style.width = `${width}px` }", width)
            seen.append(shown.evaluate(PLACES, kind.__name__))
        assert seen[0] == seen[1]
        assert len(seen[0]) > 60
    for shown in (quiet, loud):
        before = shown.evaluate(OWN)
        shown.locator(".place").evaluate("place => place.remove()")
        assert shown.evaluate(OWN) == before


@pytest.mark.parametrize("kind", [component, inline])
def test_a_chart_has_the_ink_of_its_host_unless_it_has_its_own(show: Show, kind: Callable[..., str]) -> None:
    spec = golden("deficit_ranking/plain")
    ink = "one => getComputedStyle(one).color"
    dark, light = "rgb(236, 238, 240)", "rgb(23, 25, 28)"
    white, black = "rgb(255, 255, 255)", "rgb(0, 0, 0)"
    # The reader's system is dark; a page that does not declare dark colours stays light.
    shown = show(HOST % ("", kind(spec)), scheme="dark")
    headline = shown.locator(".tc-headline")
    for scheme, expected in (("normal", black), ("light", black), ("dark", white), ("light dark", white)):
        shown.evaluate("scheme => { document.documentElement.style.colorScheme = scheme }", scheme)
        assert headline.evaluate(ink) == expected, scheme
    for theme, scheme, expected in (("light", "dark", light), ("dark", "light", dark)):
        own = show(HOST % (f":root{{color-scheme:{scheme}}}", kind({**spec, "theme": theme})), scheme="dark")
        assert own.locator(".tc-headline").evaluate(ink) == expected, theme


def test_an_inline_chart_is_whole_without_scripts_and_has_nothing_to_press(show: Show) -> None:
    spec = golden("input_reliance/plain")
    shown = show(HOST % ("", inline(spec)), scripts=False)
    for name, value in told(spec):
        expect(shown.locator("figure tr").filter(has_text=name).filter(has_text=value)).not_to_have_count(0)
    assert shown.locator("figure path").count() > 10
    expect(shown.locator(".tc-readout")).to_be_hidden()
    assert not re.search(r"<(button|select|input|script)\b", shown.locator("figure").evaluate("one => one.outerHTML"))
