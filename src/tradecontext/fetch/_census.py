"""US goods trade from the Census Bureau's workbook, which needs no key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.fetch import asked, services
from tradecontext.fetch.answers import ask
from tradecontext.readers import read_census

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from tradecontext.intake.periods import By


def us_goods_trade(
    by: By = "year", partners: Sequence[str] | str | None = None, years: Sequence[int] | int | None = None
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.us_goods_trade`."""
    wanted = None if partners is None else asked.codes(partners)
    first, last = asked.span(years, 1985, 9999)
    frame = read_census(ask(services.CENSUS, "country.xlsx"), by=by)
    kept = frame[frame["year"].between(first, last) & (True if wanted is None else frame["partner"].isin(wanted or []))]
    if kept.empty:
        have = f"{frame['year'].min()} to {frame['year'].max()}"
        raise DataError(f"the Census Bureau's workbook has no such partner and year; it has {have}")
    return kept.reset_index(drop=True)
