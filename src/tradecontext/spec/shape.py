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

from typing import TYPE_CHECKING, Any

from tradecontext.spec.folders import charts as known
from tradecontext.spec.folders import schema

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shape:
    """A place in specs, and what the schemas of their charts say of it.

    Parameters
    ----------
    *places : (dict, str)
        The part of each schema that is about the place, and the name of that schema; none for a field that no schema
        knows.
    """

    def __init__(self, *places: tuple[dict[str, Any], str]) -> None:
        self._parts = [each for part, name in places for each in _parts(part, name)]

    @classmethod
    def of(cls, *charts: str) -> Shape:
        """Return the shape of whole specs of these charts."""
        return cls(*((schema(chart), chart) for chart in known() if chart in charts))

    def at(self, step: str) -> Shape:
        """Return the shape of a field, or where this is a list, of its entries."""
        found = [(part.get("properties", {}).get(step) or part.get("items"), name) for part, name in self._parts]
        return Shape(*((part, name) for part, name in found if part is not None))

    def says(self, keyword: str) -> Any:
        """Return what a schema says with a keyword; None if none does."""
        return next((part[keyword] for part, _ in self._parts if keyword in part), None)

    def saying(self, keyword: str) -> list[str]:
        """Return the names of fields of which a schema says something with a keyword."""
        names = dict.fromkeys(name for part, _ in self._parts for name in part.get("properties", ()))
        return [name for name in names if self.at(name).says(keyword)]


def _parts(part: dict[str, Any], name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Return a part of a schema, and those that it refers to, each with the name of the schema it is in."""
    yield part, name
    if "$ref" in part:
        file, _, pointer = part["$ref"].partition("#/")
        other = file.removesuffix(".json") or name
        target: Any = schema(other)
        for step in pointer.split("/"):
            target = target[step]
        yield from _parts(target, other)
    for each in part.get("allOf", ()):
        yield from _parts(each, name)
