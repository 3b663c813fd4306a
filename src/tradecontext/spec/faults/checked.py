"""A spec and which of its parts conform to the schema, for the checks that a schema cannot express."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from tradecontext.spec.faults.printed import Numbers, numbers
from tradecontext.text.language import Language
from tradecontext.text.word_files import offered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.spec.as_json import Fields

Row = dict[str, Any]


class CheckedSpec:
    """A spec of which only the fields and rows that conform to the schema are checked.

    Parameters
    ----------
    spec : dict
        The spec.
    paths : sequence of sequence of str
        Paths of the fields that do not conform to the schema.

    Attributes
    ----------
    rows : list of (int, dict)
        The rows that conform, with their indices.
    whole : bool
        Whether all rows conform.
    """

    def __init__(self, spec: Fields, paths: Sequence[Sequence[str]] = ()) -> None:
        self.spec = spec
        # If `rows` is not a list, the steps below it are not indices, and `rows` does not conform as a whole.
        wrong = {int(path[1]) for path in paths if len(path) > 1 and path[0] == "rows" and path[1].isdecimal()}
        self._broken = {path[0] for path in paths if path and (path[0] != "rows" or len(path) == 1)}
        listed = spec["rows"] if self.has("rows") else []
        self.rows: list[tuple[int, Row]] = [each for each in enumerate(listed) if each[0] not in wrong]
        self.whole = self.has("rows") and not wrong

    def has(self, *fields: str) -> bool:
        """Say whether fields exist and conform; for "rows" only that it is a list: see :attr:`rows` for each row."""
        return all(field in self.spec and field not in self._broken for field in fields)

    @cached_property
    def numbers(self) -> Numbers:
        """The format of the spec's numbers."""
        return numbers(self.spec["numbers"] if self.has("numbers") else None, self.language)

    @cached_property
    def language(self) -> Language | None:
        """The spec's language with the chart's words, or None if the package does not ship the language."""
        return _language(self.spec["locale"]["tag"], self.spec["chart"]) if self.has("locale") else None


@lru_cache(maxsize=64)
def _language(tag: str, chart: str) -> Language | None:
    return Language(tag, chart=chart) if offered(tag) else None
