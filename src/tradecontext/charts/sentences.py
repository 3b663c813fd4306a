"""Sentences of notes that several charts share, and how long texts may be."""

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
SPOKEN = 30
"""The most words of an alternative text."""


def missing(names: Sequence[str], when: object, language: Language) -> list[str]:
    """Return a note that names the partners without a figure; no note if there are none."""
    if not names:
        return []
    if len(names) <= NAMED:
        return [language.sentence("missing", partners=language.names(names), year=when)]
    more, listed = len(names) - NAMED, language.series(names[:NAMED])
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
    ranked = [f"{names[code]} ({language.number(rank, 0)})" for code, rank in ranks.items()]
    listed = some_of(ranked, language.series(["", ""]))
    return [language.sentence(key, listed=listed)] if listed else []


def some_of(names: Sequence[str], comma: str = ", ") -> str:
    """List as many names as a note has room for, and an ellipsis if there are more."""
    return comma.join(names[:LISTED]) + (" …" if len(names) > LISTED else "")


def shortest(*choices: str) -> str:
    """Return the first of several wordings that a row has room for, or the last one, truncated if necessary."""
    short = next((text for text in choices if len(text) <= LONGEST), choices[-1])
    return short if len(short) <= LONGEST else short[: LONGEST - 1] + "\N{HORIZONTAL ELLIPSIS}"


def alternative(sentences: Sequence[str]) -> str:
    """Return an alternative text: the first sentence, which is the message, and those after it that have room."""
    said = list(sentences[:1])
    for sentence in sentences[1:]:
        if length(" ".join([*said, sentence])) <= SPOKEN:
            said.append(sentence)
    return " ".join(said)


def is_headline(text: str, language: Language) -> bool:
    """Return whether a text is short enough for a headline."""
    return length(text) <= language.headline_words


def length(text: str) -> int:
    """Count the words of a text as they are spoken: marks that stand alone are none."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
