"""The options of DeficitRanking as types: an editor completes them, and a type checker refuses others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec.types import DeficitRankingSort
    from tradecontext.widget.options import Annotations, Groups


class DeficitRankingOptions(ChartOptions, total=False):
    """What ``update`` takes: see :class:`tradecontext.DeficitRanking`."""

    year: int | None
    period: str | None
    top: int | None
    surpluses: int
    highlight: Sequence[str]
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
    """What the chart is made with: the options, and where the reader starts."""

    sort_by: DeficitRankingSort | None
    selection: Sequence[str] | str | None
