"""The figures of a chart of import shares as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tradecontext.outputs.data import Table
    from tradecontext.spec.types import ImportSharesSpec


def figures(spec: ImportSharesSpec) -> Table:
    """Return a row per partner."""
    head = ["partner", "name", f"imports_{spec['year']}", f"share_{spec['year']}"]
    return head, [[row[name] for name in ("partner", "name", "imports", "share")] for row in spec["rows"]]
