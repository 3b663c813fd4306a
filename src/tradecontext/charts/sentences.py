"""Sentences of notes and alternative texts that several charts share, and how long these may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.text.language import Language

NAMED = 5
"""The most partners without a figure that a note names; it counts the others."""
LISTED = 10
"""The most names with their ranks that a note lists."""
LONGEST = 300
"""The most characters of a row's text."""
ROOM = 1900
"""The most characters of an alternative text; further sentences are only counted."""


def missing(names: Sequence[str], when: object, language: Language) -> list[str]:
    """Return a note that names the partners without a figure; no note if there are none."""
    if not names:
        return []
    if len(names) <= NAMED:
        return [language.sentence("missing", partners=language.names(names), year=when)]
    more, listed = len(names) - NAMED, ", ".join(names[:NAMED])
    return [language.sentence("missing_more", partners=listed, count=more, year=when)]


def beyond(ranks: Mapping[str, int], names: Mapping[str, str], language: Language, key: str = "beyond") -> list[str]:
    """Return a note with the ranks of rows that are drawn although not among the largest; no note if there are none.

    Parameters
    ----------
    ranks : mapping
        Rank by code.
    names : mapping
        Name by code.
    language : Language
        Words and numbers.
    key : str
        The key of the sentence. A chart whose rows are ordered by another figure than the rank has one that names the
        figure of the rank.
    """
    listed = some_of([f"{names[code]} ({language.number(rank, 0)})" for code, rank in ranks.items()])
    return [language.sentence(key, listed=listed)] if listed else []


def some_of(names: Sequence[str]) -> str:
    """List as many names as a note has room for, and an ellipsis if there are more."""
    return ", ".join(names[:LISTED]) + (" …" if len(names) > LISTED else "")


def remarks(remarks: Mapping[str, str], names: Mapping[str, str], language: Language) -> list[str]:
    """Return the author's remarks on rows, by code, as sentences of an alternative text."""
    return [
        language.sentence("alt_annotation", partner=names[code], text=remark.removesuffix("."))
        for code, remark in remarks.items()
    ]


def shortest(*choices: str) -> str:
    """Return the first of several wordings that a row has room for, or the last one, truncated if necessary."""
    short = next((text for text in choices if len(text) <= LONGEST), choices[-1])
    return short if len(short) <= LONGEST else short[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"


def fitting(sentences: Sequence[str], language: Language, room: int = ROOM) -> str:
    """Join as many sentences as an alternative text has room for, and count the rest."""
    used = 0
    for place, sentence in enumerate(sentences):
        used += len(sentence) + 1
        if used > room:
            return " ".join([*sentences[:place], language.sentence("alt_more", count=len(sentences) - place)])
    return " ".join(sentences)
