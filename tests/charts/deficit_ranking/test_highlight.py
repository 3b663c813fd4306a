"""DeficitRanking: partners that stand out, alone or several in one accent. The own frames' figures are made up."""

from __future__ import annotations

from typing import Any

import pytest

import tradecontext as tc
from frames import own, ranking

USMCA = {"USMCA": ["MEX", "CAN"]}


def accents(chart: tc.DeficitRanking) -> dict[str, int]:
    return {row["partner"]: row["highlight"] for row in chart.spec["rows"] if "highlight" in row}


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({"highlight": ["MEX", "CAN"]}, {"MEX": 1, "CAN": 2}),
        ({"highlight": [["MEX", "CAN"]]}, {"MEX": 1, "CAN": 1}),
        ({"highlight": ["CHN", ["Mexico", "CA"]]}, {"CHN": 1, "MEX": 2, "CAN": 2}),
        ({"highlight": ["T"], "groups": {"T": ("parties to a treaty", ["CAN", "MEX"])}}, {"MEX": 1, "CAN": 1}),
        ({"highlight": ["USMCA"], "groups": USMCA}, {"MEX": 1, "CAN": 1}),
        ({"highlight": ["USMCA"]}, {"MEX": 1, "CAN": 1}),
        ({"highlight": [["CHN", "USMCA"]]}, {"CHN": 1, "MEX": 1, "CAN": 1}),
        ({"highlight": ["MEX", "USMCA"]}, {"MEX": 1, "CAN": 2}),
        ({"highlight": ["MEX", ["MEX"], "CHN"]}, {"MEX": 1, "CHN": 2}),
        ({"highlight": None}, {}),
    ],
)
def test_one_accent_for_each_entry(options: dict[str, Any], expected: dict[str, int]) -> None:
    chart = ranking(**options)
    assert accents(chart) == expected
    assert accents(tc.from_spec(chart.spec)) == expected


def test_the_members_of_a_group_without_a_figure_are_left_out() -> None:
    assert accents(ranking(own(imports=[505e9, None, 438e9]), highlight=["USMCA"])) == {"MEX": 1}


def test_they_are_drawn_whatever_their_rank() -> None:
    trade = tc.data.us_goods_trade()
    chart = tc.DeficitRanking(trade, year=2024, top=3, highlight=[["CAN", "NLD"]])
    assert [row["partner"] for row in chart.spec["rows"]][3:] == ["CAN", "NLD"]


@pytest.mark.parametrize(
    ("highlight", "message"),
    [
        ("MEX", r"highlight has to be a list of partners, for example highlight=\['MEX'\]"),
        ([["MEX", "Nowhere"]], "highlight: no partner is called 'Nowhere'"),
        ([["MEX", "FRA"]], "highlight: FRA has no row in the data; take it out"),
        (["ASEAN"], "highlight: 'ASEAN' is a group of countries, not a partner; name its members: .*'VNM'"),
        ([484], "highlight: 484 is a number; give a code or a name, such as 'MEX'"),
    ],
)
def test_what_is_none_is_refused(highlight: Any, message: str) -> None:
    with pytest.raises(tc.DataError, match=message):
        ranking(highlight=highlight)


def test_a_spec_with_a_gap_in_its_accents_is_refused() -> None:
    spec = ranking(highlight=[["MEX", "CAN"]]).spec
    for row in spec["rows"]:
        if "highlight" in row:
            row["highlight"] = 2
    with pytest.raises(tc.DataError, match="has the highlight 2, 2; number the accents 1 to 1, without a gap"):
        tc.from_spec(spec)
