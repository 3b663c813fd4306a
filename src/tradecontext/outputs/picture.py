"""A snippet with a picture, and the figures in a collapsed table under it: for print, social media and AMP."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from tradecontext.outputs import image, renderer
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec


SCALE = 2
"""Pixels per px: sharp on a phone."""


def picture(spec: Spec, url: str | None = None) -> str:
    """Return the picture, hosted at `url` or embedded in the snippet, and the whole chart as a table under it."""
    drawn = image.svg(spec)
    wide, tall = image.size(drawn)
    source = url or f"data:image/png;base64,{base64.b64encode(image.raster(drawn, SCALE)).decode()}"
    frame, locale = spec["frame"], spec["locale"]
    return pasted(
        # Sites set the width of elements directly in their column: that of this box, and not of the figure.
        f'<div><figure style="margin:1.5em 0;max-width:{wide}px" lang="{locale["tag"]}" dir="{locale["dir"]}">'
        f'<img src="{escape(source)}" alt="{escape(frame["alt"])}" width="{wide}" height="{tall}" loading="lazy" '
        'style="display:block;max-width:100%;height:auto">'
        f'<details style="margin:.6em 0"><summary>{escape(locale["words"]["figures"])}</summary>'
        f"{renderer.draw('drawSafe', to_json(spec))}</details></figure></div>\n"
    )
