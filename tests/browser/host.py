"""A page that stands in for a notebook: it runs the widget's module with a model like anywidget's."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from tradecontext.outputs import renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

MODULE = "http://chart.test/widget.js"
OWN = next(iter(re.findall(r"tc-[0-9a-f]{8}", renderer.bundle("widget.css"))), "")
"""The class under which this build's styles hold in a notebook."""

DRAW = """async ([address, spec, place]) => {
  const listeners = {}, state = { spec, ...spec.initial };
  const model = {
    get: (name) => state[name],
    set: (name, value) => { state[name] = value; for (const each of listeners[`change:${name}`] ?? []) each(); },
    save_changes: () => {},
    on: (event, callback) => (listeners[event] ??= new Set()).add(callback),
    off: (event, callback) => listeners[event]?.delete(callback),
  };
  const { default: widget } = await import(address);
  const outer = document.querySelector(place);
  const el = (outer.shadowRoot ?? outer).appendChild(document.createElement("div"));
  const remove = widget.render({ model, el });
  (window.widgets ??= []).push({ model, el, remove, listeners });
}"""


def hosted(show: Show, html: str = "<main></main>", **options: Any) -> Page:
    """Open a page with the styles that anywidget puts into its head, ready for `put`."""
    head = f"<!doctype html><title>Host</title><style>{renderer.bundle('widget.css')}</style>"
    return show(head + html, pages={MODULE: renderer.bundle("widget.js")}, **options)


def put(shown: Page, spec: dict[str, Any], place: str = "main", module: str = MODULE) -> None:
    """Show a chart in an element of the page, or in the element's shadow root if it has one."""
    shown.evaluate(DRAW, [module, json.loads(json.dumps(spec)), place])
    expect(shown.locator("figure.tradecontext").last).to_be_attached()
