"""Charts in articles that set only a dark or light background and text colour, whatever the reader's system setting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from contrast import contrast
from golden import golden
from tradecontext.outputs import renderer
from tradecontext.outputs.component import component
from tradecontext.outputs.embed import embed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

RUNTIME = "http://desk.test/component.js"
CHARTS = [
    "deficit_ranking/everything",
    "input_reliance/second",
    "comparative_advantage/groups",
    "adjusted_balance/value_added",
]
GROUNDS = {"#121212": "#eee", "#fff": "#222"}
HOST = "<!doctype html><meta charset=utf-8><title>Host</title><style>body{background:%s;color:%s}</style><article>%s</article>"

# Texts and marks, each with its colour as red, green, blue, and its opacity.
INKS = """() => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue, opaque] = brush.getImageData(0, 0, 1, 1).data;
    return [[red, green, blue], opaque / 255];
  };
  const root = document.querySelector("trade-chart")?.shadowRoot ?? document, figure = root.querySelector("figure");
  const found = { ground: rgba(getComputedStyle(document.body).backgroundColor)[0], text: [], marks: [] };
  const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const owner = node.parentElement;
    if (!node.data.trim() || !owner.checkVisibility() || owner.closest("caption")) continue;
    let thin = 1;
    for (let at = owner; at && at !== figure; at = at.parentElement) thin *= getComputedStyle(at).opacity;
    const [ink, opaque] = rgba(getComputedStyle(owner).color);
    found.text.push([node.data, ink, opaque * thin]);
  }
  for (const mark of figure.querySelectorAll(".tc-track > :not([class]), .tc-scale i, .tc-dot")) {
    if (mark.checkVisibility() && mark.childElementCount === 0) found.marks.push([mark.localName, ...rgba(getComputedStyle(mark).backgroundColor)]);
  }
  for (const mark of figure.querySelectorAll("td span:empty")) found.marks.push(["span", ...rgba(getComputedStyle(mark).borderTopColor)]);
  return found;
}"""


def faults(shown: Page) -> list[Any]:
    found = shown.evaluate(INKS)
    assert len(found["text"]) > 20
    said = [(text, ink) for text, ink, opaque in found["text"] if contrast(ink, found["ground"], opaque) < 4.5]
    # A mark without a colour has an outline, or the colour of its text.
    drawn = [
        (mark, ink) for mark, ink, opaque in found["marks"] if opaque and contrast(ink, found["ground"], opaque) < 3
    ]
    return said + drawn


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("kind", ["component", "inline", "safe"])
@pytest.mark.parametrize("case", CHARTS)
def test_what_has_no_script_is_read_on_any_ground(leaf: Show, case: str, kind: str, ground: str) -> None:
    snippet = embed(golden(case), kind)
    assert faults(leaf(HOST % (ground, GROUNDS[ground], snippet))) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_live_component_has_the_colours_for_its_ground_and_follows_it(show: Show, scheme: str) -> None:
    for case in CHARTS:
        html = HOST % ("#121212", "#eee", component(golden(case), RUNTIME))
        shown = show(html, scheme=scheme, pages={RUNTIME: renderer.bundle("component.js")})
        figure = shown.locator("trade-chart figure")
        expect(figure).to_have_attribute("data-theme", "dark")
        assert faults(shown) == []
        shown.evaluate("document.body.style.cssText = 'background:#fff;color:#222'")
        expect(figure).to_have_attribute("data-theme", "light")
        assert faults(shown) == []


def test_a_component_of_a_theme_of_its_own_keeps_it(show: Show) -> None:
    html = HOST % ("#121212", "#eee", component(golden("deficit_ranking/plain") | {"theme": "light"}, RUNTIME))
    shown = show(html, pages={RUNTIME: renderer.bundle("component.js")})
    expect(shown.locator("trade-chart button").first).to_be_attached()
    expect(shown.locator("trade-chart figure")).to_have_attribute("data-theme", "light")


@pytest.mark.parametrize("kind", ["component", "inline"])
def test_it_is_printed_in_ink_for_paper(show: Show, kind: str) -> None:
    shown = show(HOST % ("#121212", "#eee", embed(golden("deficit_ranking/plain"), kind)))
    shown.emulate_media(media="print")
    expect(shown.locator(".tc-headline")).to_have_css("color", "rgb(23, 25, 28)")


@pytest.mark.parametrize("kind", ["component", "inline"])
@pytest.mark.parametrize(
    "column",
    ["display:flex;flex-direction:column;align-items:center", "display:grid;justify-items:center", "display:flex"],
)
def test_a_column_that_centres_what_is_in_it_is_filled(show: Show, kind: str, column: str) -> None:
    snippet = embed(golden("deficit_ranking/plain"), kind)
    for width in (320, 884):
        shown = show(
            f"<!doctype html><title>Host</title><div style='{column};width:{width}px'><p>Text</p>{snippet}</div>",
            width=1000,
        )
        box, text = (shown.locator(each).first.bounding_box() for each in ("figure", "p"))
        beside = text["width"] if column == "display:flex" else 0
        assert box["width"] == pytest.approx(width - beside, abs=1)
