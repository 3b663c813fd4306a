"""Spellings that resemble an unknown one, found fast among tens of thousands."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARED = 14
"""So many of the spellings that share most pieces are compared letter by letter."""

_ALIKE = 0.7
"""Least share of letters in common, as difflib counts them: "Mexxico" and "Mexico" have 0.92."""

_LONGEST = 80
"""Most characters compared, which keeps a pasted page of text from taking long."""


class Nearest:
    """Known spellings by their pieces of three letters, the ends counting as letters: "^pe", "per", "eru", "ru$".

    Parameters
    ----------
    spellings : iterable of str
        What is known. Every second piece of each is kept and its last: a wrong letter spares some of them.
    """

    def __init__(self, spellings: Iterable[str]) -> None:
        having: dict[str, list[str]] = defaultdict(list)
        for spelling in spellings:
            ended = f"^{spelling}$"
            for start in range(0, len(ended) - 3, 2):
                having[ended[start : start + 3]].append(spelling)
            having[ended[-3:]].append(spelling)
        self._having = dict(having)

    def to(self, spelling: str) -> list[str]:
        """Return the known spellings that are alike, most alike first."""
        spelling = spelling[:_LONGEST]
        ended = f"^{spelling}$"
        pieces = {ended[start : start + 3] for start in range(len(ended) - 2)}
        shared: Counter[str] = Counter()
        for piece in pieces:
            shared.update(self._having.get(piece, ()))
        most = max(shared.values(), default=0)
        likely = [known for known, pieces_shared in shared.items() if 2 * pieces_shared >= most]
        # Of two that share as many pieces, the shorter one has less besides.
        nearest = nsmallest(_COMPARED, likely, key=lambda known: (-shared[known] / (len(known) + len(spelling)), known))
        matcher = SequenceMatcher(None, "", spelling, autojunk=False)
        alike = []
        for known in nearest:
            matcher.set_seq1(known)
            if (ratio := matcher.ratio()) >= _ALIKE:
                alike.append((-ratio, known))
        return [known for _, known in sorted(alike)]
