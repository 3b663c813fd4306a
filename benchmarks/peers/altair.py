"""Altair: bars, their values and the second column as layers; drawn as SVG."""

from __future__ import annotations

import io
import json
from typing import Any

import figures

IMPORT = "altair"
INSTALL = ("altair", "vl-convert-python")
BARS = "document.querySelectorAll('.mark-rect path').length"
DRAWN_AS = {"renderer": "svg", "actions": False}


def chart() -> Any:
    import altair as alt

    rows = [{"partner": name, "deficit": value, "share": share} for name, value, share in figures.ROWS]
    base = alt.Chart(alt.Data(values=rows)).encode(y=alt.Y("partner:N", sort=figures.NAMES, title=None))
    colour = alt.condition(alt.datum.partner == figures.HIGHLIGHT, alt.value(figures.ACCENT), alt.value(figures.GREY))
    bars = base.mark_bar().encode(
        x=alt.X("deficit:Q", title=figures.SOURCE, scale=alt.Scale(domain=figures.DOMAIN)), color=colour
    )
    values = base.mark_text(align="left", dx=4).encode(x="deficit:Q", text="deficit:Q")
    column = base.mark_text(align="right").encode(x=alt.value("width"), text="share:N")
    title = alt.TitleParams(figures.HEADLINE, subtitle=f"{figures.SUBTITLE} - {figures.COLUMN}")
    return (bars + values + column).properties(width=600, title=title)


def page() -> str:
    html: str = chart().to_html(inline=True, embed_options=DRAWN_AS)
    return html


def together(count: int) -> str:
    """Let Altair draw the first chart, and draw the others by the vegaEmbed that it has loaded."""
    spec, options = chart().to_json(indent=None), json.dumps(DRAWN_AS)
    more = "".join(
        f'<div id="vis{at}"></div><script>vegaEmbed("#vis{at}",{spec},{options})</script>' for at in range(1, count)
    )
    start, end, rest = page().rpartition("</body>")
    return start + more + end + rest


def png() -> bytes:
    """Make the chart as large as the picture."""
    import altair as alt

    file = io.BytesIO()
    whole = chart().properties(width=1200, height=630, autosize=alt.AutoSizeParams(type="fit", contains="padding"))
    whole.save(file, format="png", scale_factor=2)
    return file.getvalue()


def front_end() -> str:
    import altair as alt

    alt.JupyterChart.enable_offline()
    return str(alt.JupyterChart._esm)  # noqa: SLF001 (the only place that has it)
