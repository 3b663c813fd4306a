"""Sums over months against pandas' own rolling and grouped sums, and crossings of lines."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import bundled
import tradecontext as tc
from charts.balance_over_time.golden import made_up

SOURCE = "Figures made up for a test"
MONTHS = bundled.months()
FIGURES = st.lists(st.one_of(st.none(), st.integers(-(10**9), 10**9).map(float)), min_size=13, max_size=60)


def drawn(values: list[float | None], **options: Any) -> dict[str, float | None]:
    """Return the figure of each period that a chart draws of one partner's monthly balances."""
    spec = tc.BalanceOverTime(made_up({"MEX": values}), source=SOURCE, unit="usd", **options).spec
    return dict(zip(spec["periods"], spec["rows"][0]["values"], strict=True))


def expected(series: pd.Series[float]) -> dict[str, float | None]:
    """Return what pandas has, from the first figure to the last one."""
    there = series.loc[series.first_valid_index() : series.last_valid_index()]
    return {str(period): None if pd.isna(value) else value for period, value in there.items()}


def by_pandas(values: list[float | None]) -> pd.Series[float]:
    index = pd.period_range("2000-01", periods=len(values), freq="M")
    return pd.Series(values, index=index, dtype="float64")


@given(FIGURES)
def test_twelve_months_are_the_rolling_sum_of_pandas(values: list[float | None]) -> None:
    sums = by_pandas(values).rolling(12).sum()
    if sums.isna().all():
        with pytest.raises(tc.DataError, match=r"no figure|whole period"):
            drawn(values)
    else:
        assert drawn(values) == expected(sums)


@given(FIGURES)
def test_years_are_sums_of_twelve_months_and_years_to_date_of_the_same_ones(values: list[float | None]) -> None:
    series = by_pandas(values)
    last = series.last_valid_index()
    if last is None:
        return
    months = pd.PeriodIndex(series.index)
    for by, of in (("year", 12), ("year_to_date", last.month)):
        within = series[months.month <= of]
        sums = within.groupby(pd.PeriodIndex(within.index).year).sum(min_count=of)
        sums = sums[sums.index <= last.year]
        if sums.isna().all():
            with pytest.raises(tc.DataError, match=r"no figure|whole period"):
                drawn(values, by=by)
        else:
            assert drawn(values, by=by) == expected(sums)


@pytest.mark.parametrize("measure", ["balance", "deficit", "exports", "imports"])
def test_the_bundled_months_over_twelve_months(measure: str) -> None:
    spec = tc.BalanceOverTime(MONTHS, partners=["MEX", "CHN"], measure=measure).spec
    for row in spec["rows"]:
        own = MONTHS[MONTHS["partner"] == row["partner"]].set_index("period")
        column = own["balance" if measure == "deficit" else measure]
        sums = (-column if measure == "deficit" else column).rolling(12).sum().dropna()
        assert spec["periods"] == sums.index.astype(str).tolist()
        assert row["values"] == pytest.approx(sums.tolist(), abs=1)


def test_nothing_is_added_up_across_a_break() -> None:
    values = drawn([1.0] * 40, breaks=[("MEX", "2002-01", "another classification")])
    assert values["2001-12"] == 12
    assert [values[f"2002-{month:02d}"] for month in range(1, 13)] == [None] * 11 + [12]
    years = drawn([1.0] * 40, by="year", breaks=[("MEX", "2001-07", "another classification")])
    assert years == {"2000": 12, "2001": None, "2002": 12}


def test_rows_of_years_and_of_years_to_date_are_drawn_as_they_are() -> None:
    years = tc.BalanceOverTime(tc.data.us_goods_trade(), partners=["MEX"]).spec
    assert (years["by"], years["periods"][0], years["periods"][-1]) == ("year", "2013", "2024")
    to_date = tc.BalanceOverTime(tc.data.us_goods_trade(by="year_to_date"), partners=["MEX"]).spec
    assert (to_date["by"], to_date["periods"][-1]) == ("year_to_date", "2025")
    assert to_date["columns"]["value"].startswith("January\N{EN DASH}February 2025")
    of_months = tc.BalanceOverTime(MONTHS, partners=["MEX"], by="year_to_date").spec
    assert of_months["rows"] == to_date["rows"]


SERIES = {
    "passed once": ([1, 2, 3, 4], [2, 2, 2, 2], (2, "MEX")),
    "passed and came back": ([1, 3, 1, 3], [2, 2, 2, 2], (3, "MEX")),
    "was always beyond": ([3, 3, 3, 3], [2, 2, 2, 2], None),
    "was passed": ([3, 3, 1, 1], [2, 2, 2, 2], (2, "CHN")),
    "touched": ([3, 2, 3, 3], [2, 2, 2, 2], None),
    "touched and passed": ([1, 2, 3, 3], [2, 2, 2, 2], (2, "MEX")),
}


@pytest.mark.parametrize("case", SERIES)
def test_a_crossing_is_the_last_one_that_lasted(case: str) -> None:
    one, other, passed = SERIES[case]
    rows = [
        (code, 2000 + place, float(value))
        for code, values in (("MEX", one), ("CHN", other))
        for place, value in enumerate(values)
    ]
    frame = pd.DataFrame(rows, columns=["partner", "year", "balance"]).assign(balance=lambda each: -each["balance"])
    headline = tc.BalanceOverTime(frame, source=SOURCE, unit="usd_billion").spec["frame"]["headline"]
    names = {"MEX": ("Mexico", "China"), "CHN": ("China", "Mexico")}
    if passed is None:
        assert "passed" not in headline
    else:
        place, code = passed
        again = " again" if case == "passed and came back" else ""
        assert headline == "The deficit with {} passed that with {}{} in {}".format(*names[code], again, 2000 + place)


def test_a_break_between_two_lines_is_no_crossing() -> None:
    frame = pd.DataFrame({"partner": ["MEX"] * 4 + ["CHN"] * 4, "year": [2000, 2001, 2002, 2003] * 2})
    frame["balance"] = [-1.0, -1, -3, -3, -2, -2, -2, -2]
    options: dict[str, Any] = {"source": SOURCE, "unit": "usd_billion"}
    assert "passed" in tc.BalanceOverTime(frame, **options).spec["frame"]["headline"]
    broken = tc.BalanceOverTime(frame, breaks=[("MEX", 2002, "another classification")], **options).spec
    assert "passed" not in " ".join([broken["frame"]["headline"], *broken["frame"]["notes"]])
    assert "larger" in broken["frame"]["headline"] or "large" in broken["frame"]["headline"]


def test_a_table_of_years_to_date_is_drawn_in_every_month_of_a_year() -> None:
    def spec(rows: pd.DataFrame, **options: Any) -> Any:
        return tc.BalanceOverTime(rows, source=SOURCE, unit="usd", **options).spec

    # Made up: what a table of years to date has in January, in March, and once December is published.
    for month, own in ((1, "year_to_date"), (3, "year_to_date"), (12, "year")):
        period = [f"{year}-01/{year}-{month:02d}" for year in (2023, 2024, 2025)]
        rows = pd.DataFrame({"partner": "MEX", "period": period, "balance": [-1e9, -2e9, -3e9]})
        for options in ({}, {"by": "year_to_date"}):
            made = spec(rows, **options)
            assert made["by"] == own
            assert made["rows"][0]["values"] == [-1e9, -2e9, -3e9]
