"""Balances and content, as a correction tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.revised import balance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.text.language import Language


def figures(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield measure, period, and the figure as printed then and now, for a row that is in both specs."""
    if (old["view"], old.get("year")) != (new["view"], new.get("year")):
        return
    when, columns = language.whole(old.get("year", "")), old["columns"]
    if old["view"] == "value_added":
        for name in ("gross", "value_added"):
            yield (columns[name], when, *(balance(each.get(name), old, language) for each in (row, now)))
        # The change is printed without a unit: it is compared only if the subtitle, which names the unit, is unchanged.
        if old["frame"]["subtitle"] == new["frame"]["subtitle"]:
            no_data = language.terms["no_data"]
            yield (columns["change"], when, *(each.get("change_text", no_data) for each in (row, now)))
    elif old["view"] == "content":
        for name, text in (("content", "text"), ("partner_content", "partner_text"), ("third_content", "third_text")):
            yield (columns[name], when, *(each.get(text, language.terms["no_data"]) for each in (row, now)))
