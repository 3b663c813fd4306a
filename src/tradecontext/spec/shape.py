"""What the schemas say of each field of a spec, beyond its kind.

A schema says these with keywords of its own, so that nothing else in the package has to know a chart's fields:

``x-text``
    On a figure: the field beside it that holds the figure as it is printed. For a field ``gross`` that is
    ``gross_text``, if there is one, and nothing has to be said.
``x-yearly``
    On a list: it has one entry for each year in the spec's ``years``.
``x-group``
    Under which heading a change is told, one of ``tradecontext.spec.difference.GROUPS``. It holds for all that is in
    the field, unless a field further in says another.
``x-unread``
    On a field of a row: the script of a page does not read it, and the page does not carry it a second time.
``x-sums``
    On the role of a row: the roles of rows that are sums of others, which no reader can select.
``x-words``
    On text: it is words for a reader, and no code, name of a choice, or pattern.
``x-place``
    On the whole: which of the charts it is, where all are shown.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from tradecontext.spec.folders import charts as known
from tradecontext.spec.folders import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

KEPT_BESIDE = ("title", "description", "x-")
"""Beginnings of keywords that say something of a field and nothing of what may be in it."""


@cache
def joined(chart: str) -> dict[str, Any]:
    """Return the JSON Schema of a chart with what each ``$ref`` names in its place; read it, do not change it."""
    own = schema(chart)
    whole: dict[str, Any] = _joined(own, {"frame.json": schema("frame"), "": own}, "")
    return whole


def _joined(part: Any, documents: dict[str, Any], here: str) -> Any:
    if isinstance(part, list):
        return [_joined(each, documents, here) for each in part]
    if not isinstance(part, dict):
        return part
    rest = {key: _joined(each, documents, here) for key, each in part.items() if key not in {"$ref", "$defs", "$id"}}
    if "$ref" not in part:
        return rest
    name, _, pointer = part["$ref"].partition("#/")
    target: Any = documents[name or here]
    for step in pointer.split("/"):
        target = target[step]
    found = _joined(target, documents, name or here)
    return {**found, **rest} if all(key.startswith(KEPT_BESIDE) for key in rest) else {"allOf": [found], **rest}


class Shape:
    """A place in specs, and what the schemas of their charts say of it.

    Parameters
    ----------
    *schemas : dict
        The part of each schema that is about the place; none for a field that no schema knows.
    """

    def __init__(self, *schemas: dict[str, Any]) -> None:
        self._parts = [part for each in schemas for part in _parts(each)]

    @classmethod
    def of(cls, *charts: str) -> Shape:
        """Return the shape of whole specs of these charts."""
        return cls(*(joined(chart) for chart in known() if chart in charts))

    def at(self, step: str) -> Shape:
        """Return the shape of a field, or where this is a list, of its entries."""
        found = (part.get("properties", {}).get(step) or part.get("items") for part in self._parts)
        return Shape(*(each for each in found if each is not None))

    def says(self, keyword: str) -> Any:
        """Return what a schema says with a keyword; None if none does."""
        return next((part[keyword] for part in self._parts if keyword in part), None)

    def saying(self, keyword: str) -> list[str]:
        """Return the names of fields of which a schema says something with a keyword."""
        names = dict.fromkeys(name for part in self._parts for name in part.get("properties", ()))
        return [name for name in names if self.at(name).says(keyword)]


def _parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    for each in schema.get("allOf", ()):
        yield from _parts(each)
