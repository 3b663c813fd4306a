"""Figures of a chart that its publishers have changed.

Sums and other figures that a chart computes are compared as printed then and now, for the same partner and periods.
Others are compared in the frames of its recipe, made from the old answers and from the new ones.
"""

from __future__ import annotations

import math
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.charts.revised import amount, balance
from tradecontext.commands import remake
from tradecontext.commands.drawn_periods import added_up, averaged, drawn, period_of, same_periods
from tradecontext.errors import DataError
from tradecontext.fetch import answers
from tradecontext.intake import months_of, provenance, receipts
from tradecontext.spec.folders import part_if_any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pandas as pd

    from tradecontext.spec import Spec
    from tradecontext.text.language import Language

_KEYS = ("partner", "supplier", "market", "product", "state", "year", "period")
_FLOWS = ("balance", "exports", "imports")
_DRAWN = (*_FLOWS, "share", "rca")
"""The columns whose figures charts draw; others of a frame are only what these are computed from."""


class OtherMonthsError(DataError):
    """Figures that are of other months now, which are not compared with those that were published."""


class Figure(NamedTuple):
    """A figure of a partner, as a reader reads it then and now; measure and when may be left out."""

    partner: str
    name: str
    measure: str
    when: str
    before: str
    after: str

    def text(self, language: Language) -> str:
        """Return it as an item of a correction: "Mexico, 2024: deficit $171.5 billion → deficit $172.5 billion"."""
        said = language.series([each for each in (self.name, self.measure, self.when) if each])
        text: str = language.phrase("mark", mark=said, meaning=f"{self.before} → {self.after}")
        return text.rstrip(".")


class Revision(NamedTuple):
    """A changed figure, partner or headline, in the words of the chart: "Mexico, 2024: deficit $171.5 billion → …"."""

    publisher: str
    text: str


def revisions(old: Spec, new: Spec, run: answers.Run, language: Language) -> list[Revision]:
    """Return the figures of the partners and periods in a chart that read otherwise now, newest first.

    Parameters
    ----------
    old, new : dict
        The published spec, of which the answers are kept, and that of today.
    run : Run
        What the services have answered now.
    language : Language
        The language of the words.

    Raises
    ------
    DataError
        If the old answers are not kept, or if all figures are of other months now.
    """
    computed = list(_computed(old, new, language))
    done = {each.partner for each in computed}
    rows = {row["partner"]: row["name"] for spec in (new, old) for row in spec["rows"]}
    found: dict[Revision, None] = {}
    sums: dict[Revision, None] = {}
    same = same_periods(old, new)
    gone, gained, own = False, False, ""
    for of_chart, made in remake.fetched(old):
        then, now = _both(made, old, run)
        known = provenance.find(str(then["definition"].iloc[0]), str(then["vintage"].iloc[0]))
        # A table that the registry does not have, such as one product's, is the service's.
        service = receipts.read(str(then[receipts.COLUMN].iloc[0]))[0].service
        publisher = known.publisher_text(language.tag) if known else service
        flows = "balance" in then
        own = publisher if of_chart or not own else own
        for each in computed if of_chart else ():
            # Sums over partners, and averages of years, are told after what they are made of.
            last = each.partner.startswith("_") or "share" in then
            if each.before != each.after:
                (sums if last else found)[Revision(publisher, each.text(language))] = None
        names = {code for code in rows if not code.startswith("_") and not (flows and code in done)}
        inside = drawn(old)
        gained |= _gained(_indexed(then), _indexed(now), inside, old)
        there = set(now["period" if "period" in now else "year"].astype(str))
        then, now = (_indexed(each[each["partner"].isin(names)]) for each in (then, now))
        for each in _sums(then, now, old, rows, language) if of_chart and same else ():
            found[Revision(publisher, each.text(language))] = None
        gone |= any(inside(row) and period_of(row) not in there for row in _rows(then))
        # A period that no partner has now was replaced, as each release replaces the year to date.
        changed = [each for each in _changed(then, now, old) if inside(each[0]) and period_of(each[0]) in there]
        # Of sums, those of other months cannot be compared.
        gone |= not same and any(added_up(old, row) for row, *_ in changed)
        for row, column, *values in changed:
            pair = [_figure(value, column, old, language) for value in values]
            said = Figure(row["partner"], rows[row["partner"]], _measure(column, known, old, language), "", *pair)
            if pair[0] != pair[1] and not added_up(old, row):
                found[Revision(publisher, said._replace(when=_when(row, language)).text(language))] = None
    if gone and not found | sums:
        raise OtherMonthsError
    # Words may have changed for figures that were added, which is no revision.
    alone = not found | sums and old.get("years") == new.get("years")
    claims = _claims(old, new, alone=alone) if same and not gained else ()
    return [*(Revision(own, each) for each in claims), *found, *sums]


def _gained(then: pd.DataFrame, now: pd.DataFrame, inside: Callable[[dict[str, str]], bool], old: Spec) -> bool:
    """Return whether there is a figure of the chart's periods that was not there before."""
    columns = [each for each in _DRAWN if each in then and each in now]
    more = now[columns].notna() & then[columns].reindex(now.index).isna()
    years: Any = old.get("period") if isinstance(old.get("period"), list) else averaged(old)
    return any(
        inside(row) and (not years or years[0] <= int(row["year"]) <= years[-1]) for row in _rows(now[more.any(axis=1)])
    )


