"""What the schemas say of each field of a spec beyond its type.

The schemas use these keywords of our own, so that no other code has to know a chart's fields:

``x-text``
    On a figure: the name of the field beside it that has the figure's printed text. Without this keyword, that of a
    field ``gross`` is ``gross_text``, if there is such a field.
``x-yearly``
    On a list: it has one entry for each year of the spec's ``years``, or for each of its ``periods``.
``x-group``
    The heading under which a change is listed, one of ``tradecontext.spec.difference.GROUPS``. It applies to
    everything in the field, unless a nested field names another.
``x-unread``
    On a field of a row: the script of a page does not read the field, so it is left out of the spec in the page.
``x-sums``
    On the role of a row: the roles of rows that are sums of others, which no reader can select.
``x-words``
    On a text: it is words for a reader, not a code, the name of a choice, or a pattern.
``x-place``
    On the whole schema: the position of the chart where all charts are listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.spec.folders import charts as known
from tradecontext.spec.folders import schema

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shape:
    """A place in specs of one or several charts, with the part of each chart's schema for it.

    Parameters
    ----------
    *places : (dict, str)
        The part of each schema that describes the place, and the name of that schema; none for a field that no schema
        has.
    """

    def __init__(self, *places: tuple[dict[str, Any], str]) -> None:
        self._parts = [each for part, name in places for each in _parts(part, name)]

    @classmethod
    def of(cls, *charts: str) -> Shape:
        """Return the shape of whole specs of these charts."""
        return cls(*((schema(chart), chart) for chart in known() if chart in charts))

    def at(self, step: str) -> Shape:
        """Return the shape of a field, or of the entries if this is a list."""
        found = [(part.get("properties", {}).get(step) or part.get("items"), name) for part, name in self._parts]
        return Shape(*((part, name) for part, name in found if part is not None))

    def says(self, keyword: str) -> Any:
        """Return the value of a keyword in the first schema that has it; None if none does."""
        return next((part[keyword] for part, _ in self._parts if keyword in part), None)

    def saying(self, keyword: str) -> list[str]:
        """Return the names of the fields that have a keyword in some schema."""
        names = dict.fromkeys(name for part, _ in self._parts for name in part.get("properties", ()))
        return [name for name in names if self.at(name).says(keyword)]


def _parts(part: dict[str, Any], name: str) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield a part of a schema and the parts that it refers to, each with the name of its schema."""
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
