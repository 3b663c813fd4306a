"""Parse UN Comtrade's answers and downloads into tables of text, and keep the rows that are totals of a flow."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pandas as pd

from tradecontext.errors import DataError
from tradecontext.partners.spelling import normalise
from tradecontext.readers import _markup, _opening, _tables
from tradecontext.readers._publisher import json_looks_like, looks_like

if TYPE_CHECKING:
    from tradecontext.readers._trade import Flow

_NEEDED = ("reporterCode", "flowCode", "partnerCode", "cmdCode", "primaryValue")
_SPELLINGS = {
    name.casefold(): name
    for name in (
        *_NEEDED, "typeCode", "freqCode", "refYear", "refMonth", "period", "classificationCode", "reporterISO",
        "reporterDesc", "partnerISO", "partnerDesc", "customsCode", "customsDesc", "motCode", "motDesc", "mosCode",
        "partner2Code", "partner2ISO", "partner2Desc",
    )
}  # fmt: skip
_FLOWS = {"imports": "M", "exports": "X"}
#: Columns that split a flow into parts: name, the value that means the total, and what the parts are. A file may have
#: the codes, their descriptions or both.
_WHOLE = (
    ("customsCode", "C00", "single customs procedures"),
    ("customsDesc", "TOTAL CPC", "single customs procedures"),
    ("motCode", "0", "single modes of transport"),
    ("motDesc", "TOTAL MOT", "single modes of transport"),
    ("partner2Code", "0", "single second partners"),
    ("partner2ISO", "W00", "single second partners"),
    ("partner2Desc", "World", "single second partners"),
    ("mosCode", "0", "single modes of supply"),
)
_KEY = ["reporterCode", "partnerCode", "cmdCode"]
_ASK = "ask for annual figures of goods, customsCode=C00, motCode=0 and partner2Code=0"
_ANNUAL = "52"


def load(file: object) -> tuple[pd.DataFrame, str]:
    """Open an answer or download and return its table, with all cells as text, and its name for messages.

    Raises
    ------
    DataError
        If the file is something else, or an error message of the service.
    """
    content, called = _opening.load(file, "Ask UN Comtrade again; an empty answer means that it has no such figures")
    if _opening.is_workbook(content):
        table: pd.DataFrame = next(iter(_opening.sheets(content, called).values()))
        table = table.astype(str).set_axis(pd.RangeIndex(2, len(table) + 2))
    else:
        text = _opening.as_text(content, called).strip()
        if text.startswith("<"):
            raise DataError(_markup.refused(text, called, "check the request and fetch it again"))
        table = _from_json(text, called) if text.startswith(("{", "[")) else _tables.delimited(text, called)
    # Other software saves the same columns in its own spelling: reporter_code for reporterCode.
    renamed = [_SPELLINGS.get(normalise(str(name)), str(name)) for name in table.columns]
    twice = sorted({name for name in renamed if renamed.count(name) > 1})
    if twice:
        raise DataError(
            f"{called} is a UN Comtrade table that other software saved with two columns for {', '.join(twice)}; keep "
            "one of each, or download it from UN Comtrade"
        )
    table = table.set_axis(renamed, axis=1)
    missing = [name for name in _NEEDED if name not in table.columns]
    if not {"refYear", "period"} & set(table.columns):
        missing.append("refYear")
    if missing:
        like = looks_like(table.columns)
        other = like if like and "Comtrade" not in like else f"it lacks {', '.join(missing)}"
        raise DataError(f"{called} is not a UN Comtrade download with codes (version 1): {other}")
    return table.apply(lambda column: column.astype(object).map(_plain)), called


def _plain(cell: object) -> str:
    """Return a cell as text: a whole number without ".0", null as empty text."""
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
        said = answer.get("error") or answer.get("message") if isinstance(answer, dict) else None
        message = f"the service says {' '.join(str(said).split())[:160]!a}" if said else None
        like = like if like and "Comtrade" not in like else message or "it has no list of records called data"
        raise DataError(f"{called} is not an answer of UN Comtrade's API: {like}")
    if not records:
        said = answer.get("error") if isinstance(answer, dict) else None
        raise DataError(f"{called} has no records{f' ({said})' if said else ''}: check the request and fetch it again")
    return pd.DataFrame.from_records(records).set_axis(pd.RangeIndex(1, len(records) + 1))


def kept(table: pd.DataFrame, called: str, flow: Flow, left_out: list[str]) -> pd.DataFrame:
    """Keep the annual rows that are totals of one flow; append to `left_out` what is left out.

    Raises
    ------
    DataError
        If no such row is left.
    """

    def keep(rows: pd.DataFrame, wanted: pd.Series, what: str) -> pd.DataFrame:
        if len(rows) and not wanted.any():
            raise DataError(f"{called} has only {what}: {_ASK}")
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
    table = all_of_it = table[wanted]
    for column, whole, parts in _WHOLE:
        if column in table:
            table = keep(table, table[column].isin([whole, ""]), f"{parts} ({column})")
    lost = ~pd.MultiIndex.from_frame(all_of_it[_KEY]).isin(pd.MultiIndex.from_frame(table[_KEY]))
    if lost.any():
        left_out.append(
            f"flows that have rows of parts but no total ({len(all_of_it[lost].drop_duplicates(_KEY))}): {_ASK}"
        )
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
