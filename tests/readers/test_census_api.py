"""Answers of the US Census Bureau's API, in the format of genuine ones, with made-up figures."""

from __future__ import annotations

import io
import json
import warnings
from pathlib import Path

import pandas as pd
import pytest

from tradecontext.errors import DataError
from tradecontext.readers import read_census

CENSUS = Path(__file__).parents[1] / "fixtures/census"


def quietly(*args: object, **options: object) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_census(*args, **options)


def value(frame: pd.DataFrame, partner: str, year: int, column: str) -> float:
    rows = frame[(frame["partner"] == partner) & (frame["year"] == year)]
    assert len(rows) == 1
    return float(rows[column].iloc[0])


def answer(rows: list[list[str]], header: str = "CTY_CODE CTY_NAME GEN_VAL_MO YEAR MONTH") -> io.StringIO:
    """Return made-up figures in the format of the API's answers."""
    return io.StringIO(json.dumps([header.split(), *rows]))


def year_of(code: str, name: str, dollars: int, *, months: range = range(1, 13), year: str = "2024") -> list[list[str]]:
    return [[code, name, str(dollars), year, f"{month:02d}"] for month in months]


def test_imports_and_exports_of_a_whole_year() -> None:
    imports = answer([*year_of("2010", "MEXICO", 10), *year_of("1220", "CANADA", 20)])
    exports = answer(
        [*year_of("2010", "MEXICO", 7), *year_of("1220", "CANADA", 30)],
        "CTY_CODE CTY_NAME ALL_VAL_MO YEAR MONTH",
    )
    frame = read_census([imports, exports])
    assert frame["partner"].tolist() == ["CAN", "MEX"]
    assert frame["partner_name"].tolist() == ["Canada", "Mexico"]
    assert frame["imports"].tolist() == [240, 120]
    assert frame["balance"].tolist() == [120, -36]
    assert set(frame["vintage"]) == {"data through 2024-12"}
    assert frame.attrs["left_out"] == []


def both(imports: range, exports: range) -> list[io.StringIO]:
    """Return two years of made-up answers, of which the second stops after some months."""
    header = "CTY_CODE CTY_NAME ALL_VAL_MO YEAR MONTH"
    return [
        answer([*year_of("2010", "MEXICO", 10), *year_of("2010", "MEXICO", 12, year="2025", months=imports)]),
        answer([*year_of("2010", "MEXICO", 7), *year_of("2010", "MEXICO", 8, year="2025", months=exports)], header),
    ]


def test_months_are_those_that_both_flows_have() -> None:
    frame = read_census(both(range(1, 10), range(1, 9)), by="month")
    assert frame["period"].astype(str).tolist()[-2:] == ["2025-07", "2025-08"]
    assert frame["balance"].tolist() == [-3] * 12 + [-4] * 8


def test_a_year_to_date_is_compared_with_the_same_months() -> None:
    frame = read_census(both(range(1, 10), range(1, 9)), by="year_to_date")
    assert frame["period"].str.fullmatch(r"(\d{4})-01/\1-08").all()
    assert frame["imports"].tolist() == [80, 96]
    assert frame["exports"].tolist() == [56, 64]


def test_figures_to_date_are_no_months() -> None:
    to_date = answer(year_of("2010", "MEXICO", 10), "CTY_CODE CTY_NAME GEN_VAL_YR YEAR MONTH")
    with pytest.raises(DataError, match="by='month' needs months: ask for GEN_VAL_MO"):
        read_census(to_date, by="month")


def test_imports_alone_leave_exports_missing() -> None:
    frame = read_census(answer(year_of("2010", "MEXICO", 10)))
    assert frame["imports"].tolist() == [120]
    assert frame[["exports", "balance"]].isna().all().all()


def test_a_year_that_is_not_whole_is_left_out() -> None:
    rows = [*year_of("2010", "MEXICO", 10), *year_of("2010", "MEXICO", 10, months=range(1, 3), year="2025")]
    with pytest.warns(UserWarning, match="2025: imports only for Jan, Feb"):
        frame = read_census(answer(rows))
    assert frame["year"].tolist() == [2024]
    assert set(frame["vintage"]) == {"data through 2025-02"}


def test_a_year_that_only_one_flow_has_is_left_out() -> None:
    imports = answer([*year_of("2010", "MEXICO", 10, year="2023"), *year_of("2010", "MEXICO", 10)])
    exports = answer(year_of("2010", "MEXICO", 7), "CTY_CODE CTY_NAME ALL_VAL_MO YEAR MONTH")
    with pytest.warns(UserWarning, match="2023: exports only for no month"):
        assert read_census([imports, exports])["year"].tolist() == [2024]


def test_a_month_without_a_row_is_no_trade_only_when_the_answer_is_complete() -> None:
    some = year_of("7370", "WESTERN SAHARA", 5, months=range(1, 3))
    mexico = year_of("2010", "MEXICO", 10)
    frame = quietly(answer([*mexico, *some]))
    assert pd.isna(value(frame, "ESH", 2024, "imports")), "may have been cut off"
    assert "lack a month" in frame.attrs["left_out"][0]
    total = [
        ["-", "TOTAL FOR ALL COUNTRIES", str(10 + (5 if month < 3 else 0)), "2024", f"{month:02d}"]
        for month in range(1, 13)
    ]
    frame = read_census(answer([*total, *mexico, *some]))
    assert value(frame, "ESH", 2024, "imports") == 10
    short = [*total, *mexico[:-1]]
    assert pd.isna(value(quietly(answer(short)), "MEX", 2024, "imports")), "the total gives the gap away"


