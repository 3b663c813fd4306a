"""A snippet for the strictest sanitizers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.outputs import renderer
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec


def safe(spec: Spec) -> str:
    """Figure, table and inline styles: still a chart after a sanitizer, still a table after a strict one.

    A site sizes what stands in its column by itself; the box around the figure is there to be sized.
    """
    return pasted(f"<div>{renderer.draw('drawSafe', to_json(spec))}</div>\n")
