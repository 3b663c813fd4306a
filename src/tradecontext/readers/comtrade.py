"""Read trade by reporter and partner from UN Comtrade: answers of its API (version 1), and CSV downloads."""

from __future__ import annotations

import csv
import json
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import pandas as pd

from tradecontext import partners
from tradecontext.errors import DataError, shown
from tradecontext.readers import _opening, _tables, _trade
from tradecontext.readers._publisher import json_looks_like, looks_like

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.readers._opening import FileLike
    from tradecontext.readers._trade import Flow

_NEEDED = ("reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue")
_FLOWS = {"imports": "M", "exports": "X"}
#: Columns that split a flow into parts, each with the value that means all of it.
_WHOLE = {"customsCode": "C00", "motCode": "0", "partner2Code": "0", "mosCode": "0"}
_PARTS_OF = {
    "customsCode": "single customs procedures", "motCode": "single modes of transport",
    "partner2Code": "single second partners", "mosCode": "single modes of supply",
}  # fmt: skip
_PREVIEW = 500
_ANNUAL = "52"


def read_comtrade(  # noqa: PLR0913 (each says which part of a file is wanted)
    path_or_buffer: FileLike | Sequence[FileLike],
    product: str | None = None,
    *,
    flow: Flow = "imports",
    world: bool = False,
    aggregates: bool = False,
    vintage: str | None = None,
) -> pd.DataFrame:
    """Read annual imports or exports of goods by country, partner and year from UN Comtrade.

    JSON answers of the API (version 1) and CSV downloads are told apart by their content. Reporters are known
    by their ISO code, or by Comtrade's number (842 is the USA, 757 Switzerland, 699 India). Rows that are parts
    of a flow, by customs procedure, transport or second partner, are left out: the row for all of it counts.

    Parameters
    ----------
    path_or_buffer : path, open file, or list of them
        Several are put together.
    product : str, optional
        A commodity code (``cmdCode``), for example ``"TOTAL"`` or ``"8708"``, to choose one.
    flow : {"imports", "exports"}
        Flow M or X. Re-imports and re-exports are parts of these, and left out.
    world : bool
        Return the rows whose partner is the World (0), instead of those by partner.
    aggregates : bool
        Return the figures of reporting groups (European Union) instead of the countries'.
    vintage : str, optional
        As in :func:`read_wits`.

    Returns
    -------
    pandas.DataFrame
        The columns of :func:`read_wits`. product is the commodity code; share is imports over world_imports,
        computed, and NaN where the file has no row of the World or its value is 0; product_share is NaN.
        Partners without a code, such as areas not specified, have one that begins with ``UN-``. definition is
        by flow, classification and commodity (``comtrade_imports_hs_8708``, ``comtrade_imports_total``).

    Raises
    ------
    DataError
        When a file is missing, empty, cut off, damaged or another publisher's, has monthly figures only,
        or two figures for one flow; says which, where, and what to do.
    """
    _trade.check_flow(flow)
    files = list(path_or_buffer) if isinstance(path_or_buffer, (list, tuple)) else [path_or_buffer]
    if not files:
        raise DataError("read_comtrade was given an empty list: pass a path, an open file, or a list of them")
    parts: list[pd.DataFrame] = []
    left_out: list[str] = []
    called = ""
    for file in files:
        table, called = _load(file)
        kept = _kept(table, called, flow, left_out)
        if len(table) == _PREVIEW:
            left_out.append(f"perhaps rows that {called} does not hold: it has {_PREVIEW}, where a preview is cut off")
        parts.append(_rows(kept, called, flow))
    together = called if len(files) == 1 else "the files together"
    rows = pd.concat(parts, ignore_index=True)
    if product is not None:
        same = rows["product"].str.casefold() == str(product).strip().casefold()
        if not same.any():
            have = ", ".join(sorted(set(rows["product"]))[:12])
            raise DataError(f"{together}: product={shown(product)} is not in the file, which has {have}")
        if not same.all():
            left_out.append(f"other products ({', '.join(sorted(set(rows['product'][~same]))[:4])})")
        rows = rows[same]
    frame = _trade.tidy(
        rows, together, flow=flow, world=world, aggregates=aggregates, vintage=vintage, left_out=left_out
    )
    if not world:
        whole = frame[f"world_{flow}"]
        frame["share"] = (frame[flow] / whole).where(whole > 0)
    _trade.warn(left_out, "read_comtrade")
    return frame


def _load(file: object) -> tuple[pd.DataFrame, str]:
    content, called = _opening.load(file, "Ask UN Comtrade again; an empty answer means that it has no such figures")
    if _opening.is_workbook(content):
        table: pd.DataFrame = next(iter(_opening.sheets(content, called).values()))
        table = table.astype(str).set_axis(pd.RangeIndex(2, len(table) + 2))
    else:
        text = _opening.as_text(content, called).strip()
        if text.startswith("<"):
            raise DataError(f"{called} is a web page, not figures: the download was refused or the address is wrong")
        table = _from_json(text, called) if text.startswith(("{", "[")) else _tables.delimited(text, called)
    missing = [name for name in _NEEDED if name not in table.columns]
    if not {"refYear", "period"} & set(table.columns):
        missing.append("refYear")
    if missing:
        like = looks_like(table.columns)
        other = like if like and "Comtrade" not in like else f"it lacks {', '.join(missing)}"
        raise DataError(f"{called} is not a UN Comtrade download with codes (version 1): {other}")
    return table.apply(lambda column: column.astype(object).map(_plain)), called


