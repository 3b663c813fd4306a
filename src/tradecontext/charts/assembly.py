"""Assembling a spec: a chart's own fields between those that every spec has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext import brand
from tradecontext.text import around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Fields
    from tradecontext.text.language import Language


def assembled(
    stem: str,
    options: Mapping[str, Any],
    language: Language,
    own: Mapping[str, Any],
    words: Mapping[str, Any],
) -> Fields:
    """Return a chart's spec.

    Parameters
    ----------
    stem : str
        The chart.
    options : mapping
        All its options.
    language : Language
        The language of the interface and of dates.
    own : mapping
        The chart's own fields, including ``numbers`` if the renderer formats numbers for a reader. Fields that are
        None are left out.
    words : mapping
        Headline, alternative text, notes and sources as :func:`tradecontext.text.around.written` takes them.
    """
    fields = {
        "chart": stem,
        "version": 1,
        "frame": around.written(options, words, language),
        # Texts of rows have no gaps for the page to fill, so they need no plural rules.
        "locale": language.spec({name: each for name, each in own.items() if name != "rows"}),
        "numbers": None,
        "theme": options["theme"],
        "brand": brand.read(options["brand"]),
        **own,
        "chart_id": options["chart_id"],
    }
    return {name: value for name, value in fields.items() if value is not None}
