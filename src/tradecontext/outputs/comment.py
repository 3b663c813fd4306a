"""The comment that a snippet begins with: it says to whoever finds it in an article what it is and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.outputs.pasted import literal
from tradecontext.text import around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Spec

GOES: Mapping[str, str] = {
    "iframe": "paste it into a block of HTML that keeps frames",
    "srcdoc": "paste it into a block of HTML that keeps frames; nothing has to be hosted",
    "component": "paste it into a page of your own",
    "inline": "paste it into a block of HTML that keeps styles",
    "safe": "paste it into a block of HTML, also one that strips scripts and styles",
    "image": "paste it into a block of HTML that keeps pictures",
    "amp": "paste it into the body of an AMP page that loads the extension amp-iframe",
    "myst": "paste it into a page of MyST Markdown, with widget.js beside the page",
}
"""Where each kind of snippet goes."""

LONGEST = 120

# What would end the comment, open a tag, or be taken for the quote of an attribute.
ENDING = str.maketrans(dict.fromkeys('<>"`', "'") | {"-": "\N{NON-BREAKING HYPHEN}"})


def comment(spec: Spec, kind: str, page: str | None = None) -> str:
    """Return the comment of a snippet, in the syntax of where it goes.

    Parameters
    ----------
    spec : dict
        A valid spec.
    kind : str
        A kind of snippet.
    page : str, optional
        The address of the page that the snippet shows; by default that of the chart's own.
    """
    name = " ".join(around.title(spec).split())
    name = name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()}…"
    url = page or spec["frame"].get("url")
    said = f"Chart: {name.translate(ENDING)} | {kind}: {GOES[kind]}"
    # An address is written with what ends a comment as the codes that addresses have for it.
    said += f" | its page: {url.replace('--', '-%2D').replace('>', '%3E')}" if url else ""
    return f"% {said}\n" if kind == "myst" else literal(f"<!-- {said} -->")
