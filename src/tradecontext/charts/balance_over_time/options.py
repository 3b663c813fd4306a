"""Types of the options of BalanceOverTime, for completion in editors and for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec.types import BalanceOverTimeBy, BalanceOverTimeMeasure, BalanceOverTimeSort
    from tradecontext.widget.options import Groups

When: TypeAlias = int | str
"""A year, or a month such as "2018-07"."""


class BalanceOverTimeOptions(ChartOptions, total=False):
    """The options that ``update`` takes: see :class:`tradecontext.BalanceOverTime`."""

    partners: Sequence[str] | str | None
    by: BalanceOverTimeBy | None
    measure: BalanceOverTimeMeasure
    period: Sequence[When] | None
    highlight: Sequence[str | Sequence[str]]
    groups: Groups
    annotations: Sequence[tuple[When, str]]
    breaks: Sequence[tuple[str, When, str] | tuple[When, str]]
    provisional: When | None
    reporter: str | None
    scope: str | None
    partner: str
    period_column: str | None
    exports: str | None
    imports: str | None
    balance: str | None
    unit: str | None
    currency: str | None
    entities: Mapping[str, str] | None


class BalanceOverTimeArguments(BalanceOverTimeOptions, total=False):
    """The arguments of the constructor: the options, and the reader's choices at the start."""

    sort_by: BalanceOverTimeSort | None
    selection: Sequence[str] | str | None
