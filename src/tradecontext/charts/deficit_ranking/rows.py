"""The partners that a ranking draws, and their figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext.charts import options as given
from tradecontext.charts.deficit_ranking import months
from tradecontext.charts.deficit_ranking.read import balances
from tradecontext.charts.highlight import highlighted
from tradecontext.charts.marks import Marks, marks
from tradecontext.charts.selection import Selection, selection
from tradecontext.errors import Faults, caution
from tradecontext.measures.balance import near_tie
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

    from tradecontext.charts.deficit_ranking.read import Balances
    from tradecontext.intake import Period
    from tradecontext.intake.second_measure import Context
    from tradecontext.text.language import Language

MOST_ROWS = 990
"""The most rows of a chart, without the rows of sums."""


@dataclass(frozen=True)
class Row:
    """One row's figures in whole units of the currency; NaN if the data has none."""

    code: str
    name: str
    role: str
    deficit: float
    exports: float
    imports: float
    rank: int | None = None
    earlier: float | None = None


@dataclass(frozen=True)
class Ranking:
    """The rows of a ranking, and the options as read.

    Parameters
    ----------
    rows : list of Row
        The rows that are drawn, the sums last.
    level : mapping
        For each partner that ties with others: the other partners with the same deficit, drawn or not.
    beyond : mapping
        Ranks by deficit of rows that are drawn although not among the largest, by code.
    left_out : int
        How many partners with a balance are neither drawn nor in the row of others.
    surpluses_left_out : int
        How many of these have a surplus, if every deficit is drawn and no surplus is; otherwise 0.
    """

    rows: list[Row]
    level: dict[str, list[Row]]
    period: Period
    compare: Period | None
    currency: str
    reporter: tuple[str, str]
    scope: str
    context: Context | None
    marks: Marks
    highlight: Mapping[str, int]
    count: int
    missing: list[str]
    tie: tuple[Row, Row] | None
    beyond: dict[str, int]
    left_out: int
    surpluses_left_out: int
    source: list[dict[str, str]] = field(default_factory=list)


def ranking(data: Any, options: Mapping[str, Any], language: Language) -> Ranking:
    """Select and order the rows of a ranking.

    Raises
    ------
    DataError
        For data that cannot be ranked, or an option that the data cannot satisfy.
    """
    read = balances(data, options, language)
    now, names = read.now, read.names
    everyone = _ordered(now, names, _earlier(read))
    faults = Faults()
    highlight: dict[str, int] = {}
    with faults.noted():
        highlight = highlighted(options["highlight"], names, options["groups"], {row.code for row in everyone})
        _with_figures(highlight, everyone, read)
    shown, deficits, surpluses = _shown(everyone, read, highlight)
    drawn = {row.code: row.name for row in shown}
    with faults.noted():
        marked = marks(options, drawn, language, left_out={row.code for row in everyone if row.code not in drawn})
    faults.refuse()
    if not shown and surpluses.left_out:
        caution(
            f"no partner has a deficit in {read.period.said()}, so no bar is drawn: "
            f"surpluses={min(len(surpluses.left_out), given.MOST)} draws those with a surplus"
        )
    left_out = 0 if options["others"] else len(everyone) - len(shown)
    return Ranking(
        rows=shown + _closing(everyone, drawn, options, language),
        level=_level(everyone),
        period=read.period,
        compare=read.compare,
        currency=read.trade.attrs["currency"],
        reporter=read.reporter,
        context=read.context,
        scope=read.scope,
        marks=marked,
        highlight=highlight,
        count=len(everyone),
        missing=[names[code] for code in now["partner"][now["balance"].isna()]],
        tie=_tie(everyone, deficits, read.top),
        beyond=deficits.beyond,
        left_out=left_out,
        # If every deficit is drawn, a reader may think that the rows are all partners; a note then counts the rest.
        surpluses_left_out=len(surpluses.left_out) if left_out and not (deficits.left_out or surpluses.drawn) else 0,
        source=read.source,
    )


