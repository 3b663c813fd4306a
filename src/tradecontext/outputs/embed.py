"""Snippets to paste into an article, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext import frame, renderer
from tradecontext.errors import DataError, shown
from tradecontext.outputs.component import component
from tradecontext.outputs.iframe import iframe, srcdoc
from tradecontext.outputs.inline import inline
from tradecontext.outputs.picture import picture
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradecontext.spec import Spec


def embed(spec: Spec, kind: str, url: str | None = None) -> str:
    """Return the snippet of one kind.

    Parameters
    ----------
    spec : dict
        A valid spec.
    kind : str
        One of `KINDS`.
    url : str, optional
        What the kind needs from the web: see `ADDRESSED`.

    Raises
    ------
    DataError
        If there is no such kind, or its address is missing, is none, or is of no use to it.
    """
    if not isinstance(kind, str) or kind not in KINDS:
        raise DataError(f"there is no embed called {shown(kind)}; choose one of {', '.join(KINDS)}")
    if kind in ADDRESSED:
        return ADDRESSED[kind](spec, None if url is None else frame.link(url, "url"))
    if url is not None:
        raise DataError(f'embed("{kind}") asks the web for nothing; leave url out, or choose {" or ".join(ADDRESSED)}')
    return KINDS[kind](spec)


def safe(spec: Spec) -> str:
    """Figure, table and inline styles: still a chart after a sanitizer, still a table after a strict one.

    A site sizes what stands in its column by itself; the box around the figure is there to be sized.
    """
    return f"<div>{renderer.draw('drawSafe', to_json(spec))}</div>\n"


ADDRESSED: Mapping[str, Callable[[Spec, str | None], str]] = {
    "iframe": iframe,
    "component": component,
    "image": picture,
}
"""Kinds that take an address: of the hosted page, of the runtime, of the hosted picture."""

KINDS: Mapping[str, Callable[..., str]] = {**ADDRESSED, "srcdoc": srcdoc, "inline": inline, "safe": safe}
"""What draws each kind of snippet, by its name."""
