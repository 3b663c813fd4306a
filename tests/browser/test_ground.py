"""A chart in a notebook is light or dark as its background is, however the host names, paints or switches themes."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest
from host import DRAW, MODULE, hosted, put
from playwright.sync_api import expect

from contrast import contrast
from golden import golden, in_turn
from tradecontext.outputs import renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

SPEC = golden("deficit_ranking/everything")
# Attributes that hosts set on the root element and on the body.
NAMES = ["", 'class="dark"', 'class="light"', 'class="theme-dark"', 'data-theme="dark"', 'data-bs-theme="light"']
BODIES = [*NAMES, 'class="vscode-dark"', 'class="vscode-light"', 'data-jp-theme-light="false"', 'class="notebook_app"']
# Names on one of the two, and names that contradict each other; where nothing is painted, every pair.
PAIRS = [("", ""), *((name, "") for name in NAMES[1:]), *(("", name) for name in BODIES[1:])]
PAIRS += [('class="dark"', 'class="light"'), ('class="light"', 'class="vscode-dark"')]
PAINTED = {
    "nothing": "main{}",
    "white": "body{background:white}",
    "grey": "main{background:#1e1e1e}",
    "black by the root": "html{background:#000}",
    "a dark scheme": "html{color-scheme:dark}",
    "either scheme": "html{color-scheme:light dark}",
    "a white cell in a dark host": "body{background:#111}main{background:#fff}",
}
# Every text with its colour and the blended background under it, as bytes.
SEEN = """() => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const paint = (colours) => {
    for (const each of colours) { brush.fillStyle = each; brush.fillRect(0, 0, 1, 1); }
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const probe = document.documentElement.appendChild(document.createElement("div"));
  probe.style.background = "Canvas";
  const canvas = getComputedStyle(probe).backgroundColor;
  probe.remove();
  const found = [], visit = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node; (node = walker.nextNode());) {
      if (node.shadowRoot) visit(node.shadowRoot);
      const owner = node.parentElement;
      if (node.nodeType !== 3 || !node.data.trim() || !owner.closest(".tradecontext")) continue;
      const layers = [];
      for (let at = owner; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) layers.unshift(getComputedStyle(at).backgroundColor);
      found.push([node.data.slice(0, 30), paint([getComputedStyle(owner).color]), paint([canvas, ...layers])]);
    }
  };
  visit(document);
  return found;
}"""


# The same for every pair of attributes on root and body, after the change is painted.
NAMED = """async (pairs) => {
  const found = [];
  for (const [html, body] of pairs) {
    for (const [node, written] of [[document.documentElement, html], [document.body, body]]) {
      for (const { name } of [...node.attributes]) node.removeAttribute(name);
      const [, name, value] = written.match(/(.+)="(.+)"/) ?? [];
      if (name) node.setAttribute(name, value);
    }
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    found.push([html, body, seen()]);
  }
  return found;
}""".replace("const found = [];", f"const found = [], seen = {SEEN};", 1)


def faint(texts: list[Any]) -> list[Any]:
    """Return the texts with a contrast below 4.5 : 1."""
    assert len(texts) > 30
    return [each for each in texts if contrast(each[1], each[2]) < 4.5]


def unreadable(shown: Page) -> list[Any]:
    """Return the chart's texts with too little contrast in the page."""
    return faint(shown.evaluate(SEEN))


def settled(shown: Page) -> None:
    """Wait until a change by the host is painted."""
    shown.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize(("painted", "scheme"), in_turn(PAINTED.values(), ["light", "dark"]), ids=list(PAINTED))
def test_text_is_read_whatever_the_host_calls_its_themes(show: Show, painted: str, scheme: str) -> None:
    shown = hosted(show, scheme=scheme)
    shown.add_style_tag(content=painted)
    put(shown, SPEC)
    faults = {}
    pairs = [*product(NAMES, BODIES)] if painted == PAINTED["nothing"] else PAIRS
    for html, body, texts in shown.evaluate(NAMED, pairs):
        if found := faint(texts):
            faults[html, body] = found
    assert faults == {}


