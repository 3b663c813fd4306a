"""The US Census Bureau's workbook, its conversions, and its API's answers."""

from __future__ import annotations

import io
import sys
import warnings
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import data
from tradecontext.errors import DataError
from tradecontext.intake import one_source
from tradecontext.readers import read_census

CENSUS = Path(__file__).parents[1] / "fixtures/census"
RAW = Path(__file__).parents[3] / "shared/raw"
GENUINE = RAW / "ab604_charts-2025/country.xlsx"


def quietly(*args: object, **options: object) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_census(*args, **options)


def value(frame: pd.DataFrame, partner: str, year: int, column: str) -> float:
    rows = frame[(frame["partner"] == partner) & (frame["year"] == year)]
    assert len(rows) == 1
    return float(rows[column].iloc[0])


# --- the workbook ---------------------------------------------------------------------------------------


def test_the_workbook() -> None:
    with pytest.warns(UserWarning, match=r"2025: only Jan-Feb published") as caught:
        frame = read_census(CENSUS / "country.xlsx")
    assert caught[0].filename == __file__
    assert frame.columns.tolist() == data.us_goods_trade().columns.tolist()
    assert value(frame, "MEX", 2024, "balance") / 1e9 == pytest.approx(-171.809, abs=0.0005)
    assert frame["year"].max() == 2024
    assert one_source.one_of(frame, "measure") == ("census_goods", "data through 2025-02")
    assert "2025: only Jan-Feb published" in frame.attrs["left_out"][0]
    assert frame.attrs["source"]["text"].endswith("data through February 2025")
    assert not frame.duplicated(["partner", "year"]).any()
    assert {"SDN", "US-7320"} <= set(frame.loc[frame["year"] == 2011, "partner"])
    assert "US-5080" not in set(frame["partner"])
    assert (frame[["exports", "imports"]].dropna() % 1 == 0).all().all()


def test_the_workbook_by_month_ends_with_the_last_month_published() -> None:
    frame = read_census(CENSUS / "country.xlsx", by="month")
    assert frame.columns.tolist() == data.us_goods_trade(by="month").columns.tolist()
    mexico = frame[frame["partner"] == "MEX"]
    assert mexico["period"].astype(str).tolist()[-3:] == ["2024-12", "2025-01", "2025-02"]
    assert mexico["imports"].iloc[-1] == pytest.approx(41_638.7e6, abs=1e5)
    assert not any("2025" in line for line in frame.attrs["left_out"])
    year = mexico[mexico["year"] == 2024]
    assert year["balance"].sum() == value(quietly(CENSUS / "country.xlsx"), "MEX", 2024, "balance")


def test_the_workbook_to_date_has_the_same_months_of_every_year() -> None:
    frame = read_census(CENSUS / "country.xlsx", by="year_to_date")
    assert frame["period"].str.fullmatch(r"(\d{4})-01/\1-02").all()
    months = read_census(CENSUS / "country.xlsx", by="month")
    for year in (2024, 2025):
        own = (months["partner"] == "MEX") & (months["year"] == year) & (months["period"].dt.month <= 2)
        assert value(frame, "MEX", year, "exports") == months.loc[own, "exports"].sum()


def test_rows_of_zeros_of_a_year_to_come_do_not_make_the_year_before_whole() -> None:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str)
    keys = ["year", "CTY_CODE", "CTYNAME"]
    begun = table[table["year"] == table["year"].max()].copy()
    begun.loc[:, [each for each in begun if each not in keys]] = "0"
    newest = int(begun["year"].iloc[0])
    more = pd.concat([table, begun.assign(year=str(newest + 1)), begun.assign(year=str(newest + 3))])
    content = io.BytesIO(more.to_csv(index=False).encode())
    with pytest.warns(UserWarning, match=f"{newest + 1}: no month is published, all are 0 in the file"):
        read = read_census(content)
    pd.testing.assert_frame_equal(read, quietly(CENSUS / "country_converted.csv"))


