"""Recognise a publisher's file by its columns, for the message of a reader that was given another publisher's file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Columns by which a publisher's file is recognised, what it is, and its reader. All columns are needed; the first
#: match wins.
_SIGNS = (
    ({"reporter", "partner", "indicator type", "indicator"}, "a WITS bulk trade summary", "read_wits"),
    ({"reporter name", "partner name"}, "a WITS export", "read_wits"),
    ({"nomenclature", "reportername", "partnername"}, "the result of a WITS query", "read_wits"),
    ({"reporter", "tradeflow", "productcode", "partner"}, "a WITS table of one tariff line", "read_wits"),
    (
        {"reporter", "partner", "productcode", "indicator", "value"},
        "a frame of WITS's figures by the package world_trade_data",
        "read_wits",
    ),
    ({"reporter_code", "flow_code"}, "a UN Comtrade table that the package comtradr saved", "read_comtrade"),
    ({"country", "time", "value ($us)"}, "a table saved from USA Trade Online", "read_census"),
    ({"country", "time", "customs value (gen) ($us)"}, "a table saved from USA Trade Online", "read_census"),
    ({"refyear", "reportercode", "flowcode"}, "a UN Comtrade download", "read_comtrade"),
    ({"reporteriso", "flowcode"}, "a UN Comtrade download", "read_comtrade"),
    ({"dataflow", "ref_area", "obs_value"}, "an OECD (TiVA) SDMX file", "read_tiva"),
    ({"structure", "ref_area", "obs_value"}, "an OECD (TiVA) SDMX file", "read_tiva"),
    ({"cty_code", "ctyname"}, "the Census Bureau's country workbook", "read_census"),
    ({"partner", "imports", "exports", "vintage"}, "a frame that this package wrote", "pandas.read_csv"),
)
#: Endings of columns that every edition of the OECD's inter-country tables has, one for each country.
_ICIO = ("_hfce", "_gfcf")


def looks_like(columns: Iterable[object]) -> str | None:
    """Describe whose file has these columns, with the reader to use; None if unknown."""
    found = {str(column).strip().casefold() for column in columns}
    for signs, what, reader in _SIGNS:
        if signs <= found:
            return f"it looks like {what}: use {reader}"
    if all(any(column.endswith(sign) for column in found) for sign in _ICIO):
        return "it looks like an OECD inter-country input-output table: use read_icio"
    return None


def json_looks_like(text: str) -> str | None:
    """Describe whose JSON this is, with the reader to use; None if unknown."""
    if '"dataSets"' in text:
        return "it looks like SDMX-JSON, which WITS and the OECD send: use read_wits or read_tiva"
    if '"CTY_CODE"' in text:
        return "it looks like an answer of the Census Bureau's API: use read_census"
    if '"reporterCode"' in text:
        return "it looks like a UN Comtrade answer: use read_comtrade"
    return None
