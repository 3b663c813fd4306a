"""How a chart is shown without its widget, and how hosts and other charts set its traits."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import tradecontext as tc
from tradecontext.widget import static as still

WIDGET = "application/vnd.jupyter.widget-view+json"
PAGE = (Path(__file__).parents[2] / "docs/hosts.md").read_text("utf-8")
CHART = "tc.DeficitRanking(tc.data.us_goods_trade(), year=2024)"


def printed(section: str) -> list[str]:
    """Return the blocks of Python in a section of the docs, which the tests run as printed."""
    text = next(part for part in PAGE.split("\n## ") if part.startswith(f"{section}\n"))
    return re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL)


@pytest.fixture
def charts() -> tuple[Any, Any]:
    """Return one chart with Mexico and Canada, and another with Mexico and China."""
    trade = tc.data.us_goods_trade()
    rows = (trade[trade["partner"].isin(each)] for each in (["MEX", "CAN"], ["MEX", "CHN"]))
    one, other = (tc.DeficitRanking(each, year=2024) for each in rows)
    return one, other


@pytest.fixture(scope="module")
def unattended() -> Any:
    """A notebook that is run without a browser and saved with the state of its widgets."""
    # Imported late: it takes seconds, and `make check` leaves out the tests that ask for it.
    import nbformat
    from nbclient import NotebookClient
    from nbformat.v4 import new_code_cell, new_notebook

    static, _ = printed("Notebooks that run unattended")
    cells = ["import ipywidgets, tradecontext as tc", CHART, static, CHART, f"display({CHART})"]
    # Widgets of other libraries are still stored.
    notebook = new_notebook(cells=[new_code_cell(each) for each in [*cells, "ipywidgets.IntSlider()"]])
    NotebookClient(notebook, timeout=120, kernel_name="python3", store_widget_state=True).execute()
    return nbformat.reads(nbformat.writes(notebook), as_version=4)


@pytest.mark.slow
def test_after_static_every_chart_is_shown_without_its_widget(unattended: Any) -> None:
    _, live, _, last, displayed, slider = unattended.cells
    assert WIDGET in live.outputs[0].data
    for each in (last, displayed):
        assert set(each.outputs[0].data) == {"text/html", "image/png", "text/plain"}
        assert each.outputs[0].data["text/html"] == live.outputs[0].data["text/html"]
    assert WIDGET in slider.outputs[0].data


@pytest.mark.slow
def test_an_unattended_export_has_the_figure_though_widgets_are_stored(unattended: Any) -> None:
    assert "widgets" in unattended.metadata
    unattended = json.loads(json.dumps(unattended))
    unattended["cells"] = unattended["cells"][2:]
    import nbformat
    from nbconvert import HTMLExporter

    html, _ = HTMLExporter(template_name="lab").from_notebook_node(nbformat.from_dict(unattended))
    assert html.count("<figure") == 2
    assert "Mexico" in html


def test_static_for_all_is_static_for_one(monkeypatch: pytest.MonkeyPatch, charts: tuple[Any, Any]) -> None:
    chart, _ = charts
    live = chart._repr_mimebundle_()[0]
    assert WIDGET in live
    monkeypatch.setattr(still, "_chosen", set())
    tc.static()
    assert chart._repr_mimebundle_()[0] == chart.static()._repr_mimebundle_()


def test_a_host_that_asks_for_html_gets_the_markup(charts: tuple[Any, Any]) -> None:
    chart, _ = charts
    assert chart._repr_html_() == chart.embed("safe")


def test_state_for_a_page_may_be_collected_before_the_chart_is_shown(
    charts: tuple[Any, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart, _ = charts
    monkeypatch.chdir(tmp_path)
    _, embed = printed("Notebooks that run unattended")
    exec(embed, {"chart": chart})
    page = (tmp_path / "x.html").read_text("utf-8")
    stored = re.search(r'widget-state\+json">(.*?)</script>', page, flags=re.DOTALL)
    state = json.loads(stored[1])["state"][chart.model_id]["state"]
    assert state["spec"] == chart.spec
    assert state["_esm"] == chart._esm


def test_data_is_assigned_as_update_takes_it(charts: tuple[Any, Any]) -> None:
    chart, _ = charts
    trade = chart.data
    assert sorted(trade["partner"].unique()) == ["CAN", "MEX"]
    before = chart.spec
    trade["imports"] *= 2
    trade["balance"] = trade["exports"] - trade["imports"]
    assert chart.spec == before
    chart.data = trade
    assert chart.spec["rows"][0]["deficit"] > before["rows"][0]["deficit"]
    doubled = chart.spec
    with pytest.raises(tc.DataError):
        chart.data = trade.drop(columns="partner")
    assert chart.spec == doubled
    assert chart.data.equals(trade)


def test_a_chart_of_a_spec_has_no_data_and_takes_none(charts: tuple[Any, Any]) -> None:
    drawn = tc.from_spec(charts[0].spec)
    assert drawn.data is None
    with pytest.raises(tc.DataError, match="data cannot be given to a chart made from a spec"):
        drawn.data = charts[0].data


def test_charts_with_other_rows_are_linked_by_what_both_draw(charts: tuple[Any, Any]) -> None:
    one, other = charts
    (link,) = printed("Two charts, one selection")
    exec(link, {"one": one, "other": other})
    one.selection = ["CAN", "MEX"]
    assert other.selection == ("MEX",)
    assert one.selection == ("CAN", "MEX")
    # The message that a page sends.
    other.set_state({"selection": ["CHN"]})
    assert other.selection == ("CHN",)
    assert one.selection == ()
