"""A snippet as a notebook shows it: text to copy, whole and as it is."""

from __future__ import annotations

from html import escape
from typing import Any

# The button appears once its script runs: where a place takes scripts away, no dead button is left, and the text can be
# selected in its box. A page may hold scripts back until its outputs stand, hence the look around for other boxes.
COPY = """\
for (const box of document.querySelectorAll(".tc-snippet")) {
  const [button, text] = [box.querySelector("button"), box.querySelector("textarea")];
  const done = () => { button.textContent = "Copied"; };
  const selected = () => { text.select(); if (document.execCommand("copy")) done(); };
  button.onclick = () => {
    if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(done, selected);
    else selected();
  };
  button.hidden = false;
}"""


class Snippet(str):
    """HTML to paste: a string like any other, but shown by a notebook in a box to copy it from."""

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        # In IPython's terminal: the text itself, not as Python would write it.
        printer.text(str(self))

    def _repr_html_(self) -> str:
        # JupyterLab leaves keys alone where it is asked to. The first line break in a text area is dropped: this one,
        # and none of the snippet's own.
        return (
            '<div class="tc-snippet" data-lm-suppress-shortcuts="true">'
            '<p style="margin:0 0 .3em">HTML to paste into an article <button type="button" hidden>Copy</button></p>'
            '<textarea readonly rows="6" spellcheck="false" aria-label="HTML to paste into an article" '
            f'style="box-sizing:border-box;width:100%;font-family:monospace">\n{escape(self)}</textarea></div>'
            f"<script>{COPY}</script>"
        )
