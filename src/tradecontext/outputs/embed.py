"""Snippets to paste into an article, by kind."""

from __future__ import annotations

import difflib
from functools import wraps
from typing import TYPE_CHECKING

from tradecontext import frame, renderer
from tradecontext.errors import DataError, shown
from tradecontext.outputs.component import component
from tradecontext.outputs.iframe import iframe, srcdoc
from tradecontext.outputs.inline import inline
from tradecontext.outputs.pasted import pasted
from tradecontext.outputs.picture import picture
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradecontext.spec import Spec


def embed(spec: Spec, kind: str | None, url: str | None = None) -> str:
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
        what = "say which snippet" if kind is None else f"there is no embed called {shown(kind)}"
        near = difflib.get_close_matches(str(kind), KINDS, 1)
        guess = f"did you mean {near[0]!r}? " if near else ""
        raise DataError(f"{what}; {guess}choose one of {', '.join(KINDS)}")
    if kind in ADDRESSED:
        return KINDS[kind](spec, None if url is None else frame.link(url, "url"))
    if url is not None:
        raise DataError(f'embed("{kind}") needs no address; leave url out, or choose {" or ".join(ADDRESSED)}')
    return KINDS[kind](spec)


def safe(spec: Spec) -> str:
    """Figure, table and inline styles: still a chart after a sanitizer, still a table after a strict one.

    A site sizes what stands in its column by itself; the box around the figure is there to be sized.
    """
    return f"<div>{renderer.draw('drawSafe', to_json(spec))}</div>\n"


def _pasted(make: Callable[..., str]) -> Callable[..., str]:
    @wraps(make)
    def made(*given: object) -> str:
        return pasted(make(*given))

    return made


ADDRESSED = ("iframe", "component", "image")
"""Kinds that take an address: of the hosted page, of the runtime, of the hosted picture."""

KINDS: Mapping[str, Callable[..., str]] = {
    "iframe": _pasted(iframe),
    "component": _pasted(component),
    "image": _pasted(picture),
    "srcdoc": _pasted(srcdoc),
    "inline": _pasted(inline),
    "safe": _pasted(safe),
}
"""What draws each kind of snippet, by its name."""
