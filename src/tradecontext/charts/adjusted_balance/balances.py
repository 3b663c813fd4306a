"""The view "value_added": each partner's balance as traded and in value added, on one zero line."""

from __future__ import annotations

from fractions import Fraction
from math import isnan
from typing import TYPE_CHECKING, Any

from tradecontext.charts import options as given
from tradecontext.charts import sentences
from tradecontext.charts.adjusted_balance import choices, spoken, words
from tradecontext.charts.adjusted_balance.accounts import BALANCED
from tradecontext.charts.adjusted_balance.closing import sums
from tradecontext.charts.highlight import highlighted
from tradecontext.charts.marks import marks
from tradecontext.charts.selection import selection
from tradecontext.errors import DataError
from tradecontext.intake.yearly import name_ranks
from tradecontext.text import exact
from tradecontext.text.exact import rounded
from tradecontext.text.exact import scale as power_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.charts.adjusted_balance.accounts import Accounts
    from tradecontext.charts.adjusted_balance.closing import Sum
    from tradecontext.charts.adjusted_balance.words import Drawn, Row
    from tradecontext.charts.selection import Selection
    from tradecontext.text.language import Language

NAN = float("nan")
FIGURES = ("gross", BALANCED, "change")
PERCENT = Fraction(1, 100)
TENTH = Fraction(1, 10)


def drawn(found: Accounts, options: Mapping[str, Any], language: Language) -> Drawn:
    """Return the view.

    Raises
    ------
    DataError
        For accounts without a balance in value added, or an option that the data cannot satisfy.
    """
    if not found.has(BALANCED):
        why = "of goods alone there is none" if found.scope == "goods" else "there is no column 'value_added_balance'"
        raise DataError(f"view='value_added' needs balances in value added, and {why}; take value_added_balances()")
    highlight = highlighted(options["highlight"], found.names, options["groups"], found.names)
    country = given.country(options["country"], found.names)
    order = _order(found)
    # Partners are ranked by the size of the balance, whether it is a deficit or a surplus.
    sizes = {code: None if isnan(gross := pair(found, code)[0]) else abs(gross) for code in order}
    always = [*highlight, *([country] if country else [])]
    chosen = selection(sizes, given.top(options["top"]), always, choices.MOST)
    codes = [code for code in order if code in chosen.drawn]
    own_headline = options["headline"] is not None
    lead = next(iter([*highlight, *([country] if country else []), *codes]), None)
    marked = marks(options, {code: found.names[code] for code in codes}, language, left_out=chosen.left_out)
    closing = sums(found, codes, language) if options["total"] else []
    values = [value for code in codes for value in pair(found, code) if not isnan(value)]
    # The total has no marks, which would dwarf all others.
    values += [value for each in closing if each.role != "total" for value in (each.gross, each.added)]
    power = power_of(max(map(abs, values), default=0))
    parts = words.adapt_terms(found, options, language) | {
        "year": found.year,
        "what": words.scope("what", found.scope, language),
        "unit": language.unit(power, found.currency, words=True),
        "count": len(found.names),
        "power": power,
        "lead": lead,
        "unsaid": _unsaid(found, codes),
    }
    ranks = name_ranks({code: found.names[code] for code in codes})
    rows = [
        _row(code, found, parts, language, leads=code == lead and not own_headline)
        | {"name_rank": ranks[code]}
        | marked.standing(code, highlight)
        for code in codes
    ]
    heads = columns(language.unit(power, found.currency), language)
    notes = _notes(found, rows, chosen, closing, language)
    notes.append(language.sentence("note_change", change=heads["change"]))
    rows += [_closing(each, parts, len(codes) + at, language) for at, each in enumerate(closing)]
    return words.Drawn(
        rows=rows,
        columns=heads,
        words={
            "headline": headline(found, lead, parts, language),
            "subtitle": language.sentence("subtitle_value_added", **parts),
            "alt": _alt(found, lead, parts, language),
            "key": [language.sentence("key_value_added"), *marked.notes],
            "notes": notes,
            "sources": found.lines,
        },
        sort_by="gross",
        hint="hint_value_added",
        more={
            "year": found.year,
            "currency": found.currency,
            "legend": [language.terms["as_traded"], language.terms["in_value_added"]],
            "scale": words.scale(values, power, language),
        },
    )


