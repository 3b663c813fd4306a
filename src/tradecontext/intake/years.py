"""Parse calendar years from whole numbers, text, dates and periods; refuse months and quarters."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext.errors import DataError, shown
from tradecontext.intake.figures import missing, numbers, several_rows

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

YEAR_NAMES = {
    *("year", "years", "yr", "año", "años", "anio", "ano", "ejercicio", "année", "annee", "jahr", "anno", "rok"),
    *("time_period", "time", "date", "fecha", "datum", "data", "period", "periodo", "período", "month", "mes", "monat"),
    *("mois", "mese", "quarter", "refyear", "ref_year", "calendar_year", "fiscal_year"),
}
"""Names of a column of years, in the languages that publishers use most."""
PART_OF_A_YEAR = re.compile(
    r"(?P<year>\d{4})[-/ ]?m?[-/ ]?(?P<month>\d{1,2})|\d{4}[-/ ]?[qtw][-/ ]?\d{1,2}|\d{1,2}[-/.]\d{4}"
    r"|[a-zé]{3,9}\.?[-/ ]\d{4}",
    re.IGNORECASE,
)
"""Months and quarters as text: "2024-03", "2024M03", "2024-Q1", "03/2024", "Mar 2024"."""


def years(data: pd.DataFrame, name: Any = "year") -> np.ndarray[Any, np.dtype[np.int64]]:
    """Parse a column of calendar years to int64 (n,): numbers, text, dates at a year's start or end, or yearly periods.

    Raises
    ------
    DataError
        If a cell is not a year of four digits, with all rows; for months and quarters, with the call that adds them up.
    """
    import pandas as pd

    values = data[name]
    if pd.api.types.is_numeric_dtype(values) and not pd.api.types.is_bool_dtype(values):
        return _whole(numbers(data, name), data, name)
    listed = values.astype(object).tolist()
    dates = [_date(value) for value in listed]
    if any(date is not None for date in dates):
        return _of_dates(dates, listed, data, name)
    figures = np.array([_year_text(value) for value in listed], dtype="float64")
    return _whole(figures, data, name, listed)


def _date(value: object) -> dt.date | tuple[int, str] | None:
    """Return the date of a value, or the year and frequency of a period; None if it is neither."""
    if isinstance(value, np.datetime64):
        value = value.astype("datetime64[D]").item()
    if missing(value):
        return None
    if isinstance(value, dt.date):
        return value.date() if isinstance(value, dt.datetime) else value
    if type(value).__name__ == "Period":
        year, kind = int(getattr(value, "year", 0)), str(getattr(value, "freqstr", ""))
        return dt.date(year, int(getattr(value, "month", 1)), 2) if kind.startswith("M") else (year, kind)
    return _date_text(value.strip()) if isinstance(value, str) else None


def _is_month(part: re.Match[str]) -> bool:
    return part["month"] is not None and 1 <= int(part["month"]) <= 12 and int(part["year"]) > 0


def _date_text(text: str) -> dt.date | tuple[int, str] | None:
    if part := PART_OF_A_YEAR.fullmatch(text):
        if _is_month(part):
            return dt.date(int(part["year"]), int(part["month"]), 2)
        # "2023/24" is a fiscal year, not a month.
        return None if part["month"] else (0, "quarter")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}([T ][\d:.]+(Z|[+-]\d{2}:?\d{2})?)?", text):
        try:
            return dt.date.fromisoformat(text[:10])
        except ValueError:
            return None
    return None


def is_part_of_a_year(text: str) -> bool:
    """Return whether a text is a month, a quarter or a day: "2024-03", "Mar 2024", "2024-Q1", "2024-03-31"."""
    return _date_text(text.strip()) is not None


def _of_dates(
    dates: list[Any], listed: list[Any], data: pd.DataFrame, name: Any
) -> np.ndarray[Any, np.dtype[np.int64]]:
    wrong = [row for row, date in enumerate(dates) if date is None]
    if wrong:
        raise DataError(
            f"column {name!r}, {several_rows(data, wrong)}: {shown(listed[wrong[0]])} is not a calendar year"
        )
    days = {(date.month, date.day) for date in dates if isinstance(date, dt.date)}
    within = [row for row, date in enumerate(dates) if isinstance(date, tuple) and date[1][:1] not in {"Y", "A"}]
    # Dates count as years if all of them are the last day of a year, or all of them the first.
    if within or (days and days not in ({(12, 31)}, {(1, 1)})):
        first = within[0] if within else next(row for row, d in enumerate(dates) if (d.month, d.day) != (12, 31))
        months = {(date.year, date.month) for date in dates if isinstance(date, dt.date)}
        raise DataError(
            f"column {name!r} has parts of a year ({str(listed[first])[:20]}): add them up first: "
            f"{_added_up(data, name, months)}"
        )
    return np.array([date.year if isinstance(date, dt.date) else date[0] for date in dates], dtype="int64")


def _added_up(data: pd.DataFrame, name: Any, months: set[tuple[int, int]]) -> str:
    """Return the call that adds up months by year: all months or, if the last year is incomplete, those that it has."""
    text = f"data[{name!r}].astype(str).str.extract"
    call = (
        f".assign(year={text}(r'(\\d{{4}})', expand=False).astype(int))"
        f".groupby({_keys(data, name)!r}, as_index=False).sum(numeric_only=True)"
    )
    last = max((year for year, _ in months), default=0)
    there = sorted(month for year, month in months if year == last)
    if not there:
        return f"data{call}; if a year is incomplete, add a column with the months of its sum: '2025-01/2025-09'"
    if len(there) == 12:
        return f"data{call}"
    kept = [f"{month:02d}" for month in there]
    of_months = f".assign(period=lambda rows: rows['year'].map('{{0}}-{kept[0]}/{{0}}-{kept[-1]}'.format))"
    return (
        f"data[{text}(r'\\d{{4}}-?M?(\\d\\d)', expand=False).isin({kept!r})]{call}{of_months}; {last} has "
        f"{len(there)} of twelve months, and the column period says that the sums are of these"
    )


def _keys(data: pd.DataFrame, name: Any) -> list[Any]:
    """Return the columns to group by when months are added up: text columns and the year."""
    return [each for each in data.columns if each not in {name, "year"} and data[each].dtype.kind not in "iufbMm"] + [
        "year"
    ]


def _months(figures: np.ndarray[Any, np.dtype[np.float64]]) -> set[tuple[int, int]]:
    """Parse numbers such as 202403 into years and months."""
    return {(int(each) // 100, int(each) % 100) for each in figures.tolist() if each == each}  # noqa: PLR0124 (not NaN)


def _year_text(value: object) -> float:
    if isinstance(value, str):
        return float(value) if re.fullmatch(r"\s*\d{4}(\.0+)?\s*", value) else float("nan")
    try:
        return float(value) if not isinstance(value, bool) and not missing(value) else float("nan")  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        return float("nan")


def _whole(
    figures: np.ndarray[Any, np.dtype[np.float64]], data: pd.DataFrame, name: Any, listed: list[Any] | None = None
) -> np.ndarray[Any, np.dtype[np.int64]]:
    wrong = ~((figures >= 1000) & (figures <= 9999) & (figures == np.floor(figures)))
    if wrong.any():
        rows = np.flatnonzero(wrong).tolist()
        value = f"{figures[rows[0]]:g}" if listed is None else shown(listed[rows[0]])
        month = listed is None and 100_000 <= figures[rows[0]] <= 999_912
        raise DataError(
            f"column {name!r}, {several_rows(data, rows)}: {value} is not a calendar year"
            + (f"; if it is a month, add them up first: {_added_up(data, name, _months(figures))}" if month else "")
        )
    return figures.astype("int64")


def no_other_year(data: pd.DataFrame, taken: Collection[object]) -> None:
    """Refuse a frame without a column ``year`` whose years are in another column, except those in `taken`.

    Raises
    ------
    DataError
        Naming the column and the option to use; for months, with the call that adds them up.
    """
    for name in data.columns:
        if name in taken:
            continue
        values = data[name]
        whole = values.dtype.kind in "iu" and bool(((values >= 1900) & (values <= 2100)).all())
        if whole or values.dtype.kind == "M" or str(name).strip().casefold() in YEAR_NAMES:
            # A column of months raises here, with the call that adds them up.
            years(data, name)
            raise DataError(
                f"there is no column 'year', but {name!r} looks like one; name it: year_column={shown(name)}"
            )


def of_pandas(value: object) -> tuple[int, int] | None:
    """Return the first month of a pandas period, and its length in months; None if it is none, or not of whole months.

    Months are counted from January of year 0.
    """
    # The type is compared by name, so that pandas is not imported for it.
    if type(value).__name__ != "Period":
        return None
    start, end = (getattr(value, name) for name in ("start_time", "end_time"))
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    return (start.year * 12 + start.month - 1, length) if start.day == 1 and end.is_month_end else None


def year(value: object, option: str) -> int | None:
    """Check an option that is a calendar year, or None; a year may be text, a whole number of any kind or a period.

    Raises
    ------
    DataError
        If it is anything else.
    """
    if value is None:
        return None
    found = value
    if (isinstance(value, str) and re.fullmatch(r"\s*\d{4}\s*", value, re.ASCII)) or (
        isinstance(value, (float, np.floating)) and value == value // 1
    ):
        found = int(value)
    elif (months := of_pandas(value)) is not None and months[1] == 12 and months[0] % 12 == 0:
        found = months[0] // 12
    if not isinstance(found, (int, np.integer)) or isinstance(found, bool) or not 1000 <= found <= 9999:
        raise DataError(f"{option}={shown(value)} has to be a calendar year, for example {option}=2024")
    return int(found)
