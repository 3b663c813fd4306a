"""Charts can be copied, pickled and sent to another process, whether shown or not, and copies are independent."""

from __future__ import annotations

import concurrent.futures
import copy
import multiprocessing
import pickle
import subprocess
import sys
import warnings
from typing import TYPE_CHECKING, Any

import ipywidgets
import pytest
import traitlets
from ipywidgets.widgets import widget as registry

import tradecontext as tc
from another_process import headlined
from frames import SOURCE, own, ranking, shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradecontext.widget.chart import Chart

WAYS: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{
        f"pickle {number}": lambda chart, number=number: pickle.loads(pickle.dumps(chart, number))  # type: ignore[misc]
        for number in (2, 5)
    },
}


class Desk(tc.DeficitRanking):
    """A newsroom's subclass of a chart, with its own trait and attribute."""

    slug = traitlets.Unicode("")

    def __init__(self, data: Any, desk: str, **options: Any) -> None:
        self.desk = [desk]
        super().__init__(data, **options)


def everything() -> Chart:
    return ranking(
        own(partner=["MEX", "CAN", "E1"]),
        entities={"E1": "Elsewhere"},
        groups={"USMCA": ["MEX", "CAN"], "*": ("a mark", ["MEX"])},
        labels={"deficit": "trade gap"},
        source={"text": SOURCE, "url": "https://example.org/"},
        annotations=[("MEX", "a remark")],
        correction=("2025-01-02", "a figure"),
        context=shares(),
        highlight=["E1"],
        sort_by="name",
    )


def reader() -> Chart:
    chart = tc.InputReliance(tc.data.input_shares(), highlight=["MEX"], period=(2000, 2011))
    chart.sort_by, chart.selection, chart.period = "-name", ["CAN"], (2001, 2005)
    return chart


def from_a_spec() -> Chart:
    chart = tc.from_spec(everything().spec)
    chart.update(headline="Other words", published="2025-01-02")
    return chart


def estimates() -> Chart:
    return tc.AdjustedBalance(None, estimates=tc.data.us_content_estimates())


def desk() -> Chart:
    chart = Desk(own(), "Trade", unit="usd", source=SOURCE)
    chart.slug = "deficits"
    return chart


CHARTS: dict[str, Callable[[], Chart]] = {
    "plain": ranking,
    "everything": everything,
    "changed by a reader": reader,
    "advantage": lambda: tc.ComparativeAdvantage(tc.data.rca_intermediate_goods(), period=(1994, 2013), top=5),
    "accounts": lambda: tc.AdjustedBalance(tc.data.value_added_balances(), highlight=["MEX"]),
    "no data": estimates,
    "of a spec": from_a_spec,
    "a table that is no frame": lambda: tc.DeficitRanking(dict(own()), unit="usd", source=SOURCE, context=shares()),
    "a class of the author's": desk,
}


@pytest.fixture(params=CHARTS)
def chart(request: pytest.FixtureRequest) -> Iterator[Chart]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        chart = CHARTS[request.param]()
    yield chart
    chart.close()


def state(chart: Chart) -> dict[str, Any]:
    options = {name: getattr(chart, name) for name in chart.options()}
    frames = {"context", "estimates"}
    return {
        "kind": type(chart),
        "spec": chart.spec,
        "present": chart.present(),
        "reader": {name: getattr(chart, name) for name in chart.state_names},
        "options": {name: value for name, value in options.items() if name not in frames},
        "page": chart.get_state(["spec", *chart.state_names]),
    }


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("shown", [False, True])
def test_a_copy_is_the_same_chart_and_its_own(
    chart: Chart,
    way: str,
    shown: bool,  # noqa: FBT001
) -> None:
    if shown:
        chart._repr_mimebundle_()
    before = state(chart)
    again = WAYS[way](chart)
    assert state(again) == before
    assert again.comm is None
    assert again.to_html() == chart.to_html()
    # Options that are mappings are read-only in a copy too.
    if getattr(again, "groups", None):
        with pytest.raises(TypeError):
            again.groups["B"] = ()
    again.headline = "Of the copy"
    again.sort_by = "-name"
    assert state(chart) == before
    assert again.spec["frame"]["headline"] == "Of the copy"
    chart.headline = "Of the first"
    assert again.spec["frame"]["headline"] == "Of the copy"


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_can_be_drawn_anew_with_its_data(way: str) -> None:
    chart = everything()
    again = WAYS[way](chart)
    chart.update(total=True, locale="es")
    again.update(total=True, locale="es")
    assert again.spec == chart.spec
    of_a_spec = WAYS[way](from_a_spec())
    with pytest.raises(tc.DataError, match="cannot be changed on a chart made from a spec"):
        of_a_spec.top = 1
    of_a_spec.byline = "Desk"
    assert of_a_spec.spec["frame"]["headline"] == "Other words"


