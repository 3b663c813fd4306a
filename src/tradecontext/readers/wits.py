"""Read trade by reporter and partner from the World Bank's WITS: its bulk files, workbooks and exports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from tradecontext import data
from tradecontext.errors import DataError, caution, shown
from tradecontext.readers import _trade, _wits_files, _wits_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.readers._opening import FileLike
    from tradecontext.readers._trade import Flow

_PUBLISHER = _trade.Publisher("World Bank WITS", "https://wits.worldbank.org/")
#: Largest difference between two downloads of the same published share, which rounds to four decimals of a fraction.
_PRINTED = 0.000051
#: Share of years that have to agree before figures count as those of all goods; restatements make some years differ.
_MOST = 0.8


def read_wits(  # noqa: PLR0913 (each says which part of a file is wanted)
    path_or_buffer: FileLike | Sequence[FileLike],
    product: str | None = None,
    *,
    flow: Flow = "imports",
    world: bool = False,
    aggregates: bool = False,
    vintage: str | None = None,
) -> pd.DataFrame:
    """Read imports or exports by reporter, supplier or market, and year from WITS.

    Formats are told apart by their content:

    - the bulk file ``en_XXX_AllYears_WITS_Trade_Summary.CSV``;
    - the workbooks of a country's pages (need the extra ``tradecontext[excel]``) and their CSV files: by partner for
      one year or for all (sheets ``Partner`` and ``Partner-Timeseries``), by product for one partner
      (``Product-TimeSeries-Product``), and the table of one code of the Harmonised System;
    - the older export with semicolons, and the result of an advanced query;
    - the answers of the API in SDMX-JSON, and the frames that the package world_trade_data makes of them, saved as CSV.

    For the share of intermediate goods imports that comes from each supplier, download the page of a country's
    imports by partner for "Intermediate goods". Where the file does not name the product (a table of shares does
    not), say so: ``read_wits(path, product="Intermediate goods")``. The bulk file has partners for all products only,
    and only the five largest.

    A page of one product has amounts and no shares. The share is then the supplier's amount over the World's, where
    the file has a row of the World, else over all suppliers' in it, added up; the definition says which, and a chart
    prints it. Where neither is known, as in the file of a single pair, a share is missing. Regions and other groups
    ("East Asia & Pacific", "European Union") are not suppliers: like the World, they are left out of the rows, and they
    are never added to their members.

    Parameters
    ----------
    path_or_buffer : path, open file, or list of them
        The bulk file comes one a country: pass several in a list.
    product : str, optional
        As WITS calls it: "Intermediate goods", "All Products", …, ``"SoP2"``, or the code of a tariff line, as
        ``"870899"``. Chooses one where the file names the products; has to be given where it does not.
    flow : {"imports", "exports"}
        Which flow to return.
    world : bool
        Return the rows whose partner is the World, by product, instead of those by partner.
    aggregates : bool
        Return the figures of reporting groups (World, European Union, regions) instead of the countries'.
    vintage : str, optional
        Label of the vintage. By default made from the data, ``"data through 2021"``; two downloads of the same
        years at different dates then have the same label, so name it when that matters.

    Returns
    -------
    pandas.DataFrame
        partner (the reporting country, whose imports or exports these are), partner_name, supplier and
        supplier_name (for exports market, market_name), product, year (int), imports (or exports; US dollars),
        world_imports (or world_exports; the same with the World, where the file has it), share (fraction 0-1 of
        the partner's imports of the product that come from the supplier, as published or as above), product_share
        (the product's fraction of all imports from that supplier, as published), vintage, definition.
        ``world=True`` drops supplier, world_imports and share. A missing figure is NaN, never 0. Suppliers that are
        no country have a code that begins with ``WITS-``. ``attrs["source"]`` names the table, and
        ``attrs["left_out"]`` lists what is left out.

    Raises
    ------
    DataError
        If a file is missing, empty, damaged, another publisher's, or an error message of the service; if it does not
        name the product and none is given, or the given one is not what the shares are of; if its suppliers together
        are larger than the World. The message says which, where, and what to do.
    """
    _trade.check_flow(flow)
    if product is not None and not (isinstance(product, str) and product.strip()):
        raise DataError(f"product={shown(product)} has to be a text, for example product='Intermediate goods'")
    files = list(path_or_buffer) if isinstance(path_or_buffer, (list, tuple)) else [path_or_buffer]
    if not files:
        raise DataError("read_wits was given an empty list: pass a path, an open file, or a list of them")
    parts: list[pd.DataFrame] = []
    skipped: dict[str, int] = {}
    called = ""
    for file in files:
        table, called = _wits_files.load(file)
        rows, others = _wits_files.long(table, called, product)
        parts.append(rows)
        for name, count in others.items():
            skipped[name] = skipped.get(name, 0) + count
    together = called if len(files) == 1 else "the files together"
    rows, left_out = _chosen(pd.concat(parts, ignore_index=True), together, product, flow)
    if not rows["named"].all():
        _not_everything(rows, together, str(product), flow)
    if skipped:
        listed = ", ".join(list(skipped)[:4]) + (", …" if len(skipped) > 4 else "")
        what = "indicator" if len(skipped) == 1 else "indicators"
        left_out.insert(0, f"{len(skipped)} other {what} ({listed})")
    frame = _trade.tidy(
        rows, together, _PUBLISHER, flow=flow, world=world, aggregates=aggregates, vintage=vintage, left_out=left_out
    )
    _trade.warn(left_out, "read_wits")
    return frame


def _chosen(rows: pd.DataFrame, called: str, product: str | None, flow: str) -> tuple[pd.DataFrame, list[str]]:
    """Keep one flow and, if asked for, one product; return the rows and what is left out."""
    left_out = []
    if product is not None:
        wanted = _wits_names.product_name(product).casefold()
        same = rows["product"].str.casefold() == wanted
        if not same.any():
            have = ", ".join(sorted(set(rows["product"])))
            raise DataError(f"{called}: product={product!r} is not in the file, which has {have}")
        if not same.all():
            left_out.append(f"other products ({', '.join(sorted(set(rows['product'][~same]))[:4])})")
        rows = rows[same]
    ours = rows["flow"] == flow
    if not ours.all():
        other = rows["flow"][~ours].iloc[0]
        left_out.append(f"{other}: flow={other!r} reads them")
    blank = ours & rows["figure"].isna()
    if blank.any():
        left_out.append(f"{int(blank.sum()):,} blank cells, which are missing and not 0")
    rows = rows[ours & ~blank]
    # Converting floats leaves noise beyond cents, and beyond the tenth decimal of a fraction: it is rounded away.
    figure = rows["figure"].round(2).where(rows["measure"] == "value", rows["figure"].round(10))
    reporters, others = (_wits_names.identify(rows[name]) for name in ("reporter_name", "other_name"))
    named = rows[["system", "product"]].drop_duplicates().itertuples(index=False, name=None)
    definitions = {
        (system, product): "_".join(["wits", flow, *([system] if system else []), _slug(product)])
        for system, product in named
    }
    made = pd.DataFrame(
        {
            "reporter": rows["reporter_name"].map(lambda name: reporters[name][0]),  # pyright: ignore[reportArgumentType]
            "reporter_is_aggregate": rows["reporter_name"].map(lambda name: reporters[name][1]).astype(bool),  # pyright: ignore[reportArgumentType]
            "other": rows["other_name"].map(lambda name: others[name][0]),  # pyright: ignore[reportArgumentType]
            "other_is_aggregate": rows["other_name"].map(lambda name: others[name][1]).astype(bool),  # pyright: ignore[reportArgumentType]
            "whole_list": rows["whole_list"],
            "product": rows["product"],
            "named": rows["named"],
            "definition": [definitions[pair] for pair in zip(rows["system"], rows["product"], strict=True)],
            "year": rows["year"],
            **{kind: figure.where(rows["measure"] == kind) for kind in ("value", "share", "product_share")},
        }
    )
    for side in ("reporter", "other"):
        codes = reporters if side == "reporter" else others
        names = {written: _trade.name(code, written) for written, (code, _) in codes.items()}
        made[f"{side}_name"] = rows[f"{side}_name"].map(names)
    return made, left_out


def _not_everything(rows: pd.DataFrame, called: str, product: str, flow: str) -> None:
    """Refuse figures of all goods that the caller says are of another product, if the file does not name its product.

    They are recognised by the United States' shares of imports, which the package has for all goods.
    """
    if flow != "imports" or _wits_names.product_name(product) == _wits_names.ALL_PRODUCTS:
        return
    theirs = rows[(rows["other"] == "USA") & rows["share"].notna() & ~rows["named"]]
    known = data.us_share_of_imports().rename(columns={"partner": "reporter", "share": "all_goods"})
    both = theirs.merge(known[["reporter", "year", "all_goods"]], on=["reporter", "year"])
    same = (both["share"] - both["all_goods"]).abs() <= _PRINTED
    if not len(both) or same.mean() < _MOST:
        return
    first = both[same].iloc[0]
    where = f"{first['share']:.2%} of {first['reporter_name']}'s imports in {first['year']}"
    what = f"{called}: product={product!r}, but the US share ({where}) is that of all goods"
    if same.sum() < 2:
        # A single figure may agree by chance.
        caution(f"{what}; check which product the page was for")
        return
    raise DataError(
        f"{what}, as in {int(same.sum())} of {len(both)} years and countries; choose the product on the page and "
        f"download it again, or say product={_wits_names.ALL_PRODUCTS!r}"
    )


def _slug(product: str) -> str:
    return re.sub("[^a-z0-9]+", "_", product.casefold()).strip("_")
