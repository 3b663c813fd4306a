"""Parse WITS downloads of every format into long rows: one indicator of one reporter, partner, product and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from tradecontext.errors import DataError
from tradecontext.partners.spelling import normalise
from tradecontext.readers import _markup, _opening, _tables, _wits_json, _wits_names
from tradecontext.readers._faults import Faults
from tradecontext.readers._publisher import looks_like

if TYPE_CHECKING:
    from collections.abc import Callable

#: Our names of WITS's columns, by their letters: those of the bulk file and the workbooks, the older export, the table
#: of one HS code, the advanced query, and frames that other software makes of the API's answers.
_COLUMNS = {
    "reporter": "reporter", "reportername": "reporter", "partner": "other", "partnername": "other",
    "productcategories": "product", "productgroup": "product", "product": "product", "productname": "product",
    "productcode": "product_code", "indicator": "indicator", "measure": "indicator", "tradeflow": "trade_flow",
    "tradeflowname": "trade_flow", "year": "year", "value": "value", "freq": "frequency", "frequency": "frequency",
    "nomenclature": "nomenclature", "reporteriso3": "reporter_code", "partneriso3": "other_code",
    "tradeflowcode": "flow_code", "productdescription": "description", "quantityunit": "quantity_unit",
}  # fmt: skip
#: Columns of codes that are used if the column of names is missing.
_STAND_INS = {"reporter_code": "reporter", "other_code": "other"}
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:\.0)?")
_ASK_AGAIN = "check reporter, partner, product and year in the request, ask for format=JSON, and fetch it again"
_QUESTION = (
    "does not say which goods it counts. Say what you chose on the page you downloaded it from: "
    'product="Intermediate goods", or product="All Products" for total trade, which is no share of inputs'
)


def load(file: object) -> tuple[pd.DataFrame, str]:
    """Open a download and return its table with the columns renamed, and its name for messages."""
    content, called = _opening.load(file, "Download the table from WITS again")
    if _opening.is_workbook(content):
        tables = list(_opening.sheets(content, called).values())
        # Rows are numbered as in a spreadsheet, whose row 1 is the header.
        tables = [table.set_axis(pd.RangeIndex(2, len(table) + 2)) for table in tables]
    else:
        text = _opening.as_text(content, called)
        start = text.lstrip()
        if start.startswith(("<", '"<')):
            raise DataError(_markup.refused(start.lstrip('"'), called, _ASK_AGAIN))
        if start.startswith(("{", "[")):
            return _wits_json.table(start, called), called
        tables = [_tables.delimited(text, called)]
    twice: list[str] = []
    for table in tables:
        names = [str(name).strip() for name in table.columns]
        renamed = [_COLUMNS.get(normalise(name), name) for name in names]
        renamed = [_STAND_INS.get(name, name) if _STAND_INS.get(name) not in renamed else name for name in renamed]
        if {"reporter", "other"} <= set(renamed):
            twice = [name for name, role in zip(names, renamed, strict=True) if renamed.count(role) > 1]
            if not twice:
                return table.set_axis(renamed, axis=1), called
    raise DataError(f"{called} is not a WITS download{_instead(tables, twice)}")


def _instead(tables: list[pd.DataFrame], twice: list[str]) -> str:
    """Describe the tables of a file, if none is WITS's."""
    if twice:
        return (
            f" as WITS writes it, but a table that other software made of one: the columns {', '.join(twice)} say one "
            "thing twice; keep one of them, or download the table from WITS"
        )
    filled = [table for table in tables if len(table.columns)]
    like = next((like for table in filled if (like := looks_like(table.columns)) and "WITS" not in like), None)
    have = ", ".join(str(name) for table in filled[:1] for name in list(table.columns)[:6])
    return (
        ", which has the columns Reporter (or Reporter Name) and Partner (or Partner Name): "
        f"{like or f'its columns are {have}' if have else 'it is empty'}"
    )


def long(table: pd.DataFrame, called: str, product: str | None) -> tuple[pd.DataFrame, dict[str, int]]:
    """Parse a table into long rows.

    Returns
    -------
    tuple of (pandas.DataFrame, dict)
        reporter_name, other_name, product, system (of product codes, or ""), named (bool: the file names the product),
        whole_list (bool: the file is of a kind that lists all partners), flow, measure, year, figure (US dollars or
        fraction); and how many rows or columns of each other indicator there were.
    """
    cells, skipped, whole_list = _cells(table, called)
    known = _by_value(cells["indicator"], _wits_names.indicator)
    counts = {str(name): int(count) for name, count in skipped.items()}
    others = {name: count for name, count in counts.items() if _wits_names.indicator(name) is None}
    cells, known = cells[known.notna()], known.dropna()
    if cells.empty:
        raise DataError(f"{called} has no values or shares of trade; its indicators are {', '.join(list(others)[:6])}")
    flows = known.map(lambda each: each.flow)  # pyright: ignore[reportAttributeAccessIssue]
    if "trade_flow" in cells:
        # "Export Partner Share (%)" says its flow itself; "Trade Value" leaves it to the column.
        flows = flows.where(flows.notna(), _by_value(cells["trade_flow"], _wits_names.stated_flow))
    faults = Faults(called)
    bad = ~cells["year"].str.fullmatch(r"(?:19|20)[0-9]{2}")
    years = zip(cells.index[bad], cells["year"][bad], strict=True)
    faults.add(f"row {row}, column Year: {str(cell)[:40]!a} is not a year" for row, cell in years)
    names = {side: _text(cells, side, faults) for side in ("reporter", "other")}
    figures = cells["cell"].set_axis(pd.MultiIndex.from_arrays([cells.index, cells["column"]]))
    numbers = _tables.numbers(figures, called, faults)
    faults.refuse()
    top = _by_value(cells["indicator"], lambda name: "top5" in normalise(name))
    rows = pd.DataFrame(
        {
            "reporter_name": names["reporter"],
            "other_name": names["other"],
            "product": _products(cells, product, called),
            "system": _systems(cells),
            "named": "product" in cells or "product_code" in cells,
            "whole_list": whole_list & ~top.to_numpy(bool),
            "flow": flows.to_numpy(),
            "measure": [each.measure for each in known],
            "year": cells["year"].astype("int64").to_numpy(),
            "figure": (numbers * [each.factor for each in known]).to_numpy(),
        }
    )
    unknown = rows["flow"].isna()
    if unknown.any():
        others["trade of an unnamed flow"] = int(unknown.sum())
    return rows[~unknown], others


