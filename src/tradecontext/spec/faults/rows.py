"""Faults in the rows of any chart: partners, their order, years, and the reader's choices."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tradecontext.errors import shown
from tradecontext.spec import reader_choices

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradecontext.spec.faults.checked import CheckedSpec, Row


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield the faults of rows that every chart may have."""
    yield from _twice(checked)
    if checked.whole:
        rows = [row for _, row in checked.rows]
        places = [row["name_rank"] for row in rows]
        if sorted(places) != list(range(len(rows))):
            yield (
                f"spec field rows has the name_rank {_listed(places)}; number the rows 0 to {len(rows) - 1} "
                "in the order of their names, each once"
            )
        accents = [row["highlight"] for row in rows if "highlight" in row]
        if sorted(set(accents)) != list(range(1, len(set(accents)) + 1)):
            yield (
                f"spec field rows has the highlight {_listed(accents)}; number the accents 1 to "
                f"{len(set(accents))}, without a gap"
            )
        if checked.has("initial", "columns"):
            yield from _start(checked)


def _start(checked: CheckedSpec) -> Iterator[str]:
    """Yield a fault for each choice that a spec starts with and does not offer."""
    own = reader_choices.own(checked.spec["chart"])
    for name, value in checked.spec["initial"].items():
        if name in own and not checked.has(*own[name].needs):
            continue
        if said := reader_choices.fault(checked.spec, name, value):
            yield f"spec field initial.{said}"


def _twice(checked: CheckedSpec) -> Iterator[str]:
    """Yield a fault for a partner's second row, because a selection names rows by partner."""
    seen = set()
    for place, row in checked.rows:
        if row["partner"] in seen:
            yield f"spec field rows[{place}].partner is {shown(row['partner'])} a second time; keep one row"
        seen.add(row["partner"])


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, sorted(numbers)[:12])) + (", …" if len(numbers) > 12 else "")


def belongs(place: int, row: Row, field: str, why: str, *, wanted: bool) -> Iterator[str]:
    """Yield a fault if a row lacks a wanted field, or has one that is not wanted."""
    if wanted and field not in row:
        yield f"spec field rows[{place}] has no field {field!r}, which {why} needs"
    elif field in row and not wanted:
        yield f"spec field rows[{place}] has a field {field!r}, and there is no {why} for it; take it out"


def increasing(where: str, numbers: Sequence[float]) -> Iterator[str]:
    """Yield a fault for each number that is not larger than the one before it."""
    for place, (one, other) in enumerate(pairwise(numbers), 1):
        if not one < other:
            yield f"spec field {where}[{place}] is {shown(other)}, after {shown(one)}; each has to be larger"


def years(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of years that skip one, and of a period, a break or a remark outside the years."""
    if not checked.has("years"):
        return
    there = checked.spec["years"]
    if there != list(range(there[0], there[0] + len(there))):
        yield "spec field years skips or repeats a year; list every one, those without figures too"
        return
    named: list[tuple[str, Any]] = [
        (f"rows[{place}].breaks[{at}]", year)
        for place, row in checked.rows
        for at, year in enumerate(row.get("breaks", ()))
    ]
    if checked.has("remarks"):
        named += [(f"remarks[{at}].year", remark["year"]) for at, remark in enumerate(checked.spec["remarks"])]
    if checked.has("period"):
        named += [(f"period[{at}]", year) for at, year in enumerate(checked.spec["period"])]
    if checked.has("scale"):
        named += [(f"scale.years[{at}]", year) for at, year in enumerate(checked.spec["scale"].get("years", ()))]
        yield from increasing("scale.years", checked.spec["scale"].get("years", ()))
    for where, year in named:
        if not there[0] <= year <= there[-1]:
            yield f"spec field {where} is {year}; the years are {there[0]} to {there[-1]}"
    for place, row in checked.rows:
        yield from increasing(f"rows[{place}].breaks", row.get("breaks", ()))
