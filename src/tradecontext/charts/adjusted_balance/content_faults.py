"""Faults in the view "content": the parts of a dollar, their cents, and the amounts."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from tradecontext.errors import shown
from tradecontext.spec.faults.printed import Printed, disagree, units, wrong
from tradecontext.spec.faults.rows import belongs, increasing
from tradecontext.text.exact import scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec, Row

TEXTS = {"text": "content", "partner_text": "partner_content", "third_text": "third_content"}
"""What rows print of the parts of a dollar, and the columns it stands in."""
CENT = 0.01
OFF = 1e-6
"""Parts of a dollar as an editor rounds them add up to one within this."""


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield the faults of a spec with the view "content"."""
    legend = len(checked.spec["legend"]) if checked.has("legend") else None
    if "legend" not in checked.spec:
        yield "the spec has no field 'legend', which the view 'content' needs"
    yield from _scale(checked, legend)
    for place, row in checked.rows:
        if checked.has("columns"):
            for name, column in TEXTS.items():
                if name == "text" or "content" in row or name in row:
                    yield from belongs(place, row, name, f"columns.{column}", wanted=column in checked.spec["columns"])
        yield from belongs(place, row, "applied", "amounts", wanted="amounts" in checked.spec and "content" in row)
        yield from _parts(checked, place, row, legend)
        yield from _applied(checked, place, row)
    if checked.has("amounts"):
        yield from _amounts(checked, checked.spec["amounts"])
        for name in ("minus", "group", "grouped"):
            if checked.has("numbers") and name not in checked.spec["numbers"]:
                yield f"spec field numbers has no field {name!r}, which amounts needs"


def _scale(checked: CheckedSpec, legend: int | None) -> Iterator[str]:
    if ("scale" in checked.spec) != (legend == 2):
        yield "spec field scale has to be there for estimates, whose legend has two names, and only for them"
    if checked.has("scale"):
        ticks = checked.spec["scale"]["ticks"]
        yield from increasing("scale.ticks", [tick["value"] for tick in ticks])
        texts = (
            Printed(f"scale.ticks[{at}].text", each["text"], "value", each["value"]) for at, each in enumerate(ticks)
        )
        yield from wrong(texts, checked.numbers, 2, 0)


def _parts(checked: CheckedSpec, place: int, row: Row, legend: int | None) -> Iterator[str]:
    parts = row.get("content")
    if parts is None:
        if "text" in row:
            yield from wrong([Printed(f"rows[{place}].text", row["text"], "content", None)], checked.numbers, 2)
        return
    if legend is not None and len(parts) != legend:
        yield f"spec field rows[{place}].content has {len(parts)} parts, and legend names {legend}"
    if abs(sum(parts) - 1) > OFF:
        yield f"spec field rows[{place}].content adds up to {sum(parts):.9g}; the parts of a dollar add up to 1"
    printed = {name: part for name, part in zip(TEXTS, parts, strict=False) if name in row}
    if len(printed) == len(parts) and _hundred(checked, row, printed):
        return
    texts = (
        Printed(f"rows[{place}].{name}", row[name], f"part {at} of content", part)
        for at, (name, part) in enumerate(printed.items(), 1)
    )
    yield from wrong(texts, checked.numbers, 2, 0)


def _applied(checked: CheckedSpec, place: int, row: Row) -> Iterator[str]:
    """Yield a fault if an estimate's content line names other cents; a share under a cent is in words, so unchecked."""
    share = row.get("content", [0.0])[0]
    if share >= CENT and "applied" in row and not checked.numbers.agrees(row["applied"], share, 2):
        figure = Printed(f"rows[{place}].applied", row["applied"], "part 1 of content", share)
        yield disagree(figure, checked.numbers.written(share, 2, 0))


def _hundred(checked: CheckedSpec, row: Row, printed: dict[str, float]) -> bool:
    """Say whether each number of cents is within one cent of its part, and all add up to a hundred."""
    choices = []
    for name, part in printed.items():
        near = [each for each in checked.numbers.read(row[name]) if abs(each.size - 100 * part) < 1]
        if not near:
            return False
        # In the sum, a part printed as "<1" may count as 0 or as 1.
        choices.append({0.0, 1.0} if near[0].less else {near[0].size})
    return any(sum(each) == 100 for each in product(*choices))


def _amounts(checked: CheckedSpec, amounts: dict[str, Any]) -> Iterator[str]:
    for name, gap in (("applied", "{cents}"), ("cents", "{n}")):
        if gap not in amounts[name]:
            yield f"spec field amounts.{name} is {shown(amounts[name])}; it has to have {gap}, for what a reader sets"
    likely = scale(max(amounts["exports"], amounts["imports"]))
    named = units(amounts["unit"], checked.language, checked.spec["currency"]) if checked.has("currency") else []
    if "currency" not in checked.spec:
        yield "the spec has no field 'currency', which amounts needs"
    if amounts["power"] != likely and amounts["power"] not in named:
        yield f"spec field amounts.power is {amounts['power']}; amounts of this size are printed in ten to the {likely}"
    elif named and amounts["power"] not in named:
        yield f"spec field amounts.unit is {shown(amounts['unit'])}, and amounts are in ten to the {amounts['power']}"
