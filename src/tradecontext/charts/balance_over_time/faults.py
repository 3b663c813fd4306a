"""Faults in a spec of this chart that its schema cannot express."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.scales import SLIVER
from tradecontext.errors import shown
from tradecontext.intake.dated import MONTHS
from tradecontext.spec.faults import yearly
from tradecontext.spec.faults.printed import Printed, wrong
from tradecontext.spec.faults.rows import increasing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec, Row


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of periods, of figures and their texts, of scales, and of places outside the periods."""
    if not checked.has("periods", "by", "power", "labels"):
        return
    yield from _periods(checked.spec)
    yield from _places(checked)
    shift = -checked.spec["power"]
    for place, row in checked.rows:
        if len(row["values"]) != len(checked.spec["periods"]):
            yield (
                f"spec field rows[{place}].values has {len(row['values'])} figures for "
                f"{len(checked.spec['periods'])} periods; give one a period, null where there is none"
            )
        else:
            yield from _ends(checked, place, row, shift)
            yield from yearly.extremes(checked, place, row, yearly.Yearly("values", None, "last", shift))
    if checked.has("scale"):
        yield from _scale(checked, shift)


def _periods(spec: dict[str, Any]) -> Iterator[str]:
    """Yield faults of periods that are not of one kind, or skip one."""
    of_months = spec["by"] in {"month", "twelve_months"}
    texts = spec["periods"]
    if any(("-" in each) != of_months for each in texts):
        yield f"spec field periods has to be {'months' if of_months else 'years'}, as by is {spec['by']!r}"
        return
    numbers = [_number(each) for each in texts]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        yield "spec field periods skips or repeats one; list every one, those without figures too"
    wanted = MONTHS if of_months else 1
    if len(spec["labels"]) != wanted:
        yield f"spec field labels has {len(spec['labels'])}; it has to have {wanted}, as by is {spec['by']!r}"


def _number(period: str) -> int:
    year, _, month = period.partition("-")
    return int(year) * MONTHS + int(month) if month else int(year)


def _places(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of places outside the periods."""
    last = len(checked.spec["periods"]) - 1
    named: list[tuple[str, int]] = [
        (f"rows[{place}].breaks[{at}]", where)
        for place, row in checked.rows
        for at, where in enumerate(row.get("breaks", ()))
    ]
    if checked.has("remarks"):
        named += [(f"remarks[{at}].at", each["at"]) for at, each in enumerate(checked.spec["remarks"])]
    if checked.has("scale"):
        ticks = checked.spec["scale"]["periods"]
        named += [(f"scale.periods[{at}].at", each["at"]) for at, each in enumerate(ticks)]
        yield from increasing("scale.periods", [each["at"] for each in ticks])
    if checked.has("provisional"):
        named.append(("provisional", checked.spec["provisional"]))
    for where, at in named:
        if at > last:
            yield f"spec field {where} is {at}; the last of the periods has the place {last}"
    for place, row in checked.rows:
        yield from increasing(f"rows[{place}].breaks", row.get("breaks", ()))


def _ends(checked: CheckedSpec, place: int, row: Row, shift: int) -> Iterator[str]:
    """Yield faults of the first and the last figure: of another period, or with a text that disagrees."""
    there = [at for at, value in enumerate(row["values"]) if value is not None]
    if not there:
        yield f"spec field rows[{place}].values has no figure; take the row out"
        return
    for key, at in (("first", there[0]), ("last", there[-1])):
        where, value = f"rows[{place}].{key}", row["values"][at]
        if row[key]["at"] != at:
            yield f"spec field {where}.at is {row[key]['at']}, and the {key} figure has the place {at}"
        else:
            text = Printed(f"{where}.text", row[key]["text"], f"the {key} of values", value)
            yield from wrong([text], checked.numbers, shift)


def _scale(checked: CheckedSpec, shift: int) -> Iterator[str]:
    ticks = checked.spec["scale"]["ticks"]
    values = [tick["value"] for tick in ticks]
    if 0 not in values or len(values) < 2:
        yield f"spec field scale.ticks has {shown(values)}; it has to have zero, and two or more"
        return
    yield from increasing("scale.ticks", values)
    texts = (Printed(f"scale.ticks[{at}].text", tick["text"], "value", tick["value"]) for at, tick in enumerate(ticks))
    yield from wrong(texts, checked.numbers, shift)
    low, high = values[0] - SLIVER * (values[1] - values[0]), values[-1] + SLIVER * (values[-1] - values[-2])
    for place, row in checked.rows:
        for value in row["values"]:
            if value is not None and not low <= value <= high:
                yield (
                    f"spec field rows[{place}] has {value}, beyond the ends of scale.ticks ({values[0]} to "
                    f"{values[-1]}); add a tick"
                )
                break
