"""US goods trade by product, by state, and the duties on it, from the Census Bureau's API, which needs a key."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tradecontext import partners as names
from tradecontext.data import _census
from tradecontext.errors import DataError, shown
from tradecontext.fetch import asked, services
from tradecontext.fetch.answers import ask

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

Product = Literal["hs", "enduse", "naics", "sitc"]
_FIRST = 2010


class _Table(NamedTuple):
    """A table of the API: its name, the columns that split the trade, and the level of detail that is asked for."""

    name: str
    import_parts: tuple[str, str]
    export_parts: tuple[str, str]
    level: str = ""


_PRODUCTS = {
    "hs": _Table("hs", ("I_COMMODITY", "I_COMMODITY_SDESC"), ("E_COMMODITY", "E_COMMODITY_SDESC"), "HS2"),
    "enduse": _Table("enduse", ("I_ENDUSE", "I_ENDUSE_LDESC"), ("E_ENDUSE", "E_ENDUSE_LDESC"), "EU1"),
    "naics": _Table("naics", ("NAICS", "NAICS_SDESC"), ("NAICS", "NAICS_SDESC"), "NA3"),
    "sitc": _Table("sitc", ("SITC", "SITC_SDESC"), ("SITC", "SITC_SDESC"), "SITC1"),
}
_STATES = _Table("statehs", ("STATE", "STATE"), ("STATE", "STATE"))
_VALUES = {"imports": "GEN_VAL_MO", "exports": "ALL_VAL_MO"}
#: Imports for consumption by customs value, and the duty that was calculated on them.
_DUTIES = {"dutiable_basis": "CON_VAL_MO", "duties": "CAL_DUT_MO"}


def parts(  # noqa: PLR0913
    by: str,
    partners: Sequence[str] | str | None,
    years: Sequence[int] | int | None = None,
    by_product: Product | None = None,
    *,
    by_state: bool = False,
    duties: bool = False,
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.us_goods_trade` for parts of the trade, and for duties."""
    if by != "year":
        raise DataError("by_product=, by_state= and duties= are of years: leave by= out")
    if (by_product is not None) + by_state + duties != 1:
        raise DataError("by_product=, by_state= and duties= are three tables: ask for one")
    if by_product is not None and by_product not in _PRODUCTS:
        raise DataError(f"by_product={shown(by_product)} is not known; choose {', '.join(map(repr, _PRODUCTS))}")
    services.CENSUS_API.need_key("this table")
    last = dt.datetime.now(dt.UTC).year - 1
    period = asked.span(years, last, last)
    if period[0] < _FIRST:
        raise DataError(f"years: the Census Bureau's API begins in {_FIRST}")
    codes = _codes(asked.codes(partners))
    table = _STATES if by_state else _PRODUCTS[by_product or "hs"]
    part = "" if duties else "state" if by_state else "product"
    values = {"imports": _DUTIES} if duties else {flow: {flow: name} for flow, name in _VALUES.items()}
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for flow, columns in values.items():
        for year in range(period[0], period[1] + 1):
            _add(rows, (flow, table, columns, part), codes, year)
    return _frame(rows, part, [name for columns in values.values() for name in columns], duties=duties)


def _add(
    rows: dict[tuple[Any, ...], dict[str, Any]],
    asked_for: tuple[str, _Table, dict[str, str], str],
    codes: dict[str, str],
    year: int,
) -> None:
    """Add a year's months to the rows of each partner, year and part."""
    flow, table, columns, part = asked_for
    parts = (table.import_parts if flow == "imports" else table.export_parts) if part else ()
    wanted = dict.fromkeys(["CTY_CODE", *parts, *columns.values()])
    parameters: dict[str, Any] = {"get": ",".join(wanted), "time": f"from {year}-01 to {year}-12", "SUMMARY_LVL": "DET"}
    parameters["CTY_CODE"] = list(codes)
    if part and table.level:
        parameters["COMM_LVL"] = table.level
    answer = ask(services.CENSUS_API, f"{flow}/{table.name}", parameters)
    head, *lines = json.load(answer)
    needed = [*wanted, "time", *(["COMM_LVL"] if part and table.level else [])]
    at = {name: head.index(name) for name in needed if name in head}
    missing = [name for name in needed if name not in at]
    if missing:
        raise DataError(f"{answer.name} lacks the columns {', '.join(missing)}")
    if "COMM_LVL" in at and {line[at["COMM_LVL"]] for line in lines} != {table.level}:
        raise DataError(f"{answer.name} has several levels of detail, which would count trade twice")
    months = {line[at["time"]] for line in lines}
    if not months <= {f"{year}-{month:02d}" for month in range(1, 13)}:
        raise DataError(f"{answer.name} has other months than those of {year}")
    if len(months) < 12:
        raise DataError(f"{year}: the Census Bureau has {len(months)} months; ask for years that are complete")
    for line in lines:
        if line[at["CTY_CODE"]] not in codes or any(line[at[name]] in {"-", "TOTAL"} for name in parts[:1]):
            continue
        key = (codes[line[at["CTY_CODE"]]], year, *(line[at[name]] for name in parts))
        row = rows.setdefault(key, {})
        for name, column in columns.items():
            row[name] = row.get(name, 0) + int(line[at[column]])


def _codes(wanted: list[str]) -> dict[str, str]:
    """Return the partners by the Census Bureau's codes."""
    known = _census.codes()
    return {code: str(known["partner"][code]) for code in known.index if known["partner"][code] in wanted}


def _frame(rows: dict[tuple[Any, ...], dict[str, Any]], part: str, values: list[str], *, duties: bool) -> pd.DataFrame:
    import pandas as pd

    keys = sorted(rows)
    made: dict[str, Any] = {"partner": [key[0] for key in keys]}
    made["partner_name"] = [names.name(code) or code for code in made["partner"]]
    made["year"] = [key[1] for key in keys]
    if part:
        made[part] = [key[2] for key in keys]
        made[f"{part}_name"] = [key[3] for key in keys]
    made |= {name: [float(rows[key].get(name, 0)) for key in keys] for name in values}
    frame = pd.DataFrame(made)
    if duties:
        frame["rate"] = (frame["duties"] / frame["dutiable_basis"]).where(frame["dutiable_basis"] > 0)
    else:
        frame["balance"] = frame["exports"] - frame["imports"]
    what = "duties" if duties else f"by_{part}"
    frame["definition"] = pd.Categorical([f"census_goods_{what}"] * len(frame))
    return frame
