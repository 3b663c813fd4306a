"""A chart in a saved notebook that is exported and opened without Python and without a network."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHART = """
import tradecontext as tc
chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"])
chart
"""


@pytest.fixture(scope="module")
def saved() -> Any:
    """A notebook with a live chart and a static one, executed and saved with the state of widgets."""
    # To import these takes as long as several tests, which all workers would wait for.
    import nbformat
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    notebook = new_notebook(cells=[new_code_cell(CHART), new_code_cell("chart.static()")])
    NotebookClient(notebook, timeout=120, kernel_name="python3", store_widget_state=True).execute()
    return nbformat.reads(nbformat.writes(notebook), as_version=4)


@pytest.mark.parametrize(("cell", "state"), [pytest.param(0, False, id="live"), pytest.param(1, True, id="static")])
def test_an_exported_notebook_shows_the_chart_without_a_network(
    chromium: Browser, saved: Any, cell: int, *, state: bool
) -> None:
    from nbconvert import HTMLExporter

    notebook = copy.deepcopy(saved)
    notebook.cells = [notebook.cells[cell]]
    assert ("widgets" in notebook.metadata) is True
    if not state:
        # By default, notebooks are saved without the state of widgets.
        del notebook.metadata["widgets"]
    html, _ = HTMLExporter(template_name="lab").from_notebook_node(notebook)
    context = chromium.new_context(viewport={"width": 900, "height": 900}, offline=True)
    page = context.new_page()
    page.set_content(html, wait_until="domcontentloaded")
    output = page.locator(".jp-OutputArea-output figure")
    assert output.locator("tbody tr").count() == 10
    assert "Mexico 171.5" in " ".join(output.locator("tbody tr").nth(1).inner_text().split())
    bars = output.locator("tbody td > span > :first-child > span").evaluate_all(
        "all => all.map(each => each.offsetWidth)"
    )
    assert bars == sorted(bars, reverse=True)
    assert bars[0] > 100 > bars[-1] > 10
    context.close()


def test_a_notebook_prefers_the_live_chart_and_a_static_one_has_no_widget(saved: Any) -> None:
    live, static = (cell.outputs[0].data for cell in saved.cells)
    assert set(live) == {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"}
    assert set(static) == {"image/png", "text/html", "text/plain"}
    assert live["text/html"] == static["text/html"]
