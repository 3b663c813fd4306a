"""Days and spans of months as a language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

Month = tuple[int, int]
"""Year and month."""


def date(words: Mapping[str, Any], day: str) -> str:
    """Write an ISO date."""
    year, month, number = map(int, day.split("-"))
    # "1er janvier".
    of_month = words.get("days", {}).get(str(number), number)
    return str(words["date"].format(year=year, month=words["months"][month - 1], number=month, day=of_month))


def months(words: Mapping[str, Any], first: Month, last: Month) -> str:
    """Write a span of months."""
    kind = "one" if first == last else "within" if first[0] == last[0] else "across"
    names = _names(words)
    parts = {"first": names[first[1] - 1], "last": names[last[1] - 1], "first_year": first[0], "last_year": last[0]}
    return str(words["month_spans"][kind].format(**parts))


def months_of(words: Mapping[str, Any], first: int, last: int) -> str:
    """Write a span of months of any one year, with the gap {year}: "February {year}"."""
    names, kind = _names(words), "one" if first == last else "within"
    parts = {"first": names[first - 1], "last": names[last - 1], "last_year": "{year}"}
    return str(words["month_spans"][kind].format(**parts))


def _names(words: Mapping[str, Any]) -> list[str]:
    """Return the names of months as they stand without a day, which are in another case in some languages."""
    names: list[str] = words.get("months_alone", words["months"])
    return names
