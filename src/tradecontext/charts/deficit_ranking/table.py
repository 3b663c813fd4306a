"""The figures of a ranking as a table, in whole units of the currency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.outputs.data import Table
    from tradecontext.spec.types import DeficitRankingSpec


def figures(spec: DeficitRankingSpec) -> Table:
    """Return the rows drawn, in whole units of the currency."""
    columns, year, unit = spec["columns"], spec.get("period", spec["year"]), spec["currency"]
    flows = ("deficit", "exports", "imports")
    head = ["partner", "name", "role", "rank", *(f"{flow}_{year}_{unit}" for flow in flows)]
    more = []
    if "compare" in columns:
        earlier = columns["compare"]
        head.append(f"deficit_{earlier.get('period', earlier['year'])}_{unit}")
        more.append(("compare", "deficit"))
    if "context" in columns:
        head.append(f"{columns['context']['title']} (share, 0 to 1)")
        more.append(("context", "value"))
    rows: Sequence[Mapping[str, Any]] = spec["rows"]
    keys = ("partner", "name", "role", "rank", *flows)
    return [*head, "annotation"], [
        [*map(row.get, keys), *(row.get(part, {}).get(key) for part, key in more), row.get("annotation", "")]
        for row in rows
    ]
