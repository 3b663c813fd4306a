"""Parse TiVA downloads, with or without labels, into rows: one figure of a reporter, partner, origin and year."""

from __future__ import annotations

import re

import pandas as pd

from tradecontext import partners
from tradecontext.errors import DataError
from tradecontext.readers import _opening, _tables
from tradecontext.readers._faults import Faults
from tradecontext.readers._publisher import json_looks_like, looks_like

WORLD = "WLD"
REST = "ROW"

#: Names of the dimensions, which differ by dataflow.
_DIMENSIONS = {
    "reporter": ("REF_AREA", "IMPORTING_AREA", "EXPORTING_AREA", "FINAL_DEMAND_AREA"),
    "partner": ("COUNTERPART_AREA", "EXPORTING_AREA", "IMPORTING_AREA"),
    "origin": ("VALUE_ADDED_SOURCE_AREA",),
    "measure": ("MEASURE",),
    "activity": ("ACTIVITY", "EXPORTING_ACTIVITY", "IMPORTING_ACTIVITY", "FINAL_DEMAND_ACTIVITY"),
    "unit": ("UNIT_MEASURE",),
    "frequency": ("FREQ",),
    "period": ("TIME_PERIOD",),
    "value": ("OBS_VALUE",),
    "multiplier": ("UNIT_MULT",),
}
_OPTIONAL = {"origin", "partner", "frequency"}
_FLOW = ("DATAFLOW", "STRUCTURE_ID")
#: The version of the dataflow identifies the edition: DF_IMGRVA(1.1), in some files DF_IMGRVA,1.1.
_VERSION = re.compile(r"\(([0-9][0-9.]*)\)$|[,:]([0-9][0-9.]*)$")
#: Columns of some dataflows that split a figure into parts, with the codes that mean the total.
_WHOLE = {"VALUE_ADDED_SOURCE_ACTIVITY": ("_T",)}
_CODES = {"W": WORLD, "W_O": REST, "ROW": REST}
_NAMES = {WORLD: "World", REST: "Rest of world"}
_SCOPES = {"_T": "all", "C": "manufactures"}


def rows(file: object, left_out: list[str]) -> tuple[pd.DataFrame, str]:
    """Read a download.

    Returns
    -------
    tuple of (pandas.DataFrame, str)
        reporter, partner, origin (where the dataflow has it), each with a name and whether it is a group; measure,
        scope, activity, year, amount (US dollars) and share (fraction), of which one is NaN; dataflow and version
        ("" where the file does not say). Then the file's name for messages.

    Raises
    ------
    DataError
        If the file is no such download, or a cell does not fit its column.
    """
    table, columns, called = _load(file)

    def keep(wanted: pd.Series, what: str) -> None:
        nonlocal table
        if not wanted.any():
            raise DataError(f"{called} has only {what}: ask for annual figures in US dollars or percent")
        if not wanted.all():
            count = int((~wanted).sum())
            left_out.append(f"{count:,} row{'' if count == 1 else 's'} of {what}")
        table = table[wanted]

    if "frequency" in columns:
        keep(_cells(table, columns, "frequency") == "A", "figures that are not annual")
    for name, whole in _WHOLE.items():
        if name in table:
            keep(table[name].isin(whole), f"single industries ({name})")
    unit = _cells(table, columns, "unit")
    keep(unit.eq("USD") | unit.str.startswith("PT"), f"other units ({', '.join(sorted(set(unit) - {'USD'})[:3])})")
    keep(_cells(table, columns, "value").ne(""), "blank cells, which are missing and not 0")
    faults = Faults(called)
    year = _cells(table, columns, "period")
    _all(year.str.fullmatch("(?:19|20)[0-9]{2}"), year, faults, columns["period"], "a year")
    power = _cells(table, columns, "multiplier")
    _all(power.str.fullmatch("[0-9]{1,2}"), power, faults, columns["multiplier"], "a power of ten")
    if len(powers := sorted(set(power[_cells(table, columns, "unit") == "USD"]))) > 1:
        faults.add([f"column {columns['multiplier']} has {' and '.join(powers)}: amounts of one table have one unit"])
    value = _cells(table, columns, "value")
    value.index = pd.MultiIndex.from_product([table.index, [columns["value"]]])
    plain = _tables.numbers(value, called, faults).to_numpy()
    faults.refuse()
    figures = plain * 10.0 ** power.astype(int).to_numpy()
    share = _cells(table, columns, "unit").str.startswith("PT").to_numpy()
    activity = _cells(table, columns, "activity")
    made = {"measure": _cells(table, columns, "measure"), "scope": activity.replace(_SCOPES), "activity": activity}
    for side in ("reporter", "partner", "origin"):
        if side not in columns:
            continue
        written = _cells(table, columns, side)
        known = {code: _identify(code) for code in set(written)}
        names = _labels(table, columns[side], written)
        made[side] = written.map({code: found for code, (found, _) in known.items()})
        made[f"{side}_is_group"] = written.map({code: group for code, (_, group) in known.items()})
        made[f"{side}_name"] = written.map(
            {
                code: _NAMES.get(found) or partners.name(found) or names.get(code, code)
                for code, (found, _) in known.items()
            }
        )
    flow = str(table[next(name for name in _FLOW if name in table)].iloc[0]).strip()
    version = _VERSION.search(flow)
    found = pd.DataFrame(made).assign(
        year=year.astype("int64"),
        dataflow=_VERSION.sub("", flow),
        version=(version[1] or version[2]) if version else "",
    )
    # Multiplying floats leaves noise beyond cents, and beyond the twelfth decimal of a fraction: it is rounded away.
    found["amount"] = pd.Series(figures, found.index).round(2).mask(share)
    found["share"] = pd.Series(figures / 100, found.index).round(12).where(share)
    return found, called


