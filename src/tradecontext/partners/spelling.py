"""The keys of the tables of names: a spelling reduced to its letters and digits."""

from __future__ import annotations

import unicodedata

_APOSTROPHES = "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb"
"""Modifier letters that are used as apostrophes, as in Uzbekistan's own name; Unicode classes them as letters."""

_NO_VOWELS = "\u034f\ufe0e\ufe0f"
"""Combining marks that are not vowel signs: the grapheme joiner, and the variation selectors of text and emoji."""


def normalise(text: str) -> str:
    """Reduce a spelling to the letters and digits that are the keys of the tables.

    Case, accents, punctuation and spaces are dropped; "&" becomes "and". Vowel signs are not accents, so they stay.
    """
    if text.isascii():
        return "".join(filter(str.isalnum, text.replace("&", " and ").lower()))
    decomposed = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    letters = unicodedata.normalize("NFKD", decomposed).replace(
        "\u0131", "i"
    )  # the dotless i: its capital is the same I as that of the dotted i
    return "".join(char for char in letters if _is_sounded(char))


def _is_sounded(char: str) -> bool:
    """Return whether a character is a letter, a digit or a vowel sign (of scripts that have such signs)."""
    if char.isalnum():
        return char not in _APOSTROPHES
    if not unicodedata.category(char).startswith("M") or char in _NO_VOWELS:
        return False
    # Unicode's combining classes 10 to 36 are the points of Hebrew and Arabic, which everyday text leaves out, and
    # those from 200 on are accents. The others are vowel signs of scripts such as those of India, Tibet and Thailand.
    place = unicodedata.combining(char)
    return place < 10 or 36 < place < 200


def with_accents(text: str) -> str:
    """Reduce a spelling as :func:`normalise` does, but keep its accents.

    A few names need them: Vietnamese "Áo" is Austria, while "ao" may be Angola's code.
    """
    letters = unicodedata.normalize("NFKC", text.replace("&", " and ")).casefold()
    letters = unicodedata.normalize("NFC", letters)
    return "".join(
        char
        for char in letters
        if char not in _APOSTROPHES and (char.isalnum() or unicodedata.category(char).startswith("M"))
    )
