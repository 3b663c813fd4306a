"""The files of words of each language, and its data from CLDR.

Each part of the package has its words in its own folder, in ``words/<tag>.json``: ``text/`` has those that all charts
share, the folder of a chart has the chart's own, and ``data/`` has those of sources and published estimates. A language
is offered if ``text/`` has words for it. The files of a region, such as ``es-MX.json``, have only what differs from
those above it in CLDR, here ``es-419.json`` and ``es.json``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeGuard

from tradecontext.text import digits

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from typing import Self

FOLDERS: list[Traversable] = [files("tradecontext")]
"""Folders with that layout; a file is read from the first that has it."""


class GivenTag(str):
    """The tag of a language that is not the package's own. It carries its words and its data from CLDR.

    Parameters
    ----------
    tag : str
        The tag, as the spec has it.
    words : mapping
        The words of each part of the package, as :func:`words` returns them.
    known : mapping
        What CLDR knows of the language, as :func:`cldr` returns it, and ``partners``, its names by code.
    """

    __slots__ = ("known", "words")
    words: Mapping[str, dict[str, Any]]
    known: dict[str, Any]

    def __new__(cls, tag: str, words: Mapping[str, dict[str, Any]], known: dict[str, Any]) -> Self:
        """Return the tag, with its words."""
        given = super().__new__(cls, tag)
        given.words, given.known = words, known
        return given


@cache
def languages(part: str = "text") -> list[str]:
    """Return the tags of the languages that there are words for, or of those that a part has files for."""
    found = (
        path.name
        for folder in FOLDERS
        if (folder / part / "words").is_dir()
        for path in (folder / part / "words").iterdir()
    )
    return sorted({name.removesuffix(".json") for name in found if name.endswith(".json")})


def offered(tag: object) -> TypeGuard[str]:
    """Say whether a tag is of a language that there are words for, with digits that CLDR has for it."""
    if not isinstance(tag, str) or digits.without(tag) not in languages():
        return False
    return digits.ASKED not in tag or digits.asked(tag) in _read(f"text/cldr/{digits.without(tag)}.json")["numbers"]


def without_region(tag: str) -> str:
    """Return a tag's language: "es" of "es-MX"."""
    return tag.partition("-")[0]


def base_languages() -> list[str]:
    """Return the languages that there are words for, without regions."""
    return list(dict.fromkeys(map(without_region, languages())))


def lineage(tag: str) -> list[str]:
    """Return a language and those above it, whose words it has where it has none of its own: es-MX, es-419, es."""
    above = cldr(tag).get("parent", without_region(tag))
    return [tag] if above == tag else [tag, *lineage(above)]


def words(part: str, tag: str) -> dict[str, Any]:
    """Return the words of a part of the package, for example ``"text"``, or ``"charts/"`` and a chart's name."""
    return tag.words[part] if isinstance(tag, GivenTag) else shipped(part, tag)


@cache
def shipped(part: str, tag: str) -> dict[str, Any]:
    """Return the package's own words of a part."""
    found: dict[str, Any] = {}
    for each in reversed(lineage(tag)):
        path = f"{part}/words/{each}.json"
        if each == without_region(each) or any((folder / path).is_file() for folder in FOLDERS):
            found = merged(found, _read(path))
    own: dict[str, Any] = digits.worded(found, cldr(tag))
    return own


def merged(words: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return words with others in their place, such as those of a region."""
    return {
        **words,
        **{key: merged(words.get(key) or {}, each) if isinstance(each, Mapping) else each for key, each in own.items()},
    }


def cldr(tag: str) -> dict[str, Any]:
    """Return CLDR's data of a language: digits, separators, patterns, plural rules, months and currencies."""
    return tag.known if isinstance(tag, GivenTag) else _read_cldr(tag)


@cache
def _read_cldr(tag: str) -> dict[str, Any]:
    return digits.chosen(_read(f"text/cldr/{digits.without(tag)}.json"), tag)


def forget() -> None:
    """Read all files anew, for tests that add a language."""
    for known in (languages, shipped, _read_cldr):
        known.cache_clear()


def _read(path: str) -> dict[str, Any]:
    there = [folder / path for folder in FOLDERS if (folder / path).is_file()]
    data: dict[str, Any] = json.loads((there or [FOLDERS[0] / path])[0].read_text("utf-8"))
    return data