def test_a_country_without_any_row_in_a_complete_flow_had_no_trade() -> None:
    total = year_of("-", "TOTAL FOR ALL COUNTRIES", 10)
    imports = answer([*total, *year_of("2010", "MEXICO", 10)])
    header = "CTY_CODE CTY_NAME ALL_VAL_MO YEAR MONTH"
    exports = answer(
        [
            *year_of("-", "TOTAL FOR ALL COUNTRIES", 9),
            *year_of("2010", "MEXICO", 7),
            *year_of("2390", "CUBA", 2),
        ],
        header,
    )
    frame = read_census([imports, exports])
    assert value(frame, "CUB", 2024, "imports") == 0
    assert value(frame, "CUB", 2024, "exports") == 24


def test_the_year_to_date_counts_in_december_only() -> None:
    header = "CTY_CODE CTY_NAME GEN_VAL_YR time"
    rows = [["2010", "MEXICO", str(10 * m), f"2024-{m:02d}"] for m in range(1, 13)]
    rows += [["2010", "MEXICO", "10", "2025-01"]]
    frame = quietly(answer(rows, header))
    assert frame["imports"].tolist() == [120]
    assert frame["year"].tolist() == [2024]


def test_aggregates_of_the_api_have_their_own_numbers() -> None:
    rows = [
        *year_of("-", "TOTAL FOR ALL COUNTRIES", 30), *year_of("0003", "EUROPEAN UNION", 5),
        *year_of("0021", "TWENTY LATIN AMERICAN REPUBLICS", 9), *year_of("1XXX", "NORTH AMERICA", 8),
        *year_of("2010", "MEXICO", 30),
    ]  # fmt: skip
    assert read_census(answer(rows))["partner"].tolist() == ["MEX"]
    frame = read_census(answer(rows), aggregates=True)
    assert dict(zip(frame["partner"], frame["partner_name"], strict=True)) == {
        "EUN": "European Union",
        "US-API-0021": "TWENTY LATIN AMERICAN REPUBLICS",
        "US-API-1XXX": "NORTH AMERICA",
        "WLD": "World, Not Seasonally Adjusted",
    }
    assert value(frame, "US-API-0021", 2024, "imports") == 108
    assert set(frame["definition"]) == {"census_goods"}


def test_a_column_that_comes_twice_is_read_once() -> None:
    rows = [[*row, row[0]] for row in year_of("2010", "MEXICO", 10)]
    header = "CTY_CODE CTY_NAME GEN_VAL_MO YEAR MONTH CTY_CODE"
    assert read_census(answer(rows, header))["imports"].tolist() == [120]


def test_bytes_of_an_answer_are_read_too() -> None:
    content = answer(year_of("2010", "MEXICO", 10)).getvalue().encode()
    assert read_census(io.BytesIO(content))["imports"].tolist() == [120]


@pytest.mark.parametrize(
    ("header", "row", "message"),
    [
        # Header and row of a genuine answer.
        (
            "GEN_VAL_MO COMM_LVL I_COMMODITY time",
            ["1624108686", "HS6", "854231", "2020-01"],
            "I_COMMODITY has 854231",
        ),
        ("GEN_VAL_MO time NAICS", ["3031577614", "2013-01", "334413"], "NAICS has 334413"),
        ("GEN_VAL_MO time", ["1", "2013-01"], "no column CTY_CODE"),
        ("CTY_CODE CON_VAL_MO time", ["2010", "1", "2013-01"], "CON_VAL_MO counts something else"),
        ("CTY_CODE GEN_VAL_MO YEAR", ["2010", "1", "2013"], "Add MONTH to get="),
        ("CTY_CODE GEN_VAL_MO time", ["2010", "1", "2013"], "row 2, column time"),
        ("CTY_CODE GEN_VAL_MO YEAR MONTH", ["2010", "1", "2013", "13"], "row 2, column YEAR or MONTH"),
        ("CTY_CODE GEN_VAL_MO time", ["2010", "(D)", "2013-01"], r"row 2, column GEN_VAL_MO: '\(D\)'"),
        ("CTY_CODE GEN_VAL_MO time", ["2010", "1"], "2 values under 3 columns"),
    ],
)
def test_answers_that_cannot_be_used_say_why(header: str, row: list[str], message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_census(answer([row], header))


def test_two_values_for_one_month_are_refused() -> None:
    rows = year_of("2010", "MEXICO", 10)
    assert read_census(answer([*rows, *rows]))["imports"].tolist() == [120], "the same twice is the same"
    with pytest.raises(DataError, match=r"imports of CTY_CODE 2010 in 2024-01 have two different values"):
        read_census(answer([*rows, *year_of("2010", "MEXICO", 11)]))


def test_month_and_year_to_date_cannot_be_put_together() -> None:
    to_date = answer([["2010", "MEXICO", "120", "2024-12"]], "CTY_CODE CTY_NAME GEN_VAL_YR time")
    with pytest.raises(DataError, match="both by month and as year to date"):
        read_census([answer(year_of("2010", "MEXICO", 10)), to_date])


def test_a_workbook_and_an_answer_cannot_be_put_together() -> None:
    with pytest.raises(DataError, match="only API answers"):
        read_census([answer(year_of("2010", "MEXICO", 10)), CENSUS / "country.xlsx"])


def test_a_code_the_package_does_not_know_keeps_its_number_and_name() -> None:
    frame = read_census(answer(year_of("9999", "NEWLAND", 10)))
    assert frame[["partner", "partner_name"]].to_numpy().tolist() == [["US-9999", "NEWLAND"]]
