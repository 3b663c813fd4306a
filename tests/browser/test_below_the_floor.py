"""Browsers without light-dark(): marks have plain colours with contrast on white and on near-black."""

from __future__ import annotations

from html import unescape
from typing import TYPE_CHECKING, Any

import pytest
from host import DRAW, MODULE

from contrast import contrast
from golden import golden, in_turn
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import embed
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Frame, Page

    Show = Callable[..., Page]

CASES = [
    "deficit_ranking/everything",
    "input_reliance/second",
    "comparative_advantage/plain",
    "adjusted_balance/content_estimates",
    "adjusted_balance/value_added",
    "adjusted_balance/bridge",
]
KINDS = ["page", "frame", "component", "inline", "safe", "widget"]
# Every mark with its paint: the background, border or stripes of a box, and the stroke of a line.
MARKS = """() => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const byte = (colour) => {
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data];
  };
  const found = [], visit = (root) => {
    for (const each of root.querySelectorAll("*")) if (each.shadowRoot) visit(each.shadowRoot);
    const marks = ".tc-track > *, .tc-scale > i, td.tc-spark path, .tc-plot path, td span[style*=border], .tc-names span";
    for (const mark of root.querySelectorAll(marks)) {
      // The thin rule from zero to a dot is decoration.
      if (!mark.checkVisibility() || mark.matches("[style*='border-top:1px']")) continue;
      // Of a dot at the end of a line, the line is decoration.
      const parts = mark.matches(".tc-point, .tc-ring") ? ["::after"] : mark.matches(".tc-pair") ? ["::before", "::after"] : [null];
      for (const pseudo of parts) {
        const style = getComputedStyle(mark, pseudo), paints = [];
        if (pseudo && style.content === "none") continue;
        if (mark.localName === "path") paints.push(style.stroke);
        else if (mark.matches(".tc-names span")) paints.push(style.color);
        else {
          const stripes = style.backgroundImage.match(/rgba?\\([^)]*\\)|#\\w+/);
          if (stripes) paints.push(stripes[0]);
          paints.push(style.backgroundColor);
          for (const side of ["Top", "Left", "Right"]) if (parseFloat(style[`border${side}Width`])) paints.push(style[`border${side}Color`]);
        }
        found.push([`${mark.className || mark.localName}${pseudo ?? ""}`, paints.filter((each) => each !== "none").map(byte)]);
      }
    }
  };
  visit(document);
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.background = "Canvas";
  const ground = byte(getComputedStyle(probe).backgroundColor);
  probe.remove();
  return [found, ground];
}"""


def older(text: str) -> str:
    """Return the style sheet as a browser without the function treats it."""
    return text.replace("light-dark(", "older-dark(")


def shown_as(show: Show, kind: str, spec: dict[str, Any], scheme: str) -> Page | Frame:
    host = "<!doctype html><title>Host</title><meta name=color-scheme content='light dark'>"
    if kind == "page":
        return show(older(page(spec)), scheme=scheme)
    if kind == "frame":
        return show(f"{host}{older(embed(spec, 'srcdoc'))}".replace('loading="lazy"', ""), scheme=scheme).frames[1]
    if kind == "widget":
        styles = older(renderer.bundle("widget.css"))
        pages = {MODULE: renderer.bundle("widget.js")}
        shown = show(f"{host}<style>{styles}</style><main></main>", scheme=scheme, pages=pages)
        shown.evaluate(DRAW, [MODULE, spec, "main"])
        return shown
    return show(host + older(embed(spec, kind)), scheme=scheme)


@pytest.mark.parametrize(("kind", "scheme"), in_turn(KINDS, ["light", "dark"]))
def test_every_mark_is_there_and_stands_out(show: Show, kind: str, scheme: str) -> None:
    for case in CASES:
        marks, ground = shown_as(show, kind, golden(case), scheme).evaluate(MARKS)
        assert (ground[0] > 128) == (scheme == "light")
        assert len(marks) > 3 or kind == "safe"
        faint = [
            (what, paints)
            for what, paints in marks
            if max((contrast(paint, ground, paint[3] / 255) for paint in paints), default=0) < 3
        ]
        assert faint == [], case


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_its_accents_are_told_apart_and_its_text_is_read(show: Show, scheme: str) -> None:
    shown = show(older(page(golden("deficit_ranking/everything"))), scheme=scheme)
    bars = shown.locator("tr[data-accent] .tc-track i")
    colours = bars.evaluate_all("all => all.map((each) => getComputedStyle(each).backgroundColor)")
    assert len(set(colours)) == 5
    inks = shown.evaluate("() => [...document.querySelectorAll('main *')].map((each) => getComputedStyle(each).color)")
    assert set(inks) == {"rgb(0, 0, 0)" if scheme == "light" else "rgb(255, 255, 255)"}


def test_the_style_sheets_do_use_it() -> None:
    # Otherwise the tests above would test nothing.
    text = older(page(golden("deficit_ranking/plain")))
    assert "older-dark(" in text
    assert "older-dark(" in unescape(older(embed(golden("deficit_ranking/plain"), "srcdoc")))
