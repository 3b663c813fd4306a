"""A table selected and copied as plain text: into a mail, a chat, a spreadsheet's "values only"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from golden import golden, told
from tradecontext.outputs.embed import embed
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

COPIED = """() => {
  getSelection().selectAllChildren(document.querySelector("table"));
  return getSelection().toString().trim();
}"""


@pytest.mark.parametrize("case", ["deficit_ranking/context", "input_reliance/plain", "adjusted_balance/bridge"])
def test_it_begins_with_its_head_and_not_with_its_hidden_caption(show: Callable[..., Page], case: str) -> None:
    spec = golden(case)
    shown = show(page(spec))
    expect(shown.locator("table button").first).to_be_attached()
    copied = shown.evaluate(COPIED)
    assert copied.startswith(shown.locator("thead th").first.inner_text())
    assert spec["frame"]["alt"] not in copied
    place = 0
    for name, value in told(spec):
        place = copied.index(value, copied.index(name, place))
    # Who listens hears it still: it is what the table is called.
    expect(shown.get_by_role("table", name=spec["frame"]["alt"])).to_be_visible()


def test_a_row_of_a_safe_snippet_is_a_line(show: Callable[..., Page]) -> None:
    spec = golden("deficit_ranking/context")
    copied = show(embed(spec, "safe")).evaluate(COPIED).splitlines()
    columns = spec["columns"]
    assert copied[0] == "\t".join([columns["partner"], columns["deficit"], columns["context"]["title"]])
    for (name, value), line in zip(told(spec), copied[1:], strict=True):
        cells = line.split("\t")
        assert cells[0].startswith(name)
        assert cells[1] == value
