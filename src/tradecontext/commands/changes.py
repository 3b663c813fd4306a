"""Report the differences between two specs, for the desk that corrects a published chart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradecontext.commands.places import place
from tradecontext.spec.difference import ABSENT, Change, row_shape, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tradecontext.spec import Spec
    from tradecontext.spec.shape import Shape

TITLES: Mapping[str, str] = {
    "rows": "Rows",
    "figures": "Figures",
    "names": "Names",
    "sources": "Sources",
    "vintages": "Vintages and definitions",
    "words": "Words",
    "order": "Order",
    "settings": "Settings",
}

SHORT = 36
"""Longest text, in characters, that is written on one line with the text that replaces it."""


def report(changes: Sequence[Change], old: Spec, new: Spec) -> str:
    """Write the changes by group, each with its old and its new value.

    Parameters
    ----------
    changes : sequence of Change
        As :func:`tradecontext.spec.difference.differences` returns them.
    old, new : dict
        The specs, for the names of rows.

    Returns
    -------
    str
        One line per change, two for a long text; empty if there are none.
    """
    names = {row["partner"]: row["name"] for spec in (old, new) for row in spec["rows"]}
    shape = row_shape(old, new)
    lines = []
    for group, title in TITLES.items():
        own = [change for change in changes if change.group == group]
        if own:
            lines.append(title)
            lines += [f"  {line}" for change in own for line in _lines(change, names, shape)]
    return "\n".join(lines)


def record(change: Change) -> dict[str, Any]:
    """Return a change as a JSON object, without ``old``, ``new`` or ``printed`` if the change has none."""
    sides = {"old": change.old, "new": change.new, "printed": change.printed}
    kept = {name: value for name, value in sides.items() if value is not ABSENT and (name, value) != ("printed", None)}
    return {"group": change.group, "where": change.where, **kept}


def _lines(change: Change, names: Mapping[str, str], shape: Shape) -> Iterator[str]:
    where = place(change.where, names)
    if change.group == "rows":
        sign, row = ("+", change.new) if change.old is ABSENT else ("-", change.old)
        yield ": ".join(part for part in (f"{sign} {where}", ", ".join(_figures(row, shape))) if part)
    elif change.group == "order" and change.where.endswith("]"):
        yield f"{where}: row {change.old} → {change.new}"
    elif change.printed is not None:
        yield f"{where}: {_printed(change)}"
    else:
        before, now = text_of_value(change.old), text_of_value(change.new)
        if max(len(before), len(now)) <= SHORT:
            yield f"{where}: {before} → {now}"
        else:
            yield where
            yield from (f"  {sign} {text}" for sign, text in (("-", before), ("+", now)) if text != ABSENT_IN_WORDS)


def _printed(change: Change) -> str:
    before, now = (ABSENT_IN_WORDS if text is None else text for text in change.printed or ())
    raw = [text_of_value(value) for value in (change.old, change.new) if value is not ABSENT]
    exact = f"{raw[0]} as before" if len(raw) == 2 and raw[0] == raw[1] else " → ".join(raw)
    return f"{before} → {now} ({exact})" if before != now else f"{before}, printed as before ({exact})"


def _figures(row: Mapping[str, Any], shape: Shape) -> Iterator[str]:
    for name, value in row.items():
        text = text_of(name, row, shape)
        if text is not None:
            yield f"{name} {row[text]} ({text_of_value(value)})"
        elif isinstance(value, dict) and "text" in value:
            yield f"{name} {value['text']}"
        elif name == "text" and not any(text_of(other, row, shape) == name for other in row):
            yield str(value)


ABSENT_IN_WORDS = "(not there)"

LAST_YEAR = 9999
"""Largest whole number that may be a year, and is written without commas."""


def text_of_value(value: Any) -> str:
    """Return a value as a report has it."""
    if value is ABSENT:
        return ABSENT_IN_WORDS
    if value is None:
        return "none"
    if isinstance(value, int) and abs(value) > LAST_YEAR:
        return f"{value:,}"
    return (value or "(empty)") if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
