"""Imports and exports of intermediate goods from the World Bank's WITS, which needs no key."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tradecontext import partners as names
from tradecontext.data import _tables as tables
from tradecontext.errors import DataError
from tradecontext.fetch import asked, services
from tradecontext.fetch.answers import ask_all
from tradecontext.measures.advantage import balassa
from tradecontext.readers import read_wits

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_INTERMEDIATE, _ALL = "UNCTAD-SoP2", "Total"


def input_shares(
    partners: Sequence[str] | str, supplier: str = "USA", years: Sequence[int] | int | None = None
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.input_shares`."""
    import pandas as pd

    (source,) = asked.codes(supplier, "supplier")
    importers = asked.codes(partners)
    if source in importers:
        raise DataError(f"partners: {source} is the supplier itself, which has no imports from there: leave it out")
    pairs = [(each, other) for each in importers for other in (source, "WLD")]
    read = read_wits(ask_all(services.WITS, [_asked(*pair, "MPRT-TRD-VL", _INTERMEDIATE) for pair in pairs]))
    first, last = asked.span(years, int(read["year"].min()), int(read["year"].max()))
    # A year without figures has a row too, so that it is seen, and an average over the period counts it as missing.
    every = pd.MultiIndex.from_product([importers, range(first, last + 1)], names=["partner", "year"])
    there = read[read["supplier"] == source].set_index(["partner", "year"]).reindex(every).reset_index()
    if there["share"].isna().all():
        raise DataError(f"WITS has no imports of intermediate goods from {source} for {first} to {last}: check years=")
    return pd.DataFrame(
        {
            "partner": there["partner"],
            "partner_name": [names.name(code) or code for code in there["partner"]],
            "year": there["year"].astype("int64"),
            "share": there["share"],
            "total": there["world_imports"],
            "supplier": source,
            "definition": pd.Categorical([read["definition"].iloc[0]] * len(there)),
        }
    )


def rca_intermediate_goods(partners: Sequence[str] | str, years: Sequence[int] | int | None = None) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.rca_intermediate_goods`."""
    import pandas as pd

    exporters = asked.codes(partners)
    shares = _export_shares(exporters, aggregates=False)
    world = _export_shares(["WLD"], aggregates=True)
    rows = shares.assign(world_share=shares["year"].map(world.set_index("year")["export_share"]))
    first, last = asked.span(years, int(rows["year"].min()), int(rows["year"].max()))
    rows = rows[rows["year"].between(first, last)].dropna(subset=["world_share"]).reset_index(drop=True)
    if rows.empty:
        raise DataError(f"WITS has no exports of intermediate goods for {first} to {last}: check years=")
    return pd.DataFrame(
        {
            "partner": rows["partner"],
            "partner_name": [names.name(code) or code for code in rows["partner"]],
            "year": rows["year"].astype("int64"),
            "rca": balassa(rows["export_share"], rows["world_share"]),
            "export_share": rows["export_share"],
            "world_share": rows["world_share"],
            "definition": pd.Categorical(["wits_rca_intermediate_goods"] * len(rows)),
        }
    )


def _export_shares(exporters: list[str], *, aggregates: bool) -> pd.DataFrame:
    """Return intermediate goods' share of all goods exports, by country and year."""
    totals = {}
    for product in (_INTERMEDIATE, _ALL):
        files = [_asked(each, "WLD", "XPRT-TRD-VL", product) for each in exporters]
        read = read_wits(ask_all(services.WITS, files), flow="exports", world=True, aggregates=aggregates)
        totals[product] = read.set_index(["partner", "year"])["exports"]
    share = (totals[_INTERMEDIATE] / totals[_ALL]).dropna()
    return share.rename("export_share").reset_index()


def _asked(reporter: str, partner: str, indicator: str, product: str) -> tuple[str, dict[str, str]]:
    """Return the address of all years of a pair: of the dimensions of an address, two at most may be "all"."""
    who = f"reporter/{_code(reporter)}/year/all/partner/{_code(partner)}"
    return f"{who}/product/{product}/indicator/{indicator}", {"format": "JSON"}


@cache
def _codes() -> dict[str, str]:
    known = tables.table("wits_partners.csv")
    return dict(zip(known["partner"], known["wits_code"].str.lower(), strict=True))


def _code(partner: str) -> str:
    return _codes().get(partner, partner.lower())
