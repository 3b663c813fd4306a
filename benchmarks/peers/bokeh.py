"""Bokeh: bars with text glyphs for values and for the second column."""

from __future__ import annotations

from typing import Any

import figures

IMPORT = "bokeh.plotting, bokeh.embed, bokeh.resources"
INSTALL = ("bokeh",)
BARS = """(window.Bokeh?.documents ?? []).reduce((sum, one) => sum + (one.is_idle ? 10 * one.roots().length : 0), 0)"""


def chart() -> Any:
    from bokeh.models import ColumnDataSource, Title
    from bokeh.plotting import figure

    data = ColumnDataSource(
        {
            "partner": figures.NAMES,
            "deficit": figures.VALUES,
            "value": [str(value) for value in figures.VALUES],
            "share": figures.SHARES,
            "colour": figures.COLOURS,
            "edge": [370] * len(figures.ROWS),
        }
    )
    plot = figure(y_range=figures.NAMES[::-1], x_range=(0, 400), height=420, width=720, title=figures.HEADLINE)
    plot.hbar(y="partner", right="deficit", height=0.7, color="colour", source=data)
    plot.text(x="deficit", y="partner", text="value", x_offset=4, text_baseline="middle", source=data)
    plot.text(x="edge", y="partner", text="share", text_baseline="middle", source=data)
    plot.add_layout(Title(text=f"{figures.SUBTITLE} - {figures.COLUMN}"), "above")
    plot.add_layout(Title(text=figures.SOURCE), "below")
    return plot


def page() -> str:
    return together(1)


def together(count: int) -> str:
    """Embed so many plots as one document."""
    from bokeh.embed import file_html
    from bokeh.resources import INLINE

    return file_html([chart() for _ in range(count)], INLINE)


def front_end() -> str:
    """Its core alone, without tables, widgets and WebGL."""
    from bokeh.resources import Resources

    return "".join(Resources(mode="inline", components=["bokeh"]).js_raw)
