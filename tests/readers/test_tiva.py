"""The OECD's Trade in Value Added: made-up figures in the shape of its SDMX-CSV downloads."""

from __future__ import annotations

import contextlib
import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext.errors import DataError
from tradecontext.intake import one_source
from tradecontext.readers import read_census, read_tiva

TIVA = Path(__file__).parents[1] / "fixtures/tiva"
CODES, LABELS = TIVA / "imgrva.csv", TIVA / "imgrva_labels.csv"
TEXT = CODES.read_text("utf-8")


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_tiva(*args, **options)


def test_the_content_split() -> None:
    with pytest.warns(UserWarning, match=r"read_tiva left out other scopes \(all\); figures of groups \(OECD, WLD\)"):
        frame = read_tiva(CODES, scope="manufactures")
    assert frame.columns.tolist() == [
        "reporter", "reporter_name", "partner", "partner_name", "origin", "origin_name", "measure", "scope",
        "activity", "year", "amount", "total", "share", "vintage", "definition",
    ]  # fmt: skip
    assert len(frame) == 2 * 5 * 2
    one = frame.query("partner == 'MEX' and year == 2022").set_index("origin")
    assert sorted(one.index) == ["CAN", "CHN", "MEX", "ROW", "USA"]
    assert one.loc["ROW", "origin_name"] == "Rest of world"
    assert one.loc["USA", "reporter_name"] == "United States"
    assert one["total"].eq(420e9).all(), "UNIT_MULT 6 is millions"
    assert one["share"].sum() == pytest.approx(1)
    np.testing.assert_allclose(one["share"], one["amount"] / 420e9)
    assert set(frame["activity"]) == {"C"}
    assert one_source.one_of(frame, "measure") == ("tiva_imgrva_manufactures", "data through 2022")
    assert frame.attrs["source"]["text"].startswith("OECD, Trade in Value Added (TiVA)")
    assert len(frame.attrs["left_out"]) == 2


def test_labels_are_the_same_figures() -> None:
    plain, labelled = quietly(CODES), quietly(LABELS)
    pd.testing.assert_frame_equal(plain, labelled)
    groups = quietly(LABELS, aggregates=True)
    assert set(groups["origin_name"]) == {"OECD", "World", "United States"}
    assert set(groups.query("origin == 'USA'")["partner_name"]) == {"World"}


def test_two_scopes_are_two_definitions() -> None:
    frame = quietly(CODES)
    assert set(frame["scope"]) == {"all", "manufactures"}
    with pytest.raises(DataError, match="two definitions"):
        one_source.one_of(frame, "measure")
    assert frame.attrs["source"] == {}
    for scope in ("all", "_T", "ALL"):
        assert set(quietly(CODES, scope=scope)["definition"]) == {"tiva_imgrva_all"}
    with pytest.raises(DataError, match="scope='goods' is not in the file, which has all, manufactures"):
        quietly(CODES, scope="goods")


def test_without_the_world_there_is_no_share() -> None:
    lines = TEXT.splitlines()
    text = "\n".join(line for line in lines if ",W,MEX," not in line and ",OECD," not in line)
    frame = quietly(io.StringIO(text), scope="all")
    missing = frame["partner"] == "MEX"
    assert frame.loc[missing, ["total", "share"]].isna().all(axis=None)
    assert frame.loc[~missing, ["total", "share"]].notna().all(axis=None)


def test_groups_apart() -> None:
    frame = quietly(CODES, aggregates=True, scope="all")
    assert set(frame["origin"]) == {"OECD", "WLD", "USA"}
    assert frame.loc[frame["origin"] == "WLD", "share"].eq(1).all()
    only = "\n".join(line for line in TEXT.splitlines() if ",OECD," in line or line.startswith("DATAFLOW"))
    with pytest.raises(DataError, match=r"only figures of groups \(OECD\), which aggregates=True reads"):
        quietly(io.StringIO(only))
    none = "\n".join(line for line in TEXT.splitlines() if ",OECD," not in line and ",W," not in line)
    with pytest.raises(DataError, match="only figures of single countries: leave out aggregates=True"):
        quietly(io.StringIO(none), aggregates=True)


def test_principal_indicators() -> None:
    with pytest.warns(UserWarning, match="1 row of blank cells, which are missing and not 0"):
        levels = read_tiva(TIVA / "mainlv.csv")
    assert "origin" not in levels
    assert set(levels["definition"]) == {"tiva_exgr_all", "tiva_exgr_c29", "tiva_exgr_fva_all"}
    one = quietly(TIVA / "mainlv.csv", measure="exgr_fva")
    assert one["amount"].tolist() == [180_000_250_000.0]
    assert one["share"].isna().all()
    shares = quietly(TIVA / "mainsh.csv")
    assert dict(zip(shares["partner"] + shares["reporter"], shares["share"], strict=True)) == {
        "USAMEX": 0.395, "USACAN": 0.2125,
    }  # fmt: skip
    both = quietly([TIVA / "mainlv.csv", TIVA / "mainsh.csv"], measure="EXGR_FVA", vintage="2025 edition")
    mexico = both[both["reporter"] == "MEX"]
    assert mexico[["amount", "share"]].to_numpy().tolist() == [[180_000_250_000.0, 0.395]]
    assert set(both["vintage"]) == {"2025 edition"}


