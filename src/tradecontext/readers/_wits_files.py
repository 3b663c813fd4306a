"""WITS downloads of every shape, made into long rows: one indicator of one reporter, partner, product and year."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib import resources

import pandas as pd

from tradecontext import partners
from tradecontext.errors import DataError
from tradecontext.readers import _opening, _tables
from tradecontext.readers._publisher import json_looks_like, looks_like

ALL_PRODUCTS = "All Products"

#: Names of columns in the bulk file, the workbooks and the older export.
_COLUMNS = {
    "reporter": "reporter", "reporter name": "reporter", "partner": "other", "partner name": "other",
    "product categories": "product", "product group": "product", "product": "product", "product name": "product",
    "indicator": "indicator", "measure": "indicator", "trade flow": "trade_flow", "year": "year",
}  # fmt: skip
_PRODUCTS = {
    "sop1": "Raw materials", "sop2": "Intermediate goods", "sop3": "Consumer goods", "sop4": "Capital goods",
    "allproducts": ALL_PRODUCTS, "allgoods": ALL_PRODUCTS, "total": ALL_PRODUCTS,
}  # fmt: skip
_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:\.0)?")


def _indicators() -> dict[str, tuple[str | None, str, float]]:
    """Return what is read, by the indicator's letters: flow (None: see the column), measure, factor."""
    known: dict[str, tuple[str | None, str, float]] = {
        "tradevalueusthousand": (None, "value", 1e3),
        "partnershare": (None, "share", 0.01),
        "productshare": (None, "product_share", 0.01),
    }
    for one, flow in (("import", "imports"), ("export", "exports")):
        for name, measure, factor in (
            (f"{one}usmil", "value", 1e6),
            (f"{one}sinusmil", "value", 1e6),
            (f"tradeusmiltop5{one}partner", "value", 1e6),
            (f"{one}usthousand", "value", 1e3),
            (f"{one}tradevalueusthousand", "value", 1e3),
            (f"partnersharetop5{one}partner", "share", 0.01),
            (f"{one}partnershare", "share", 0.01),
            (f"{one}productshare", "product_share", 0.01),
            # "Export Share in Total Products (%)" is not among them: it counts products, not dollars.
        ):
            known[name] = (flow, measure, factor)
    return known


_INDICATORS = _indicators()


def product_name(written: str) -> str:
    """Return a product as WITS calls it: "SoP2" and "UNCTAD-SoP2" are "Intermediate goods"."""
    letters = partners.normalise(written).removeprefix("unctad")
    return _PRODUCTS.get(letters, written.strip())


