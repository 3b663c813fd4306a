"""A chart without its widget, for notebooks read where no kernel runs: on a code host, in an export, in a mail."""

from __future__ import annotations

import base64
from dataclasses import dataclass

_chosen: set[str] = set()


def static() -> None:
    """Show every chart from now on without its widget: for notebooks that run unattended.

    ``nbconvert --execute``, papermill, MyST-NB and nbsphinx save a notebook with the state of its widgets. The saved
    notebook then shows the widget, which needs a network and a kernel, instead of the markup beside it. Call this in
    the first cell, and each chart at the end of a cell is shown as markup and a picture, as by :meth:`Chart.static`.
    """
    _chosen.add("static")


def everywhere() -> bool:
    """Say whether :func:`static` was called."""
    return bool(_chosen)


@dataclass(frozen=True)
class Still:
    """What :meth:`tradecontext.chart.Chart.static` returns: markup, and a picture for viewers that show no markup."""

    name: str
    html: str
    png: bytes

    def _repr_mimebundle_(self, **_kwargs: object) -> dict[str, str]:
        return {"text/html": self.html, "image/png": base64.b64encode(self.png).decode(), "text/plain": self.name}

    def __repr__(self) -> str:
        return self.name