def test_a_blank_month_is_missing_by_month_and_to_date() -> None:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str)
    row = table.index[(table["CTY_CODE"] == "2010") & (table["year"] == "2024")][0]
    months = quietly(spoiled(row, "IJAN", ""), by="month")
    (there,) = months[(months["partner"] == "MEX") & (months["period"].astype(str) == "2024-01")].to_dict("records")
    assert pd.isna(there["imports"])
    assert there["exports"] > 0
    assert pd.isna(value(quietly(spoiled(row, "IJAN", ""), by="year_to_date"), "MEX", 2024, "imports"))


def test_another_span_is_refused() -> None:
    with pytest.raises(DataError, match="by='week' has to be one of"):
        read_census(CENSUS / "country.xlsx", by="week")


def test_the_workbook_agrees_with_the_bundled_vintage_to_a_thousand_dollars() -> None:
    both = quietly(CENSUS / "country.xlsx").merge(data.us_goods_trade("2025-04"), on=["partner", "year"])
    assert len(both) > 10
    assert (both["balance_x"] - both["balance_y"]).abs().max() <= 1000
    assert (both["partner_name_x"] == both["partner_name_y"]).all()


def test_aggregates_of_the_workbook_are_asked_for() -> None:
    frame = quietly(CENSUS / "country.xlsx", aggregates=True)
    assert {"WLD", "EUN", "US-0004", "US-0021"} <= set(frame["partner"])
    assert "MEX" not in set(frame["partner"])
    assert pd.isna(value(frame, "US-0021", 2024, "exports"))
    assert 2020 not in set(frame.loc[frame["partner"].isin(["US-0005", "US-0021"]), "year"])
    with pytest.raises(DataError, match="definitions"):
        one_source.one_of(frame, "measure")


def test_a_conversion_that_lost_the_leading_zeros() -> None:
    frame = quietly(CENSUS / "country_converted.csv", vintage="2025-04")
    assert frame["partner"].tolist() == ["KOR", "MEX"]
    assert value(frame, "MEX", 2024, "imports") == pytest.approx(505_850_599_000, abs=500)
    assert set(frame["vintage"]) == {"2025-04"}
    assert frame.attrs["source"]["text"].endswith("published by April 2025")


def test_a_buffer_and_a_path_read_the_same() -> None:
    content = (CENSUS / "country.xlsx").read_bytes()
    pd.testing.assert_frame_equal(quietly(io.BytesIO(content)), quietly(str(CENSUS / "country.xlsx")))


@pytest.mark.parametrize("separator", [";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_conversions_by_spreadsheets(separator: str, encoding: str) -> None:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str)
    converted = io.BytesIO(table.to_csv(index=False, sep=separator).encode(encoding))
    assert value(quietly(converted), "MEX", 2024, "imports") == pytest.approx(505_850_599_000, abs=500)


def spoiled(row: int, column: str, text: str) -> io.StringIO:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str)
    table.loc[row, column] = text
    return io.StringIO(table.to_csv(index=False))


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        ("IMAR", "n/a", "row 2, column IMAR: 'n/a' is not a number"),
        ("IYR", "1,234.5", r"row 2: the months of IYR add up to .*IYR says 1,234\.5"),
        ("IYR", "inf", "'inf' is not a number"),
        ("IYR", "17.0", "row 2: the months of IYR add up to"),
        ("YEAR", "twenty", "row 2, column year: 'twenty' is not a whole number"),
        ("YEAR", "20", "20 is not a year"),
    ],
)
def test_a_damaged_cell_is_named(column: str, text: str, message: str) -> None:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str)
    name = "year" if column == "YEAR" else column
    table.loc[0, name] = text
    with pytest.raises(DataError, match=message):
        quietly(io.StringIO(table.to_csv(index=False)))


def test_a_blank_month_makes_the_year_missing_and_not_zero() -> None:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str)
    row = table.index[(table["CTY_CODE"] == "2010") & (table["year"] == "2024")][0]
    frame = quietly(spoiled(row, "IMAR", ""))
    assert pd.isna(value(frame, "MEX", 2024, "imports"))
    assert pd.isna(value(frame, "MEX", 2024, "balance"))
    assert value(frame, "MEX", 2024, "exports") > 0


