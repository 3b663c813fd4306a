"""Current figures, fetched from their publishers' services, each with a receipt.

Functions return frames with the columns of those of :mod:`tradecontext.data`, and the column ``receipt``, which names
what was received, where and when. Raw answers are kept as files in a folder of the platform's for caches, or in that
which the environment variable ``TRADECONTEXT_CACHE`` names. An answer is asked for again after a day; if the service
then fails, the kept one is taken with a warning that says its date. Keys are read from environment variables
(``CENSUS_API_KEY``, ``COMTRADE_API_KEY``, ``BEA_API_KEY``), and stand nowhere else.

Arguments are read in one way by all functions. `years` is a year (``2024``), a tuple of the first and the last
(``(1994, 2022)``; ``(2015, None)`` is all from 2015 on), or a list, range or column of exactly the wanted ones
(``[2012, 2018, 2024]``). A year that a service cannot have is refused with those it has; one that it does not have yet
is left out with a warning. Countries are given by code or name, one or several; those of which a service has no figures
are refused all at once.

Needs the extra ``tradecontext[live]``. Nothing is imported or asked before a function is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradecontext.fetch import services
from tradecontext.fetch.calls import call

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from tradecontext.fetch.arguments import Years
    from tradecontext.intake.periods import By
    from tradecontext.measures import MRIO

__all__ = ["comtrade", "icio", "input_shares", "rca_intermediate_goods", "tiva", "us_balances", "us_goods_trade"]


def __dir__() -> list[str]:
    """Return the names that completion offers."""
    return __all__


@call(services.CENSUS)
def us_goods_trade(  # noqa: PLR0913
    by: By = "year",
    partners: Sequence[str] | str | None = None,
    years: Years = None,
    *,
    by_product: Literal["hs", "enduse", "naics", "sitc"] | None = None,
    by_state: bool = False,
    duties: bool = False,
) -> pd.DataFrame:
    """Fetch US trade in goods by partner, Census basis, from 1985 to the last month published.

    Parameters
    ----------
    by : {"year", "month", "year_to_date"}
        Complete years, months, or the months of each year to the last one published.
    partners : sequence of str, optional
        All if not given.
    years : int, (int, int) or list of int, optional
        A year; a tuple of the first and the last; or a list of exactly the wanted ones. All if not given.
    by_product : {"hs", "enduse", "naics", "sitc"}, optional
        Split the trade of complete years from 2010 on by chapters of the Harmonised System, end use, industry or
        section of SITC. This, `by_state` and `duties` ask the Census Bureau's API, which needs ``CENSUS_API_KEY`` and
        `partners`.
    by_state : bool
        Split it by state: of origin for exports, of destination for imports.
    duties : bool
        Fetch duties: imports for consumption (customs value), the duties calculated on them, and their ratio.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`tradecontext.data.us_goods_trade`, and receipt; with `by_product` or `by_state` also
        product or state, with its name; with `duties` dutiable_basis, duties and rate instead of the flows.

    Raises
    ------
    DataError
        If the service gives no figures and none are kept, or has no such partner or year. The message says what to do.
    """
    from tradecontext.fetch import _census, _census_api

    if by_product is not None or by_state or duties:
        return _census_api.parts(by, partners, years, by_product, by_state=by_state, duties=duties)
    return _census.us_goods_trade(by, partners, years)


@call(services.WITS)
def input_shares(partners: Sequence[str] | str, supplier: str = "USA", years: Years = None) -> pd.DataFrame:
    """Fetch a supplier's share of the intermediate goods that countries import, from WITS.

    A year for which WITS has no figures is a row without a share, so that
    ``tc.measures.average_share(frame, period=(1994, 2022))`` says how many years an average has.

    Parameters
    ----------
    partners : sequence of str
        The importing countries.
    supplier : str
        The supplying country.
    years : int, (int, int) or list of int, optional
        A year; a tuple of the first and the last; or a list of exactly the wanted ones. All that WITS
        has if not given.

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
    from tradecontext.fetch import _wits

    return _wits.input_shares(partners, supplier, years)


@call(services.WITS)
def rca_intermediate_goods(partners: Sequence[str] | str, years: Years = None) -> pd.DataFrame:
    """Fetch countries' exports from WITS, and compute their comparative advantage in intermediate goods (Balassa).

    Parameters
    ----------
    partners : sequence of str
        The exporting countries.
    years : int, (int, int) or list of int, optional
        A year; a tuple of the first and the last; or a list of exactly the wanted ones. All that WITS
        has if not given.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year, rca, export_share, world_share (fractions), definition, vintage, receipt.

    Raises
    ------
    DataError
        As :func:`us_goods_trade`.
    """
    from tradecontext.fetch import _wits

    return _wits.rca_intermediate_goods(partners, years)


