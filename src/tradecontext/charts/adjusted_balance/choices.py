"""Reading the options that only AdjustedBalance has."""

from __future__ import annotations

import numpy as np

from tradecontext.charts.options import choice
from tradecontext.errors import DataError, shown

VIEWS = ("content", "value_added", "bridge")
MOST = 290
"""Rows a chart has room for, beside those of sums."""


def view(value: object, natural: str) -> str:
    """Return the author's view, or `natural`, the view that suits the data.

    Raises
    ------
    DataError
        If there is no such view.
    """
    return natural if value is None else choice(value, "view", VIEWS)


def share(value: object) -> float | None:
    """Return the assumed share of content, or None.

    Raises
    ------
    DataError
        If it is not a number from 0 to 1.
    """
    if value is None:
        return None
    if not isinstance(value, (int, float, np.number)) or isinstance(value, bool) or not 0 <= value <= 1:
        raise DataError(f"us_content={shown(value)} has to be a fraction of 0 to 1, such as 0.3 for 30 cents, or None")
    return value if isinstance(value, (int, float)) else value.item()
