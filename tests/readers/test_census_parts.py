"""Answers split by the predicates of their request, tables saved from USA Trade Online, and older workbooks."""

from __future__ import annotations

import contextlib
import io
import json
import warnings
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext.errors import DataError
from tradecontext.readers import read_census

RAW = Path(__file__).parents[3] / "shared/raw"
MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_census(*args, **options)


def answer(splits: dict[str, str], *others: dict[str, str]) -> io.StringIO:
    """Return made-up imports of a year from Mexico, as the API answers a request with these predicates."""
    header = ["CTY_CODE", "CTY_NAME", "GEN_VAL_MO", *splits, "time"]
    rows = [
        ["2010", "MEXICO", "10" if part is splits else "3", *part.values(), f"2024-{month:02d}"]
        for part in (splits, *others)
        for month in range(1, 13)
    ]
    return io.StringIO(json.dumps([header, *rows]))


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("SITC", "0"), ("I_ENDUSE", "0"), ("E_ENDUSE", "00000"), ("RP", "1"), ("COMM_LVL", "HS2"), ("DIST_NAME", "LAREDO"),
        ("STATE", "TX"), ("I_COMMODITY_SDESC", "LIVE ANIMALS"), ("HITECH", "01"), ("DF", "1"), ("PORT", "2304"),
        ("SUMMARY_LVL2", "HSCYDT"), ("A_COLUMN_OF_NEXT_YEAR", "5"),
    ],
)  # fmt: skip
def test_a_column_that_splits_the_trade_makes_it_a_part(column: str, value: str) -> None:
    with pytest.raises(DataError, match=f"column {column} has {value}.*leave {column} out of the request"):
        quietly(answer({column: value}))


def test_0_is_a_section_and_no_total() -> None:
    for column in ("SITC", "I_ENDUSE"):
        with pytest.raises(DataError, match=r"0 is a section \(food\), not all of it"):
            quietly(answer({column: "0"}))


@pytest.mark.parametrize(
    "splits",
    [
        {"SITC": "-"},
        {"I_COMMODITY": "-", "I_COMMODITY_SDESC": "ALL MERCHANDISE"},
        {"I_COMMODITY_LDESC": "TOTAL FOR ALL COMMODITIES"},
        {"DISTRICT": "-", "DIST_NAME": "TOTAL FOR ALL DISTRICTS", "COMM_LVL": "-"},
        {"SUMMARY_LVL": "DET", "LAST_UPDATE": "2025-02-05", "GEN_QY1_MO": "7", "CON_VAL_MO": "9"},
    ],
)
def test_totals_are_all_goods(splits: dict[str, str]) -> None:
    assert read_census(answer(splits))["imports"].tolist() == [120]


def test_totals_beside_their_parts_are_read_alone() -> None:
    with pytest.warns(UserWarning, match=r"12 rows of parts of trade \(SITC\)"):
        frame = read_census(answer({"SITC": "-"}, {"SITC": "0"}))
    assert frame["imports"].tolist() == [120]


def test_all_columns_at_fault_are_told_at_once() -> None:
    with pytest.raises(DataError, match=r"column SITC has 0.*column RP has 1"):
        quietly(answer({"SITC": "0", "RP": "1"}))
    rows = [["CTY_CODE", "GEN_VAL_MO", "time"], ["2010", "x", "2024-01"], ["2010", "1", "2024"]]
    with pytest.raises(DataError, match=r"row 3, column time.*row 2, column GEN_VAL_MO: 'x'"):
        quietly(io.StringIO(json.dumps(rows)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "HTTP 204"),
        (
            "<html><title>Missing Key</title><p>A valid <em>key</em> must be included with each request.</p></html>",
            "a web page about a key",
        ),
        (
            "<html><head><meta name='keywords' content='trade'></head><body>Busy</body></html>",
            "a web page, not figures",
        ),
        ("error: unknown variable 'GEN_VAL_MOO'", "a refusal of the Census Bureau's API.*unknown variable"),
    ],
)
def test_answers_without_figures_are_told_in_words(text: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        quietly(io.StringIO(text))


# --- USA Trade Online ------------------------------------------------------------------------------------


IMPORTS = (
    '"State Imports by HS Commodities"\n\n'
    'Commodity,Country,Time,"Customs Value (Gen) ($US)",\n'
    'All Commodities,World Total,2024,"3,000",\n'
    'All Commodities,Mexico,2024,"1,200",\n'
    'All Commodities,"Korea, South",2024,800,\n'
    'All Commodities,European Union,2024,"900",\n'
    'All Commodities,Mexico,2025 through August,"700",\n'
)


def test_a_saved_table() -> None:
    with pytest.warns(UserWarning, match="groups of countries .European Union.; 2025: imports only for Aug"):
        frame = read_census(io.StringIO(IMPORTS))
    assert dict(zip(frame["partner"], frame["imports"], strict=True)) == {"MEX": 1200, "KOR": 800}
    assert frame["exports"].isna().all()
    assert set(frame["year"]) == {2024}
    exports = "Country,Time,Total Exports Value ($US)\nMexico,2024,500\n"
    both = quietly([io.StringIO(IMPORTS), io.StringIO(exports)])
    assert both.set_index("partner")["balance"].to_dict()["MEX"] == -700
    assert quietly(io.StringIO(IMPORTS), aggregates=True)["imports"].tolist() == [3000]


def test_the_title_says_which_flow() -> None:
    plain = "Country,Time,Value ($US)\nMexico,2024,500\n"
    with pytest.raises(DataError, match=r"saved from USA Trade Online, and its column Value .* imports or exports"):
        quietly(io.StringIO(plain))
    assert quietly(io.StringIO("Exports by HS\n" + plain))["exports"].tolist() == [500]
    months = "".join(f"Mexico,{name.title()} 2024,2\n" for name in MONTHS)
    assert quietly(io.StringIO("Imports\nCountry,Time,Value ($US)\n" + months))["imports"].tolist() == [24]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "All Commodities,Mexico,2024",
            "87 Vehicles,Mexico,2024",
            "column Commodity has '87 Vehicles', a part of trade",
        ),
        ("Mexico,2024", "Mexxiko!,2024", "row 5: no country is called 'Mexxiko!'"),
        ("Mexico,2024", "Mexico,FY24", "row 5, column Time: 'FY24' is no year or month"),
        ('"1,200"', "many", "row 5, column .*: 'many' is not a number"),
        ("Customs Value (Gen)", "Customs Value (Cons)", "has no value of all trade"),
        ("Customs Value (Gen)", "Vessel Value (Gen)", "has no value of all trade"),
    ],
)
def test_what_a_saved_table_cannot_say(old: str, new: str, words: str) -> None:
    assert old in IMPORTS
    with pytest.raises(DataError, match=words):
        quietly(io.StringIO(IMPORTS.replace(old, new, 1)))


