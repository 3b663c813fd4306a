"""Figures that come with the package, each with its source, vintage and definition.

Every function returns a new frame, so that a change to one does not affect others. Files are read only when they are
asked for, and nothing is fetched from the network: complete years end in 2024, in other tables earlier.
:mod:`tradecontext.fetch` has functions of the same names that fetch what was published since.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.data import _tables as tables
from tradecontext.data._accounts import us_content_estimates, value_added_balances
from tradecontext.errors import DataError
from tradecontext.intake.recipe import recorded

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.data._wiod import Of, Scope
    from tradecontext.intake.periods import By

__all__ = [
    "breaks",
    "input_shares",
    "intermediate_goods",
    "partners",
    "rca_intermediate_goods",
    "sources",
    "us_content_estimates",
    "us_goods_trade",
    "us_share_of_imports",
    "value_added_balances",
]


def __dir__() -> list[str]:
    """Return the names that completion offers."""
    return __all__


_CENSUS_VINTAGES = ("2025-04", "2025-10")
_WITH_MONTHS = "2025-04"


@recorded
def us_goods_trade(vintage: str | None = None, *, by: By = "year", aggregates: bool = False) -> pd.DataFrame:
    """Return US trade in goods by partner and year or month, Census basis, not seasonally adjusted.

    It ends in 2024; :func:`tradecontext.fetch.us_goods_trade` fetches what was published since.

    General imports and total exports in current dollars. Partners are those of the US Census Bureau's own
    country list. Former countries keep their ISO 3166-3 code (SUN, CSK, YUG, SCG, ANT); territories without
    a code, and codes whose territory later changed, have the Census code: ``US-5082`` Gaza Strip,
    ``US-5083`` West Bank, ``US-7320`` Sudan to July 2011, ``US-7740`` Ethiopia to June 1993, ``US-4802``
    Serbia with Kosovo 2007-2008. In the year of such a change, each of the two rows holds some months only.

    Parameters
    ----------
    vintage : {"2025-10", "2025-04"}
        ``"2025-10"``: revised figures, retrieved by October 2025, 2013-2024. ``"2025-04"``: as published by
        April 2025, with the first-published figures for 2024, 1985-2024. The two differ from 2022 on and
        must not share a series. By year, the default is the revised one; only ``"2025-04"`` has months.
    by : {"year", "month", "year_to_date"}
        What one row is of: a year; a month, to February 2025; or the first two months of a year, so that those of 2025
        are compared with the same months of the years before.
    aggregates : bool
        Return the aggregates instead of the countries: World (``WLD``), European Union (``EUN``), regions. The sum of
        countries is not exactly the World row. The aggregates have four definitions: see the column ``definition``.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year (int), period (a pandas period of a year or a month; for the year to date text,
        "2025-01/2025-02"), exports, imports, balance (whole US dollars; balance is exports minus imports), vintage,
        definition (categorical). ``attrs["source"]`` has the source in words, ``attrs["left_out"]`` a list of what is
        not in the frame and why.

    Raises
    ------
    DataError
        If there is no such vintage, or none of these periods.
    """
    from tradecontext.data import _census
    from tradecontext.intake import periods

    span = periods.span(by)
    if vintage is None:
        vintage = _CENSUS_VINTAGES[-1] if span == "year" else _WITH_MONTHS
    if vintage not in _CENSUS_VINTAGES:
        known = " and ".join(repr(label) for label in _CENSUS_VINTAGES)
        raise DataError(f"vintage: there is no {vintage!r}; the package has {known}")
    length = 1
    if span == "year":
        goods = tables.table(f"us_goods_trade_{vintage}.csv")
        rows = goods[["census_code", "year"]].assign(
            name="", imports=goods["imports_musd"] * 1e6, exports=goods["exports_musd"] * 1e6
        )
    elif vintage == _WITH_MONTHS:
        rows, length = _census.bundled_months(tables.table(f"us_goods_trade_months_{vintage}.csv"), span)
    else:
        raise DataError(f"by={by!r}: the package has no months of vintage {vintage!r}, only of {_WITH_MONTHS!r}")
    frame, left_out = _census.tidy(rows, vintage=vintage, aggregates=aggregates, length=length)
    frame.attrs["left_out"] = left_out
    return frame


@recorded
def us_share_of_imports(*, aggregates: bool = False) -> pd.DataFrame:
    """Return the United States' share of each country's goods imports, as published by WITS, 1988-2021.

    The share is of all goods, not of intermediate inputs. WITS lists it only if the US is among the country's five
    largest suppliers: a missing year is not a zero. Fifty country-years are left out because a second WITS download
    gives another figure (by more than half a percentage point), among them Switzerland 2000-2009 and some years of
    Ireland, Belgium, Austria, Norway, Brazil, Chile and Panama.
    Taiwan is the row that WITS calls "Other Asia, nes".

    Parameters
    ----------
    aggregates : bool
        Return the aggregates instead of the countries: World, European Union and the World Bank's regions.

    Returns
    -------
    pandas.DataFrame
        partner (the importer), partner_name, year (int), share (fraction 0-1), vintage, definition
        (categorical). ``attrs["source"]`` and ``attrs["left_out"]`` as in :func:`us_goods_trade`.
    """
    from tradecontext.data import _wits

    return _wits.us_share_of_imports(aggregates=aggregates)


@recorded
def input_shares(scope: Scope = "goods", of: Of = "imported", *, aggregates: bool = False) -> pd.DataFrame:
    """Return the United States' share of the inputs that each country's industries use, 1995-2011.

    Computed by this package's makers from the World Input-Output Database, 2013 release; nobody published these
    numbers. Inputs are what industries of every kind buy and use up in production, without finished goods for consumers
    and investors. Values are in current US dollars at basic prices. There are 39 countries, without Vietnam, Thailand,
    Malaysia and Switzerland, and without the United States itself.

    Each choice of `scope` and `of` is a definition of its own, and none may be combined with WITS figures in one
    series. The input-output table assumes that imports of one kind are used in the same way whatever country they come
    from.

    Parameters
    ----------
    scope : {"goods", "manufactures"}
        Products of farming, mining and manufacturing (industries c1-c16), or of manufacturing only (c3-c16).
    of : {"imported", "all"}
        Share of imported inputs, or of all inputs of the scope, domestic ones included.
    aggregates : bool
        Return the rest of the world (``ROW``) instead of the countries.

    Returns
    -------
    pandas.DataFrame
        partner (the country that uses the inputs), partner_name, year (int), share (fraction 0-1), supplier
        (always ``USA``), vintage, definition (categorical). With ``of="imported"`` also look_through_share (US
        share of the value added that countries other than the importer put into the same inputs, 0-1) and total
        (the imported inputs, US dollars). ``attrs["source"]`` and ``attrs["left_out"]`` as in
        :func:`us_goods_trade`.

    Raises
    ------
    DataError
        If `scope` or `of` is not one of these.

    References
    ----------
    M. P. Timmer, E. Dietzenbacher, B. Los, R. Stehrer and G. J. de Vries (2015), "An Illustrated User Guide to
    the World Input-Output Database", Review of International Economics 23: 575-605.
    """
    from tradecontext.data import _wiod

    return _wiod.input_shares(scope, of, aggregates=aggregates)


@recorded
def intermediate_goods(*, aggregates: bool = False) -> pd.DataFrame:
    """Return each country's trade in intermediate goods with the world, as published by WITS, 1988-2021.

    Intermediate goods are a UNCTAD stage of processing, as WITS applies it: raw materials are a stage of their own, and
    parts of machinery may be among capital goods. Coverage is the share of the four stages (raw materials,
    intermediate, consumer and capital goods) in all trade. It is below 1 where part of trade is not assigned to a
    stage, and above 1 for the Dominican Republic's imports in 2018, 2020 and 2021, as published. Coverage changes from
    year to year in many countries: look at it before comparing years.

    Parameters
    ----------
    aggregates : bool
        Return the aggregates instead of the countries: World, European Union and the World Bank's regions.

    Returns
    -------
    pandas.DataFrame
        partner (the reporting country), partner_name, year (int), exports, imports (US dollars), export_share,
        import_share (fraction of all the country's exports or imports), export_coverage, import_coverage
        (fraction; missing where a stage has no figure), break_before (bool: not comparable with the years
        before, see :func:`breaks`), vintage, definition (categorical). A figure that WITS does not publish
        is missing. ``attrs["source"]`` and ``attrs["left_out"]`` as in :func:`us_goods_trade`.
    """
    from tradecontext.data import _wits

    return _wits.intermediate_goods(aggregates=aggregates)


@recorded
def rca_intermediate_goods(*, aggregates: bool = False) -> pd.DataFrame:
    """Return revealed comparative advantage in intermediate goods, 1988-2021.

    Balassa's index: the share of intermediate goods in a country's exports over their share in the world's.
    Computed by this package's makers from shares that WITS publishes with two decimals of a percent; WITS
    publishes no such index. The world is WITS's own World row, which covers the reporting countries of the year. See
    :func:`tradecontext.measures.rca` for the formula, :func:`intermediate_goods` for what is counted.

    Parameters
    ----------
    aggregates : bool
        Return the aggregates instead of the countries: World (1 by definition), European Union, regions.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year (int), rca, export_share, world_share (fractions), coverage (of exports),
        break_before, vintage, definition (categorical). ``attrs["source"]`` as in :func:`us_goods_trade`;
        ``attrs["left_out"]`` lists the years without a published share.
    """
    from tradecontext.data import _wits

    return _wits.rca(aggregates=aggregates)


def breaks(definition: str | None = None) -> pd.DataFrame:
    """Return the known breaks in the bundled series: years that do not compare with the years before.

    Only breaks with evidence in the publisher's own figures are listed. A series without one may still have a break.

    Parameters
    ----------
    definition : str, optional
        Only those of this definition.

    Returns
    -------
    pandas.DataFrame
        definition, partner, year (int; the first year after the break), and what changed, in a column for each language
        of the package: text_en and others.
    """
    from tradecontext.data import _breaks

    return _breaks.breaks(definition)


def partners() -> pd.DataFrame:
    """Return the partners: codes, names in several languages, and trade agreements where checked.

    Returns
    -------
    pandas.DataFrame
        partner, iso2 (missing where ISO has none in use), its names in several languages (name_en and others, from
        CLDR; former countries in English only), usmca (bool), us_fta (agreement in force with the US in 2024, by name),
        us_fta_partner_2024 and eu_member_2024 (nullable booleans). In the last two, missing means that the partner was
        not checked. In us_fta it may also mean that there is no agreement: see us_fta_partner_2024.
    """
    table = tables.table("partners.csv").copy()
    table["usmca"] = table["usmca"].astype(bool)
    flags = ["us_fta_partner_2024", "eu_member_2024"]
    table[flags] = table[flags].astype("boolean")
    return table


def sources() -> pd.DataFrame:
    """Return the sources of the figures: one row for each table and vintage.

    Returns
    -------
    pandas.DataFrame
        definition, vintage, publisher, title, url, licence, licence_status (says so if terms were not confirmed),
        obtained, text (a chart's source line in English), definition_text.
    """
    import pandas as pd

    from tradecontext.intake import provenance

    return pd.DataFrame(
        [{**source.as_dict(), "definition_text": source.definition_text()} for source in provenance.registered()]
    )
