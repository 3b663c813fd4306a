"""A country's average over a period, computed as the renderer does when a reader changes the period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tradecontext.text.exact import fraction, mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction


@dataclass(frozen=True)
class Average:
    """An average and the data it is computed from.

    Parameters
    ----------
    share : Fraction or None
        The unrounded average; None if no year of the period has data, or if a break lies between years with data.
    years : int
        How many years of the period have data.
    broken : int or None
        The first year after a break within the data of the period, which prevents an average.
    """

    share: Fraction | None
    years: int
    broken: int | None


def average(row: Mapping[str, Any], years: Sequence[int], method: str, period: Sequence[int]) -> Average:
    """Average one row of a spec over a period, including its first and last year.

    The renderer computes the same average exactly, in whole numbers, so that the figure that a page prints does not
    differ in its last digit from the figure in the headline.
    """
    if method == "published":
        given = row.get("average")
        return Average(None if given is None else fraction(given), 0, None)
    weights = row.get("totals") or [None] * len(years) if method == "ratio_of_sums" else [1.0] * len(years)
    used = [
        (share, weight)
        for year, share, weight in zip(years, row["shares"], weights, strict=True)
        if period[0] <= year <= period[1] and share is not None and weight is not None
    ]
    broken = _broken(row, years, period)
    found = None
    if used and broken is None:
        shares, of = zip(*used, strict=True)
        found = mean(shares, of if method == "ratio_of_sums" else None)
    return Average(found, len(used), broken)


def with_data(row: Mapping[str, Any], years: Sequence[int], period: Sequence[int]) -> list[int]:
    """Return the years of a period in which a row has a share."""
    there = zip(years, row["shares"], strict=True)
    return [year for year, share in there if share is not None and period[0] <= year <= period[1]]


def _broken(row: Mapping[str, Any], years: Sequence[int], period: Sequence[int]) -> int | None:
    """Return the first year after a break with data on both sides within the period, if there is such a break."""
    if not row.get("breaks"):
        return None
    there = with_data(row, years, period)
    return next((year for year in row["breaks"] if there and there[0] < year <= there[-1]), None)
