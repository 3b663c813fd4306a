"""Exact decimal arithmetic: a float stands for the shortest decimal text that denotes it.

A reader who subtracts 545.42 from 356.97 gets -188.45 and rounds that. Binary floating point gives a slightly
different number, which rounds to another tenth. A result with finitely many decimals is returned as the nearest float,
whose text is that decimal. The decimals of a mean or a ratio may never end, so it stays a fraction until it is printed
and is rounded only once.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Figures: TypeAlias = np.ndarray[tuple[int], np.dtype[np.float64]]

Figure: TypeAlias = float | Fraction
"""A figure as it was given, or an unrounded result computed from such figures."""
WHOLE = 2.0**52
"""Floats below this that are whole numbers are subtracted exactly."""
WIDE = Context(prec=2000)
"""Enough digits for sums and products of any floats to be exact, even of the largest with the smallest."""
LONG = Context(prec=60)
"""Enough digits of a quotient to find the float nearest to it."""


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))


def terms(value: Figure) -> tuple[int, int]:
    """Return a figure as a numerator and a denominator."""
    return (value if isinstance(value, Fraction) else _decimal(value)).as_integer_ratio()


def fraction(value: Figure) -> Fraction:
    """Return the exact fraction that the decimal text of a figure denotes."""
    return Fraction(*terms(value))


def difference(value: float, less: float) -> float:
    """Return one figure minus another; NaN if either is missing."""
    if value % 1 == 0 == less % 1 and max(abs(value), abs(less)) < WHOLE:
        return value - less + 0.0
    return float(WIDE.subtract(_decimal(value), _decimal(less)))


def differences(values: Figures, less: Figures) -> Figures:
    """Return figures minus others, row by row; whole ones, as most are, all at once, since that is far quicker."""
    with np.errstate(invalid="ignore", over="ignore"):
        whole = (values % 1 == 0) & (less % 1 == 0) & (np.maximum(abs(values), abs(less)) < WHOLE)
        found: Figures = values - less + 0.0
    for row in np.flatnonzero(~whole):
        found[row] = difference(float(values[row]), float(less[row]))
    return found


def total(values: Iterable[float]) -> float:
    """Return the sum of figures, which does not depend on their order; NaN if one is missing."""
    parts = list(values)
    if all(value % 1 == 0 for value in parts) and sum(map(abs, parts)) < WHOLE:
        return float(sum(parts)) + 0.0
    return float(_sum(map(_decimal, parts)))


def _sum(values: Iterable[Decimal]) -> Decimal:
    found = Decimal(0)
    for value in values:
        found = WIDE.add(found, value)
    return found


def scaled(values: Iterable[float], factor: float) -> list[float]:
    """Return figures times `factor`: 356.97 with the factor 1e9 (billions) is 356970000000."""
    if factor == 1:
        return list(values)
    times = _decimal(factor)
    return [float(WIDE.multiply(_decimal(value), times)) for value in values]


def mean(values: Sequence[float], weights: Sequence[float] | None = None) -> Fraction | None:
    """Return the mean, or the weighted mean with `weights`; None if there are no figures or their weights sum to 0."""
    parts = list(map(_decimal, values))
    if weights is None:
        return Fraction(_sum(parts)) / len(parts) if parts else None
    by = list(map(_decimal, weights))
    whole = _sum(by)
    return Fraction(_sum(map(WIDE.multiply, parts, by))) / Fraction(whole) if whole > 0 else None


def ratio(part: Figure, whole: Figure) -> Fraction:
    """Return one figure divided by another, which must not be 0."""
    (over, under), (of, by) = terms(part), terms(whole)
    return Fraction(over * by, under * of)


def quotient(part: float, whole: float) -> float:
    """Return the float nearest to `part` / `whole`; `whole` must not be 0. NaN if `part` is missing."""
    return float(LONG.divide(_decimal(part), _decimal(whole)))


def shared_out(parts: Sequence[Fraction], whole: int) -> list[int]:
    """Round parts to whole numbers that add up to `whole`, by the largest remainder method.

    Each part is rounded down or up. The parts with the largest remainders are rounded up; of equal remainders, the
    first.
    """
    found = [part.numerator // part.denominator for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda at: found[at] - parts[at])
    for at in by_remainder[: whole - sum(found)]:
        found[at] += 1
    return found


def rounded(value: Figure, decimals: int, power: int = 0) -> Decimal:
    """Round half away from zero, in units of ten to the `power`, on the exact decimal or fraction that a figure is."""
    over, under = terms(value)
    shift = decimals - power
    over, under = (over * 10**shift, under) if shift > 0 else (over, under * 10**-shift)
    size = (2 * abs(over) + under) // (2 * under)
    return WIDE.scaleb(Decimal(-size if over < 0 else size), -decimals)


def scale(size: float) -> int:
    """Return the power of ten for the unit of a figure of this size: billions, millions, thousands or ones."""
    return next((power for power in (9, 6, 3) if size >= 10**power), 0)
