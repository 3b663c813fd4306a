"""Plotly: bars with text, the second column as annotations; pictures by Kaleido, which drives Chromium."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import figures

IMPORT = "plotly.graph_objects"
INSTALL = ("plotly", "kaleido")
BARS = "document.querySelectorAll('.bars .point').length"


def chart() -> Any:
    import plotly.graph_objects as go

    figure = go.Figure(
        go.Bar(
            x=figures.VALUES,
            y=figures.NAMES,
            orientation="h",
            text=figures.VALUES,
            textposition="outside",
            marker_color=figures.COLOURS,
        )
    )
    column = [
        {"x": 1, "xref": "paper", "y": name, "text": share, "showarrow": False, "xanchor": "left"}
        for name, _, share in figures.ROWS
    ]
    note = {"x": 0, "y": -0.15, "xref": "paper", "yref": "paper", "text": figures.SOURCE, "showarrow": False}
    figure.update_layout(
        title=f"{figures.HEADLINE}<br><sub>{figures.SUBTITLE} - {figures.COLUMN}</sub>",
        xaxis={"range": figures.DOMAIN},
        yaxis={"autorange": "reversed"},
        annotations=[*column, note],
    )
    return figure


def page() -> str:
    html: str = chart().to_html(include_plotlyjs=True, full_html=True)
    return html


def together(count: int) -> str:
    """Carry the library in the first chart alone."""
    parts = [chart().to_html(include_plotlyjs=not at, full_html=False) for at in range(count)]
    return f"<!doctype html><meta charset=utf-8>{''.join(parts)}"


def png() -> bytes:
    """Make the picture with the browser that the first one started."""
    _browser()
    picture: bytes = chart().to_image(format="png", width=1200, height=630, scale=2)
    return picture


@cache
def _browser() -> None:
    import atexit

    import kaleido

    kaleido.start_sync_server(n=1, mathjax=False)  # MathJax would be fetched from the network
    atexit.register(kaleido.stop_sync_server)


def front_end() -> str:
    return (files("plotly") / "package_data" / "widgetbundle.js").read_text("utf-8")
