"""The words of a chart of balances over time: headers, the text of each figure, and the words of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.charts.balance_over_time.claim import (
    alt,
    claimed,
    figure,
    growth,
    headline,
    parts_of,
    passed,
    power,
    short,
    side,
    told,
    when,
)
from tradecontext.charts.balance_over_time.read import text
from tradecontext.charts.balance_over_time.sums import OF_MONTHS
from tradecontext.charts.scales import SLIVER, even_years, round_years, tick, ticks
from tradecontext.intake.dated import MONTHS
from tradecontext.intake.yearly import extremes, name_ranks
from tradecontext.text.language import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.balance_over_time.rows import Line, OverTime
    from tradecontext.text.language import Language

MOST_TICKS = 7
NEAR = 0.15
"""The share of the axis that two years need between them."""


def fields(drawn: OverTime, language: Language) -> dict[str, Any]:
    """Return the chart's own fields of the spec."""
    by = drawn.trade.by
    return {
        "numbers": language.numbers(amounts=True),
        "by": by,
        "measure": drawn.trade.measure,
        "currency": drawn.trade.currency,
        "power": power(drawn),
        "periods": [text(last, 1 if by in OF_MONTHS else MONTHS) for _, last in drawn.spans],
        "labels": _labels(drawn, language),
        "scale": _scale(drawn, language),
        "columns": _columns(drawn, language),
        "phrases": {
            "none": language.terms["no_data"],
            "table": language.phrase("table"),
            "reading": language.phrase("reading"),
        },
        "rows": [_row(line, drawn, language) for line in drawn.lines],
        "remarks": [{"at": at, "text": words} for at, words in _remarks(drawn, language)],
        "provisional": drawn.provisional,
        "initial": {"sort_by": "value", "selection": []},
    }


def _labels(drawn: OverTime, language: Language) -> list[str]:
    """Return the names of periods with the gap {year}: one for each month, or one for all years."""
    by = drawn.trade.by
    if by in OF_MONTHS:
        spans = [language.months_of(month, month) for month in range(1, MONTHS + 1)]
    elif by == "year_to_date":
        first, last = drawn.spans[0]
        spans = [language.months_of(first % MONTHS + 1, last % MONTHS + 1)]
    else:
        spans = ["{year}"]
    return [language.phrase(f"when_{by}", span=span) for span in spans]


