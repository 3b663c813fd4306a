"""Types of the options of AdjustedBalance, for completion in editors and for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec.types import AdjustedBalanceSort, AdjustedBalanceView
    from tradecontext.widget.options import Annotations, Groups


class AdjustedBalanceOptions(ChartOptions, total=False):
    """The options that ``update`` takes: see :class:`tradecontext.AdjustedBalance`."""

    view: AdjustedBalanceView | None
    year: int | None
    country: str | None
    reporter: str | None
    top: int | None
    highlight: Sequence[str | Sequence[str]]
    estimates: Any
    which: Sequence[str] | None
    quotations: bool
    one_sided: bool
    total: bool
    groups: Groups
    annotations: Annotations
    entities: Mapping[str, str] | None
    scope: str | None
    partner: str
    year_column: str | None
    exports: str | None
    imports: str | None
    balance: str | None
    unit: str | None
    currency: str | None


class AdjustedBalanceArguments(AdjustedBalanceOptions, total=False):
    """The arguments of the constructor: the options, and the reader's choices at the start."""

    sort_by: AdjustedBalanceSort | None
    selection: Sequence[str] | str | None
    us_content: float | None
