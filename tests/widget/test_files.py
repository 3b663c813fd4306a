"""What a chart stores, sends and writes: the state of its widget, its files, and their bytes."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import ipywidgets
import pytest
from ipywidgets.widgets import widget as registry

import tradecontext as tc
from frames import ranking

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def chart() -> tc.DeficitRanking:
    return ranking(highlight=["MEX"], headline="A headline")


class TestWidget:
    def test_no_connection_and_no_widget_is_kept_until_it_is_shown(self) -> None:
        before = dict(registry._instances)
        chart = ranking()
        chart.headline, chart.selection = "New", ["MEX"]
        chart.to_html()
        again = tc.from_spec(chart.spec)
        assert registry._instances == before
        assert chart.comm is None
        assert again.comm is None
        assert isinstance(chart, ipywidgets.DOMWidget)
        identity = chart.model_id
        assert identity in registry._instances
        chart.close()

    def test_only_the_spec_and_the_choices_are_sent(self, chart: tc.DeficitRanking) -> None:
        state = chart.get_state()
        assert {"spec", "sort_by", "selection", "_esm", "_css"} <= set(state)
        assert not set(type(chart).options()) & set(state)
        assert state["spec"] == chart.spec

    def test_it_says_what_it_is(self, chart: tc.DeficitRanking) -> None:
        assert repr(chart) == "<DeficitRanking: A headline>"


class TestSave:
    @pytest.mark.parametrize(("suffix", "start"), [(".html", "<!doctype html>"), (".csv", "partner,"), (".JSON", "{")])
    def test_by_suffix(self, chart: tc.DeficitRanking, tmp_path: Path, suffix: str, start: str) -> None:
        path = chart.save(str(tmp_path / f"x{suffix}"))
        assert path.read_text("utf-8-sig" if suffix == ".csv" else "utf-8").startswith(start)
        assert [each.name for each in tmp_path.iterdir()] == [f"x{suffix}"]
        assert path.stat().st_mode & 0o444

    @pytest.mark.parametrize("name", ["x.txt", "x", "x.html.exe", ".html"])
    def test_a_suffix_that_nothing_writes(self, chart: tc.DeficitRanking, tmp_path: Path, name: str) -> None:
        with pytest.raises(tc.DataError, match=r"has to end in \.html, \.svg, \.png, \.pdf, \.csv, \.json"):
            chart.save(tmp_path / name)
        assert not list(tmp_path.iterdir())

    @pytest.mark.parametrize("name", ["missing/x.html", "x\0.html", "y" * 300 + ".html"])
    def test_a_place_that_cannot_be_written(self, chart: tc.DeficitRanking, tmp_path: Path, name: str) -> None:
        with pytest.raises(tc.DataError, match="cannot write"):
            chart.save(f"{tmp_path}/{name}")
        assert not list(tmp_path.iterdir())

    def test_no_path_at_all(self, chart: tc.DeficitRanking) -> None:
        for path in (3, None, b"x.html"):
            with pytest.raises(tc.DataError, match=r"cannot write to .*: give the path of a file"):
                chart.save(path)

    def test_same_chart_same_bytes(self, chart: tc.DeficitRanking) -> None:
        again = ranking(highlight=["MEX"], headline="A headline")
        assert chart.to_html() == again.to_html()
        assert chart.to_json() == again.to_json()
        assert copy.deepcopy(chart.spec) == again.spec

    def test_an_embed_of_no_known_kind(self, chart: tc.DeficitRanking) -> None:
        for kind in ("pdf", "", ["safe"]):
            with pytest.raises(tc.DataError, match=r"there is no embed called .*choose one of iframe, "):
                chart.embed(kind)
        with pytest.raises(tc.DataError, match=r"called 'ifram'; did you mean 'iframe'\? choose one of iframe, "):
            chart.embed("ifram")
        with pytest.raises(tc.DataError, match="say which snippet; choose one of iframe, "):
            chart.embed()