@cache
def _groups() -> dict[str, tuple[str, bool]]:
    text = resources.files("tradecontext.data").joinpath("wits_partners.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {partners.normalise(row["name"]): (row["partner"], row["row_type"] == "aggregate") for row in rows}


def identify(names: pd.Series) -> dict[str, tuple[str, bool]]:
    """Return code, and whether it is a group of countries, for each name in a file.

    A name that is no country's (Bunkers, Unspecified) gets a code of its own, ``WITS-`` and its letters; so does
    a second name in the file for a country that another name already stands for.
    """
    found: dict[str, tuple[str, bool]] = {}
    taken: set[str] = set()
    for written in sorted(set(names), key=lambda name: (partners.normalise(name) not in _groups(), name)):
        code, group = _groups().get(partners.normalise(written), (partners.resolve(written), False))
        if code is None or code in taken:
            code = f"WITS-{partners.normalise(written).upper()}"
        taken.add(code)
        found[written] = (code, group)
    return found


def load(file: object) -> tuple[pd.DataFrame, str]:
    """Open a download and return its table with the columns renamed, and what to call it."""
    content, called = _opening.load(file, "Download the table from WITS again")
    if _opening.is_workbook(content):
        tables = list(_opening.sheets(content, called).values())
        # Line 1 is the header, as a spreadsheet counts.
        tables = [table.set_axis(pd.RangeIndex(2, len(table) + 2)) for table in tables]
    else:
        text = _opening.as_text(content, called)
        start = text.lstrip()
        if start.startswith("<"):
            raise DataError(f"{called} is a web page, not figures: the download was refused or the address is wrong")
        if start.startswith(("{", "[")):
            like = "it looks like SDMX-JSON, an API's answer" if '"dataSets"' in start else json_looks_like(start)
            raise DataError(
                f"{called} is JSON; WITS downloads are CSV or Excel files: {like or 'download one of those'}"
            )
        tables = [_tables.delimited(text, called)]
    for table in tables:
        names = [str(name).strip() for name in table.columns]
        renamed = [_COLUMNS.get(name.casefold(), name) for name in names]
        if {"reporter", "other"} <= set(renamed) and len(set(renamed)) == len(renamed):
            return table.set_axis(renamed, axis=1), called
    filled = [table for table in tables if len(table.columns)]
    like = next((like for table in filled if (like := looks_like(table.columns)) and "WITS" not in like), None)
    have = ", ".join(str(name) for table in filled[:1] for name in list(table.columns)[:6])
    raise DataError(
        f"{called} is not a WITS download, which has the columns Reporter (or Reporter Name) and Partner (or Partner "
        f"Name): {like or f'its columns are {have}' if have else 'it is empty'}"
    )


def long(table: pd.DataFrame, called: str, product: str | None) -> tuple[pd.DataFrame, dict[str, int]]:
    """Make long rows of a table.

    Returns
    -------
    tuple of (pandas.DataFrame, dict)
        reporter_name, other_name, product, named (bool: by the file), flow, measure, year, figure (US dollars or
        fraction); and how many rows or columns of each other indicator there were.
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
        skipped = table["indicator"].astype(str).str.strip().value_counts()
    elif "year" in table:
        keys = [name for name in table.columns if name in set(_COLUMNS.values())]
        rest = [name for name in table.columns if name not in keys and not str(name).startswith("Unnamed")]
        cells = table.melt(id_vars=keys, value_vars=rest, var_name="indicator", value_name="cell", ignore_index=False)
        cells["column"] = cells["indicator"]
        cells["year"] = cells["year"].map(lambda year: str(year).strip().removesuffix(".0"))
        skipped = pd.Series(1, index=pd.Index(rest).astype(str))
    else:
        raise DataError(
            f"{called} has neither a column of indicators with a column a year, nor a column Year; download it from "
            "WITS again and do not edit it"
        )
    known = cells["indicator"].map(lambda name: _INDICATORS.get(partners.normalise(str(name))))
    counts = {str(name): int(count) for name, count in skipped.items()}
    others = {name: count for name, count in counts.items() if partners.normalise(name) not in _INDICATORS}
    cells, known = cells[known.notna()], known.dropna()
    if cells.empty:
        raise DataError(f"{called} has no values or shares of trade; its indicators are {', '.join(list(others)[:6])}")
    flows = known.map(lambda each: each[0])
    if "trade_flow" in cells:
        # "Export Partner Share (%)" says its flow itself; "Trade Value" leaves it to the column.
        stated = cells["trade_flow"].map(lambda flow: _stated(str(flow)))
        flows = flows.where(flows.notna(), stated)
    bad = ~cells["year"].str.fullmatch(r"(?:19|20)[0-9]{2}")
    if bad.any():
        row = cells.index[int(bad.to_numpy(bool).argmax())]
        raise DataError(f"{called}, row {row}, column Year: {cells['year'][bad].iloc[0]!a} is not a year")
    figures = cells["cell"].set_axis(pd.MultiIndex.from_arrays([cells.index, cells["column"]]))
    rows = pd.DataFrame(
        {
            "reporter_name": _text(cells, "reporter", called),
            "other_name": _text(cells, "other", called),
            "product": _products(cells, product, called),
            "named": "product" in cells,
            "flow": flows.to_numpy(),
            "measure": known.map(lambda each: each[1]).to_numpy(),
            "year": cells["year"].astype("int64").to_numpy(),
            "figure": (_tables.numbers(figures, called) * known.map(lambda each: each[2]).to_numpy()).to_numpy(),
        }
    )
    unknown = rows["flow"].isna()
    if unknown.any():
        others["trade of an unnamed flow"] = int(unknown.sum())
    return rows[~unknown], others


def _stated(flow: str) -> str | None:
    letters = partners.normalise(flow).removesuffix("s")
    return {"import": "imports", "export": "exports"}.get(letters)


def _text(cells: pd.DataFrame, name: str, called: str) -> list[str]:
    text = cells[name].astype(str).str.strip()
    if text.eq("").any():
        row = cells.index[int(text.eq("").to_numpy(bool).argmax())]
        raise DataError(f"{called}, row {row}: the {'reporter' if name == 'reporter' else 'partner'} is blank")
    return [str(each) for each in text]


def _products(cells: pd.DataFrame, product: str | None, called: str) -> list[str]:
    if "product" in cells:
        return [product_name(str(each)) for each in cells["product"]]
    if product is None:
        raise DataError(
            f"{called} does not say which goods it counts. Say what you chose on the page you downloaded it from: "
            'product="Intermediate goods", or product="All Products" for total trade, which is no share of inputs'
        )
    return [product_name(product)] * len(cells)
