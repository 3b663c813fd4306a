"""Chart.js: bars on a canvas, values and the second column by a plugin of the page's own."""

from __future__ import annotations

from peers import bundle

INSTALL = ("chart.js",)
BARS = "(window.charts ?? []).reduce((sum, each) => sum + each.getDatasetMeta(0).data.length, 0)"
PLACE = '<div style="height:366px"><canvas role="img" aria-label="Ten bars, from China to India"></canvas></div>'


def page() -> str:
    return together(1)


def together(count: int) -> str:
    return bundle.page("chart_js.js", PLACE, count)
