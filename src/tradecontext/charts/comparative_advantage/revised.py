"""Averages over a period, as a correction tells them; the years are compared as they were fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.text.language import Language


def figures(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield measure, period, and the figure as printed then and now, for a row that is in both specs."""
    first, last = old["period"]
    if old["period"] != new["period"] or first == last:
        return
    pair = [
        language.terms["no_data"] if each.get("rca") is None else language.number(each["rca"], 2) for each in (row, now)
    ]
    yield (old["columns"]["rca"], f"{language.whole(first)}\N{EN DASH}{language.whole(last)}", *pair)
