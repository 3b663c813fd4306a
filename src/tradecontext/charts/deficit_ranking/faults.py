"""Faults in a spec of this chart that its schema cannot express."""

from __future__ import annotations

from itertools import pairwise
from math import fsum, isclose
from typing import TYPE_CHECKING, Any

from tradecontext.errors import shown
from tradecontext.intake.periods import LONGEST, calendar, months_of
from tradecontext.measures.balance import ROUNDING
from tradecontext.spec.faults.printed import RUN, Printed, in_one_unit, units, wrong
from tradecontext.spec.faults.rows import belongs
from tradecontext.text.exact import difference, scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradecontext.spec import Fields
    from tradecontext.spec.faults.checked import CheckedSpec, Row

PLACES = 3
"""Published tables have three more digits than the column's unit, and each of their figures is rounded by itself."""


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of figures and their texts, of flows and deficits, of ranks, changes and sums."""
    if checked.has("columns"):
        yield from _columns(checked, checked.spec["columns"])
        if checked.has("year") and ("period" not in checked.spec or checked.has("period")):
            yield from _months(checked.spec)
    size, found = _deficits(checked)
    yield from found
    yield from _sides(checked)
    shares = [
        Printed(f"rows[{place}].context.text", row["context"]["text"], "context.value", row["context"]["value"])
        for place, row in checked.rows
        if "context" in row
    ]
    yield from wrong(shares, checked.numbers, 2)
    yield from _changes(checked, size)
    for place, row in checked.rows:
        yield from _flows(place, row, 10.0 ** (size - PLACES))
    yield from _ranks([(place, row) for place, row in checked.rows if row["role"] == "partner" and "rank" in row])
    if checked.whole:
        yield from _closing([row for _, row in checked.rows], 10.0 ** (size - PLACES))


def _columns(checked: CheckedSpec, columns: dict[str, Any]) -> Iterator[str]:
    compare, largest = columns.get("compare"), columns.get("context", {}).get("max", 1)
    if compare and checked.has("year") and compare["year"] >= checked.spec["year"]:
        yield f"spec field columns.compare.year is {compare['year']}; it has to be before year ({checked.spec['year']})"
    for place, row in checked.rows:
        yield from belongs(place, row, "compare", "columns.compare", wanted="compare" in columns)
        if "context" not in columns or row["role"] == "partner":
            yield from belongs(place, row, "context", "columns.context", wanted="context" in columns)
        share = row.get("context", {}).get("value")
        if share is not None and share > largest:
            yield f"spec field rows[{place}].context.value is {share}, beyond the end of its scale ({largest})"


def _months(spec: Fields) -> Iterator[str]:
    """Yield faults of periods: no valid months, months of another year, or a comparison with other months."""
    found = []
    for where, of in (("", spec), ("columns.compare.", spec["columns"].get("compare", {}))):
        if "period" not in of:
            found += [calendar(of["year"])] if of else []
            continue
        months = months_of(of["period"])
        found.append(months)
        if not 1 <= months.length <= LONGEST or months.year != of["year"]:
            yield (
                f"spec field {where}period is {of['period']!r}; it has to be one to twelve months, the last of them "
                f"of {where}year ({of['year']})"
            )
            return
    if len(found) == 2 and not found[0].same_months(found[1]):
        yield (
            f"spec field columns.compare is of {found[1].text()}, and the figures are of {found[0].text()}; "
            "compare the same months"
        )


def _deficits(checked: CheckedSpec) -> tuple[int, list[str]]:
    """Return the power of ten of the column, usually that of its largest bar, and messages about wrong texts."""
    figures = [Printed(f"rows[{place}].text", row["text"], "deficit", row["deficit"]) for place, row in checked.rows]
    likely = scale(max((abs(row["deficit"]) for _, row in checked.rows if row["role"] != "total"), default=0.0))
    headed = checked.has("columns", "currency")
    named = units(checked.spec["columns"]["deficit"], checked.language, checked.spec["currency"]) if headed else ()
    return in_one_unit(figures, checked.numbers, likely, named)


def _words(text: str) -> str:
    """Return the words of a text without its numbers."""
    return " ".join(RUN.sub(" ", text).split())


def _sides(checked: CheckedSpec) -> Iterator[str]:
    """Yield a fault for each surplus that is printed as a deficit, or the reverse."""
    surplus = {_words(row["text"]) for _, row in checked.rows if row["deficit"] < 0}
    if checked.language:
        surplus.add(_words(checked.language.phrase("surplus_value", number="")))
    for place, row in checked.rows:
        where, words, deficit = f"rows[{place}].text is {shown(row['text'])}", _words(row["text"]), row["deficit"]
        negative = any(figure.negative for figure in checked.numbers.read(row["text"]))
        if deficit < 0 and not (words or negative):
            yield f"spec field {where}, and deficit is {deficit}, a surplus; say so"
        elif deficit > 0 and words and words in surplus:
            yield f"spec field {where}, and deficit is {deficit}, which is no surplus"


def _flows(place: int, row: Row, least: float) -> Iterator[str]:
    """Yield a fault if imports minus exports are not the deficit."""
    exports, imports, deficit = row.get("exports"), row.get("imports"), row["deficit"]
    if exports is None or imports is None:
        return
    if abs(imports - exports - deficit) > max(1.5 * least, ROUNDING * max(abs(exports), abs(imports))):
        yield (
            f"spec field rows[{place}].deficit is {deficit}, and imports less exports are "
            f"{difference(imports, exports):.15g}; correct the one that is wrong"
        )


def _changes(checked: CheckedSpec, size: int) -> Iterator[str]:
    """Yield a fault for each text of a change that disagrees with the two deficits."""
    turned = {}
    if checked.language:
        up, down = (
            _words(checked.language.phrase(kind, percent=checked.language.percent(0.01), year=""))
            for kind in ("up", "down")
        )
        turned = {True: down, False: up}
    for place, row in checked.rows:
        earlier, deficit = row.get("compare", {}).get("deficit"), row["deficit"]
        # A change from zero or across zero is written without a percentage.
        if not earlier or not deficit or (earlier > 0) != (deficit > 0):
            continue
        text, change = row["compare"]["text"], deficit / earlier - 1
        # Of a leap, the text says what it was before.
        before = Printed(f"rows[{place}].compare.text", text, "compare.deficit", abs(earlier))
        if change > 1 and not wrong([before], checked.numbers, -size):
            continue
        figure = Printed(
            f"rows[{place}].compare.text", text, "the change from compare.deficit", abs(change), counted=True
        )
        nothing = checked.numbers.written(abs(change), 2) == checked.numbers.written(0.0, 2)
        if not (nothing and not checked.numbers.read(text)):
            yield from wrong([figure], checked.numbers, 2)
        if not nothing and _words(text) == turned.get(change > 0, ""):
            way = "up" if change > 0 else "down"
            yield f"spec field rows[{place}].compare.text is {shown(text)}, and the deficit went {way} from {earlier}"


def _ranks(rows: Sequence[tuple[int, Row]]) -> Iterator[str]:
    """Yield a fault for each rank that disagrees with the order of the deficits; equal deficits may share a rank."""
    ordered = sorted(rows, key=lambda each: (each[1]["rank"], -each[1]["deficit"]))
    for (_, before), (place, row) in pairwise(ordered):
        if isclose(row["deficit"], before["deficit"], rel_tol=1e-9):
            continue
        if row["rank"] == before["rank"] or row["deficit"] > before["deficit"]:
            yield (
                f"spec field rows[{place}].rank is {row['rank']} with a deficit of {row['deficit']}, and "
                f"{before['partner']} has {before['rank']} with {before['deficit']}; the larger deficit comes first"
            )


def _closing(rows: Sequence[Row], least: float) -> Iterator[str]:
    """Yield faults of the sums: two rows of one kind, or a total that is not the sum of the other rows."""
    for role in ("others", "total"):
        if sum(row["role"] == role for row in rows) > 1:
            yield f"spec field rows has two rows of the role {role!r}; keep one"
    roles = {row["role"]: row["deficit"] for row in rows}
    if {"others", "total"} <= roles.keys():
        parts = [row["deficit"] for row in rows if row["role"] != "total"]
        if abs(fsum(parts) - roles["total"]) > max(least, ROUNDING * fsum(map(abs, parts))) * len(parts):
            yield (
                f"spec field rows has a total of {roles['total']}, and the partners with all others add up to "
                f"{fsum(parts)}; correct the one that is wrong"
            )
