"""Parse the US Census Bureau's country.xlsx and CSV conversions of it: a column a month, million dollars."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from tradecontext.data import _census
from tradecontext.errors import DataError
from tradecontext.readers import _opening, _tables
from tradecontext.readers._faults import Faults
from tradecontext.readers._publisher import looks_like

if TYPE_CHECKING:
    from tradecontext.intake.periods import By

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_KEYS = ("YEAR", "CTY_CODE", "CTYNAME")
_FIGURES = tuple(f"{flow}{month}" for flow in "IE" for month in (*MONTHS, "YR"))
#: Sums of the months. Older layouts lack these columns; then the months are added up here.
_YEARS = ("IYR", "EYR")
#: Other names for a column.
_ALIASES = {"CTY_NAME": "CTYNAME", "CTY_DESC": "CTYNAME"}
_FLOWS = {"I": "imports", "E": "exports"}

#: Million dollars by which the months' sum may differ from the year: up to 2002 each has one decimal of a million.
_ROUNDING_MUSD = 1.0
#: Monthly trade in dollars above which a following zero counts as missing.
_STEADY_USD = 1e6


@dataclass
class Reading:
    """The result of parsing one format: rows in dollars, and what they leave out.

    Parameters
    ----------
    rows : pandas.DataFrame
        census_code, name, year, imports, exports; and month, the first of a row's period, if it is not a year.
    through : str
        Last month with figures, as ``"2025-02"``.
    left_out : list of str
        Partial years, in words.
    length : int
        Number of months in a row's period, if rows have a month.
    """

    rows: pd.DataFrame
    through: str
    left_out: list[str] = field(default_factory=list)
    length: int = 1


def from_workbook(content: bytes, called: str, by: By) -> Reading:
    """Read the workbook: the first sheet that has the columns."""
    sheets = _opening.sheets(content, called)
    for sheet in sheets.values():
        if set(_KEYS) <= _names(sheet):
            # Rows are numbered as in a spreadsheet, whose row 1 is the header.
            return from_table(sheet.set_axis(range(2, len(sheet) + 2)), called, by)
    other = next((like for sheet in sheets.values() if (like := looks_like(sheet.columns))), None)
    raise DataError(_not_census(called, other, list(next(iter(sheets.values())).columns)))


def from_csv(text: str, called: str, by: By) -> Reading:
    """Read a CSV conversion, with commas, semicolons or tabs between the cells."""
    return from_table(_tables.delimited(text, called), called, by)


def _names(table: pd.DataFrame) -> set[str]:
    names = (str(column).strip().upper() for column in table.columns)
    return {_ALIASES.get(name, name) for name in names}


def _not_census(called: str, other: str | None, columns: list[object]) -> str:
    found = ", ".join(str(column) for column in columns[:6])
    guess = other or f"its columns are {found}{', …' if len(columns) > 6 else ''}"
    return (
        f"{called} is not the Census Bureau's country workbook, which has the columns year, CTY_CODE, "
        f"CTYNAME, IJAN … IYR, EJAN … EYR: {guess}"
    )


def from_table(table: pd.DataFrame, called: str, by: By) -> Reading:
    """Check the wide table and make rows of it: by year, by month, or by year to date."""
    if not set(_KEYS) <= _names(table):
        raise DataError(_not_census(called, looks_like(table.columns), list(table.columns)))
    names = [str(column).strip().upper() for column in table.columns]
    names = [_ALIASES.get(name, name) for name in names]
    twice = [name for name in (*_KEYS, *_FIGURES) if names.count(name) > 1]
    if twice:
        raise DataError(f"{called} has two columns for {', '.join(twice)}; keep one of each, or download it again")
    missing = [name for name in _FIGURES if name not in names and name not in _YEARS]
    if missing:
        raise DataError(
            f"{called} has the country workbook's columns {', '.join(_KEYS)}, and lacks the columns "
            f"{', '.join(missing)}: without every month a partial year cannot be told from a whole one. The file has "
            "another layout than the monthly one for years since 1985, or was edited; download country.xlsx again"
        )
    wide = table.set_axis(names, axis=1)
    # A row with neither year nor country code is a blank line.
    wide = wide[[*_KEYS, *(name for name in _FIGURES if name in wide)]]
    text = wide[list(_KEYS)].astype(str).apply(lambda column: column.str.strip())
    wide = wide[text["YEAR"].ne("") | text["CTY_CODE"].ne("")]
    text = text.loc[wide.index]
    if wide.empty:
        raise DataError(f"{called} has a header and no rows")
    faults = Faults(called)
    figures = _tables.all_numbers(wide.drop(columns=list(_KEYS)), called, faults)
    left_out: list[str] = []
    no_year = text["YEAR"].eq("") & figures.fillna(0).eq(0).all(axis=1)
    if no_year.any():
        listed = ", ".join(sorted(set(text["CTYNAME"][no_year]))[:3])
        left_out.append(
            f"{int(no_year.sum())} row{'s' if no_year.sum() > 1 else ''} of zeros without a year ({listed})"
        )
        text, figures = text[~no_year], figures[~no_year]
    # Software that took the columns for numbers has made "1997.0" of "1997" and "3" of "0003".
    year, code = (text[name].str.replace(r"\.0+$", "", regex=True) for name in ("YEAR", "CTY_CODE"))
    whole = year.str.fullmatch("[0-9]+")
    faults.add(
        f"row {row}, column year: {cell[:40]!r} is not a whole number" for row, cell in text["YEAR"][~whole].items()
    )
    year = pd.to_numeric(year.where(whole, "2000")).astype("int64")
    faults.add(f"row {row}, column year: {each} is not a year" for row, each in year[~year.between(1900, 2100)].items())
    faults.add(f"row {row}, column CTY_CODE: the code is blank" for row in text.index[code.eq("")])
    code = code.str.zfill(4)
    faults.refuse()
    again = pd.DataFrame({"code": code, "year": year}).duplicated()
    faults.add(f"row {row}: CTY_CODE {code[row]}, year {year[row]} is there twice" for row in code.index[again])
    faults.refuse("two files were put together, read one at a time")
    reading = _rows(pd.DataFrame({"census_code": code, "name": text["CTYNAME"], "year": year}), figures, called, by)
    reading.left_out[:0] = left_out
    return reading


def _rows(keys: pd.DataFrame, figures: pd.DataFrame, called: str, by: By) -> Reading:
    rows, year = keys.copy(), keys["year"]
    faults = Faults(called)
    for letter, flow in _FLOWS.items():
        months = figures[[f"{letter}{month}" for month in MONTHS]]
        added = months.sum(axis=1, skipna=False)
        total = figures.get(f"{letter}YR", added)
        gap = (added - total).abs()
        wrong = (gap > _ROUNDING_MUSD) & (gap > total.abs() * 0.001)
        faults.add(
            f"row {row}: the months of {letter}YR add up to {added[row]:,.1f}, but {letter}YR says {total[row]:,.1f}"
            for row in figures.index[wrong]
        )
        below = months.lt(0).any(axis=1)
        faults.add(f"row {row}: {flow} below 0 in a month" for row in figures.index[below])
        # A year with a blank month is incomplete, even if its own cell has a sum.
        rows[flow] = total.where(months.notna().all(axis=1)) * 1e6
    faults.refuse("the file is damaged; download it again")
    # The file has 0 for what is not published yet: all after the last month with any trade.
    every = figures[[f"{letter}{month}" for letter in _FLOWS for month in MONTHS]].fillna(0).ne(0)
    last = int(year[every.any(axis=1)].max()) if every.any(axis=None) else int(year.max())
    left_out = [f"{each}: no month is published, all are 0 in the file" for each in sorted(set(year[year > last]))]
    keys, figures, rows, every = (each[year <= last] for each in (keys, figures, rows, every))
    year = keys["year"]
    traded = every[year == last].any()
    published = [bool(traded[f"I{month}"] or traded[f"E{month}"]) for month in MONTHS]
    through = max((number for number, has in enumerate(published, 1) if has), default=0)
    label = f"{last}-{through:02d}" if through else f"{last - 1}-12"
    if by != "year":
        months = _census.months(
            keys, **{flow: figures[[f"{letter}{month}" for month in MONTHS]] * 1e6 for letter, flow in _FLOWS.items()}
        )
        months = months[(months["year"] < last) | (months["month"] <= through)]
        months, silent = _without_unpublished(months)
        left_out += silent
        length = through or len(MONTHS)
        if by == "month":
            return Reading(months, label, left_out)
        return Reading(_census.to_date(months, length), label, left_out, length)
    if through < len(MONTHS):
        rows = rows[year != last]
        span = (
            "-".join(dict.fromkeys(each.title() for each in (MONTHS[0], MONTHS[through - 1])))
            if through
            else "no month"
        )
        have = "; by='month' and by='year_to_date' have them" if through else ""
        left_out.append(f"{last}: only {span} published, the other months are 0 in the file{have}")
    return Reading(rows, label, left_out)


def _without_unpublished(months: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Take a zero in the newest month for missing, where a country had such trade in each of the twelve months before.

    The file has 0 for what is not published yet, in one country's row too. Say which countries these are.
    """
    number = months["year"] * 12 + months["month"]
    newest, before = number == number.max(), number.between(number.max() - 12, number.max() - 1)
    names: set[str] = set()
    for flow in _FLOWS.values():
        least = months[before].groupby("census_code")[flow].agg(["min", "count"])
        steady = least.index[(least["count"] == 12) & (least["min"] > _STEADY_USD)]
        silent = newest & months["census_code"].isin(steady) & months[flow].eq(0)
        months = months.assign(**{flow: months[flow].mask(silent)})
        names |= set(months["name"][silent])
    listed = ", ".join(sorted(names))
    return months, [f"the newest month of {listed}: 0 in the file, after trade in every month of a year"] * bool(names)
