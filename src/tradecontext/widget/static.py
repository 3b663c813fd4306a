"""A chart as a notebook keeps it where nobody runs it: on a code host, in an export, in a mail."""

from __future__ import annotations

import base64
from dataclasses import dataclass

_chosen: set[str] = set()


def static() -> None:
    """Show every chart from here on as it stands, without its widget: for notebooks that run unattended.

    What ``nbconvert --execute``, papermill, MyST-NB and nbsphinx run is saved with the state of its widgets, and then
    they show the widget, which needs a network and a kernel, and not the markup beside it. Call this in the notebook's
    first cell, and each chart at the end of a cell is markup and a picture, as :meth:`Chart.static` makes.
    """
    _chosen.add("static")


def everywhere() -> bool:
    """Say whether :func:`static` was called."""
    return bool(_chosen)


@dataclass(frozen=True)
class Still:
    """What :meth:`tradecontext.chart.Chart.static` shows: markup, and a picture for what shows none."""

    name: str
    html: str
    png: bytes

    def _repr_mimebundle_(self, **_kwargs: object) -> dict[str, str]:
        return {"text/html": self.html, "image/png": base64.b64encode(self.png).decode(), "text/plain": self.name}

    def __repr__(self) -> str:
        return self.name
