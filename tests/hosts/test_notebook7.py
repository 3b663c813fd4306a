"""Notebook 7: every chart is synchronised both ways, follows the theme, and keeps its keys from the notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documented import CHARTS, blocks
from places import ENVIRONMENT
from playwright.sync_api import expect
from reader import expect_readable, expect_rows, names, pressed, select

import lab

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("notebook7")
SECTION = "JupyterLab, Notebook 7, VS Code"
EACH = 3
"""Cells per chart: one makes and shows it, one reads its selection, and one sets it."""
STEPS = 'tc.AdjustedBalance(tc.data.value_added_balances(), view="bridge", country="MEX")'
"""One more chart, with a control that no other has."""
SOURCES = """() => window.jupyterapp.shell.currentWidget.content.widgets.map(({ model }) =>
    [model.type, model.sharedModel.source])"""


@pytest.fixture(scope="module")
def book(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[lab.Notebook]:
    """One notebook with the cells of the docs for every chart, the charts shown."""
    server = lab.start(tmp_path_factory.mktemp("notebook7"), "notebook", str(ENVIRONMENT / "bin/python"))
    cells = [code.rstrip() for chart in CHARTS for code in blocks(SECTION, chart)]
    assert len(cells) == EACH * len(CHARTS)
    desk = lab.Desk(chromium, server, color_scheme="light")
    running = lab.Notebook(desk, "documented", [*cells, STEPS])
    running.run_all()
    expect(running.page.locator("figure.tradecontext")).to_have_count(len(CHARTS) + 1)
    yield running
    running.close()
    desk.close()
    server.stop()
    assert desk.elsewhere == []
    assert desk.faults == []


@pytest.mark.parametrize("number", range(len(CHARTS)), ids=list(CHARTS))
def test_reader_and_kernel_follow_each_other(book: lab.Notebook, number: int) -> None:
    shown, read, write = (blocks(SECTION, list(CHARTS)[number])[each] for each in range(EACH))
    first = number * EACH
    book.run(first, shown)
    figure = book.charts(first)
    expect_rows(figure)
    select(figure, "Canada")
    expect(book.run(first + 1, read)).to_contain_text("('CAN',)")
    book.run(first + 2, write)
    expect(pressed(figure)).to_have_text(["Mexico"])


# Every kind of control that some chart has: the cell that shows it, and where it is in the chart.
CONTROLS = {
    "row": (0, "tbody button"),
    "header": (0, "thead button"),
    "link": (0, "a[href]"),
    "choice": (EACH * list(CHARTS).index("input_reliance"), "select"),
    "detail": (EACH * len(CHARTS), "summary"),
}


@pytest.mark.parametrize("control", CONTROLS)
def test_keys_in_a_control_leave_the_cells_alone(book: lab.Notebook, control: str) -> None:
    number, selector = CONTROLS[control]
    figure = book.charts(number)
    # After a click into a chart the notebook is in command mode, in which letters are commands.
    names(figure).first.click()
    before, sources = book.state(), book.ask(SOURCES)
    assert before["mode"] == "command"
    # What is folded away cannot have the focus.
    figure.locator("details").evaluate_all("(all) => all.forEach((each) => { each.open = true; })")
    focused = figure.locator(selector).first
    # On a link, Enter with a modifier opens a new window, as it should.
    run = () if control == "link" else ("Shift+Enter", "Control+Enter")
    for key in (*"ddxabymz", "Shift+m", "ArrowDown", "ArrowUp", *run):
        focused.focus()
        expect(focused).to_be_focused()
        book.page.keyboard.press(key)
    assert book.state() == before
    assert book.ask(SOURCES) == sources


def test_all_are_read_in_the_notebook_s_dark_theme(book: lab.Notebook) -> None:
    figures = [book.charts(number * EACH) for number in range(len(CHARTS))]
    for figure in figures:
        expect_rows(figure)
        expect_readable(figure, dark=False)
    try:
        book.command("apputils:change-theme", theme="JupyterLab Dark")
        for figure in figures:
            expect(figure).to_have_attribute("data-theme", "dark")
            expect_readable(figure, dark=True)
    finally:
        book.command("apputils:change-theme", theme="JupyterLab Light")
