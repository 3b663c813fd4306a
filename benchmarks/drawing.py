"""The picture of the results: one panel per measure, with ratios to the hand-written page on a logarithmic scale."""

from __future__ import annotations

import math
from html import escape

WIDTH, LABELS, END = 720, 150, 650
TOP, HEAD, ROW, GAP = 92, 26, 19, 16

STYLE = (
    "text{font:13px system-ui,-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;fill:#1a1a1a}"
    ".title{font-size:19px;font-weight:600}.soft{fill:#595959}.scale{fill:#595959;text-anchor:middle}"
    ".name{text-anchor:end}.ours,.head{font-weight:600}line{stroke:#d5d9de}rect{fill:#a3abb5}rect.ours{fill:#14698c}"
    "rect.ground{fill:#fff}"
)

Panel = dict[str, float]
"""Ratios of one measure by the name of the library."""


def drawing(panels: dict[str, Panel], ours: str) -> str:
    """Return an SVG of 720 px, in which the bars of `ours` are highlighted."""
    most = max(ratio for panel in panels.values() for ratio in panel.values())
    decades = max(1, math.log10(most))
    tall = TOP + sum(HEAD + ROW * len(panel) + GAP for panel in panels.values())
    size = f'viewBox="0 0 {WIDTH} {tall}" width="{WIDTH}" height="{tall}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">',
        "<title>The same chart in each library, as ratios to a page written by hand</title>",
        f"<style>{STYLE}</style>",
        _ground(0, 0, WIDTH, tall),
        _text(16, 30, "The same chart in each library", "title"),
        _text(16, 52, "Times a static page written by hand; logarithmic scale, shorter is better", "soft"),
    ]
    for power in range(math.floor(decades) + 1):
        x = _x(10**power, decades)
        parts.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 8}" y2="{tall - GAP}"/>')
        parts.append(_text(x, TOP - 14, f"{10**power:,}", "scale"))
    y = TOP
    for title, panel in panels.items():
        parts += [_ground(0, y, WIDTH, HEAD - 4), _text(16, y + 16, title, "head")]
        y += HEAD
        for name, ratio in panel.items():
            parts += _bar(name, ratio, y, decades, kind="ours" if name == ours else "")
            y += ROW
        y += GAP
    return "\n".join([*parts, "</svg>", ""])


def _bar(name: str, ratio: float, y: int, decades: float, kind: str) -> list[str]:
    start, end = _x(1, decades), _x(max(ratio, 1), decades)
    value = f"{ratio:.2f}" if ratio < 10 else f"{ratio:,.0f}"
    return [
        _text(LABELS - 10, y + 12, name, f"name {kind}".strip()),
        f'<rect x="{start}" y="{y}" width="{max(end - start, 1):.1f}" height="{ROW - 5}" class="{kind}"/>',
        _ground(end + 2, y, 8 * len(value) + 6, ROW - 5),  # the scale's rules do not run through the number
        _text(end + 6, y + 12, value, kind),
    ]


def _x(ratio: float, decades: float) -> float:
    return LABELS + (END - LABELS) * math.log10(ratio) / decades


def _ground(x: float, y: float, wide: float, tall: float) -> str:
    return f'<rect class="ground" x="{x:.1f}" y="{y}" width="{wide}" height="{tall}"/>'


def _text(x: float, y: float, words: str, kind: str) -> str:
    return f'<text x="{x:.1f}" y="{y}" class="{kind}">{escape(words)}</text>'
