"""The words of a chart of balances over time: headers, the text of each figure, and the words of the frame."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.charts.balance_over_time.read import text
from tradecontext.charts.scales import places, round_years, tick
from tradecontext.intake.dated import MONTHS
from tradecontext.intake.scope import KNOWN
from tradecontext.intake.yearly import extremes, name_ranks
from tradecontext.text import exact
from tradecontext.text.language import capital, scale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.balance_over_time.rows import Line, OverTime
    from tradecontext.text.language import Language

WITH = {"exports": "to", "imports": "from"}
NEWS = 10 * MONTHS
"""A crossing is the headline for so many months."""
OF_MONTHS = ("month", "twelve_months")
"""The kinds of figures of which each ends with another month."""


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


def power(drawn: OverTime) -> int:
    """Return the power of ten of the unit: that of the largest figure."""
    return scale(max(abs(value) for line in drawn.lines for value in line.values if value is not None))


def when(place: int, drawn: OverTime, language: Language, key: str = "when") -> str:
    """Return a period in words: "February 2025", "12 months to February 2025", or "2024".

    `key` is "when", "during" for words in a sentence, or "axis", where it is known of what each figure is.
    """
    (first, last), by = drawn.spans[place], drawn.trade.by
    if by == "year":
        span = str(last // MONTHS)
    else:
        ends = [(month // MONTHS, month % MONTHS + 1) for month in (last if by in OF_MONTHS else first, last)]
        span = language.months(ends[0], ends[1])
    return language.phrase(f"{key}_{by}", span=span)


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
    ticks = places(min(0.0, *figures), max(0.0, *figures)) if any(figures) else [0.0, 10.0 ** power(drawn)]
    years = [last // MONTHS for _, last in drawn.spans]
    last = len(years) - 1
    if years[0] == years[last] and last:
        ends = [{"at": at, "text": when(at, drawn, language, "axis")} for at in (0, last)]
    else:
        round_ones = round_years(years[0], years[last])
        at = {0: years[0], **{years.index(year): year for year in round_ones[1:-1]}, last: years[last]}
        ends = [{"at": place, "text": str(year)} for place, year in at.items()]
    return {
        "ticks": [{"value": each, "text": tick(each, power(drawn), language)} for each in ticks],
        "periods": ends,
    }


def _columns(drawn: OverTime, language: Language) -> dict[str, str]:
    unit = language.unit(power(drawn), drawn.trade.currency)
    last = len(drawn.spans) - 1
    return {
        "partner": language.terms["partner"],
        "value": language.sentence("column_value", when=when(last, drawn, language), unit=unit),
        "trend": language.sentence(
            "column_trend", first=_short(0, drawn, language), last=_short(last, drawn, language)
        ),
    }


def _short(place: int, drawn: OverTime, language: Language) -> str:
    return when(place, drawn, language, "axis")


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
    late = "" if last == periods - 1 else _short(last, drawn, language)
    if details := ", ".join(filter(None, (late, change))):
        found["detail"] = details
    if line.breaks:
        found["breaks"] = line.breaks
    found |= extremes(line.values, lambda value: _printed(value, drawn, language), language)
    return found | drawn.marks.standing(line.code, drawn.highlight)


def side(value: float, measure: str) -> str:
    """Return what a figure is: exports, imports, a deficit or a surplus; "balance" if it is neither."""
    if measure in {"exports", "imports"}:
        return measure
    deficit = value if measure == "deficit" else -value
    return "deficit" if deficit > 0 else "surplus" if deficit < 0 else "balance"


def _change(line: Line, drawn: OverTime, language: Language) -> str:
    """Return the change from a year before in words; empty if there is no figure of that year."""
    now, before, measure = line.values[line.last], drawn.before(line), drawn.trade.measure
    if now is None or before is None:
        return ""
    kind = side(now, measure)
    if not before or not now or side(before, measure) != kind:
        return language.phrase("was", figure=_figure(before, drawn, language))
    percent, how = _growth(now, before, language)
    return language.phrase(how, what=language.terms[kind], percent=percent)


def _growth(now: float, before: float, language: Language) -> tuple[str, str]:
    change = exact.ratio(now, before) - 1
    percent = language.percent(abs(change))
    return percent, "unchanged" if percent == language.percent(0) else "up" if change > 0 else "down"


def _figure(value: float, drawn: OverTime, language: Language) -> str:
    """Return a figure with what it is: "deficit $171.8 billion"."""
    kind = side(value, drawn.trade.measure)
    amount = language.amount(abs(value), drawn.trade.currency, unit=power(drawn))
    return language.phrase("figure", what=language.terms[kind], amount=amount)


def _readout(line: Line, drawn: OverTime, language: Language) -> str:
    before = drawn.before(line)
    parts = {
        "partner": line.name,
        "when": when(line.last, drawn, language),
        "now": _figure(line.values[line.last] or 0.0, drawn, language),
    }
    if before is None:
        return sentences.shortest(language.sentence("readout_alone", **parts))
    return sentences.shortest(language.sentence("readout", before=_figure(before, drawn, language), **parts))


def _remarks(drawn: OverTime, language: Language) -> list[tuple[int, str]]:
    """Return the remarks, and where the two lines of the headline crossed."""
    found = list(drawn.remarks)
    if crossed := _claimed(drawn):
        over, under, place = crossed
        text = language.phrase("crossing", partner=over.name, other=under.name)
        found.append((place, language.phrase("remark", when=_short(place, drawn, language), text=text)))
    return sorted(found, key=lambda each: each[0])


def _claimed(drawn: OverTime) -> tuple[Line, Line, int] | None:
    """Return the crossing that the headline tells: of the two lines that stand out first, if it is not long ago."""
    last = drawn.spans[-1][1]
    codes = list(drawn.highlight)[:2]
    if len(codes) < 2:
        codes = [drawn.lead.code, *(line.code for line in drawn.lines if line is not drawn.lead)][:2]
    return next(
        (
            (over, under, place)
            for over, under, place in told(drawn)
            if {over.code, under.code} == set(codes) and last - drawn.spans[place][1] <= NEWS
        ),
        None,
    )


def told(drawn: OverTime) -> list[tuple[Line, Line, int]]:
    """Return the crossings that words can tell, the line with the larger deficit, surplus or flow first."""
    found = []
    for over, under, place in drawn.crossed:
        values = over.values[place], under.values[place]
        kinds = {side(value or 0.0, drawn.trade.measure) for value in values}
        if len(kinds) == 1 and kinds != {"balance"}:
            # The balance with the larger deficit is the lower one.
            lower = drawn.trade.measure == "balance" and kinds == {"deficit"}
            lower |= drawn.trade.measure == "deficit" and kinds == {"surplus"}
            found.append((under, over, place) if lower else (over, under, place))
    return found


def frame(drawn: OverTime, options: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return the words of the frame, which claim no more than the lines show."""
    parts = _parts(drawn, options, language)
    return {
        "headline": _headline(drawn, language),
        "subtitle": language.sentence("subtitle", **parts),
        "alt": _alt(drawn, parts, language),
        "key": _key(drawn, language),
        "notes": _notes(drawn, language),
        "sources": drawn.trade.lines,
    }


