"""A snippet for sites with the strictest sanitizers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.outputs import renderer
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec


def safe(spec: Spec) -> str:
    """Return a table with inline styles: still a chart after most sanitizers, still a table after a strict one.

    Sites set the width of a column's direct children: the box around the figure takes it, so the figure keeps its own.
    """
    return pasted(f"<div>{renderer.draw('drawSafe', to_json(spec))}</div>\n")
