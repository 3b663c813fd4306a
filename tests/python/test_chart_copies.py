"""Charts as objects: copied, pickled, made under a host's eyes; and a snippet as a notebook shows it."""

from __future__ import annotations

import copy
import json
import pickle
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING, Any

import ipywidgets
import pytest

import tradecontext as tc
from frames import own, ranking
from markup import Tags

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.chart import Chart

MADE: dict[str, Callable[[], Chart]] = {
    "ranking": lambda: tc.DeficitRanking(
        tc.data.us_goods_trade(), year=2024, groups={"USMCA": ["MEX", "CAN"]}, labels={"deficit": "gap"}
    ),
    "own frame": lambda: ranking(
        own(partner=["MEX", "CAN", "X1"]),
        entities={"X1": "Freeport"},
        source={"text": "A, b", "url": "https://a.test/"},
    ),
    "polars": lambda: tc.DeficitRanking(dict(own()), unit="usd", source="x", context=tc.data.us_share_of_imports()),
    "reliance": lambda: tc.InputReliance(tc.data.input_shares(), highlight=["MEX"], period=(2000, 2005)),
    "advantage": lambda: tc.ComparativeAdvantage(tc.data.rca_intermediate_goods(), top=5),
    "estimates": lambda: tc.AdjustedBalance(estimates=tc.data.us_content_estimates("MEX")),
    "from a spec": lambda: tc.from_spec(ranking().spec),
}
COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "pickle": lambda chart: pickle.loads(pickle.dumps(chart)),
}


@pytest.mark.parametrize("how", COPIES)
@pytest.mark.parametrize("kind", MADE)
def test_a_copy_is_the_same_chart_and_goes_its_own_way(kind: str, how: str) -> None:
    chart = MADE[kind]()
    chart.sort_by = "name"
    chart.selection = [chart.spec["rows"][0]["partner"]]
    chart._repr_mimebundle_()  # what a notebook does to show it
    made = COPIES[how](chart)
    assert type(made) is type(chart)
    assert made.spec == chart.spec
    assert (made.sort_by, made.selection) == ("name", chart.selection)
    assert made.present() == chart.present()
    made.headline = "Another"
    assert chart.spec["frame"]["headline"] != "Another"
    made.sort_by = "-name"
    assert chart.sort_by == "name"


def page(chart: Chart) -> str:
    return chart.to_html()


def test_charts_go_through_a_process_pool() -> None:
    charts = [ranking(), MADE["reliance"]()]
    with ProcessPoolExecutor(1) as pool:
        assert list(pool.map(page, charts)) == [page(chart) for chart in charts]


@pytest.mark.parametrize("kind", MADE)
def test_a_host_that_looks_at_a_widget_when_it_is_made_sees_a_drawn_chart(kind: str) -> None:
    seen: list[dict[str, Any]] = []
    ipywidgets.Widget.on_widget_constructed(lambda widget: seen.append(widget.get_state()))
    try:
        chart = MADE[kind]()
    finally:
        ipywidgets.Widget.on_widget_constructed(None)
    assert seen[-1]["spec"] == chart.spec
    assert seen[-1]["selection"] == list(chart.selection) or tuple(seen[-1]["selection"]) == chart.selection
    assert chart.comm is None


def test_a_chart_that_is_refused_leaves_no_widget() -> None:
    seen: list[Any] = []
    ipywidgets.Widget.on_widget_constructed(seen.append)
    try:
        with pytest.raises(tc.DataError):
            ranking(top="ten")
    finally:
        ipywidgets.Widget.on_widget_constructed(None)
    assert seen == []


def test_a_snippet_is_a_text_that_offers_itself_to_be_copied() -> None:
    snippet = ranking(note="</textarea><b>a & b</b>").embed("safe")
    assert isinstance(snippet, str)
    assert json.loads(json.dumps(snippet)) == snippet == str(snippet)
    shown = snippet._repr_mimebundle_()
    assert shown["text/plain"] == snippet
    assert "\\xa0" not in shown["text/plain"]
    tags = Tags(shown["text/html"])
    assert tags.tags == ["div", "button", "small", "br", "textarea"]
    assert tags.text[-1].strip("\n") == snippet.strip("\n")
    assert any("navigator.clipboard" in (value or "") for _, value in tags.attributes)
