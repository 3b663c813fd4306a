"""The figures of a chart of comparative advantage as a table: the index of every country and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradecontext.outputs.data import Table
    from tradecontext.spec.types import ComparativeAdvantageSpec


def figures(spec: ComparativeAdvantageSpec) -> Table:
    """Return a row per country and year, with its index and the index that is drawn."""
    years, (first, last) = spec["years"], spec["period"]
    one = len(years) == 1
    drawn = [] if one else [f"rca_{first}" if first == last else f"rca_{first}_{last}"]
    body = [
        [
            row["partner"],
            row["name"],
            year,
            row["rca"] if one else row.get("values", [None] * len(years))[place],
            *([] if one else [row["rca"]]),
            row.get("annotation", ""),
        ]
        for row in spec["rows"]
        for place, year in enumerate(years)
    ]
    return ["partner", "name", "year", "rca", *drawn, "annotation"], body
