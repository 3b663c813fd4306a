"""What differs between two specs, as who corrects a published chart asks for it: figures, rows, names, sources, words.

Every field is compared, those a later chart may bring too; a row is known by its partner, a yearly figure by its year.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


GROUPS = ("rows", "figures", "names", "sources", "vintages", "words", "order", "settings")
"""What a change is one of, what weighs most first."""

SERIES = ("shares", "second", "totals", "values")
"""Fields of a row that hold a figure a year."""

PRINTED_AS_TEXT = ("deficit", "rca", "value")
"""Figures whose field ``text`` is what is printed of them; others have one of their own name, with ``_text``."""


class _Absent:
    def __repr__(self) -> str:
        return "absent"


ABSENT = _Absent()
"""Stands for a field or row that one of two specs does not have; null is something it has."""


@dataclass(frozen=True)
class Change:
    """A field that differs.

    Parameters
    ----------
    group : str
        One of :data:`GROUPS`.
    where : str
        The field, a row by its partner: ``rows[MEX].deficit``.
    old, new : object
        What is there, a figure unrounded; ABSENT where the field is not.
    printed : (str or None, str or None), optional
        For a figure that is printed rounded: as it is printed, before and now.
    """

    group: str
    where: str
    old: Any
    new: Any
    printed: tuple[str | None, str | None] | None = None


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Return every difference between two valid specs, by group; none if they are the same."""
    fields = [{name: value for name, value in spec.items() if name != "rows"} for spec in (old, new)]
    found = [*_walk((), *fields), *_rows(old, new)]
    return sorted(found, key=lambda change: GROUPS.index(change.group))


def _rows(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, now = ({row["partner"]: _by_year(row, spec) for row in spec["rows"]} for spec in (old, new))
    for partner in {**before, **now}:
        path = (f"rows[{partner}]",)
        if partner in before and partner in now:
            yield from _walk(path, before[partner], now[partner])
        else:
            yield Change("rows", path[0], before.get(partner, ABSENT), now.get(partner, ABSENT))
    yield from _moved([each for each in before if each in now], [each for each in now if each in before], before, now)


def _by_year(row: Mapping[str, Any], spec: Mapping[str, Any]) -> dict[str, Any]:
    years = spec.get("years", [])
    series = {name: row[name] for name in SERIES if name in row and len(row[name]) in {0, len(years)}}
    return {**row, **{name: dict(zip(map(str, years), values, strict=False)) for name, values in series.items()}}


def _moved(kept: list[str], kept_now: list[str], before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    """Rows that changed places with others, which those do not that only make room for a new one."""
    alike = SequenceMatcher(None, kept, kept_now, autojunk=False).get_matching_blocks()
    steady = {each for block in alike for each in kept[block.a : block.a + block.size]}
    place, place_now = ({partner: place for place, partner in enumerate(rows, 1)} for rows in (before, now))
    for partner in kept_now:
        if partner not in steady:
            yield Change("order", f"rows[{partner}]", place[partner], place_now[partner])


def _walk(path: tuple[str, ...], old: Any, new: Any) -> Iterator[Change]:
    # Fields that are all new, or all gone, are told one by one.
    if old is ABSENT and new and isinstance(new, (dict, list)):
        old = type(new)()
    elif new is ABSENT and old and isinstance(old, (dict, list)):
        new = type(old)()
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _objects(path, old, new)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(path, old, new)
    elif not _same(old, new):
        yield Change(_group(path, old, new), _field(path), old, new)


def _objects(path: tuple[str, ...], old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    both = {**old, **new}
    texts = {name: text for name in both if (text := text_of(name, both)) is not None}
    for name in both:
        if name in texts.values():
            continue
        before, now = old.get(name, ABSENT), new.get(name, ABSENT)
        if name not in texts:
            yield from _walk((*path, name), before, now)
            continue
        printed = old.get(texts[name]), new.get(texts[name])
        if not _same(before, now) or printed[0] != printed[1]:
            where = (*path, name)
            yield Change(_group(where, before, now), _field(where), before, now, printed)


def text_of(name: str, fields: Mapping[str, Any]) -> str | None:
    """Return the field that holds a figure as it is printed, if there is one."""
    if f"{name}_text" in fields:
        return f"{name}_text"
    return "text" if name in PRINTED_AS_TEXT and "text" in fields else None


def _lists(path: tuple[str, ...], old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    # What begins and ends alike is passed over, so that one entry more or less is told as that.
    before, now = ([json.dumps(each, sort_keys=True) for each in entries] for entries in (old, new))
    short, start, end = min(len(old), len(new)), 0, 0
    while start < short and before[start] == now[start]:
        start += 1
    while end < short - start and before[-1 - end] == now[-1 - end]:
        end += 1
    middle = zip_longest(old[start : len(old) - end], new[start : len(new) - end], fillvalue=ABSENT)
    for place, (one, other) in enumerate(middle, start):
        yield from _walk((*path, f"[{place}]"), one, other)


def _same(old: Any, new: Any) -> bool:
    # In Python True is 1.
    return bool(old == new) and isinstance(old, bool) == isinstance(new, bool)


def _field(path: Sequence[str]) -> str:
    return "".join(step if step.startswith("[") else f".{step}" for step in path).lstrip(".")


def _group(path: Sequence[str], old: Any, new: Any) -> str:
    first, last = path[0], path[-1]
    if first.startswith("rows["):
        return _group_in_row(path[1], last, old, new)
    if first == "frame":
        if path[1] == "sources":
            return "vintages" if last in {"vintage", "definition"} else "sources"
        return "settings" if path[1] in {"url", "links", "noindex", "logo"} else "words"
    if first in {"year", "years", "period", "currency"} or path[:2] in {("amounts", "exports"), ("amounts", "imports")}:
        return "figures"
    worded = first in {"amounts", "columns", "legend", "pair", "phrases", "remarks", "sentences"} or path[:2] == (
        "locale",
        "words",
    )
    return "words" if worded and not _figure(old) and not _figure(new) else "settings"


def _group_in_row(field: str, last: str, old: Any, new: Any) -> str:
    if field in {"name_rank", "role", "highlight"}:
        return "settings"
    if field == "rank":
        return "order"
    if last == "name":
        return "names"
    return "figures" if _figure(old) or _figure(new) or last == "text" or last.endswith("_text") else "words"


def _figure(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