def pair(found: Accounts, code: str) -> tuple[float, float]:
    """Return a partner's balance as traded and in value added."""
    own = found.figures[code]
    return own["gross"], own.get(BALANCED, NAN)


def _order(found: Accounts) -> list[str]:
    """Return all partners, the largest deficit as traded first, and partners without a figure last."""
    ranks = name_ranks(found.names)

    def place(code: str) -> tuple[bool, float, int]:
        gross = pair(found, code)[0]
        return isnan(gross), 0.0 if isnan(gross) else gross, ranks[code]

    return sorted(found.names, key=place)


def columns(unit: str, language: Language) -> dict[str, str]:
    """Return the headers, with the unit in them."""
    heads = {name: language.sentence(f"column_{name}", unit=unit) for name in FIGURES}
    return {"partner": language.terms["partner"]} | heads


def _unsaid(found: Accounts, codes: Sequence[str]) -> str:
    """Return the side that a change refers to if its text names none: "deficit" if deficits outnumber surpluses."""
    gross = [pair(found, code)[0] for code in codes]
    return "deficit" if sum(each < 0 for each in gross) > sum(each > 0 for each in gross) else ""


def figures(gross: float, added: float, parts: Mapping[str, Any], language: Language) -> Row:
    """Return the two balances and their difference, each with its text."""
    power = parts["power"]
    nothing = language.terms["no_data"]
    change = exact.difference(added, gross)
    values = dict(zip(FIGURES, (gross, added, change), strict=True))
    texts = {name: nothing if isnan(value) else language.in_column(value, power) for name, value in values.items()}
    if not isnan(change):
        texts["change"] = _change(gross, added, parts, language)
    return {name: None if isnan(value) else value + 0.0 for name, value in values.items()} | {
        f"{name}_text": text for name, text in texts.items()
    }


def _change(gross: float, added: float, parts: Mapping[str, Any], language: Language) -> str:
    """Print the difference between two balances, in words if a deficit or a surplus is smaller or larger.

    A smaller surplus means the opposite of a smaller deficit, so a surplus is always named.
    """
    power = parts["power"]
    kind = compared(gross, added, power, language)
    if kind == "differ":
        return words.signed(exact.difference(added, gross), power, language)
    by = _by(gross, added, power, language)
    how = kind.removeprefix(f"{parts['unsaid']}_")
    return language.phrase(f"change_{kind if how == 'turns' else how}", by=by)


def _by(gross: float, added: float, power: int, language: Language) -> str:
    """Print the difference between two balances with their decimals."""
    difference = abs(exact.difference(added, gross))
    printed = not difference or rounded(difference, 1, power)
    return language.number(difference, 1, power) if printed else language.under(TENTH)


def _row(code: str, found: Accounts, parts: Mapping[str, Any], language: Language, *, leads: bool) -> Row:
    gross, added = pair(found, code)
    name = found.names[code]
    texts = figures(gross, added, parts, language)
    # The percentage of an automatic headline stands in its row, too.
    if leads and (percent := _percent(gross, added, parts["power"], language)):
        texts["change_text"] = language.phrase("change_percent", change=texts["change_text"], percent=percent)
    return {
        "partner": code,
        "name": name,
        "role": "partner",
        **texts,
        "readout": _readout(name, gross, added, parts, language),
    }


def _closing(each: Sum, parts: Mapping[str, Any], rank: int, language: Language) -> Row:
    role, name, gross, added, _ = each
    change = exact.difference(added, gross)
    row: Row = {"partner": f"_{role}", "name": name, "name_rank": rank, "role": role}
    if role == "total" and rounded(change, 1, parts["power"]) == 0:
        # The two balances are equal by definition; the remaining difference is rounding of the table.
        added = gross
    row |= figures(gross, added, parts, language) | {BALANCED: each.added, "change": change}
    return row | {"readout": _readout(name, gross, added, parts, language)}


