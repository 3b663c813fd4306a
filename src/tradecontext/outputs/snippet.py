"""A snippet to paste: a text like any other, that offers itself to be copied where a notebook shows it."""

from __future__ import annotations

from html import escape

ROWS = 8
"""Lines of the box in which a notebook shows the text."""
COPY = (
    "var box=this.parentNode.querySelector('textarea'),told=this;box.select();"
    "var copied=navigator.clipboard?navigator.clipboard.writeText(box.value):Promise.reject();"
    "copied.catch(function(){if(!document.execCommand('copy'))throw 0})"
    ".then(function(){told.textContent='Copied'},function(){told.textContent='Press Ctrl+C'})"
)
"""Copies the text; where a page may not, the text is selected for the reader to copy."""


class Snippet(str):
    """The HTML of :meth:`tradecontext.chart.Chart.embed`: a ``str``, with a way of its own to show in a notebook."""

    __slots__ = ()

    def _repr_mimebundle_(self, **_kwargs: object) -> dict[str, str]:
        # A text box shows no-break spaces and quotes as they are pasted; Python's own way to write them is no HTML.
        style = "width:100%;box-sizing:border-box;font-family:monospace"
        box = (
            f"<div><button type='button' onclick=\"{escape(COPY)}\">Copy</button> "
            f"<small>{len(self):,} characters of HTML</small><br>"
            f"<textarea readonly rows='{ROWS}' style='{style}' aria-label='HTML to paste'>\n"
            f"{escape(self, quote=False)}</textarea></div>"
        )
        return {"text/html": box, "text/plain": str(self)}