def _by_value(cells: pd.Series, read: Callable[[str], Any]) -> pd.Series:
    """Apply a parser once to each distinct value, since a long table repeats few values many times."""
    text = cells.astype(str).tolist()
    found = {each: read(each) for each in set(text)}
    return pd.Series([found[each] for each in text], index=cells.index, dtype=object)


def _cells(table: pd.DataFrame, called: str) -> tuple[pd.DataFrame, pd.Series, bool]:
    """Reshape a table to one cell per row, with its indicator, its year and the column it was in.

    Returns
    -------
    tuple of (pandas.DataFrame, pandas.Series, bool)
        The cells; how often each indicator occurs; and whether the table comes from a page by partner, which lists all
        partners, unlike a query, which lists those that were asked for.
    """
    years = {name: match[1] for name in table.columns if (match := _YEAR.fullmatch(str(name)))}
    if "indicator" in table and years:
        cells = table.melt(
            id_vars=[name for name in table.columns if name not in years],
            value_vars=list(years),
            var_name="year",
            value_name="cell",
            ignore_index=False,
        )
        cells["column"] = cells["year"]
        cells["year"] = cells["year"].map(years)
        return cells, table["indicator"].astype(str).str.strip().value_counts(), True
    if {"indicator", "year", "value"} <= set(table.columns):
        cells = table.rename(columns={"value": "cell"}).assign(column="Value", year=_plain(table["year"]))
        cells = _annual(cells, called)
        if "product_code" in cells and "product" not in cells:
            # Answers about all products have the code 999999, which in the Harmonised System means something else.
            named = cells["product_code"].astype(str).str.strip().replace("999999", _wits_names.ALL_PRODUCTS)
            cells = cells.assign(product_code=named)
        return cells, cells["indicator"].astype(str).str.strip().value_counts(), False
    if "year" in table and "indicator" not in table:
        keys = [name for name in table.columns if name in set(_COLUMNS.values())]
        rest = [name for name in table.columns if name not in keys and not str(name).startswith("Unnamed")]
        cells = table.melt(id_vars=keys, value_vars=rest, var_name="indicator", value_name="cell", ignore_index=False)
        cells["column"] = cells["indicator"]
        return (
            cells.assign(year=_plain(cells["year"])),
            pd.Series(1, index=pd.Index(rest).astype(str)),
            ("nomenclature" not in table),
        )
    raise DataError(
        f"{called} has neither a column of indicators with a column a year, nor a column Year beside figures; download "
        "it from WITS again and do not edit it"
    )


def _plain(years: pd.Series) -> pd.Series:
    return years.map(lambda year: str(year).strip().removesuffix(".0"))


def _annual(cells: pd.DataFrame, called: str) -> pd.DataFrame:
    if "frequency" not in cells:
        return cells
    annual = cells["frequency"].astype(str).str.strip().str.casefold().isin(["a", "annual", ""])
    if not annual.all():
        row = cells.index[int((~annual).to_numpy(bool).argmax())]
        found = str(cells["frequency"][~annual].iloc[0]).strip()
        raise DataError(f"{called}, row {row}: figures are {found[:40]!a}, not annual; ask for annual ones")
    return cells


def _text(cells: pd.DataFrame, side: str, faults: Faults) -> list[str]:
    text = cells[side].map(lambda name: "" if name is None or name != name else str(name).strip())  # noqa: PLR0124  # pyright: ignore[reportOperatorIssue]
    what = "reporter" if side == "reporter" else "partner"
    faults.add(f"row {row}: the {what} is blank" for row in cells.index[text.eq("")])
    return [str(each) for each in text]


def _products(cells: pd.DataFrame, product: str | None, called: str) -> list[str]:
    if "product_code" in cells:
        return _by_value(cells["product_code"], _wits_names.product_code).tolist()
    if "product" in cells:
        return _by_value(cells["product"], _wits_names.product_name).tolist()
    if product is None:
        raise DataError(f"{called} {_QUESTION}")
    return [_wits_names.product_name(product)] * len(cells)


def _systems(cells: pd.DataFrame) -> list[str]:
    """Return the classification of each product code; all editions of the Harmonised System count as one."""
    if "product_code" not in cells:
        return [""] * len(cells)
    codes = [str(each).strip()[:1].isdigit() for each in cells["product_code"]]
    if "nomenclature" not in cells:
        return ["hs" if code else "" for code in codes]
    named = cells["nomenclature"].map(lambda name: str(name).strip().casefold())
    return [
        ("hs" if re.fullmatch("h[0-9s]?", name) else name) if code else ""
        for name, code in zip(named, codes, strict=True)
    ]
