"""The widget in JupyterLab: page and kernel stay in step, wherever a notebook puts the chart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from lab import names

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Locator

RANKING = "tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=['MEX'])"
CHART = f"import tradecontext as tc\nchart = {RANKING}\nchart"


def pressed(chart: Locator) -> Locator:
    return chart.get_by_role("button", pressed=True)


def place(drawn: Locator) -> FloatRect:
    box = drawn.bounding_box()
    assert box
    return box


def test_reader_and_kernel_follow_each_other(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "")
    chart = book.charts(0)
    expect(chart).to_be_visible()
    expect(names(chart)).to_have_text(
        ["China", "Mexico", "Vietnam", "Ireland", "Germany", "Taiwan", "Japan", "South Korea", "Canada", "India"]
    )
    # A click on the bar itself, then a click on a name with Ctrl held.
    bar = place(chart.get_by_role("row", name="Mexico").locator(".tc-track i"))
    book.page.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    chart.get_by_role("button", name="Ireland").click(modifiers=["Control"])
    expect(pressed(chart)).to_have_text(["Mexico", "Ireland"])
    expect(book.run(1, "print(chart.selection)")).to_have_text("('MEX', 'IRL')")
    chart.get_by_role("button", name="Partner").click()
    expect(names(chart).first).to_have_text("Canada")
    expect(book.run(1, "print(chart.sort_by)")).to_have_text("name")

    book.run(1, "chart.sort_by = '-deficit'\nchart.headline = 'A headline from the kernel'")
    expect(chart.locator(".tc-headline")).to_have_text("A headline from the kernel")
    expect(names(chart).first).to_have_text("India")
    expect(chart.locator("th[aria-sort=ascending]")).to_contain_text("Deficit")
    expect(pressed(chart)).to_have_text(["Ireland", "Mexico"])
    book.run(1, "chart.selection = ['JPN']")
    expect(pressed(chart)).to_have_text(["Japan"])
    # A second measure adds a column.
    book.run(1, "chart.context = tc.data.us_share_of_imports()")
    expect(chart.locator("thead th")).to_have_count(3)
    expect(pressed(chart)).to_have_text(["Japan"])


def test_what_the_kernel_refuses_leaves_the_page_as_it_was(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "")
    chart = book.charts(0)
    headline = chart.locator(".tc-headline").inner_text()
    expect(book.run(1, "chart.selection = ['ATL']")).to_contain_text("DataError: selection=['ATL'] is not in the chart")
    expect(book.run(1, "chart.update(headline='New', top=0)")).to_contain_text("DataError")
    expect(pressed(chart)).to_have_count(0)
    expect(chart.locator(".tc-headline")).to_have_text(headline)
    expect(names(chart)).to_have_count(10)


def test_two_charts_and_one_shown_twice(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "chart", f"other = {RANKING}\nother", "")
    first, again, other = book.charts(0), book.charts(1), book.charts(2)
    expect(other).to_be_visible()
    first.get_by_role("button", name="Vietnam").click()
    expect(pressed(again)).to_have_text(["Vietnam"])
    again.get_by_role("button", name="Partner").click()
    for shown in (first, again):
        expect(names(shown).first).to_have_text("Canada")
    expect(pressed(other)).to_have_count(0)
    expect(names(other).first).to_have_text("China")
    expect(book.run(3, "print(chart.selection, chart.sort_by, other.selection, other.sort_by)")).to_have_text(
        "('VNM',) name () deficit"
    )
    book.run(3, "chart.headline = 'Of one chart'\nother.selection = ['IND']")
    for shown in (first, again):
        expect(shown.locator(".tc-headline")).to_have_text("Of one chart")
        expect(pressed(shown)).to_have_text(["Vietnam"])
    expect(other.locator(".tc-headline")).not_to_have_text("Of one chart")
    expect(pressed(other)).to_have_text(["India"])


def test_beside_each_other_in_boxes(notebook: Callable[..., Any]) -> None:
    book = notebook(
        f"import ipywidgets, tradecontext as tc\nchart, other = {RANKING}, {RANKING}\nipywidgets.HBox([chart, other])",
        "ipywidgets.VBox([ipywidgets.HBox([chart]), ipywidgets.Accordion([other], selected_index=0)])",
        "",
    )
    expect(book.charts(0)).to_have_count(2)
    expect(book.charts(1)).to_have_count(2)
    (left, right), (whole, folded) = ([place(chart) for chart in book.charts(number).all()] for number in (0, 1))
    area = place(book.output(0))
    # Two charts share the line without touching; one chart alone has the full width.
    assert left["width"] == pytest.approx(right["width"], abs=1)
    assert left["width"] > area["width"] * 0.4
    assert left["x"] + left["width"] + 10 < right["x"]
    assert right["x"] + right["width"] <= area["x"] + area["width"]
    assert whole["width"] > area["width"] * 0.8
    assert folded["width"] > area["width"] * 0.7
    for number in (0, 1):
        for chart in book.charts(number).all():
            assert place(chart.get_by_role("row", name="China").locator(".tc-track i"))["width"] > 150
    book.charts(1).first.get_by_role("button", name="Japan").click()
    expect(pressed(book.charts(0).first)).to_have_text(["Japan"])
    expect(book.run(2, "print(chart.selection, other.selection)")).to_have_text("('JPN',) ()")
    # The author's own width is kept.
    book.run(2, "chart.layout.width = '300px'")
    expect(book.charts(0).first.locator("xpath=../..")).to_have_css("width", "300px")


def test_kernel_restarted_and_page_opened_again(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "")
    chart = book.charts(0)
    chart.get_by_role("button", name="Japan").click()
    book.reopen()
    # The kernel kept running, so the chart comes back as the reader left it.
    expect(pressed(chart)).to_have_text(["Japan"])
    expect(book.run(1, "print(chart.selection)")).to_have_text("('JPN',)")

    book.restart()
    expect(book.run(1, "'chart' in globals()")).to_contain_text("False")
    # The chart in the page has lost its kernel; it still reacts to the reader, without errors.
    chart.get_by_role("button", name="Ireland").click()
    expect(pressed(chart)).to_have_text(["Ireland", "Japan"])
    book.run_all()
    expect(pressed(chart)).to_have_count(0)
    expect(chart).to_have_count(1)
    chart.get_by_role("button", name="Canada").click()
    expect(book.run(1, "print(chart.selection)")).to_have_text("('CAN',)")


def test_keys_in_a_chart_are_not_commands_of_the_notebook(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "", "")
    chart = book.charts(0)
    chart.get_by_role("button", name="Mexico").click()
    before = book.state()
    assert before == {"mode": "command", "active": 0, "ran": [1, None, None]}
    for key in ("ArrowDown", "ArrowUp", "ArrowLeft", "Home", "ArrowUp", "Enter", "ArrowDown", "End", "ArrowDown"):
        book.page.keyboard.press(key)
    for key in ("Enter", "Shift+Enter", "Control+Enter", "Space", "Escape", *"abddxmyj1", "Shift+M"):
        book.page.keyboard.press(key)
    assert book.state() == before
    expect(names(chart).last.get_by_role("button")).to_be_focused()
    # A key with a modifier still belongs to the notebook.
    book.page.keyboard.press("Control+b")
    expect(book.page.locator("#jp-left-stack")).to_be_hidden()


def test_the_notebook_s_theme_is_the_chart_s(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "")
    chart = book.charts(0)
    expect(chart).to_have_attribute("data-theme", "light")
    ink = chart.evaluate("figure => getComputedStyle(figure).color")
    try:
        book.command("apputils:change-theme", theme="JupyterLab Dark")
        expect(chart).to_have_attribute("data-theme", "dark")
        expect(chart).not_to_have_css("color", ink)
        # The author's theme is kept in either.
        book.run(1, "chart.theme = 'light'")
        expect(chart).to_have_attribute("data-theme", "light")
        expect(chart).to_have_css("color", ink)
        book.run(1, "chart.theme = 'auto'")
        expect(chart).to_have_attribute("data-theme", "dark")
    finally:
        book.command("apputils:change-theme", theme="JupyterLab Light")
    expect(chart).to_have_attribute("data-theme", "light")


def test_nothing_of_it_is_left_when_the_output_is_cleared(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "")
    expect(book.charts(0)).to_be_visible()
    book.run(0, "'no chart'")
    expect(book.charts(0)).to_have_count(0)
    # Its observers and listeners are gone too: neither a change of theme nor the kernel draws anything.
    expect(book.run(1, "chart.headline = 'Nobody sees this'\nprint('done')")).to_have_text(re.compile("done"))
    expect(book.page.locator("figure.tradecontext")).to_have_count(0)


def test_a_snippet_is_copied_by_a_click_and_an_error_is_its_message(notebook: Callable[..., Any]) -> None:
    book = notebook(CHART, "")
    book.run(1, "chart.embed('safe')").get_by_role("button", name="Copy").click()
    expect(book.output(1).get_by_role("button", name="Copied")).to_be_visible()
    expect(book.run(1, "chart.top = 0")).to_have_text(
        "DataError: top=0 has to be a whole number of rows, 1 to 1000, or None for all"
    )
