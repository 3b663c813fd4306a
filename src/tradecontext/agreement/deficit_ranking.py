"""Agreement of a ranking's figures, texts and ranks."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tradecontext.agreement.common import Pair, money, shares
from tradecontext.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.agreement import Spec
    from tradecontext.agreement.common import Numerals

ROUNDING = 1.5e6
"""What a balance may differ from its flows by, as published tables round each by itself."""


def disagreements(spec: Spec, read: Numerals) -> Iterator[str]:
    """Yield what does not agree."""
    rows = list(enumerate(spec["rows"]))
    # A surplus is told by its word.
    yield from money(
        [Pair(f"rows[{at}].deficit", row["deficit"], row["text"], unsigned=True) for at, row in rows], read
    )
    columns = spec["columns"]
    for name in ("compare", "context"):
        there = [at for at, row in rows if name in row]
        if there and name not in columns:
            yield f"spec field rows[{there[0]}].{name} has no column; add columns.{name}, or take it out"
    yield from shares(
        [
            Pair(f"rows[{at}].context.value", row["context"]["value"], row["context"]["text"])
            for at, row in rows
            if "context" in row and "context" in columns
        ],
        read,
    )
    for at, row in rows:
        yield from _flows(at, row)
        yield from _change(at, row, read)
    yield from _ranks(rows)


def _flows(at: int, row: dict[str, Any]) -> Iterator[str]:
    exports, imports, deficit = row.get("exports"), row.get("imports"), row["deficit"]
    if exports is None or imports is None:
        return
    if abs(imports - exports - deficit) > max(ROUNDING, 1e-6 * max(abs(exports), abs(imports))):
        yield (
            f"spec field rows[{at}].deficit is {shown(deficit)}, and imports less exports are "
            f"{shown(imports - exports)}; correct one of the three"
        )


def _change(at: int, row: dict[str, Any], read: Numerals) -> Iterator[str]:
    earlier, text = row.get("compare", {}).get("deficit"), row.get("compare", {}).get("text", "")
    if not earlier or "%" not in text or row["deficit"] is None:
        return
    change = abs(Decimal(repr(float(row["deficit"]))) / Decimal(repr(float(earlier))) - 1)
    said = read.figure(text)
    if said is not None and abs(change * 100 - abs(said[0])) > Decimal("0.5000001").scaleb(-said[1]):
        yield (
            f"spec field rows[{at}].compare.text is {shown(text)}, and the change from {shown(earlier)} to "
            f"{shown(row['deficit'])} is {change:.4%}"
        )


def _ranks(rows: list[tuple[int, dict[str, Any]]]) -> Iterator[str]:
    """Hold each rank to the figures: a larger deficit never has a later place."""
    ranked = sorted(((row["rank"], at, row["deficit"]) for at, row in rows if row.get("rank") is not None))
    for (earlier, _, more), (later, at, less) in itertools.pairwise(ranked):
        if (earlier < later and less > more) or (earlier == later and less != more):
            yield f"spec field rows[{at}].rank is {later}, which its deficit of {shown(less)} does not have"
