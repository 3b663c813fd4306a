"""The files of words of each language, and its data from CLDR.

Each part of the package has its words in its own folder, in ``words/<tag>.json``: ``text/`` has those that all charts
share, the folder of a chart has the chart's own, and ``data/`` has those of sources and published estimates. A language
is offered if ``text/`` has words for it. The files of a region, such as ``es-MX.json``, have only what differs from its
language.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from tradecontext.text import digits

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDERS: list[Traversable] = [files("tradecontext")]
"""Folders with that layout; a file is read from the first that has it."""


@cache
def languages() -> list[str]:
    """Return the tags of the languages that there are words for."""
    found = (
        path.name
        for folder in FOLDERS
        if (folder / "text" / "words").is_dir()
        for path in (folder / "text" / "words").iterdir()
    )
    return sorted({name.removesuffix(".json") for name in found if name.endswith(".json")})


def offered(tag: object) -> bool:
    """Say whether a tag is of a language that there are words for, with digits that CLDR has for it."""
    if not isinstance(tag, str) or digits.without(tag) not in languages():
        return False
    return digits.ASKED not in tag or digits.asked(tag) in _read(f"text/cldr/{digits.without(tag)}.json")["numbers"]


def without_region(tag: str) -> str:
    """Return a tag's language: "es" of "es-MX"."""
    return tag.partition("-")[0]


def spoken() -> list[str]:
    """Return the languages that there are words for, without regions."""
    return list(dict.fromkeys(map(without_region, languages())))


@cache
def words(part: str, tag: str) -> dict[str, Any]:
    """Return the words of a part of the package, for example ``"text"``, or ``"charts/"`` and a chart's name."""
    region = digits.without(tag)
    found = _read(f"{part}/words/{without_region(tag)}.json")
    path = f"{part}/words/{region}.json"
    if region != without_region(tag) and any((folder / path).is_file() for folder in FOLDERS):
        found = _merged(found, _read(path))
    own: dict[str, Any] = digits.worded(found, cldr(tag))
    return own


def _merged(words: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return words with those of a region in their place."""
    return words | {key: _merged(words[key], each) if isinstance(each, dict) else each for key, each in own.items()}


@cache
def cldr(tag: str) -> dict[str, Any]:
    """Return CLDR's data of a language: digits, separators, patterns, plural rules, months and currencies."""
    data = _read(f"text/cldr/{digits.without(tag)}.json")
    by_name = data.pop("numbers")
    return {**data, **by_name[digits.asked(tag) or next(iter(by_name))]}


def _read(path: str) -> dict[str, Any]:
    there = [folder / path for folder in FOLDERS if (folder / path).is_file()]
    data: dict[str, Any] = json.loads((there or [FOLDERS[0] / path])[0].read_text("utf-8"))
    return data
