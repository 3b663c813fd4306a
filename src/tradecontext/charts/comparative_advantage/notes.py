"""The notes of a chart of comparative advantage: definition, coverage, breaks, and values missing or off the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.charts import sentences
from tradecontext.charts.comparative_advantage.choices import break_text
from tradecontext.charts.comparative_advantage.scale import SCALES, last_tick

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradecontext.charts.comparative_advantage.rows import Advantage
    from tradecontext.text.language import Language

BREAKS_TOLD = 3
LOW_COVERAGE = 0.95
"""If a smaller part of exports is classified, the index reflects the classification more than the exports."""


def notes(found: Advantage, language: Language) -> list[str]:
    """Return the notes, beginning with the definition."""
    texts = [found.source.note_text(language.tag) if found.source else language.sentence("definition")]
    if _edges(found, language):
        # Beside those of dots at its edge, words about the scale would be too many under the chart.
        texts.append(language.sentence("note_scale"))
    texts += _coverage(found, language)
    texts += _breaks(found, language)
    texts += _short(found, language)
    lacking = [row.name for row in found.rows if row.rca is None]
    texts += sentences.missing(lacking, span(found, language, "span"), language)
    texts += sentences.beyond(found.beyond, {row.code: row.name for row in found.rows}, language)
    # The headline counts the countries with an index, so this does too: the others have nothing to show.
    if count := sum(row.rca is not None for row in found.left_out):
        texts.append(language.sentence("left_out", count=count))
    texts += _cut(found, language)
    return [note for note in texts if note]


def key(found: Advantage, language: Language) -> list[str]:
    """Return the sentences that decode marks: the scale, dots at its edge, and the author's own marks."""
    return [*(_edges(found, language) or [language.sentence("note_scale")]), *found.marks.notes]


def span(found: Advantage, language: Language, kind: str) -> str:
    """Return the year drawn, or the period in the words of a phrase."""
    if found.length == 1:
        return language.whole(found.last)
    return language.phrase(kind, first=found.first, last=found.last)


def _short(found: Advantage, language: Language) -> Iterable[str]:
    """Return a note that names the countries whose average is of fewer years than the period has."""
    short = [
        language.phrase("short_count", partner=row.name, count=row.years)
        for row in found.rows
        if 0 < row.years < found.length
    ]
    return [language.sentence("short_note", total=found.length, partners=_listed(short, language))] if short else []


def _cut(found: Advantage, language: Language) -> Iterable[str]:
    """Return a note if countries that are drawn tie with countries that are not."""
    first = next(iter(found.left_out), None)
    level = [row for row in found.rows if first is not None and first.rca is not None and row.rca == first.rca]
    if first is None or not level:
        return []
    names = {"partners": level, "others": [row for row in found.left_out if row.rca == first.rca]}
    listed = {key: _listed([row.name for row in rows], language) for key, rows in names.items()}
    return [language.sentence("level_note", **listed)]


def _listed(names: Sequence[str], language: Language) -> str:
    if len(names) <= sentences.NAMED:
        return language.names(names)
    named = language.series(names[: sentences.NAMED])
    return language.phrase("and_more", partners=named, count=len(names) - sentences.NAMED)


def _coverage(found: Advantage, language: Language) -> Iterable[str]:
    lowest = sorted((row.coverage[0], row.name) for row in found.rows if row.coverage is not None)
    if not lowest:
        return []
    lowest_year = language.phrase("coverage_lowest") if found.length > 1 else ""
    text = language.sentence("coverage_note" if found.source else "coverage_note_own", lowest=lowest_year)
    low = [name for least, name in lowest if least < LOW_COVERAGE]
    if low:
        kind = "coverage_low" if found.length == 1 else "coverage_low_years"
        limit = language.percent(LOW_COVERAGE, 0)
        text += " " + language.sentence(kind, percent=limit, partners=_listed(low, language))
    return [text]


def _breaks(found: Advantage, language: Language) -> Iterable[str]:
    known = [(row, year) for row in found.rows for year in row.breaks]
    for row, year in known[:BREAKS_TOLD]:
        registered = break_text(row, year, found.source, language.tag)
        yield language.in_words(registered) or language.sentence("break_note", partner=row.name, year=year)
    if len(known) > BREAKS_TOLD:
        yield language.sentence("breaks_more", count=len(known) - BREAKS_TOLD)
    over = [f"{row.name} ({language.whole(row.broken)})" for row in found.rows if row.broken is not None]
    if over:
        yield language.sentence("across_note", partners=_listed(over, language))


def _edges(found: Advantage, language: Language) -> list[str]:
    drawn = [(row.name, row.rca) for row in found.rows if row.rca is not None]
    end = SCALES[last_tick([rca for _, rca in drawn])]
    zero = [name for name, rca in drawn if rca == 0]
    beyond = [name for name, rca in drawn if rca and not 1 / end <= rca <= end]
    return [
        language.sentence(key, partners=_listed(names, language))
        for key, names in (("zero_note", zero), ("edge_note", beyond))
        if names
    ]
