"""Types of the options of InputReliance, for completion in editors and for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec.types import InputRelianceSort, InputRelianceView
    from tradecontext.widget.options import Annotations, Groups


class InputRelianceOptions(ChartOptions, total=False):
    """The options that ``update`` takes: see :class:`tradecontext.InputReliance`."""

    supplier: str
    view: InputRelianceView | None
    trend: bool
    method: Literal["mean_of_ratios", "ratio_of_sums"]
    top: int | None
    highlight: Sequence[str | Sequence[str]]
    groups: Groups
    annotations: Annotations
    second: str | None
    breaks: Sequence[tuple[str, int, str] | tuple[int, str]]
    partner: str
    year_column: str | None
    share: str | None
    imports: str | None
    total: str | None
    entities: Mapping[str, str] | None


class InputRelianceArguments(InputRelianceOptions, total=False):
    """The arguments of the constructor: the options, and the reader's choices at the start."""

    sort_by: InputRelianceSort | None
    selection: Sequence[str] | str | None
    period: Sequence[int] | None
