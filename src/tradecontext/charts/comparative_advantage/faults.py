"""Faults in a spec of this chart that its schema cannot express."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from tradecontext.charts.comparative_advantage.breaks import comparable
from tradecontext.charts.comparative_advantage.words import FIGURES, GAPS
from tradecontext.errors import shown
from tradecontext.spec.faults import rows, yearly
from tradecontext.spec.faults.printed import Printed, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec, Row


VALUES = yearly.Yearly("values", "first", "last", digits=FIGURES)


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of indices and their texts, of means, of the scale, and of the sentence about two rows."""
    yield from rows.years(checked)
    texts = [Printed(f"rows[{place}].text", row["text"], "rca", row["rca"]) for place, row in checked.rows]
    yield from wrong(texts, checked.numbers, 0, 2)
    if checked.has("years", "period", "columns"):
        for place, row in checked.rows:
            yield from _row(checked, place, row)
        if checked.spec["period"][0] > checked.spec["period"][1]:
            yield f"spec field period is {checked.spec['period']}; the first year may not be after the last"
        if checked.spec.get("trend") and "trend" not in checked.spec["columns"]:
            yield "spec field trend is true, and columns has no header for the small lines; give columns.trend"
    if checked.has("scale"):
        yield from _scale(checked)
    yield from _pair(checked)


def _row(checked: CheckedSpec, place: int, row: Row) -> Iterator[str]:
    years, trend = checked.spec["years"], "trend" in checked.spec["columns"]
    if "values" not in row:
        if trend:
            yield from rows.belongs(place, row, "values", "columns.trend", wanted=True)
        for name in ("first", "last", "extremes"):
            yield from rows.belongs(place, row, name, "values", wanted=False)
        return
    yield from yearly.length(place, "values", row, years)
    if len(row["values"]) != len(years):
        return
    compared = _compared(row, checked.spec["period"], years)
    if trend:
        yield from yearly.ends(checked, place, compared, VALUES)
    else:
        for name in ("first", "last"):
            yield from rows.belongs(place, row, name, "columns.trend", wanted=False)
    yield from yearly.extremes(checked, place, compared, VALUES)
    yield from _mean(place, row, checked.spec["period"], years)


def _compared(row: Row, period: list[int], years: list[int]) -> Row:
    """Return a row without the indices that a break parts from the period: no change is printed across one."""
    first, last = comparable(row.get("breaks", ()), years, period) or (0, -1)
    values = zip(years, row["values"], strict=True)
    return {**row, "values": [value if first <= year <= last else None for year, value in values]}


def _mean(place: int, row: Row, period: list[int], years: list[int]) -> Iterator[str]:
    """Yield a fault if an index is not the mean of its yearly values, which are rounded to fewer digits."""
    there = [
        value
        for year, value in zip(years, row["values"], strict=True)
        if value is not None and period[0] <= year <= period[1]
    ]
    mean = fsum(there) / len(there) if there else None
    if (mean is None) != (row["rca"] is None) or (
        mean is not None and abs(mean - row["rca"]) > 10.0 ** (1 - FIGURES) * max(mean, row["rca"])
    ):
        yield (
            f"spec field rows[{place}].rca is {shown(row['rca'])}, and the mean of its values from {period[0]} to "
            f"{period[1]} is {shown(mean)}; correct the one that is wrong"
        )


def _scale(checked: CheckedSpec) -> Iterator[str]:
    scale = checked.spec["scale"]
    ticks, end = scale["ticks"], scale["max"]
    yield from rows.increasing("scale.ticks", [tick["value"] for tick in ticks])
    for at, tick in enumerate(ticks):
        if not 1 / end * (1 - 1e-9) <= tick["value"] <= end:
            yield f"spec field scale.ticks[{at}].value is {tick['value']}, off a scale from 1/{end:g} to {end:g}"
    texts = (Printed(f"scale.ticks[{at}].text", tick["text"], "value", tick["value"]) for at, tick in enumerate(ticks))
    yield from wrong(texts, checked.numbers, 0, 3)


def _pair(checked: CheckedSpec) -> Iterator[str]:
    if checked.has("pair"):
        text = checked.spec["pair"]
        if any(text.count(gap) != 1 for gap in GAPS):
            yield f"spec field pair is {shown(text)}; it has to have {', '.join(GAPS)}, each once"
        if checked.whole and sum("pair" in row for _, row in checked.rows) < 2:
            yield "spec field pair is about two rows, and fewer than two have a pair; give them, or take it out"
    elif "pair" not in checked.spec:
        for place, row in checked.rows:
            yield from rows.belongs(place, row, "pair", "pair", wanted=False)
