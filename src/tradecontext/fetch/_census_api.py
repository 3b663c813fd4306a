"""US goods trade by product, by state, and the duties on it, from the Census Bureau's API, which needs a key."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tradecontext import partners as names
from tradecontext.data import _census
from tradecontext.errors import DataError, caution
from tradecontext.fetch import arguments, services
from tradecontext.fetch.answers import ask
from tradecontext.fetch.problems import NothingFoundError
from tradecontext.readers import _census_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

Product = Literal["hs", "enduse", "naics", "sitc"]


class _Table(NamedTuple):
    """A table of the API: what splits the trade, in imports and exports, its description, and the level of detail."""

    part: str
    columns: tuple[str, str]
    named: str = ""
    level: str = ""


_TABLES = {
    "hs": _Table("product", ("I_COMMODITY", "E_COMMODITY"), "_SDESC", "HS2"),
    "enduse": _Table("product", ("I_ENDUSE", "E_ENDUSE"), "_LDESC", "EU1"),
    "naics": _Table("product", ("NAICS", "NAICS"), "_SDESC", "NA3"),
    "sitc": _Table("product", ("SITC", "SITC"), "_SDESC", "SITC1"),
    "statehs": _Table("state", ("STATE", "STATE")),
}
_FLOWS = {"imports": {"imports": "GEN_VAL_MO"}, "exports": {"exports": "ALL_VAL_MO"}}
_DUTIES = {"imports": {"dutiable_basis": "CON_VAL_MO", "duties": "CAL_DUT_MO"}}


def parts(  # noqa: PLR0913
    by: str,
    partners: Sequence[str] | str | None,
    years: arguments.Years = None,
    by_product: Product | None = None,
    *,
    by_state: bool = False,
    duties: bool = False,
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.us_goods_trade` for parts of the trade, and for duties."""
    import pandas as pd

    if by != "year" or (by_product is not None) + by_state + duties != 1:
        raise DataError("by_product=, by_state= and duties= are separate tables of years: ask for one, without by=")
    spans = arguments.chosen(arguments.last_year() if years is None else years, services.CENSUS_API)
    wanted = arguments.needed(partners)
    codes = {str(code): str(each) for code, each in _census.codes()["partner"].items() if each in wanted}
    what = "duties on imports from {}" if duties else "trade with {} in such parts"
    if lost := set(wanted) - set(codes.values()):
        raise arguments.without(services.CENSUS_API, what, lost, wanted)
    arguments.need_key(services.CENSUS_API, "tc.fetch.us_goods_trade with by_product=, by_state= or duties=")
    name = "statehs" if by_state else by_product or "hs"
    flows: list[pd.DataFrame] = [
        pd.concat([_year(flow, name, values, list(codes), year) for year in spans])
        for flow, values in (_DUTIES if duties else _FLOWS).items()
    ]
    split = [] if duties else [_TABLES[name].part]
    # A part has one name, though imports and exports word it in two ways.
    rows = functools.reduce(pd.DataFrame.combine_first, flows)
    rows = rows.reset_index().assign(partner=lambda found: found["code"].map(codes))
    if lost := set(wanted) - set(rows["partner"]):
        raise arguments.without(services.CENSUS_API, what, lost, wanted, spans)
    arguments.tell_missing(years, spans, rows["year"], services.CENSUS_API)
    frame = rows[["partner", "year", *split]].copy()
    frame.insert(1, "partner_name", [names.name(code) or code for code in frame["partner"]])
    frame[[f"{each}_name" for each in split]] = rows[["name"] * len(split)]
    if duties:
        frame[["dutiable_basis", "duties"]] = rows[["dutiable_basis", "duties"]]
        frame["rate"] = (frame["duties"] / frame["dutiable_basis"]).where(frame["dutiable_basis"] > 0)
    else:
        # A part without a row in one of the flows had no trade in it.
        frame[["exports", "imports"]] = rows[["exports", "imports"]].fillna(0.0)
        frame["balance"] = frame["exports"] - frame["imports"]
    frame["definition"] = f"census_goods_{'duties' if duties else f'by_{split[0]}'}"
    return frame.sort_values(["partner", "year", *split], ignore_index=True)


def _year(flow: str, name: str, values: dict[str, str], codes: list[str], year: int) -> pd.DataFrame:
    """Return the sums of a year's months by the country's code, year and part."""
    import pandas as pd

    table, columns = _TABLES[name], _census_parts.Columns()
    if values != _DUTIES["imports"]:
        part = table.columns[flow == "exports"]
        columns = _census_parts.Columns(part, f"{part}{table.named}", table.level)
    got = dict.fromkeys(filter(None, ["CTY_CODE", columns.part, columns.name, *values.values()]))
    parameters: dict[str, Any] = {"get": ",".join(got), "SUMMARY_LVL": "DET"}
    parameters |= {"time": f"from {year}-01 to {year}-12", "CTY_CODE": codes}
    if columns.level:
        parameters["COMM_LVL"] = columns.level
    try:
        answer = ask(services.CENSUS_API, f"{flow}/{name}", parameters)
    except NothingFoundError:
        empty = pd.MultiIndex.from_arrays([[], [], []], names=["code", "year", table.part])
        return pd.DataFrame(columns=[*values, "name"], index=empty)
    rows = _census_parts.read(answer, columns, list(values.values()))
    whole, there = [f"{year}-{month:02d}" for month in range(1, 13)], set(rows["month"])
    if not there <= set(whole):
        raise DataError(f"{answer.name} has other months than those of {year}")
    # Only last year may still lack months; in earlier years a month without rows had no trade.
    if year == arguments.last_year() and there == set(whole[: len(there)]) and len(there) < 12:
        last = f"{services.CENSUS_API.called} has {year} only to {max(there)} as yet"
        raise NothingFoundError(f"years: {last}; ask for years={year - 1}")
    rows = rows[rows["code"].isin(codes)]
    for code, silent in _census_parts.silent(rows, whole):
        caution(f"{answer.name} has no rows of CTY_CODE {code} in {silent}: counted as months without trade")
    return _census_parts.sums(rows, values).rename_axis(index={"part": table.part})
