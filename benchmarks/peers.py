"""The same chart in each library, as a page that asks the network for nothing, and each library's notebook front end.

Every function imports what it needs, so that the cost of importing is measured where it falls.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import figures

if TYPE_CHECKING:
    from collections.abc import Callable


def hand_written() -> str:
    """Return the static page of someone who writes HTML by hand."""
    return (Path(__file__).parent / "hand_written.html").read_text("utf-8")


@cache
def _trade() -> tuple[Any, Any]:
    import tradecontext as tc

    return tc.data.us_goods_trade(), tc.data.us_share_of_imports()


def tradecontext() -> str:
    """Make the chart from the data frame, and the page."""
    import tradecontext as tc

    trade, share = _trade()
    return tc.DeficitRanking(trade, year=2024, highlight=["MEX"], context=share).to_html()


def altair() -> str:
    """Bars, their values and the second column as layers; drawn as SVG."""
    import altair as alt

    rows = [{"partner": name, "deficit": value, "share": share} for name, value, share in figures.ROWS]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("partner:N", sort=figures.NAMES, title=None))
    colour = alt.condition(alt.datum.partner == figures.HIGHLIGHT, alt.value("#14698c"), alt.value("#b0b7bf"))
    bars = base.mark_bar().encode(x=alt.X("deficit:Q", title=figures.SOURCE), color=colour)
    values = base.mark_text(align="left", dx=4).encode(x="deficit:Q", text="deficit:Q")
    column = base.mark_text(align="right").encode(x=alt.value(600), text="share:N")
    chart = (bars + values + column).properties(
        width=600, title=alt.TitleParams(figures.HEADLINE, subtitle=f"{figures.SUBTITLE} - {figures.COLUMN}")
    )
    page: str = chart.to_html(inline=True, embed_options={"renderer": "svg", "actions": False})
    return page


def plotly() -> str:
    """Bars with text, the second column as annotations."""
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
        yaxis={"autorange": "reversed"},
        annotations=[*column, note],
    )
    page: str = figure.to_html(include_plotlyjs=True, full_html=True)
    return page


def bokeh() -> str:
    """Bars with text glyphs for values and for the second column."""
    from bokeh.embed import file_html
    from bokeh.models import ColumnDataSource, Title
    from bokeh.plotting import figure
    from bokeh.resources import INLINE

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
    return file_html(plot, INLINE)


PAGES: dict[str, Callable[[], str]] = {
    "hand-written page": hand_written,
    "tradecontext": tradecontext,
    "Altair": altair,
    "Plotly": plotly,
    "Bokeh": bokeh,
}

MODULES = {
    "tradecontext": "tradecontext",
    "Altair": "altair",
    "Plotly": "plotly.graph_objects",
    "Bokeh": "bokeh.plotting, bokeh.embed, bokeh.resources",
}

# When the bars are there, asked of the page in every frame.
DRAWN = {
    "hand-written page": "document.querySelectorAll('svg rect').length >= 10",
    "tradecontext": "document.querySelectorAll('tbody td i').length >= 10",
    "Altair": "document.querySelectorAll('.mark-rect path').length >= 10",
    "Plotly": "document.querySelectorAll('.bars .point').length >= 10",
    "Bokeh": "window.Bokeh && Bokeh.documents.length && Bokeh.documents[0].is_idle",
}


def front_ends() -> dict[str, str]:
    """Return the code that each library's widget brings to a notebook that has no network."""
    import altair as alt
    from bokeh.resources import Resources

    static = files("tradecontext") / "static"
    alt.JupyterChart.enable_offline()
    return {
        "tradecontext": "".join((static / name).read_text("utf-8") for name in ("widget.js", "widget.css")),
        "Altair": str(alt.JupyterChart._esm),  # noqa: SLF001 (the only place that has it)
        "Plotly": (files("plotly") / "package_data" / "widgetbundle.js").read_text("utf-8"),
        "Bokeh": "".join(Resources(mode="inline", components=["bokeh"]).js_raw),
    }
