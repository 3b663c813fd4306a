"""Which rows of a ranking are drawn: the largest, and those that are always drawn, wherever they rank."""

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
        Those that have a row, and the others.
    beyond : mapping of str to int
        The ranks of those that are drawn although others are larger than they and not drawn for their size.
    """

    drawn: list[str]
    left_out: list[str]
    beyond: dict[str, int]


def selection(sizes: Mapping[str, Figure | None], top: int | None, always: Collection[str], most: int) -> Selection:
    """Select the largest, and those that are always drawn.

    Parameters
    ----------
    sizes : mapping
        What each is ranked by, None where it has no figure; equal ones keep the order they are given in.
    top : int or None
        How many of the largest are drawn; None draws all.
    always : collection of str
        Codes that are drawn beside them: the highlighted, and others that the author names.
    most : int
        Rows that the chart has room for.

    Raises
    ------
    DataError
        If more are to be drawn than there is room for.
    """
    there = [(code, size) for code, size in sizes.items() if size is not None]
    order = [code for code, _ in sorted(there, key=lambda each: -each[1])]
    order += [code for code, size in sizes.items() if size is None]
    largest = set(order[:top])
    drawn = [code for code in order if code in largest or code in always]
    if len(drawn) > most:
        raise DataError(f"{len(drawn)} partners have a row; at most {most} can be drawn: use top=")
    ranks = {code: 1 + sum(other > size for _, other in there) for code, size in there if code not in largest}
    return Selection(
        drawn=drawn,
        left_out=[code for code in order if code not in largest and code not in always],
        beyond={code: ranks[code] for code in drawn if code in ranks},
    )
