"""The rows that the chart's page needs: those that a reader's choice can show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.input_reliance.averages import average

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Fields


def offered(spec: Fields) -> Fields:
    """Return the spec without rows that no choice of the reader can show.

    If the reader can change the period, any row may become one of the largest; and charts with lines show all rows.
    Otherwise one row sums up the others by their number and the range of their averages. The two rows at the ends of
    this range are kept without names. ``folded`` counts the rest: how many have an average, and how many have none.
    """
    chosen = spec["method"] != "published" and len(spec["years"]) > 1
    if "top" not in spec or chosen or spec["view"] != "ranking":
        return spec
    rows, period, selected = spec["rows"], spec["initial"]["period"], spec["initial"]["selection"]
    shares = {row["partner"]: average(row, spec["years"], spec["method"], period).share for row in rows}
    # The largest come first, rows without an average last; ties keep the order of the spec.
    ranked = sorted(rows, key=lambda row: (shares[row["partner"]] is None, -(shares[row["partner"]] or 0)))
    others = [row for row in ranked[spec["top"] :] if "highlight" not in row and row["partner"] not in selected]
    known = [row for row in others if shares[row["partner"]] is not None]
    # The longest bar or tick sets the scale of all bars, even if its row is one of the others, so it is kept too.
    ends = [*known[:1], *known[-1:], *sorted(others, key=_beside)[-1:]]
    kept = {row["partner"] for row in ends}
    gone = {row["partner"] for row in others}
    left = [_nameless(row) if row["partner"] in kept else row for row in rows if row["partner"] not in gone - kept]
    out = [shares[code] is not None for code in gone - kept]
    folded = [out.count(True), out.count(False)]
    return {**spec, "rows": left, "folded": folded}


def _beside(row: Mapping[str, Any]) -> float:
    return max((share for share in row.get("second", []) if share is not None), default=0.0)


def _nameless(row: Mapping[str, Any]) -> dict[str, Any]:
    figures = ("partner", "name_rank", "shares", "totals", "second", "breaks", "average")
    return {"name": "", **{name: row[name] for name in figures if name in row}}
