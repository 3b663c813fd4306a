"""US goods trade from the Census Bureau's workbook, which needs no key."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.fetch import arguments, services
from tradecontext.fetch.answers import ask
from tradecontext.fetch.problems import NothingFoundError
from tradecontext.readers import read_census

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from tradecontext.intake.periods import By


def us_goods_trade(
    by: By = "year", partners: Sequence[str] | str | None = None, years: arguments.Years = None
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.us_goods_trade`."""
    service = services.CENSUS
    if partners is not None and "USA" in partners:
        raise DataError("partners: USA is the reporter itself: leave it out")
    wanted = arguments.chosen(years, service)
    answer = ask(service, "country.xlsx", bundled="us_goods_trade")
    with warnings.catch_warnings():
        # Who asks for certain years need not be told of another that is left out.
        if arguments.named(years):
            warnings.filterwarnings("ignore", r"read_census left out \d{4}: only")
        frame = read_census(answer, by=by)
    of_years = frame[frame["year"].isin(wanted)]
    if of_years.empty:
        have = (
            f"{'complete years from' if by == 'year' else 'months of'} {frame['year'].min()} to {frame['year'].max()}"
        )
        raise NothingFoundError(
            f"years: {service.called}'s workbook has no figures of {arguments.listed(wanted)}"
            f"{' yet' if min(wanted) > frame['year'].max() else ''}; it has {have}"
        )
    if partners is not None:
        lost = set(partners) - set(of_years["partner"])
        if lost:
            raise arguments.without(service, "goods trade with {}", lost, partners, wanted if years is not None else ())
        of_years = of_years[of_years["partner"].isin(partners)]
    more = "; by='month' has the months published so far" if by == "year" else ""
    arguments.tell_missing(years, wanted, of_years["year"], service, more)
    return of_years.reset_index(drop=True)
