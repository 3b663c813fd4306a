"""A frame around the page, which fetches it from where it is hosted."""

from __future__ import annotations

import json
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.outputs import renderer
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec

PADDING = 8
"""What the framed page keeps free around the chart, both sides together: the outline of a selected row stands there."""

LINKS = 52
"""px for what a reader may take, where there is any: two lines where they wrap."""

# In the frame's own attribute, where a sanitizer takes it away whole: of a script it takes the element and prints the
# words. No "&", "<" or ">" in it, which WordPress writes as entities, and no backslash, which others lose. It begins
# once for all frames of a page; each that comes says its height again.
LISTENER = (
    "(function(own){"
    'function each(act){document.querySelectorAll("iframe.tradecontext-frame").forEach(act)}'
    # Where a site does not tell which scheme it has, its text does.
    "function suit(frame){"
    "var style=getComputedStyle(frame.parentNode),ink=style.color.match(/[0-9]+/g);"
    'if(style.colorScheme==="normal")if(style.color.indexOf("rgb")===0)'
    'frame.style.colorScheme=Math.max(382,+ink[0]+ +ink[1]+ +ink[2])===382?"light":"dark"}'
    "function look(){each(suit)}"
    "function hear(event){"
    "var said=event.data||{},height=said.height;"
    'if(said.type==="embed-size")if(Number.isInteger(height))if(Math.min(99999,Math.max(10,height))===height)'
    "each(function(frame){"
    'if(frame.contentWindow===event.source){frame.style.height=height+"px";if(said.title)frame.title=said.title;suit(frame)}})}'
    "if(!window.tradecontextFrames){window.tradecontextFrames=1;"
    'window.addEventListener("message",hear);'
    'matchMedia("(prefers-color-scheme:dark)").addEventListener("change",look);'
    "var watch=new MutationObserver(look);"
    "watch.observe(document.documentElement,{attributes:true});watch.observe(document.body,{attributes:true})}"
    'suit(own);own.contentWindow.postMessage("height","*")'
    "})(this)"
)


def iframe(spec: Spec, url: str | None = None) -> str:
    """Return a frame for the hosted page, of the right height by width alone, and exact where its listener runs.

    Raises
    ------
    DataError
        If it is not known where the page is hosted.
    """
    address = url or spec["frame"].get("url")
    if address is None:
        raise DataError('an iframe needs the address of the hosted page: embed("iframe", url="https://…"), or url=…')
    return pasted(frame(spec, f'src="{escape(address)}"'))


def frame(spec: Spec, content: str) -> str:
    """Return an iframe with this content, as tall as the chart in it."""
    words = spec["frame"]
    heights, tallest = _heights(spec)
    # The attributes hold where style is stripped; "width:100%", where the place would let its width depend on content.
    return (
        '<div style="container-type:inline-size;width:100%">'
        f'<iframe class="tradecontext-frame" title="{escape(words["headline"] or words["alt"])}" loading="lazy" '
        f'width="100%" height="{tallest}" frameborder="0" '
        f'style="display:block;width:100%;height:{tallest}px;height:{heights};border:0" '
        f'onload="{escape(LISTENER)}" {content}></iframe></div>\n'
    )


def tall(spec: Spec, width: int) -> int:
    """Return the height in px at which the framed page shows whole, `width` px wide."""
    return _beside(spec) + int(renderer.draw("height", to_json(spec), str(width - PADDING)))


def _beside(spec: Spec) -> int:
    """Return the height in px of what the framed page has beside the chart."""
    return PADDING + (LINKS if spec["frame"].get("links") else 0)


def _heights(spec: Spec) -> tuple[str, int]:
    """Return a height that follows the width of the place by style alone, and the tallest that it can be."""
    known = [(width, height + _beside(spec)) for width, height in json.loads(renderer.draw("heights", to_json(spec)))]
    highest = low = known[0][1]
    steps = ""
    for (wider, _), (_, height) in pairwise(known):
        if height > highest:
            # A step: nothing from this width on, all of it under that.
            steps += f" + clamp(0px,({wider + PADDING}px - 100cqw)*9999,{height - highest}px)"
            highest = height
    return f"calc({low}px{steps})", highest
