"""Observable Plot: bars, their values and the second column as marks."""

from __future__ import annotations

from peers import bundle

INSTALL = ("@observablehq/plot",)
BARS = """document.querySelectorAll('[aria-label="bar"] rect').length"""


def page() -> str:
    return together(1)


def together(count: int) -> str:
    return bundle.page("observable_plot.js", '<div class="plot"></div>', count)