def _parts(drawn: OverTime, options: Mapping[str, Any], language: Language) -> dict[str, str]:
    code, name = drawn.trade.reporter
    own, last = drawn.trade.scope, len(drawn.spans) - 1
    scope = language.phrase(f"scope_{own}") if own in KNOWN else own
    if not own and "goods" in (options["labels"] or {}):
        scope = language.terms["goods"]
    whole = {
        kind: language.phrase(f"scoped_{kind}" if scope else f"whole_{kind}", scope=scope)
        for kind in ("balance", "deficit", "surplus", "exports", "imports")
    }
    span = {"first": _short(0, drawn, language), "last": _short(last, drawn, language)}
    return {
        **{f"whole_{kind}": words for kind, words in whole.items()},
        "whole": whole[drawn.trade.measure],
        "reporter_short": language.short(code, name),
        "reporter_possessive": language.possessive(code, name),
        "reporter_possessive_cap": capital(language.possessive(code, name)),
        "how": language.phrase(f"how_{drawn.trade.by}"),
        "unit": language.unit(power(drawn), drawn.trade.currency, words=True),
        "period": language.phrase("span", **span) if last else span["last"],
    }


def _headline(drawn: OverTime, language: Language) -> str:
    lead = drawn.lead
    if crossed := _claimed(drawn):
        over, under, place = crossed
        return language.sentence(
            f"headline_passed_{side(over.values[place] or 0.0, drawn.trade.measure)}",
            partner=language.in_sentence(over.code, over.name),
            other=language.in_sentence(under.code, under.name),
            when=_short(place, drawn, language),
        )
    now, before = lead.values[lead.last] or 0.0, drawn.before(lead)
    kind, partner = side(now, drawn.trade.measure), language.in_sentence(lead.code, lead.name)
    if before and now and side(before, drawn.trade.measure) == kind:
        percent, how = _growth(now, before, language)
        return language.sentence(f"headline_{how}_{kind}", partner=partner, percent=percent)
    return language.sentence(f"headline_{kind}", partner=partner, when=when(lead.last, drawn, language, "during"))


def _alt(drawn: OverTime, parts: Mapping[str, str], language: Language) -> str:
    """Say the lead's last figure, then the crossing or the change, then the second line's figure."""
    others = [line for line in drawn.lines if line is not drawn.lead]
    said = [language.sentence("alt", **_told_of(drawn.lead, drawn, parts, language))]
    if _claimed(drawn):
        said.append(_headline(drawn, language) + ".")
    said += [language.sentence("alt_other", **_told_of(line, drawn, parts, language)) for line in others[:1]]
    return sentences.spoken(said)


def _told_of(line: Line, drawn: OverTime, parts: Mapping[str, str], language: Language) -> dict[str, str]:
    value = line.values[line.last] or 0.0
    kind, partner = side(value, drawn.trade.measure), language.in_sentence(line.code, line.name)
    own = {**parts, "whole": parts[f"whole_{kind}"], "partner": partner}
    return {
        **own,
        "what": language.phrase(WITH.get(kind, "with"), **own),
        "amount": language.amount(abs(value), drawn.trade.currency, unit=power(drawn)),
        "figure": _figure(value, drawn, language),
        "when": when(line.last, drawn, language, "during"),
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
    for over, under, place in told(drawn):
        kind = side(over.values[place] or 0.0, drawn.trade.measure)
        names = [language.in_sentence(line.code, line.name) for line in (over, under)]
        when = _short(place, drawn, language)
        notes.append(language.sentence(f"headline_passed_{kind}", partner=names[0], other=names[1], when=when) + ".")
    if drawn.breaks:
        notes += [language.sentence("note_breaks"), *(f"{text}." for text in drawn.breaks)]
    if any(None in line.values for line in drawn.lines):
        notes.append(language.sentence("note_gaps"))
    if drawn.count:
        notes.append(language.sentence("note_chosen", count=drawn.count))
    return notes
