"""Snippets to paste into an article."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext import renderer
from tradecontext.errors import DataError, shown
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

if TYPE_CHECKING:
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
    kinds = {"safe": safe, "srcdoc": srcdoc}
    if not isinstance(kind, str) or kind not in kinds:
        raise DataError(f"there is no embed called {shown(kind)}; choose one of {', '.join(kinds)}")
    return kinds[kind](spec)


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
    tall, low = _height(spec, 288), _height(spec, WIDE)
    # A step at the width where the layout changes; where the formula is not understood, the taller of the two.
    height = f"height:{tall}px;height:clamp({low}px,({WIDE + PADDING}px - 100cqw)*99999,{tall}px)"
    return (
        f'<div style="container-type:inline-size"><iframe title="{escape(frame["headline"] or frame["alt"])}" '
        'loading="lazy" sandbox="allow-scripts allow-popups allow-downloads" '
        f'style="display:block;width:100%;{height};border:0" '
        f'srcdoc="{escape(page(spec))}"></iframe></div>\n'
    )


def _height(spec: Spec, width: int) -> int:
    """Return a height in px at which a page this wide shows whole: a gap is better than a scroll bar."""
    frame, rows, narrow = spec["frame"], spec["rows"], width < WIDE

    def lines(text: str, letter: float) -> int:
        return int(-(-len(text) * letter // width))

    notes = " ".join([*frame["notes"], frame["note"]])
    sources = " ".join(line["text"] for line in frame["sources"])
    small = [notes, sources, frame["byline"] + frame["credit"], *frame.get("dateline", [])]
    words = lines(frame["headline"], 14.5 if narrow else 15) * (24 if narrow else 29)
    words += lines(frame["subtitle"], 9) * 21 + sum(lines(part, 7.5) * 18 + 4 for part in small)
    head = 16 * lines(spec["columns"].get("context", {}).get("title", ""), 28 if narrow else 12) + 40
    table = sum(
        (52 if narrow else 30)
        + 20 * (narrow and ("compare" in row and "context" in row))
        + 18 * lines(row.get("annotation", ""), 8 if narrow else 12)
        + 20 * (len(row["name"]) > (12 if narrow else 26))
        for row in rows
    )
    broken = 30 * any(len(word) > 20 for word in frame["headline"].split())
    return PADDING + broken + int(1.04 * (words + head + table + (56 if narrow else 36))) + 40 * ("logo" in frame)
