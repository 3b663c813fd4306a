"""Numbers, separators and encodings as spreadsheets write them, in WITS's older export."""

from __future__ import annotations

import contextlib
import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import measures
from tradecontext.errors import DataError
from tradecontext.readers import read_wits

if TYPE_CHECKING:
    import pandas as pd

WITS = Path(__file__).parents[1] / "fixtures/wits"


def quietly(*args: Any, **options: Any) -> pd.DataFrame:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return read_wits(*args, **options)


def value(frame: pd.DataFrame, column: str, **where: object) -> Any:
    rows = frame
    for name, wanted in where.items():
        rows = rows[rows[name] == wanted]
    assert len(rows) == 1
    return rows[column].iloc[0]


def test_the_older_export() -> None:
    frame = quietly(WITS / "older_export.csv")
    assert value(frame, "imports", supplier="USA", year=2013) == 600_300
    assert value(frame, "world_imports", supplier="USA", year=2013) == 1_000_500
    assert value(frame, "imports", supplier="CIV", year=2013) == 0, "a printed 0 is a figure"
    assert frame["year"].max() == 2014, "blank cells are no figures"
    shares = measures.import_share(frame)
    assert shares["share"].round(4).tolist() == [0.6, 0.45]


def export(*cells: str, separator: str = ";") -> str:
    header = ["Reporter Name", "Partner Name", "Trade Flow", "Product Group", "Measure", "2013", "2014", "2015"]
    row = ["Mexico", "Côte d'Ivoire", "Import", "All Products", "Import (US$ Thousand)", *cells]
    return "\n".join(separator.join(f'"{cell}"' for cell in line) for line in (header, row)) + "\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1,234.5", "2", "3,000"), [1_234_500, 2_000, 3_000_000]),
        (("1.234,5", "2", "3.000"), [1_234_500, 2_000, 3_000_000]),
        (("1 234,5", "2", "3\u202f000"), [1_234_500, 2_000, 3_000_000]),
        (("  1234.5", "2.0", "3e3"), [1_234_500, 2_000, 3_000_000]),
        (("1,234,567", "2", "3"), [1_234_567_000, 2_000, 3_000]),
        (("0,123", "2", "3"), [123, 2_000, 3_000]),
        (("1'234", "", "3"), [1_234_000, 3_000]),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1", "utf-16"])
def test_numbers_as_spreadsheets_write_them(cells: tuple[str, ...], expected: list[float], encoding: str) -> None:
    text = export(*cells)
    if encoding == "iso-8859-1":
        text = text.replace("\u202f", "\u00a0")  # the encoding has no narrow no-break space
    frame = quietly(io.BytesIO(text.encode(encoding)))
    assert frame["imports"].tolist() == expected
    assert set(frame["supplier"]) == {"CIV"}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (("1,234", "2", "3"), "row 2, column 2013: whether the comma in '1,234' marks thousands or decimals"),
        (("1,234.5", "1,5", "3"), "cannot be told"),
        (("1", "n/a", "3"), "row 2, column 2014: 'n/a' is not a number"),
        (("1", "inf", "3"), "'inf' is not a number"),
        (("1", "2"), "row 2: 7 cells under 8 columns"),
        (("1", "2", "3", "4"), "row 2: 9 cells under 8 columns"),
    ],
)
def test_a_damaged_cell_is_named(cells: tuple[str, ...], message: str) -> None:
    with pytest.raises(DataError, match=message):
        quietly(io.StringIO(export(*cells)))


def test_two_figures_for_one_are_refused() -> None:
    text = export("1", "2", "3")
    assert len(quietly(io.StringIO(text + text.split("\n")[1] + "\n"))) == 3
    with pytest.raises(DataError, match="MEX, CIV, All Products, 2014 has two different figures"):
        quietly([io.StringIO(text), io.StringIO(export("1", "7", "3"))])


@given(st.lists(st.text(max_size=8), min_size=8, max_size=8))
def test_any_other_cells_are_read_or_a_data_error(cells: list[str]) -> None:
    header = "Reporter Name;Partner Name;Trade Flow;Product Group;Measure;2013;2014;2015\n"
    text = header + ";".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"
    with contextlib.suppress(DataError):
        quietly(io.StringIO(text.replace(cells[4], "Import(US$ Mil)") if cells[4] else text))
