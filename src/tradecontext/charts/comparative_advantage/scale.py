"""The logarithmic scale of indices: its last tick, and where it ends."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SCALES = {2: 3, 4: 6, 8: 12, 16: 16, 32: 32, 64: 64}
"""Where a scale ends, by its last tick: on a short one there is room for an index that passes the tick by little."""


def last_tick(indices: Sequence[Fraction]) -> int:
    """Return the last tick of the smallest of `SCALES` that covers all indices and their dots; it is symmetric about 1.

    An index of 0 has no place on a logarithmic scale. It is drawn at the edge, as are indices that the largest scale
    does not cover.
    """
    largest = max((max(index, 1 / index) for index in indices if index), default=Fraction(1))
    return next((tick for tick, end in SCALES.items() if largest <= end * Fraction(9, 10)), 64)