def _claims(old: Spec, new: Spec, *, alone: bool) -> Iterator[str]:
    """Yield what else a reader was told of the same periods: partners that are no longer drawn, and the headline.

    If these are the same, and `alone`, yield what a reader who selects a row was told.
    """
    before, now = ({row["partner"]: row["name"] for row in spec["rows"]} for spec in (old, new))
    left, entered = (
        [name for code, name in one.items() if code not in other] for one, other in ((before, now), (now, before))
    )
    if left and entered:
        yield f"{', '.join(left)} → {', '.join(entered)}"
    headlines = old["frame"]["headline"], new["frame"]["headline"]
    if headlines[0] != headlines[1]:
        yield " → ".join(headlines)
    elif alone and not left:
        yield from _readouts(old, new)


def _readouts(old: Spec, new: Spec) -> Iterator[str]:
    now = {row["partner"]: row for row in new["rows"]}
    for row in old["rows"]:
        pair = [str(each.get("readout", "")) for each in (row, now.get(row["partner"], row))]
        if pair[0] != pair[1]:
            yield " → ".join(each.rstrip(".") for each in pair)


def _sums(
    then: pd.DataFrame, now: pd.DataFrame, old: Spec, names: dict[str, str], language: Language
) -> Iterator[Figure]:
    """Yield sums that a chart drew of partners that are in one of the specs only, if its folder says what they are."""
    of_chart = getattr(part_if_any(old["chart"], "revised"), "sums", None)
    for partner, *figure in of_chart(then, now, old, language) if of_chart and "balance" in then else ():
        yield Figure(partner, names[partner], *figure)


def _computed(old: Spec, new: Spec, language: Language) -> Iterator[Figure]:
    """Yield what a chart computes of each partner that is in both specs, if its folder says what that is."""
    own = part_if_any(old["chart"], "revised")
    now = {row["partner"]: row for row in new["rows"]}
    told = [
        [
            Figure(row["partner"], row["name"], *each)
            for each in own.figures(old, new, row, now[row["partner"]], language)
        ]
        for row in old["rows"]
        if own and row["partner"] in now
    ]
    # For lines, the figures of all partners are in one list, newest period first.
    steps = zip_longest(*told) if "periods" in old else told
    yield from (each for step in steps for each in step if each)


def _both(made: Callable[[], pd.DataFrame], old: Spec, run: answers.Run) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a frame of a recipe, made from the old answers and from the new ones."""
    with answers.job(remake.receipts(old), alone=True):
        then = made()
    with answers.job({}, run=run):
        return then, made()


def _rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    return [dict(zip(map(str, frame.index.names), map(str, each), strict=True)) for each in frame.index]


def _indexed(frame: pd.DataFrame) -> pd.DataFrame:
    keys = [each for each in _KEYS if each in frame]
    return frame.assign(**{each: frame[each].astype(str) for each in keys}).drop_duplicates(keys).set_index(keys)


def _changed(
    then: pd.DataFrame, now: pd.DataFrame, old: Spec
) -> Iterator[tuple[dict[str, str], str, float, float | None]]:
    """Yield the row, the column, the figure of then and that of now, None if there is none any more."""
    columns = [each for each in _DRAWN if each in then and each in now]
    # If a table has shares, changes of the amounts behind them are not reported.
    columns = [each for each in columns if "share" not in columns or each == "share"]
    now = now[columns].reindex(then.index)
    rows = _rows(then)
    for at in sorted(range(len(rows)), key=lambda at: period_of(rows[at]), reverse=True):
        row = rows[at]
        pairs = {each: (then[each].iloc[at], now[each].iloc[at]) for each in columns}
        others = {each: pair for each, pair in pairs.items() if not math.isnan(pair[0]) and pair[0] != pair[1]}
        own = old.get("measure", "balance")
        # Flows change when the balance does: only the chart's own measure is told.
        own = own if own in _FLOWS else "balance"
        if own in others:
            others = {each: pair for each, pair in others.items() if each == own or each not in _FLOWS}
        for column, (before, after) in others.items():
            yield row, column, float(before), None if math.isnan(after) else float(after)


def _figure(value: float | None, column: str, old: Spec, language: Language) -> str:
    if value is None:
        return language.terms["no_data"]
    if column == "share":
        return language.percent(value)
    if column == "rca":
        return language.number(value, 2)
    return balance(value, old, language) if column == "balance" else amount(value, old, language)


def _measure(column: str, known: Any, old: Spec, language: Language) -> str:
    """Return what a figure measures, in the words of the chart; nothing for a balance, whose figure says it."""
    if column == "balance":
        return ""
    if column in {"exports", "imports"}:
        return language.terms[column]
    if column == "share":
        return str(known.measure_text(language.tag)) if known else ""
    return str(old["columns"].get(column, ""))


def _when(row: dict[str, str], language: Language) -> str:
    text = period_of(row)
    if "-" not in text:
        return language.whole(int(text))
    return months_of(text if "/" in text else f"{text}/{text}").words(language)
