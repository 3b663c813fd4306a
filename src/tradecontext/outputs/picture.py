"""A snippet with a picture, and the figures in a collapsed table under it: for print, social media and AMP."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from tradecontext.outputs import image, renderer
from tradecontext.outputs.pasted import pasted
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec


PHONE = 480
"""Width in px of the widest screen that gets the drawing for phones."""


def picture(spec: Spec, url: str | None = None) -> str:
    """Return the picture, hosted at `url` or embedded in the snippet, and the whole chart as a table under it.

    Beside a hosted picture is assumed to be one of its name for phones: ``deficits.narrow.png`` beside
    ``deficits.png``.
    """
    drawn = image.drawn(spec)
    wide, tall = image.size(drawn)
    source = url or f"data:image/png;base64,{base64.b64encode(image.png(spec)).decode()}"
    frame, locale = spec["frame"], spec["locale"]
    return pasted(
        # Sites set the width of a column's direct children: this box takes it, so the figure keeps its own.
        f'<div><figure style="margin:1.5em 0;max-width:{wide}px" lang="{locale["tag"]}" dir="{locale["dir"]}">'
        f'<picture>{_narrow(spec, url)}<img src="{escape(source)}" alt="{escape(frame["alt"])}" '
        f'width="{wide}" height="{tall}" loading="lazy" '
        'style="display:block;max-width:100%;height:auto"></picture>'
        f'<details style="margin:.6em 0"><summary>{escape(locale["words"]["figures"])}</summary>'
        f"{renderer.draw('drawSafe', to_json(spec))}</details></figure></div>\n"
    )


def _narrow(spec: Spec, url: str | None) -> str:
    """Return the drawing for narrow screens, if the picture is hosted and its address has the suffix of a file."""
    parts = urlsplit(url or "")
    stem, dot, suffix = parts.path.rpartition(".")
    if not dot or "/" in suffix:
        return ""
    wide, tall = image.size(image.drawn(spec, width=image.NARROW))
    address = urlunsplit(parts._replace(path=f"{stem}.narrow.{suffix}"))
    return f'<source media="(max-width:{PHONE}px)" srcset="{escape(address)}" width="{wide}" height="{tall}">'
