"""Snippets to paste into an article, by kind."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, Literal, TypeAlias

from tradecontext.errors import DataError, shown
from tradecontext.outputs.amp import amp
from tradecontext.outputs.comment import comment
from tradecontext.outputs.component import component
from tradecontext.outputs.iframe import iframe
from tradecontext.outputs.inline import inline
from tradecontext.outputs.myst import myst
from tradecontext.outputs.picture import picture
from tradecontext.outputs.safe import safe
from tradecontext.outputs.srcdoc import srcdoc
from tradecontext.text import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradecontext.spec import Spec


Kind: TypeAlias = Literal["iframe", "component", "image", "srcdoc", "inline", "safe", "amp", "myst"]


def embed(spec: Spec, kind: Kind | None, url: str | None = None) -> str:
    """Return the snippet of one kind, after a comment that says what it is and where it goes.

    Parameters
    ----------
    spec : dict
        A valid spec.
    kind : str
        One of `EVERY`.
    url : str, optional
        The address that the kind needs: see `ADDRESSED`.

    Raises
    ------
    DataError
        If there is no such kind, or its address is missing, invalid or not needed.
    """
    if not isinstance(kind, str) or kind not in EVERY:
        what = "say which snippet" if kind is None else f"there is no embed called {shown(kind)}"
        near = difflib.get_close_matches(str(kind), EVERY, 1)
        guess = f"did you mean {near[0]!r}? " if near else ""
        raise DataError(f"{what}; {guess}choose one of {', '.join(EVERY)}")
    if kind in ADDRESSED:
        address = None if url is None else printable.link(url, "url")
        return comment(spec, kind, address if kind in PAGED else None) + EVERY[kind](spec, address)
    if url is not None:
        raise DataError(f'embed("{kind}") needs no address; leave url out, or choose {" or ".join(ADDRESSED)}')
    return comment(spec, kind) + EVERY[kind](spec)


ADDRESSED = ("iframe", "component", "image", "amp", "myst")
"""Kinds that take an address: of the hosted page, of the runtime, of the hosted picture, of the page, of the module."""

PAGED = ("iframe", "amp")
"""Those whose address is that of the chart's page."""

KINDS: Mapping[Kind, Callable[..., str]] = {
    "iframe": iframe,
    "component": component,
    "image": picture,
    "srcdoc": srcdoc,
    "inline": inline,
    "safe": safe,
}
"""The function that draws each kind of snippet for pages of HTML."""

EVERY: Mapping[Kind, Callable[..., str]] = {**KINDS, "amp": amp, "myst": myst}
"""The same, and those for pages in a language of their own."""