def _plain(cell: object) -> str:
    """Write a cell as text: a number without a needless .0, null as nothing."""
    if cell is None or cell != cell:  # noqa: PLR0124 (NaN)
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _from_json(text: str, called: str) -> pd.DataFrame:
    try:
        answer: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise DataError(f"{called} is not complete JSON: the download may have been cut off; fetch it again") from None
    records = answer.get("data") if isinstance(answer, dict) else answer
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        like = json_looks_like(text)
        like = like if like and "Comtrade" not in like else "it has no list of records called data"
        raise DataError(f"{called} is not an answer of UN Comtrade's API: {like}")
    if not records:
        said = answer.get("error") if isinstance(answer, dict) else None
        raise DataError(f"{called} has no records{f' ({said})' if said else ''}: check the request and fetch it again")
    return pd.DataFrame.from_records(records).set_axis(pd.RangeIndex(1, len(records) + 1))


def _kept(table: pd.DataFrame, called: str, flow: Flow, left_out: list[str]) -> pd.DataFrame:
    """Keep the annual rows of one flow that are whole, and say what is left out."""

    def keep(rows: pd.DataFrame, wanted: pd.Series, what: str) -> pd.DataFrame:
        if len(rows) and not wanted.any():
            raise DataError(f"{called} has only {what}: ask for annual figures of goods, customsCode=C00 and motCode=0")
        if not wanted.all():
            left_out.append(f"{_count(~wanted)} of {what}")
        return rows[wanted]

    if "typeCode" in table:
        table = keep(table, table["typeCode"].isin(["C", ""]), "services")
    table = keep(table, _annual(table), "months, which are not added up")
    wanted = table["flowCode"] == _FLOWS[flow]
    if not wanted.any():
        have = ", ".join(sorted(set(table["flowCode"])))
        raise DataError(f"{called} has no {flow} (flowCode {_FLOWS[flow]}), but {have}: pass the other flow=")
    if not wanted.all():
        have = ", ".join(sorted(set(table.loc[~wanted, "flowCode"])))
        left_out.append(f"{_count(~wanted)} of other flows ({have})")
    table = table[wanted]
    for column, whole in _WHOLE.items():
        if column in table:
            table = keep(table, table[column].isin([whole, ""]), f"{_PARTS_OF[column]} ({column})")
    return table


def _count(rows: pd.Series) -> str:
    number = int(rows.sum())
    return f"{number} row" if number == 1 else f"{number} rows"


def _annual(table: pd.DataFrame) -> pd.Series:
    if "freqCode" in table and table["freqCode"].ne("").all():
        return table["freqCode"] == "A"
    if "refMonth" in table:
        return table["refMonth"] == _ANNUAL
    return table["period"].str.len() == 4 if "period" in table else pd.Series(data=True, index=table.index)


def _rows(table: pd.DataFrame, called: str, flow: Flow) -> pd.DataFrame:
    year = table["refYear"] if "refYear" in table else table["period"].str[:4]
    for column, values, pattern in (
        ("refYear", year, "(?:19|20)[0-9]{2}"),
        ("reporterCode", table["reporterCode"], "[0-9]+"),
        ("partnerCode", table["partnerCode"], "[0-9]+"),
        ("cmdCode", table["cmdCode"], ".+"),
    ):
        bad = ~values.str.fullmatch(pattern)
        if bad.any():
            first = int(bad.to_numpy(bool).argmax())
            raise DataError(
                f"{called}, row {table.index[first]}, column {column}: {values.iloc[first][:40]!a} is no code"
            )
    index = pd.MultiIndex.from_product([table.index, ["primaryValue"]])
    made = {"year": year.astype("int64"), "product": table["cmdCode"], "definition": _definitions(table, flow)}
    for side, prefix in (("reporter", "reporter"), ("other", "partner")):
        iso = table[f"{prefix}ISO"] if f"{prefix}ISO" in table else pd.Series("", index=table.index)
        written = table[f"{prefix}Desc"] if f"{prefix}Desc" in table else pd.Series("", index=table.index)
        number = table[f"{prefix}Code"].str.lstrip("0").replace("", "0")
        codes = [_code(*pair) for pair in zip(number, iso, strict=True)]
        made[side] = codes
        made[f"{side}_name"] = [
            "World" if code == _trade.WORLD else _trade.name(code, text or code)
            for code, text in zip(codes, written, strict=True)
        ]
    figures = _tables.numbers(table["primaryValue"].set_axis(index), called).to_numpy()
    rows = pd.DataFrame(made, index=table.index).assign(value=figures, share=float("nan"), product_share=float("nan"))
    rows["reporter_is_aggregate"] = rows["reporter"].isin([_trade.WORLD, "EUN"])
    return rows


def _definitions(table: pd.DataFrame, flow: Flow) -> list[str]:
    """Return the definition of each row; editions of the Harmonised System follow one another in one series."""
    system = table["classificationCode"] if "classificationCode" in table else pd.Series("", index=table.index)
    return [
        f"comtrade_{flow}_total"
        if code.upper() == "TOTAL"
        else "_".join(["comtrade", flow, *([_system(name)] if name else []), code.lower()])
        for code, name in zip(table["cmdCode"], system, strict=True)
    ]


def _system(name: str) -> str:
    return "hs" if name.upper().startswith("H") else name.lower()


@cache
def _numbers() -> dict[str, str]:
    text = resources.files("tradecontext.data").joinpath("comtrade_partners.csv").read_text("utf-8")
    return {row["comtrade_code"]: row["partner"] for row in csv.DictReader(text.splitlines())}


def _code(number: str, iso: str) -> str:
    # The text code first: it is the country's own, where the number may be a customs territory's.
    named = partners.resolve(iso) if iso else None
    return named or _numbers().get(number) or f"UN-{number}"
