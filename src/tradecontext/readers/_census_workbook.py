"""The US Census Bureau's country.xlsx, and CSV conversions of it: wide by month, million dollars."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

import pandas as pd

from tradecontext.errors import DataError
from tradecontext.readers import _opening
from tradecontext.readers._publisher import looks_like

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_KEYS = ("YEAR", "CTY_CODE", "CTYNAME")
_FIGURES = tuple(f"{flow}{month}" for flow in "IE" for month in (*MONTHS, "YR"))
_FLOWS = {"I": "imports", "E": "exports"}

#: Months and year may differ by rounding: one decimal of a million each up to 2002.
_ROUNDING_MUSD = 1.0


@dataclass
class Reading:
    """What a format's parser hands over: annual rows in dollars, and what they leave out.

    Parameters
    ----------
    rows : pandas.DataFrame
        census_code, name, year, imports, exports.
    through : str
        Last month with figures, as ``"2025-02"``.
    left_out : list of str
        Partial years, in words.
    """

    rows: pd.DataFrame
    through: str
    left_out: list[str] = field(default_factory=list)


def from_workbook(content: bytes, called: str) -> Reading:
    """Read the workbook: the first sheet that has the columns."""
    sheets = _opening.sheets(content, called)
    for sheet in sheets.values():
        if set(_KEYS) <= _names(sheet):
            return from_table(sheet, called)
    other = next((like for sheet in sheets.values() if (like := looks_like(sheet.columns))), None)
    raise DataError(_not_census(called, other, list(next(iter(sheets.values())).columns)))


def from_csv(text: str, called: str) -> Reading:
    """Read a CSV conversion, with commas, semicolons or tabs between the cells."""
    header = text.split("\n", 1)[0]
    separator = max(",;\t", key=header.count)
    try:
        table = pd.read_csv(io.StringIO(text), sep=separator, dtype=str, keep_default_na=False)
    except (ValueError, pd.errors.ParserError) as error:
        raise DataError(f"{called} is not a readable CSV file ({str(error).strip()})") from None
    return from_table(table, called)


def _names(table: pd.DataFrame) -> set[str]:
    return {str(column).strip().upper() for column in table.columns}


def _not_census(called: str, other: str | None, columns: list[object]) -> str:
    found = ", ".join(str(column) for column in columns[:6])
    guess = other or f"its columns are {found}{', …' if len(columns) > 6 else ''}"
    return (
        f"{called} is not the Census Bureau's country workbook, which has the columns year, CTY_CODE, "
        f"CTYNAME, IJAN … IYR, EJAN … EYR: {guess}"
    )


def from_table(table: pd.DataFrame, called: str) -> Reading:
    """Check the wide table and make annual rows of it."""
    names = _names(table)
    if not set(_KEYS) <= names:
        raise DataError(_not_census(called, looks_like(table.columns), list(table.columns)))
    missing = [name for name in _FIGURES if name not in names]
    if missing:
        raise DataError(
            f"{called} lacks the columns {', '.join(missing)}: without every month a partial year "
            "cannot be told from a whole one"
        )
    wide = table.set_axis([str(column).strip().upper() for column in table.columns], axis=1)
    wide = wide[[*_KEYS, *_FIGURES]]
    # Line 1 is the header, as a spreadsheet counts; rows that are blank throughout are no rows.
    wide.index = pd.RangeIndex(2, len(wide) + 2)
    text = wide[list(_KEYS)].astype(str).apply(lambda column: column.str.strip())
    wide = wide[text["YEAR"].ne("") | text["CTY_CODE"].ne("")]
    text = text.loc[wide.index]
    if wide.empty:
        raise DataError(f"{called} has a header and no rows")
    # "1997.0" and "3" are what "1997" and "0003" become on their way through a number.
    year = _whole(text["YEAR"], "year", called)
    bad = year[~year.between(1900, 2100)]
    if len(bad):
        raise DataError(f"{called}, row {bad.index[0]}, column year: {bad.iloc[0]} is not a year")
    code = text["CTY_CODE"].str.replace(r"\.0+$", "", regex=True).str.zfill(4)
    figures = wide[list(_FIGURES)].apply(lambda column: _numbers(column, called))
    twice = pd.DataFrame({"code": code, "year": year}).duplicated()
    if twice.any():
        row = first(twice)
        raise DataError(
            f"{called}, row {row}: CTY_CODE {code[row]}, year {year[row]} is there twice; "
            "two files were put together, read one at a time"
        )
    return _annual(code, text["CTYNAME"], year, figures, called)


def first(mask: pd.Series) -> int:
    """Return the row, as a spreadsheet counts, of the first True."""
    return int(mask.index[int(mask.to_numpy(bool).argmax())])


def _whole(column: pd.Series, name: str, called: str) -> pd.Series:
    shortened = column.str.replace(r"\.0+$", "", regex=True)
    bad = ~shortened.str.fullmatch("[0-9]+")
    if bad.any():
        row = first(bad)
        raise DataError(f"{called}, row {row}, column {name}: {column[row]!r} is not a whole number")
    return shortened.astype("int64")


def _numbers(column: pd.Series, called: str) -> pd.Series:
    text = column.astype(str).str.strip()
    numbers = pd.to_numeric(text.where(text.ne("")), errors="coerce").astype(float)
    bad = (numbers.isna() & text.ne("")) | numbers.abs().eq(float("inf"))
    if bad.any():
        row = first(bad)
        comma = "; write numbers with a decimal point and no thousands separator" if "," in text[row] else ""
        raise DataError(f"{called}, row {row}, column {column.name}: {text[row]!r} is not a number{comma}")
    return numbers


def _annual(code: pd.Series, name: pd.Series, year: pd.Series, figures: pd.DataFrame, called: str) -> Reading:
    rows = pd.DataFrame({"census_code": code, "name": name, "year": year})
    for letter, flow in _FLOWS.items():
        months = figures[[f"{letter}{month}" for month in MONTHS]]
        total = figures[f"{letter}YR"]
        gap = (months.sum(axis=1, skipna=False) - total).abs()
        wrong = (gap > _ROUNDING_MUSD) & (gap > total.abs() * 0.001)
        if wrong.any():
            row = first(wrong)
            raise DataError(
                f"{called}, row {row}: the months of {letter}YR add up to "
                f"{months.loc[row].sum():,.1f}, but {letter}YR says {total[row]:,.1f}; the file is damaged"
            )
        # A blank month makes the year's sum a part, whatever the year's cell says.
        rows[flow] = total.where(months.notna().all(axis=1)) * 1e6
    last = int(year.max())
    traded = figures[year == last]
    published = [bool((traded[[f"I{month}", f"E{month}"]].fillna(0) != 0).any().any()) for month in MONTHS]
    # Months after the last with any trade at all are not published yet: the file has 0 there.
    through = max((number for number, has in enumerate(published, 1) if has), default=0)
    left_out = []
    if through < len(MONTHS):
        rows = rows[year != last]
        span = "no month" if not through else f"{MONTHS[0].title()}-{MONTHS[through - 1].title()}"
        left_out.append(f"{last}: only {span} published, the other months are 0 in the file")
    label = f"{last}-{through:02d}" if through else f"{last - 1}-12"
    return Reading(rows, label, left_out)
