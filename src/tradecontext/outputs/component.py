"""A custom element with a shadow root: drawn without scripts, isolated from the page's styles, live with a runtime."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext.outputs import branded, renderer
from tradecontext.outputs.page import redrawn
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_inline_json, to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec

# A page's rules for all elements also match the host element, and its shadow root inherits from it, so the figure
# inside is reset with `all: initial`. The colour of the text is inherited on purpose. `width: 100%` fills a column that
# would otherwise shrink to its content.
APART = (
    ":host(:not([hidden])){display:block;width:100%;min-width:0;margin:24px 0;color:inherit!important}"
    ":host(:not(:defined)) :is(.tc-find,.tc-readout){display:none}"
    ".tradecontext{all:initial;display:block}"
)

# Off screen, a chart is not laid out until a reader scrolls near, selects, searches or prints it. Until then it has its
# height in a wide column. A selected row's outline overflows the chart and must not be clipped.
FAR = (
    "@media screen{@supports (overflow-clip-margin:4px){"
    ":host{content-visibility:auto;contain-intrinsic-block-size:auto %spx;overflow-clip-margin:4px}}}"
)


def component(spec: Spec, url: str | None = None) -> str:
    """Return the element with its drawing, and a script element for the runtime if `url` is given."""
    # A document knows no fonts of a shadow root, so they stand beside it.
    fonts = f"<style>{rules}</style>" if (rules := branded.faces(spec)) else ""
    kept = {name: value for name, value in redrawn(spec).items() if name != "brand"}
    script = f'<script src="{escape(url)}" defer></script>' if url else ""
    styles = renderer.bundle(f"snippet-{spec['chart']}.css").strip()
    return pasted(
        '<trade-chart><template shadowrootmode="open" shadowrootclonable>'
        f"<style>{APART}{FAR % renderer.draw('height', to_json(spec), '688')}{styles}"
        f"{branded.sheet(spec, ':host')}</style>"
        f"{renderer.draw('drawHtml', to_json(spec), 'p')}"
        f'<script type="application/json">{to_inline_json(kept)}</script>'
        f"</template>{fonts}</trade-chart>{script}\n"
    )
