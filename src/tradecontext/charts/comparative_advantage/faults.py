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

    from tradecontext.spec.faults.held import Held, Row


VALUES = yearly.Yearly("values", "first", "last", digits=FIGURES)


def faults(held: Held) -> Iterator[str]:
    """Yield faults of indices and their texts, of means, of the scale, and of the sentence about two rows."""
    yield from rows.years(held)
    texts = [Printed(f"rows[{place}].text", row["text"], "rca", row["rca"]) for place, row in held.rows]
    yield from wrong(texts, held.numbers, 0, 2)
    if held.has("years", "period", "columns"):
        for place, row in held.rows:
            yield from _row(held, place, row)
        if held.spec["period"][0] > held.spec["period"][1]:
            yield f"spec field period is {held.spec['period']}; the first year may not be after the last"
        if held.spec.get("trend") and "trend" not in held.spec["columns"]:
            yield "spec field trend is true, and columns has no header for the small lines; give columns.trend"
    if held.has("scale"):
        yield from _scale(held)
    yield from _pair(held)


def _row(held: Held, place: int, row: Row) -> Iterator[str]:
    years, trend = held.spec["years"], "trend" in held.spec["columns"]
    if "values" not in row:
        if trend:
            yield from rows.belongs(place, row, "values", "columns.trend", wanted=True)
        for name in ("first", "last", "extremes"):
            yield from rows.belongs(place, row, name, "values", wanted=False)
        return
    yield from yearly.length(place, "values", row, years)
    if len(row["values"]) != len(years):
        return
    compared = _compared(row, held.spec["period"], years)
    if trend:
        yield from yearly.ends(held, place, compared, VALUES)
    else:
        for name in ("first", "last"):
            yield from rows.belongs(place, row, name, "columns.trend", wanted=False)
    yield from yearly.extremes(held, place, compared, VALUES)
    yield from _mean(place, row, held.spec["period"], years)


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


def _scale(held: Held) -> Iterator[str]:
    scale = held.spec["scale"]
    ticks, end = scale["ticks"], scale["max"]
    yield from rows.increasing("scale.ticks", [tick["value"] for tick in ticks])
    for at, tick in enumerate(ticks):
        if not 1 / end * (1 - 1e-9) <= tick["value"] <= end:
            yield f"spec field scale.ticks[{at}].value is {tick['value']}, off a scale from 1/{end:g} to {end:g}"
    texts = (Printed(f"scale.ticks[{at}].text", tick["text"], "value", tick["value"]) for at, tick in enumerate(ticks))
    yield from wrong(texts, held.numbers, 0, 3)


def _pair(held: Held) -> Iterator[str]:
    if held.has("pair"):
        text = held.spec["pair"]
        if any(text.count(gap) != 1 for gap in GAPS):
            yield f"spec field pair is {shown(text)}; it has to have {', '.join(GAPS)}, each once"
        if held.whole and sum("pair" in row for _, row in held.rows) < 2:
            yield "spec field pair is about two rows, and fewer than two have a pair; give them, or take it out"
    elif "pair" not in held.spec:
        for place, row in held.rows:
            yield from rows.belongs(place, row, "pair", "pair", wanted=False)
