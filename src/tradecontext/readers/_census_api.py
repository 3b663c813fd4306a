"""Parse answers of the US Census Bureau's international trade API: an array of arrays, whole dollars as text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pandas as pd

from tradecontext.data import _census
from tradecontext.errors import DataError
from tradecontext.readers import _tables
from tradecontext.readers._census_workbook import MONTHS, Reading
from tradecontext.readers._faults import Faults
from tradecontext.readers._publisher import json_looks_like, looks_like

if TYPE_CHECKING:
    from tradecontext.intake.periods import By

#: Value columns: flow, and whether the figure is the year to date instead of the month.
_VALUES = {
    "GEN_VAL_MO": ("imports", False),
    "GEN_VAL_YR": ("imports", True),
    "ALL_VAL_MO": ("exports", False),
    "ALL_VAL_YR": ("exports", True),
}
#: Columns that name the country or the month, or describe the answer. The API echoes every predicate of a request as a
#: column; each one other than these and the measures splits a country's trade into parts.
_KEYS = {"CTY_CODE", "CTY_NAME", "YEAR", "MONTH", "time", "SUMMARY_LVL", "LAST_UPDATE", "UNIT_QY1", "UNIT_QY2"}
_MEASURE = re.compile(r".*_(?:MO|YR)(?:_FLAG)?")
_DESCRIPTION = re.compile(r"(.+)_(?:[LS]?DESC|NAME)")
#: A cell that means the total in a column that splits trade. "0" does not: in SITC and end use it is section 0, food.
_ALL = re.compile(r"-?|TOTAL\b.*", re.IGNORECASE)
_SECTION_0 = {"SITC", "I_ENDUSE", "E_ENDUSE"}
_YEAR_END = 12

#: Relative gap allowed between the countries' sum and the total: low-value shipments and corrections have no country.
_TOTAL_TOLERANCE = 0.001


def parse(text: str, called: str, left_out: list[str]) -> pd.DataFrame:
    """Parse one answer into long rows; append to `left_out` what is left out.

    Returns
    -------
    pandas.DataFrame
        census_code, name, year, month, flow, to_date (bool), value (US dollars).
    """
    try:
        answer = json.loads(text)
    except (ValueError, RecursionError):
        raise DataError(f"{called} is not complete JSON: the download may have been cut off; fetch it again") from None
    table = _table(answer, text, called)
    values = [column for column in table.columns if column in _VALUES]
    if not values:
        consumption = [
            c for c in table.columns if c.startswith(("CON_VAL", "DUT_VAL", "CAL_DUT", "AIR_VAL", "VES_VAL"))
        ]
        found = f"; {consumption[0]} counts something else" if consumption else ""
        raise DataError(
            f"{called} has none of the columns {', '.join(_VALUES)}: ask for one of them in get={found}. "
            f"{looks_like(table.columns) or 'Columns: ' + ', '.join(table.columns)}"
        )
    faults = Faults(called)
    if "CTY_CODE" not in table:
        faults.add(["no column CTY_CODE: add CTY_CODE,CTY_NAME to get= in the request"])
    table = _all_goods(table, faults, left_out)
    year, month = _dates(table, faults)
    dollars = _tables.all_numbers(table[values], called, faults)
    faults.refuse()
    name = table["CTY_NAME"] if "CTY_NAME" in table else table["CTY_CODE"]
    base = pd.DataFrame({"census_code": table["CTY_CODE"].astype(str).str.strip(), "name": name.astype(str)})
    base = base.assign(year=year.astype("int64"), month=month.astype("int64"))
    longs = []
    for column in values:
        flow, to_date = _VALUES[column]
        if any(_VALUES[other] == (flow, False) for other in values) and to_date:
            continue
        longs.append(base.assign(flow=flow, to_date=to_date, value=dollars[column]))
    return pd.concat(longs, ignore_index=True)


def _all_goods(table: pd.DataFrame, faults: Faults, left_out: list[str]) -> pd.DataFrame:
    """Keep the rows of all goods. If there are none, add a fault for each column that splits trade into parts."""
    names = [str(name) for name in table.columns]
    splits = [name for name in names if name not in _KEYS and not _MEASURE.fullmatch(name)]
    # A description column, such as DIST_NAME, only repeats its code column, DISTRICT.
    splits = [
        name
        for name in splits
        if not ((match := _DESCRIPTION.fullmatch(name)) and any(o.startswith(match[1]) and o != name for o in splits))
    ]
    whole = pd.DataFrame({name: table[name].map(_written).str.fullmatch(_ALL) for name in splits}, index=table.index)
    total = whole.all(axis=1)
    if total.all():
        return table
    if total.any():
        left_out.append(f"{int((~total).sum()):,} rows of parts of trade ({', '.join(whole.columns[~whole.all()])})")
        return table[total]
    faults.add(
        f"column {name} has {_parts(table[name][~whole[name]])}; rows of it are parts of a country's trade, not all "
        f"goods: leave {name} out of the request"
        for name in whole.columns[~whole.all()]
    )
    return table


def _parts(cells: pd.Series) -> str:
    parts = sorted({_written(cell) for cell in cells})
    section = ", where 0 is a section (food), not all of it" if cells.name in _SECTION_0 and "0" in parts else ""
    return ", ".join(part[:40] for part in parts[:3]) + section


def _written(cell: object) -> str:
    return "" if cell is None else str(cell).strip()


def _table(answer: Any, text: str, called: str) -> pd.DataFrame:
    if isinstance(answer, dict):
        like = json_looks_like(text) or f"its keys are {', '.join(list(answer)[:5])}"
        raise DataError(f"{called} is not an answer of the Census Bureau's API, which is an array of arrays: {like}")
    if not (isinstance(answer, list) and answer and all(isinstance(row, list) for row in answer)):
        raise DataError(f"{called} is not an answer of the Census Bureau's API, which is an array of arrays")
    header, rows = [str(cell) for cell in answer[0]], answer[1:]
    if not rows:
        raise DataError(f"{called} has a header and no rows")
    faults = Faults(called)
    faults.add(
        f"row {number}: {len(row)} values under {len(header)} columns"
        for number, row in enumerate(rows, 2)
        if len(row) != len(header)
    )
    faults.refuse()
    table = pd.DataFrame(rows, columns=pd.Index(header), dtype=object)
    table.index = pd.RangeIndex(2, len(table) + 2)
    # A variable that a request both gets and filters by comes back as two identical columns.
    return table.loc[:, ~table.columns.duplicated()]


def _dates(table: pd.DataFrame, faults: Faults) -> tuple[pd.Series, pd.Series]:
    if "time" in table:
        parts = table["time"].astype(str).str.extract(r"^([0-9]{4})-([0-9]{2})$")
        what = "time"
    elif {"YEAR", "MONTH"} <= set(table.columns):
        year = table["YEAR"].astype(str).str.extract(r"^([0-9]{4})$")
        parts = pd.concat([year, table["MONTH"].astype(str).str.extract(r"^([0-9]{1,2})$")], axis=1)
        what = "YEAR or MONTH"
    else:
        faults.add(
            ["no column gives the month: it needs the column time, or YEAR and MONTH. Add MONTH to get= in the request"]
        )
        return pd.Series(dtype=float), pd.Series(dtype=float)
    parts.columns = pd.Index(["year", "month"])
    month = pd.to_numeric(parts["month"])
    bad = parts["year"].isna() | ~month.between(1, 12)
    faults.add(f"row {row}, column {what}: not a year and month such as 2024-01" for row in table.index[bad])
    return parts["year"], month


def rows(months: pd.DataFrame, called: str, by: By) -> Reading:
    """Make rows by month, by year to date, or by year; check that no figure contradicts another.

    If an answer is complete, that is, if in every month the countries add up to the total row, then a country without a
    row in a month had no trade in it. Otherwise its figure is missing.
    """
    key = ["flow", "census_code", "year", "month", "to_date"]
    months = months.drop_duplicates([*key, "value"])
    twice = months.duplicated(key, keep=False)
    if twice.any():
        row = months[twice].iloc[0]
        raise DataError(
            f"{called}: {row['flow']} of CTY_CODE {row['census_code']} in {row['year']}-{row['month']:02d} "
            "have two different values; the files may be of two vintages, or the rows may be parts of trade"
        )
    for flow, part in months.groupby("flow"):
        if part["to_date"].any() and not part["to_date"].all():
            raise DataError(f"{called}: {flow} come both by month and as year to date; read one of the two")
    return _annual(months) if by == "year" else _by_month(months, called, by)


def _by_month(months: pd.DataFrame, called: str, by: By) -> Reading:
    """Return a row for each month that every flow has, or for each year up to the last of these months."""
    if months["to_date"].any():
        raise DataError(
            f"{called} has figures to date (GEN_VAL_YR, ALL_VAL_YR), and by={by!r} needs months: ask for GEN_VAL_MO "
            "and ALL_VAL_MO"
        )
    flows = {
        str(flow): pd.concat([_fill_quiet_months(rows) for _, rows in part.groupby("year")]).set_index(
            ["census_code", "year", "month"]
        )["value"]
        for flow, part in months.groupby("flow")
    }
    _, through = _whole_years(months)
    found = pd.concat(flows, axis=1).reindex(columns=["imports", "exports"]).reset_index()
    last, month = (int(part) for part in through.split("-"))
    found = found[(found["year"] < last) | ((found["year"] == last) & (found["month"] <= month))]
    names = months.drop_duplicates("census_code").set_index("census_code")["name"]
    found.insert(1, "name", found["census_code"].map(names))
    if by == "month":
        return Reading(found, through)
    return Reading(_census.to_date(found, month), through, length=month)


def _annual(months: pd.DataFrame) -> Reading:
    """Add up months to years, and leave out incomplete years."""
    whole, through = _whole_years(months)
    years = sorted(set(months["year"]))
    kept = [year for year in years if all(year in done for done in whole.values())]
    left_out = [
        f"{year}: {flow} only for {_month_list(months, year, flow)}"
        for year in years
        for flow, done in whole.items()
        if year not in done
    ]
    names = months.drop_duplicates("census_code").set_index("census_code")["name"]
    index = months[months["year"].isin(kept)].groupby(["census_code", "year"]).size().index
    rows = pd.DataFrame(index=index)
    for flow in ("imports", "exports"):
        part = months[(months["flow"] == flow) & months["year"].isin(kept)]
        rows[flow] = _sums(part).reindex(rows.index) if len(part) else float("nan")
        if len(part):
            complete = [y for y in kept if _adds_up(part[part["year"] == y])]
            quiet = rows[flow].isna() & rows.index.get_level_values("year").isin(complete)
            quiet &= ~rows.index.isin(pd.MultiIndex.from_frame(part[["census_code", "year"]]))
            rows.loc[quiet, flow] = 0.0
            gaps = int(rows[flow].isna().sum())
            if gaps:
                left_out.append(f"{flow} of {gaps} partner-years that lack a month: missing in the frame")
    rows = rows.reset_index()
    rows.insert(1, "name", rows["census_code"].map(names))
    return Reading(rows, through, left_out)


def _whole_years(months: pd.DataFrame) -> tuple[dict[str, set[int]], str]:
    """Return, by flow, the years with all twelve months, and the last month that every flow has."""
    whole, last = {}, []
    for flow, part in months.groupby("flow"):
        to_date = bool(part["to_date"].all())
        seen = part.groupby("year")["month"].agg(set)
        whole[str(flow)] = {
            int(str(year)) for year, has in seen.items() if (_YEAR_END in has if to_date else len(has) == _YEAR_END)
        }
        newest = part.loc[part["year"] == part["year"].max()]
        last.append(f"{newest['year'].iloc[0]}-{newest['month'].max():02d}")
    return whole, min(last)


def _month_list(months: pd.DataFrame, year: int, flow: str) -> str:
    has = sorted(set(months.loc[(months["year"] == year) & (months["flow"] == flow), "month"]))
    return ", ".join(MONTHS[number - 1].title() for number in has) or "no month"


def _sums(part: pd.DataFrame) -> pd.Series:
    """Add twelve months, or take December's year to date; anything less is missing."""
    monthly, to_date = part[~part["to_date"]], part[part["to_date"] & (part["month"] == _YEAR_END)]
    filled = [_fill_quiet_months(rows) for _, rows in monthly.groupby("year")]
    everything = pd.concat([*filled, to_date]) if filled else to_date
    grouped = everything.groupby(["census_code", "year"])["value"]
    sums = grouped.sum(min_count=1)
    enough = (grouped.count() == _YEAR_END) | everything.groupby(["census_code", "year"])["to_date"].any()
    return sums.where(enough)


def _fill_quiet_months(rows: pd.DataFrame) -> pd.DataFrame:
    """Add zeros for the months in which a country has no row, where the months are known to be complete."""
    if not _adds_up(rows):
        return rows
    there = pd.MultiIndex.from_frame(rows[["census_code", "month"]])
    every = pd.MultiIndex.from_product([there.unique(0), there.unique(1)], names=["census_code", "month"])
    zeros = every.difference(there).to_frame(index=False)
    zeros = zeros.assign(year=rows["year"].iloc[0], flow=rows["flow"].iloc[0], to_date=False, value=0.0)
    return pd.concat([rows, zeros], ignore_index=True) if len(zeros) else rows


def _adds_up(rows: pd.DataFrame) -> bool:
    """Check that in every month the countries add up to the answer's own total, so that none was cut off."""
    country = rows["census_code"].str.fullmatch("[1-9][0-9]{3}")
    total = rows[rows["census_code"] == "-"].groupby("month")["value"].sum()
    summed = rows[country].groupby("month")["value"].sum().reindex(total.index)
    every_month = len(total) == rows["month"].nunique() and len(total) > 0
    return every_month and bool(((summed - total).abs() <= total.abs() * _TOTAL_TOLERANCE).all())
