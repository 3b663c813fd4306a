"""Figures by month, over twelve months, to date or by year, added up from those of the data; and where lines cross."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from tradecontext.intake.dated import MONTHS
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

BY = ("month", "twelve_months", "year_to_date", "year")
"""What one figure is of: a month, the twelve months that end with it, a year up to the last month, or a year."""
OF_MONTHS = ("month", "twelve_months")
"""The kinds of figures of which each ends with another month."""


def windows(by: str, first: int, last: int, length: int) -> list[tuple[int, int]]:
    """Return the first and the last month of each figure that lie within the data, in their order.

    Parameters
    ----------
    by : str
        One of :data:`BY`.
    first, last : int
        The first and the last month of the data, counted from January of year 0.
    length : int
        Number of months in each row of the data.
    """
    if by == "month":
        return [(month, month) for month in range(first, last + 1)]
    if by == "twelve_months":
        return [(month - MONTHS + 1, month) for month in range(first + MONTHS - 1, last + 1)]
    end = last % MONTHS if by == "year_to_date" else MONTHS - 1
    start = 0 if length == 1 else end - length + 1
    years = [year * MONTHS for year in range(first // MONTHS, last // MONTHS + 1)]
    return [(year + start, year + end) for year in years if first <= year + start and year + end <= last]


def added(
    figures: Mapping[int, float], spans: Sequence[tuple[int, int]], breaks: Collection[int], length: int
) -> list[float | None]:
    """Return the sum of a partner's figures in each span; None if one is missing or the series breaks within.

    Parameters
    ----------
    figures : mapping
        Figures by the first month of their period.
    spans : sequence
        The first and the last month of each sum.
    breaks : collection of int
        The first months after a break.
    length : int
        Number of months in each figure.
    """
    found: list[float | None] = []
    for first, last in spans:
        parts = [figures.get(month, float("nan")) for month in range(first, last + 1, length)]
        broken = any(first < month <= last for month in breaks)
        total = float("nan") if broken or any(map(isnan, parts)) else exact.total(parts)
        found.append(None if isnan(total) else total + 0.0)
    return found


def crossing(one: Sequence[float | None], other: Sequence[float | None], breaks: Collection[int]) -> int | None:
    """Return where the first of two series last passed the other and has stayed beyond it since; None if it did not.

    Figures that are equal, or missing in one of the series, are passed over. Across one of the `breaks`, the places of
    first figures after a break, nothing is compared.
    """
    gaps = [
        (place, exact.difference(a, b))
        for place, (a, b) in enumerate(zip(one, other, strict=True))
        if a is not None and b is not None and a != b
    ]
    for (earlier, before), (place, gap) in zip(reversed(gaps[:-1]), reversed(gaps[1:]), strict=True):
        if gap <= 0 or any(earlier < each <= place for each in breaks):
            return None
        if before < 0:
            return place
    return None
