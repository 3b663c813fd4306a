"""Parse what each row of a table is of: a month, a year, or the same months of each year."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, shown
from tradecontext.intake import periods
from tradecontext.intake.figures import missing, numbers, several_rows
from tradecontext.intake.years import is_part_of_a_year, of_pandas

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

MONTHS = 12
MONTH = re.compile(r"(\d{4})(?:[-/]?M?(\d{1,2})(?:[-/]0?1)?)?(?:[T ]00:00.*)?", re.IGNORECASE)
"""A year or a month as text: "2025", "2025-02", "2025M02", or its first day."""
SPAN = re.compile(r"(\d{4})-(\d{2})/(\d{4})-(\d{2})")
"""A first and a last month as text: "2025-01/2025-09"."""
EXAMPLE = "a month such as '2025-02', or a year"


class MixedPeriodsError(DataError):
    """Rows of months and of years in one table, which must not be added up."""


@dataclass(frozen=True)
class Dated:
    """The period of each row: its first month, counted from January of year 0, and the number of months in each."""

    first: np.ndarray[Any, np.dtype[np.int64]]
    length: int

    @property
    def calendar(self) -> bool:
        """Whether each period is a calendar year."""
        return self.length == MONTHS and not (self.first % MONTHS).any()

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
        return _one_length(data, column, _each(data[column].tolist()))
    if "year" not in data.columns:
        intake.no_other_year(data, taken)
        raise DataError("there is no column 'period' or 'year'; name the column of months or years: period_column=…")
    years = intake.years(data)
    if "month" not in data.columns:
        return Dated(years * MONTHS, MONTHS)
    months = numbers(data, "month")
    without = np.isnan(months)
    if without.any() and not without.all():
        rows = sorted([int(np.argmax(without)), int(np.argmin(without))])
        raise MixedPeriodsError(
            f"column 'month', {several_rows(data, rows)}: there are months, and years without a month; keep one of "
            "both: data[data['month'].notna()] are the months, data[data['month'].isna()] the years"
        )
    wrong = np.flatnonzero(~np.isin(months, range(1, MONTHS + 1))).tolist()
    if wrong:
        value = data["month"].iloc[wrong[0]]
        raise DataError(f"column 'month', {several_rows(data, wrong)}: {shown(value)} is no month; months are 1 to 12")
    return Dated(years * MONTHS + months.astype("int64") - 1, 1)


def parts_of_years(data: pd.DataFrame) -> Dated | None:
    """Return the periods of rows that are months or parts of years; None if rows are of years, or say nothing of it.

    Raises
    ------
    DataError
        If there are months and years, whose sum would count the same trade twice, or parts of a year that cannot be
        read, such as quarters.
    """
    if "period" not in data.columns and not {"year", "month"} <= set(data.columns):
        return None
    try:
        when = dated(data, None, ())
    except MixedPeriodsError:
        raise
    except DataError:
        # A column of this name that holds something else is none of ours: numbers beyond 12 may be a sum.
        named = "period" in data.columns
        if _is_part(data["period"].iloc[0]) if named else data["month"].dtype.kind not in "iuf":
            raise
        return None
    return None if when.calendar else when


def _is_part(value: object) -> bool:
    """Return whether a value is a part of a year of any kind, which no year has."""
    return type(value).__name__ == "Period" or (isinstance(value, str) and is_part_of_a_year(value))


def whole_years(data: pd.DataFrame) -> pd.DataFrame:
    """Refuse rows of months or parts of years where a chart would print their figures as those of whole years.

    Raises
    ------
    DataError
        Saying what the rows are of, and what to do.
    """
    parts = parts_of_years(data)
    if parts is not None:
        column = "period" if "period" in data.columns else "month"
        said = periods.months(int(parts.first[0]), parts.length).said()
        raise DataError(
            f"column {column!r} has parts of years, such as {said}, and this chart is of whole years: give those, or "
            "add up all months of each year"
        )
    return data


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


def _each(values: list[Any]) -> list[tuple[int, int] | None]:
    """Read every value; one that a column repeats, as months of many partners are, is read once."""
    found: dict[tuple[type, str], tuple[int, int] | None] = {}
    kinds = [(type(value), repr(value)) for value in values]
    for kind, value in zip(kinds, values, strict=True):
        if kind not in found:
            found[kind] = _read(value)
    return [found[kind] for kind in kinds]


def _read(value: object) -> tuple[int, int] | None:
    """Return the first month of a value and its length; None if it is neither a month nor a year, nor months."""
    if (one := of_pandas(value)) is not None:
        return one
    if isinstance(value, (dt.date, np.datetime64)) and not missing(value):
        day = value.astype("datetime64[D]").item() if isinstance(value, np.datetime64) else value
        return (day.year * MONTHS + day.month - 1, 1) if day.day == 1 else None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if isinstance(value, bool) else str(value).strip()
    if months := SPAN.fullmatch(text):
        first, last = (int(months[at]) * MONTHS + int(months[at + 1]) - 1 for at in (1, 3))
        valid = all(1 <= int(months[at]) <= MONTHS for at in (2, 4)) and 0 <= last - first < MONTHS
        return (first, last - first + 1) if valid else None
    found = MONTH.fullmatch(text)
    if found is None:
        return None
    if found[2] is None:
        return int(found[1]) * MONTHS, MONTHS
    return (int(found[1]) * MONTHS + int(found[2]) - 1, 1) if 1 <= int(found[2]) <= MONTHS else None


def _one_length(data: pd.DataFrame, name: Any, found: list[tuple[int, int] | None]) -> Dated:
    there = [each for each in found if each is not None]
    if len(there) < len(found):
        raise _no_period(data, name, [row for row, each in enumerate(found) if each is None])
    # Half-years differ by first month, so January to June and July to December count as two kinds.
    kinds = [(length, first % MONTHS if length > 1 else 0) for first, length in there]
    rows = {kind: kinds.index(kind) for kind in sorted(set(kinds))}
    if len(rows) > 1:
        raise MixedPeriodsError(
            f"column {name!r}, {several_rows(data, list(rows.values()))}: there are {_kinds(list(rows))}; keep one "
            f"of {'both' if len(rows) == 2 else 'them'}{_apart(data, name, kinds)}"
        )
    return Dated(np.array([first for first, _ in there], dtype="int64"), kinds[0][0])


def _kinds(kinds: list[tuple[int, int]]) -> str:
    """Return kinds of periods in words: "months and years"."""
    named = {(1, 0): "months", (MONTHS, 0): "years"}
    *rest, last = dict.fromkeys(named.get(kind, f"periods of {kind[0]} months") for kind in kinds)
    return f"{', '.join(rest)} and {last}" if rest else f"{last} that begin with different ones"


def _apart(data: pd.DataFrame, name: Any, kinds: list[tuple[int, int]]) -> str:
    """Return the calls that keep the months or the years, if the length of their text tells them apart."""
    short = [len(str(value)) == 4 for value in data[name].tolist()]
    if not any(short) or short != [kind == (MONTHS, 0) for kind in kinds] or len(set(kinds)) > 2:
        return ""
    size = f"data[data[{name!r}].astype(str).str.len()"
    return f": {size} > 4] are the months, {size} == 4] the years"


def _no_period(data: pd.DataFrame, name: Any, rows: list[int]) -> DataError:
    value = data[name].iloc[rows[0]]
    return DataError(f"column {name!r}, {several_rows(data, rows)}: {shown(value)} is not {EXAMPLE}")