def test_names_of_dimensions_that_differ() -> None:
    text = (
        TEXT.replace("IMGRVA", "EXGRVA")
        .replace("REF_AREA", "EXPORTING_AREA")
        .replace("COUNTERPART_AREA", "IMPORTING_AREA")
        .replace(",ACTIVITY", ",EXPORTING_ACTIVITY")
    )
    frame = quietly(io.StringIO(text), scope="all")
    assert set(frame["reporter"]) == {"USA"}
    assert set(frame["definition"]) == {"tiva_exgrva_all"}


def test_what_is_left_out_is_told() -> None:
    lines = TEXT.splitlines()
    more = [lines[1].replace(",A,1995", ",Q,1995-Q1"), lines[2].replace(",USD,", ",XDC,")]
    frame = quietly(io.StringIO("\n".join([*lines, *more])))
    assert frame.attrs["left_out"][:2] == ["1 row of figures that are not annual", "1 row of other units (XDC)"]


def edited(old: str, new: str) -> str:
    assert old in TEXT
    return TEXT.replace(old, new, 1)


FIRST = TEXT.splitlines()[1]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        (TEXT.splitlines()[0], "has no rows"),
        ("<message:Structure/>", "is XML or a web page, not SDMX-CSV: ask for format=csvfile"),
        ('{"dataSets": []}', "is JSON, not SDMX-CSV: ask for format=csvfile"),
        ('{"data": [{"reporterCode": 1}]}', "use read_comtrade"),
        ("PK\x03\x04zip", "is an Excel workbook or a zip"),
        ("a,b\n1,2\n", "it lacks REF_AREA, MEASURE.*DATAFLOW"),
        (TEXT.replace(",UNIT_MULT", "").replace(",6\n", "\n"), "it lacks UNIT_MULT"),
        (TEXT.replace("DSD_TIVA_IMGRVA@DF_IMGRVA", "DSD_NAMAIN10@DF_TABLE1"), "dataflow .*DF_TABLE1.* not one of Trade"),
        (edited("DF_IMGRVA(1.1),IMGRVA,USA,USA,MEX,_T,USD,A,1995", "DF_X(2),IMGRVA,USA,USA,MEX,_T,USD,A,1995"), "2 dataflows"),
        (edited(FIRST, FIRST.rsplit(",", 2)[0]), "row 2: 9 cells under 11 columns; the file was cut off"),
        (edited(FIRST, FIRST + ",x"), "row 2: 12 cells under 11 columns"),
        (edited(FIRST, FIRST.replace(",1995,", ",95,")), "row 2, column TIME_PERIOD: '95' is not a year"),
        (edited(FIRST, FIRST.removesuffix(",6") + ",x"), "row 2, column UNIT_MULT: 'x' is not a power of ten"),
        (edited(FIRST, FIRST.removesuffix(",6") + ","), "column UNIT_MULT: '' is not a power of ten"),
        (edited(FIRST.split(",")[9], "many"), "row 2, column OBS_VALUE: 'many' is not a number"),
        (TEXT + FIRST.replace(FIRST.split(",")[9], "1"), "USA, MEX, USA, IMGRVA, all, 1995 has two different figures"),
        (edited(FIRST.split(",")[9], "60000"), "the origins of USA, MEX, IMGRVA, all, 1995 add up to more than the World's"),
        (TEXT.replace(",USD,", ",XDC,"), r"only other units \(XDC\)"),
    ],
)  # fmt: skip
def test_damage_is_named(text: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        quietly(io.BytesIO(text.encode()))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("wits/en_MEX_AllYears_WITS_Trade_Summary.CSV", "use read_wits"),
        ("icio/2022_SML.csv", "use read_icio"),
        ("census/country.xlsx", "is an Excel workbook"),
    ],
)
def test_files_of_others(path: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        quietly(TIVA.parent / path)
    with pytest.raises(DataError, match="use read_tiva"):
        read_census(CODES)


def test_lists() -> None:
    with pytest.raises(DataError, match="empty list"):
        read_tiva([])
    with pytest.raises(DataError, match="the origin of value added in some and not in others"):
        read_tiva([CODES, TIVA / "mainlv.csv"])
    pd.testing.assert_frame_equal(quietly([CODES, LABELS]), quietly(CODES))


@given(st.binary(max_size=400), st.integers(0, len(TEXT)))
def test_any_bytes_are_read_or_refused(noise: bytes, at: int) -> None:
    whole = TEXT.encode()
    with contextlib.suppress(DataError):
        quietly(io.BytesIO(whole[:at] + noise + whole[at:]))
