"""Rows of months, or of years to date: which of them a ranking's period and the one compared with are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, shown
from tradecontext.intake.dated import MONTHS
from tradecontext.intake.periods import missing_months
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from tradecontext.intake import Period
    from tradecontext.intake.dated import Dated


def window(
    when: Dated, asked: Period | None, compare: Period | None, options: Mapping[str, Any]
) -> tuple[np.ndarray[Any, np.dtype[np.int64]], Period, Period | None]:
    """Return the year of the period that each row belongs to (0 for none), the period, and the one compared with.

    If no period is asked for, it is the last year in the data. Of an incomplete year, it is January to its last month,
    which are compared with the same months.

    Raises
    ------
    DataError
        If the data lacks a month of either, if one is of other months than the rows, or the two are of other months.
    """
    first, last = int(when.first.min()), int(when.first.max()) + when.length - 1
    year = intake.calendar(last // MONTHS if asked is None else asked.year)
    period = _there(asked or year, last) if when.length == 1 else _of_rows("period", asked or year, when, options)
    if asked is None and when.length == 1 and period.year == first // MONTHS:
        period = replace(period, first=(period.year, first % MONTHS + 1))
    # Months that the author wrote are compared as written; only a year is shortened to the months of the period.
    if compare is not None and compare.whole and not period.whole and "/" not in str(options["compare"]):
        compare = period.before(compare.year)
    elif compare is not None and when.length > 1:
        compare = _of_rows("compare", compare, when, options)
    years = np.zeros(len(when.first), dtype="int64")
    for option, each in (("year" if options["period"] is None else "period", period), ("compare", compare)):
        if each is None:
            continue
        start, end = (year * MONTHS + month - 1 for year, month in (each.first, each.last))
        inside = (when.first >= start) & (when.first + when.length - 1 <= end)
        lacking = sorted(set(range(start, end + 1, when.length)) - set(when.first[inside].tolist()))
        if lacking:
            has = [intake.months(month, 1).said() for month in (first, last)]
            raise DataError(
                f"{option}={shown(options[option])}: the data does not have every month of {each.said()}: "
                f"{missing_months(lacking, when.length)} (it has {has[0]} to {has[1]})"
            )
        years[inside] = each.year
    return years, period, compare


def _there(asked: Period, last: int) -> Period:
    """Return a calendar year up to the last month of the data; any other period as it is."""
    year, month = last // MONTHS, last % MONTHS + 1
    return replace(asked, last=(year, month)) if asked.whole and asked.year == year else asked


def _of_rows(option: str, asked: Period, when: Dated, options: Mapping[str, Any]) -> Period:
    """Return the months that rows of parts of years have in the year asked for."""
    own = intake.months(int(when.first[0]), when.length).before(asked.year)
    if not asked.whole and asked != own:
        raise DataError(
            f"{option}={shown(options[option])}: the rows are of {when.length} months of each year, {own.text()}; "
            "other months need a table of months"
        )
    return own


def added(trade: pd.DataFrame, when: Dated, periods: Mapping[int, Period]) -> pd.DataFrame:
    """Add up the months of each partner and period; a sum that lacks a month is missing.

    Parameters
    ----------
    trade : DataFrame
        One row a partner and month, with the year of its period, as :func:`tradecontext.measures.bilateral` returns it.
    when : Dated
        The months of these rows.
    periods : mapping
        The periods by year.

    Raises
    ------
    DataError
        If a partner has two rows for a month.
    """
    twice = trade.assign(month=when.first).duplicated(["partner", "month"])
    if twice.any():
        row = int(np.argmax(twice.to_numpy()))
        month = int(when.first[row])
        raise DataError(
            f"partner {trade['partner'].iloc[row]!r} has a second row for {intake.months(month, 1).said()} "
            f"(row {intake.place(trade, row)}); if rows are parts of its trade, add them up first"
        )
    flows = ["exports", "imports", "balance"]
    groups = trade.groupby(["partner", "year"], sort=False)
    sums = groups[flows].agg(_total)
    short = groups.size() < [periods[year].length for _, year in sums.index]
    sums[short.to_numpy()] = np.nan
    found = sums.reset_index()
    found.attrs = {**trade.attrs, "months": dict(_months(trade, when))}
    return found


def _months(trade: pd.DataFrame, when: Dated) -> Iterator[tuple[str, set[int]]]:
    """Yield the months of which each partner has a balance."""
    there = trade["balance"].notna().to_numpy()
    for code, months in trade.assign(month=when.first)[there].groupby("partner", sort=False)["month"]:
        yield str(code), set(months.tolist())


def lacking(trade: pd.DataFrame, code: str, period: Period) -> str:
    """Say which months of a period a partner lacks, if it has others of them; else an empty text."""
    start, end = (year * MONTHS + month - 1 for year, month in (period.first, period.last))
    there = trade.attrs.get("months", {}).get(code, set()) & set(range(start, end + 1))
    return missing_months(sorted(set(range(start, end + 1)) - there)) if there else ""


def _total(values: pd.Series[float]) -> float:
    return exact.total(values.tolist())
