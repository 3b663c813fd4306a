"""Deficits of a ranking, as a correction tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.revised import amount, balance
from tradecontext.intake import months_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.text.language import Language


def figures(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield measure, period, and the figure as printed then and now, for a row that is in both specs."""
    if _when(old, language) != _when(new, language):
        return
    # The remainder is another sum if other partners are named.
    shown = [{each["partner"] for each in spec["rows"]} for spec in (old, new)]
    if row["partner"] == "_others" and shown[0] != shown[1]:
        return
    deficits = [_balance(each, old, language) for each in (row, now)]
    yield ("", _when(old, language), *deficits)
    # Exports and imports change with the balance, which is told.
    for flow in ("exports", "imports") if deficits[0] == deficits[1] and "exports" in row else ():
        pair = (amount(each.get(flow), old, language) for each in (row, now))
        yield (language.terms[flow], _when(old, language), *pair)
    earlier = [spec["columns"].get("compare") for spec in (old, new)]
    if "compare" in row and earlier[0] == earlier[1]:
        before = [_balance(each.get("compare", {}), old, language) for each in (row, now)]
        yield ("", _when(earlier[0], language), *before)
        yield ("", _when(old, language), *(each.get("compare", {}).get("text", "") for each in (row, now)))


def _balance(row: Any, spec: Any, language: Language) -> str:
    deficit = row.get("deficit")
    return balance(None if deficit is None else -deficit, spec, language)


def _when(spec: Any, language: Language) -> str:
    return months_of(spec["period"]).words(language) if "period" in spec else language.whole(spec.get("year", ""))