def _load(file: object) -> tuple[pd.DataFrame, dict[str, str], str]:
    """Open a download and find its columns; rows are numbered as in a spreadsheet."""
    content, called = _opening.load(file, "Ask the OECD again; an empty answer means that it has no such figures")
    if _opening.is_workbook(content):
        raise DataError(f"{called} is an Excel workbook or a zip: download the table as CSV (SDMX-CSV)")
    text = _opening.as_text(content, called)
    start = text.lstrip()
    if start.startswith("<"):
        raise DataError(
            f"{called} is XML or a web page, not SDMX-CSV: ask for format=csvfile, or download CSV in the data explorer"
        )
    if start.startswith(("{", "[")):
        like = json_looks_like(start)
        like = like if like and "SDMX" not in like else "ask for format=csvfile, or download CSV in the data explorer"
        raise DataError(f"{called} is JSON, not SDMX-CSV: {like}")
    table = _tables.delimited(start, called)
    columns = _columns(table, called)
    if table.empty:
        raise DataError(f"{called} has no rows: the OECD has no such figures, or the file was cut off")
    return table, columns, called


def _columns(table: pd.DataFrame, called: str) -> dict[str, str]:
    """Find the column of each dimension, and check that the dataflow is one of TiVA's."""
    found: dict[str, str] = {}
    flow = next((name for name in _FLOW if name in table), None)
    flows = [] if flow is None else [str(each) for each in table[flow].unique()]
    for role, names in _DIMENSIONS.items():
        # In dataflows about exports (EXGR) the reporter is the exporter.
        order = sorted(names, key=lambda name: name == "IMPORTING_AREA") if "EXGR" in "".join(flows) else names
        name = next((each for each in order if each in table and each not in found.values()), None)
        if name is not None:
            found[role] = name
    missing = [names[0] for role, names in _DIMENSIONS.items() if role not in found and role not in _OPTIONAL]
    if flow is None or missing:
        like = looks_like(table.columns)
        other = (
            like if like and "TiVA" not in like else f"it lacks {', '.join([*missing, *([] if flow else _FLOW[:1])])}"
        )
        raise DataError(f"{called} is not an OECD (TiVA) SDMX-CSV file: {other}")
    strange = [each for each in flows if "TIVA" not in each.upper()]
    if strange:
        raise DataError(
            f"{called} is the OECD's dataflow {strange[0][:80]!a}, and not one of Trade in Value Added (TiVA)"
        )
    if len(flows) > 1:
        raise DataError(f"{called} has {len(flows)} dataflows, {', '.join(flows[:2])}; download them one by one")
    return found


def _cells(table: pd.DataFrame, columns: dict[str, str], role: str) -> pd.Series:
    return table[columns[role]]


def _all(good: pd.Series, cells: pd.Series, faults: Faults, column: str, what: str) -> None:
    bad = ~good.astype(bool)
    found = zip(cells.index[bad], cells[bad], strict=True)
    faults.add(f"row {row}, column {column}: {cell[:40]!a} is not {what}" for row, cell in found)


def _labels(table: pd.DataFrame, column: str, written: pd.Series) -> dict[str, str]:
    """Return the labels by code: a file with labels has them in the column after the codes."""
    after = list(table.columns).index(column) + 1
    if "STRUCTURE_ID" not in table or after >= len(table.columns):
        return {}
    return dict(zip(written, table[table.columns[after]], strict=True))


def _identify(code: str) -> tuple[str, bool]:
    """Return the package's code for one of the OECD's, and whether it is a group: every code but a country's is one."""
    if code in _CODES:
        return _CODES[code], _CODES[code] == WORLD
    found = partners.resolve(code) if len(code) == 3 else None
    return code, found != code
