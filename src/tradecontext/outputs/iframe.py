"""An iframe that loads the hosted page."""

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
"""px of padding in the framed page, both sides together: room for the outline of a selected row."""

LINKS = 28
"""px for the links of `take`, if the page has any: on a phone they are on a line of their own."""

# The code of the frame's `onload` attribute. A sanitizer removes an attribute as a whole, but of a <script> it may
# remove the tags and leave the code as text. The code has no "&", "<" or ">", which WordPress turns into entities, and
# no backslash, which other systems drop. It adds its listeners once per page; each frame that loads asks its page for
# the height.
LISTENER = (
    "(function(own){"
    'function each(act){document.querySelectorAll("iframe.tradecontext-frame").forEach(act)}'
    # If a site does not declare its colour scheme, the colour of its text tells light from dark.
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
    """Return a frame for the hosted page. CSS alone gives a height that fits its width, the listener the exact one.

    Raises
    ------
    DataError
        If the address of the hosted page is not known.
    """
    address = url or spec["frame"].get("url")
    if address is None:
        raise DataError('an iframe needs the address of the hosted page: embed("iframe", url="https://…"), or url=…')
    return pasted(frame(spec, f'src="{escape(address)}"'))


def frame(spec: Spec, content: str) -> str:
    """Return an iframe with this content, as tall as the chart in it."""
    words = spec["frame"]
    heights, tallest = _heights(spec)
    # The attributes `width` and `height` work where `style` is stripped. `width:100%` on the box fills a column that
    # would otherwise shrink to its content.
    return (
        '<div style="container-type:inline-size;width:100%">'
        f'<iframe class="tradecontext-frame" title="{escape(words["headline"] or words["alt"])}" loading="lazy" '
        f'width="100%" height="{tallest}" frameborder="0" '
        f'style="display:block;width:100%;height:{tallest}px;height:{heights};border:0" '
        f'onload="{escape(LISTENER)}" {content}></iframe></div>\n'
    )


def tall(spec: Spec, width: int) -> int:
    """Return the height in px at which nothing of the framed page is cut off, at `width` px."""
    return _beside(spec) + int(renderer.draw("height", to_json(spec), str(width - PADDING)))


def _beside(spec: Spec) -> int:
    """Return the height in px of what the framed page has beside the chart."""
    return PADDING + (LINKS if spec["frame"].get("links") else 0)


def _heights(spec: Spec) -> tuple[str, int]:
    """Return a CSS height that depends on the width of the container, and its largest value in px."""
    known = [(width, height + _beside(spec)) for width, height in json.loads(renderer.draw("heights", to_json(spec)))]
    highest = low = known[0][1]
    steps = ""
    for (wider, _), (_, height) in pairwise(known):
        if height > highest:
            # A step function in CSS: 0 from this width on, the whole difference below it.
            steps += f" + clamp(0px,({wider + PADDING}px - 100cqw)*9999,{height - highest}px)"
            highest = height
    return f"calc({low}px{steps})", highest
