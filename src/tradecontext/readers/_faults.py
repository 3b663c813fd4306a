"""What is wrong in a file, collected while it is read, so that a person is told all of it at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many faults a message names before it counts the rest.
_NAMED = 4


class Faults:
    """Collects faults of one file; each says where it is and what is there."""

    def __init__(self, called: str) -> None:
        self.called = called
        self._found: dict[str, None] = {}

    def add(self, faults: Iterable[str]) -> None:
        """Remember faults; one that was found before is the same fault."""
        self._found |= dict.fromkeys(faults)

    def refuse(self, advice: str = "") -> None:
        """Raise what was found, if anything was.

        Raises
        ------
        DataError
            Naming the first faults and counting the others.
        """
        if not self._found:
            return
        more = len(self._found) - _NAMED
        rest = f"; and {more} more" if more > 0 else ""
        raise DataError(
            f"{self.called}, {'; '.join(list(self._found)[:_NAMED])}{rest}" + (f"; {advice}" if advice else "")
        )
