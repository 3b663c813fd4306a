"""The words of a ranking: columns, rows, and the headline, alt text and notes written from the data."""

from __future__ import annotations

import math
from itertools import count
from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.charts.deficit_ranking.claim import alt, change, headline, listed, power, subtitle
from tradecontext.intake.scope import KNOWN
from tradecontext.intake.yearly import name_ranks
from tradecontext.text.language import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.deficit_ranking.rows import Ranking, Row
    from tradecontext.text.language import Language


def columns(ranking: Ranking, language: Language) -> dict[str, Any]:
    """Return the headers, with units and years in them."""
    unit = language.unit(power(ranking), ranking.currency)
    found: dict[str, Any] = {
        "partner": language.terms["partner"],
        "deficit": language.sentence("column_deficit", unit=unit),
    }
    beside = [each.year for each in (ranking.compare, ranking.context) if each is not None]
    if any(year != ranking.period.year for year in beside):
        # Beside another year's, the title says which year its figures are of.
        found["deficit"] = language.sentence("column_deficit_in", year=ranking.period.words(language), unit=unit)
    if ranking.compare is not None:
        of = {} if ranking.compare.whole else {"period": ranking.compare.text()}
        title = language.phrase("column_compare", year=ranking.compare.words(language))
        found["compare"] = {"title": title, "year": ranking.compare.year, **of}
    if ranking.context is not None:
        title = language.sentence("column_context", title=ranking.context.title, year=ranking.context.year)
        drawn = [ranking.context.values.get(row.code, math.nan) for row in ranking.rows if row.role == "partner"]
        longest = max((value for value in drawn if not math.isnan(value)), default=0.0)
        found["context"] = {"title": title, "year": ranking.context.year, "max": longest or 1}
    return found


def rows(ranking: Ranking, language: Language) -> list[dict[str, Any]]:
    """Return the rows of the spec, with every figure beside its text."""
    ranks = name_ranks({row.code: row.name for row in ranking.rows})
    return [_row(row, ranking, language, ranks[row.code]) for row in ranking.rows]


def _row(row: Row, ranking: Ranking, language: Language, name_rank: int) -> dict[str, Any]:
    text = language.in_column(abs(row.deficit), power(ranking))
    surplus = row.deficit < 0
    found: dict[str, Any] = {
        "partner": row.code,
        "name": row.name,
        "name_rank": name_rank,
        "role": row.role,
        "deficit": row.deficit,
        "text": language.phrase("surplus_value", number=text) if surplus else text,
        "readout": _readout(row, ranking, language),
    }
    if row.rank is not None:
        found["rank"] = row.rank
    flows = {"exports": row.exports, "imports": row.imports}
    found |= {flow: value for flow, value in flows.items() if not math.isnan(value)}
    if row.earlier is not None:
        found["compare"] = change(row, ranking, language)
    if ranking.context is not None and row.role == "partner":
        # If the years differ, decimals would invite a comparison that the two do not bear.
        same = ranking.context.year == ranking.period.year
        found["context"] = ranking.context.cell(row.code, language, decimals=1 if same else 0)
    return found | ranking.marks.standing(row.code, ranking.highlight)


def _readout(row: Row, ranking: Ranking, language: Language) -> str:
    def money(value: float) -> str:
        return language.amount(value, ranking.currency, unit=power(ranking))

    flows = not math.isnan(row.exports) and not math.isnan(row.imports)
    kind = "readout" if flows else "readout_balance"
    closing = "_surplus" if row.deficit < 0 else "" if row.role == "partner" else "_sum"
    parts: dict[str, str] = {"partner": row.name, "amount": money(abs(row.deficit))}
    parts |= {"exports": money(row.exports), "imports": money(row.imports)} if flows else {}
    place = language.ordinal(row.rank, "place") if row.rank else ""
    level = ranking.level.get(row.code)
    if not level or closing:
        return language.sentence(kind + closing, place=place, **parts)
    # With the longest names and labels there may be no room for the partners that share the rank, or for the rank.
    places = {
        "place_level": {"place": place, "level": listed(level, language)},
        "place_joint": {"place": place},
    }
    texts = [language.sentence(kind, place=language.phrase(key, **own), **parts) for key, own in places.items()]
    return sentences.shortest(*texts, language.sentence(f"{kind}_sum", **parts))


