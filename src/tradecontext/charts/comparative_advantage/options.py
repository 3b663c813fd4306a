"""The options of ComparativeAdvantage as types: an editor completes them, and a type checker refuses others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradecontext.spec.types import ComparativeAdvantageSort
    from tradecontext.widget.options import Annotations, Groups


class ComparativeAdvantageOptions(ChartOptions, total=False):
    """What ``update`` takes: see :class:`tradecontext.ComparativeAdvantage`."""

    year: int | None
    period: Sequence[int] | None
    highlight: Sequence[str]
    partners: Sequence[str] | None
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
    """What the chart is made with: the options, and where the reader starts."""

    sort_by: ComparativeAdvantageSort | None
    selection: Sequence[str] | str | None
