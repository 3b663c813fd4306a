"""The options of ImportShares as types: an editor completes them, and a type checker refuses others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.spec.types import ImportSharesSort


class ImportSharesOptions(ChartOptions, total=False):
    """What ``update`` takes: see :class:`ImportShares`."""

    year: int | None
    highlight: Sequence[str]
    unit: str | None


class ImportSharesArguments(ImportSharesOptions, total=False):
    """What the chart is made with: the options, and where the reader starts."""

    sort_by: ImportSharesSort | None
    selection: Sequence[str] | str | None
