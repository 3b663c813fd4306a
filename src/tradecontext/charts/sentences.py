"""Sentences that the notes and alternative texts of several charts have, and what they have room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.text.language import Language

NAMED = 5
"""Partners that a note names; more are counted."""
LISTED = 10
"""Names, each with its rank, that a note has room for."""
LONGEST = 300
"""Characters of a row's words."""
ROOM = 1900
"""Characters of an alternative text before the rest is only counted."""


def missing(names: Sequence[str], when: object, language: Language) -> list[str]:
    """Name the partners without a figure, as a note; none where each has one."""
    if not names:
        return []
    if len(names) <= NAMED:
        return [language.sentence("missing", partners=language.names(names), year=when)]
    more, listed = len(names) - NAMED, ", ".join(names[:NAMED])
    return [language.sentence("missing_more", partners=listed, count=more, year=when)]


def beyond(ranks: Mapping[str, int], names: Mapping[str, str], language: Language, key: str = "beyond") -> list[str]:
    """Tell the ranks of those that are drawn beyond the largest, as a note; none where nobody is.

    Parameters
    ----------
    ranks : mapping
        Rank by code.
    names : mapping
        Name by code.
    language : Language
        Words and numbers.
    key : str
        The sentence, which says what the rank is by where that is not what the rows are ordered by.
    """
    listed = some_of([f"{names[code]} ({language.number(rank, 0)})" for code, rank in ranks.items()])
    return [language.sentence(key, listed=listed)] if listed else []


def some_of(names: Sequence[str]) -> str:
    """List as many names as a note has room for, and a sign that there are more."""
    return ", ".join(names[:LISTED]) + (" …" if len(names) > LISTED else "")


def remarks(remarks: Mapping[str, str], names: Mapping[str, str], language: Language) -> list[str]:
    """Return the author's remarks on rows, by code, as sentences of an alternative text."""
    return [
        language.sentence("alt_annotation", partner=names[code], text=remark.removesuffix("."))
        for code, remark in remarks.items()
    ]


def shortest(*choices: str) -> str:
    """Return the first of several wordings that a row has room for, the last one cut if it has to be."""
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