@pytest.mark.parametrize("way", WAYS)
def test_who_watches_and_where_it_is_shown_stay_with_the_chart(way: str) -> None:
    chart = ranking()
    seen: list[object] = []
    if not way.startswith("pickle"):
        chart.observe(seen.append, "headline")
    identity = chart.model_id
    again = WAYS[way](chart)
    again.headline = "Of the copy"
    assert not seen
    assert again.model_id != identity
    again.close()
    chart.close()
    # A copy of a chart whose view was closed can be shown.
    assert WAYS[way](chart)._repr_mimebundle_() is not None


@pytest.mark.parametrize("way", WAYS)
def test_what_an_author_set_of_the_widget_is_kept(way: str) -> None:
    chart = ranking()
    chart.layout.width, chart.tooltip = "50%", "Deficits"
    chart.add_class("wide")
    again = WAYS[way](chart)
    assert (again.layout.width, again.tooltip, again._dom_classes) == ("50%", "Deficits", ("wide",))
    again.layout.width = "20%"
    assert chart.layout.width == "50%"


@pytest.mark.parametrize("way", WAYS)
def test_what_a_class_of_the_authors_adds_is_kept(way: str) -> None:
    chart = desk()
    again = WAYS[way](chart)
    assert (again.desk, again.slug) == (["Trade"], "deficits")
    assert (again.desk is chart.desk) == (way == "copy")


def test_nothing_is_warned_of_a_second_time() -> None:
    with pytest.warns(UserWarning, match="headline is 99"):
        chart = ranking(headline="x" * 99)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for way in WAYS.values():
            way(chart)


@pytest.mark.slow
def test_charts_go_to_other_processes_and_back() -> None:
    charts = [everything(), reader(), from_a_spec()]
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        for chart, (told, again) in zip(charts, pool.map(headlined, charts), strict=True):
            assert told == again.headline == f"{chart.stem} in another process"
            assert chart.headline != told
            assert (again.sort_by, again.selection) == (chart.sort_by, chart.selection)


class TestConstructed:
    """Some notebooks read a widget's state as soon as it is constructed."""

    @pytest.fixture
    def seen(self) -> Iterator[list[dict[str, Any]]]:
        seen: list[dict[str, Any]] = []
        before = ipywidgets.Widget._widget_construction_callback
        ipywidgets.Widget.on_widget_constructed(lambda widget: seen.append(widget.get_state()))
        yield seen
        ipywidgets.Widget.on_widget_constructed(before)

    def charts(self, seen: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the states without those of layouts, which are widgets too."""
        return [each for each in seen if "spec" in each or "_esm" in each]

    def test_a_copy_is_whole_when_it_is_made(self, seen: list[dict[str, Any]], chart: Chart) -> None:
        seen.clear()
        again = copy.copy(chart)
        (found,) = self.charts(seen)
        assert found["spec"] == chart.spec
        assert {name: found[name] for name in chart.state_names} == {
            name: getattr(again, name) for name in chart.state_names
        }

    @pytest.mark.parametrize("make", CHARTS.values(), ids=CHARTS)
    def test_it_is_whole_when_it_is_made(self, seen: list[dict[str, Any]], make: Callable[[], Chart]) -> None:
        chart = make()
        found = self.charts(seen)
        assert found[-1]["spec"]["chart"] == chart.stem
        assert found[-1]["sort_by"]
        assert chart.comm is None

    def test_one_that_is_refused_is_none(self, seen: list[dict[str, Any]]) -> None:
        before = dict(registry._instances)
        for options in ({"top": 0}, {"titel": "x"}, {"sort_by": "rank"}):
            with pytest.raises((tc.DataError, TypeError)):
                ranking(**options)
        with pytest.raises(tc.DataError):
            tc.DeficitRanking.from_spec({"chart": "deficit_ranking"})
        assert not self.charts(seen)
        assert registry._instances == before

    @pytest.mark.slow
    def test_a_host_that_opens_its_own_connection(self) -> None:
        """marimo replaces the comm when a widget is made."""
        code = (
            "import comm, ipywidgets, tradecontext as tc\n"
            "def host(widget):\n"
            "    state = widget.get_state()\n"
            "    widget.comm = comm.create_comm(target_name='jupyter.widget', data={'state': state})\n"
            "ipywidgets.Widget.on_widget_constructed(host)\n"
            "chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024)\n"
            "chart.headline, chart.sort_by = 'New', 'name'\n"
            "assert chart.model_id == chart.comm.comm_id and chart.present()['initial']['sort_by'] == 'name'\n"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
        assert (done.returncode, done.stderr) == (0, "")
