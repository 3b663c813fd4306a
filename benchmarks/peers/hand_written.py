"""A static page written by hand, the base of all ratios."""

from __future__ import annotations

import re
from pathlib import Path

BARS = "document.querySelectorAll('svg rect').length"


def page() -> str:
    """Return the page."""
    return (Path(__file__).parent / "hand_written.html").read_text("utf-8")


def together(count: int) -> str:
    """Repeat its figure."""
    return re.sub(r"<figure>.*</figure>", lambda figure: figure[0] * count, page(), flags=re.DOTALL)
