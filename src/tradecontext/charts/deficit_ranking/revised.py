"""Deficits of a ranking, as a correction tells them."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING, Any

from tradecontext.charts.revised import amount, balance
from tradecontext.intake import months_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from tradecontext.intake.periods import Period
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
        changes = [each.get("compare", {}).get("text", "") for each in (row, now)]
        if all(changes):
            yield ("", _when(old, language), *changes)


def _balance(row: Any, spec: Any, language: Language) -> str:
    deficit = row.get("deficit")
    return balance(None if deficit is None else -deficit, spec, language)


def sums(then: pd.DataFrame, now: pd.DataFrame, old: Any, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield the sums of months that changed, for partners that only one spec draws.

    Parameters
    ----------
    then, now : pandas.DataFrame
        The rows of these partners as they were and as they are, indexed by partner and period as text.
    old : dict
        The published spec.
    language : Language
        The language of the words.

    Yields
    ------
    tuple of str
        Partner, measure, period, and the sum as printed then and now.
    """
    period = _period(old)
    texts = "period" in then.index.names and then.index.get_level_values("period")
    if texts is False or period.length == 1 or not texts.str.fullmatch(r"\d{4}-\d{2}").all():
        return
    first, last = period.text().split("/")
    added = []
    for frame in (then, now):
        months = frame.index.get_level_values("period")
        # A sum that lacks a month is none.
        added.append(
            frame[(months >= first) & (months <= last)].groupby("partner")["balance"].sum(min_count=period.length)
        )
    for partner in added[0].index.union(added[1].index):
        values = [each.get(partner, nan) for each in added]
        told = [balance(None if isnan(each) else each, old, language) for each in values]
        if told[0] != told[1]:
            yield (str(partner), "", _when(old, language), *told)


def _period(spec: Any) -> Period:
    year = spec.get("year")
    return months_of(spec.get("period", f"{year}-01/{year}-12"))


def _when(spec: Any, language: Language) -> str:
    return months_of(spec["period"]).words(language) if "period" in spec else language.whole(spec.get("year", ""))
