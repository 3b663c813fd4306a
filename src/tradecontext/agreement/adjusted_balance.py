"""Agreement of balances, steps and parts of a dollar with their texts and with each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.agreement.common import Pair, money, rising, told
from tradecontext.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.agreement import Spec
    from tradecontext.agreement.common import Numerals

WHOLE = 1e-6
"""What parts of a dollar may miss one by, and steps of a bridge each other by, as a part of the figure."""
PARTS = ("text", "partner_text", "third_text")


def disagreements(spec: Spec, read: Numerals) -> Iterator[str]:
    """Yield what does not agree."""
    rows = list(enumerate(spec["rows"]))
    yield from _balances(rows, spec, read)
    if spec["view"] == "bridge":
        yield from _steps(rows)
    for at, row in rows:
        if "content" in row:
            yield from _parts(at, row, read)


def _balances(rows: list[tuple[int, dict[str, Any]]], spec: Spec, read: Numerals) -> Iterator[str]:
    """All money of a chart is in one scale: its columns, and the ticks under them."""
    pairs = [
        Pair(f"rows[{at}].{name}", row[name], row[f"{name}_text"])
        for name in ("gross", "value_added", "change")
        for at, row in rows
        if name in row and f"{name}_text" in row
    ]
    for at, row in rows:
        if "to" in row and "text" in row:
            value = row["to"] if row.get("role") == "balance" else row["to"] - row["from"]
            pairs.append(Pair(f"rows[{at}].to", value, row["text"]))
    ticks = spec.get("scale", {}).get("ticks", [])
    pairs += [Pair(f"scale.ticks[{at}].value", tick["value"], tick["text"]) for at, tick in enumerate(ticks)]
    yield from money(pairs, read)
    yield from rising(ticks, "scale.ticks", float("-inf"), float("inf"))
    for at, row in rows:
        given = [row[name] for name in ("gross", "value_added", "change") if row.get(name) is not None]
        if len(given) == 3:
            gross, added, change = given
            if abs(added - gross - change) > WHOLE * max(map(abs, given)):
                less = shown(added - gross)
                yield f"spec field rows[{at}].change is {shown(change)}; value_added less gross is {less}"


def _steps(rows: list[tuple[int, dict[str, Any]]]) -> Iterator[str]:
    """Hold each step to the one before it: a bridge without a gap, from a balance to the other."""
    size = max((abs(row[end]) for _, row in rows for end in ("from", "to") if row.get(end) is not None), default=0.0)
    at_now: float | None = None
    for at, row in rows:
        if row.get("from") is None or row.get("to") is None:
            yield f"spec field rows[{at}] has no from and to; every step has both ends"
            return
        begins = row["to"] if row.get("role") == "balance" else row["from"]
        if at_now is not None and abs(begins - at_now) > WHOLE * size:
            yield f"spec field rows[{at}] begins at {shown(begins)}, and the step before it ends at {shown(at_now)}"
        at_now = row["to"]


def _parts(at: int, row: dict[str, Any], read: Numerals) -> Iterator[str]:
    content = row["content"]
    there = [part for part in content if part is not None]
    if len(there) == len(content) and abs(sum(there) - 1) > WHOLE:
        yield f"spec field rows[{at}].content adds up to {sum(there):.6g}; parts of a dollar add up to 1"
    for part, name in zip(content, PARTS, strict=False):
        if name in row:
            pair = Pair(f"rows[{at}].content", part, row[name])
            # Printed cents add up to a dollar, so that one may be a cent off.
            if not read.agrees(pair, -2, slack=1):
                yield told(pair)
