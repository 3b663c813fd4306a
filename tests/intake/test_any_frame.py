"""Tables of any kind, with years of any name and type: all are read alike, or refused with a call that mends them."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import tradecontext as tc
from frames import SOURCE, own, ranking

COLUMNS: dict[str, list[Any]] = {
    "partner": ["MEX", "CAN", "CHN"],
    "year": [2024, 2024, 2024],
    "exports": [334.0, 349.0, 143.0],
    "imports": [505.0, 411.0, None],
}
KINDS = {
    "pandas": pd.DataFrame(COLUMNS),
    "polars": pl.DataFrame(COLUMNS),
    "a lazy frame": pl.LazyFrame(COLUMNS),
    "arrow": pa.table(COLUMNS),
    "a mapping": COLUMNS,
    "records": [dict(zip(COLUMNS, row, strict=True)) for row in zip(*COLUMNS.values(), strict=True)],
    "grouped": pd.DataFrame(COLUMNS).set_index(["partner", "year"]),
}


def drawn(data: Any, **options: Any) -> dict[str, Any]:
    return tc.DeficitRanking(data, **{"unit": "usd_billion", "source": SOURCE, **options}).spec


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_table_draws_the_same_chart(kind: str) -> None:
    spec = drawn(KINDS[kind])
    assert spec == drawn(KINDS["pandas"])
    assert [row["partner"] for row in spec["rows"]] == ["MEX", "CAN"]
    assert any("China" in note for note in spec["frame"]["notes"])


def test_every_chart_and_second_measure_takes_any_table() -> None:
    shares = {"partner": ["MEX", "CAN"], "year": [2021, 2021], "share": [0.4, 0.5]}
    for made in (pl.DataFrame(shares), pa.table(shares), shares):
        assert tc.InputReliance(made, source=SOURCE).spec["rows"]
        assert "context" in drawn(COLUMNS, context=made, source=[SOURCE, SOURCE])["columns"]
    index = {"partner": ["MEX", "USA"], "year": [2021, 2021], "rca": [0.5, 1.5]}
    assert tc.ComparativeAdvantage(pl.DataFrame(index), source=SOURCE).spec["rows"]
    accounts = {**COLUMNS, "imports": [505.0, 411.0, 438.0], "value_added_balance": [-150.0, -50.0, -250.0]}
    made = tc.AdjustedBalance(pl.DataFrame(accounts), unit="usd_billion", source=SOURCE)
    assert made.spec["view"] == "value_added"


def test_a_series_named_for_its_figures() -> None:
    series = pd.Series({"MEX": -171.0, "CAN": -62.0}, name="balance")
    assert [row["partner"] for row in drawn(series, year=2024)["rows"]] == ["MEX", "CAN"]
    summed = pd.DataFrame(COLUMNS).assign(balance=-1.5).groupby(["partner", "year"])["balance"].sum()
    assert len(drawn(summed)["rows"]) == 3
    with pytest.raises(tc.DataError, match=r"Series without a name.*series\.rename\('balance'\)"):
        drawn(pd.Series({"MEX": -171.0}))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("trade.csv", r"the path or text 'trade\.csv'; read it first: pd\.read_csv"),
        (3, "has to be a data frame .*, not int"),
        ([1, 2], "not list"),
        (np.zeros((2, 2)), "not ndarray"),
        ({"partner": ["MEX"], "year": [2024, 2023]}, "no table of columns of one length"),
    ],
)
def test_what_is_no_table(data: Any, told: str) -> None:
    with pytest.raises(tc.DataError, match=told):
        drawn(data)


YEARS = {
    "numbers": [2024] * 3,
    "floats": [2024.0] * 3,
    "text": ["2024", " 2024", "2024.0"],
    "the last day": pd.to_datetime(["2024-12-31"] * 3),
    "the first day": [dt.date(2024, 1, 1)] * 3,
    "text of a day": ["2024-12-31", "2024-12-31T00:00:00", "2024-12-31 00:00:00Z"],
    "periods": pd.PeriodIndex(["2024"] * 3, freq="Y"),
    "nullable": pd.array([2024] * 3, dtype="Int64"),
    "categories": pd.Categorical(["2024"] * 3),
    "days of numpy": np.array(["2024-12-31"] * 3, dtype="datetime64[s]"),
}


@pytest.mark.parametrize("kind", YEARS)
@pytest.mark.parametrize("name", ["year", "Jahr"])
def test_years_of_any_type_under_any_name(kind: str, name: str) -> None:
    data = own().drop(columns="year").assign(**{name: YEARS[kind]})
    options = {} if name == "year" else {"year_column": name}
    assert ranking(data, **options).spec["rows"] == ranking().spec["rows"]


def test_the_column_that_is_named_is_the_one_that_counts() -> None:
    data = own(year=[2023] * 3).assign(fiscal=2024)
    assert ranking(data, year_column="fiscal").spec["year"] == 2024


@pytest.mark.parametrize("name", ["Jahr", "año", "TIME_PERIOD", "date", "ejercicio"])
def test_years_under_another_name_are_asked_about(name: str) -> None:
    with pytest.raises(tc.DataError, match=rf"{name!r} looks like one; name it: year_column={name!r}"):
        ranking(own().rename(columns={"year": name}), year=2024)


MONTHS = pd.DataFrame(
    [
        {"partner": code, "month": f"2024-{month:02d}", "exports": 10.0, "imports": size}
        for code, size in (("MEX", 25.0), ("CAN", 15.0))
        for month in range(1, 13)
    ]
)


@pytest.mark.parametrize("kind", ["text", "dates", "periods", "numbers"])
def test_months_are_added_up_by_the_call_that_is_offered(kind: str) -> None:
    months = MONTHS["month"]
    made = {
        "text": months,
        "dates": pd.to_datetime(months),
        "periods": pd.PeriodIndex(months, freq="M"),
        "numbers": months.str.replace("-", "").astype(int),
    }[kind]
    data = MONTHS.assign(month=made)
    with pytest.raises(tc.DataError) as refused:
        drawn(data, year_column="month")
    call = str(refused.value).partition("add them up first: ")[2]
    yearly = eval(call, {"data": data})
    rows = drawn(yearly)["rows"]
    assert [(row["partner"], row["deficit"]) for row in rows] == [("MEX", 180e9), ("CAN", 60e9)]


@pytest.mark.parametrize("kind", ["text", "dates", "numbers"])
def test_a_year_that_lacks_months_is_compared_with_the_same_ones(kind: str) -> None:
    more = MONTHS[MONTHS["month"] <= "2024-09"].assign(month=lambda rows: rows["month"].str.replace("2024", "2025"))
    data = pd.concat([MONTHS, more], ignore_index=True)
    months = data["month"]
    made = {"text": months, "dates": pd.to_datetime(months), "numbers": months.str.replace("-", "").astype(int)}[kind]
    data = data.assign(month=made)
    with pytest.raises(tc.DataError, match="2025 has 9 of twelve months") as refused:
        drawn(data, year_column="month")
    call = str(refused.value).partition("add them up first: ")[2].partition("; ")[0]
    summed = eval(call, {"data": data})
    assert set(summed["period"]) == {"2024-01/2024-09", "2025-01/2025-09"}
    assert drawn(summed)["period"] == "2025-01/2025-09"
    spec = drawn(summed, period="2025-01/2025-09", compare="2024-01/2024-09")
    assert [(row["deficit"], row["compare"]["text"]) for row in spec["rows"]] == [
        (135e9, "unchanged"),
        (45e9, "unchanged"),
    ]


def test_part_of_a_year_is_said_and_compared_with_the_same_months() -> None:
    data = own(year=[2025] * 3, period="2025-01/2025-09")
    data = pd.concat([data, own(period="2024-01/2024-09").assign(exports=300e9)], ignore_index=True)
    options = {"period": "2025-01/2025-09", "compare": "2024-01/2024-09", "highlight": ["MEX"]}
    spec = ranking(data, **options).spec
    frame = spec["frame"]
    for said in (frame["subtitle"], frame["alt"]):
        assert "January\u2013September 2025" in said
    assert "January\u2013September 2024" in spec["columns"]["compare"]["title"]
    assert "enero-septiembre de 2025" in ranking(data, **options, locale="es").spec["frame"]["subtitle"]
    # A year stands for the months that its rows have.
    assert ranking(data, highlight=["MEX"], compare=2024).spec == spec
    with pytest.raises(tc.DataError, match="the rows are of 9 months of each year, 2024-01/2024-09"):
        ranking(data, period="2025-01/2025-09", compare="2024-01/2024-08")
    fiscal = own(period="2024-10/2025-09", year=None)
    assert ranking(fiscal).spec["period"] == "2024-10/2025-09"
    assert "period" not in ranking(data.drop(columns="period"), period="2025-01/2025-12").spec


@pytest.mark.parametrize("period", ["2025-13", "2025-09/2025-01", "2024-01/2025-06", "Q3 2025", 2025.5, "2025-1"])
def test_a_period_that_is_none(period: Any) -> None:
    with pytest.raises(tc.DataError, match="period="):
        ranking(own(year=[2025] * 3), period=period)


def test_years_as_columns_come_with_the_melt_that_fits() -> None:
    wide = pd.DataFrame({"partner": ["MEX", "CAN"], "2023": [-152.0, -64.0], "2024": [-171.0, -62.0]})
    with pytest.raises(tc.DataError, match="years as columns") as refused:
        drawn(wide)
    tall = eval(str(refused.value).partition("into rows: ")[2], {"data": wide})
    assert [row["deficit"] for row in drawn(tall)["rows"]] == [171e9, 62e9]
    pairs = pd.DataFrame({"partner": ["MEX"], "exports_2023": [1.0], "imports_2023": [2.0], "exports_2024": [1.0]})
    pairs["imports_2024"] = 3.0
    with pytest.raises(tc.DataError, match="years in the names of its columns") as refused:
        drawn(pairs)
    tall = eval(str(refused.value).partition("into rows: ")[2], {"data": pairs, "pd": pd})
    assert [row["deficit"] for row in drawn(tall)["rows"]] == [2e9]


class TestCallsOfMessages:
    """Every call that a message suggests runs on the author's own kind of table, with its own column names."""

    OWN = MONTHS.rename(columns={"partner": "Land", "month": "Monat", "exports": "Ausfuhr", "imports": "Einfuhr"})
    NAMES: ClassVar = {"partner": "Land", "exports": "Ausfuhr", "imports": "Einfuhr"}

    @staticmethod
    def called(data: Any, after: str, **options: Any) -> pd.DataFrame:
        with pytest.raises(tc.DataError) as refused:
            drawn(data, **options)
        call = str(refused.value).partition(after)[2].partition("; ")[0].partition("\n")[0]
        return eval(call, {"data": data, "pd": pd})

    @pytest.mark.parametrize("kind", [pd.DataFrame, pl.from_pandas, lambda data: data.to_dict("list")])
    def test_months(self, kind: Any) -> None:
        yearly = self.called(kind(self.OWN), "add them up first: ", **self.NAMES)
        assert [row["deficit"] for row in drawn(yearly, **self.NAMES)["rows"]] == [180e9, 60e9]

    @pytest.mark.parametrize("kind", [pd.DataFrame, pl.from_pandas, lambda data: data.to_dict("records")])
    def test_rows_of_a_partner(self, kind: Any) -> None:
        parts = self.OWN.assign(Jahr=2024).drop(columns="Monat")
        yearly = self.called(kind(parts), "add them up first: ", year_column="Jahr", **self.NAMES)
        assert list(yearly.columns) == ["Land", "Jahr", "Ausfuhr", "Einfuhr"]
        assert [row["deficit"] for row in drawn(yearly, year_column="Jahr", **self.NAMES)["rows"]] == [180e9, 60e9]

    @pytest.mark.parametrize("kind", [pd.DataFrame, pl.from_pandas])
    def test_groups(self, kind: Any) -> None:
        yearly = self.OWN.groupby("Land", as_index=False).sum(numeric_only=True).assign(year=2024)
        whole = pd.concat([yearly, yearly.assign(Land="Insgesamt")], ignore_index=True)
        kept = self.called(kind(whole), "leave it out: ", **self.NAMES)
        assert [row["deficit"] for row in drawn(kept, **self.NAMES)["rows"]] == [180e9, 60e9]

    def test_a_group_is_offered_as_a_row_only_without_its_members(self) -> None:
        yearly = pd.DataFrame({"partner": ["USMCA", "CHN"], "year": [2024, 2024], "balance": [-3e9, -5e9]})
        with pytest.raises(tc.DataError, match=r"in its members' place.*entities={'USMCA': 'its name'}"):
            drawn(yearly)
        for data in (yearly.replace("CHN", "MEX"), yearly.replace("USMCA", "World")):
            with pytest.raises(tc.DataError, match="is a group of countries") as refused:
                drawn(data)
            assert "entities" not in str(refused.value)

    def test_a_row_a_flow(self) -> None:
        yearly = self.OWN.groupby("Land", as_index=False).sum(numeric_only=True).assign(year=2024)
        tall = yearly.melt(id_vars=["Land", "year"], var_name="Strom", value_name="Wert")
        wide = self.called(tall, "turn them into columns: ", partner="Land")
        assert [row["deficit"] for row in drawn(wide, **self.NAMES)["rows"]] == [180e9, 60e9]
        with pytest.raises(tc.DataError, match="exports='Ausfuhr', imports='Einfuhr'"):
            drawn(tall, partner="Land")

    def test_a_column_a_partner(self) -> None:
        data = pd.DataFrame({"year": [2023, 2024], "Mexiko": [-1.0, -2.0], "Kanada": [-1.0, -3.0]})
        assert [row["partner"] for row in drawn(self.called(data, "turn them into rows: "))["rows"]] == ["CAN", "MEX"]

    @pytest.mark.parametrize("names", [["2024-01", "2024-02"], ["Jan 2024", "Feb 2024"]])
    def test_a_column_a_month(self, names: list[str]) -> None:
        data = pd.DataFrame({"partner": ["MEX", "CAN"], names[0]: [-1.0, -2.0], names[1]: [-3.0, -1.0]})
        tall = self.called(data, "turn them into rows: ")
        yearly = self.called(tall, "add them up first: ")
        rows = drawn(yearly.assign(period="2024-01/2024-02"))["rows"]
        assert [(row["partner"], row["deficit"]) for row in rows] == [("MEX", 4e9), ("CAN", 3e9)]

    def test_numbers_for_partners(self) -> None:
        data = pd.DataFrame({"partner": [484, 56], "year": 2024, "balance": [-2.0, -1.0]})
        assert [row["partner"] for row in drawn(self.called(data, "three digits: "))["rows"]] == ["MEX", "BEL"]

    @pytest.mark.parametrize("flag", ["*", " p", " [1]", "\u2020", " ep"])
    def test_figures_with_marks_of_notes(self, flag: str) -> None:
        data = pd.DataFrame({"partner": ["MEX", "CAN"], "year": 2024, "balance": [f"-171.8{flag}", -62.0]})
        plain = self.called(data, "marks a note: ")
        assert [row["deficit"] for row in drawn(plain)["rows"]] == [171.8e9, 62e9]


def test_a_size_after_a_figure_is_no_mark_of_a_note() -> None:
    with pytest.raises(tc.DataError, match="is text, not a figure; correct it"):
        drawn(pd.DataFrame({"partner": ["MEX"], "year": 2024, "balance": ["-171.8 bn"]}))


def test_a_share_is_no_amount() -> None:
    with pytest.raises(tc.DataError, match="'-12%' is a share, where an amount of money is needed"):
        drawn(pd.DataFrame({"partner": ["MEX"], "year": 2024, "balance": ["-12%"]}))


def test_a_year_that_begins_within_one_is_no_month() -> None:
    with pytest.raises(tc.DataError, match="'2023/24' is not a calendar year"):
        drawn(pd.DataFrame({"partner": ["MEX"], "year": "2023/24", "balance": [-1.0]}))
