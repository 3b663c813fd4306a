"""Types of the options of DeficitRanking, for completion in editors and for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec.types import DeficitRankingSort
    from tradecontext.widget.options import Annotations, Groups


class DeficitRankingOptions(ChartOptions, total=False):
    """The options that ``update`` takes: see :class:`tradecontext.DeficitRanking`."""

    year: int | None
    period: str | None
    top: int | None
    surpluses: int
    highlight: Sequence[str | Sequence[str]]
    context: Any
    compare: int | str | None
    groups: Groups
    annotations: Annotations
    others: bool
    total: bool
    near_tie: bool | str
    reporter: str | None
    scope: str | None
    partner: str
    year_column: str | None
    exports: str | None
    imports: str | None
    balance: str | None
    unit: str | None
    currency: str | None
    entities: Mapping[str, str] | None


class DeficitRankingArguments(DeficitRankingOptions, total=False):
    """The arguments of the constructor: the options, and the reader's choices at the start."""

    sort_by: DeficitRankingSort | None
    selection: Sequence[str] | str | None
