"""Averages of shares, as a correction tells them; the years are compared as they were fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.input_reliance.averages import average, with_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.text.language import Language


def figures(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield measure, period, and the figure as printed then and now, for a row that is in both specs."""
    period = old["initial"]["period"]
    if [old["method"], period] != [new["method"], new["initial"]["period"]] or period[0] == period[1]:
        return
    # An average of more years than there were is another figure, and no revision.
    if not set(with_data(now, new["years"], period)) <= set(with_data(row, old["years"], period)):
        return
    shares = (average(each, spec["years"], spec["method"], period).share for each, spec in ((row, old), (now, new)))
    pair = [language.terms["no_data"] if each is None else language.percent(each) for each in shares]
    span = f"{language.whole(period[0])}\N{EN DASH}{language.whole(period[1])}"
    yield (old["columns"]["share"], span, *pair)
