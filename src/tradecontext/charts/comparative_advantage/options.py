"""Types of the options of ComparativeAdvantage, for completion in editors and for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec.types import ComparativeAdvantageSort
    from tradecontext.widget.options import Annotations, Groups


class ComparativeAdvantageOptions(ChartOptions, total=False):
    """The options that ``update`` takes: see :class:`tradecontext.ComparativeAdvantage`."""

    year: int | None
    period: Sequence[int] | None
    highlight: Sequence[str | Sequence[str]]
    partners: Sequence[str] | str | None
    top: int | None
    trend: bool
    ratio: Sequence[str] | None
    across_breaks: bool
    good: str | None
    groups: Groups
    annotations: Annotations
    partner: str
    year_column: str | None
    rca: str | None
    entities: Mapping[str, str] | None


class ComparativeAdvantageArguments(ComparativeAdvantageOptions, total=False):
    """The arguments of the constructor: the options, and the reader's choices at the start."""

    sort_by: ComparativeAdvantageSort | None
    selection: Sequence[str] | str | None
