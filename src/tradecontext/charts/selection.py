"""Selecting the rows of a ranking: the largest, and those that the author names, whatever their rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from tradecontext.text.exact import Figure


@dataclass(frozen=True)
class Selection:
    """Codes of a ranking, largest first.

    Parameters
    ----------
    drawn, left_out : list of str
        The codes that have a row, and the others.
    beyond : mapping of str to int
        The ranks of those that are drawn although they are not among the largest.
    """

    drawn: list[str]
    left_out: list[str]
    beyond: dict[str, int]


def selection(sizes: Mapping[str, Figure | None], top: int | None, always: Collection[str], most: int) -> Selection:
    """Select the largest, and those that are always drawn.

    Parameters
    ----------
    sizes : mapping
        The figure that each code is ranked by, or None. Equal figures keep the order they are given in.
    top : int or None
        How many of the largest are drawn; None draws all.
    always : collection of str
        Codes that are drawn whatever their rank: the highlighted ones, and others that the author names.
    most : int
        The most rows that the chart may have.

    Raises
    ------
    DataError
        If there would be more rows than `most`.
    """
    there = [(code, size) for code, size in sizes.items() if size is not None]
    order = [code for code, _ in sorted(there, key=lambda each: -each[1])]
    order += [code for code, size in sizes.items() if size is None]
    largest = set(order[:top])
    drawn = [code for code in order if code in largest or code in always]
    if len(drawn) > most:
        raise DataError(f"{len(drawn)} partners have a row; at most {most} can be drawn: use top=")
    known = dict(there)
    return Selection(
        drawn=drawn,
        left_out=[code for code in order if code not in largest and code not in always],
        beyond={
            code: 1 + sum(other > known[code] for other in known.values())
            for code in drawn
            if code in known and code not in largest
        },
    )
