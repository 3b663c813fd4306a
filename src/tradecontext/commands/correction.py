"""Draft a correction for figures that were published and that their publisher has revised since."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tradecontext.commands import remake
from tradecontext.commands.revisions import OtherMonthsError, revisions
from tradecontext.commands.verify import FIGURES, unverified
from tradecontext.errors import DataError
from tradecontext.intake import provenance
from tradecontext.text import word_files
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.fetch import answers
    from tradecontext.spec import Spec
    from tradecontext.spec.difference import Change

MOST_CHANGES = 24
"""The most changes that a draft names, but at least one of each publisher."""


def draft(old: Spec, new: Spec, changes: Sequence[Change], run: answers.Run) -> str:
    """Return a line with a draft of ``correction=``, or why there is none; empty if no published figure was revised.

    Parameters
    ----------
    old, new : dict
        The published spec, and the one of today.
    changes : sequence of Change
        The differences between the two.
    run : Run
        What the services have answered today.
    """
    if not any(each.group in FIGURES or each.group == "settings" or each.where == "frame.headline" for each in changes):
        return ""
    tag = old["locale"]["tag"]
    # Of a language that only the author has words for, a draft is in English.
    tag = tag if word_files.without_region(tag) in word_files.base_languages() else "en"
    language = Language(tag, None, chart=old["chart"])
    try:
        if why := _asked_otherwise(old, new):
            return f"No correction is drafted: {why}. These are no revisions by a publisher."
        found = revisions(old, new, run, language)
    except OtherMonthsError:
        return (
            "No correction is drafted: the figures are of other months now, and what may have been revised of those "
            "that were published is not compared."
        )
    except DataError:
        return (
            "No correction is drafted: the old answers are not kept on this machine, so that nobody can tell whether "
            "figures were revised."
        )
    if not found:
        return ""
    told, left, named = [], MOST_CHANGES, 0
    for publisher in dict.fromkeys(each.publisher for each in found):
        texts = [each.text for each in found if each.publisher == publisher]
        shown = [*texts[:left], *["…"] * (len(texts) > left)]
        named += min(left, len(texts))
        left = max(left - len(texts), 1)
        revised = language.series(shown, "semicolon")
        told.append(provenance.sentence("revised", tag, publisher=publisher, changes=revised))
    # No-break spaces hold a figure and its unit on one line; in a draft they would be printed as codes.
    text = ". ".join(told).replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    drafted = f"A draft, if the chart is published: correction={(f'{dt.datetime.now(dt.UTC):%Y-%m-%d}', text)!r}"
    if named < len(found):
        drafted += f"\nIt names {named} of {len(found)} changes; the others are in the list above."
    return drafted


def _asked_otherwise(old: Spec, new: Spec) -> str:
    """Say in what the recipe differs from the one that the chart was made with; an empty text if in nothing.

    Raises
    ------
    DataError
        If the old answers are not kept, so that nobody knows.
    """
    try:
        wrong = unverified(old)
    except DataError:
        if remake.receipts(old) and remake.receipts(old).keys() != remake.receipts(new).keys():
            return "the recipe asks for other figures than those that the chart was made from"
        raise
    if any(each.group in FIGURES for each in wrong):
        return (
            "even from the old answers the recipe makes another chart: its arguments or options were changed, or the "
            "chart, or the version of tradecontext"
        )
    return ""