def test_rows_that_are_there_twice_are_refused() -> None:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str)
    with pytest.raises(DataError, match="is there twice"):
        quietly(io.StringIO(pd.concat([table, table]).to_csv(index=False)))


def test_a_workbook_without_months_is_refused() -> None:
    table = pd.read_csv(CENSUS / "country_converted.csv", dtype=str).drop(columns=["IJUL", "EJUL"])
    with pytest.raises(DataError, match="lacks the columns IJUL, EJUL"):
        quietly(io.StringIO(table.to_csv(index=False)))


def test_without_the_engine_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(DataError, match=r"tradecontext\[excel\]"):
        read_census(CENSUS / "country.xlsx")


# --- other files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is empty.*HTTP 204"),
        (" \n", "is empty"),
        (
            "<html><title>Invalid Key</title><body>A valid key must be included</body></html>",
            "a web page about a key",
        ),
        ("<!doctype html><p>Not found</p>", "a web page, not figures"),
        ("Reporter,Partner,Product categories,Indicator Type,Indicator,2021\nMexico,World,a,b,c,1\n", "WITS"),
        ("Reporter Name,Partner Name,Trade Flow\nMexico,World,Import\n", "WITS"),
        ("typeCode,refYear,reporterCode,flowCode,primaryValue\nC,2022,842,X,1\n", "Comtrade"),
        ('{"count": 1, "data": [{"reporterCode": 842}], "error": ""}', "Comtrade"),
        ('{"header": {}, "dataSets": []}', "SDMX"),
        ("DATAFLOW,MEASURE,REF_AREA,ACTIVITY,OBS_VALUE\nx,EXGR,MEX,C,1\n", "OECD"),
        ("a,b\n1,2\n", "its columns are a, b"),
        ("[1, 2]", "an array of arrays"),
        ('[["CTY_CODE","GEN_VAL_MO","time"]', "cut off"),
        ('[["CTY_CODE","GEN_VAL_MO","time"]]', "no rows"),
        ("\x00\x01 nothing", "is not the Census Bureau's"),
    ],
)
def test_other_content_is_refused_by_name(content: str, message: str) -> None:
    with pytest.raises(DataError, match=message):
        read_census(io.StringIO(content))


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    for source, message in [
        (tmp_path / "none.xlsx", "cannot read"),
        (tmp_path, "cannot read"),
        ("https://www.census.gov/x.xlsx", "a web address"),
        (7, "expected a path or an open file, found int"),
        ([], "empty list"),
        ("bad\0name", "cannot read"),
    ]:
        with pytest.raises(DataError, match=message):
            read_census(source)
    (tmp_path / "x.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    with pytest.raises(DataError, match="cannot be opened as an Excel workbook"):
        read_census(tmp_path / "x.xlsx")


@given(st.one_of(st.text(), st.binary()))
def test_any_other_content_is_a_data_error(content: str | bytes) -> None:
    buffer = io.StringIO(content) if isinstance(content, str) else io.BytesIO(content)
    with pytest.raises(DataError):
        read_census(buffer)


# --- genuine files, if available -------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not GENUINE.exists(), reason="the genuine workbook is not beside the repository")
def test_the_genuine_workbook_gives_the_bundled_vintage() -> None:
    with pytest.warns(UserWarning, match="2025"):
        frame = read_census(GENUINE)
    bundled = data.us_goods_trade("2025-04")
    pd.testing.assert_frame_equal(
        frame[["partner", "partner_name", "year"]], bundled[["partner", "partner_name", "year"]]
    )
    assert (frame["balance"] - bundled["balance"]).abs().max() <= 1000


@pytest.mark.slow
@pytest.mark.skipif(not RAW.exists(), reason="the genuine files are not beside the repository")
@pytest.mark.parametrize("pattern", ["*/WITS-Partner-Timeseries.xlsx", "*/*/en_MEX*.CSV"])
def test_genuine_files_of_others_are_refused(pattern: str) -> None:
    with pytest.raises(DataError, match="WITS"):
        read_census(next(RAW.glob(pattern)))
