"""Imports and exports of intermediate goods from the World Bank's WITS, which needs no key."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from tradecontext import partners as names
from tradecontext.errors import DataError
from tradecontext.fetch import arguments, services
from tradecontext.fetch.answers import ask_each
from tradecontext.measures.advantage import balassa
from tradecontext.readers import read_wits
from tradecontext.readers._wits_names import code

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

_INTERMEDIATE, _ALL = "UNCTAD-SoP2", "Total"
_PRODUCTS = {_INTERMEDIATE: "Intermediate goods", _ALL: "All Products"}
_EXPORTS = "exports of intermediate goods by {}"


def input_shares(
    partners: Sequence[str] | str | None, supplier: Sequence[str] | str = "USA", years: arguments.Years = None
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.input_shares`."""
    import pandas as pd

    source, importers = arguments.one(supplier, "supplier"), arguments.needed(partners)
    if source in importers:
        raise DataError(f"partners: {source} is the supplier itself, which has no imports from there: leave it out")
    wanted = arguments.chosen(years, services.WITS)
    pairs = [(each, other) for each in importers for other in (source, "WLD")]
    found = ask_each(services.WITS, [_address(*pair, "MPRT-TRD-VL", _INTERMEDIATE) for pair in pairs])
    lost = {importer for (importer, _), answer in zip(pairs, found, strict=True) if answer is None}
    what = f"imports of intermediate goods from {source} by {{}}"
    if lost:
        raise arguments.without(services.WITS, what, lost, importers)
    with warnings.catch_warnings():
        # The warning advises to ask for the World, as this call already did.
        warnings.filterwarnings("ignore", "read_wits left out shares of [^;]*; ask for the World[^;]*$")
        read = _of_product(read_wits([each for each in found if each]), _INTERMEDIATE)
    # A year without figures has a row too, so that it is seen, and an average over the period counts it as missing.
    rows = wanted if arguments.named(years) else [y for y in wanted if read["year"].min() <= y <= read["year"].max()]
    every = pd.MultiIndex.from_product([importers, rows], names=["partner", "year"])
    there = read[read["supplier"] == source].set_index(["partner", "year"]).reindex(every).reset_index()
    if there["share"].isna().all():
        raise arguments.without(services.WITS, what, importers, importers, rows)
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


def rca_intermediate_goods(partners: Sequence[str] | str | None, years: arguments.Years = None) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.rca_intermediate_goods`."""
    import pandas as pd

    exporters, wanted = arguments.needed(partners), arguments.chosen(years, services.WITS)
    shares = _export_shares(exporters, aggregates=False)
    world = _export_shares(["WLD"], aggregates=True)
    rows = shares.assign(world_share=shares["year"].map(world.set_index("year")["export_share"]))
    rows = rows[rows["year"].isin(wanted)].dropna(subset=["world_share"]).reset_index(drop=True)
    if lost := set(exporters) - set(rows["partner"]):
        raise arguments.without(services.WITS, _EXPORTS, lost, exporters, wanted if years is not None else ())
    arguments.tell_missing(years, wanted, rows["year"], services.WITS)
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
    wanted = [(each, product) for product in (_INTERMEDIATE, _ALL) for each in exporters]
    addresses = [_address(each, "WLD", "XPRT-TRD-VL", product) for each, product in wanted]
    found = ask_each(services.WITS, addresses, bundled="rca_intermediate_goods")
    if lost := {exporter for (exporter, _), answer in zip(wanted, found, strict=True) if answer is None}:
        raise arguments.without(services.WITS, _EXPORTS, lost, exporters)
    totals = {}
    for product in (_INTERMEDIATE, _ALL):
        files = [answer for (_, of), answer in zip(wanted, found, strict=True) if of == product and answer]
        read = _of_product(read_wits(files, flow="exports", world=True, aggregates=aggregates), product)
        totals[product] = read.set_index(["partner", "year"])["exports"]
    share = (totals[_INTERMEDIATE] / totals[_ALL]).dropna()
    if (share > 1).any():
        raise DataError(f"{services.WITS.called} answered with more exports of intermediate goods than of all goods")
    return share.rename("export_share").reset_index()


def _of_product(read: pd.DataFrame, product: str) -> pd.DataFrame:
    """Return what was read of answers if they are of the product that was asked for."""
    if wrong := sorted(set(read["product"]) - {_PRODUCTS[product]}):
        raise DataError(f"{services.WITS.called} answered with figures of {', '.join(wrong)}, not {_PRODUCTS[product]}")
    if (read[[each for each in ("imports", "world_imports", "exports") if each in read]] < 0).any(axis=None):
        raise DataError(f"{services.WITS.called} answered with amounts below 0, which no trade has: try another day")
    return read


def _address(reporter: str, partner: str, indicator: str, product: str) -> tuple[str, dict[str, str]]:
    """Return the address of all years of a pair: of the dimensions of an address, two at most may be "all"."""
    pair = f"reporter/{code(reporter)}/year/all/partner/{code(partner)}"
    return f"{pair}/product/{product}/indicator/{indicator}", {"format": "JSON"}
