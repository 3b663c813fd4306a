"""Numbers in a script's own digits, such as the Arabic-Indic ones: how they are asked for, and put into words.

CLDR gives each language and region its usual digits: Egypt's are Arabic-Indic. A tag of BCP 47 asks for others, by
their name in CLDR after ``-u-nu-``: ``ar-u-nu-arab`` and ``ar-EG-u-nu-latn``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

LATIN = "0123456789"
ASKED = "-u-nu-"
"""The part of a tag that the name of its digits follows."""
_ALONE = re.compile(
    r"(?<![A-Za-z\d])(?<![A-Za-z][ \u00a0-])(?<![A-Za-z]\.[ \u00a0])\d+(?:\.\d+)?(?:-\d+)?%?(?![A-Za-z\d])", re.ASCII
)
"""Numbers in running text, except those of a name in Latin letters: "ISO 3166" and "Timmer et al. 2015" stay."""


def without(tag: str) -> str:
    """Return a tag without the digits that it asks for: "ar" of "ar-u-nu-arab"."""
    return tag.partition(ASKED)[0]


def asked(tag: str) -> str:
    """Return the name of the digits that a tag asks for; an empty text if it asks for none."""
    return tag.partition(ASKED)[2]


def chosen(data: dict[str, Any], tag: str) -> dict[str, Any]:
    """Return CLDR's data of a language with its numbers in the digits that a tag asks for, or in the usual ones."""
    by_name = data["numbers"]
    rest = {name: each for name, each in data.items() if name != "numbers"}
    return {**rest, **by_name[asked(tag) or next(iter(by_name))]}


def shown(text: str, digits: str) -> str:
    """Return a text with `digits`, from that for 0 on, in place of the Latin ones."""
    return text if digits == LATIN else text.translate(str.maketrans(LATIN, digits))


def worded(words: Any, data: Mapping[str, Any]) -> Any:
    """Return words with the numbers that stand in them as CLDR's `data` of the language has them."""
    if isinstance(words, dict):
        return {key: worded(each, data) for key, each in words.items()}
    if isinstance(words, list):
        return [worded(each, data) for each in words]
    return in_words(words, data) if isinstance(words, str) else words


def in_words(text: str, data: Mapping[str, Any]) -> str:
    """Return a text with the numbers in it as CLDR's `data` of the language has them."""
    if data["digits"] == LATIN:
        return text

    def number(found: re.Match[str]) -> str:
        own = shown(found[0].rstrip("%").replace(".", data["decimal"]), data["digits"])
        return str(data["percent"]).format(own) if found[0].endswith("%") else own

    return _ALONE.sub(number, text)
