"""The OECD's inter-country tables, with made-up figures in the published format."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from tradecontext.errors import DataError
from tradecontext.readers import _icio_files, _icio_table, read_census, read_icio, read_wits

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.measures import MRIO

FIXTURES = Path(__file__).parents[1] / "fixtures"
SMALL, EXTENDED = FIXTURES / "icio/2022_SML.csv", FIXTURES / "icio/2022.csv"
TEXT = SMALL.read_text("utf-8")
FRAME = pd.read_csv(SMALL, index_col=0)
KINDS = ["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR"]


def read(text: str, **options: int) -> MRIO:
    return read_icio(io.BytesIO(text.encode()), **options)


def written(frame: pd.DataFrame) -> str:
    return frame.to_csv()


def test_a_small_table() -> None:
    table = read_icio(SMALL)
    assert table.economies == table.countries == ("CHN", "MEX", "USA", "ROW")
    assert table.sectors == ("A01", "B05", "C29", "J62_63")
    assert (table.year, table.unit) == (2022, "usd_million")
    assert table.source == "OECD, Inter-Country Input-Output tables (accounts computed by tradecontext; basic prices)"
    labels = list(FRAME.columns[:16])
    np.testing.assert_array_equal(table.Z, FRAME.loc[labels, labels])
    for place, country in enumerate(table.economies):
        final = FRAME.loc[labels, [f"{country}_{kind}" for kind in KINDS]].sum(axis=1)
        np.testing.assert_allclose(table.Y[:, place], final)
    np.testing.assert_allclose(table.x, FRAME.loc[labels, "OUT"])
    added = FRAME.loc["VA", labels] + FRAME.loc["TLS", labels]
    np.testing.assert_allclose(table.v * table.x, added, rtol=1e-6)


def test_goods_and_manufactures_go_by_the_codes() -> None:
    table = read_icio(SMALL)
    sold = {scope: table.gross_exports(scope).loc["MEX", "USA"] for scope in ("all", "goods", "manufactures")}
    to_the_us = FRAME[[name for name in FRAME if name.startswith("USA_")]].sum(axis=1)
    assert sold["all"] == pytest.approx(to_the_us[[f"MEX_{sector}" for sector in table.sectors]].sum())
    assert sold["goods"] == pytest.approx(to_the_us[["MEX_A01", "MEX_B05", "MEX_C29"]].sum())
    assert sold["manufactures"] == pytest.approx(to_the_us["MEX_C29"])
    assert table.content_split("MEX", "USA", "goods").sum() == pytest.approx(sold["goods"])


@pytest.mark.parametrize(
    ("sectors", "goods", "manufactures"),
    [
        (["D01T02", "D07T08", "D09", "D10T12", "D31T33", "D35", "D58T60"], 5, 2),
        (["A01_02", "B09", "C10T12", "C31T33", "D", "E", "F", "G"], 4, 2),
        (["A02", "C24A", "C24B", "C301", "C302T309", "D35", "J62_63", "T"], 5, 4),
        (["C01T05", "C10T14", "C15T16", "C36T37", "C40T41", "C95"], 4, 2),
        (["G", "H"], 0, 0),
    ],
    ids=["2021", "2023", "2025", "2016 (Rev. 3)", "services only"],
)
def test_goods_in_every_edition(sectors: list[str], goods: int, manufactures: int) -> None:
    scopes = _icio_table._scopes(sectors)
    assert len(scopes.get("goods", [])) == goods
    assert len(scopes.get("manufactures", [])) == manufactures


def test_an_extended_table_knows_its_parts() -> None:
    table = read_icio(EXTENDED)
    assert table.countries == ("CHN", "MEX", "USA", "ROW", "CN1", "CN2", "MX1", "MX2")
    assert table.economies == ("CHN", "MEX", "USA", "ROW")
    frame = pd.read_csv(EXTENDED, index_col=0)
    parts = [f"{part}_{sector}" for part in ("MX1", "MX2") for sector in table.sectors]
    bought = frame.loc[parts, [name for name in frame if name.startswith("USA_")]].to_numpy().sum()
    assert table.gross_exports("all").loc["MEX", "USA"] == pytest.approx(bought)
    assert table.content_split("MEX", "USA").sum() == pytest.approx(bought)


def test_the_shape_of_the_edition_of_2021() -> None:
    """Taxes by country, VALU and OUTPUT, TOTAL; no name above the labels; industries with a D."""
    text = TEXT.replace("_A01", "_D01T02").replace("_B05", "_D05T06").replace("_C29", "_D29").replace("_J62", "_D62")
    lines = text.replace("V1,", ",").replace(",OUT\n", ",TOTAL\n").splitlines()
    tls = lines[17].split(",")[1:]
    half = ",".join(str(float(cell) / 2) for cell in tls)
    lines[17:] = [f"USA_TAXSUB,{half}", f"MEX_TAXSUB,{half}", *lines[18:]]
    text = "\n".join(lines).replace("\nVA,", "\nVALU,").replace("\nOUT,", "\nOUTPUT,")
    table = read(text, year=2018)
    assert table.year == 2018
    np.testing.assert_array_equal(table.Z, read_icio(SMALL).Z)
    assert table.gross_exports("goods").loc["MEX", "USA"] > table.gross_exports("manufactures").loc["MEX", "USA"]


def test_rows_and_columns_in_another_order_are_the_same_table() -> None:
    shuffled = FRAME.sample(frac=1, random_state=1).sample(frac=1, axis=1, random_state=2)
    table, first = read(written(shuffled)), read_icio(SMALL)
    pd.testing.assert_frame_equal(
        table.value_added_exports().sort_index().sort_index(axis=1),
        first.value_added_exports().sort_index().sort_index(axis=1),
    )


@pytest.mark.parametrize("text", [TEXT.replace("\n", "\r\n"), "\ufeff" + TEXT, TEXT + "\n\n"])
def test_line_endings_and_marks(text: str) -> None:
    np.testing.assert_array_equal(read(text).Z, read_icio(SMALL).Z)


# --- zips and years ------------------------------------------------------------------------------------------


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "2016-2022_SML.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for year in (2021, 2022):
            made.writestr(f"{year}_SML.csv", TEXT)
        made.writestr("ReadMe.txt", "notes")
        made.writestr("__MACOSX/._2022_SML.csv", "x")
    return path


def test_a_zip_is_read_without_unpacking(archive: Path) -> None:
    table = read_icio(archive, year=2021)
    assert table.year == 2021
    np.testing.assert_array_equal(table.Z, read_icio(SMALL).Z)
    with archive.open("rb") as file:
        assert read_icio(file, 2022).year == 2022


def test_which_year_has_to_be_clear(archive: Path, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="holds 2 tables: say which with year=, one of 2021, 2022"):
        read_icio(archive)
    with pytest.raises(DataError, match="has no table of 2010; it has 2021, 2022"):
        read_icio(archive, year=2010)
    with pytest.raises(DataError, match="year='21' has to be a calendar year"):
        read_icio(archive, year="21")
    with pytest.raises(DataError, match="by its name, the table of 2022, not 2019"):
        read_icio(SMALL, year=2019)
    with zipfile.ZipFile(archive, "a") as made:
        made.writestr("ext/2022.csv", EXTENDED.read_text("utf-8"))
    with pytest.raises(DataError, match=r"2 tables of 2022, 2022_SML\.csv and ext/2022\.csv"):
        read_icio(archive, year=2022)
    alone = tmp_path / "table.zip"
    with zipfile.ZipFile(alone, "w") as made:
        made.writestr("ICIO2021_2018.csv", TEXT)
    assert read_icio(alone).year == 2018
    unnamed = tmp_path / "mine.csv"
    unnamed.write_text(TEXT, "utf-8")
    assert read_icio(unnamed).year is None
    assert read_icio(unnamed, 2005).year == 2005


def test_other_archives(tmp_path: Path, archive: Path) -> None:
    empty = tmp_path / "empty.zip"
    with zipfile.ZipFile(empty, "w") as made:
        made.writestr("ReadMe.txt", "notes")
    with pytest.raises(DataError, match=r"holds no CSV file, but ReadMe\.txt"):
        read_icio(empty)
    cut = tmp_path / "cut.zip"
    cut.write_bytes(archive.read_bytes()[:-200])
    with pytest.raises(DataError, match=r"cannot be opened as a zip .*Download the table again"):
        read_icio(cut)
    with pytest.raises(DataError, match="is an Excel workbook; read_icio reads"):
        read_icio(FIXTURES / "census/country.xlsx")


# --- what is refused -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("wits/en_MEX_AllYears_WITS_Trade_Summary.CSV", "it looks like a WITS bulk trade summary: use read_wits"),
        ("tiva/imgrva.csv", r"it looks like an OECD \(TiVA\) SDMX file: use read_tiva"),
        ("census/top20_2024.csv", "its columns are "),
        ("comtrade/answer.json", "is not an OECD inter-country"),
    ],
)
def test_files_of_others(path: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        read_icio(FIXTURES / path)


@pytest.mark.parametrize("reader", [read_census, read_wits])
def test_other_readers_know_the_table(reader: Callable[..., object]) -> None:
    options = {} if reader is read_census else {"product": "All Products"}
    with pytest.raises(DataError, match="an OECD inter-country input-output table: use read_icio"):
        reader(SMALL, **options)


def edited(row: str, column: str, cell: str) -> str:
    frame = FRAME.astype(object)
    frame.loc[row, column] = cell
    return written(frame)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("<html><body>busy</body></html>", "is a web page"),
        ("\xff\xfe", "is not an OECD|is not text"),
        (written(FRAME.drop(index="MEX_C29")), "lacks the row MEX_C29; the file was cut off"),
        (written(FRAME.drop(index="TLS")), r"lacks the row TLS \(TAXSUB\)"),
        (written(FRAME.drop(index=["VA", "OUT"])), r"lacks the rows VA \(VALU\), OUT \(OUTPUT\)"),
        (written(FRAME.iloc[:9]), "lacks the rows .* and 6 more"),
        (TEXT[: len(TEXT) // 2 - 20], r"row 10 \(USA_A01\), column .*: the cell is blank; the file was cut off"),
        (written(FRAME.drop(columns="MEX_C29")), "lacks the column MEX_C29"),
        (written(FRAME.drop(columns="USA_GFCF")), "lacks the column USA_GFCF"),
        (written(FRAME.rename(columns={"ROW_HFCE": "EUR_HFCE"})), "lacks the column ROW_HFCE"),
        (written(FRAME.rename(columns={"OUT": "notes"})), "column 42: 'notes' is neither"),
        (written(FRAME.rename(index={"VA": "GVA"})), "the row 'GVA' is neither a sector"),
        (written(pd.concat([FRAME, FRAME.loc[["USA_A01"]]])), "two rows called USA_A01"),
        (edited("USA_C29", "MEX_C29", "x"), r"row 12 \(USA_C29\), column MEX_C29: 'x' is not a number"),
        (edited("USA_C29", "MEX_C29", "1,5"), "'1,5' is not a number"),
        (edited("USA_C29", "MEX_C29", ""), "column MEX_C29: the cell is blank"),
        (edited("USA_C29", "MEX_C29", "inf"), "'inf' is not a number"),
        (edited("USA_C29", "MEX_C29", "99999.5"), r"in 1 of 16 columns, inputs, TLS and VA .*MEX_C29"),
        (TEXT.replace("\nUSA_A01,", "\nUSA_A01,1,"), "Expected|after row 1: .*cut off or edited"),
    ],
)  # fmt: skip
def test_damage_is_named(text: str, words: str) -> None:
    with pytest.raises(DataError, match=words):
        read(text)


def test_a_table_without_its_decimal_points_is_recognised() -> None:
    with pytest.raises(DataError, match=r"no decimal point in any number.*lost its decimal points.*different factors"):
        read(TEXT.replace(".", ""))
    # If all numbers have four decimals, losing the points changes all by one factor, so that the sums are still right.
    cells = (FRAME * 1e4).round().astype("int64") * 1000
    for name in FRAME.columns[:16]:
        cells.loc["VA", name] = 2 * cells.loc[FRAME.columns[:16], name].sum()
        cells.loc["OUT", name] = cells.loc[FRAME.index[:18], name].sum()
    with pytest.raises(DataError, match="lost its decimal points"):
        read(written(cells))


def test_a_table_whose_rows_do_not_add_up_is_refused_or_tolerated() -> None:
    frame = FRAME.copy()
    frame.loc["USA_C29", "USA_HFCE"] += 50
    with pytest.raises(DataError, match="value added is not output less inputs, most of all in USA C29"):
        read(written(frame))
    assert read_icio(io.BytesIO(written(frame).encode()), tolerance=0.1).economies


def test_value_added_without_taxes_is_refused() -> None:
    frame = FRAME.copy()
    frame.loc["TLS"] = 0.0
    with pytest.raises(DataError, match="in 8 of 16 columns, inputs, TLS and VA do not add up to OUT"):
        read(written(frame))


@pytest.mark.parametrize("path", ["nowhere.csv", "https://oe.cd/icio", 3])
def test_no_file(path: object) -> None:
    with pytest.raises(DataError):
        read_icio(path)


# --- progress ------------------------------------------------------------------------------------------------


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("large", "terminal", "shown"), [(1, True, True), (10**9, True, False), (1, False, False)])
def test_a_bar_for_large_files_where_somebody_looks(
    monkeypatch: pytest.MonkeyPatch, large: int, *, terminal: bool, shown: bool
) -> None:
    pytest.importorskip("tqdm")
    monkeypatch.setattr(_icio_files, "_LARGE", large)
    # Another test may have imported ipykernel, which counts as a notebook.
    monkeypatch.delitem(sys.modules, "ipykernel", raising=False)
    said = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", said)
    read_icio(SMALL)
    assert ("2022_SML.csv" in said.getvalue()) == shown


def test_no_bar_without_tqdm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_icio_files, "_LARGE", 1)
    said = Terminal()
    monkeypatch.setattr(sys, "stderr", said)
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    assert read_icio(SMALL).year == 2022
    assert said.getvalue() == ""
