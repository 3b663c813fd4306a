"""Types of the options of ImportShares, for completion in editors and for type checkers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.widget.options import ChartOptions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.spec.types import ImportSharesSort


class ImportSharesOptions(ChartOptions, total=False):
    """The options that ``update`` takes: see :class:`ImportShares`."""

    year: int | None
    highlight: Sequence[str | Sequence[str]]
    unit: str | None


class ImportSharesArguments(ImportSharesOptions, total=False):
    """The arguments of the constructor: the options, and the reader's choices at the start."""

    sort_by: ImportSharesSort | None
    selection: Sequence[str] | str | None
