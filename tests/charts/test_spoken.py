"""Alternative texts: the message in few words, with the figure of the row that is highlighted."""

from __future__ import annotations

import re

import pytest

import tradecontext as tc
from golden import CASES, golden, told
from tradecontext.charts.sentences import length, spoken

MOST = 30


@pytest.mark.parametrize("case", CASES)
def test_it_is_short(case: str) -> None:
    assert length(golden(case)["frame"]["alt"]) <= MOST


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith(("deficit_ranking", "input_reliance"))])
def test_it_has_the_figure_that_is_printed_in_the_row(case: str) -> None:
    spec = golden(case)
    first = next((row for row in spec["rows"] if row.get("highlight") == 1), None)
    values = dict(told(spec))
    if first is None or first["name"] not in values:
        pytest.skip("no partner with a row is highlighted")
    alt = spec["frame"]["alt"]
    assert first["name"] in alt
    figure = re.search(r"\d+[.,]\d", values[first["name"]])
    assert figure
    assert figure[0] in alt


def test_what_has_no_room_is_left_out() -> None:
    assert spoken(["One two.", "Three " * 40, "Four."]) == "One two. Four."
    assert spoken(["One " * 40, "Two."]) == "One " * 40
    assert length("71.5 % \u2014 and 3") == 3


def test_a_ratio_that_is_asked_for_is_the_message() -> None:
    data = tc.data.rca_intermediate_goods()
    plain = tc.ComparativeAdvantage(data, period=(1994, 2013), partners=["USA", "MEX"], highlight=["MEX"])
    assert "Mexico 0.48, second of 2 countries" in plain.spec["frame"]["alt"]
    plain.ratio = ("USA", "MEX")
    assert "was 2.0 times that in exports from Mexico" in plain.spec["frame"]["alt"]
