"""One chart in every kind of output that takes a house's style, as HTML for a page of the site."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from pathlib import Path

    from tradecontext.chart import Chart

HOST = "https://charts.example.org/"
"""Snippets take whole addresses only; in the site they name the files beside it."""

# The module cannot be loaded by its address where the site is read from disk.
WIDGET = """<div class="widget"></div><script type="module">
const values = %s;
const model = { get: (name) => values[name], set() {}, on() {}, off() {}, save_changes() {} };
const module = new Blob([%s], { type: "text/javascript" });
const { default: widget } = await import(URL.createObjectURL(module));
const place = document.querySelector(".widget").attachShadow({ mode: "open" });
widget.render({ model, el: place.appendChild(document.createElement("div")) });
</script>"""

SCALE = 2
"""Pixels of the picture of a PDF for each of its points."""


def outputs(chart: Chart, folder: Path, address: str) -> dict[str, str]:
    """Save what the outputs need in a folder at `address`; return each by the code that makes it."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "deficits"
    for file in (f"{name}.html", f"{name}.svg", f"{name}.png", f"{name}.pdf", "component.js"):
        chart.save(folder / file)
    _picture_of(folder / f"{name}.pdf", folder / f"{name}.pdf.png")
    alt = escape(chart.spec["frame"]["alt"])

    def addressed(kind: Literal["iframe", "component"], file: str) -> str:
        return chart.embed(kind, url=f"{HOST}{file}").replace(HOST, address)

    def picture(file: str) -> str:
        return f'<img src="{address}{file}" alt="{alt}" loading="lazy">'

    return {
        f'chart.save("{name}.html")': f'<iframe src="{address}{name}.html" title="The page"></iframe>',
        f'chart.embed("iframe", url="…/{name}.html")': addressed("iframe", f"{name}.html"),
        'chart.embed("component", url="…/component.js")': addressed("component", "component.js"),
        'chart.embed("inline")': chart.embed("inline"),
        'chart.embed("safe")': chart.embed("safe"),
        "chart  # in a notebook": _widget(chart, folder / "widget.js"),
        f'chart.save("{name}.svg")': picture(f"{name}.svg"),
        f'chart.save("{name}.png")': picture(f"{name}.png"),
        f'chart.save("{name}.pdf")': f'<a href="{address}{name}.pdf">{picture(f"{name}.pdf.png")}</a>',
    }


def _widget(chart: Chart, module: Path) -> str:
    """Return what draws the notebook's widget, with a model that has its spec in the place of a kernel."""
    text = chart.save(module).read_text("utf-8")
    parts = ({"spec": chart.spec}, text)
    return WIDGET % tuple(json.dumps(part).replace("<", "\\u003c") for part in parts)


def _picture_of(pdf: Path, picture: Path) -> None:
    """Draw the first page of a PDF, since few pages of the web show one within them."""
    import pypdfium2

    pypdfium2.PdfDocument(pdf)[0].render(scale=SCALE).to_pil().save(picture)
