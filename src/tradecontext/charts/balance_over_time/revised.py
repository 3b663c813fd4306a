"""Figures of lines, and their last change in a year, as a correction tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.revised import amount, balance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.text.language import Language


def figures(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield measure, period, and the figure as printed then and now, for a row that is in both specs."""
    if (old["by"], old["labels"]) != (new["by"], new["labels"]):
        return
    today = dict(zip(new["periods"], now["values"], strict=True))
    flow = old["measure"] in {"exports", "imports"}
    # A chart of deficits has them above zero.
    sign = -1 if old["measure"] == "deficit" else 1
    details = row.get("detail", ""), now.get("detail", "")
    if old["periods"] == new["periods"] and "last" in row and all(details):
        yield ("", _label(old, old["periods"][row["last"]["at"]]), *details)
    for period, value in reversed(list(zip(old["periods"], row["values"], strict=True))):
        if value is None:
            continue
        # Of a period that the chart has no longer, the figure is withdrawn.
        signed = [None if each is None else sign * each for each in (value, today.get(period))]
        pair = [(amount if flow else balance)(each, old, language) for each in signed]
        yield (language.terms[old["measure"]] if flow else "", _label(old, period), *pair)


def _label(spec: Any, period: str) -> str:
    year, _, month = period.partition("-")
    label: str = spec["labels"][int(month) - 1 if len(spec["labels"]) > 1 else 0]
    return label.replace("{year}", year)
