"""Sentences written from the data, with gaps for what depends on the period. They claim no more than the data shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.input_reliance.phrases import OPEN
from tradecontext.text.language import capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.input_reliance.rows import Reliance
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
        "all": language.phrase("span", **all_years) if len(drawn.years) > 1 else language.whole(drawn.years[0]),
    }
    published = "whole" if drawn.kind == "ratio_of_sums" else "average"
    method = published if drawn.method == "published" else drawn.kind
    kinds = {"average": method, **{kind: kind for kind in ("one", "only", "broken", "none", "empty")}}
    chart = language.phrase(f"chart_{drawn.view}")
    measure = capital(drawn.measure)
    return {
        "measure": measure,
        "how": how,
        "supplier": language.phrase("running_supplier", supplier=language.in_sentence(*drawn.supplier)),
        **_partners(drawn, language),
        "coverage": language.phrase("coverage", **OPEN),
        "late": language.phrase("late", **OPEN),
        "headline": _headlines(drawn, language),
        "subtitle": language.sentence("subtitle" if drawn.view == "ranking" else "subtitle_lines", **{**OPEN, **fixed}),
        "alt": {name: language.sentence(f"alt_{kind}", **OPEN, chart=chart) for name, kind in kinds.items()},
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
    return {"partners": language.phrase("running_name", partner=language.names(names))}


def followed(sentences: Mapping[str, Any], drawn: Reliance, options: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the sentences that follow the reader's period, except the author's own; None if the period is fixed."""
    if drawn.method == "published" or len(drawn.years) == 1:
        return None
    # Lines show all years, whatever the period.
    still = set() if drawn.view == "ranking" else {"subtitle"}
    own = still | {name for name in OF_THE_FRAME if options.get(name) is not None}
    return {name: each for name, each in sentences.items() if name not in own}


def _sentence(remark: str, language: Language) -> str:
    return language.sentence("note_remark", text=remark.removesuffix("."))


def _notes(drawn: Reliance, language: Language) -> list[dict[str, Any]]:
    """Return the notes, each with the condition under which it is printed, if there is one.

    Those that decode a mark belong to the key.
    """
    own = drawn.source and (drawn.source.note_text(language.tag) or drawn.source.definition_text(language.tag))
    others = drawn.second and drawn.second.source and drawn.second.source.note_text(language.tag)
    said: list[dict[str, Any]] = [{"text": text} for text in (own, others) if text]
    if drawn.method == "published":
        said.append({"text": language.sentence("note_yearly")})
    said.append({"text": language.sentence(f"note_{drawn.kind}"), "when": "average"})
    if any("detail" in row or None in row["shares"] or None in row.get("totals", ()) for row in drawn.rows):
        said.append({"text": language.sentence("note_gaps"), "when": "gaps"})
    if any(row.get("breaks") for row in drawn.rows):
        said.append({"text": language.sentence("note_breaks"), "when": "broken"})
    if drawn.trend and drawn.view == "ranking":
        said.append({"text": language.sentence("note_trend"), "key": True})
    if drawn.top is not None and drawn.highlight:
        # The period decides which highlighted countries are not among the largest.
        said.append({"text": language.sentence("beyond", listed="{beyond}"), "when": "beyond"})
    # Without lines to mark them on, remarks are printed as notes.
    listed = [each["text"] for each in drawn.remarks] if drawn.view == "ranking" else []
    said += [{"text": text, "key": True} for text in drawn.marks.notes]
    return said + [{"text": _sentence(text, language)} for text in [*drawn.breaks, *listed]]
