"""A snippet for AMP pages: a frame for the hosted page, with a picture of the chart until it is loaded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext.errors import DataError, shown
from tradecontext.outputs import image, published
from tradecontext.outputs.iframe import tall
from tradecontext.outputs.pasted import pasted

if TYPE_CHECKING:
    from tradecontext.spec import Spec

NARROWEST = 320
"""Width in px of the narrowest screen, in which a chart is tallest."""

ALLOWED = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"


def amp(spec: Spec, url: str | None = None) -> str:
    """Return an ``amp-iframe`` with an ``amp-img`` as its placeholder, which may stand anywhere on an AMP page.

    The page reports its height in the message that AMP listens for. AMP follows it where nothing moves under a reader's
    eyes; elsewhere the frame keeps its height, in which the chart is whole on any screen. Beside the page is assumed to
    be the picture for phones, ``deficits.narrow.png`` beside ``deficits.html``.

    Raises
    ------
    DataError
        If the address of the hosted page is not known, or is not one of https, which AMP demands.
    """
    frame = spec["frame"]
    address = url or frame.get("url")
    if address is None:
        raise DataError('AMP needs the address of the hosted page: embed("amp", url="https://…"), or url=…')
    if not address.lower().startswith("https:"):
        raise DataError(f"AMP shows pages of https:// alone, not {shown(address)}")
    words = spec["locale"]["words"]
    wide, high = image.size(image.svg(spec, width=image.NARROW))
    title = escape(frame["headline"] or frame["alt"])
    picture = escape(published.beside(address, "narrow.png"))
    return pasted(
        f'<amp-iframe layout="fixed-height" width="auto" height="{max(tall(spec, NARROWEST), high)}" title="{title}" '
        f'sandbox="{ALLOWED}" frameborder="0" resizable src="{escape(address)}">'
        f'<div placeholder><amp-img layout="intrinsic" width="{wide}" height="{high}" src="{picture}" '
        f'alt="{escape(frame["alt"])}"></amp-img></div>'
        f'<div overflow tabindex="0" role="button">'
        f"{escape(words['figures'])}</div></amp-iframe>\n"
    )
