"""A chart without a kernel: the module that MyST loads for its directive, with the model and the shadow root it gives.

The site itself needs a theme that MyST downloads. What stands here in its place has the interface of MyST's own model,
whose ``off`` and ``save_changes`` throw; ``mystmd`` itself reads the directive in ``tests/hosts/test_static_sites.py``.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

import tradecontext as tc
from golden import golden

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

MODULE = "http://chart.test/widget.js"

HOST = """<!doctype html><html lang="en"><head><title>A page</title></head><body><div id="place"></div>
<script type="module">
class Model {
  #state; #target = new EventTarget();
  constructor(state) { this.#state = state; }
  get(name) { return this.#state[name]; }
  set(name, value) {
    this.#state[name] = value;
    this.#target.dispatchEvent(new CustomEvent(`change:${name}`, { detail: value }));
  }
  on(name, call) { this.#target.addEventListener(name, call); }
  off() { throw new Error("MystAnyModel.off not implemented yet."); }
  save_changes() { throw new Error("MystAnyModel.save_changes not implemented yet."); }
}
const { default: widget } = await import("%s");
const el = document.createElement("div");
place.attachShadow({ mode: "open" }).replaceChildren(el);
window.leave = await widget.render({ model: new Model(%s), el });
</script></body></html>"""


def directive(snippet: str) -> tuple[str, dict[str, Any]]:
    """Return what MyST finds in the directive: the module and the model."""
    said = re.fullmatch(r"% [^\n]*\n```\{anywidget\} (\S+)\n(\{[^\n]*\})\n```\n", snippet)
    return said[1], json.loads(said[2])


@pytest.fixture
def shown(show: Callable[..., Page], tmp_path: Path) -> Callable[..., Page]:
    def opened(case: str, **options: Any) -> Page:
        chart = tc.from_spec(golden(case))
        module, model = directive(chart.embed("myst"))
        assert module == "widget.js"
        text = chart.save(tmp_path / module).read_text("utf-8")
        inside = json.dumps(model).replace("<", "\\u003c")
        return show(HOST % (MODULE, inside), answering=False, pages={MODULE: text}, **options)

    return opened


@pytest.mark.parametrize("case", ["deficit_ranking/everything", "deficit_ranking/hostile", "input_reliance/plain"])
def test_it_is_whole_and_answers(shown: Callable[..., Page], case: str) -> None:
    page = shown(case)
    figure = page.locator("figure")
    expect(figure).to_contain_text(" ".join(golden(case)["frame"]["headline"].split()))
    # Its styles are with it, in the shadow root.
    assert figure.evaluate("figure => getComputedStyle(figure).margin") == "0px"
    if (bar := figure.locator(".tc-track > i").first).count():
        assert bar.bounding_box()["height"] > 8
    row = figure.locator("tbody button").first
    row.click()
    expect(row).to_have_attribute("aria-pressed", "true")
    # Nothing that MyST's model does not have is asked of it at the end either.
    page.evaluate("leave()")


def test_an_address_of_the_module_is_taken() -> None:
    chart = tc.from_spec(golden("deficit_ranking/plain"))
    assert directive(chart.embed("myst", "https://example.org/w.js"))[0] == "https://example.org/w.js"
    assert directive(chart.embed("myst"))[1] == {"spec": chart.spec}
