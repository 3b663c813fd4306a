"""Input to any reader: packed files, line endings and byte-order marks, names with years, and objects that are no file."""

from __future__ import annotations

import gzip
import io
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext.errors import DataError
from tradecontext.readers import _opening, read_census, read_comtrade, read_icio, read_tiva, read_wits

if TYPE_CHECKING:
    from collections.abc import Callable

FIXTURES = Path(__file__).parents[1] / "fixtures"
TEXTS: list[tuple[Callable[..., Any], Path]] = [
    (read_census, FIXTURES / "census/country_converted.csv"),
    (read_comtrade, FIXTURES / "comtrade/TradeData_1_2_2025_3_4_5.csv"),
    (read_comtrade, FIXTURES / "comtrade/answer.json"),
    (read_tiva, FIXTURES / "tiva/imgrva.csv"),
    (read_wits, FIXTURES / "wits/en_MEX_AllYears_WITS_Trade_Summary.CSV"),
    (read_wits, FIXTURES / "wits/older_export.csv"),
]
ICIO = FIXTURES / "icio/2022_SML.csv"
each_text = pytest.mark.parametrize(("reader", "path"), TEXTS, ids=lambda value: getattr(value, "name", None))


def quietly(reader: Callable[..., Any], source: object, **options: Any) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return reader(source, **options)


def packed(content: bytes, *, files: int = 1) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(files):
            archive.writestr(f"table{number}.csv", content)
        archive.writestr("__MACOSX/._table0.csv", b"x")
    return made.getvalue()


def ends(content: bytes, with_: bytes) -> bytes:
    return content.replace(b"\r\n", b"\n").replace(b"\n", with_)


# --- packed files and line endings -----------------------------------------------------------------------


@pytest.mark.slow
@each_text
@pytest.mark.parametrize("change", ["cr", "crlf", "mark", "gzip", "zip"])
def test_the_same_content_otherwise_written(reader: Callable[..., Any], path: Path, change: str) -> None:
    content = path.read_bytes()
    other = {
        "cr": ends(content, b"\r"),
        "crlf": ends(content, b"\r\n"),
        "mark": b"\xef\xbb\xbf" + content.decode("utf-8-sig").encode() if content.isascii() else content,
        "gzip": gzip.compress(content),
        "zip": packed(content),
    }[change]
    pd.testing.assert_frame_equal(quietly(reader, io.BytesIO(other)), quietly(reader, path))


def test_a_packed_file_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "imgrva.csv.gz"
    path.write_bytes(gzip.compress((FIXTURES / "tiva/imgrva.csv").read_bytes()))
    pd.testing.assert_frame_equal(quietly(read_tiva, path), quietly(read_tiva, FIXTURES / "tiva/imgrva.csv"))


@each_text
def test_damaged_packing_is_told(reader: Callable[..., Any], path: Path) -> None:
    content = gzip.compress(path.read_bytes())
    for spoiled, words in (
        (content[:-20], "packed with gzip and was cut off"),
        (content[:12] + b"\xff" * 9 + content[21:], "packed with gzip and (?:damaged|was cut off)"),
        (packed(path.read_bytes(), files=2), r"is a zip with 2 files .table0\.csv, table1\.csv.*unpack it"),
        (gzip.compress(b""), "is empty"),
    ):
        with pytest.raises(DataError, match=words):
            quietly(reader, io.BytesIO(spoiled))


def test_a_file_that_unpacks_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_opening, "_LARGEST", 2_000_000)
    for content in (gzip.compress(b"a" * 3_000_000), packed(b"a" * 3_000_000)):
        with pytest.raises(DataError, match="unpacks to more than 2 MB"):
            read_census(io.BytesIO(content))


@pytest.mark.parametrize("reader", [read_census, read_comtrade, read_tiva, read_wits, read_icio])
def test_an_endless_line_and_half_a_character_are_data_errors(reader: Callable[..., Any]) -> None:
    for source in (io.BytesIO(b"a" * 300_000), io.StringIO("a,b\n\ud800,1\n")):
        with pytest.raises(DataError):
            quietly(reader, source)


@given(st.binary(max_size=60), st.sampled_from([b"\x1f\x8b\x08", b"PK\x03\x04", b"\xef\xbb\xbf", b"\r"]))
def test_any_bytes_behind_a_mark_are_a_data_error(noise: bytes, mark: bytes) -> None:
    for reader in (read_census, read_comtrade, read_tiva, read_wits, read_icio):
        with pytest.raises(DataError):
            quietly(reader, io.BytesIO(mark + noise))


# --- objects that are no file ----------------------------------------------------------------------------


@pytest.mark.parametrize("reader", [read_census, read_comtrade, read_tiva, read_wits, read_icio])
def test_a_frame_is_told_where_it_can_go(reader: Callable[..., Any]) -> None:
    with pytest.raises(DataError, match=r"found DataFrame: .*straight to the chart.*to_csv\(path, index=False\)"):
        reader(pd.DataFrame({"a": [1]}))
    with pytest.raises(DataError, match=r"found bytes: wrap the content, io\.BytesIO\(content\)"):
        reader(b"a,b\n1,2\n")


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Freq,Reporter,Partner,ProductCode,Indicator,Year,Value", "by the package world_trade_data: use read_wits"),
        ("Nomenclature,ReporterISO3,ReporterName,PartnerISO3,PartnerName,Year", "a WITS query: use read_wits"),
        ("Reporter,TradeFlow,ProductCode,Year,Partner,Trade Value 1000USD", "one tariff line: use read_wits"),
        ("ref_year,reporter_code,flow_code,partner_code", "comtradr saved: use read_comtrade"),
        ("Country,Time,Value ($US)", "saved from USA Trade Online: use read_census"),
    ],
)
def test_a_file_of_another_kind_is_named(header: str, words: str) -> None:
    content = f"{header}\n{',1' * header.count(',')}\n"
    readers = [read_tiva, *(each for each in (read_census, read_wits, read_comtrade) if each.__name__ not in words)]
    for reader in readers:
        with pytest.raises(DataError, match=words):
            quietly(reader, io.StringIO(content))


