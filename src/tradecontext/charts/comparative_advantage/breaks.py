"""Which years may be compared with those drawn, when there are breaks in a series."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def comparable(breaks: Sequence[int], years: Sequence[int], period: Sequence[int]) -> tuple[int, int] | None:
    """Return the first and the last year that no break parts from a period; None if a break lies within the period.

    Parameters
    ----------
    breaks : sequence of int
        First years after a break.
    years : sequence of int
        All years of the data.
    period : sequence of int
        Its first and last year.
    """
    first, last = period[0], period[-1]
    if any(first < year <= last for year in breaks):
        return None
    start = max((year for year in breaks if year <= first), default=years[0])
    return start, min((year - 1 for year in breaks if year > last), default=years[-1])
