"""Faults in the view "value_added": changes that are not the difference of two balances, and sums that do not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.charts.adjusted_balance.bridge_faults import OFF
from tradecontext.errors import shown
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradecontext.spec.faults.checked import CheckedSpec, Row

BALANCES = ("gross", "value_added", "change")
SUMS = ("others", "rest", "total")


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield the faults of a spec with the view "value_added"."""
    yield from _changes(checked)
    if checked.whole:
        yield from _sums([row for _, row in checked.rows])


def _changes(checked: CheckedSpec) -> Iterator[str]:
    for place, row in checked.rows:
        gross, added, change = map(row.get, BALANCES)
        if gross is None or added is None or "change" not in row:
            if change is not None:
                yield f"spec field rows[{place}].change is {change}, and one of the balances is not known; make it null"
        elif change is None or abs(exact.difference(added, gross) - change) > OFF * max(abs(gross), abs(added)):
            yield (
                f"spec field rows[{place}].change is {shown(change)}, and value_added less gross is "
                f"{shown(exact.difference(added, gross))}; "
                "correct the one that is wrong"
            )


def _sums(rows: Sequence[Row]) -> Iterator[str]:
    """Yield faults of the sums: two rows of one kind, or a total that is not the sum of the other rows."""
    for role in SUMS:
        if sum(row["role"] == role for row in rows) > 1:
            yield f"spec field rows has two rows of the role {role!r}; keep one"
    total = next((row for row in rows if row["role"] == "total"), None)
    parts = [row for row in rows if row["role"] != "total"]
    # Without a row for the partners that are not shown, or with a figure that is missing, the rows are not the whole.
    if total is None or not any(row["role"] in SUMS for row in parts):
        return
    if any(row.get(name) is None for row in rows for name in BALANCES[:2]):
        return
    for name in BALANCES[:2]:
        values = [row[name] for row in parts]
        if abs(exact.difference(exact.total(values), total[name])) > OFF * exact.total(
            map(abs, [*values, total[name]])
        ):
            yield (
                f"spec field rows has a total {name} of {shown(total[name])}, and the other rows add up to "
                f"{shown(exact.total(values))}; correct the one that is wrong"
            )
