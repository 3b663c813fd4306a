"""Charts in which an author names the partners to draw with ``partners=``."""

from __future__ import annotations

from typing import Any

import pytest

import tradecontext as tc
from golden import about
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts

CHARTS = [stem for stem in charts() if {"partners", "top"} <= set(chart_class(stem).options())]


def drawn(chart: Any) -> set[str]:
    return {row["partner"] for row in chart.spec["rows"] if row.get("role", "partner") == "partner"}


@pytest.mark.parametrize("stem", CHARTS)
def test_all_that_an_author_names_are_drawn_unless_top_says_how_many(stem: str) -> None:
    table = eval(about(stem).TABLE, {"tc": tc})
    everyone = chart_class(stem)(table, top=None)
    named = sorted(drawn(everyone))[:12]
    assert len(named) == 12

    chart: Any = chart_class(stem)(table, partners=named)
    assert drawn(chart) == set(named)
    assert "not shown" not in " ".join(chart.spec["frame"]["notes"])
    assert len(drawn(chart_class(stem)(table, partners=named, top=10))) == 10

    chart.partners = None
    assert len(drawn(chart)) == 10
    chart.partners = named
    chart.top = 3
    assert len(drawn(chart)) == 3
    assert "not shown" in " ".join(chart.spec["frame"]["notes"])
