"""The words of each language, read as they are written, and what CLDR knows of it.

Words stand beside what they are the words of, in ``words/<tag>.json``: those of every chart in ``text/``, a chart's own
in its folder, those of sources and published estimates in ``data/``. A language is there when ``text/`` has its words.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDERS: list[Traversable] = [files("tradecontext")]
"""Folders of that layout; the first that has a file is read."""


@cache
def languages() -> list[str]:
    """Language tags that there are words for."""
    found = (
        path.name
        for folder in FOLDERS
        if (folder / "text" / "words").is_dir()
        for path in (folder / "text" / "words").iterdir()
    )
    return sorted({name.removesuffix(".json") for name in found if name.endswith(".json")})


@cache
def words(part: str, tag: str) -> dict[str, Any]:
    """Return the words of a part of the package, for example ``"text"``, or ``"charts/"`` and a chart's name."""
    return _read(f"{part}/words/{tag}.json")


@cache
def cldr(tag: str) -> dict[str, Any]:
    """Return what CLDR knows of a language: marks, patterns, plural rules, months and currencies."""
    return _read(f"text/cldr/{tag}.json")


def _read(path: str) -> dict[str, Any]:
    there = [folder / path for folder in FOLDERS if (folder / path).is_file()]
    data: dict[str, Any] = json.loads((there or [FOLDERS[0] / path])[0].read_text("utf-8"))
    return data
