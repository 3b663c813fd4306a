"""The headline: the ratio of two countries if the author asks for one, or else how one country compares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.charts.comparative_advantage.figures import index_text, times_text
from tradecontext.charts.sentences import is_headline
from tradecontext.text import exact
from tradecontext.text.exact import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from tradecontext.charts.comparative_advantage.rows import Advantage, Row
    from tradecontext.text.language import Language


def headline(found: Advantage, language: Language, parts: Mapping[str, Any]) -> str:
    """Return a sentence about the ratio, about the first highlighted country, or about the one that leads."""
    if found.ratio:
        return _ratio(*found.ratio, found, language, parts)
    figures = {row.code: (row, row.rca) for row in found.rows if row.rca is not None}
    if not figures:
        return language.sentence("headline_none", **parts)
    own = figures.get(next(iter(found.highlight), ""))
    row, rca = own or next(iter(figures.values()))
    named = {
        **parts,
        "partner": language.in_sentence(row.code, row.name),
        "owner": language.short(row.code, row.name),
        "index": index_text(rca, language),
    }
    alone = sum(each.rca == rca for each in found.ranked) == 1
    kind = "first" if own is None and alone and len(found.ranked) > 1 else _beside_the_world(row, rca)
    claim = language.sentence(f"headline_{kind}", **named)
    # With names of many words a headline tells the index alone.
    return claim if is_headline(claim, language) else language.sentence("headline_index", **named)


def _beside_the_world(row: Row, rca: Fraction) -> str:
    """Return how a country's share compares with the world's.

    A mean of yearly indices may be above 1 although the mean share is below the world's; then only the index is told.
    """
    if rounded(rca, 2) == 1:
        return "level"
    if row.share is not None and row.world is not None and (row.share > row.world) != (rca > 1):
        return "index"
    return "more" if rca > 1 else "less"


def _ratio(a: Row, b: Row, found: Advantage, language: Language, parts: Mapping[str, Any]) -> str:
    times = exact.ratio(a.weight or 0.0, b.weight or 1.0)
    named = {
        **parts,
        **{f"owner_{key}": language.short(row.code, row.name) for key, row in (("a", a), ("b", b))},
        **{f"partner_{key}": language.in_sentence(row.code, row.name) for key, row in (("a", a), ("b", b))},
        "times": times_text(times, language),
        "percent": language.percent(abs(times - 1), 0),
    }
    if not found.shares:
        return language.sentence("headline_indices", **named)
    return language.sentence(f"headline_{_size(times)}", **named)


def _size(times: Fraction) -> str:
    """Return how a ratio is said: as twice or half, in percent up to twice, or as so many times."""
    if rounded(times, 1) == 2:
        return "twice"
    if rounded(times, 2) * 2 == 1:
        return "half"
    if rounded(times, 2) == 1:
        return "even"
    if times > 2:
        return "times"
    return "percent_more" if times > 1 else "percent_less"
