"""Figures that a chart computes and prints, such as sums of months, in two specs of the same partners and periods."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.intake import months_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tradecontext.spec import Spec
    from tradecontext.text.language import Language


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
        # No-break spaces hold a figure and its unit on one line; in a draft they are but codes.
        return text.rstrip(".").replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def balance(value: float | None, spec: Spec, language: Language) -> str:
    """Return a balance in words: "deficit $171.5 billion"."""
    if value is None:
        return language.terms["no_data"]
    amount = language.amount(abs(value), str(spec.get("currency", "USD")))
    return f"{language.terms['deficit' if value < 0 else 'surplus']} {amount}" if value else amount


def figures(old: Spec, new: Spec, language: Language) -> Iterator[Figure]:
    """Yield what a chart computes of each partner that is in both specs, if they are of the same periods."""
    now: Mapping[str, Mapping[str, Any]] = {row["partner"]: row for row in new["rows"]}
    chart: Any = {
        "balance_over_time": _sums_over_time,
        "deficit_ranking": _deficits,
        "adjusted_balance": _adjusted,
        "comparative_advantage": _averages,
    }.get(old["chart"])
    for row in old["rows"] if chart else ():
        if row["partner"] in now:
            for measure, when, before, after in chart(old, new, row, now[row["partner"]], language):
                yield Figure(row["partner"], row["name"], measure, when, before, after)


def _sums_over_time(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield sums of several months; single months are compared as they were fetched."""
    if old["by"] == "month" or (old["by"], old["labels"]) != (new["by"], new["labels"]):
        return
    today = dict(zip(new["periods"], now["values"], strict=True))
    measure = old["measure"]
    for period, value in reversed(list(zip(old["periods"], row["values"], strict=True))):
        if value is None or period not in today:
            continue
        year, _, month = period.partition("-")
        when = old["labels"][int(month) - 1 if len(old["labels"]) > 1 else 0].replace("{year}", year)
        flow = measure in {"exports", "imports"}
        # A chart of deficits has them above zero.
        sign = -1 if measure == "deficit" else 1
        pair = [
            language.amount(each, old["currency"])
            if flow and each is not None
            else balance(None if each is None else sign * each, old, language)
            for each in (value, today[period])
        ]
        yield (language.terms[measure] if flow else "", when, *pair)


def _deficits(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    when = ("year", "period")
    if [old.get(each) for each in when] != [new.get(each) for each in when]:
        return
    # The remainder is another sum if other partners are named.
    shown = [{each["partner"] for each in spec["rows"]} for spec in (old, new)]
    if row["partner"] == "_others" and shown[0] != shown[1]:
        return
    period = months_of(old["period"]).words(language) if "period" in old else language.whole(old.get("year", ""))
    deficits = [row.get("deficit"), now.get("deficit")]
    pair = [balance(None if each is None else -each, old, language) for each in deficits]
    yield ("", period, *pair)


def _adjusted(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    if (old["view"], old.get("year")) != (new["view"], new.get("year")):
        return
    when, columns = language.whole(old.get("year", "")), old["columns"]
    if old["view"] == "value_added":
        for name in ("gross", "value_added"):
            yield (columns[name], when, *(balance(each.get(name), old, language) for each in (row, now)))
    elif old["view"] == "content":
        for name, text in (("content", "text"), ("partner_content", "partner_text"), ("third_content", "third_text")):
            yield (columns[name], when, *(each.get(text, language.terms["no_data"]) for each in (row, now)))


def _averages(old: Any, new: Any, row: Any, now: Any, language: Language) -> Iterator[tuple[str, ...]]:
    first, last = old["period"]
    if old["period"] != new["period"] or first == last:
        return
    pair = [
        language.terms["no_data"] if each.get("rca") is None else language.number(each["rca"], 2) for each in (row, now)
    ]
    yield (old["columns"]["rca"], f"{language.whole(first)}\N{EN DASH}{language.whole(last)}", *pair)
