"""Faults in a spec of this chart that its schema cannot express."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tradecontext.charts.input_reliance.phrases import OF_LINES
from tradecontext.charts.input_reliance.sentences import CHANGES
from tradecontext.errors import shown
from tradecontext.spec.faults import rows, yearly
from tradecontext.spec.faults.printed import Printed, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec, Row

SERIES = (yearly.Yearly("shares", "first", "last", 2), yearly.Yearly("second", None, "second_last", 2))
"""The yearly series of a row whose first or last figures are printed."""


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of yearly figures and their texts, of fields that the method needs, of scales and of gaps."""
    yield from rows.years(checked)
    if checked.has("years", "method", "columns", "view"):
        published = checked.spec["method"] == "published"
        yield from _columns(checked.spec, published=published)
        for place, row in checked.rows:
            yield from _row(checked, place, row, published=published)
    if checked.has("scale"):
        yield from _ticks(checked)
    if checked.has("phrases", "view") and checked.spec["view"] != "ranking":
        yield from _of_lines(checked)
    if checked.has("phrases", "years"):
        period, ends = checked.spec["phrases"]["period"], ["{from}", "{to}"]
        gaps = re.findall(r"\{\w+\}", period)
        # A spec of one year has no sentence about a period.
        if gaps != ends and len(checked.spec["years"]) > 1:
            why = "it has to have {from}, then {to}, and no other gap"
            yield f"spec field phrases.period is {shown(period)}; {why}"


def _of_lines(checked: CheckedSpec) -> Iterator[str]:
    """Yield a fault for each phrase or headline that a chart with lines lacks."""
    lacking = [f"phrases.{name}" for name in OF_LINES if name not in checked.spec["phrases"]]
    headline = checked.spec["sentences"].get("headline") if checked.has("sentences") else None
    if headline:
        of_two = [f"both_{kind}" for kind in CHANGES]
        kinds = [*CHANGES, *(of_two if any(kind in headline for kind in of_two) else ())]
        lacking += [f"sentences.headline.{kind}" for kind in kinds if kind not in headline]
    for place in lacking:
        yield f"spec field {place} is missing; a chart with lines needs it"


def _columns(spec: dict[str, Any], *, published: bool) -> Iterator[str]:
    columns = spec["columns"]
    if published and spec["view"] != "ranking":
        yield f"spec field view is {spec['view']!r}; averages as published are drawn as a ranking alone"
    if ("second" in columns) != ("first" in columns):
        yield "spec field columns has the name of one of two series; give first and second, or neither"
    if spec.get("trend") and "trend" not in columns:
        yield "spec field trend is true, and columns has no header for the small lines; give columns.trend"
    if published and "trend" in columns:
        yield "spec field columns.trend is over yearly figures, and published averages have none; take it out"


def _row(checked: CheckedSpec, place: int, row: Row, *, published: bool) -> Iterator[str]:
    years = checked.spec["years"]
    yield from rows.belongs(place, row, "second", "columns.second", wanted="second" in checked.spec["columns"])
    yield from rows.belongs(
        place, row, "totals", "the method ratio_of_sums", wanted=checked.spec["method"] == "ratio_of_sums"
    )
    yield from rows.belongs(place, row, "average", "the method published", wanted=published)
    for name in ("shares", "second", "totals"):
        if name in row:
            yield from yearly.length(place, name, row, () if published else years)
    for each in SERIES:
        if len(row.get(each.name, ())) == len(years):
            yield from yearly.ends(checked, place, row, each)
        elif not row.get(each.name):
            for key in filter(None, (each.first, each.last)):
                yield from rows.belongs(place, row, key, each.name, wanted=False)
    yield from yearly.extremes(checked, place, row, SERIES[0])


def _ticks(checked: CheckedSpec) -> Iterator[str]:
    ticks = checked.spec["scale"]["ticks"]
    values = [tick["value"] for tick in ticks]
    if values[0] != 0 or len(values) < 2:
        yield f"spec field scale.ticks has {len(values)} from {values[0]}; it has to begin with 0, and have two or more"
    if values[-1] > 1:
        yield f"spec field scale.ticks[{len(values) - 1}].value is {values[-1]}; no share is more than 1"
    yield from rows.increasing("scale.ticks", values)
    texts = (Printed(f"scale.ticks[{at}].text", tick["text"], "value", tick["value"]) for at, tick in enumerate(ticks))
    yield from wrong(texts, checked.numbers, 2)
    for place, row in checked.rows:
        figures = [*row["shares"], *row.get("second", ()), row.get("average")]
        largest = max((figure for figure in figures if figure is not None), default=0)
        if largest > values[-1]:
            yield f"spec field rows[{place}] has {largest}, beyond the last of scale.ticks ({values[-1]}); add a tick"
