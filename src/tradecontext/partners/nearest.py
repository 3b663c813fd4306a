"""Find spellings similar to an unknown one, fast among tens of thousands, by an index of trigrams."""

from __future__ import annotations

from collections import Counter, defaultdict
from difflib import SequenceMatcher
from heapq import nsmallest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_COMPARED = 14
"""Number of spellings that are compared letter by letter: those that share most trigrams."""

_ALIKE = 0.7
"""Smallest similarity of a suggestion, as difflib computes it: that of "Mexxico" and "Mexico" is 0.92."""

_LONGEST = 80
"""Number of characters that are compared, so that a pasted page of text does not take long."""


class Nearest:
    """Known spellings by trigram, with marks for the ends: "^pe", "per", "eru", "ru$".

    Parameters
    ----------
    spellings : iterable of str
        Known spellings. Every second trigram of each and its last one are indexed, which is enough: one wrong letter
        does not change all of them.
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
        """Return the known spellings that are similar, the most similar first."""
        spelling = spelling[:_LONGEST]
        ended = f"^{spelling}$"
        pieces = {ended[start : start + 3] for start in range(len(ended) - 2)}
        shared: Counter[str] = Counter()
        for piece in pieces:
            shared.update(self._having.get(piece, ()))
        most = max(shared.values(), default=0)
        likely = [known for known, pieces_shared in shared.items() if 2 * pieces_shared >= most]
        # Of two that share the same number of trigrams, the shorter one is more similar.
        nearest = nsmallest(_COMPARED, likely, key=lambda known: (-shared[known] / (len(known) + len(spelling)), known))
        matcher = SequenceMatcher(None, "", spelling, autojunk=False)
        alike = []
        for known in nearest:
            matcher.set_seq1(known)
            if (ratio := matcher.ratio()) >= _ALIKE:
                alike.append((-ratio, known))
        return [known for _, known in sorted(alike)]
