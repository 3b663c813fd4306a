"""The words of a chart of comparative advantage: scale, columns, rows, and the headline, alt text and notes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tradecontext.charts import sentences
from tradecontext.charts.comparative_advantage.claim import headline
from tradecontext.charts.comparative_advantage.figures import index_text, percent_text, times_text
from tradecontext.charts.comparative_advantage.notes import key, notes, span
from tradecontext.charts.comparative_advantage.scale import SCALES, last_tick
from tradecontext.errors import DataError
from tradecontext.intake.yearly import extremes, name_ranks
from tradecontext.text import exact
from tradecontext.text.exact import rounded

if TYPE_CHECKING:
    from tradecontext.charts.comparative_advantage.rows import Advantage, Row
    from tradecontext.text.language import Language

FIGURES = 5
"""Significant digits of yearly values in a spec: shares with two decimals of a percent have only four, and fewer digits
keep a page small, which has the values of every year."""
GAPS = ("{times}", "{a}", "{b}")


def scale(found: Advantage, language: Language) -> dict[str, Any]:
    """Return the scale, which is symmetric about 1, with its ticks and words."""
    end = last_tick([row.rca for row in found.rows if row.rca is not None])
    # A phone has room for at most five ticks.
    step = 8 if end == 64 else 4 if end >= 16 else 2
    powers = sorted({1, step, end})
    values = [1 / power for power in reversed(powers[1:])] + [float(power) for power in powers]
    return {
        "max": SCALES[end],
        "ticks": [{"value": value, "text": _tick(value, language)} for value in values],
        "below": language.terms["no_advantage"],
        "above": language.terms["advantage"],
    }


def _tick(value: float, language: Language) -> str:
    return language.number(value, next((decimals for decimals in (0, 1, 2) if rounded(value, decimals) == value), 3))


def columns(found: Advantage, language: Language) -> dict[str, str]:
    """Return the headers."""
    heads = {"partner": language.terms["partner"], "rca": language.sentence("column_rca")}
    if found.trend and len(found.years) > 1:
        start, end = found.years[0], found.years[-1]
        ends = [each for row in found.rows if (each := _first_and_last(row, found, language))]
        alike = all((each["first"]["year"], each["last"]["year"]) == (start, end) for each in ends)
        # Years that are not those of all rows are printed in each row.
        heads["trend"] = language.sentence("column_trend" if alike else "column_ends", start=start, end=end)
    return heads


def pair(found: Advantage, language: Language) -> str | None:
    """Return the sentence about any two rows, with gaps for them; None if there are not two rows to compare.

    Raises
    ------
    DataError
        If the author's words contain one of the gaps.
    """
    if sum(row.weight is not None for row in found.rows) < 2:
        return None
    text = _compared(found, language, *GAPS)
    if any(text.count(gap) != 1 for gap in GAPS):
        raise DataError(f"good and labels cannot have {', '.join(GAPS)} in them: a reader's figures stand there")
    return text


def _compared(found: Advantage, language: Language, times: str, a: str, b: str) -> str:
    """Return the sentence with the ratio of two countries' shares or indices, in which the world's totals cancel."""
    return language.sentence(
        "pair_share" if found.shares else "pair_index",
        good=found.good or language.phrase("good_unknown"),
        short_topic=_topic("short_topic", found, language),
        times=times,
        a=a,
        b=b,
        when=span(found, language, "averages"),
        publisher=language.phrase("publisher", publisher=found.publisher) if found.publisher else "",
    )


def _topic(key: str, found: Advantage, language: Language) -> str:
    return language.phrase(key if found.good else f"{key}_plain", good=found.good)


def rows(found: Advantage, language: Language) -> list[dict[str, Any]]:
    """Return the rows of the spec, with every figure beside its text."""
    ranks = name_ranks({row.code: row.name for row in found.rows})
    comparable = sum(row.weight is not None for row in found.rows) > 1
    return [
        _row(row, found, language)
        | {"name_rank": ranks[row.code]}
        | (
            {"pair": {"weight": row.weight, "name": _paired(row, language)}}
            if comparable and row.weight is not None
            else {}
        )
        for row in found.rows
    ]


def _row(row: Row, found: Advantage, language: Language) -> dict[str, Any]:
    drawn: dict[str, Any] = {
        "partner": row.code,
        "name": row.name,
        "rca": None if row.rca is None else float(row.rca),
        "text": language.terms["no_data"] if row.rca is None else index_text(row.rca, language),
        "values": [None if value is None else _short(value) for value in row.values],
        "readout": _readout(row, found, language),
    }
    drawn |= _first_and_last(row, found, language) if found.trend else {}
    values = [value for _, value in _comparable(row, found)]
    drawn |= extremes(values, lambda value: index_text(value, language), language)
    if row.breaks:
        drawn["breaks"] = row.breaks
    return drawn | found.marks.standing(row.code, found.highlight)


def _short(value: float) -> float:
    """Return a yearly value rounded to `FIGURES` significant digits."""
    return float(rounded(value, FIGURES - 1 - Decimal(repr(value)).adjusted()))


def _comparable(row: Row, found: Advantage) -> list[tuple[int, float]]:
    """Return the years and indices that may be compared with those drawn; none if a break parts the period itself."""
    if row.comparable is None:
        return []
    first, last = row.comparable
    indices = zip(found.years, row.values, strict=True)
    return [(year, value) for year, value in indices if value is not None and first <= year <= last]


def _first_and_last(row: Row, found: Advantage, language: Language) -> dict[str, dict[str, Any]]:
    there = _comparable(row, found)
    if not there or len(found.years) == 1:
        return {}
    return {
        end: {"year": year, "text": index_text(value, language)}
        for end, (year, value) in {"first": there[0], "last": there[-1]}.items()
    }


def _readout(row: Row, found: Advantage, language: Language) -> str:
    when = span(found, language, "average")
    if row.rca is None:
        return language.sentence("readout_none", partner=row.name, when=when)
    shares, ends, broken = _shares(row, found, language), _ends(row, found, language), _broken(row, language)
    covered = _covered(row, language)

    def readout_with(more: str) -> str:
        return language.sentence(
            "readout",
            partner=row.name,
            index=index_text(row.rca or 0, language),
            when=when,
            years=language.phrase("readout_years", count=row.years, total=found.length) if found.length > 1 else "",
            more=more,
        )

    # With the longest names and labels there is room only for the most important parts.
    endings = (shares + ends + covered + broken, shares + covered + broken, broken)
    return sentences.shortest(*map(readout_with, endings))


def _covered(row: Row, language: Language) -> str:
    if row.coverage is None:
        return ""
    least, most = (language.percent(each, 0) for each in row.coverage)
    return language.phrase("readout_coverage" if least == most else "readout_coverage_least", percent=least)


def _shares(row: Row, found: Advantage, language: Language) -> str:
    if row.share is None:
        return ""
    good = found.good or language.phrase("good_unknown")
    text = language.phrase("readout_share", good=good, share=percent_text(row.share, language))
    if row.world is None:
        return text
    return text + language.phrase("readout_world", world=percent_text(row.world, language))


def _ends(row: Row, found: Advantage, language: Language) -> str:
    ends = _first_and_last(row, found, language)
    if not ends or ends["first"] == ends["last"]:
        return ""
    values = {f"{end}_index": value["text"] for end, value in ends.items()}
    return language.phrase("readout_ends", **{end: value["year"] for end, value in ends.items()}, **values)


def _broken(row: Row, language: Language) -> str:
    years = language.names([language.whole(year) for year in row.breaks[:3]])
    return language.phrase("readout_broken", years=years) if years else ""


def frame(found: Advantage, language: Language) -> dict[str, Any]:
    """Return the words of the frame, which claim no more than the rows show."""
    parts = {
        "topic": _topic("topic", found, language),
        "short_topic": _topic("short_topic", found, language),
        "good": found.good or language.phrase("good_unknown"),
        "period": span(found, language, "span"),
        "when": span(found, language, "average"),
        "count": len(found.ranked),
    }
    ratio = [_ratio(found, language)] if found.ratio else []
    return {
        "headline": headline(found, language, parts),
        "subtitle": language.sentence("subtitle", **parts),
        "alt": _alt(found, language, parts),
        "key": key(found, language),
        "notes": [*ratio, *notes(found, language)],
        "sources": found.lines,
    }


def _ratio(found: Advantage, language: Language) -> str:
    # In a ratio of means of indices, the world's totals do not cancel, because they differ from year to year.
    kind = "ratio_note" if found.shares or found.length == 1 else "ratio_note_averages"
    return f"{_ratio_told(found, language)} {language.sentence(kind)}"


def _ratio_told(found: Advantage, language: Language) -> str:
    a, b = found.ratio or (found.rows[0], found.rows[0])
    times = times_text(exact.ratio(a.weight or 0.0, b.weight or 1.0), language)
    names = (_paired(row, language) for row in (a, b))
    return _compared(found, language, times, *names)


def _paired(row: Row, language: Language) -> str:
    """Return a name in the form that the sentence about a ratio has it in."""
    return language.phrase("pair_name", partner=language.in_sentence(row.code, row.name))


def _alt(found: Advantage, language: Language, parts: dict[str, Any]) -> str:
    """Say the ratio that the author asks for, or else the lead's index and rank."""
    if found.ratio:
        return language.sentence("alt", told=_ratio_told(found, language))
    figures = {row.code: (row, row.rca) for row in found.rows if row.rca is not None}
    if not figures:
        return language.sentence("alt_none", **parts)
    lead, rca = figures.get(next(iter(found.highlight), ""), next(iter(figures.values())))
    rank = sum((each.rca or 0) > rca for each in found.ranked) + 1
    level = [each.name for each in found.ranked if each.rca == rca and each.code != lead.code]
    kind = "alone" if len(found.ranked) == 1 else "level" if level else "ranked"
    own = {"partner": lead.name, "index": index_text(rca, language), "place": language.ordinal(rank, "place")}
    told = language.phrase(f"alt_{kind}", **{**parts, **own, "level": language.few(level)})
    return sentences.alternative([language.sentence("alt", told=told), language.sentence("alt_scale")])
