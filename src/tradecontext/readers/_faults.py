"""Collect the faults of a file while it is read, so that one message names them all."""

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
        """Add faults; each is kept once."""
        self._found |= dict.fromkeys(faults)

    def refuse(self, advice: str = "") -> None:
        """Raise one error for all faults, if there are any.

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
