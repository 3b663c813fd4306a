"""Rankings of a month, of a year to date and of a year, from rows of months: against pandas' own sums."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd
import pytest

import bundled
import tradecontext as tc
from frames import SOURCE

MONTHS, RECENT = bundled.months(), bundled.recent()


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
    # From 100% on, decimals would say nothing.
    switzerland = next(row for row in spec["rows"] if row["partner"] == "CHE")
    assert switzerland["compare"]["text"] == "from 1.5"
    assert ranked(period="2025-02", compare=2024)["columns"]["compare"]["period"] == "2024-02/2024-02"


def test_a_table_of_years_to_date_says_its_months_by_itself() -> None:
    spec = tc.DeficitRanking(TO_DATE, highlight=["MEX"], compare=2024).spec
    assert spec == ranked(compare=2024)
    with pytest.raises(tc.DataError, match="the rows are of 2 months of each year, 2025-01/2025-02"):
        tc.DeficitRanking(TO_DATE, period="2025-02")


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


YEARS, TO_DATE = tc.data.us_goods_trade("2025-04"), tc.data.us_goods_trade(by="year_to_date")
AS_YEARS = {
    "of the package": YEARS,
    "without its periods": YEARS.drop(columns="period"),
    "of one's own, with a year": YEARS[["partner", "year", "exports", "imports"]].assign(unit="usd"),
    "with years as text": YEARS.drop(columns="period").assign(year=YEARS["year"].astype(str)),
}


@pytest.mark.parametrize("table", AS_YEARS)
@pytest.mark.parametrize(
    "options",
    [
        {"period": "2024-01/2024-09"},
        {"period": "2024-03"},
        {"period": pd.Period("2024-03", "M")},
        {"period": pd.Period("2024Q1", "Q")},
        {"compare": "2023-01/2023-09"},
        {"period": "2024-01/2024-09", "compare": "2023-01/2023-09"},
    ],
)
def test_months_are_not_asked_of_years(table: str, options: dict[str, Any]) -> None:
    with pytest.raises(
        tc.DataError, match=r"the table has whole years; ask for (period='2024'|compare='2023')"
    ) as told:
        tc.DeficitRanking(AS_YEARS[table], source=SOURCE, **options)
    assert 'us_goods_trade(by="month")' in str(told.value)


@pytest.mark.slow
def test_a_year_may_be_written_in_any_way() -> None:
    spec = tc.DeficitRanking(YEARS, year=2024).spec
    for year in ("2024", 2024.0, pd.Period("2024", "Y")):
        assert tc.DeficitRanking(YEARS, year=year).spec == spec
        assert tc.DeficitRanking(YEARS, period=year).spec == spec
    assert ranked(period=pd.Period("2025-02", "M")) == ranked(period="2025-02")


@pytest.mark.slow
@pytest.mark.parametrize("options", [{}, {"year": 2024}, {"period": "2024-01/2024-09"}])
def test_months_and_years_in_one_table_are_not_added_up(options: dict[str, Any]) -> None:
    both = pd.concat([RECENT, YEARS])
    with pytest.raises(tc.DataError, match="there are months and years; keep one of both: ") as told:
        tc.DeficitRanking(both, **options)
    assert "groupby" not in str(told.value)
    months, years = (eval(call, {"data": both}) for call in re.findall(r"data\[.*?\] (?=are|the)", str(told.value)))
    assert (len(months), len(years)) == (len(RECENT), len(YEARS))
    with pytest.raises(tc.DataError, match="there are months and periods of 2 months"):
        tc.DeficitRanking(pd.concat([RECENT, TO_DATE]), **options)


def test_months_and_years_without_a_column_of_periods_are_not_added_up() -> None:
    both = pd.concat([RECENT, YEARS]).drop(columns="period")
    with pytest.raises(tc.DataError, match="one is the sum of the others: there are months and years"):
        tc.DeficitRanking(both, year=2023)
    numbered = RECENT.drop(columns="period").assign(month=RECENT["period"].dt.month)
    assert deficits(tc.DeficitRanking(numbered, period="2025-02").spec) == deficits(
        tc.DeficitRanking(RECENT, period="2025-02").spec
    )
    with pytest.raises(tc.DataError, match="there are months, and years without a month; keep one of both"):
        tc.DeficitRanking(pd.concat([numbered, YEARS.drop(columns="period")]))


@pytest.mark.parametrize(
    ("period", "compare", "told"),
    [
        ("2025-02", "2025-01", "compare='2025-01' has other months than 2025-02; .*: compare='2024-02'"),
        ("2025-02", "2024-01", "compare='2024-01' has other months than 2025-02; .*: compare='2024-02'"),
        ("2025-02", "2025-02", "compare='2025-02' has to be before 2025-02"),
        ("2025-01/2025-02", "2024-01/2024-12", "has other months than 2025-01/2025-02; .*: compare='2024-01/2024-02'"),
        ("2025-01/2025-02", "2024-02", "has other months than 2025-01/2025-02; .*: compare='2024-01/2024-02'"),
    ],
)
def test_other_months_are_not_compared(period: str, compare: str, told: str) -> None:
    with pytest.raises(tc.DataError, match=told) as refused:
        ranked(period=period, compare=compare)
    assert "columns" not in str(refused.value)


@pytest.mark.slow
def test_a_missing_month_is_named() -> None:
    def without(*months: str, partner: str | None = None) -> pd.DataFrame:
        gone = MONTHS["period"].astype(str).isin(months)
        return MONTHS[~(gone if partner is None else gone & (MONTHS["partner"] == partner))]

    with pytest.raises(tc.DataError, match="every month of 2024: 2024-05 and 2024-07 are missing"):
        tc.DeficitRanking(without("2024-05", "2024-07"), year=2024)
    with pytest.raises(tc.DataError, match=r"period='2025-03': .* 2025-03 is missing .it has 1985-01 to 2025-02"):
        ranked(period="2025-03")
    with pytest.raises(tc.DataError, match="MEX has no figure for 2024, since 2024-05 is missing"):
        tc.DeficitRanking(without("2024-05", partner="MEX"), year=2024, highlight=["MEX"])


PARTS: dict[str, dict[str, Any]] = {
    "months": {"period": "2024-03"},
    "pandas months": {"period": pd.Period("2024-03", "M")},
    "months beside years": {"year": 2024, "month": 3},
    "half a year": {"period": "2024-01/2024-06"},
    "quarters": {"period": "2024-Q1"},
}


@pytest.mark.parametrize("kind", PARTS)
def test_no_chart_prints_part_of_a_year_as_the_year(kind: str) -> None:
    columns = PARTS[kind]
    base = pd.DataFrame({"partner": ["MEX", "CHN"], "exports": [1.0, 2.0], "imports": [3.0, 4.0], "year": 2024})
    words: dict[str, Any] = {"source": SOURCE, "unit": "usd_billion"}
    if kind == "quarters":
        with pytest.raises(tc.DataError, match="'2024-Q1' is not a month"):
            tc.DeficitRanking(base.assign(**columns), **words)
    else:
        assert tc.DeficitRanking(base.assign(**columns), **words).spec["period"].startswith("2024-0")
    told = "'2024-Q1' is not a month" if kind == "quarters" else "has parts of years, such as 2024-0"
    shares = base.assign(share=0.5, rca=1.0, **columns)
    with pytest.raises(tc.DataError, match=told):
        tc.InputReliance(shares, source=SOURCE)
    with pytest.raises(tc.DataError, match=told):
        tc.ComparativeAdvantage(shares, source=SOURCE)
    with pytest.raises(tc.DataError, match=told):
        tc.AdjustedBalance(
            base.assign(**columns), country="MEX", estimates=tc.data.us_content_estimates("MEX"), **words
        )
    with pytest.raises(tc.DataError, match=f"in context=: .*{told}"):
        tc.DeficitRanking(base, context=shares[["partner", "year", "share", *columns.keys() - {"year"}]], **words)


def test_a_month_that_is_no_number_is_told() -> None:
    base = pd.DataFrame({"partner": ["MEX"], "balance": [-1.0], "year": 2024, "month": "Mar"})
    with pytest.raises(tc.DataError, match="column 'month', row 0: 'Mar' is text, not a figure"):
        tc.DeficitRanking(base, source=SOURCE, unit="usd_billion")
