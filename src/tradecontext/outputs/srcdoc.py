"""An iframe that contains the page itself."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext.outputs.iframe import frame
from tradecontext.outputs.page import page
from tradecontext.outputs.pasted import pasted

if TYPE_CHECKING:
    from tradecontext.spec import Spec


def srcdoc(spec: Spec) -> str:
    """Return a sandboxed frame that contains the page itself, so that nothing has to be hosted.

    Without ``allow-same-origin`` it cannot read the page around it. Pages that its links open escape the sandbox, in
    which they would have neither cookies nor forms.
    """
    allowed = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
    own = f'sandbox="{allowed}" srcdoc="{escape(page(spec, framed=True))}"'
    return pasted(frame(spec, own))
