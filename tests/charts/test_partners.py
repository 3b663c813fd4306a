"""Charts in which an author names the partners to draw with ``partners=``."""

from __future__ import annotations

from typing import Any

import pytest

import tradecontext as tc
from frames import SOURCE, own, ranking
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


@pytest.mark.parametrize(
    ("spelling", "name", "told"),
    [
        ("MEX", "CAN", r"'MEX' is Mexico \(MEX\), .* Canada \(CAN\)"),
        ("MX", "CAN", r"'MX' is Mexico \(MEX\), .* Canada \(CAN\)"),
        ("Mexico", "CAN", r"'Mexico' is Mexico \(MEX\), .* Canada \(CAN\)"),
        ("MEX", "Canada", r"'MEX' is Mexico \(MEX\), .* Canada \(CAN\)"),
        ("MEX", "Kanada", r"'MEX' is Mexico \(MEX\), .* Canada \(CAN\)"),
        ("EU27", "DEU", r"'EU27' is a group of countries, .* Germany \(DEU\)"),
    ],
)
def test_a_known_partner_is_not_drawn_as_another(spelling: str, name: str, told: str) -> None:
    data = own(partner=[spelling, "CHN", "VNM"])
    with pytest.raises(tc.DataError, match=told):
        ranking(data, entities={spelling: name})
    with pytest.raises(tc.DataError, match=told):
        tc.BalanceOverTime(data, entities={spelling: name}, unit="usd", source=SOURCE)


@pytest.mark.parametrize(
    ("spelling", "name", "code"),
    [
        ("Mex.", "MEX", "MEX"),
        ("México", "MEX", "MEX"),
        ("Congo", "COD", "COD"),
        ("MEX", "Our neighbour", "MEX"),
        ("Sudan", "US-7320", "US-7320"),
        ("EU27", "European Union", "EU27"),
    ],
)
def test_a_label_of_a_publisher_s_own_is_given_its_meaning(spelling: str, name: str, code: str) -> None:
    chart = ranking(own(partner=[spelling, "CHN", "VNM"]), entities={spelling: name})
    assert code in {row["partner"] for row in chart.spec["rows"]}