@pytest.mark.parametrize(
    ("colour", "side"),
    [
        ("rgb(20 20 20)", "dark"),
        ("#eee", "light"),
        ("rgba(0, 0, 0, 0)", "light"),
        ("transparent", "light"),
        ("rgb(0 0 0 / 5%)", "light"),
        ("rgb(0 0 0 / 85%)", "dark"),
        ("hsl(220 30% 12%)", "dark"),
        ("color(srgb 0.1 0.1 0.12)", "dark"),
        ("color(display-p3 0.95 0.95 0.9)", "light"),
        ("color(display-p3 0.1 0.1 0.2 / 0.95)", "dark"),
        ("color(srgb-linear 0.02 0.02 0.02)", "dark"),
        ("color(xyz-d65 0.9 0.9 0.9)", "light"),
        ("color(xyz 0.01 0.01 0.01)", "dark"),
        ("oklch(0.25 0.03 260)", "dark"),
        ("oklch(0.97 0.01 100)", "light"),
        ("oklab(0.2 0 0 / 0.9)", "dark"),
        ("lab(10 0 0)", "dark"),
        ("lch(95 3 100)", "light"),
        ("lab(none none none)", "dark"),
        ("color-mix(in oklab, black 80%, white)", "dark"),
        ("navy", "dark"),
        ("yellow", "light"),
    ],
)
def test_colours_in_every_syntax(show: Show, colour: str, side: str) -> None:
    shown = hosted(show, '<main style="background:COLOUR"></main>'.replace("COLOUR", colour))
    put(shown, SPEC)
    expect(shown.locator("figure")).to_have_attribute("data-theme", side)
    assert unreadable(shown) == []


def test_thin_layers_add_up(show: Show) -> None:
    layers = '<div style="background:rgb(0 0 0/.5)">' * 4
    shown = hosted(show, f"{layers}<main></main>")
    put(shown, SPEC)
    expect(shown.locator("figure")).to_have_attribute("data-theme", "dark")
    assert unreadable(shown) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_author_s_theme_wins(show: Show, scheme: str) -> None:
    shown = hosted(show, scheme=scheme)
    for theme, paint in (("light", "#000"), ("dark", "#fff")):
        put(shown, {**SPEC, "theme": theme})
        shown.evaluate("(paint) => { document.body.style.background = paint }", paint)
        settled(shown)
        expect(shown.locator("figure").last).to_have_attribute("data-theme", theme)


def test_in_a_shadow_root_and_in_its_slot(show: Show) -> None:
    shown = hosted(show, '<main><div id="in"></div></main>')
    shown.evaluate(
        """() => {
          const root = document.querySelector("main").attachShadow({ mode: "open" });
          root.innerHTML = "<section style='background:#101010'><slot></slot></section>";
          document.querySelector("#in").attachShadow({ mode: "open" });
        }"""
    )
    put(shown, SPEC, "#in")
    figure = shown.locator("figure")
    expect(figure).to_have_attribute("data-theme", "dark")
    # Changes inside the host's shadow root are noticed too.
    shown.evaluate(
        "() => { document.querySelector('main').shadowRoot.querySelector('section').style.background = '#fff' }"
    )
    expect(figure).to_have_attribute("data-theme", "light")


SWITCHES = {
    "a class of the root": "() => document.documentElement.classList.add('night')",
    "an attribute of the body": "() => document.body.setAttribute('data-mode', 'night')",
    "a class around the cell": "() => document.querySelector('section').classList.add('night')",
    "a style sheet that comes": "() => { document.head.appendChild(document.createElement('style')).textContent = 'body{background:#111}' }",
    "a style sheet that is switched on": "() => { document.querySelector('#night').media = 'all' }",
    "a slow change": "() => document.body.classList.add('slow')",
}


