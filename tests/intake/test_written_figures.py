"""Figures as spreadsheets and statistics offices write them: parsed exactly, or refused if they are ambiguous."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from frames import own, ranking

DECIDED = "9876543.25"
"""A figure with unambiguous separators, by which the format of its column is known."""


def read(values: list[object]) -> list[float]:
    """Return a column of balances as a chart reads them."""
    codes = tc.data.us_goods_trade()["partner"].unique()[: len(values)]
    frame = pd.DataFrame({"partner": codes, "year": 2024, "balance": values})
    found = tc.measures.bilateral(frame, unit="usd")["balance"]
    return [float(each) for each in found]


def write(value: Decimal, thousands: str, decimal: str, negative: str) -> str:
    """Format a figure with these separators, and with its sign in one of several ways."""
    text = f"{abs(value):,f}".replace(",", "T").replace(".", decimal).replace("T", thousands)
    return negative.format(text) if value < 0 else text


@given(
    st.lists(st.decimals(-(10**12), 10**12, places=3), min_size=1, max_size=8),
    st.sampled_from(
        [(",", "."), (".", ","), (" ", ","), ("\u202f", ","), ("\u00a0", "."), ("'", "."), ("\u2019", ".")]
    ),
    st.sampled_from(["({})", "-{}", "\u2212{}", "\u2013{}", "{}-", "-${}", "$({})".replace("$", "")]),
)
def test_a_column_is_read_as_the_decimals_it_writes(
    values: list[Decimal], marks: tuple[str, str], negative: str
) -> None:
    written = [write(each, *marks, negative) for each in (*values, Decimal(DECIDED))]
    assert read(written) == [float(each) for each in (*values, Decimal(DECIDED))]


@pytest.mark.parametrize(
    ("written", "figures"),
    [
        (["(295.4)", "\u2212171.8"], [-295.4, -171.8]),
        (["89,934,567", "1,234"], [89934567, 1234]),
        (["89.934.567", "1.234"], [89934567, 1234]),
        (["89 934 567", "-12"], [89934567, -12]),
        (["1.234,5", "1.234"], [1234.5, 1234]),
        (["1,23,45,678", "12"], [12345678, 12]),
        (["\u0661\u0662\u0663\u066b\u0665", "\uff11\uff12"], [123.5, 12]),
        (["1.5e9", "2E3"], [1.5e9, 2000]),
        (["\u20ac1,234.50", "US$2.5"], [1234.5, 2.5]),
        ([Decimal("1.25"), "2.5"], [1.25, 2.5]),
    ],
)
def test_what_is_written_one_way(written: list[object], figures: list[float]) -> None:
    assert read(written) == figures


@pytest.mark.parametrize("gap", ["", " ", "..", ":", "n/a", "NA", "NaN", None])
def test_no_figure_is_missing_and_never_zero(gap: object) -> None:
    found = read(["-2.5", gap])
    assert found[0] == -2.5
    assert pd.isna(found[1])


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (["1.234", "5.678"], r"row 0: is '1\.234' in thousands, or a figure with three decimals\?.*str\.replace"),
        (["1,234"], r"is '1,234' in thousands.*str\.replace\(',', '\.'\)"),
        (["89,934,567", "12,5"], "same mark for decimals and for thousands"),
        (["1.234,5", "1,234.5"], "same mark for decimals and for thousands"),
        (["12.5", "about 3", "x"], "rows 1 and 2: 'about 3' is text, not a figure"),
        (["12.5", "-"], "row 1: '-' is text, not a figure"),
        (["12.5", "1,2,3.5"], "row 1: '1,2,3.5' is text"),
        (["12.5", True], "row 1: 'True' is bool, not a figure"),
    ],
)
def test_what_can_be_read_in_two_ways_or_in_none_is_asked_about(written: list[object], told: str) -> None:
    with pytest.raises(tc.DataError, match=told):
        read(written)


def test_a_call_that_is_offered_works() -> None:
    data = own(exports=["334.041", "349.359", "143.545"], imports=["505.850", "411.123", "438.947"])
    with pytest.raises(tc.DataError, match=r"pd\.to_numeric\(data\['exports'\]\)"):
        ranking(data, unit="usd_billion")
    read_as_decimals = data.assign(exports=pd.to_numeric(data["exports"]), imports=pd.to_numeric(data["imports"]))
    assert ranking(read_as_decimals, unit="usd_billion").spec["rows"][0]["partner"] == "CHN"
    read_as_thousands = data.assign(
        exports=data["exports"].str.replace(".", "").astype(float),
        imports=data["imports"].str.replace(".", "").astype(float),
    )
    assert ranking(read_as_thousands, unit="usd_million").spec["rows"][0]["partner"] == "CHN"


def test_percentages_are_fractions() -> None:
    data = pd.DataFrame({"partner": ["MEX", "CAN"], "year": 2021, "share": ["45.3%", "50 %"]})
    rows = tc.InputReliance(data, source="Figures made up for a test").spec["rows"]
    assert {row["partner"]: row["shares"] for row in rows} == {"MEX": [0.453], "CAN": [0.5]}
