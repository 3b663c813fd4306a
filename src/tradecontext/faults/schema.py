"""What does not hold in a spec, said to a person: the field, what is there, and what has to be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradecontext.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator


def by_schema(error: Any) -> Iterator[str]:
    """Say what a rule of the schema found: a message for each field that is missing, unknown or of the wrong kind."""
    name = error.name.removeprefix("data").lstrip(".")
    where, value, rule, wanted = (
        f"spec field {name}" if name else "the spec",
        error.value,
        error.rule,
        error.rule_definition,
    )
    if rule == "required":
        yield from (f"{where} has no field {shown(each)}, which it needs" for each in wanted if each not in value)
    elif rule == "additionalProperties":
        known = error.definition["properties"]
        extra = (each for each in value if each not in known)
        yield from (f"{where} has a field {shown(each)} that its schema does not know; take it out" for each in extra)
    elif rule == "pattern":
        yield f"{where} is {shown(value)}, which is not allowed there (allowed: {wanted})"
    elif rule in {"const", "enum", "type"}:
        choice = wanted if isinstance(wanted, list) else [wanted]
        words = map(str if rule == "type" else json.dumps, choice)
        yield f"{where} is {shown(value)}; it has to be {' or '.join(words)}"
    elif rule in {"maxLength", "maxItems"}:
        yield f"{where} is too long: {len(value)}, at most {wanted}"
    else:
        yield f"{where} {str(error.message).removeprefix(str(error.name)).strip()[:300]}"


def beyond_schema(spec: dict[str, Any]) -> Iterator[str]:
    """Say what a schema cannot, of a spec that holds to it."""
    yield from _twice(spec)
    yield from _not_a_figure_a_year(spec)


def _twice(spec: dict[str, Any]) -> Iterator[str]:
    """Two rows of one partner: a selection would not know which is meant."""
    seen = set()
    for index, row in enumerate(spec.get("rows", [])):
        if row.get("partner") in seen:
            yield f"spec field rows[{index}].partner is {shown(row['partner'])} a second time; keep one row"
        seen.add(row.get("partner"))


def _not_a_figure_a_year(spec: dict[str, Any]) -> Iterator[str]:
    """Years that skip one, and a series of another length: its figures would stand at the wrong years."""
    years = spec.get("years")
    if years is None:
        return
    if years != list(range(years[0], years[0] + len(years))):
        yield "spec field years skips or repeats a year; list every one, those without figures too"
    for index, row in enumerate(spec["rows"]):
        for name in ("shares", "second", "totals", "values"):
            if row.get(name) and len(row[name]) != len(years):
                yield (
                    f"spec field rows[{index}].{name} has {len(row[name])} figures for {len(years)} years; "
                    "give one a year, null where there is none"
                )
