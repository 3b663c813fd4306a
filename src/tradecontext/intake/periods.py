"""Periods of figures: a calendar year, or some months of one or two years; and columns of these."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from tradecontext.errors import DataError, shown
from tradecontext.intake.figures import TOLD
from tradecontext.intake.years import of_pandas
from tradecontext.intake.years import year as calendar_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd

    from tradecontext.text.language import Language

By = Literal["year", "month", "year_to_date"]
BY: tuple[By, ...] = ("year", "month", "year_to_date")
"""What one row of a table is of: a year, a month, or the months from January to the last one published."""

LONGEST = 12
"""Longest period in months: the figures of a longer one could not be assigned to a year."""


@dataclass(frozen=True)
class Period:
    """A calendar year, or months from a first to a last one (both included), as (year, month)."""

    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def year(self) -> int:
        """The year to which a table assigns the figures: that of the last month."""
        return self.last[0]

    @property
    def length(self) -> int:
        """Number of months; zero or less if the first is after the last."""
        return (self.last[0] - self.first[0]) * 12 + self.last[1] - self.first[1] + 1

    @property
    def whole(self) -> bool:
        """Whether it is a calendar year."""
        return (self.first[1], self.last[1]) == (1, 12) and self.first[0] == self.last[0]

    def same_months(self, other: Period) -> bool:
        """Return whether two periods consist of the same months."""
        apart = [each.last[0] - each.first[0] for each in (self, other)]
        return (self.first[1], self.last[1], apart[0]) == (other.first[1], other.last[1], apart[1])

    def before(self, year: int) -> Period:
        """Return the period of the same months that ends in `year`."""
        back = self.year - year
        return Period((self.first[0] - back, self.first[1]), (year, self.last[1]))

    def text(self) -> str:
        """Return the period as text in options and specs, "2025-01/2025-09"."""
        return "/".join(f"{year}-{month:02d}" for year, month in (self.first, self.last))

    def said(self) -> str:
        """Return the period as a message and an option have it: "2025", "2025-02", or its first and last month."""
        return str(self.year) if self.whole else self.text()[: 7 if self.length == 1 else None]

    def words(self, language: Language) -> str:
        """Return the period in a reader's language: "2025", or its first and last month."""
        return language.whole(self.year) if self.whole else language.months(self.first, self.last)


def span(value: object) -> By:
    """Check an option that says what one row is of.

    Raises
    ------
    DataError
        If it is none of :data:`BY`.
    """
    if value not in BY:
        raise DataError(f"by={shown(value)} has to be one of {', '.join(map(repr, BY))}")
    return BY[BY.index(value)]


def column(
    year: np.ndarray[Any, np.dtype[np.int64]],
    month: np.ndarray[Any, np.dtype[np.int64]] | None = None,
    length: int = 1,
) -> pd.arrays.PeriodArray | list[str]:
    """Return a column of periods: years, or as many months as `length`, which begin with the given ones.

    Years and months are pandas periods; several months are text, "2025-01/2025-09". pandas has periods of several
    months too, but prints and writes their first month alone, which a file would be read back with.
    """
    import pandas as pd

    # pandas counts years and months from 1970.
    if month is None:
        return pd.arrays.PeriodArray(year - 1970, dtype=pd.PeriodDtype("Y"))
    if length == 1:
        return pd.arrays.PeriodArray((year - 1970) * 12 + month - 1, dtype=pd.PeriodDtype("M"))
    first = (year * 12 + month - 1).tolist()
    text = {each: months(each, length).text() for each in set(first)}
    return [text[each] for each in first]


def calendar(year: int) -> Period:
    """Return a calendar year."""
    return Period((year, 1), (year, 12))


def months_of(text: str) -> Period:
    """Parse the text that :meth:`Period.text` returns."""
    first, last = (tuple(map(int, each.split("-"))) for each in text.split("/"))
    return Period((first[0], first[1]), (last[0], last[1]))


def months(first: int, length: int) -> Period:
    """Return the period of so many months from a first one, which is counted from January of year 0."""
    (year, month), (last_year, last_month) = (divmod(each, 12) for each in (first, first + length - 1))
    return Period((year, month + 1), (last_year, last_month + 1))


def missing_months(lacking: Sequence[int], length: int = 1) -> str:
    """Say of periods, by their first months, that they are missing: "2025-03 and 2025-04 are missing"."""
    named = [months(month, length).said() for month in lacking[:TOLD]]
    if len(lacking) > TOLD:
        return f"{', '.join(named)} and {len(lacking) - TOLD} more are missing"
    return f"{named[0]} is missing" if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]} are missing"


def period(value: object, option: str) -> Period | None:
    """Parse an option that is a year, a month, a first and a last month, a pandas period of these, or None.

    Raises
    ------
    DataError
        If it is anything else, or longer than a year.
    """
    example = f"for example {option}='2025-01/2025-09'"
    wrong = DataError(f"{option}={shown(value)} has to be a year, a month, or a first and a last month, {example}")
    if isinstance(value, (tuple, list, dt.date)):
        raise wrong
    if type(value).__name__ == "Period":
        of_months = of_pandas(value)
        if of_months is None or of_months[1] > LONGEST:
            raise wrong
        return months(*of_months)
    if value is None or not isinstance(value, str):
        whole = calendar_year(value, option)
        return None if whole is None else calendar(whole)
    found = re.fullmatch(r"\s*(\d{4})(?:-(\d{2})(?:/(\d{4})-(\d{2}))?)?\s*", value)
    if found is None:
        raise wrong
    year, month, last_year, last_month = (int(each) if each else None for each in found.groups())
    if month is None:
        return calendar(year or 0)
    first = (year or 0, month)
    last = first if last_year is None else (last_year, last_month or 0)
    if not 1 <= first[1] <= 12 or not 1 <= last[1] <= 12:
        raise DataError(f"{option}={shown(value)}: months are 01 to 12, {example}")
    asked = Period(first, last)
    if not 1 <= asked.length <= LONGEST:
        why = "has to be one to twelve months, the first not after the last"
        raise DataError(f"{option}={shown(value)} {why}, {example}")
    return asked
