"""Figures that come with the package, each with its source, vintage and definition.

Every function returns a fresh frame, so that changing one changes no other. Nothing is read before it is
asked for, and nothing is fetched from the network.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from tradecontext.errors import DataError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["partners", "sources", "us_goods_trade", "us_share_of_imports"]

_CENSUS_VINTAGES = ("2025-04", "2025-10")
_WITS_DEFINITION = "wits_us_share_of_goods_imports"
_WITS_VINTAGE = "2025-08"


@cache
def _table(file_name: str) -> pd.DataFrame:
    import pandas as pd

    with resources.files(__name__).joinpath(file_name).open("rb") as file:
        # Only the empty cell is missing: "NA" is Namibia.
        text = {"census_code": str, "wits_code": str, "partner": str, "iso2": str}
        return pd.read_csv(file, keep_default_na=False, na_values=[""], dtype=text)


def us_goods_trade(vintage: str = "2025-10", *, aggregates: bool = False) -> pd.DataFrame:
    """Return US trade in goods by partner and year, Census basis, not seasonally adjusted.

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
        must not share a series.
    aggregates : bool
        Return the aggregates instead of the countries: World (``WLD``), European Union (``EUN``), regions.
        The sum of countries is not exactly the World row. Four definitions are among them: see the column.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year (int), exports, imports, balance (whole US dollars; balance is exports
        minus imports), vintage, definition (categorical). ``attrs["source"]`` has the source in words,
        ``attrs["left_out"]`` a list of what is not in the frame and why.

    Raises
    ------
    DataError
        When there is no such vintage.
    """
    from tradecontext.data import _census

    if vintage not in _CENSUS_VINTAGES:
        known = " and ".join(repr(label) for label in _CENSUS_VINTAGES)
        raise DataError(f"vintage: there is no {vintage!r}; the package has {known}")
    table = _table(f"us_goods_trade_{vintage}.csv")
    rows = table[["census_code", "year"]].assign(
        name="", imports=table["imports_musd"] * 1e6, exports=table["exports_musd"] * 1e6
    )
    frame, left_out = _census.tidy(rows, vintage=vintage, aggregates=aggregates)
    frame.attrs["left_out"] = left_out
    return frame


def us_share_of_imports(*, aggregates: bool = False) -> pd.DataFrame:
    """Return the United States' share of each country's goods imports, as published by WITS, 1988-2021.

    All goods, so not a share of intermediate inputs. WITS lists the share only when the US is among the
    country's five largest suppliers: a missing year is not a zero. Fifty country-years in which a second
    WITS download gives another figure (by more than half a percentage point) are left out, among them
    Switzerland 2000-2009 and some years of Ireland, Belgium, Austria, Norway, Brazil, Chile and Panama.
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
    import pandas as pd

    from tradecontext import partners as names
    from tradecontext import provenance

    table = _table("us_share_of_imports.csv").merge(_table("wits_partners.csv"), on="wits_code", how="left")
    table = table[(table["row_type"] == "aggregate") == aggregates]
    conflict = table["us_share_pct"].isna()
    left_out = [
        f"{partner} {', '.join(str(year) for year in rows['year'])}: two WITS downloads disagree"
        for partner, rows in table[conflict].groupby("partner")
    ]
    table = table[~conflict].sort_values(["partner", "year"], ignore_index=True)
    named = [names.name(partner) or name for partner, name in zip(table["partner"], table["name"], strict=True)]
    frame = pd.DataFrame(
        {
            "partner": table["partner"],
            "partner_name": named,
            "year": table["year"].astype("int64"),
            # Two decimals of a percent are four of a fraction: what is beyond them is division's noise.
            "share": (table["us_share_pct"] / 100).round(4),
            "vintage": pd.Categorical([_WITS_VINTAGE] * len(table)),
            "definition": pd.Categorical([_WITS_DEFINITION] * len(table)),
        }
    )
    source = provenance.find(_WITS_DEFINITION, _WITS_VINTAGE)
    frame.attrs["source"] = source.as_dict() if source else {}
    frame.attrs["left_out"] = left_out
    return frame


def partners() -> pd.DataFrame:
    """Return the partners: codes, names in four languages, and trade agreements where checked.

    Returns
    -------
    pandas.DataFrame
        partner, iso2 (missing where ISO has none in use), name_en, name_es, name_pt, name_fr (CLDR; former
        countries in English only), usmca (bool), us_fta (agreement in force with the US in 2024, by name),
        us_fta_partner_2024 and eu_member_2024 (nullable booleans). In the last three, missing means that the
        partner was not checked, or for us_fta that there is no agreement: see us_fta_partner_2024.
    """
    table = _table("partners.csv").copy()
    table["usmca"] = table["usmca"].astype(bool)
    flags = ["us_fta_partner_2024", "eu_member_2024"]
    table[flags] = table[flags].astype("boolean")
    return table


def sources() -> pd.DataFrame:
    """Return where the figures come from: one row a table and vintage.

    Returns
    -------
    pandas.DataFrame
        definition, vintage, publisher, title, url, licence, licence_status (says plainly where terms were
        not confirmed), obtained, text (a chart's source line in English), definition_text.
    """
    import pandas as pd

    from tradecontext import provenance

    return pd.DataFrame(
        [{**source.as_dict(), "definition_text": source.definition_text()} for source in provenance.registered()]
    )
