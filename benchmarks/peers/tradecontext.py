"""This package's chart, made from the data frame."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

IMPORT = "tradecontext"
INSTALL = ("tradecontext",)

# On its page, or in the shadow roots of its custom elements.
BARS = """[document, ...[...document.querySelectorAll('trade-chart')].map((each) => each.shadowRoot)]
  .reduce((sum, root) => sum + (root?.querySelectorAll('.tc-track i').length ?? 0), 0)"""


@cache
def _trade() -> tuple[Any, Any]:
    import tradecontext as tc

    return tc.data.us_goods_trade(), tc.data.us_share_of_imports()


def chart() -> Any:
    import tradecontext as tc

    trade, share = _trade()
    return tc.DeficitRanking(trade, year=2024, highlight=["MEX"], context=share)


def page() -> str:
    """Make the chart, and the page."""
    html: str = chart().to_html()
    return html


def together(count: int) -> str:
    """Paste its custom element, and the runtime once."""
    elements = chart().embed("component") * count
    return f"<!doctype html><meta charset=utf-8>{elements}<script>{_static('component.js')}</script>"


def png() -> bytes:
    """Make the chart, and the picture for social media."""
    picture: bytes = chart().to_png(preset="social", scale=2)
    return picture


def front_end() -> str:
    return _static("widget.js") + _static("widget.css")


def _static(name: str) -> str:
    return (files("tradecontext") / "static" / name).read_text("utf-8")
