"""Which periods are drawn: those between the first and the last that the option ``period`` names."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan, nan
from typing import TYPE_CHECKING

from tradecontext import intake
from tradecontext.charts.balance_over_time.read import text, when
from tradecontext.charts.balance_over_time.sums import OF_MONTHS
from tradecontext.errors import DataError, shown
from tradecontext.intake.dated import MONTHS
from tradecontext.intake.periods import missing_months

if TYPE_CHECKING:
    from tradecontext.charts.balance_over_time.read import Trade

Spans = list[tuple[int, int]]


def within(spans: Spans, by: str, value: object) -> Spans:
    """Return the periods between the first and the last that the option names.

    Parameters
    ----------
    spans : list of (int, int)
        The first and the last month of each period in the data, counted from January of year 0.
    by : str
        What one figure is of.
    value : object
        The option.

    Raises
    ------
    DataError
        If it is not two years or months in their order, if it names months of figures by year, or if the data begins
        or ends within them.
    """
    if not spans:
        raise DataError("the months of the data make no whole period to draw; give more of them, or choose by='month'")
    if value is None:
        return spans
    example = "for example period=(2000, '2025-02')"
    if isinstance(value, (str, bytes)) or not isinstance(value, Sequence) or len(value) != 2:
        raise DataError(f"period={shown(value)} has to be the first and the last year or month drawn, {example}")
    (first, first_end), (last_start, last) = (when(each, "period") for each in value)
    if first > last:
        raise DataError(f"period={shown(value)}: the first is after the last, {example}")
    if by not in OF_MONTHS:
        _no_months(value, (spans[0][1] // MONTHS, spans[-1][1] // MONTHS))
    ends = [text(each, 1 if by in OF_MONTHS else MONTHS) for _, each in (spans[0], spans[-1])]
    if last < spans[0][1] or first > spans[-1][1]:
        raise DataError(f"period={shown(value)}: no figure lies between the two (there are {ends[0]} to {ends[1]})")
    if first_end < spans[0][1]:
        raise DataError(f"period={shown(value)}: the first figure is of {ends[0]}; begin there, or later")
    if last_start > spans[-1][1]:
        raise DataError(f"period={shown(value)}: the last figure is of {ends[1]}; end there, or earlier")
    found = [span for span in spans if first <= span[1] <= last]
    if not found:
        raise DataError(f"period={shown(value)}: no figure lies between the two (there are {ends[0]} to {ends[1]})")
    return found


def _no_months(value: Sequence[object], there: tuple[int, int]) -> None:
    """Refuse months of figures by year: the years that they are in would be drawn whole, or not at all.

    `there` are the first and the last year that can be drawn.
    """
    asked = [intake.period(each, "period") for each in value]
    if not all(each is None or each.whole for each in asked):
        years = tuple(min(max(each.year, there[0]), there[1]) for each in asked if each is not None)
        raise DataError(
            f"period={shown(value)}: the figures are of years; ask for years, period={years}, or draw months, for "
            "example by='twelve_months', of a table that has them"
        )


def lacking(read: Trade, code: str, spans: Spans) -> str:
    """Say which months of the periods drawn a partner lacks, if it has others of them; else an empty text."""
    figures = read.figures[code]
    wanted = range(spans[0][0], spans[-1][1] + 1, read.length)
    without = [month for month in wanted if isnan(figures.get(month, nan))]
    return "" if len(without) == len(wanted) else f", since {missing_months(without, read.length)}"
