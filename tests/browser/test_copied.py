"""Copying a selected table as plain text: into a mail, a chat, or a spreadsheet's "values only"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from host import hosted, put
from playwright.sync_api import expect

from golden import golden, in_turn, told
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import embed
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

COPIED = """() => {
  getSelection().selectAllChildren(document.querySelector("table"));
  return getSelection().toString().trim();
}"""
# The selection is in the article, or in the shadow root of a component.
SELECT = """([from, to]) => {
  const root = document.querySelector("trade-chart")?.shadowRoot ?? document;
  const [start, end] = [from, to].map((what) => root.querySelector(what));
  getSelection().setBaseAndExtent(start, 0, end, end.childNodes.length);
}"""
PASTE = """() => {
  const box = document.createElement("textarea");
  box.id = "pasted";
  box.style.position = "fixed";
  document.body.append(box);
  box.focus({ preventScroll: true });
}"""
PLACES = """() => [...document.querySelectorAll("table, table *, p")].map((each) => {
  const { x, y, width, height } = each.getBoundingClientRect();
  return [x, y, width, height];
})"""
CASES = [
    "deficit_ranking/everything",
    "input_reliance/plain",
    "adjusted_balance/bridge",
    "adjusted_balance/value_added",
]


def article(spec: dict[str, Any], kind: str) -> str:
    """Return an article with a chart in it, and with the runtime if the chart is a component."""
    script = f"<script>{renderer.bundle('component.js')}</script>" if kind == "component" else ""
    return f"<!doctype html><meta charset=utf-8><p>Before it.</p>{embed(spec, kind)}<p>After it.</p>{script}"


def pasted(shown: Page) -> str:
    """Copy the selection with the keyboard, and return the text pasted into a text box."""
    shown.keyboard.press("Control+c")
    shown.evaluate(PASTE)
    shown.keyboard.press("Control+v")
    box = shown.locator("#pasted")
    expect(box).not_to_have_value("")
    return box.input_value()


def unfolded(spec: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the name and value of each row of a page's first table; the exact steps of a bridge are collapsed."""
    collapsed = {row["name"] for row in spec["rows"] if row.get("role") == "part"}
    return [(name, value) for name, value in told(spec) if name not in collapsed]


def told_in(lines: list[str], spec: dict[str, Any]) -> None:
    """Assert that the lines are the chart's rows: the header, then one line per row, with tabs between cells."""
    expected = unfolded(spec)
    first = next(at for at, line in enumerate(lines) if "\t" in line)
    assert not lines[first].endswith("\t")
    for (name, value), line in zip(expected, lines[first + 1 : first + 1 + len(expected)], strict=True):
        cells = line.split("\t")
        assert len(cells) == len(lines[first].split("\t"))
        assert cells[0].startswith(name)
        assert any(cell.startswith(value) for cell in cells[1:])
        assert not any("  " in cell for cell in cells)


@pytest.fixture(params=["chromium", "firefox"])
def opened(request: pytest.FixtureRequest) -> Callable[[str], Page]:
    """Open HTML in Chromium or Firefox, each with a clipboard of its own."""
    if request.param == "firefox":
        tab: Page = request.getfixturevalue("tab")

        def there(html: str) -> Page:
            tab.set_content(html)
            return tab

        return there
    show: Callable[..., Page] = request.getfixturevalue("show")
    return show


@pytest.mark.parametrize(("case", "kind"), in_turn(CASES, ["page", "component"]))
def test_a_row_is_a_line_and_a_tab_stands_between_cells(opened: Callable[[str], Page], kind: str, case: str) -> None:
    spec = golden(case)
    shown = opened(page(spec) if kind == "page" else article(spec, kind))
    expect(shown.locator("thead button, tbody button").first).to_be_attached()
    places = shown.evaluate(PLACES)
    shown.keyboard.press("Control+a")
    text = pasted(shown)
    told_in(text.splitlines(), spec)
    assert spec["frame"]["alt"] not in text
    assert shown.locator("table").first.locator("[aria-hidden]").first.inner_text() not in text.split()
    around = ["Before it.", "After it."] if kind == "component" else [spec["frame"]["headline"].replace("\xa0", " ")]
    assert all(each in text for each in around)
    # The layout for copying has been reverted.
    shown.wait_for_function("!document.querySelector('trade-chart, html')?.shadowRoot?.querySelector('[data-copied]')")
    shown.wait_for_function("!document.querySelector('[data-copied]')")
    # Firefox may give a column of small lines some pixels more when it lays the table out again.
    for after, before in zip(shown.evaluate(PLACES), places, strict=True):
        assert after == pytest.approx(before, abs=4)


def test_part_of_a_table_is_that_part(opened: Callable[[str], Page]) -> None:
    spec = golden("deficit_ranking/context")
    shown = opened(page(spec))
    expect(shown.locator("tbody button").first).to_be_attached()
    shown.evaluate(SELECT, ["tbody tr:nth-child(2)", "tbody tr:nth-child(3)"])
    second, third = told(spec)[1:3]
    lines = pasted(shown).strip().splitlines()
    assert [line.split("\t")[1] for line in lines] == [second[1], third[1]]
    assert lines[0].startswith(second[0])
    assert lines[1].startswith(third[0])


def test_what_is_far_from_sight_is_copied_with_the_rest(opened: Callable[[str], Page]) -> None:
    spec = golden("deficit_ranking/context")
    shown = opened(f'<div style="height:20000px"></div>{article(spec, "component")}')
    expect(shown.locator("tbody button").first).to_be_attached()
    shown.keyboard.press("Control+a")
    told_in(pasted(shown).splitlines(), spec)


def test_a_page_in_a_frame_is_copied_so_too(show: Callable[..., Page]) -> None:
    spec = golden("deficit_ranking/context")
    shown = show(article(spec, "srcdoc"))
    inside = shown.frame_locator("iframe")
    inside.locator("tbody button").first.focus()
    shown.keyboard.press("Control+a")
    told_in(pasted(shown).splitlines(), spec)


@pytest.mark.parametrize("case", CASES)
def test_a_widget_is_copied_so_too(show: Callable[..., Page], case: str) -> None:
    spec = golden(case)
    shown = hosted(show)
    put(shown, spec)
    shown.keyboard.press("Control+a")
    told_in(pasted(shown).splitlines(), spec)


@pytest.mark.parametrize("case", ["deficit_ranking/context", "input_reliance/plain", "adjusted_balance/bridge"])
def test_it_begins_with_its_head_and_not_with_its_hidden_caption(show: Callable[..., Page], case: str) -> None:
    spec = golden(case)
    shown = show(page(spec))
    expect(shown.locator("table button").first).to_be_attached()
    copied = shown.evaluate(COPIED)
    assert copied.startswith(shown.locator("thead th").first.inner_text())
    assert spec["frame"]["alt"] not in copied
    place = 0
    for name, value in unfolded(spec):
        place = copied.index(value, copied.index(name, place))
    # The accessible name of the table is still there for screen readers.
    expect(shown.get_by_role("table", name=spec["frame"]["headline"])).to_be_visible()


def test_a_row_of_a_safe_snippet_is_a_line(show: Callable[..., Page]) -> None:
    spec = golden("deficit_ranking/context")
    copied = show(embed(spec, "safe")).evaluate(COPIED).splitlines()
    columns = spec["columns"]
    assert copied[0] == "\t".join([columns["partner"], columns["deficit"], columns["context"]["title"]])
    for (name, value), line in zip(told(spec), copied[1:], strict=True):
        cells = line.split("\t")
        assert cells[0].startswith(name)
        assert cells[1] == value
