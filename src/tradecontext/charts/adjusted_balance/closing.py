"""What closes the view "value_added": the partners that are not drawn, the rest of the world, and the total."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, NamedTuple

from tradecontext.charts.adjusted_balance.accounts import BALANCED, COMPLETE, REST
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from tradecontext.charts.adjusted_balance.accounts import Accounts
    from tradecontext.text.language import Language

Pair = tuple[float, float]


class Sum(NamedTuple):
    """A balance with several partners together, as traded and in value added.

    Parameters
    ----------
    role : {"others", "rest", "total"}
        The partners in the data that are not drawn; the total less all partners in the data; or all partners.
    partners : int
        How many partners in the data these are; 0 for the rest, which is not in the data.
    """

    role: str
    name: str
    gross: float
    added: float
    partners: int


def sums(found: Accounts, drawn: Collection[str], language: Language) -> list[Sum]:
    """Return what closes the rows of `drawn` partners. With them it adds up to the total, if that is known.

    A sum of which a part is missing is left out. Where the partners in the data are the whole world but for rounding,
    the others are the total less what is drawn. Where they are not, the others are the sum of their own figures, and
    the difference is the rest of the world. If the data has a rest of the world of its own and still does not add up,
    there is no name for the difference, and the total stands alone.
    """
    hidden = [code for code in found.names if code not in drawn]
    others = _together(found, hidden)
    if found.world is None:
        return _others(hidden, others, language)
    total = found.world["gross"], found.world[BALANCED]
    left = _less(total, _together(found, drawn))
    rest = _less(left, others)
    name = language.terms["total" if found.summed else "world"]
    closing = [Sum("total", name, *total, len(found.names))]
    if any(map(isnan, rest)):
        return _others(hidden, others, language) + closing
    if _is_rounding(rest, found):
        return _others(hidden, left, language) + closing
    if REST in found.names:
        return closing
    return [*_others(hidden, others, language), Sum("rest", language.terms["remaining_countries"], *rest, 0), *closing]


def _others(hidden: Collection[str], sum_of: Pair, language: Language) -> list[Sum]:
    if not hidden or any(map(isnan, sum_of)):
        return []
    n = len(hidden)
    return [Sum("others", language.phrase("name_others", n=language.number(n, 0)), *sum_of, n)]


def _together(found: Accounts, codes: Iterable[str]) -> Pair:
    """Return the sums of both balances; NaN if a figure is missing."""
    rows = [found.figures[code] for code in codes]
    gross, added = (exact.total(row.get(name, float("nan")) for row in rows) for name in ("gross", BALANCED))
    return gross, added


def _less(whole: Pair, part: Pair) -> Pair:
    return exact.difference(whole[0], part[0]), exact.difference(whole[1], part[1])


def _is_rounding(rest: Pair, found: Accounts) -> bool:
    size = exact.total(abs(row["gross"]) for row in found.figures.values())
    return max(map(abs, rest)) <= COMPLETE * size
