"""Errors of the schema validator, as messages to a person: the field, its value, and what it has to be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradecontext.errors import shown
from tradecontext.text.printable import unprintable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def errors(spec: dict[str, Any], validator: Callable[[dict[str, Any]], object]) -> list[Any]:
    """Return every error of a compiled schema for a spec, each with its path, rule and value."""
    import fastjsonschema

    try:
        validator(spec)
    except fastjsonschema.JsonSchemaValuesException as several:
        return list(several.errors)
    except fastjsonschema.JsonSchemaValueException as one:
        return [one]
    return []


def said(error: Any) -> Iterator[str]:
    """Yield messages for an error of the validator: one for each field that is missing, unknown or of a wrong type."""
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
        why = unprintable(value)
        allowed = (
            f"it has {why}; take it out" if why else f"it has to be: {error.definition.get('description', wanted)}"
        )
        yield f"{where} is {shown(value)}; {allowed}"
    elif rule in {"const", "enum", "type"}:
        choice = wanted if isinstance(wanted, list) else [wanted]
        words = map(str if rule == "type" else json.dumps, choice)
        yield f"{where} is {shown(value)}; it has to be {' or '.join(words)}"
    elif rule in {"maxLength", "maxItems"}:
        yield f"{where} is too long: {len(value)}, at most {wanted}"
    elif rule in {"minLength", "minItems"}:
        yield f"{where} is {'empty' if not value else f'too short: {len(value)}'}; it has to have at least {wanted}"
    elif rule in {"minimum", "exclusiveMinimum"}:
        yield f"{where} is {shown(value)}; it has to be {'more than' if 'ex' in rule else 'at least'} {wanted:g}"
    elif rule == "maximum":
        yield f"{where} is {shown(value)}; it has to be at most {wanted:g}"
    elif rule == "uniqueItems":
        yield f"{where} has an entry twice; keep one"
    else:
        yield f"{where} {str(error.message).removeprefix(str(error.name)).strip()[:300]}"
