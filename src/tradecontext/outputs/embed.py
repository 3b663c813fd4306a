"""Snippets to paste into an article."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext import renderer
from tradecontext.errors import DataError
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec


def embed(spec: Spec, kind: str) -> str:
    """Return the snippet of one kind.

    Raises
    ------
    DataError
        If there is no such kind.
    """
    kinds = {"safe": safe, "srcdoc": srcdoc}
    if kind not in kinds:
        raise DataError(f"there is no embed called {kind!a}; choose one of {', '.join(kinds)}")
    return kinds[kind](spec)


def safe(spec: Spec) -> str:
    """Figure, table and inline styles: still a chart after a sanitizer, still a table after a strict one."""
    return renderer.draw("drawSafe", to_json(spec)) + "\n"


def srcdoc(spec: Spec) -> str:
    """Return a sandboxed iframe that carries the page itself, so that nothing has to be hosted.

    Without ``allow-same-origin`` it can read nothing of the page around it.
    """
    frame = spec["frame"]
    return (
        f'<iframe title="{escape(frame["headline"] or frame["alt"])}" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-downloads" '
        f'style="width:100%;height:{_height(spec)}px;border:0;color-scheme:normal" '
        f'srcdoc="{escape(page(spec))}"></iframe>\n'
    )


def _height(spec: Spec) -> int:
    """Return a height at which the page shows whole at 320 px: a gap is better than a scroll bar."""
    frame, rows = spec["frame"], spec["rows"]

    def lines(text: str, characters: int) -> int:
        return -(-len(text) // characters)

    small = [
        *frame["notes"],
        frame["note"],
        " ".join(line["text"] for line in frame["sources"]),
        frame["byline"] + frame["credit"],
        *frame.get("dateline", []),
    ]
    text = (
        lines(frame["headline"], 24) * 24
        + lines(frame["subtitle"], 36) * 21
        + sum(lines(part, 40) * 18 + 5 for part in small if part)
    )
    table = sum(
        52 + 20 * ("compare" in row) + 18 * lines(row.get("annotation", ""), 38) + 20 * (len(row["name"]) > 16)
        for row in rows
    )
    return 32 + text + 64 + table + 60 + (40 if "logo" in frame else 0)
