"""Links with which a reader takes the figures, the picture or a snippet from a page, each embedded in the page."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING, cast

from tradecontext.outputs import data, image
from tradecontext.outputs.comment import comment
from tradecontext.outputs.iframe import iframe
from tradecontext.outputs.safe import safe

if TYPE_CHECKING:
    from tradecontext.spec import Spec

STYLE = (
    ".tradecontext .tc-take{display:flex;flex-wrap:wrap;align-items:baseline}"
    ".tradecontext .tc-take{flex:0 1 auto;order:0;margin-inline-start:auto}"
    '.tc-take>*+*::before{content:"·"/"";float:inline-start;padding:.25rem .4em}'
    ".tc-take :is(a,summary){display:inline-block;min-width:24px;padding:.25rem 0!important;text-decoration:underline}"
    ".tc-take textarea{box-sizing:border-box;width:100%;height:6rem;font:.75rem/1.4 monospace}"
    ".tradecontext .tc-take:has([open]),.tc-take [open]{flex:1 1 100%}"
    "@media print{.tradecontext .tc-take{display:none}}"
)


def take(spec: Spec) -> str:
    """Return the links that the author chose. Nothing is fetched, so they work from disk and without scripts."""
    chosen = spec["frame"].get("links", [])
    if not chosen:
        return ""
    words = spec["locale"]["words"]
    name: str = spec.get("chart_id") or spec["chart"]
    # What readers take has no such links: they belong to this page.
    without = {key: value for key, value in spec["frame"].items() if key != "links"}
    plain = cast("Spec", {**spec, "frame": without})

    def download(word: str, kind: str, content: bytes, suffix: str) -> str:
        packed = base64.b64encode(content).decode()
        return f'<a download="{escape(name)}.{suffix}" href="data:{kind};base64,{packed}">{escape(word)}</a>'

    def figures() -> str:
        return download(words["data"], "text/csv;charset=utf-8", data.csv(spec).encode(), "csv")

    def snippet() -> str:
        text = (
            comment(spec, "iframe") + iframe(spec) if "url" in spec["frame"] else comment(plain, "safe") + safe(plain)
        )
        return (
            f"<details><summary>{escape(words['embed'])}</summary>"
            f'<textarea readonly aria-label="{escape(words["embed"])}">{escape(text)}</textarea></details>'
        )

    def link() -> str:
        address = escape(spec["frame"].get("url", ""))
        return f'<a href="{address}" target="_blank" rel="noopener">{escape(words["link"])}</a>'

    made = {
        "data": figures,
        "image": lambda: download(words["image"], "image/png", image.png(plain), "png"),
        "embed": snippet,
        "link": link,
    }
    return f'<nav class="tc-take">{"".join(made[each]() for each in chosen)}</nav>'
