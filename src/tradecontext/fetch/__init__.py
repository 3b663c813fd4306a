"""Current figures, fetched from their publishers' services, each with a receipt.

Functions return frames with the columns of those of :mod:`tradecontext.data`, and the column ``receipt``, which names
what was received, where and when. Raw answers are kept as files in a folder of the platform's for caches, or in that
which the environment variable ``TRADECONTEXT_CACHE`` names. An answer is asked for again after a day; if the service
then fails, the kept one is taken with a warning that says its date. Keys are read from environment variables
(``CENSUS_API_KEY``, ``COMTRADE_API_KEY``, ``BEA_API_KEY``), and stand nowhere else.

Needs the extra ``tradecontext[live]``. Nothing is imported or asked before a function is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

__all__ = ["input_shares", "rca_intermediate_goods", "us_goods_trade"]


def __dir__() -> list[str]:
    """Return the names that completion offers."""
    return __all__


def us_goods_trade(
    by: Literal["year", "month"] = "year",
    partners: Sequence[str] | str | None = None,
    years: Sequence[int] | int | None = None,
) -> pd.DataFrame:
    """Fetch US trade in goods by partner, Census basis, from 1985 to the last month published.

    Parameters
    ----------
    by : {"year", "month"}
        Complete years, or months.
    partners : sequence of str, optional
        All if not given.
    years : int or (int, int), optional
        A year, or the first and the last; all if not given.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`tradecontext.data.us_goods_trade`, and receipt.

    Raises
    ------
    DataError
        If the service gives no figures and none are kept, or has no such partner or year. The message says what to do.
    """
    from tradecontext.fetch import census

    return census.us_goods_trade(by, partners, years)


def input_shares(
    partners: Sequence[str] | str, supplier: str = "USA", years: Sequence[int] | int | None = None
) -> pd.DataFrame:
    """Fetch a supplier's share of the intermediate goods that countries import, from WITS.

    A year for which WITS has no figures is a row without a share, so that
    ``tc.measures.average_share(frame, period=(1994, 2022))`` says how many years an average has.

    Parameters
    ----------
    partners : sequence of str
        The importing countries.
    supplier : str
        The supplying country.
    years : int or (int, int), optional
        A year, or the first and the last; all that WITS has if not given.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year, share (fraction), total (imports of intermediate goods from the world, US dollars),
        supplier, definition, vintage, receipt.

    Raises
    ------
    DataError
        As :func:`us_goods_trade`.
    """
    from tradecontext.fetch import wits

    return wits.input_shares(partners, supplier, years)


def rca_intermediate_goods(partners: Sequence[str] | str, years: Sequence[int] | int | None = None) -> pd.DataFrame:
    """Fetch countries' exports from WITS, and compute their comparative advantage in intermediate goods (Balassa).

    Parameters
    ----------
    partners : sequence of str
        The exporting countries.
    years : int or (int, int), optional
        A year, or the first and the last; all that WITS has if not given.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year, rca, export_share, world_share (fractions), definition, vintage, receipt.

    Raises
    ------
    DataError
        As :func:`us_goods_trade`.
    """
    from tradecontext.fetch import wits

    return wits.rca_intermediate_goods(partners, years)
