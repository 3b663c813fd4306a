"""Days and spans of months as a language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.text import word_files
from tradecontext.text.digits import shown
from tradecontext.text.word_files import cldr

if TYPE_CHECKING:
    from collections.abc import Mapping

Month = tuple[int, int]
"""Year and month."""


def date(tag: str, day: str) -> str:
    """Write an ISO date in a language."""
    words = _words(tag)
    year, month, number = map(int, day.split("-"))
    # "1er janvier".
    of_month = words.get("days", {}).get(str(number), shown(str(number), words["digits"]))
    parts = {name: shown(str(each), words["digits"]) for name, each in (("year", year), ("number", month))}
    return str(words["date"].format(month=words["months"][month - 1], day=of_month, **parts))


def month(tag: str, when: Month) -> str:
    """Write a month in a language: "February 2025"."""
    return months(_words(tag), when, when)


def months(words: Mapping[str, Any], first: Month, last: Month) -> str:
    """Write a span of months."""
    kind = "one" if first == last else "within" if first[0] == last[0] else "across"
    names = _names(words)
    years = {f"{name}_year": shown(str(each[0]), words["digits"]) for name, each in (("first", first), ("last", last))}
    parts = {"first": names[first[1] - 1], "last": names[last[1] - 1], **years}
    return str(words["month_spans"][kind].format(**parts))


def months_of(words: Mapping[str, Any], first: int, last: int) -> str:
    """Write a span of months of any one year, with the gap {year}: "February {year}"."""
    names, kind = _names(words), "one" if first == last else "within"
    parts = {"first": names[first - 1], "last": names[last - 1], "last_year": "{year}"}
    return str(words["month_spans"][kind].format(**parts))


def _words(tag: str) -> Mapping[str, Any]:
    return {**cldr(tag), **word_files.words("text", tag)}


def _names(words: Mapping[str, Any]) -> list[str]:
    """Return the names of months as they stand without a day, which are in another case in some languages."""
    names: list[str] = words.get("months_alone", words["months"])
    return names
