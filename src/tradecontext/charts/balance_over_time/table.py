"""The figures of a chart of balances over time as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tradecontext.outputs.data import Table
    from tradecontext.spec.types import BalanceOverTimeSpec

OF = {
    "month": "",
    "twelve_months": "_of_12_months_to_period",
    "year_to_date": "_of_year_to_date",
    "year": "_of_year",
}


def figures(spec: BalanceOverTimeSpec) -> Table:
    """Return a row per partner and period."""
    head = ["partner", "name", "period", f"{spec['measure']}{OF[spec['by']]}_{spec['currency'].lower()}", "break"]
    head += ["provisional", "annotation"]
    remarks: dict[int, list[str]] = {}
    for remark in spec["remarks"]:
        remarks.setdefault(remark["at"], []).append(remark["text"])
    later = spec.get("provisional", len(spec["periods"]))
    rows: list[list[Any]] = []
    for row in spec["rows"]:
        for at, (period, value) in enumerate(zip(spec["periods"], row["values"], strict=True)):
            broken = "yes" if at in row.get("breaks", ()) else ""
            note = " ".join([*([row["annotation"]] if "annotation" in row else []), *remarks.get(at, ())])
            rows.append([row["partner"], row["name"], period, value, broken, "yes" if at >= later else "", note])
    return head, rows
