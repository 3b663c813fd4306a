"""What the words around the lines claim: the last change, which line passed another, and the alternative text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.charts.balance_over_time.sums import OF_MONTHS
from tradecontext.intake.dated import MONTHS
from tradecontext.intake.scope import KNOWN
from tradecontext.text import exact
from tradecontext.text.exact import scale

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.balance_over_time.rows import Line, OverTime
    from tradecontext.text.language import Language

NEWS = 10 * MONTHS
"""A crossing is the headline if it is at most this many months before the last period."""
WITH = {"exports": "to", "imports": "from"}
FEW_MONTHS = 3 * MONTHS
"""With at most this many monthly figures, the text names the month of the first one, not only its year."""


def power(drawn: OverTime) -> int:
    """Return the power of ten of the unit: that of the largest figure."""
    return scale(max(abs(value) for line in drawn.lines for value in line.values if value is not None))


def when(place: int, drawn: OverTime, language: Language, key: str = "when") -> str:
    """Return a period in words: "February 2025", "12 months to February 2025", or "2024".

    `key` is "when", "during" for words in a sentence, or "axis", where it is known of what each figure is.
    """
    (first, last), by = drawn.spans[place], drawn.trade.by
    if by == "year":
        span = language.whole(last // MONTHS)
    else:
        ends = [(month // MONTHS, month % MONTHS + 1) for month in (last if by in OF_MONTHS else first, last)]
        span = language.months(ends[0], ends[1])
    return language.phrase(f"{key}_{by}", span=span)


def short(place: int, drawn: OverTime, language: Language) -> str:
    """Return a period as an axis names it: the month that twelve months end with, or the year."""
    return when(place, drawn, language, "axis")


def side(value: float, measure: str) -> str:
    """Return what a figure is: exports, imports, a deficit or a surplus; "balance" if it is neither."""
    if measure in {"exports", "imports"}:
        return measure
    deficit = value if measure == "deficit" else -value
    return "deficit" if deficit > 0 else "surplus" if deficit < 0 else "balance"


def growth(now: float, before: float, language: Language) -> tuple[str, str]:
    """Return the size of a change in per cent, and whether it is "up", "down", or "unchanged" as printed."""
    change = exact.ratio(now, before) - 1
    percent = language.growth(change)
    return percent, "unchanged" if percent == language.percent(0) else "up" if change > 0 else "down"


def figure(value: float, drawn: OverTime, language: Language) -> str:
    """Return a figure with what it is: "deficit $171.8 billion"."""
    kind = side(value, drawn.trade.measure)
    amount = language.amount(abs(value), drawn.trade.currency, unit=power(drawn))
    return language.phrase("figure", what=language.terms[kind], amount=amount)


def claimed(drawn: OverTime) -> tuple[Line, Line, int] | None:
    """Return the recent crossing of the first two highlighted lines, which the headline tells."""
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


def parts_of(drawn: OverTime, options: Mapping[str, Any], language: Language) -> dict[str, str]:
    """Return the words that fill the gaps of the frame's sentences."""
    code, name = drawn.trade.reporter
    own, last = drawn.trade.scope, len(drawn.spans) - 1
    scope = language.phrase(f"scope_{own}") if own in KNOWN else own
    if not own and "goods" in (options["labels"] or {}):
        scope = language.terms["goods"]
    # In German, what is traded comes after the reporter: "Defizit der USA bei Waren".
    whose = language.possessive(code, name)
    whole = {
        kind: language.phrase(f"scoped_{kind}" if scope else f"whole_{kind}", scope=scope, reporter_possessive=whose)
        for kind in ("balance", "deficit", "surplus", "exports", "imports")
    }
    first_year, last_year = (drawn.spans[place][1] // MONTHS for place in (0, last))
    begins = drawn.trade.by in OF_MONTHS and (last < FEW_MONTHS or drawn.spans[0][1] % MONTHS > 0)
    first = short(0, drawn, language) if begins else language.whole(first_year)
    period = short(last, drawn, language)
    if last and drawn.trade.by == "year_to_date":
        # The same months of all years are named once.
        first_month, last_month = (month % MONTHS + 1 for month in drawn.spans[last])
        years = language.phrase("span", first=first_year, last=last_year)
        period = language.months_of(first_month, last_month).format(year=years)
    elif last:
        period = language.phrase("span", first=first, last=period)
    return {
        **{f"whole_{kind}": words for kind, words in whole.items()},
        "whole": whole[drawn.trade.measure],
        "reporter_short": language.short(code, name),
        "reporter_possessive": language.possessive(code, name),
        "how": language.phrase(f"how_{drawn.trade.by}"),
        "unit": language.unit(power(drawn), drawn.trade.currency),
        "period": period,
    }


def headline(drawn: OverTime, language: Language) -> str:
    """Return a sentence about the crossing of the first two lines, or about the change of the first in a year."""
    lead = drawn.lead
    if crossed := claimed(drawn):
        return passed(*crossed, drawn, language)
    kind = side(lead.values[lead.last] or 0.0, drawn.trade.measure)
    partner = language.in_sentence(lead.code, lead.name)
    # The change of a line that ends earlier would be taken for that of the newest month.
    if lead.last == len(drawn.spans) - 1 and (change := _change(drawn, language)):
        percent, how = change
        return language.sentence(f"headline_{how}_{kind}", partner=partner, percent=percent)
    return language.sentence(f"headline_{kind}", partner=partner, when=when(lead.last, drawn, language, "during"))


def passed(over: Line, under: Line, place: int, drawn: OverTime, language: Language) -> str:
    """Return a sentence about a crossing, and whether the one line had passed the other before it, too."""
    above = [
        one > other
        for one, other in zip(over.values[: place + 1], under.values[: place + 1], strict=True)
        if one is not None and other is not None and one != other
    ]
    now = above[-1]
    again = any(before != now and after == now for before, after in pairwise(above[:-1]))
    return language.sentence(
        f"headline_passed_{side(over.values[place] or 0.0, drawn.trade.measure)}",
        partner=language.in_sentence(over.code, over.name),
        other=language.in_sentence(under.code, under.name),
        reporter_short=language.short(*drawn.trade.reporter),
        when=short(place, drawn, language),
        again=language.sentence("again") if again else "",
    )


def _change(drawn: OverTime, language: Language) -> tuple[str, str] | None:
    """Return the change of the first line in a year as :func:`growth` does, unless it was on the other side of zero."""
    now, before = drawn.lead.values[drawn.lead.last], drawn.before(drawn.lead)
    alike = now and before and side(now, drawn.trade.measure) == side(before, drawn.trade.measure)
    return growth(now, before, language) if now and before and alike else None


def alt(drawn: OverTime, parts: Mapping[str, str], language: Language) -> str:
    """Say the lead's last figure, then the crossing or the change, then the second line's figure."""
    others = [line for line in drawn.lines if line is not drawn.lead]
    said = [language.sentence("alt", **_told_of(drawn.lead, drawn, parts, language))]
    if claimed(drawn):
        said.append(headline(drawn, language) + ".")
    elif change := _change(drawn, language):
        percent, how = change
        said.append(language.sentence(f"alt_{how}", percent=percent))
    for line in others[:1]:
        own = _told_of(line, drawn, parts, language)
        if line.last == drawn.lead.last:
            said.append(language.sentence("alt_other", **own))
        else:
            # A line that ends earlier is told with its own period.
            own |= {"when": when(line.last, drawn, language), "now": own["figure"]}
            said.append(language.sentence("readout_alone", **own))
    return sentences.alternative(said)


def _told_of(line: Line, drawn: OverTime, parts: Mapping[str, str], language: Language) -> dict[str, str]:
    value = line.values[line.last] or 0.0
    kind, partner = side(value, drawn.trade.measure), language.in_sentence(line.code, line.name)
    own = {**parts, "whole": parts[f"whole_{kind}"], "partner": partner}
    return {
        **own,
        "what_cap": language.sentence(WITH.get(kind, "with"), **own),
        "amount": language.amount(abs(value), drawn.trade.currency, unit=power(drawn)),
        "figure": figure(value, drawn, language),
        "when": when(line.last, drawn, language, "during"),
    }
