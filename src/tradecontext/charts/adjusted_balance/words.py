"""Words and figures that the views share: names, signs, cents and scales."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.charts.scales import tick, ticks
from tradecontext.intake.scope import KNOWN
from tradecontext.text.exact import fraction, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tradecontext.charts.adjusted_balance.accounts import Accounts
    from tradecontext.text.exact import Figure
    from tradecontext.text.language import Language

Row = dict[str, Any]

CENT = Fraction(1, 100)
FINE = 8
"""The most steps of a scale of balances."""
SIDE = 0.25
"""The least part of a scale that a side with a word takes up."""
LEAST = 0.04
"""A scale of cents is at least this long, because its ticks are whole cents."""
SMALLEST = 1e-9
"""A part of a dollar that is nearer to zero than this is zero: division leaves such noise."""
OF_ESTIMATES = ("final_goods", "not_stated")
"""Scopes that published estimates have beside those of flows."""


@dataclass(frozen=True)
class Drawn:
    """A view in the form of the spec.

    Parameters
    ----------
    words : mapping
        Headline, subtitle, alt, key, notes and sources.
    more : mapping
        Fields that only some views have: legend, scale, amounts, year, currency.
    hint : str
        The key of the hint that says what a reader can do.
    """

    rows: list[Row]
    columns: dict[str, str]
    words: dict[str, Any]
    sort_by: str
    hint: str
    more: dict[str, Any] = field(default_factory=dict)


def adapt_terms(found: Accounts | None, options: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Adapt the terms of `language` to reporter and currency; return the reporter's names for the sentences.

    The terms are "US content" and "dollar" by default. They are replaced for other reporters and currencies, unless
    the author gave other terms.
    """
    code, name = found.reporter if found else ("USA", language.partner("USA") or "USA")
    parts = {
        "reporter_possessive": language.possessive(code, name),
        "reporter_short": language.short(code, name),
        "reporter_name": language.in_sentence(code, name),
    }
    ours = {} if code == "USA" else {"own_content": language.phrase("content_of", **parts)}
    if found and found.currency != "USD":
        percent = language.phrase("percent")
        ours |= {"dollar": found.currency, "cent_sign": "%", "cent": percent, "cents": percent}
    language.terms.update({term: text for term, text in ours.items() if term not in (options["labels"] or {})})
    return parts


def definition(found: Accounts, language: Language) -> list[str]:
    """Return the note on what is counted and how: of a registered source, or of any input-output table."""
    if found.source is not None:
        return [found.source.definition_text(language.tag)]
    return [language.sentence("note_table")] if found.table else []


def partner(code: str, name: str, language: Language) -> dict[str, str]:
    """Return a partner's names for sentences."""
    return {"partner": language.in_sentence(code, name), "partner_short": language.short(code, name)}


def scope(kind: str, value: str, language: Language) -> str:
    """Return a scope in words; `kind` is the kind of phrase."""
    known = value in OF_ESTIMATES or value in KNOWN or not value
    return language.phrase(f"{kind}_{(value or 'other') if known else 'own'}", scope=value)


def signed(value: float, power: int, language: Language) -> str:
    """Print a difference in a column, with its sign."""
    text = language.in_column(value, power)
    return language.signed(text) if value > 0 else text


def whole(share: Figure, language: Language) -> str:
    """Print a part of a dollar as whole cents; "<1" if it is under a cent."""
    return language.under(1, 0) if 0 < fraction(share) < CENT else language.number(share, 0, -2)


def cents(share: Figure, language: Language) -> str:
    """Print a part of a dollar: "30¢"."""
    return language.phrase("cents", n=whole(share, language))


def in_cents(share: Figure, language: Language) -> str:
    """Return a part of a dollar in words: "30 cents"."""
    if 0 < fraction(share) < CENT:
        return language.phrase("less_than_a_cent")
    return language.phrase("n_cents", n=whole(share, language), count=rounded(share, 0, -2))


def scale(values: Iterable[float], power: int, language: Language) -> dict[str, Any]:
    """Return the scale of the balances: round ends and zero, and a word for each side of zero that has a balance."""
    there = [value for value in values if not isnan(value)]
    low, high = min([0.0, *there]), max([0.0, *there])
    # Only the ends and zero are printed, so the steps may be so fine that bars take up most of the scale; but each side
    # has room for its word.
    found = ticks(low, high, most=FINE)
    first, last = found[0], found[-1]
    if first < 0 < last:
        step = found[1] - found[0]
        while last < (last - first) * SIDE:
            last += step
        while -first < (last - first) * SIDE:
            first -= step
    ends = sorted({first, 0.0, last})
    sides = {"below": "deficit" if low < 0 else "", "above": "surplus" if high > 0 else ""}
    return {
        "ticks": [{"value": place, "text": tick(place, power, language)} for place in ends],
        **{side: language.terms[term] for side, term in sides.items() if term},
    }


def scale_of_cents(shares: Iterable[float], language: Language) -> dict[str, Any]:
    """Return the scale of parts of a dollar, with ticks at round cents from zero to beyond the largest part."""
    found = [place for place in ticks(0.0, max(LEAST, *shares), CENT) if place <= 1]
    return {"ticks": [{"value": place, "text": cents(place, language)} for place in found]}


def ordered(notes: Iterable[str]) -> list[str]:
    """Return the notes without repetitions, the shortest first."""
    return sorted(dict.fromkeys(note for note in notes if note), key=len)


def left_out(kind: str, drawn: Iterable[float], sizes: Sequence[float], language: Language, **told: str) -> list[str]:
    """Return a note that counts the partners that are not drawn, and mentions a tie of one of them with one that is."""
    if not sizes:
        return []
    level = {size for size in drawn if not isnan(size)} & set(sizes)
    return [language.sentence(f"{kind}_level" if level else kind, count=len(sizes), **told)]
