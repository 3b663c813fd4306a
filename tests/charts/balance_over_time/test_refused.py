"""Data and options that cannot be drawn truthfully, and specs that somebody edited."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import bundled
import tradecontext as tc
from charts.balance_over_time.golden import made_up
from golden import golden

if TYPE_CHECKING:
    from collections.abc import Callable

MONTHS = bundled.months()
FRAME = made_up({"MEX": [-1.0] * 14, "CAN": [-2.0] * 14})


def draw(data: pd.DataFrame = FRAME, **options: Any) -> tc.BalanceOverTime:
    return tc.BalanceOverTime(data, **{"source": "Figures made up for a test", "unit": "usd", **options})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"by": "week"}, "by='week' is not known; choose one of 'month', 'twelve_months'"),
        ({"measure": "trade"}, "measure='trade' is not known"),
        ({"partners": ["MEX", "DEU"]}, "partners: DEU has no row in the data"),
        ({"highlight": ["MEX"], "partners": ["CAN"]}, "highlight: MEX is not among the partners drawn"),
        ({"period": 2000}, "period=2000 has to be the first and the last year or month"),
        ({"period": (1990, 1995)}, "no figure lies between the two"),
        ({"period": (2000, 2030)}, r"period=\(2000, 2030\): the last figure is of 2001-02; end there, or earlier"),
        ({"period": (2000, "2001-03")}, "the last figure is of 2001-02"),
        ({"period": (1990, 2001)}, "the first figure is of 2000-12; begin there, or later"),
        ({"period": (2001, 2000)}, "the first is after the last"),
        (
            {"by": "year", "period": ("2000-03", 2001)},
            r"the figures are of years; ask for years, period=\(2000, 2000\)",
        ),
        ({"partners": []}, "partners is empty"),
        ({"annotations": [("1999-07", "x")]}, "annotations: '1999-07' is not among the periods drawn, 2000-01 to"),
        ({"annotations": [("2000-13", "x")]}, "months are 01 to 12"),
        ({"annotations": [("DEU", "x")]}, "annotations: DEU has no row in the chart"),
        ({"breaks": [("MEX", 2010, "x")]}, "breaks: 2010 is not among the periods drawn"),
        ({"breaks": "MEX"}, r"breaks has to be a list of \(partner, when, text\)"),
        ({"breaks": [2000]}, r"breaks: 2000 is not \(partner, when, text\)"),
        ({"provisional": 2010}, "provisional: 2010 is not among the periods drawn"),
        ({"provisional": "soon"}, "provisional='soon' has to be a year"),
        ({"reporter": "MEX"}, "'MEX' is the reporter itself"),
    ],
)
def test_an_option_that_the_data_cannot_satisfy(options: dict[str, Any], message: str) -> None:
    with pytest.raises(tc.DataError, match=message):
        draw(**options)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (FRAME.assign(period="soon"), "column 'period', rows 0, 1, 2 and 25 more: 'soon' is not a month such as"),
        (FRAME.assign(period="2000-13"), "'2000-13' is not a month"),
        (FRAME.assign(period=dt.date(2000, 1, 15)), "is not a month"),
        (FRAME.assign(period=660), "'660' is not a month"),
        (FRAME.assign(period=["2000", *FRAME["period"][1:]]), "there are months and years; keep one of both"),
        (FRAME.assign(period=pd.period_range("2000Q1", periods=28, freq="Q")), r"periods of the frequency 'QE?-DEC'"),
        (FRAME.drop(columns="period"), "there is no column 'period' or 'year'"),
        (FRAME.assign(period="2000-01"), "partner 'MEX' has a second row for 2000-01"),
        (
            FRAME.drop(columns="period").assign(year=2000, month=13),
            "column 'month', rows 0, 1, 2 and 25 more: '13' is no month",
        ),
        (FRAME.assign(balance=None), "no figure"),
        (FRAME.head(5), "the months of the data make no whole period"),
    ],
)
def test_data_that_has_no_such_periods(data: pd.DataFrame, message: str) -> None:
    with pytest.raises(tc.DataError, match=message):
        draw(data)


def test_seven_lines_are_too_many() -> None:
    partners = ["MEX", "CHN", "CAN", "VNM", "DEU", "JPN", "KOR"]
    with pytest.raises(tc.DataError, match="partners has 7; at most 6 lines can be told apart"):
        tc.BalanceOverTime(MONTHS, partners=partners)


def test_years_are_not_taken_apart() -> None:
    for period in (("2020-03", "2024-09"), (2020, pd.Period("2024-09", "M"))):
        with pytest.raises(tc.DataError, match=r"the figures are of years; ask for years, period=\(2020, 2024\)"):
            tc.BalanceOverTime(tc.data.us_goods_trade(), partners=["MEX"], period=period)
    with pytest.raises(tc.DataError, match="by='month' needs months, and the rows are of years"):
        tc.BalanceOverTime(tc.data.us_goods_trade(), partners=["MEX"], by="month")
    with pytest.raises(tc.DataError, match="the rows are of 2 months of each year"):
        tc.BalanceOverTime(tc.data.us_goods_trade(by="year_to_date"), partners=["MEX"], by="year")


def test_months_in_any_form_are_the_same_chart() -> None:
    spec = draw().spec
    texts = FRAME["period"]
    others = [
        texts.str.replace("-", "M"),
        texts.str.replace("-", "").astype(int),
        pd.to_datetime(texts),
        texts + "-01",
        pd.PeriodIndex(texts, freq="M"),
        [pd.Period(text, freq="M") for text in texts],
    ]
    for other in others:
        assert draw(FRAME.assign(period=other)).spec == spec
    parts = texts.str.split("-", expand=True).astype(int)
    two = FRAME.drop(columns="period").assign(year=parts[0], month=parts[1])
    assert draw(two).spec == spec
    assert draw(FRAME.rename(columns={"period": "when"}), period_column="when").spec == spec


@pytest.mark.parametrize("other", [pl.from_pandas, pa.Table.from_pandas])
def test_periods_come_back_from_other_libraries(other: Callable[[pd.DataFrame], Any]) -> None:
    frame = MONTHS[MONTHS["partner"].isin(["MEX", "CHN"])]
    options: dict[str, Any] = {"source": "US Census Bureau", "highlight": ["MEX"]}
    assert tc.BalanceOverTime(other(frame), **options).spec == tc.BalanceOverTime(frame, **options).spec
    assert tc.DeficitRanking(other(frame), **options).spec == tc.DeficitRanking(frame, **options).spec


def broken(case: str, **changes: Any) -> tuple[str, ...]:
    spec = golden(f"balance_over_time/{case}")
    with pytest.raises(tc.DataError) as refused:
        tc.from_spec({**spec, **changes})
    return refused.value.faults


def test_a_spec_that_somebody_edited_is_held_to_itself() -> None:
    spec = golden("balance_over_time/plain")
    mexico, china = spec["rows"]
    ticks = spec["scale"]["ticks"]
    assert any("figures for" in each for each in broken("plain", rows=[{**mexico, "values": [1.0]}, china]))
    wrong = {**mexico, "last": {**mexico["last"], "text": "1.0"}}
    assert any("rows[0].last.text is '1.0'" in each for each in broken("plain", rows=[wrong, china]))
    early = {**mexico, "last": {**mexico["last"], "at": 5}}
    assert any("rows[0].last.at is 5" in each for each in broken("plain", rows=[early, china]))
    skipped = [*spec["periods"][:-1], "2030-01"]
    assert any("periods skips or repeats one" in each for each in broken("plain", periods=skipped))
    assert any("has to be years" in each for each in broken("plain", by="year"))
    assert any("labels has 1" in each for each in broken("plain", labels=["{year}"]))
    assert any("beyond the ends" in each for each in broken("plain", scale={**spec["scale"], "ticks": ticks[-2:]}))
    late = [{"at": 3000, "text": "x"}]
    assert any("remarks[0].at is 3000" in each for each in broken("plain", remarks=late))
    assert any("provisional is 3000" in each for each in broken("plain", provisional=3000))
    extremes = {**mexico, "extremes": "low 1.0, high 2.0"}
    assert any("extremes" in each for each in broken("plain", rows=[extremes, china]))


def test_pandas_periods_are_years_and_months_in_every_option() -> None:
    month, text = pd.Period("2000-07", "M"), "2000-07"
    for option in ("annotations", "breaks"):
        assert draw(by="month", **{option: [(month, "x")]}).spec == draw(by="month", **{option: [(text, "x")]}).spec
    assert draw(provisional=month).spec == draw(provisional=text).spec


def test_one_partner_may_be_named_without_a_list() -> None:
    assert draw(partners="MEX").spec == draw(partners=["MEX"]).spec


def test_a_year_that_has_begun_may_be_the_last() -> None:
    # The figures end in February 2001, and there will be more.
    assert draw(period=(2000, 2001)).spec == draw().spec


def test_a_partner_s_missing_month_is_named() -> None:
    gap = FRAME[~((FRAME["partner"] == "MEX") & (FRAME["period"] == "2000-05"))]
    with pytest.raises(tc.DataError, match="MEX has no figure in the periods drawn, since 2000-05 is missing"):
        draw(gap, partners=["MEX"], by="year")
