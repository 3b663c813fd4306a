"""Parse delimited text files, and numbers as spreadsheets in any language write them."""

from __future__ import annotations

import csv
import io

import pandas as pd

from tradecontext.errors import DataError
from tradecontext.readers._faults import Faults

#: Thousands separators: the plain, no-break, narrow no-break and thin space, and two apostrophes.
_SPACES = " \u00a0\u202f\u2009'\u2019"


def delimited(text: str, called: str) -> pd.DataFrame:
    """Read a file with commas, semicolons or tabs between the cells; every cell is text without outer spaces.

    Rows are numbered as in a spreadsheet, whose row 1 is the header. Blank lines are skipped, and so is one extra comma
    at the end of a line, which some publishers write.

    Raises
    ------
    DataError
        If there is no row, or a row has more or fewer cells than the header.
    """
    header_line = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(",;\t", key=header_line.count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise DataError(f"{called} is not a readable CSV file ({error})") from None
    rows = [(number, [cell.strip() for cell in line]) for number, line in enumerate(lines, 1)]
    rows = [(number, cells) for number, cells in rows if any(cells)]
    if not rows:
        raise DataError(f"{called} has no rows")
    header = rows[0][1]
    while header and not header[-1]:
        header.pop()
    faults = Faults(called)
    faults.add(
        f"row {number}: {len(cells)} cells under {len(header)} columns"
        for number, cells in rows[1:]
        if any(cells[len(header) :]) or len(cells) < len(header)
    )
    faults.refuse("the file was cut off or edited, download it again")
    table = [cells[: len(header)] for _, cells in rows[1:]]
    twice = {name for name in header if header.count(name) > 1}
    if twice:
        raise DataError(f"{called} has two columns called {min(twice)!a}; download it again")
    return pd.DataFrame(table, columns=pd.Index(header), index=[number for number, _ in rows[1:]], dtype=object)


def numbers(cells: pd.Series, called: str, faults: Faults | None = None) -> pd.Series:
    """Parse cells as numbers; blanks are missing.

    The decimal mark is decided for all cells together, since a file writes all its numbers one way.

    Parameters
    ----------
    cells : Series of object
        Numbers as a workbook has them, or text. The index may be (row, column), for messages.
    called : str
        The file.
    faults : Faults, optional
        Collects the cells that are not numbers, which then are missing, together with other faults.

    Raises
    ------
    DataError
        If cells are not numbers, naming rows and columns, or if "1,234" could be either of two numbers.
    """
    own = Faults(called) if faults is None else faults
    text = cells.map(lambda cell: "" if cell is None or cell != cell else str(cell).strip())  # noqa: PLR0124  # pyright: ignore[reportOperatorIssue]
    plain = pd.to_numeric(text.where(text.ne("")), errors="coerce").astype(float)
    odd = text.ne("") & plain.isna()
    if odd.any():
        spaces = str.maketrans("", "", _SPACES)
        text = text.map(lambda cell: cell.translate(spaces))  # pyright: ignore[reportAttributeAccessIssue]
        text = _with_points(text, called)
        plain = pd.to_numeric(text.where(text.ne("")), errors="coerce").astype(float)
    bad = (text.ne("") & plain.isna()) | plain.abs().eq(float("inf"))
    found = zip(cells.index[bad], cells[bad], strict=True)
    own.add(f"{_place(label)}: {str(cell).strip()[:40]!a} is not a number" for label, cell in found)
    if faults is None:
        own.refuse()
    return plain.mask(bad)


def all_numbers(cells: pd.DataFrame, called: str, faults: Faults) -> pd.DataFrame:
    """Parse the cells of several columns as :func:`numbers` does, and collect those that are not numbers."""
    labels = pd.MultiIndex.from_product([cells.index, cells.columns])
    flat = pd.Series(cells.to_numpy(dtype=object).ravel(), index=labels)
    return pd.DataFrame(numbers(flat, called, faults).to_numpy().reshape(cells.shape), cells.index, cells.columns)


def _with_points(text: pd.Series, called: str) -> pd.Series:
    """Rewrite numbers with a decimal point and without thousands separators."""
    comma = text.str.contains(",", regex=False)
    if not comma.any():
        return text
    decimal = text.str.contains(r"^-?[0-9.]+,(?:[0-9]{1,2}|[0-9]{4,})$|^-?0,[0-9]+$|\.[0-9]{3},", regex=True)
    thousands = text.str.contains(r",[0-9]{3}[.,]", regex=True) | (
        ~comma & text.str.contains(r"\.(?:[0-9]{1,2}|[0-9]{4,})$", regex=True)
    )
    if decimal.any() == thousands.any():
        first = int(comma.to_numpy(bool).argmax())
        raise DataError(
            f"{called}, {_place(text.index[first])}: whether the comma in {text.iloc[first]!a} marks thousands or "
            "decimals cannot be told from the file; save it with a decimal point and no marks of thousands"
        )
    if decimal.any():
        return text.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    grouped = text.str.fullmatch(r"-?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]*)?")
    return text.where(~grouped, text.str.replace(",", "", regex=False))


def _place(label: object) -> str:
    if isinstance(label, tuple):
        return f"row {label[0]}, column {label[1]}"
    return f"row {label}"
