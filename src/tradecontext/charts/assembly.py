"""What the spec of every chart begins and ends with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
        Words of the interface, and of dates.
    own : mapping
        The chart's own fields, and ``numbers`` where a reader makes any that have to be written; one that is None is
        left out.
    words : mapping
        Headline, alternative text, notes and sources as :func:`tradecontext.text.around.written` takes them.
    """
    fields = {
        "chart": stem,
        "version": 1,
        "frame": around.written(options, words, language),
        # The texts of rows are whole: a page fills in no counts there.
        "locale": language.spec({name: each for name, each in own.items() if name != "rows"}),
        "numbers": None,
        "theme": options["theme"],
        **own,
        "chart_id": options["chart_id"],
    }
    return {name: value for name, value in fields.items() if value is not None}