@pytest.mark.parametrize("switch", SWITCHES.values(), ids=list(SWITCHES))
def test_after_a_switch_too(show: Show, switch: str) -> None:
    shown = hosted(
        show,
        "<style>.night body,.night,[data-mode=night]{background:#111}body{background:#fff;transition:background-color .3s}"
        ".slow{background:#111}</style><style id=night media=print>main{background:#111}</style>"
        "<section><main></main></section>",
    )
    put(shown, SPEC)
    figure = shown.locator("figure")
    expect(figure).to_have_attribute("data-theme", "light")
    shown.evaluate(switch)
    expect(figure).to_have_attribute("data-theme", "dark")
    expect(figure).not_to_have_css("color", "rgb(23, 25, 28)")


def test_the_system_s_scheme_where_the_host_follows_it(show: Show) -> None:
    shown = hosted(show, "<meta name=color-scheme content='light dark'><main></main>", scheme="light")
    put(shown, SPEC)
    for scheme in ("dark", "light", "dark"):
        shown.emulate_media(color_scheme=scheme)
        expect(shown.locator("figure")).to_have_attribute("data-theme", scheme)
        assert unreadable(shown) == []


@pytest.mark.parametrize(
    ("names", "side"),
    [
        ('<body class="vscode-dark" data-vscode-theme-kind="vscode-dark">', "dark"),
        ('<body class="vscode-light">', "light"),
        ('<body class="vscode-high-contrast">', "dark"),
        ('<body class="vscode-high-contrast vscode-high-contrast-light">', "light"),
        ("<html theme=dark>", "dark"),
        ("<html theme=light>", "light"),
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_transparent_frame_the_host_s_theme_name_holds(show: Show, names: str, side: str, scheme: str) -> None:
    inside = f"<!doctype html>{names}<title>Output</title><main></main>"
    address = "http://chart.test/output"
    pages = {address: inside, MODULE: renderer.bundle("widget.js")}
    shown = show(f'<!doctype html><title>Host</title><iframe src="{address}"></iframe>', pages=pages, scheme=scheme)
    shown.frames[1].evaluate(DRAW, [MODULE, SPEC, "main"])
    expect(shown.frame_locator("iframe").locator("figure")).to_have_attribute("data-theme", side)


def test_drawn_before_it_is_put_anywhere_and_moved_later(show: Show) -> None:
    shown = hosted(show, "<main></main><section style='background:#111'><p></p></section>")
    shown.evaluate("() => { window.apart = document.querySelector('main'); window.apart.remove() }")
    shown.evaluate(
        """() => { document.querySelector = ((own) => (what) => what === "main" ? window.apart : own.call(document, what))(document.querySelector) }"""
    )
    # The host's element is not in the page yet, as in JupyterLab when a widget is drawn.
    shown.evaluate(DRAW, [MODULE, SPEC, "main"])
    shown.evaluate("() => document.body.append(window.apart)")
    figure = shown.locator("figure")
    expect(figure).to_have_attribute("data-theme", "light")
    shown.evaluate("() => document.querySelector('p').append(window.apart)")
    expect(figure).to_have_attribute("data-theme", "dark")


def test_nothing_watches_once_the_chart_is_gone(show: Show) -> None:
    shown = hosted(show)
    shown.evaluate(
        """() => {
          window.watching = 0;
          for (const kind of [MutationObserver, ResizeObserver]) {
            const { observe, disconnect } = kind.prototype;
            kind.prototype.observe = function (...all) { this.on ||= (window.watching++, true); return observe.apply(this, all); };
            kind.prototype.disconnect = function () { if (this.on) window.watching--; this.on = false; return disconnect.call(this); };
          }
        }"""
    )
    put(shown, SPEC)
    settled(shown)
    assert shown.evaluate("watching") == 2
    shown.evaluate("() => { window.reads = 0; widgets[0].remove(); widgets[0].el.remove() }")
    assert shown.evaluate("watching") == 0
    shown.evaluate(
        """() => {
          const own = window.getComputedStyle;
          window.getComputedStyle = (...all) => { window.reads++; return own(...all); };
          document.body.className = "dark";
          document.body.dispatchEvent(new Event("transitionend", { bubbles: true }));
        }"""
    )
    shown.emulate_media(color_scheme="dark")
    settled(shown)
    assert shown.evaluate("reads") == 0
