"""Snippets to paste into an article."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext import renderer
from tradecontext.errors import DataError, shown
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradecontext.spec import Spec

WIDE = 576
"""Width in px at which the layout changes (36rem in the style sheet)."""

PADDING = 32
"""What the page keeps free around the chart, both sides together."""


def embed(spec: Spec, kind: str) -> str:
    """Return the snippet of one kind.

    Raises
    ------
    DataError
        If there is no such kind.
    """
    if not isinstance(kind, str) or kind not in KINDS:
        raise DataError(f"there is no embed called {shown(kind)}; choose one of {', '.join(KINDS)}")
    return KINDS[kind](spec)


def safe(spec: Spec) -> str:
    """Figure, table and inline styles: still a chart after a sanitizer, still a table after a strict one."""
    return renderer.draw("drawSafe", to_json(spec)) + "\n"


def srcdoc(spec: Spec) -> str:
    """Return a sandboxed iframe that carries the page itself, so that nothing has to be hosted.

    Without ``allow-same-origin`` it can read nothing of the page around it. It has no colour scheme of its own, so
    that it is transparent on a page that is dark when its reader's system is, or never. Its height follows the width
    of the place it is pasted in by style alone: one for the narrow layout, one for the wide.
    """
    frame = spec["frame"]
    # A gap under the chart is better than a scroll bar in it.
    tall, low = (PADDING + int(renderer.draw("height", to_json(spec), str(width))) for width in (288, WIDE))
    # A step at the width where the layout changes; where the formula is not understood, the taller of the two.
    height = f"height:{tall}px;height:clamp({low}px,({WIDE + PADDING}px - 100cqw)*99999,{tall}px)"
    return (
        f'<div style="container-type:inline-size"><iframe title="{escape(frame["headline"] or frame["alt"])}" '
        'loading="lazy" sandbox="allow-scripts allow-popups allow-downloads" '
        f'style="display:block;width:100%;{height};border:0" '
        f'srcdoc="{escape(page(spec))}"></iframe></div>\n'
    )


KINDS: Mapping[str, Callable[[Spec], str]] = {"safe": safe, "srcdoc": srcdoc}
"""What draws each kind of snippet, by its name."""
