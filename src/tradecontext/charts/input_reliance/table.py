"""The figures of a chart of reliance as a table: shares by country and year, and the averages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.input_reliance.averages import average

if TYPE_CHECKING:
    from tradecontext.outputs.data import Table
    from tradecontext.spec.types import InputRelianceSpec

SHARE = "(share, 0 to 1)"


def figures(spec: InputRelianceSpec) -> Table:
    """Return a row per country and year, or a row per country if the chart has only published averages."""
    return _averages(spec) if spec["method"] == "published" else _years(spec)


def _averages(spec: InputRelianceSpec) -> Table:
    period = spec["initial"]["period"]
    head = ["partner", "name", "from", "to", f"average {SHARE}", "detail", "annotation"]
    return head, [
        [
            row["partner"],
            row["name"],
            *period,
            row.get("average"),
            *(row.get(key, "") for key in ("detail", "annotation")),
        ]
        for row in spec["rows"]
    ]


def _years(spec: InputRelianceSpec) -> Table:
    first, last = spec["initial"]["period"]
    series = {"shares": f"share {SHARE}"}
    series |= {"second": f"{spec['columns']['second']} {SHARE}"} if "second" in spec["columns"] else {}
    series |= {"totals": "total (unit of the data)"} if any("totals" in row for row in spec["rows"]) else {}
    head = ["partner", "name", "year", *series.values(), "break", "annotation"]
    head += [f"average_{first}_{last} {SHARE}", "years_with_data"]
    remarks: dict[int, list[str]] = {}
    for remark in spec["remarks"]:
        remarks.setdefault(remark["year"], []).append(remark["text"])
    rows: list[list[Any]] = []
    for row in spec["rows"]:
        found = average(row, spec["years"], spec["method"], (first, last))
        mean = None if found.share is None else float(found.share)
        drawn: list[Any] = [row.get(name) for name in series]
        for place, year in enumerate(spec["years"]):
            values = [each[place] if each else None for each in drawn]
            broken = "yes" if year in row.get("breaks", ()) else ""
            note = " ".join([*([row["annotation"]] if "annotation" in row else []), *remarks.get(year, ())])
            rows.append([row["partner"], row["name"], year, *values, broken, note, mean, found.years])
    return head, rows
