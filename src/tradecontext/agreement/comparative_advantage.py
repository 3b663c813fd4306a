"""Agreement of indices with their texts, and of the scale with itself."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from tradecontext.agreement.common import Pair, plain, rising
from tradecontext.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.agreement import Spec
    from tradecontext.agreement.common import Numerals

FIVE_DIGITS = Decimal("1e-4")
"""Yearly indices travel with five digits, and their texts are of the whole figure."""


def disagreements(spec: Spec, read: Numerals) -> Iterator[str]:
    """Yield what does not agree."""
    years, (first, last) = spec["years"], spec["period"]
    if not years[0] <= first <= last <= years[-1]:
        yield f"spec field period is {shown(spec['period'])}; it has to lie within {years[0]} to {years[-1]}"
    pairs, ends = [], []
    for at, row in enumerate(spec["rows"]):
        pairs.append(Pair(f"rows[{at}].rca", row["rca"], row["text"]))
        for name in ("first", "last"):
            if name in row and row["values"] and row[name]["year"] in years:
                value = row["values"][years.index(row[name]["year"])]
                ends.append(Pair(f"rows[{at}].{name}", value, row[name]["text"]))
    yield from plain(pairs, read)
    yield from plain(ends, read, FIVE_DIGITS)
    ticks, end = spec["scale"]["ticks"], spec["scale"]["max"]
    yield from rising(ticks, "scale.ticks", 1 / end, end)
    yield from plain(
        [Pair(f"scale.ticks[{at}].value", tick["value"], tick["text"]) for at, tick in enumerate(ticks)], read
    )
