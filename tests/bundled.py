"""Bundled tables that take long to read, once a process; nobody may change them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import tradecontext as tc

if TYPE_CHECKING:
    import pandas as pd


@cache
def months() -> pd.DataFrame:
    """Return the goods trade by month, which has a hundred thousand rows."""
    return tc.data.us_goods_trade(by="month")


@cache
def recent() -> pd.DataFrame:
    """Return the same from 2023 on, for what does not depend on how many rows there are."""
    return months()[months()["year"] >= 2023]
