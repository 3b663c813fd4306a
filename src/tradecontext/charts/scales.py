"""Ticks of scales: round amounts from zero, and round years between a first and a last one."""

from __future__ import annotations

from fractions import Fraction
from math import floor, log10
from typing import TYPE_CHECKING

from tradecontext.text.exact import fraction, rounded

if TYPE_CHECKING:
    from tradecontext.text.language import Language

MOST_TICKS = 5
STEPS = (1, 2, Fraction(5, 2), 5, 10, 20, 50)
YEARS = (1, 2, 5, 10, 20, 50, 100)
MOST_YEARS = 7
PARTS = (4, 5, 3, 6, 2)
"""Into how many equal parts the years of an axis are divided, the best first."""
SLIVER = 0.25
"""Lines may pass the first or the last tick by this share of a step between two ticks."""


def ticks(low: float, high: float, unit: Fraction | None = None, most: int = MOST_TICKS) -> list[float]:
    """Return multiples of a round amount, of whole units if there is one, from beyond `low` to beyond `high`.

    There are at most as many as `most`.
    """
    if low == high:
        return [0.0]
    base = Fraction(10) ** floor(log10((high - low) / most))
    steps = [step for step in (base * each for each in STEPS) if not unit or step % unit == 0]

    def ends(step: Fraction) -> tuple[int, int]:
        # A mark at an end of the scale would be read as being cut off there.
        first, last = (fraction(end) // step + 1 if end else 0 for end in (-low, high))
        return first, last

    step = next((each for each in steps if sum(ends(each)) < most), steps[-1])
    first, last = ends(step)
    return [float(place * step) for place in range(-first, last + 1)]


def tick(value: float, power: int, language: Language) -> str:
    """Print a tick in units of ten to the `power`, with as many decimals as it needs."""
    exact = fraction(value) / 10**power
    size = next((decimals for decimals in range(6) if rounded(value, decimals, power) == exact), 6)
    return language.number(value, size, power)


def round_years(first: int, last: int) -> list[int]:
    """Return the years printed on an axis: the first, the last, and between them years at one distance.

    Where none of `PARTS` divides the years, those between are round years that leave room for both.
    """
    length = last - first
    if length < MOST_YEARS:
        return list(range(first, last + 1))
    even = [length // parts for parts in PARTS if length % parts == 0]
    if even:
        step = next((each for each in even if each % 5 == 0), even[0])
        return list(range(first, last + 1, step))
    for step in YEARS:
        found = [
            year
            for year in range(first + 1, last)
            if year % step == 0 and 2 * (year - first) >= step and 2 * (last - year) >= step
        ]
        if len(found) + 2 <= MOST_YEARS:
            return [first, *found, last]
    return [first, last]


def even_years(first: int, last: int) -> list[int]:
    """Return round years evenly apart, after the first one and up to the last: few enough for an axis."""
    found: list[int] = []
    for step in YEARS:
        found = [year for year in range(first + 1, last + 1) if year % step == 0]
        if len(found) + 2 <= MOST_YEARS:
            break
    return found
