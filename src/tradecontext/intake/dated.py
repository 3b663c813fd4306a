"""Parse what each row of a table is of: a month, a year, or the same months of each year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, shown
from tradecontext.intake.figures import missing, numbers, several_rows

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

MONTHS = 12
MONTH = re.compile(r"(\d{4})(?:[-/]?M?(\d{1,2})(?:[-/]0?1)?)?(?:[T ]00:00.*)?", re.IGNORECASE)
"""A year or a month as text: "2025", "2025-02", "2025M02", or its first day."""
EXAMPLE = "a month such as '2025-02', or a year"


@dataclass(frozen=True)
class Dated:
    """The period of each row: its first month, counted from January of year 0, and the number of months in each."""

    first: np.ndarray[Any, np.dtype[np.int64]]
    length: int

    @property
    def years(self) -> np.ndarray[Any, np.dtype[np.int64]]:
        """The year in which each period ends."""
        years: np.ndarray[Any, np.dtype[np.int64]] = (self.first + self.length - 1) // MONTHS
        return years


def dated(data: pd.DataFrame, name: Any, taken: Collection[object]) -> Dated:
    """Read the periods of rows from a column of months or years, or from the columns ``year`` and ``month``.

    Parameters
    ----------
    data : DataFrame
        The rows.
    name : object
        The column of periods; None for ``period``, or else ``year``, with ``month`` if there is such a column.
    taken : collection
        Columns that are known not to be periods.

    Raises
    ------
    DataError
        If there is no such column, with all rows that are neither a month nor a year, or if rows are of both.
    """
    import pandas as pd

    if name is not None or "period" in data.columns:
        column = intake.column(data, "period" if name is None else name, "period_column")
        if isinstance(data[column].dtype, pd.PeriodDtype):
            return _of_pandas(data, column)
        return _one_length(data, column, [_read(value) for value in data[column].tolist()])
    if "year" not in data.columns:
        intake.no_other_year(data, taken)
        raise DataError("there is no column 'period' or 'year'; name the column of months or years: period_column=…")
    years = intake.years(data)
    if "month" not in data.columns:
        return Dated(years * MONTHS, MONTHS)
    months = numbers(data, "month")
    wrong = np.flatnonzero(~np.isin(months, range(1, MONTHS + 1))).tolist()
    if wrong:
        value = data["month"].iloc[wrong[0]]
        raise DataError(f"column 'month', {several_rows(data, wrong)}: {shown(value)} is no month; months are 1 to 12")
    return Dated(years * MONTHS + months.astype("int64") - 1, 1)


def _of_pandas(data: pd.DataFrame, name: Any) -> Dated:
    """Read pandas periods, all of which have one frequency."""
    values = data[name]
    if values.isna().any():
        raise _no_period(data, name, np.flatnonzero(values.isna()).tolist())
    first, last = values.dt.start_time, values.dt.end_time
    start, end = (each.dt.year * MONTHS + each.dt.month - 1 for each in (first, last))
    length = int(end.iloc[0] - start.iloc[0]) + 1
    whole = first.dt.day.eq(1).all() and last.dt.is_month_end.all() and length <= MONTHS
    if not whole or (length > 1 and (start % MONTHS).any()):
        raise DataError(
            f"column {name!r} has periods of the frequency {values.dtype.freq.freqstr!r}; give months, years, or the "
            "months of each year to date"
        )
    return Dated(start.to_numpy("int64"), length)


def _read(value: object) -> tuple[int, int] | None:
    """Return the first month of a value and its length; None if it is neither a month nor a year."""
    if isinstance(value, (dt.date, np.datetime64)) and not missing(value):
        day = value.astype("datetime64[D]").item() if isinstance(value, np.datetime64) else value
        return (day.year * MONTHS + day.month - 1, 1) if day.day == 1 else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    found = None if isinstance(value, bool) else MONTH.fullmatch(str(value).strip())
    if found is None:
        return None
    if found[2] is None:
        return int(found[1]) * MONTHS, MONTHS
    return (int(found[1]) * MONTHS + int(found[2]) - 1, 1) if 1 <= int(found[2]) <= MONTHS else None


def _one_length(data: pd.DataFrame, name: Any, found: list[tuple[int, int] | None]) -> Dated:
    there = [each for each in found if each is not None]
    if len(there) < len(found):
        raise _no_period(data, name, [row for row, each in enumerate(found) if each is None])
    lengths = {length for _, length in there}
    if len(lengths) > 1:
        rows = [next(row for row, each in enumerate(there) if each[1] == length) for length in sorted(lengths)]
        raise DataError(f"column {name!r}, {several_rows(data, rows)}: there are months and years; keep one of both")
    return Dated(np.array([first for first, _ in there], dtype="int64"), lengths.pop())


def _no_period(data: pd.DataFrame, name: Any, rows: list[int]) -> DataError:
    value = data[name].iloc[rows[0]]
    return DataError(f"column {name!r}, {several_rows(data, rows)}: {shown(value)} is not {EXAMPLE}")
