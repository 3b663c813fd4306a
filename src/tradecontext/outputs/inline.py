"""A style sheet and a table, for a place that keeps styles and drops scripts: all of the chart but its answers."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tradecontext.outputs import renderer
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec

# `:not(#_#_)` holds for every element and weighs as much as two ids: more than a site's own rules for tables.
FIGURE = ".tradecontext:not(#_#_)"

# What the site says of these elements is taken back first; a path's shape is an attribute, and would go with it.
APART = (
    ".tradecontext{all:initial;display:block}"
    ".tradecontext :where(:not(path)),.tradecontext :where(:not(path))::before,"
    ".tradecontext :where(:not(path))::after{all:revert}"
)


def inline(spec: Spec) -> str:
    """Return the figure with a style sheet that holds for it alone; no script, and no id."""
    own = renderer.bundle(f"snippet-{spec['chart']}.css").strip()
    styles = f"{APART}{own}.tradecontext{{margin:24px 0}}.tradecontext .tc-readout{{display:none}}"
    # An article may hold snippets of other charts and of other versions: each has the styles it came with.
    place = f"tc-{hashlib.sha256(styles.encode()).hexdigest()[:8]}"
    styles = styles.replace(".tradecontext", f".{place} {FIGURE}")
    drawn = renderer.draw("drawHtml", to_json(spec), "p")
    # The figure forgets what the site says of it, and with that how wide the column is: the box around it is told. It
    # takes the whole of a column that would let its width depend on what is in it.
    return pasted(f'<div class="{place}" style="width:100%;min-width:0"><style>{styles}</style>{drawn}</div>\n')
