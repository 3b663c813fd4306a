"""The frame around a hosted page: its height by style alone, its height as reported by the page, and its colours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from golden import golden
from markup import unheard
from tradecontext.outputs.iframe import iframe
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Page

    Show = Callable[..., Page]

ADDRESS = "http://desk.test/charts/a.html"
SECOND = "http://desk.test/charts/b.html"
HOST = """<!doctype html><html><head><meta charset="utf-8"><title>Host</title><meta name="viewport" content="width=device-width">
<style>body{margin:0 16px;%s}</style></head><body>%s<p id="after">After.</p></body></html>"""
EXACT = "() => [...document.querySelectorAll('iframe')].every((frame) => frame.offsetHeight === heights.get(frame.contentWindow))"
KEPT = """<script>const said = [], heights = new Map();
addEventListener("message", (event) => { said.push(event.data); if (event.data?.height) heights.set(event.source, event.data.height) })</script>"""

ONLY_IF_ASKED = "for (let id = 0; id < 1000; id++) clearTimeout(id)"
"""Keeps a page from telling its height of its own accord."""
SHIFT = """<script>let shift = 0;
new PerformanceObserver((list) => list.getEntries().forEach((one) => { shift += one.value })).observe({ type: "layout-shift", buffered: true })</script>"""


def hosted(body: str, style: str = "") -> str:
    return HOST % (style, KEPT + body)


def at_once(snippet: str) -> str:
    """Return the snippet without lazy loading."""
    return snippet.replace(' loading="lazy"', "")


def inside(shown: Page, address: str = ADDRESS) -> Frame:
    found = shown.frame(url=address)
    assert found
    found.wait_for_selector("figure")
    return found


def tall(frame: Frame) -> float:
    height: float = frame.evaluate("document.body.getBoundingClientRect().height")
    return height


@pytest.mark.parametrize(
    "chart", ["deficit_ranking/everything", "input_reliance/second", "comparative_advantage/groups"]
)
def test_without_its_listener_a_frame_is_tall_enough_at_every_width(show: Show, chart: str) -> None:
    spec = golden(chart)
    snippet = unheard(at_once(iframe(spec, ADDRESS)))
    shown = show(hosted(snippet), width=320, pages={ADDRESS: page(spec)})
    frame = inside(shown)
    for width in (290, 320, 375, 430, 500, 615, 617, 768):
        shown.set_viewport_size({"width": width, "height": 800})
        frame.wait_for_function("width => innerWidth === width", arg=width - 32)
        room = frame.evaluate("innerHeight")
        assert tall(frame) <= room, width
        assert room <= tall(frame) * 1.25, width


def test_with_its_listener_a_frame_is_as_tall_as_its_page_whatever_happens(show: Show) -> None:
    spec = golden("input_reliance/second")
    shown = show(hosted(at_once(iframe(spec, ADDRESS))), pages={ADDRESS: page(spec)})
    frame = inside(shown)
    seen = []
    # Wide, narrow, wide with larger letters as when a font loads late, and back: the frame has to grow and to shrink.
    for width, letters in ((720, "100%"), (360, "100%"), (720, "140%"), (720, "100%")):
        shown.set_viewport_size({"width": width, "height": 800})
        frame.evaluate("size => { document.documentElement.style.fontSize = size }", letters)
        shown.wait_for_function(EXACT)
        frame.wait_for_function("Math.ceil(document.body.getBoundingClientRect().height) === innerHeight")
        seen.append(tall(frame))
    first, narrow, large, last = seen
    assert narrow > first
    assert large > first
    assert last == first
    assert frame.evaluate("getComputedStyle(document.body).padding") == "4px"


def test_a_frame_in_a_tab_that_is_closed_at_first(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    snippet = f'<div hidden id="tab">{at_once(iframe(spec, ADDRESS))}</div>'
    shown = show(hosted(snippet), pages={ADDRESS: page(spec)})
    shown.wait_for_function("document.querySelector('iframe').contentWindow.length === 0")
    reserved = shown.locator("iframe").evaluate("frame => frame.style.height")
    shown.evaluate("tab.hidden = false")
    shown.wait_for_function("heights.size === 1")
    shown.wait_for_function(EXACT)
    assert tall(inside(shown)) > 200
    # While the frame was hidden, its page reported nothing: a height of 0 would have made the frame vanish.
    assert reserved.startswith("calc(")
    assert all(data["height"] > 200 for data in shown.evaluate("said"))


def test_frames_side_by_side_and_pasted_twice_keep_to_their_own_pages(show: Show) -> None:
    one, other = golden("deficit_ranking/plain"), golden("deficit_ranking/one_row")
    first, second = at_once(iframe(one, ADDRESS)), at_once(iframe(other, SECOND))
    shown = show(hosted(first + second + first), pages={ADDRESS: page(one), SECOND: page(other)})
    shown.wait_for_function("heights.size === 3")
    shown.wait_for_function(EXACT)
    heights = [frame.bounding_box()["height"] for frame in shown.locator("iframe").all()]
    assert heights[0] == heights[2] > heights[1] > 100


def test_a_frame_speaks_as_others_listen(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    asked = f"{ADDRESS}?initialWidth=688&childId=tc-1&parentTitle=Host"
    shown = show(hosted(unheard(at_once(iframe(spec, asked)))), pages={asked: page(spec)})
    shown.wait_for_function("said.some((data) => typeof data === 'string')")
    height = -(-tall(inside(shown, asked)) // 1)
    said = shown.evaluate("said")
    # Pym's text message, and one message for listeners of AMP and of Datawrapper, old and new.
    assert f"pymxPYMxtc-1xPYMxheightxPYMx{height:.0f}" in said
    amp = next(data for data in said if isinstance(data, dict))
    assert amp == {
        "sentinel": "amp",
        "type": "embed-size",
        "height": height,
        "title": spec["frame"]["headline"],
        "datawrapper-height": {"/charts/a.html": height},
    }
    # A listener that starts late asks for the height, as Pym does, and need not wait until it is told again.
    shown.frame(url=asked).evaluate(ONLY_IF_ASKED)
    before = len(said)
    shown.evaluate("document.querySelector('iframe').contentWindow.postMessage('pymxPYMxtc-1xPYMxwidthxPYMx688', '*')")
    shown.wait_for_function(f"said.length > {before}")


def test_a_frame_that_is_put_in_late_is_exact_too(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    shown = show(hosted(""), pages={ADDRESS: page(spec)})
    shown.evaluate("snippet => document.body.insertAdjacentHTML('afterbegin', snippet)", iframe(spec, ADDRESS))
    shown.wait_for_function("heights.size === 1")
    shown.wait_for_function(EXACT)
    # A moved frame loads again, and its reports are handled only once, although its listener was added again.
    shown.evaluate("heights.clear(), document.body.append(document.querySelector('div'))")
    shown.wait_for_function("heights.size === 1")
    shown.wait_for_function(EXACT)


def test_what_others_say_and_what_is_no_height_change_nothing(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    stranger = "<iframe id='stranger' srcdoc='Stranger' style='height:50px'></iframe>"
    shown = show(hosted(at_once(iframe(spec, ADDRESS)) + stranger), pages={ADDRESS: page(spec)})
    shown.wait_for_function("heights.size === 1")
    frame = inside(shown)
    before = shown.locator("iframe").first.bounding_box()["height"]
    message = "height => parent.postMessage({ type: 'embed-size', height }, '*')"
    shown.frames[2].evaluate(message, 333)
    wrong: list[Any] = [1e9, -300, 0, 5, 300.5, "12;color:red", None, [], {}, "calc(1px)", 1_000_000]
    for height in wrong:
        frame.evaluate(message, height)
    for data in ("'text'", "null", "undefined", "3", "{ type: 'embed-size' }"):
        frame.evaluate(f"parent.postMessage({data}, '*')")
    # Messages arrive in order, so after the last one all have been received; the page may tell its height after it.
    frame.evaluate("parent.postMessage('last', '*')")
    shown.wait_for_function("said.includes('last')")
    assert [one.bounding_box()["height"] for one in shown.locator("iframe").all()] == [before, 54]
    frame.evaluate(ONLY_IF_ASKED)
    frame.evaluate(message, 444)
    shown.wait_for_function("document.querySelector('iframe').offsetHeight === 444")


def test_nothing_moves_where_the_reserved_height_is_right(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    snippet = at_once(iframe(spec, ADDRESS))

    def shifted(reserved: str) -> tuple[float, float]:
        shown = show(hosted(SHIFT + reserved), width=720, height=1200, pages={ADDRESS: page(spec)})
        shown.wait_for_function("heights.size === 1")
        shown.wait_for_function(EXACT)
        shown.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return shown.evaluate("shift"), tall(inside(shown))

    moved, needed = shifted(snippet)
    right = re.sub(r"height:calc\(.*?\);border", f"height:{-(-needed // 1):.0f}px;border", snippet)
    assert shifted(right)[0] == 0
    # The measurement works: a frame that had reserved too much height moves the text under it slightly.
    assert 0 < moved < 0.1


def test_nothing_a_reader_sees_moves_where_a_frame_comes_into_view_by_scrolling(show: Show) -> None:
    spec = golden("input_reliance/second")
    story = '<p style="height:1000px">Story.</p>'
    snippet = iframe(spec, ADDRESS)
    shown = show(hosted(SHIFT + story + snippet), pages={ADDRESS: page(spec)})
    # The frame loads while it is near the viewport, and gets its exact height before it is visible.
    shown.wait_for_function("heights.size === 1")
    shown.wait_for_function(EXACT)
    assert shown.locator("iframe").bounding_box()["height"] != int(re.search(r"calc\((\d+)px", snippet)[1])
    shown.locator("#after").scroll_into_view_if_needed()
    shown.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    # A pixel of rounding, where the page is taken over only now, is not seen.
    assert shown.evaluate("shift") < 0.001


@pytest.mark.parametrize(
    ("style", "ink"),
    [
        ("background:#111;color:#eee", "rgb(236, 238, 240)"),
        ("background:#fff;color:#222", "rgb(23, 25, 28)"),
        ("color-scheme:dark", "rgb(236, 238, 240)"),
    ],
)
def test_a_frame_has_its_hosts_ground_and_letters_to_be_read_on_it(show: Show, style: str, ink: str) -> None:
    spec = golden("deficit_ranking/plain")
    shown = show(hosted(at_once(iframe(spec, ADDRESS)), style), scheme="null", pages={ADDRESS: page(spec)})
    frame = inside(shown)
    letters = "getComputedStyle(document.querySelector('h1')).color"
    frame.wait_for_function(f"{letters} === '{ink}'")
    ground = shown.locator("#after").evaluate("one => getComputedStyle(document.body).backgroundColor")
    assert frame.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert ground is not None


def test_a_frame_follows_a_site_that_changes_its_ground(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    style = "background:#fff;color:#222} body.dark{background:#111;color:#eee"
    shown = show(hosted(at_once(iframe(spec, ADDRESS)), style), scheme="null", pages={ADDRESS: page(spec)})
    frame = inside(shown)
    dark = "matchMedia('(prefers-color-scheme: dark)').matches"
    for name, found in (("", "!"), ("dark", ""), ("", "!")):
        shown.evaluate("name => { document.body.className = name }", name)
        frame.wait_for_function(f"{found}{dark}")
    expect(shown.locator("iframe")).to_have_css("color-scheme", "light")


def test_a_frame_answers_who_asks_for_its_height_and_nothing_else(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    # Characters that are legal in an id and special in a regular expression; Pym passes the id in the address.
    asked = f"{ADDRESS}?initialWidth=688&childId=post-1.chart%3Aa%28b%29&parentTitle=Host"
    shown = show(hosted(at_once(iframe(spec, asked))), pages={asked: page(spec)})
    shown.wait_for_function("heights.size === 1")
    pym = "pymxPYMxpost-1.chart:a(b)xPYMx"
    assert shown.evaluate(f"said.some((data) => String(data).startsWith('{pym}height'))")
    count = """([asked, times]) => new Promise((done) => {
        const before = said.length, frame = document.querySelector("iframe").contentWindow;
        for (let each = 0; each < times; each++) frame.postMessage(asked, "*");
        setTimeout(() => done(said.length - before), 300);
    })"""
    # Reports that the frame sends by itself while the page settles are not answers.
    inside(shown, asked).evaluate(ONLY_IF_ASKED)
    while shown.evaluate(count, ["", 0]):
        pass
    said = shown.evaluate("said")
    for data in (
        *said,
        "",
        "text",
        "heights",
        3,
        None,
        {"seen": 1},
        {"height": 1},
        "pymxPYMxotherxPYMxwidthxPYMx1",
        f"{pym}heightxPYMx1",
    ):
        assert shown.evaluate(count, [data, 5]) == 0, data
    for data in ("height", f"{pym}widthxPYMx688"):
        # For each request, the page sends one message per format: two in all.
        assert shown.evaluate(count, [data, 3]) == 6, data


def test_a_host_that_answers_every_message_is_not_answered(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    echo = "<script>addEventListener('message', (event) => event.source.postMessage(event.data, '*'))</script>"
    shown = show(hosted(echo + at_once(iframe(spec, ADDRESS))), pages={ADDRESS: page(spec)})
    shown.wait_for_function("heights.size === 1")
    inside(shown).evaluate(ONLY_IF_ASKED)
    shown.wait_for_timeout(500)
    before = shown.evaluate("said.length")
    shown.wait_for_timeout(1000)
    assert shown.evaluate("said.length") == before


def test_a_host_that_listens_late_learns_the_height_without_asking(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    snippet = at_once(unheard(iframe(spec, ADDRESS)))
    shown = show(HOST % ("", snippet), pages={ADDRESS: page(spec)})
    frame = inside(shown)
    frame.wait_for_function("document.readyState === 'complete'")
    shown.evaluate("addEventListener('message', ({ data }) => { if (data.height) window.told = data.height })")
    shown.wait_for_function("window.told")
    assert shown.evaluate("told") == -(-tall(frame) // 1)
