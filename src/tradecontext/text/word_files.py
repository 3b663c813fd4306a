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


def without_region(tag: str) -> str:
    """Return a tag's language: "es" of "es-MX"."""
    return tag.partition("-")[0]


def spoken() -> list[str]:
    """Return the languages that there are words for, without regions."""
    return list(dict.fromkeys(map(without_region, languages())))


@cache
def words(part: str, tag: str) -> dict[str, Any]:
    """Return the words of a part of the package, for example ``"text"``, or ``"charts/"`` and a chart's name."""
    language = _read(f"{part}/words/{without_region(tag)}.json")
    path = f"{part}/words/{tag}.json"
    if tag == without_region(tag) or not any((folder / path).is_file() for folder in FOLDERS):
        return language
    return _merged(language, _read(path))


def _merged(words: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """Return words with those of a region in their place."""
    return words | {key: _merged(words[key], each) if isinstance(each, dict) else each for key, each in own.items()}


@cache
def cldr(tag: str) -> dict[str, Any]:
    """Return CLDR's data of a language: separators, patterns, plural rules, months and currencies."""
    return _read(f"text/cldr/{tag}.json")


def _read(path: str) -> dict[str, Any]:
    there = [folder / path for folder in FOLDERS if (folder / path).is_file()]
    data: dict[str, Any] = json.loads((there or [FOLDERS[0] / path])[0].read_text("utf-8"))
    return data