def _readout(name: str, gross: float, added: float, parts: Mapping[str, Any], language: Language) -> str:
    power = parts["power"]
    texts = figures(gross, added, parts, language)
    own = {**parts, "partner": name, "gross": texts["gross_text"], "added": texts["value_added_text"]}
    if isnan(gross) or isnan(added):
        return sentences.shortest(language.sentence("readout_missing", **own), language.phrase("readout_short", **own))
    by = _by(gross, added, power, language)
    in_words = language.phrase(f"told_{compared(gross, added, power, language)}", by=by, **parts)
    return sentences.shortest(
        language.sentence("readout", **own, difference=in_words), language.phrase("readout_short", **own)
    )


def compared(gross: float, added: float, power: int, language: Language) -> str:
    """Return how the balance in value added compares with the balance as traded, as a part of the keys of sentences."""
    if language.in_column(exact.difference(added, gross), power) == language.in_column(0.0, power):
        return "same"
    if gross == 0 or added == 0:
        return "differ"
    if (gross < 0) != (added < 0):
        return "surplus_turns" if gross > 0 else "deficit_turns"
    side = "deficit" if gross < 0 else "surplus"
    return f"{side}_{'smaller' if abs(added) < abs(gross) else 'larger'}"


def headline(found: Accounts, code: str | None, parts: Mapping[str, Any], language: Language) -> str:
    """Return a sentence that compares one partner's two balances."""
    if code is None:
        return language.sentence("headline_none", **parts)
    own = {**parts, **words.partner(code, found.names[code], language)}
    gross, added = pair(found, code)
    if isnan(gross) or isnan(added):
        return language.sentence("headline_unknown", **own)
    kind = compared(gross, added, parts["power"], language)
    first, last = ("balance" if value == 0 else "deficit" if value < 0 else "surplus" for value in (gross, added))
    if kind == "same":
        return language.sentence(f"headline_{first}_same", **own)
    if kind == "differ":
        sides = {"first": language.phrase(f"kind_{first}"), "last": language.phrase(f"kind_{last}")}
        return language.sentence("headline_differ", **own, **sides)
    percent = _percent(gross, added, parts["power"], language)
    if percent is None and first == last:
        return language.sentence(f"headline_{kind}_twice", **own)
    return language.sentence(f"headline_{kind}", **own, percent=percent)


def _percent(gross: float, added: float, power: int, language: Language) -> str | None:
    """Return by how much the second balance is smaller or larger; None if it turns or is more than twice as large."""
    if isnan(gross) or isnan(added) or not compared(gross, added, power, language).endswith(("smaller", "larger")):
        return None
    share = abs(exact.ratio(exact.difference(added, gross), gross))
    if share > 1:
        return None
    return language.under_percent(PERCENT, 0) if share < PERCENT else language.percent(share, 0)


def _alt(found: Accounts, code: str | None, parts: Mapping[str, Any], language: Language) -> str:
    named = words.partner(code, found.names[code], language) if code else {}
    two = pair(found, code) if code else (NAN, NAN)
    return spoken.balances(two, found.currency, {**parts, **named}, language)


def _notes(
    found: Accounts, rows: Sequence[Row], chosen: Selection, closing: Sequence[Sum], language: Language
) -> list[str]:
    caveats = [language.sentence("note_as_traded"), *words.definition(found, language)]
    caveats += [language.sentence("note_customs")] if found.source or found.table else []
    notes = words.ordered(caveats)
    summed = {each.role: each for each in closing}
    if "total" in summed:
        kind = "note_total" if found.summed else "note_world"
        notes.append(language.sentence(kind, count=summed["total"].partners))
    sizes = {code: abs(pair(found, code)[0]) for code in found.names}
    drawn_sizes = [sizes[row["partner"]] for row in rows]
    hidden = [sizes[code] for code in chosen.left_out]
    others = {"others": summed["others"].name} if "others" in summed else {}
    notes += words.left_out("note_others" if others else "note_left_out", drawn_sizes, hidden, language, **others)
    if "rest" in summed:
        told = {"rest": summed["rest"].name, "total": summed["total"].name}
        notes.append(language.sentence("note_rest", **told))
    notes += sentences.beyond(chosen.beyond, found.names, language, "beyond_balances")
    lacking = [row["name"] for row in rows if row["gross"] is None or row[BALANCED] is None]
    return notes + sentences.missing(lacking, found.year, language)