# --- input-output tables ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [ends(ICIO.read_bytes(), b"\r"), gzip.compress(ICIO.read_bytes()), gzip.compress(ends(ICIO.read_bytes(), b"\r"))],
    ids=["cr", "gzip", "both"],
)
def test_a_table_otherwise_written(content: bytes, tmp_path: Path) -> None:
    expected = read_icio(ICIO)
    np.testing.assert_array_equal(read_icio(io.BytesIO(content)).Z, expected.Z)
    path = tmp_path / "2022_SML.csv.gz"
    path.write_bytes(content)
    assert read_icio(path).year == 2022
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("2022_SML.csv", ends(ICIO.read_bytes(), b"\r"))
    np.testing.assert_array_equal(read_icio(tmp_path / "all.zip").Z, expected.Z)


def test_a_packed_table_that_is_cut_off_or_damaged(tmp_path: Path) -> None:
    content = gzip.compress(ICIO.read_bytes())
    for spoiled in (content[:-200], content[: len(content) // 2], content[:40] + b"\0" * 80 + content[120:]):
        path = tmp_path / "2022.csv.gz"
        path.write_bytes(spoiled)
        with pytest.raises(DataError, match="download it again"):
            read_icio(path)
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("2022.csv", ICIO.read_bytes())
    damaged = stored.getvalue().replace(b"USA_C29", b"USA_C2X", 1)
    with pytest.raises(DataError):
        read_icio(io.BytesIO(damaged))


@pytest.mark.parametrize(
    ("name", "years"),
    [
        ("2022_SML_edition2025.csv", (2022, 2025)),
        ("ICIO2023_2020_SML (1).csv", (2020, 2023)),
        ("2022_SML 2025-11-03.csv", (2022, 2025)),
        ("icio 2021 edition, 2018.csv", (2018, 2021)),
    ],
)
def test_several_years_in_a_name_are_asked_about(tmp_path: Path, name: str, years: tuple[int, int]) -> None:
    path = tmp_path / name
    path.write_bytes(ICIO.read_bytes())
    with pytest.raises(DataError, match=f"has the years {years[0]} and {years[1]} in its name.*year="):
        read_icio(path)
    for year in years:
        assert read_icio(path, year).year == year
    with pytest.raises(DataError, match=f"the table of {years[0]} or {years[1]}, not 1999"):
        read_icio(path, 1999)
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(path, name)
    with pytest.raises(DataError, match="has the years"):
        read_icio(archive)
    assert read_icio(archive, years[0]).year == years[0]


@pytest.mark.parametrize(
    ("name", "year"),
    [("ICIO2021_2018.csv", 2018), ("2022_SML.csv", 2022), ("2022_SML_20251103.csv", 2022), ("2022-2022.csv", 2022)],
)
def test_one_year_in_a_name_is_its_year(tmp_path: Path, name: str, year: int) -> None:
    path = tmp_path / name
    path.write_bytes(ICIO.read_bytes())
    assert read_icio(path).year == year


# --- editions of TiVA ------------------------------------------------------------------------------------


TIVA = (FIXTURES / "tiva/imgrva.csv").read_text("utf-8")


def edition(version: str, *, year: str | None = None) -> io.StringIO:
    assert "(1.1)" in TIVA
    header, *rows = TIVA.splitlines()
    kept = [row for row in rows if year is None or f",{year}," in row]
    return io.StringIO("\n".join([header, *kept]).replace("DF_IMGRVA(1.1)", f"DF_IMGRVA{version}"))


def test_two_editions_are_not_put_together() -> None:
    first, second = edition("(1.0)", year="1995"), edition("(1.1)", year="2022")
    with pytest.raises(DataError, match=r"of 2 editions.*DF_IMGRVA\(1\.0\), DF_IMGRVA\(1\.1\)"):
        quietly(read_tiva, [first, second])
    alike = quietly(read_tiva, [edition("(1.1)", year="1995"), edition("(1.1)", year="2022")])
    assert set(alike["year"]) == {1995, 2022}
    with pytest.raises(DataError, match="2 editions"):
        quietly(read_tiva, [edition("(1.1)"), FIXTURES / "tiva/imgrva_labels.csv", edition("(1.0)")])


def test_all_faults_of_a_download_are_told_at_once() -> None:
    rows = TIVA.splitlines()
    rows[1], rows[2] = rows[1].replace(",1995,", ",95,"), rows[2].rpartition(",")[0] + ",x"
    with pytest.raises(DataError, match=r"row 2, column TIME_PERIOD: '95'.*row 3, column UNIT_MULT: 'x'"):
        quietly(read_tiva, io.StringIO("\n".join(rows)))
