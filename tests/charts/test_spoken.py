"""Alternative texts: the message in few words, with the figure of the row that is highlighted."""

from __future__ import annotations

import re

import pytest

import tradecontext as tc
from golden import CASES, golden, told
from tradecontext.charts.sentences import alternative, length

MOST = 30


@pytest.mark.parametrize("case", CASES)
def test_it_is_short(case: str) -> None:
    assert length(golden(case)["frame"]["alt"]) <= MOST


def highlighted(case: str) -> str | None:
    """Return the name of the first highlighted partner that has a row, of a chart that ranks partners."""
    spec = golden(case)
    if not case.startswith(("deficit_ranking", "input_reliance")):
        return None
    first = next((row["name"] for row in spec["rows"] if row.get("highlight") == 1), None)
    return first if first in dict(told(spec)) else None


@pytest.mark.parametrize("case", filter(highlighted, CASES))
def test_it_has_the_figure_that_is_printed_in_the_row(case: str) -> None:
    spec, name = golden(case), highlighted(case)
    assert name
    alt = spec["frame"]["alt"]
    assert name in alt
    figure = re.search(r"\d+[.,]\d", dict(told(spec))[name])
    assert figure
    assert figure[0] in alt


def test_what_has_no_room_is_left_out() -> None:
    assert alternative(["One two.", "Three " * 40, "Four."]) == "One two. Four."
    assert alternative(["One " * 40, "Two."]) == "One " * 40
    assert length("71.5 % \u2014 and 3") == 3


def test_a_ratio_that_is_asked_for_is_the_message() -> None:
    data = tc.data.rca_intermediate_goods()
    plain = tc.ComparativeAdvantage(data, period=(1994, 2013), partners=["USA", "MEX"], highlight=["MEX"])
    assert "Mexico 0.48, second of 2 countries" in plain.spec["frame"]["alt"]
    plain.ratio = ("USA", "MEX")
    assert "was 2.0 times that in exports from Mexico" in plain.spec["frame"]["alt"]
