"""A frame that carries the page itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext.outputs.iframe import frame
from tradecontext.outputs.page import page
from tradecontext.outputs.pasted import pasted

if TYPE_CHECKING:
    from tradecontext.spec import Spec


def srcdoc(spec: Spec) -> str:
    """Return a sandboxed frame that carries the page itself, so that nothing has to be hosted.

    Without ``allow-same-origin`` it can read nothing of the page around it. What a link of its opens is a page like any
    other: in the sandbox it would have neither its cookies nor its forms.
    """
    allowed = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
    own = f'sandbox="{allowed}" srcdoc="{escape(page(spec, framed=True))}"'
    return pasted(frame(spec, own))
