"""A static chart with its own style sheet, for places that keep styles and drop scripts."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tradecontext.outputs import branded, renderer
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec

# `:not(#_#_)` matches every element and has the specificity of two ids, more than a site's own rules for tables.
FIGURE = ".tradecontext:not(#_#_)"

# Undo the site's rules for these elements. Paths are left out: `d` is a presentation attribute, which `all: revert`
# would undo too.
APART = (
    ".tradecontext{all:initial;display:block}"
    ".tradecontext :where(:not(path)),.tradecontext :where(:not(path))::before,"
    ".tradecontext :where(:not(path))::after{all:revert}"
)


def inline(spec: Spec) -> str:
    """Return the figure with a style sheet that applies to it alone, without scripts and ids."""
    own = renderer.bundle(f"snippet-{spec['chart']}.css").strip()
    styles = f"{APART}{own}.tradecontext{{margin:24px 0}}.tradecontext :is(.tc-find,.tc-readout){{display:none}}"
    # Nothing sorts here, so no head keeps room for an arrow.
    styles += ".tradecontext [aria-sort=none]>:first-child::after{content:none}"
    # An article may hold snippets of other charts and versions, so a hash of the styles is the class they apply to.
    place = f"tc-{hashlib.sha256(styles.encode()).hexdigest()[:8]}"
    styles = styles.replace(".tradecontext", f".{place}{FIGURE}")
    drawn = renderer.draw("drawHtml", to_json(spec), "p").replace('"tradecontext"', f'"tradecontext {place}"', 1)
    # `all: initial` would also undo the width that a site gives to what is in its column, so a box around the figure
    # takes it. `width:100%` fills a column that would otherwise shrink to its content.
    box = ""
    if own := branded.sheet(spec, ".tc-house-box"):
        # The box has the house's colours, which the figure inherits; an article's own rules for it go first.
        name = f"tc-{hashlib.sha256(own.encode()).hexdigest()[:8]}"
        styles += branded.faces(spec) + own.replace("tc-house-box", name)
        box = f'class="{name}" '
    return pasted(f'<div {box}style="width:100%;min-width:0"><style>{styles}</style>{drawn}</div>\n')
