"""Sentences written from the data, with gaps for what depends on the period. They claim no more than the data shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.input_reliance.phrases import OPEN
from tradecontext.charts.sentences import ROOM, fitting, remarks
from tradecontext.text.language import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.input_reliance.rows import Reliance, Row
    from tradecontext.text.language import Language


RANKS = ("first", "ranked", "alone")
"""Claims about a country among the others, in charts without lines and of one year."""
CHANGES = ("less", "more", "level")
"""Claims about a country's first and last year, in charts with lines."""
OF_THE_FRAME = ("headline", "subtitle", "alt")
"""The sentences that an author may replace."""
MISSING = ("only", "broken", "none", "empty")


def sentences(drawn: Reliance, language: Language) -> dict[str, Any]:
    """Return sentences that :func:`tradecontext.charts.input_reliance.words.words` and the renderer fill."""
    how = {name: language.phrase(f"how_{kind}", **OPEN) for name, kind in (("average", drawn.kind), ("one", "one"))}
    all_years = {"from": drawn.years[0], "to": drawn.years[-1]}
    fixed = {
        "count": len(drawn.rows),
        "all": language.phrase("span", **all_years) if len(drawn.years) > 1 else str(drawn.years[0]),
    }
    alt = {"opening": language.sentence(f"alt_{drawn.view}", **{**OPEN, **fixed})}
    if drawn.view != "lines":
        kinds_of = {"range": "range", "first": "first", "level": "range_level", "same": "same", "alike": "alike"}
        alt |= {name: language.sentence(f"alt_{kind}", **OPEN) for name, kind in kinds_of.items()}
    measure = capital(drawn.measure)
    return {
        "measure": measure,
        "how": how,
        "supplier": language.in_sentence(*drawn.supplier),
        **_partners(drawn, language),
        "late": language.phrase("late", **OPEN),
        "headline": _headlines(drawn, language),
        "subtitle": language.sentence("subtitle" if drawn.view == "ranking" else "subtitle_lines", **{**OPEN, **fixed}),
        "alt": {**alt, "rest": fitting(_rest(drawn, language), language, _left(drawn, alt, [measure, *how.values()]))},
        "notes": _notes(drawn, language),
    }


def _headlines(drawn: Reliance, language: Language) -> dict[str, str]:
    """Return the claims by what is true of the country that the headline is about, or of the two highlighted."""
    kinds = [*RANKS, *MISSING]
    if drawn.view != "ranking":
        kinds += CHANGES
        if len(drawn.highlight) == 2:
            kinds += [f"both_{kind}" for kind in CHANGES]
    return {kind: language.phrase(f"headline_{kind}", **OPEN) for kind in kinds}


def _partners(drawn: Reliance, language: Language) -> dict[str, str]:
    """Return the names of two highlighted countries, if the headline may be about both."""
    if drawn.view == "ranking" or len(drawn.highlight) != 2:
        return {}
    names = [language.in_sentence(row["partner"], row["name"]) for row in drawn.highlighted()]
    return {"partners": language.names(names)}


def followed(sentences: Mapping[str, Any], drawn: Reliance, options: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the sentences that follow the reader's period, except the author's own; None if the period is fixed."""
    if drawn.method == "published" or len(drawn.years) == 1:
        return None
    # Lines show all years, whatever the period.
    still = {"ranking": set(), "both": {"subtitle"}, "lines": {"subtitle", "alt"}}[drawn.view]
    own = still | {name for name in OF_THE_FRAME if options.get(name) is not None}
    return {name: each for name, each in sentences.items() if name not in own}


def _left(drawn: Reliance, alt: Mapping[str, str], parts: list[str]) -> int:
    """Return how many characters an alternative text has left after its first sentences, for any period."""
    names = sorted((len(row["name"]) for row in drawn.rows), reverse=True)[:6]
    longest = max(map(len, (text for name, text in alt.items() if name != "opening")), default=0)
    return ROOM - len(alt["opening"]) - longest - sum(map(len, parts)) - sum(names)


def _rest(drawn: Reliance, language: Language) -> list[str]:
    """Return the sentences of an alternative text that do not depend on the period."""
    text = []
    if drawn.view != "lines" and drawn.top is not None:
        text.append(language.sentence("alt_top", top=drawn.top))
    text += [_path(row, language) for row in drawn.highlighted()]
    if drawn.second is not None:
        text.append(language.sentence("alt_second", second=drawn.second.name))
    names = {row["partner"]: row["name"] for row in drawn.rows}
    text += remarks(drawn.marks.remarks, names, language)
    return text + [_sentence(each["text"], language) for each in drawn.remarks]


def _sentence(remark: str, language: Language) -> str:
    return language.sentence("alt_remark", text=remark.removesuffix("."))


def _path(row: Row, language: Language) -> str:
    """Return a sentence with a highlighted country's first and last value, or its average if there is only that."""
    name = row["name"]
    if row.get("average") is not None:
        return language.sentence("alt_average", partner=name, share=language.percent(row["average"]))
    if "first" not in row:
        return language.sentence("alt_none", partner=name)
    first, last = row["first"], row["last"]
    broken = next((year for year in row.get("breaks", ()) if first["year"] < year <= last["year"]), None)
    if broken is not None:
        return (
            language.sentence("headline_broken", partner=language.in_sentence(row["partner"], name), broken=broken)
            + "."
        )
    return language.sentence(
        "alt_only" if first["year"] == last["year"] else "alt_path",
        partner=name,
        first=first["text"],
        first_year=first["year"],
        last=last["text"],
        last_year=last["year"],
    )


def _notes(drawn: Reliance, language: Language) -> list[dict[str, str]]:
    """Return the notes, each with the condition under which it is printed, if there is one."""
    own = drawn.source and (drawn.source.note_text(language.tag) or drawn.source.definition_text(language.tag))
    others = drawn.second and drawn.second.source and drawn.second.source.note_text(language.tag)
    said = [{"text": text} for text in (own, others) if text]
    if drawn.method == "published":
        said.append({"text": language.sentence("note_yearly")})
    said.append({"text": language.sentence(f"note_{drawn.kind}"), "when": "average"})
    if any("detail" in row or None in row["shares"] or None in row.get("totals", ()) for row in drawn.rows):
        said.append({"text": language.sentence("note_gaps"), "when": "gaps"})
    if any(row.get("breaks") for row in drawn.rows):
        said.append({"text": language.sentence("note_breaks"), "when": "broken"})
    if drawn.trend and drawn.view == "ranking":
        said.append({"text": language.sentence("note_trend")})
    if drawn.top is not None and drawn.highlight:
        # The period decides which highlighted countries are not among the largest.
        said.append({"text": language.sentence("beyond", listed="{beyond}"), "when": "beyond"})
    # Without lines to mark them on, remarks are printed as notes.
    listed = [_sentence(each["text"], language) for each in drawn.remarks] if drawn.view == "ranking" else []
    told = [_sentence(text, language) for text in drawn.breaks]
    return said + [{"text": text} for text in [*told, *drawn.marks.notes, *listed]]