def frame(ranking: Ranking, options: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Return the words of the frame, which claim no more than the rows show."""
    code, name = ranking.reporter
    shown = [row for row in ranking.rows if row.role == "partner"]
    parts = {
        **traded(ranking, options, language),
        "reporter_possessive": language.possessive(code, name),
        "reporter_possessive_cap": capital(language.possessive(code, name)),
        "reporter_short": language.short(code, name),
        "reporter_name": language.in_sentence(code, name),
        "year": ranking.period.words(language),
        "unit": language.unit(power(ranking), ranking.currency, words=True),
        "count": len(shown),
    }
    sources = ranking.source + (
        [line for line in ranking.context.source if line not in ranking.source] if ranking.context else []
    )
    return {
        "headline": headline(ranking, shown, language, parts),
        "subtitle": subtitle(ranking, shown, language, parts),
        "alt": alt(ranking, shown, language, parts),
        "key": _key(ranking, shown, language),
        "notes": _notes(ranking, shown, options, language),
        "sources": sources,
        "second_sources": ranking.context.source if ranking.context else [],
    }


def traded(ranking: Ranking, options: Mapping[str, Any], language: Language) -> dict[str, str]:
    """Return the words for a deficit, a surplus and trade of what is traded: "goods deficit", or "trade deficit"."""
    known = f"scope_{ranking.scope}" if ranking.scope in KNOWN else ""
    scope = language.phrase(known) if known else ranking.scope or language.terms["goods"]
    # In German, what is traded comes after the reporter: "Defizit der USA bei Waren".
    whose = {"reporter_possessive": language.possessive(*ranking.reporter)}
    found = {}
    for term in ("deficit", "surplus"):
        own = term in (options["labels"] or {})
        kind = "scoped" if ranking.scope or "goods" in (options["labels"] or {}) else "plain" if own else "trade"
        found[f"whole_{term}"] = language.phrase(f"{kind}_{term}", scope=scope, **whose)
    trade = "scoped_trade" if ranking.scope else "trade"
    return found | {"whole_trade": language.phrase(trade, scope=scope, **whose)}


def _key(ranking: Ranking, shown: list[Row], language: Language) -> list[str]:
    """Return the sentences that decode marks: the author's, and the bars of surpluses."""
    key = list(ranking.marks.notes)
    if any(row.deficit < 0 for row in shown):
        key.append(language.sentence("surplus_note"))
    return key


def _notes(ranking: Ranking, shown: list[Row], options: Mapping[str, Any], language: Language) -> list[str]:
    notes: list[str] = []
    if ranking.context is not None:
        note, when = ranking.context.note, ranking.context.year
        notes += [note] if note else []
        if note and when != ranking.period.year:
            kind = "context_before" if when < ranking.period.year else "context_after"
            notes.append(language.sentence(kind, year=when, chart_year=ranking.period.year))
    near_tie = options["near_tie"]
    if ranking.tie is not None and near_tie:
        notes.append(near_tie if isinstance(near_tie, str) else _near_tie(ranking, language))
    notes += sentences.beyond(ranking.beyond, {row.code: row.name for row in shown}, language)
    if ranking.surpluses_left_out:
        notes.append(language.sentence("surpluses_left_out", count=ranking.surpluses_left_out))
    elif ranking.left_out:
        notes.append(language.sentence("left_out", count=ranking.left_out))
    rest = next((row for row in ranking.rows if row.role == "others"), None)
    if rest is not None:
        notes.append(language.sentence("others_note", count=ranking.count - len(shown)))
    total = next((row for row in ranking.rows if row.role == "total"), None)
    if total is not None:
        notes.append(language.sentence("total_note", total=total.name, count=ranking.count))
    return notes + sentences.missing(ranking.missing, ranking.period.words(language), language)


def _near_tie(ranking: Ranking, language: Language) -> str:
    """Return the note on a near tie, with as many decimals as show the difference, or on a tie."""
    shown, following = ranking.tie or (ranking.rows[0], ranking.rows[0])
    size = power(ranking)
    unit = language.unit(size, ranking.currency, words=True)
    if shown.deficit == following.deficit:
        drawn = {row.code for row in ranking.rows}
        level = [shown, *ranking.level[shown.code]]
        return language.sentence(
            "tie",
            place=shown.rank,
            level=listed(level, language),
            amount=language.in_column(shown.deficit, size),
            unit=unit,
            next=listed([row for row in level if row.code not in drawn], language),
        )

    def money(row: Row, decimals: int) -> str:
        return language.number(row.deficit, decimals, size)

    decimals = next(each for each in count(2) if money(shown, each) != money(following, each))
    return language.sentence(
        "near_tie",
        place=shown.rank,
        shown=shown.name,
        next=following.name,
        shown_amount=money(shown, decimals),
        next_amount=money(following, decimals),
        unit=unit,
    )
