"""Rankings of a month, of a year to date and of a year, from rows of months: against pandas' own sums."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import tradecontext as tc
from frames import SOURCE

MONTHS = tc.data.us_goods_trade(by="month")


def ranked(**options: Any) -> dict[str, Any]:
    spec: Any = tc.DeficitRanking(MONTHS, highlight=["MEX"], **options).spec
    return spec


def deficits(spec: dict[str, Any]) -> dict[str, float]:
    return {row["partner"]: row["deficit"] for row in spec["rows"]}


def by_pandas(first: str, last: str) -> pd.Series[float]:
    within = MONTHS[(MONTHS["period"] >= pd.Period(first, "M")) & (MONTHS["period"] <= pd.Period(last, "M"))]
    return -within.groupby("partner")["balance"].sum()


@pytest.mark.parametrize(
    ("options", "first", "last", "said"),
    [
        ({"period": "2025-02"}, "2025-02", "2025-02", "February 2025"),
        ({"period": "2024-11/2025-02"}, "2024-11", "2025-02", "November 2024\N{EN DASH}February 2025"),
        ({"year": 2025}, "2025-01", "2025-02", "January\N{EN DASH}February 2025"),
        ({}, "2025-01", "2025-02", "January\N{EN DASH}February 2025"),
        ({"year": 2024}, "2024-01", "2024-12", "2024"),
    ],
)
def test_months_are_added_up(options: dict[str, Any], first: str, last: str, said: str) -> None:
    spec = ranked(**options)
    expected = by_pandas(first, last)
    found = deficits(spec)
    assert found == pytest.approx(expected[list(found)].to_dict(), abs=1)
    assert list(found) == expected.nlargest(10).index.tolist()
    assert spec["frame"]["subtitle"].endswith(f", {said}")
    assert said in spec["frame"]["alt"]


def test_a_year_to_date_is_compared_with_the_same_months() -> None:
    spec = ranked(year=2025, compare=2024)
    earlier = by_pandas("2024-01", "2024-02")
    for row in spec["rows"]:
        assert row["compare"]["deficit"] == pytest.approx(earlier[row["partner"]], abs=1)
    assert spec["columns"]["compare"]["period"] == "2024-01/2024-02"
    assert "January\N{EN DASH}February 2024" in spec["columns"]["compare"]["title"]
    mexico = next(row for row in spec["rows"] if row["partner"] == "MEX")
    assert mexico["compare"]["text"] == "up 14.4%"
    assert ranked(period="2025-02", compare=2024)["columns"]["compare"]["period"] == "2024-02/2024-02"


def test_a_table_of_years_to_date_says_its_months_by_itself() -> None:
    to_date = tc.data.us_goods_trade(by="year_to_date")
    spec = tc.DeficitRanking(to_date, highlight=["MEX"], compare=2024).spec
    assert spec == ranked(compare=2024)
    with pytest.raises(tc.DataError, match="the rows are of 2 months from January on, 2025-01/2025-02"):
        tc.DeficitRanking(to_date, period="2025-02")


def test_months_that_are_not_there_are_refused() -> None:
    with pytest.raises(
        tc.DataError, match=r"period='2025-01/2025-03': the data does not have every month .*to 2025-02"
    ):
        ranked(period="2025-01/2025-03")
    with pytest.raises(tc.DataError, match="year=1984: the data does not have every month of 1984"):
        ranked(year=1984)
    with pytest.raises(tc.DataError, match="compare=2025 has to be before 2025"):
        ranked(compare=2025)
    # Made-up rows: a partner that lacks a month has no sum, and one with two rows for a month is asked about.
    rows = [("MEX", "2025-01", 1.0, 2.0), ("MEX", "2025-02", 1.0, 2.0), ("CAN", "2025-01", 1.0, 3.0)]
    frame = pd.DataFrame(rows, columns=["partner", "period", "exports", "imports"])
    chart = tc.DeficitRanking(frame, source=SOURCE, unit="usd_billion")
    assert deficits(chart.spec) == {"MEX": 2e9}
    assert "No figure in the data for Canada, January\N{EN DASH}February 2025." in chart.spec["frame"]["notes"]
    # A table that begins within the year is of the months that it has.
    february = tc.DeficitRanking(frame[1:2], source=SOURCE, unit="usd_billion").spec
    assert february["frame"]["subtitle"].endswith(", February 2025")
    with pytest.raises(tc.DataError, match="partner 'MEX' has a second row for 2025-02"):
        tc.DeficitRanking(pd.concat([frame, frame[1:2]]), source=SOURCE, unit="usd_billion")
