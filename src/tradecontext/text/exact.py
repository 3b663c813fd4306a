"""Arithmetic on figures as they are written: a float stands for its shortest decimal text.

A reader who takes 545.42 from 356.97 gets -188.45, and rounds that; the processor's own difference is a little less,
and rounds to another tenth. What ends after some decimals comes back as the float nearest to it, which prints as that
decimal. A mean or a ratio may never end: it stays a fraction until it is printed, so that no rounding goes before.
"""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Figure: TypeAlias = float | Fraction
"""A figure as it was given, or what was made of such without rounding."""
WIDE = Context(prec=2000)
"""Room for the digits of products of any floats, the largest beside the smallest."""
LONG = Context(prec=60)
"""Digits enough of a quotient for the float nearest to it."""


def _decimal(value: float) -> Decimal:
    return Decimal(repr(float(value)))


def terms(value: Figure) -> tuple[int, int]:
    """Return a figure as two whole numbers, the first over the second."""
    return (value if isinstance(value, Fraction) else _decimal(value)).as_integer_ratio()


def fraction(value: Figure) -> Fraction:
    """Return a figure as the fraction that its text is."""
    return Fraction(*terms(value))


def difference(value: float, less: float) -> float:
    """Return one figure less another; NaN where either is missing."""
    return float(WIDE.subtract(_decimal(value), _decimal(less)))


def total(values: Iterable[float]) -> float:
    """Return the sum of figures, in any order the same; NaN where one is missing."""
    return float(_sum(map(_decimal, values)))


def _sum(values: Iterable[Decimal]) -> Decimal:
    found = Decimal(0)
    for value in values:
        found = WIDE.add(found, value)
    return found


def scaled(values: Iterable[float], factor: float) -> list[float]:
    """Return figures in units of which each was `factor`: 356.97 billions are 356970000000."""
    if factor == 1:
        return list(values)
    times = _decimal(factor)
    return [float(WIDE.multiply(_decimal(value), times)) for value in values]


def mean(values: Sequence[float], weights: Sequence[float] | None = None) -> Fraction | None:
    """Return the mean, every figure counting the same, or by its weight; None of no figures, or no weight."""
    parts = list(map(_decimal, values))
    if weights is None:
        return Fraction(_sum(parts)) / len(parts) if parts else None
    by = list(map(_decimal, weights))
    whole = _sum(by)
    return Fraction(_sum(map(WIDE.multiply, parts, by))) / Fraction(whole) if whole > 0 else None


def ratio(part: Figure, whole: Figure) -> Fraction:
    """Return one figure over another, which is not 0."""
    (over, under), (of, by) = terms(part), terms(whole)
    return Fraction(over * by, under * of)


def quotient(part: float, whole: float) -> float:
    """Return the float nearest to one figure over another, which is not 0; NaN where the first is missing."""
    return float(LONG.divide(_decimal(part), _decimal(whole)))


def shared_out(parts: Sequence[Fraction], whole: int) -> list[int]:
    """Return parts of a whole number as whole numbers that add up to it, each the one below or the one above.

    The one above goes to the parts with the largest remainders; of equal ones, to the first.
    """
    found = [part.numerator // part.denominator for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda at: found[at] - parts[at])
    for at in by_remainder[: whole - sum(found)]:
        found[at] += 1
    return found