def _shown(everyone: list[Row], read: Balances, highlight: Collection[str]) -> tuple[list[Row], Selection, Selection]:
    """Return the partners that have a row, deficits first, and the selections among deficits and among surpluses."""
    deficits = selection({row.code: row.deficit for row in everyone if row.deficit > 0}, read.top, highlight, MOST_ROWS)
    largest = {row.code: -row.deficit for row in reversed(everyone) if row.deficit < 0}
    surpluses = selection(largest, read.surpluses, highlight, MOST_ROWS - len(deficits.drawn))
    # A partner with balanced trade has neither a deficit nor a surplus, and is drawn only if highlighted.
    balanced = {row.code for row in everyone if row.deficit == 0 and row.code in highlight}
    drawn = {*deficits.drawn, *surpluses.drawn, *balanced}
    return [row for row in everyone if row.code in drawn], deficits, surpluses


def _with_figures(highlight: Collection[str], everyone: list[Row], read: Balances) -> None:
    """Refuse highlighted partners that have no balance to draw."""
    there = {row.code for row in everyone}
    faults = Faults()
    for code in highlight:
        if code not in there:
            why = months.lacking(read.trade, code, read.period)
            reason = f", since {why}" if why else ""
            faults.tell(f"highlight: {code} has no figure for {read.period.said()}{reason}; take it out")
    faults.refuse()


def _tie(everyone: list[Row], deficits: Selection, top: int | None) -> tuple[Row, Row] | None:
    """Return the last of the largest partners and the first that is not drawn, if they nearly tie."""
    if not deficits.left_out or top is None:
        return None
    # `everyone` is sorted by deficit, the largest first.
    last = everyone[top - 1]
    following = next(row for row in everyone if row.code == deficits.left_out[0])
    return (last, following) if near_tie([last.deficit, following.deficit], 1) else None


def _earlier(read: Balances) -> dict[str, float] | None:
    if read.compare is None:
        return None
    rows = read.trade[read.trade["year"] == read.compare.year]
    return dict(zip(rows["partner"], (-rows["balance"]).tolist(), strict=True))


def _ordered(now: pd.DataFrame, names: Mapping[str, str], earlier: Mapping[str, float] | None) -> list[Row]:
    """Return all partners with a balance, the largest deficit first; ties are ordered by code, deterministically.

    Equal deficits share a rank, and the next rank counts them all: first, first, third.
    """
    there = now[now["balance"].notna()]
    order = np.lexsort((there["partner"].to_numpy(dtype=str), there["balance"].to_numpy()))
    columns = (there[name].to_numpy() for name in ("partner", "balance", "exports", "imports"))
    partner, balance, exports, imports = columns
    ranks: dict[float, int] = {}
    for place, at in enumerate(order):
        ranks.setdefault(balance[at], place + 1)
    return [
        Row(
            code=partner[at],
            name=names[partner[at]],
            role="partner",
            deficit=-float(balance[at]) + 0.0,
            exports=float(exports[at]),
            imports=float(imports[at]),
            rank=ranks[balance[at]],
            earlier=None if earlier is None else earlier.get(partner[at], float("nan")),
        )
        for at in order
    ]


def _level(everyone: list[Row]) -> dict[str, list[Row]]:
    by_deficit: dict[float, list[Row]] = {}
    for row in everyone:
        by_deficit.setdefault(row.deficit, []).append(row)
    groups = [group for group in by_deficit.values() if len(group) > 1]
    return {row.code: [each for each in group if each is not row] for group in groups for row in group}


def _closing(everyone: list[Row], drawn: Collection[str], options: Mapping[str, Any], language: Language) -> list[Row]:
    compared = options["compare"] is not None
    rest = [row for row in everyone if row.code not in drawn]
    wanted = [("others", rest)] * bool(options["others"] and rest) + [("total", everyone)] * bool(
        options["total"] and everyone
    )
    return [
        Row(
            code=f"_{role}",
            name=_sum_name(role, part, options, language),
            role=role,
            deficit=exact.total(row.deficit for row in part),
            exports=exact.total(row.exports for row in part),
            imports=exact.total(row.imports for row in part),
            earlier=exact.total(row.earlier for row in part if row.earlier is not None) if compared else None,
        )
        for role, part in wanted
    ]


def _sum_name(role: str, part: Sequence[Row], options: Mapping[str, Any], language: Language) -> str:
    """Return the name of a sum: the total says of what it is, unless the author's labels have a word for it."""
    if role == "others" or "total" in (options["labels"] or {}):
        return language.terms[role]
    return language.sentence("total_deficit" if exact.total(row.deficit for row in part) >= 0 else "total_surplus")
