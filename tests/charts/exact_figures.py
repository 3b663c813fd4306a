"""Made-up figures, exact arithmetic on them that shares nothing with the package, and what a chart prints of them."""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction
from html import unescape
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tradecontext.outputs.embed import safe

CODES = ["MEX", "CAN", "CHN", "DEU", "VNM", "IRL"]
MINUS = "\N{MINUS SIGN}"
FLOW = st.integers(100, 10**8).map(lambda each: each / 10**4)
"""Billions with up to four decimals, from ten million to ten trillion."""
SHARE = st.integers(1, 10**4).map(lambda each: each / 10**4)
FEW = settings(max_examples=40, deadline=None)


def exact(value: float) -> Fraction:
    return Fraction(repr(float(value)))


def half_up(value: Fraction, decimals: int = 1, *, signed: bool = False) -> str:
    """Round a fraction half away from zero with integer arithmetic alone, and format it."""
    size = int(abs(value) * 10**decimals + Fraction(1, 2))
    digits = str(size).rjust(decimals + 1, "0")
    whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    text = f"{int(whole):,}" + (f".{rest}" if decimals else "")
    sign = MINUS if value < 0 and size else "+" if signed and value > 0 else ""
    return sign + text


def of_unit(*values: Fraction) -> int:
    """Return how many units of a column are a billion; the largest figure determines the unit."""
    size = max(map(abs, values))
    return next(10 ** (9 - power) for power in (9, 6, 3, 0) if size * 10 ** (9 - power) >= 1 or not power)


def table(chart: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(chart.to_csv().removeprefix("\ufeff"))))


def page(chart: Any) -> str:
    return unescape(re.sub(r"<[^>]*>", "|", safe(chart.present())))