@given(st.text(max_size=40), st.integers(0, len(IMPORTS)))
def test_any_edit_of_a_saved_table_is_read_or_a_data_error(noise: str, at: int) -> None:
    with contextlib.suppress(DataError):
        quietly(io.StringIO(IMPORTS[:at] + noise + IMPORTS[at:]))


# --- the workbook's layouts ------------------------------------------------------------------------------


def sheet(*rows: str, sums: bool = True, separator: str = ",") -> io.StringIO:
    flows = [*MONTHS, "YR"] if sums else MONTHS
    header = ["year", "CTY_CODE", "CTYNAME", *(flow + name for flow in "IE" for name in flows)]
    return io.StringIO("\n".join([separator.join(header), *rows]) + "\n")


def year_of(year: str, code: str, name: str, month: str = "1", total: str = "12") -> str:
    cells = [year, code, name, *[month] * 12, *([total] if total else []), *[month] * 12, *([total] if total else [])]
    return ",".join(cells)


def test_rows_of_zeros_without_a_year_are_passed_over() -> None:
    """As in the workbook of 2016."""
    empty = year_of("", "5220", "Yemen", "0", "0")
    with pytest.warns(UserWarning, match=r"1 row of zeros without a year \(Yemen\)"):
        frame = read_census(sheet(year_of("2015", "2010", "Mexico"), empty))
    assert frame["partner"].tolist() == ["MEX"]
    with pytest.raises(DataError, match="row 3, column year: '' is not a whole number"):
        quietly(sheet(year_of("2015", "2010", "Mexico"), year_of("", "5220", "Yemen")))


def test_a_layout_without_sums_is_read() -> None:
    text = sheet(year_of("2015", "2010", "Mexico", "2", ""), sums=False).getvalue()
    assert quietly(io.StringIO(text))["imports"].tolist() == [24e6]
    renamed = text.replace("CTYNAME", "CTY_NAME")
    assert quietly(io.StringIO(renamed))["partner"].tolist() == ["MEX"]
    with pytest.raises(DataError, match="two columns for CTYNAME"):
        quietly(
            io.StringIO(text.replace("IJAN", "CTY_NAME", 1).replace("IFEB", "IJAN,IFEB", 1).replace(",2,", ",2,2,", 1))
        )
    with pytest.raises(DataError, match=r"has the country workbook's columns .*lacks the columns IMAR.*another layout"):
        quietly(io.StringIO(text.replace("IMAR", "IMAR_SA")))


def test_decimal_commas_of_a_spreadsheet() -> None:
    row = year_of("2015", "2010", "Mexico", "1.5", "18").replace(",", ";").replace(".", ",")
    assert quietly(sheet(row, separator=";"))["imports"].tolist() == [18e6]


def test_all_cells_at_fault_are_told_at_once() -> None:
    rows = [year_of("2015", "2010", "Mexico", "x"), year_of("20", "1220", "Canada")]
    with pytest.raises(DataError, match=r"row 2, column IJAN: 'x'.*and 21 more"):
        quietly(sheet(*rows))


@pytest.mark.slow
@pytest.mark.skipif(not RAW.exists(), reason="the genuine files are not beside the repository")
def test_the_genuine_workbook_of_2023_agrees_with_its_own_rows() -> None:
    file = RAW / "JJamesRoy_ECN3950/country.xlsx"
    rows = pd.read_excel(file, engine="calamine", dtype={"year": str, "CTY_CODE": str})
    frame = quietly(file)
    mexico = frame[(frame["partner"] == "MEX") & (frame["year"] == 2022)].iloc[0]
    written = rows[(rows["CTY_CODE"] == "2010") & (rows["year"] == "2022")].iloc[0]
    assert mexico["balance"] == pytest.approx((written["EYR"] - written["IYR"]) * 1e6, abs=1)
    assert round(mexico["balance"] / 1e9, 3) == -130.552
    world = quietly(file, aggregates=True)
    world = world[(world["partner"] == "WLD") & (world["year"] == 2022)]["imports"].iloc[0]
    countries = frame[frame["year"] == 2022]["imports"].sum()
    assert countries == pytest.approx(world, rel=1e-4), "single countries are the World's row, but for corrections"
