"""Show a snippet in a notebook as text to copy."""

from __future__ import annotations

from html import escape
from typing import Any

# The button stays hidden until its script runs, so that there is no dead button where scripts are removed; the text can
# still be selected in its box. Some pages run scripts only after all outputs are there, so it handles all boxes.
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
    """HTML to paste: a string, which a notebook shows in a box to copy it from."""

    __slots__ = ()

    def _repr_pretty_(self, printer: Any, _cycle: object) -> None:
        # IPython's terminal prints the text itself, not its repr.
        printer.text(str(self))

    def _repr_html_(self) -> str:
        # The attribute keeps JupyterLab's shortcuts out of the box. HTML drops the first line break in a text area, so
        # there is one before the snippet.
        return (
            '<div class="tc-snippet" data-lm-suppress-shortcuts="true">'
            '<p style="margin:0 0 .3em">HTML to paste into an article <button type="button" hidden>Copy</button></p>'
            '<textarea readonly rows="6" spellcheck="false" aria-label="HTML to paste into an article" '
            f'style="box-sizing:border-box;width:100%;font-family:monospace">\n{escape(self)}</textarea></div>'
            f"<script>{COPY}</script>"
        )
