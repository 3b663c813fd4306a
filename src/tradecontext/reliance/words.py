"""The headline, subtitle, alt text and notes written from the data, claiming no more than it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.reliance.averages import with_data

if TYPE_CHECKING:
    from tradecontext.language import Language
    from tradecontext.reliance.rows import Reliance, Row

ROOM = 1900
"""Characters of an alternative text before the rest is only counted."""


def frame(drawn: Reliance, language: Language) -> dict[str, Any]:
    """Return the words of the frame."""
    first, last = drawn.period
    span = _span(first, last, language)
    parts = {
        "measure": drawn.measure,
        "span": span,
        "how": language.phrase(f"how_{'one' if first == last else drawn.kind}", span=span),
        "all": _span(drawn.years[0], drawn.years[-1], language),
        "count": len(drawn.rows),
    }
    return {
        "headline": _headline(drawn, language, parts),
        "short_headline": language.sentence("short_headline", **parts),
        "subtitle": language.sentence(f"subtitle_{drawn.view}", **parts),
        "alt": _fitting(_alt(drawn, language, parts), language),
        "notes": _notes(drawn, language),
        "sources": drawn.sources,
        "second_sources": drawn.second_sources,
    }


def _span(first: int, last: int, language: Language) -> str:
    return str(first) if first == last else language.phrase("span", **{"from": first, "to": last})


def _headline(drawn: Reliance, language: Language, parts: dict[str, Any]) -> str:
    """Tell the first highlighted country, else the leader; an average never without the years' first and last."""
    leader = next((row for row, _ in drawn.ranked()), None)
    row = next(iter(drawn.highlighted()), leader)
    if row is None:
        return language.sentence("headline_empty", **parts)
    found = drawn.average(row)
    there = with_data(row, drawn.years, drawn.period) if row["shares"] else []
    told = {
        **parts,
        "partner": language.in_sentence(row["partner"], row["name"]),
        "share": "" if found.share is None else language.percent(found.share),
        "coverage": _coverage(drawn, row, language),
        "broken": found.broken,
        **{name: there[at] for name, at in (("first_year", 0), ("last_year", -1)) if there},
        **{name: _share(row, drawn, there[at], language) for name, at in (("first", 0), ("last", -1)) if there},
    }
    return language.sentence(_kind(drawn, row, there), **told)


def _kind(drawn: Reliance, row: Row, there: list[int]) -> str:
    """Return which headline is true of a row."""
    found = drawn.average(row)
    if found.broken is not None:
        return "headline_broken"
    if found.share is None:
        return "headline_none"
    if drawn.method == "published":
        return "headline_whole" if drawn.kind == "ratio_of_sums" else "headline_average"
    if drawn.period[0] == drawn.period[1]:
        return "headline_one"
    return "headline_only" if len(there) == 1 else f"headline_{drawn.kind}"


def _coverage(drawn: Reliance, row: Row, language: Language) -> str:
    """Say in how many years a country has data, where not in all."""
    there, total = drawn.average(row).years, drawn.period[1] - drawn.period[0] + 1
    if drawn.method == "published":
        years = row.get("detail", "")
    else:
        years = language.phrase("years", n=there, total=total) if there < total else ""
    return language.phrase("coverage", years=years) if years else ""


def _share(row: Row, drawn: Reliance, year: int, language: Language) -> str:
    return language.percent(row["shares"][year - drawn.years[0]])


def _alt(drawn: Reliance, language: Language, parts: dict[str, Any]) -> list[str]:
    text = [language.sentence(f"alt_{drawn.view}", **parts)]
    if drawn.view != "lines":
        text += _range(drawn, language)
        if drawn.top is not None:
            text.append(language.sentence("alt_top", top=drawn.top))
    text += [_path(row, language) for row in drawn.highlighted()]
    if drawn.second is not None:
        text.append(language.sentence("alt_second", second=drawn.second.name))
    return text + [language.sentence("alt_remark", text=each["text"].removesuffix(".")) for each in drawn.remarks]


def _range(drawn: Reliance, language: Language) -> list[str]:
    ranked = drawn.ranked()
    if not ranked:
        return []
    high, low = ranked[0][1], ranked[-1][1]
    ends = {
        name: [row["name"] for row, share in ranked if share == end] for name, end in (("first", high), ("last", low))
    }
    texts = {"high": language.percent(high), "low": language.percent(low)}
    if len(ranked) == 1:
        kind = "alt_first"
    elif texts["high"] == texts["low"]:
        kind = "alt_same" if high == low else "alt_alike"
    else:
        kind = "alt_range" if all(len(names) == 1 for names in ends.values()) else "alt_range_level"
    return [language.sentence(kind, **texts, **{name: language.few(names) for name, names in ends.items()})]


def _path(row: Row, language: Language) -> str:
    """Tell a highlighted country's first and last value, or its average where that is all there is."""
    name = row["name"]
    if row.get("average") is not None:
        return language.sentence("alt_average", partner=name, share=language.percent(row["average"]))
    if "first" not in row:
        return language.sentence("alt_none", partner=name)
    first, last = row["first"], row["last"]
    return language.sentence(
        "alt_only" if first["year"] == last["year"] else "alt_path",
        partner=name,
        first=first["text"],
        first_year=first["year"],
        last=last["text"],
        last_year=last["year"],
    )


def _fitting(sentences: list[str], language: Language) -> str:
    """Join as many sentences as an alternative text has room for, and count the rest."""
    used = 0
    for place, sentence in enumerate(sentences):
        used += len(sentence) + 1
        if used > ROOM:
            return " ".join([*sentences[:place], language.sentence("alt_more", count=len(sentences) - place)])
    return " ".join(sentences)


def _notes(drawn: Reliance, language: Language) -> list[str]:
    own = drawn.source and (drawn.source.note_text(language.tag) or drawn.source.definition_text(language.tag))
    others = drawn.second and drawn.second.source and drawn.second.source.note_text(language.tag)
    said = [text for text in (own, others) if text]
    keys = {
        "yearly": drawn.method == "published",
        drawn.kind: drawn.period[0] < drawn.period[1],
        "gaps": drawn.period[0] < drawn.period[1] and any(_gap(drawn, row) for row in drawn.rows),
        "breaks": any(row.get("breaks") for row in drawn.rows),
        "trend": drawn.trend and drawn.view != "lines",
    }
    said += [language.sentence(f"note_{key}") for key, told in keys.items() if told] + drawn.marks.notes
    # Without lines to stand at, remarks are notes.
    listed = drawn.remarks if drawn.view == "ranking" else []
    return said + [language.sentence("alt_remark", text=each["text"].removesuffix(".")) for each in listed]


def _gap(drawn: Reliance, row: Row) -> bool:
    if drawn.method == "published":
        return "detail" in row
    return 0 < drawn.average(row).years <= drawn.period[1] - drawn.period[0]