@call(services.COMTRADE)
def comtrade(  # noqa: PLR0913
    reporter: Sequence[str] | str,
    partners: Sequence[str] | str,
    flow: Literal["imports", "exports"] = "imports",
    product: str | None = None,
    years: Years = None,
    *,
    intermediate: bool = False,
    mirror: bool = False,
) -> pd.DataFrame:
    """Fetch imports or exports from UN Comtrade: previews of 500 rows, or whole answers with ``COMTRADE_API_KEY``.

    Parameters
    ----------
    reporter : str or sequence of str
        Who reports the figures.
    partners : sequence of str
        The suppliers, or for exports the markets. The World is fetched beside them, for shares.
    flow : {"imports", "exports"}
        Which flow.
    product : str, optional
        A code of the Harmonised System of two, four or six digits, as text; all goods if not given.
    years : int, (int, int) or list of int, optional
        A year; a tuple of the first and the last; or a list of exactly the wanted ones. The ten years
        before this one if not given.
    intermediate : bool
        Fetch intermediate goods (BEC, rev. 4) in place of a product.
    mirror : bool
        Add the column mirror: what the other side reports of the same flow. Imports are counted with freight and
        insurance, exports without.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`tradecontext.readers.read_comtrade`, and receipt.

    Raises
    ------
    DataError
        As :func:`us_goods_trade`.
    """
    from tradecontext.fetch import _comtrade

    return _comtrade.comtrade(reporter, partners, flow, product, years, intermediate=intermediate, mirror=mirror)


@call(services.TIVA)
def tiva(partners: Sequence[str] | str, reporter: str = "USA", years: Years = None) -> pd.DataFrame:
    """Fetch balances as traded and in value added, and the content of both flows by origin, from the OECD, 1995-2022.

    Goods and services. Content is the share of each origin in a flow (TiVA, IMGRVA) times the flow (EXGR, IMGR); value
    added is that in the other's final demand (FFD_DVA).

    Parameters
    ----------
    partners : sequence of str
        The partners.
    reporter : str
        Whose balances these are.
    years : int, (int, int) or list of int, optional
        A year; a tuple of the first and the last; or a list of exactly the wanted ones. All if not given.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`tradecontext.data.value_added_balances` without the steps between the balances, and
        receipt. For the steps fetch a table: :func:`icio`.

    Raises
    ------
    DataError
        As :func:`us_goods_trade`.
    """
    from tradecontext.fetch import _tiva

    return _tiva.tiva(partners, reporter, years)


def icio(year: int) -> MRIO:
    """Fetch an inter-country input-output table of the OECD, edition 2025: a zip of some years, about 170 MB, once.

    A progress bar is shown in a terminal or notebook if tqdm is installed (the extra ``tradecontext[icio]``). A
    download that was stopped is taken up where it stopped.

    Parameters
    ----------
    year : int
        1995 to 2022.

    Returns
    -------
    tradecontext.measures.MRIO
        As :func:`tradecontext.readers.read_icio` returns it.

    Raises
    ------
    DataError
        As :func:`us_goods_trade`.
    """
    from tradecontext.fetch import _icio

    return _icio.icio(year)


@call(services.BEA)
def us_balances(
    of: Literal["goods", "services", "both"] = "both",
    partners: Sequence[str] | str | None = None,
    years: Years = None,
) -> pd.DataFrame:
    """Fetch US exports, imports and balances from the Bureau of Economic Analysis, which needs ``BEA_API_KEY``.

    Balance of payments basis, seasonally adjusted where a figure is; goods differ from those of the Census Bureau.

    Parameters
    ----------
    of : {"goods", "services", "both"}
        What is traded.
    partners : sequence of str, optional
        All countries of the BEA's list if not given.
    years : int, (int, int) or list of int, optional
        A year; a tuple of the first and the last; or a list of exactly the wanted ones. All if not given.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year, exports, imports, balance (US dollars), definition, vintage, receipt.

    Raises
    ------
    DataError
        As :func:`us_goods_trade`.
    """
    from tradecontext.fetch import _bea

    return _bea.us_balances(of, partners, years)
