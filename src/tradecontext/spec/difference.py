"""The differences between two specs, for a desk that corrects a published chart: figures, rows, names, sources, words.

Every field is compared. Rows are matched by partner, and yearly figures by year. The chart's schema says which figures
are yearly, and under which heading a change is listed: see :mod:`tradecontext.spec.shape`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from tradecontext.spec.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


GROUPS = ("rows", "figures", "names", "sources", "vintages", "words", "order", "settings")
"""The groups of changes, the most important first."""


class _Absent:
    def __repr__(self) -> str:
        return "absent"


ABSENT = _Absent()
"""Stands for a field or row that one of the two specs lacks. null is a value, so it cannot stand for that."""


@dataclass(frozen=True)
class Change:
    """A field that differs.

    Parameters
    ----------
    group : str
        One of :data:`GROUPS`.
    where : str
        The field; rows are named by partner: ``rows[MEX].deficit``.
    old, new : object
        The values, figures unrounded; ABSENT in a spec that lacks the field.
    printed : (str or None, str or None), optional
        For a figure that is printed rounded: its old and its new text.
    """

    group: str
    where: str
    old: Any
    new: Any
    printed: tuple[str | None, str | None] | None = None


def differences(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """Return every difference between two valid specs, sorted by group; none if they are the same."""
    fields = [{name: value for name, value in spec.items() if name != "rows"} for spec in (old, new)]
    found = [*_walk(Place((), Shape.of(new["chart"], old["chart"])), *fields), *_rows(old, new)]
    return sorted(found, key=lambda change: GROUPS.index(change.group))


def row_shape(old: Mapping[str, Any], new: Mapping[str, Any]) -> Shape:
    """Return the shape of a row in the schemas of two specs."""
    return Shape.of(new["chart"], old["chart"]).at("rows").at("[]")


@dataclass(frozen=True)
class Place:
    """A place in a spec: the steps to it, its shape in the schema, and the group of all changes within it."""

    steps: tuple[str, ...]
    shape: Shape
    group: str | None = None

    def at(self, step: str) -> Place:
        """Return the place of a field or an entry of this place."""
        shape = self.shape.at(step)
        return Place((*self.steps, step), shape, shape.says("x-group") or self.group)

    def __str__(self) -> str:
        return "".join(step if step.startswith("[") else f".{step}" for step in self.steps).lstrip(".")


def _rows(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    shape = row_shape(old, new)
    series = shape.saying("x-yearly")
    before, now = ({row["partner"]: _by_year(row, spec, series) for row in spec["rows"]} for spec in (old, new))
    for partner in {**before, **now}:
        place = Place((f"rows[{partner}]",), shape)
        if partner in before and partner in now:
            yield from _walk(place, before[partner], now[partner])
        else:
            yield Change("rows", str(place), before.get(partner, ABSENT), now.get(partner, ABSENT))
    yield from _moved([each for each in before if each in now], [each for each in now if each in before], before, now)


def _by_year(row: Mapping[str, Any], spec: Mapping[str, Any], series: Sequence[str]) -> dict[str, Any]:
    years = spec.get("years") or spec.get("periods", [])
    found = {name: row[name] for name in series if name in row and len(row[name]) in {0, len(years)}}
    return {**row, **{name: dict(zip(map(str, years), values, strict=False)) for name, values in found.items()}}


def _moved(kept: list[str], kept_now: list[str], before: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Change]:
    """Return the rows that changed their order; a row that only makes room for a new one has not."""
    alike = SequenceMatcher(None, kept, kept_now, autojunk=False).get_matching_blocks()
    steady = {each for block in alike for each in kept[block.a : block.a + block.size]}
    place, place_now = ({partner: place for place, partner in enumerate(rows, 1)} for rows in (before, now))
    for partner in kept_now:
        if partner not in steady:
            yield Change("order", f"rows[{partner}]", place[partner], place_now[partner])


def _walk(place: Place, old: Any, new: Any) -> Iterator[Change]:
    # An object or a list that is added or removed as a whole is listed field by field.
    if old is ABSENT and new and isinstance(new, (dict, list)):
        old = type(new)()
    elif new is ABSENT and old and isinstance(old, (dict, list)):
        new = type(old)()
    if isinstance(old, dict) and isinstance(new, dict):
        yield from _objects(place, old, new)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(place, old, new)
    elif not _same(old, new):
        yield Change(_group(place, old, new), str(place), old, new)


def _objects(place: Place, old: dict[str, Any], new: dict[str, Any]) -> Iterator[Change]:
    both = {**old, **new}
    texts = {name: text for name in both if (text := text_of(name, both, place.shape)) is not None}
    for name in both:
        if name in texts.values():
            continue
        before, now = old.get(name, ABSENT), new.get(name, ABSENT)
        if name not in texts:
            yield from _walk(place.at(name), before, now)
            continue
        printed = old.get(texts[name]), new.get(texts[name])
        if not _same(before, now) or printed[0] != printed[1]:
            where = place.at(name)
            yield Change(_group(where, before, now), str(where), before, now, printed)


def text_of(name: str, fields: Mapping[str, Any], shape: Shape) -> str | None:
    """Return the name of the field that has the printed text of a figure, if there is one."""
    text = shape.at(name).says("x-text") or f"{name}_text"
    return text if text in fields else None


def _lists(place: Place, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    # Equal entries at the beginning and the end are skipped, so that one added or removed entry is one change.
    before, now = ([json.dumps(each, sort_keys=True) for each in entries] for entries in (old, new))
    short, start, end = min(len(old), len(new)), 0, 0
    while start < short and before[start] == now[start]:
        start += 1
    while end < short - start and before[-1 - end] == now[-1 - end]:
        end += 1
    middle = zip_longest(old[start : len(old) - end], new[start : len(new) - end], fillvalue=ABSENT)
    for number, (one, other) in enumerate(middle, start):
        yield from _walk(place.at(f"[{number}]"), one, other)


def _same(old: Any, new: Any) -> bool:
    # In Python, True == 1.
    return bool(old == new) and isinstance(old, bool) == isinstance(new, bool)


def _group(place: Place, old: Any, new: Any) -> str:
    """Return the group that the schema names, or else the one that fits the values."""
    in_row = place.steps[0].startswith("rows[")
    if place.group is not None:
        return place.group
    if _figure(old) or _figure(new):
        return "figures" if in_row else "settings"
    if in_row and (place.steps[-1] == "text" or place.steps[-1].endswith("_text")):
        return "figures"
    return "words" if place.shape.says("x-words") else "settings"


def _figure(value: Any) -> bool:
    return value is None or (isinstance(value, (int, float)) and not isinstance(value, bool))
