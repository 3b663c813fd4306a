"""Figures of a chart that its publishers have changed: the frames of its recipe, of then and of now, compared."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.commands import remake
from tradecontext.fetch import answers
from tradecontext.intake import months_of, provenance
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from tradecontext.spec import Spec

_KEYS = ("partner", "supplier", "market", "product", "state", "year", "period")
_FLOWS = ("balance", "exports", "imports")
_CONTENT = ("imports_reporter_content", "imports_partner_content", "imports_third_content")
_DRAWN = (*_FLOWS, "share", "rca", "value_added_balance", *_CONTENT)
"""The columns whose figures charts draw; others of a frame are only what these are computed from."""
_TITLES = dict(zip(_CONTENT, ("content", "partner_content", "third_content"), strict=True)) | {
    "value_added_balance": "value_added",
    "rca": "rca",
}
"""The column of a chart that has the title of a figure."""


class Revision(NamedTuple):
    """A figure that is another now, in the words of the chart: "Mexico, 2024: deficit $171.5 billion → …"."""

    publisher: str
    text: str


def revisions(old: Spec, run: answers.Run) -> list[Revision]:
    """Return the figures of the partners and periods in a chart that read otherwise now, newest first.

    Parameters
    ----------
    old : dict
        The published spec, of which the answers are kept.
    run : Run
        What the services have answered now.

    Raises
    ------
    DataError
        If the answers of then are not kept.
    """
    language = Language(old["locale"]["tag"], None, chart=old["chart"])
    names = {row["partner"]: row["name"] for row in old["rows"] if not row["partner"].startswith("_")}
    found: dict[Revision, None] = {}
    for made in remake.fetched(old):
        with answers.job(remake.receipts(old), alone=True):
            then = made()
        with answers.job({}, run=run):
            now = made()
        then, now = (each[each["partner"].isin(names)] for each in (then, now))
        if then.empty:
            continue
        known = provenance.find(str(then["definition"].iloc[0]), str(then["vintage"].iloc[0]))
        publisher = known.publisher_text(language.tag) if known else ""
        for row, column, before, after in _changed(_indexed(then), _indexed(now), old):
            texts = [_figure(value, column, old, language) for value in (before, after)]
            if texts[0] == texts[1]:
                continue
            said = [names[row["partner"]], _measure(column, known, old, language), _when(row, language)]
            text = language.phrase("mark", mark=language.series(list(filter(None, said))), meaning=" → ".join(texts))
            # No-break spaces hold a figure and its unit on one line; in a draft they are but codes.
            found[Revision(publisher, text.rstrip(".").replace("\N{NO-BREAK SPACE}", " "))] = None
    return list(found)


def _indexed(frame: pd.DataFrame) -> pd.DataFrame:
    keys = [each for each in _KEYS if each in frame]
    return frame.assign(**{each: frame[each].astype(str) for each in keys}).drop_duplicates(keys).set_index(keys)


def _changed(
    then: pd.DataFrame, now: pd.DataFrame, old: Spec
) -> Iterator[tuple[dict[str, str], str, float, float | None]]:
    """Yield the row, the column, the figure of then and that of now, None if there is none any more."""
    inside = _span(old)
    columns = [each for each in _DRAWN if each in then and each in now]
    # A share has a base in dollars, whose changes are no figures of the chart.
    columns = [each for each in columns if "share" not in columns or each == "share"]
    now = now[columns].reindex(then.index)
    rows = [dict(zip(map(str, then.index.names), map(str, each), strict=True)) for each in then.index]
    for at in sorted(range(len(rows)), key=lambda at: rows[at].get("period", rows[at]["year"]), reverse=True):
        row = rows[at]
        if not inside(row):
            continue
        pairs = {each: (then[each].iloc[at], now[each].iloc[at]) for each in columns}
        others = {each: pair for each, pair in pairs.items() if not math.isnan(pair[0]) and pair[0] != pair[1]}
        own = old.get("measure", "balance")
        # Exports and imports change with the balance; what the chart is of is told.
        own = own if own in _FLOWS else "balance"
        if own in others:
            others = {each: pair for each, pair in others.items() if each == own or each not in _FLOWS}
        for column, (before, after) in others.items():
            yield row, column, float(before), None if math.isnan(after) else float(after)


def _span(old: Spec) -> Callable[[dict[str, str]], bool]:
    """Return whether the chart has figures of a row's period, of which months are compared by their text."""
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
        when = row.get("period", row["year"])
        first, _, last = when.partition("/")
        # A year is compared with a year, whichever of the two is written in months.
        return any(start[: len(first)] <= first and (last or first)[: len(end)] <= end for start, end in spans)

    return inside


def _figure(value: float | None, column: str, old: Spec, language: Language) -> str:
    if value is None:
        return language.terms["no_data"]
    if column == "share":
        return language.percent(value)
    if column == "rca":
        return language.number(value, 2)
    amount = language.amount(abs(value), str(old.get("currency", "USD")))
    if column not in {"balance", "value_added_balance"}:
        return amount
    return f"{language.terms['deficit' if value < 0 else 'surplus']} {amount}"


def _measure(column: str, known: Any, old: Spec, language: Language) -> str:
    """Return what a figure measures, in the words of the chart; nothing for a balance, whose figure says it."""
    if column == "balance":
        return ""
    if column in {"exports", "imports"}:
        return language.terms[column]
    if column == "share":
        return str(known.measure_text(language.tag)) if known else ""
    title = old["columns"].get(_TITLES[column], "")
    return title["title"] if isinstance(title, dict) else str(title)


def _when(row: dict[str, str], language: Language) -> str:
    text = row.get("period", row["year"])
    if "-" not in text:
        return language.whole(int(text))
    return months_of(text if "/" in text else f"{text}/{text}").words(language)
