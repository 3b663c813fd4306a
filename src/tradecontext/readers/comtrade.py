"""Read trade by reporter and partner from UN Comtrade: answers of its API (version 1), and CSV downloads."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import pandas as pd

from tradecontext import partners
from tradecontext.errors import DataError, shown
from tradecontext.readers import _bec, _comtrade_files, _tables, _trade
from tradecontext.readers._faults import Faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.readers._opening import FileLike
    from tradecontext.readers._trade import Flow

_PUBLISHER = _trade.Publisher("UN Comtrade", "https://comtradeplus.un.org/")
#: Number of rows at which Comtrade cuts off a preview.
_PREVIEW = 500


def read_comtrade(  # noqa: PLR0913 (each says which part of a file is wanted)
    path_or_buffer: FileLike | Sequence[FileLike],
    product: str | None = None,
    *,
    flow: Flow = "imports",
    world: bool = False,
    aggregates: bool = False,
    intermediate: bool = False,
    vintage: str | None = None,
) -> pd.DataFrame:
    """Read annual imports or exports of goods by country, partner and year from UN Comtrade.

    JSON answers of the API (version 1) and CSV downloads are told apart by their content. Reporters are known
    by their ISO code, or by Comtrade's number (842 is the USA, 757 Switzerland, 699 India). Rows that are parts
    of a flow, by customs procedure, transport or second partner, are left out; only the row for the total is read.

    For the share of intermediate goods imports that comes from each supplier, ask for classification B4 (BEC, rev. 4)
    and ``cmdCode=111,121,21,22,31,322,42,53`` from every partner, the World (0) among them, and say
    ``intermediate=True``.

    Parameters
    ----------
    path_or_buffer : path, open file, or list of them
        Several files are read as one.
    product : str, optional
        A commodity code (``cmdCode``), for example ``"TOTAL"`` or ``"8708"``, to choose one.
    flow : {"imports", "exports"}
        Flow M or X. Re-imports and re-exports are parts of these, and left out.
    world : bool
        Return the rows whose partner is the World (0), instead of those by partner.
    aggregates : bool
        Return the figures of reporting groups (European Union) instead of the countries'. A group is never a
        supplier beside its members.
    intermediate : bool
        Add up the codes of intermediate goods of the file's classification: in rev. 4 of BEC those above (which include
        primary goods, fuels and parts), in rev. 5 the goods for intermediate consumption of its eight categories (111,
        211, … 811). If a supplier has no row of a code, it had no trade in it.
    vintage : str, optional
        As in :func:`read_wits`.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`read_wits`. product is the commodity code; share is imports over world_imports,
        computed, and NaN where the file has no row of the World or its value is 0; product_share is NaN.
        Partners without a code, such as areas not specified, have one that begins with ``UN-``. definition is
        by flow, classification and commodity (``comtrade_imports_hs_8708``, ``comtrade_imports_total``,
        ``comtrade_imports_intermediate_goods_bec4``).

    Raises
    ------
    DataError
        If a file is missing, empty, cut off, damaged or another publisher's, or has only monthly figures, two figures
        for one flow, suppliers that together are larger than the World, or not all of the codes of intermediate goods
        that are asked for. The message says which, where, and what to do.
    """
    _trade.check_flow(flow)
    files = list(path_or_buffer) if isinstance(path_or_buffer, (list, tuple)) else [path_or_buffer]
    if not files:
        raise DataError("read_comtrade was given an empty list: pass a path, an open file, or a list of them")
    if intermediate and product is not None:
        raise DataError(f"product={shown(product)} and intermediate=True each choose what is counted: keep one")
    parts: list[pd.DataFrame] = []
    left_out: list[str] = []
    called = ""
    for file in files:
        table, called = _comtrade_files.load(file)
        kept = _comtrade_files.kept(table, called, flow, left_out)
        if len(table) == _PREVIEW:
            left_out.append(f"perhaps more rows: {called} has {_PREVIEW}, the number at which a preview is cut off")
        parts.append(_rows(kept, called, flow))
    together = called if len(files) == 1 else "the files together"
    rows = pd.concat(parts, ignore_index=True)
    if intermediate:
        rows = _bec.intermediate(rows, together, flow, left_out)
    elif product is not None:
        same = rows["product"].str.casefold() == str(product).strip().casefold()
        if not same.any():
            have = ", ".join(sorted(set(rows["product"]))[:12])
            raise DataError(f"{together}: product={shown(product)} is not in the file, which has {have}")
        if not same.all():
            left_out.append(f"other products ({', '.join(sorted(set(rows['product'][~same]))[:4])})")
        rows = rows[same]
    frame = _trade.tidy(
        rows, together, _PUBLISHER, flow=flow, world=world, aggregates=aggregates, vintage=vintage, left_out=left_out
    )
    _trade.warn(left_out, "read_comtrade")
    return frame


def _rows(table: pd.DataFrame, called: str, flow: Flow) -> pd.DataFrame:
    year = table["refYear"] if "refYear" in table else table["period"].str[:4]
    faults = Faults(called)
    for column, values, pattern in (
        ("refYear", year, "(?:19|20)[0-9]{2}"),
        ("reporterCode", table["reporterCode"], "[0-9]+"),
        ("partnerCode", table["partnerCode"], "[0-9]+"),
        ("cmdCode", table["cmdCode"], ".+"),
    ):
        bad = ~values.str.fullmatch(pattern)
        found = zip(table.index[bad], values[bad], strict=True)
        faults.add(f"row {row}, column {column}: {cell[:40]!a} is no code" for row, cell in found)
    index = pd.MultiIndex.from_product([table.index, ["primaryValue"]])
    figures = _tables.numbers(table["primaryValue"].set_axis(index), called, faults).to_numpy()
    faults.refuse()
    system = table["classificationCode"] if "classificationCode" in table else pd.Series("", index=table.index)
    made = {
        "year": year.astype("int64"),
        "product": table["cmdCode"],
        "system": system,
        "definition": _definitions(table["cmdCode"], system, flow),
    }
    groups: dict[str, list[bool]] = {}
    for side, prefix in (("reporter", "reporter"), ("other", "partner")):
        iso = table[f"{prefix}ISO"] if f"{prefix}ISO" in table else pd.Series("", index=table.index)
        written = table[f"{prefix}Desc"] if f"{prefix}Desc" in table else pd.Series("", index=table.index)
        number = table[f"{prefix}Code"].str.lstrip("0").replace("", "0")
        codes = [_code(*pair) for pair in zip(number, iso, strict=True)]
        made[side] = codes
        called_by = zip(iso, written, strict=True)
        groups[f"{side}_is_aggregate"] = [_is_group(*each) for each in zip(codes, called_by, strict=True)]
        made[f"{side}_name"] = [
            "World" if code == _trade.WORLD else _trade.name(code, text or code)
            for code, text in zip(codes, written, strict=True)
        ]
    # A request names its partners, so it is never known whether they are all.
    return pd.DataFrame(made | groups, index=table.index).assign(
        value=figures, share=float("nan"), product_share=float("nan"), whole_list=False
    )


def _definitions(codes: pd.Series, system: pd.Series, flow: Flow) -> list[str]:
    """Return the definition of each row; all editions of the Harmonised System make one series."""
    return [
        f"comtrade_{flow}_total"
        if code.upper() == "TOTAL"
        else "_".join(["comtrade", flow, *([_system(name)] if name else []), code.lower()])
        for code, name in zip(codes, system, strict=True)
    ]


def _system(name: str) -> str:
    return "hs" if name.upper().startswith("H") else name.lower()


@cache
def _numbers() -> dict[str, str]:
    text = resources.files("tradecontext.data").joinpath("comtrade_partners.csv").read_text("utf-8")
    return {row["comtrade_code"]: row["partner"] for row in csv.DictReader(text.splitlines())}


def _code(number: str, iso: str) -> str:
    # The letter code goes first: it is the country's own, while the number may be a customs territory's.
    named = partners.resolve(iso) if iso else None
    return named or _numbers().get(number) or f"UN-{number}"


def _is_group(code: str, written: tuple[str, str]) -> bool:
    """Return whether a code is a group's; if the package does not know the code, the file's name for it decides.

    Remainders ("Areas, nes", "Other Europe, nes") count as partners, since no other row contains them.
    """
    if code in {_trade.WORLD, "EUN"}:
        return True
    return code.startswith("UN-") and any(partners.is_sum(each) for each in written if each)
