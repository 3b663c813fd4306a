"""The periods of which a chart has figures, as its spec says them, and whether a row of a table is within them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.intake import months_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.spec import Spec


def drawn(old: Spec) -> Callable[[dict[str, str]], bool]:
    """Return a test of whether the chart covers a row's period; periods are compared as text."""
    spec: Any = old
    spans: list[tuple[str, str]] = []
    if "periods" in spec:
        first, last = spec["periods"][0], spec["periods"][-1]
        # Twelve months begin in the year before; a year has all its months.
        first = f"{int(first[:4]) - 1}{first[4:]}" if spec.get("by") == "twelve_months" else first
        spans.append((first, last))
    elif "years" in spec:
        spans.append((f"{spec['years'][0]}", f"{spec['years'][-1]}"))
    else:
        for each in (spec, spec.get("columns", {}).get("compare", {})):
            if isinstance(each.get("period"), str):
                first, _, last = each["period"].partition("/")
                spans.append((first, last or first))
            elif "year" in each:
                spans.append((f"{each['year']}", f"{each['year']}"))
        second = spec.get("columns", {}).get("context", {})
        if "year" in second:
            spans.append((f"{second['year']}", f"{second['year']}"))

    def inside(row: dict[str, str]) -> bool:
        when = period_of(row)
        first, _, last = when.partition("/")
        # A year is compared with a year, whichever of the two is written in months.
        return any(start[: len(first)] <= first and (last or first)[: len(end)] <= end for start, end in spans)

    return inside


def added_up(old: Spec, row: dict[str, str]) -> bool:
    """Return whether a row is a month of which a chart prints only sums."""
    spec: Any = old
    if "-" not in period_of(row) or "/" in period_of(row):
        return False
    return spec["by"] != "month" if "by" in spec else "period" not in spec or months_of(spec["period"]).length > 1


def averaged(spec: Spec) -> Any:
    """Return the years of a chart of shares that a reader sees first; other years may be offered."""
    initial: Any = spec["initial"]
    return initial.get("period")


def same_periods(old: Spec, new: Spec) -> bool:
    """Return whether two charts are of the same years or months."""
    # Lines have the same name for a year and for its first months, but not the same labels.
    fields = ("year", "period", "periods", "by", *["labels"] * ("by" in old))
    return all(old.get(each) == new.get(each) for each in fields) and averaged(old) == averaged(new)


def period_of(row: dict[str, str]) -> str:
    """Return a row's period as text, "2025-02"; its year if it has none."""
    return row.get("period", row["year"])
