"""Write the demo article, the page on how it was made, the gallery and the ready embeds into ``demo/site``.

The article's charts are in demo_charts.py. The numbers in its text are computed in figures.py and
value_added_figures.py.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import gallery
import traced
from demo_charts import charts, made_up
from figures import ENGLISH
from value_added_figures import years

from tradecontext.outputs import renderer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.outputs.embed import Kind
    from tradecontext.widget.chart import Chart

HERE = Path(__file__).parent
SITE = HERE / "site"
BILLION = 9
# The style sheets of each page.
PAGES = {"article": ("site",), "behind": ("site", "behind")}
# The kind of embed of each chart. The two pages have every kind; the safe one has a section of its own.
EMBEDS: Mapping[str, Kind] = {
    "deficit-ranking": "iframe",
    "balance-over-time": "component",
    "input-reliance": "component",
    "comparative-advantage": "component",
    "content-by-origin": "inline",
    "content-estimates": "srcdoc",
    "value-added-balance": "component",
    "bridge-mexico": "srcdoc",
    "made-up-balance": "inline",
    "deficit-ranking-es": "image",
}


def years_table() -> dict[str, str]:
    """Return the rows of the balances with Mexico by year, in billions of dollars, and their source."""
    table = years()
    rows = [
        f'<tr><th scope="row">{year}<td>{ENGLISH.in_column(gross, BILLION)}<td>{ENGLISH.in_column(added, BILLION)}'
        for year, gross, added in table.itertuples()
    ]
    return {"years": "\n".join(rows), "years_source": escape(f"Source: {table.attrs['source']['text']}")}


def embedded(made: Mapping[str, Chart]) -> dict[str, str]:
    """Return the markup of each chart: its embed."""
    found = {}
    for name, chart in made.items():
        key, kind = name.replace("-", "_"), EMBEDS[name]
        snippet = gallery.snippet(chart, kind, f"embeds/{name}.html", "embeds/component.js")
        found[f"chart_{key}"] = f'<div class="embed">\n{snippet}\n</div>'
    return found


def pasted() -> str:
    """Return the rows of the table of the charts, their files, and the embeds that the two pages have of them."""
    return "\n".join(
        f'<tr><td>{traced.files_of(name)}<td><code>embed("{kind}")</code>' for name, kind in EMBEDS.items()
    )


def article_charts() -> dict[str, Chart]:
    """Return the charts of the two pages: all in English, and the change over a year in Spanish."""
    made = {name: chart for name, chart in charts("en").items() if name != "deficit-ranking-change"}
    made["made-up-balance"] = made_up("en")["made-up-balance"]
    return made | {"deficit-ranking-es": charts("es")["deficit-ranking-change"]}


def main() -> None:
    """Write the article and, for each chart, its page, snippets, figures and spec."""
    embeds = SITE / "embeds"
    embeds.mkdir(parents=True, exist_ok=True)
    made = article_charts()
    for name, chart in made.items():
        for suffix in (".html", ".csv", ".json"):
            chart.save(embeds / f"{name}{suffix}")
        for kind in ("safe", "srcdoc"):
            (embeds / f"{name}.{kind}.html").write_text(chart.embed(kind), "utf-8")
    (embeds / "component.js").write_text(renderer.bundle("component.js"), "utf-8")
    groups = traced.groups()
    known = traced.together(groups) | embedded(made) | years_table()
    templates = {name: Template((HERE / f"{name}.template.html").read_text("utf-8")) for name in PAGES}
    used = {each for template in templates.values() for each in template.get_identifiers()}
    known |= {"safe": made["deficit-ranking"].embed("safe"), "pasted": pasted()}
    known["traced"] = traced.listed(groups, used)
    for name, template in templates.items():
        style = "".join((HERE / f"{each}.css").read_text("utf-8") for each in PAGES[name])
        (SITE / f"{name}.html").write_text(template.substitute(known, style=style), "utf-8")
    gallery.write(SITE / "gallery")


if __name__ == "__main__":
    main()
