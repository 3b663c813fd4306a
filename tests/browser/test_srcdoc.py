"""The "srcdoc" frame, which carries its page: tall enough, isolated from its host, and in the host's colours."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from golden import SOME, golden
from markup import unheard
from tradecontext.outputs.iframe import LISTENER
from tradecontext.outputs.page import policy
from tradecontext.outputs.srcdoc import srcdoc

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    Show = Callable[..., Page]


@pytest.mark.parametrize("case", SOME, indirect=True)
def test_a_srcdoc_frame_is_tall_enough(leaf: Show, case: tuple[str, dict[str, Any]]) -> None:
    host = "<!doctype html><title>Host</title><style>body{margin:0;width:320px}</style>"
    shown = leaf(host + unheard(srcdoc(case[1])).replace('loading="lazy"', ""))
    expect(shown.frame_locator("iframe").locator("figure")).to_be_visible()
    inside = shown.frames[1]
    assert inside.evaluate("document.documentElement.scrollHeight <= innerHeight")
    assert inside.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_srcdoc_frame_works_under_its_hosts_policy_and_cannot_reach_it(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    listener = base64.b64encode(hashlib.sha256(LISTENER.encode()).digest()).decode()
    allowed = f"{policy(spec)} 'unsafe-hashes' 'sha256-{listener}'"
    shown = show(f"<!doctype html><title>Host</title><p>Story</p>{srcdoc(spec)}", policy=allowed)
    frame = shown.frame_locator("iframe")
    frame.get_by_role("button", name="Partner").click()
    expect(frame.locator("tbody th > :first-child").first).to_have_text("Canada")
    inside = shown.frames[1]
    assert (
        inside.evaluate("() => { try { return parent.document.title } catch (error) { return error.name } }")
        == "SecurityError"
    )
    assert inside.evaluate("origin") == "null"


def test_a_srcdoc_frame_lets_its_hosts_colour_through(show: Show) -> None:
    shown = show(
        f'<!doctype html><title>Host</title><body style="margin:0;background:#fe9">{srcdoc(golden("deficit_ranking/plain"))}'
    )
    expect(shown.frame_locator("iframe").locator("figure")).to_be_visible()
    picture = shown.screenshot(clip={"x": 2, "y": 2, "width": 4, "height": 4})
    colour = shown.evaluate(
        """async (bytes) => {
            const pixels = new OffscreenCanvas(1, 1).getContext("2d");
            pixels.drawImage(await createImageBitmap(new Blob([new Uint8Array(bytes)])), 0, 0);
            return [...pixels.getImageData(0, 0, 1, 1).data];
        }""",
        list(picture),
    )
    assert colour == [0xFF, 0xEE, 0x99, 255]


def test_a_srcdoc_frame_becomes_as_tall_as_its_page(show: Show) -> None:
    spec = golden("input_reliance/second")
    shown = show(f"<!doctype html><title>Host</title>{srcdoc(spec)}")
    frame = shown.frames[1]
    for width in (720, 360, 720):
        shown.set_viewport_size({"width": width, "height": 800})
        frame.wait_for_function("Math.ceil(document.body.getBoundingClientRect().height) === innerHeight")


def test_a_srcdoc_frame_is_light_on_a_site_that_is_never_dark(dark: Browser) -> None:
    context = dark.new_context(color_scheme="null")
    shown = context.new_page()
    for style, ink in (("", "rgb(23, 25, 28)"), (":root{color-scheme:dark}", "rgb(236, 238, 240)")):
        snippet = srcdoc(golden("deficit_ranking/plain"))
        shown.set_content(f"<!doctype html><title>Host</title><style>{style}</style>{snippet}")
        assert shown.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
        expect(shown.frame_locator("iframe").locator("h1")).to_have_css("color", ink)
    context.close()


def test_what_a_link_in_a_srcdoc_frame_opens_is_a_page_like_any_other(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    [address] = [line["url"] for line in spec["frame"]["sources"]]
    source = "<!doctype html><title>Source</title><p>Source</p>"
    shown = show(f"<!doctype html><title>Host</title>{srcdoc(spec)}")
    shown.context.route(address, lambda route: route.fulfill(content_type="text/html", body=source))
    shown.frame_locator("iframe").locator(".tc-source summary").click()
    with shown.expect_popup() as opened:
        shown.frame_locator("iframe").locator(".tc-foot a").click()
    popup = opened.value
    expect(popup.locator("p")).to_have_text("Source")
    # A linked page has its own origin, so its cookies and forms work, and no access to the page that opened it.
    assert popup.evaluate("[origin !== 'null', opener]") == [True, None]
    shown.context.unroute(address)
