"""A chart as a notebook keeps it where nobody runs it: on a code host, in an export, in a mail."""

from __future__ import annotations

import base64
from dataclasses import dataclass


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