def _scale(drawn: OverTime, language: Language) -> dict[str, Any]:
    """Return the axes: round amounts around zero, and years at the periods that begin them."""
    figures = [value for line in drawn.lines for value in line.values if value is not None]
    low, high = min(0.0, *figures), max(0.0, *figures)
    found = ticks(low, high, most=MOST_TICKS) if any(figures) else [0.0, 10.0 ** power(drawn)]
    # A few months just beyond zero need no step of their own: most of it would be empty.
    sliver = SLIVER * (found[1] - found[0])
    found = found[-sliver < low < 0 : len(found) - (0 < high < sliver)]
    years = [last // MONTHS for _, last in drawn.spans]
    last = len(years) - 1
    ends = [years[0], years[last]] if years[last] > years[0] else years[:1]
    # Months begin and end within a year, which the subtitle names: there, round years evenly apart come first.
    if drawn.trade.by in OF_MONTHS:
        wanted = [*even_years(years[0], years[last]), *ends]
    else:
        wanted = [*ends, *round_years(years[0], years[last])[1:-1]]
    there: list[int] = []
    for at in (last if year == years[last] and year > years[0] else years.index(year) for year in wanted):
        if all(abs(at - other) >= NEAR * last for other in there):
            there.append(at)
    return {
        "ticks": [{"value": each, "text": tick(each, power(drawn), language)} for each in found],
        "periods": [{"at": at, "text": language.whole(years[at])} for at in sorted(there)],
    }


def _columns(drawn: OverTime, language: Language) -> dict[str, str]:
    unit = language.unit(power(drawn), drawn.trade.currency)
    (_, first), last, by = drawn.spans[0], len(drawn.spans) - 1, drawn.trade.by
    return {
        "partner": language.terms["partner"],
        "value": language.sentence("column_value", when=when(last, drawn, language), unit=unit),
        # The months of a year to date are in the other header.
        "trend": language.whole(first // MONTHS) if by == "year_to_date" else capital(when(0, drawn, language)),
    }


def _printed(value: float, drawn: OverTime, language: Language) -> str:
    return language.number(value, 1, power(drawn))


def _row(line: Line, drawn: OverTime, language: Language) -> dict[str, Any]:
    periods = len(drawn.spans)
    first, last = line.there[0], line.last
    ranks = name_ranks({each.code: each.name for each in drawn.lines})

    def end(place: int) -> dict[str, Any]:
        return {"at": place, "text": _printed(line.values[place] or 0.0, drawn, language)}

    found: dict[str, Any] = {
        "partner": line.code,
        "name": line.name,
        "name_rank": ranks[line.code],
        "values": line.values,
        "first": end(first),
        "last": end(last),
        "readout": _readout(line, drawn, language),
    }
    change = _change(line, drawn, language)
    late = "" if last == periods - 1 else short(last, drawn, language)
    if details := language.series([each for each in (late, change) if each]):
        found["detail"] = details
    if line.breaks:
        found["breaks"] = line.breaks
    found |= extremes(line.values, lambda value: _printed(value, drawn, language), language)
    return found | drawn.marks.standing(line.code, drawn.highlight)


def _change(line: Line, drawn: OverTime, language: Language) -> str:
    """Return the change from a year before in words; empty if there is no figure of that year."""
    now, before, measure = line.values[line.last], drawn.before(line), drawn.trade.measure
    if now is None or before is None:
        return ""
    kind = side(now, measure)
    if not before or not now or side(before, measure) != kind:
        return language.phrase("was", figure=figure(before, drawn, language))
    percent, how = growth(now, before, language)
    return language.phrase(how, what=language.terms[kind], percent=percent)


def _readout(line: Line, drawn: OverTime, language: Language) -> str:
    before = drawn.before(line)
    parts = {
        "partner": line.name,
        "when": when(line.last, drawn, language),
        "now": figure(line.values[line.last] or 0.0, drawn, language),
    }
    if before is None:
        return sentences.shortest(language.sentence("readout_alone", **parts))
    return sentences.shortest(language.sentence("readout", before=figure(before, drawn, language), **parts))


def _remarks(drawn: OverTime, language: Language) -> list[tuple[int, str]]:
    """Return the remarks, and where the two lines of the headline crossed."""
    found = list(drawn.remarks)
    if crossed := claimed(drawn):
        over, under, place = crossed
        names = [language.in_sentence(line.code, line.name) for line in (over, under)]
        text = language.phrase("crossing", partner=names[0], other=names[1])
        found.append((place, language.sentence("remark", when=short(place, drawn, language), text=text)))
    return sorted(found, key=lambda each: each[0])


def frame(drawn: OverTime, options: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return the words of the frame, which claim no more than the lines show."""
    parts = parts_of(drawn, options, language)
    return {
        "headline": headline(drawn, language),
        "subtitle": language.sentence("subtitle", **parts),
        "alt": alt(drawn, parts, language),
        "key": _key(drawn, language),
        "notes": _notes(drawn, language),
        "sources": drawn.trade.lines,
    }


def _key(drawn: OverTime, language: Language) -> list[str]:
    """Return the sentences that decode marks: what is below zero, dashed lines, and the author's marks."""
    key = []
    measure = drawn.trade.measure
    below = any(value is not None and value < 0 for line in drawn.lines for value in line.values)
    if below and measure in {"balance", "deficit"}:
        key.append(language.sentence(f"below_{measure}"))
    if drawn.provisional is not None:
        key.append(language.sentence("dashed"))
    return key + drawn.marks.notes


def _notes(drawn: OverTime, language: Language) -> list[str]:
    own = drawn.trade.source
    notes = [definition] if own and (definition := own.definition_text(language.tag)) else []
    if drawn.trade.by in {"twelve_months", "year_to_date"}:
        notes.append(language.sentence(f"note_{drawn.trade.by}"))
    own_claim = claimed(drawn)
    for over, under, place in told(drawn):
        if drawn.lead not in (over, under) or own_claim == (over, under, place):
            continue
        notes.append(passed(over, under, place, drawn, language) + ".")
    if drawn.breaks:
        notes += [language.sentence("note_breaks"), *(f"{text}." for text in drawn.breaks)]
    if any(None in line.values[line.there[0] : line.last] for line in drawn.lines):
        notes.append(language.sentence("note_gaps"))
    end = max(line.last for line in drawn.lines)
    for line in drawn.lines:
        if line.last < end:
            after = short(line.last, drawn, language)
            notes.append(language.sentence("note_ends", partner=line.name, when=after))
    if drawn.count:
        notes.append(language.sentence("note_chosen", count=drawn.count))
    return notes
