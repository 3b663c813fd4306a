"""The gallery: one page on which every chart is seen in every output, width, colour scheme, language and engine.

The page shows what is asked of it and loads each drawing when it comes into view. Its drawings are small pages that
hold one embed, as an article would, and pictures. ``engines.py`` adds what three browsers paint.
"""

from __future__ import annotations

import json
from functools import cache, partial
from html import escape
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from demo_charts import by_month, charts, made_up, ranking_of_inputs

import tradecontext as tc
from tradecontext.outputs import image, renderer
from tradecontext.outputs.embed import KINDS
from tradecontext.text.word_files import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradecontext.outputs.embed import Kind
    from tradecontext.widget.chart import Chart

HERE = Path(__file__).parent
SCHEMES = {"light": ("#fff", "#17191c"), "dark": ("#141517", "#eceef0")}
# Made-up houses, whose style the charts in English have too.
HOUSES = {name: HERE / "brands" / name / "_brand.yml" for name in ("ledger", "nightdesk")}
WIDTHS = (320, 720)
ENGINES = ("chromium", "firefox", "webkit")
FIXED = {"image", "iframe", "srcdoc"}
# Embeds accept only web addresses, so this one stands for the gallery's own files until it is removed.
HOST = "https://host.invalid/"

# A page of a site, into which a snippet is pasted.
PLACE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>
<style>
:root{{color-scheme:{scheme}}}
body{{margin:0;padding:1px 16px;background:{ground};color:{ink};font:1rem/1.5 Georgia,serif}}
</style>
</head><body>{snippet}</body></html>
"""


def snippet(chart: Chart, kind: Kind, page: str, runtime: str = "component.js") -> str:
    """Return an embed whose addresses are files beside its page."""
    addresses = {"iframe": f"{HOST}{page}", "component": f"{HOST}{runtime}"}
    return chart.embed(kind, addresses.get(kind)).replace(HOST, "")


@cache
def shown(language: str) -> Mapping[str, Chart]:
    """Return the gallery's charts by name: the article's, and the views that it does not show."""
    return {**charts(language), **ranking_of_inputs(language), **by_month(language), **made_up(language)}


def _drawings(folder: Path, chart: Chart, language: str, title: str) -> None:
    """Write each output of a chart, in each colour scheme, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    site = {"language": language, "title": title}
    for scheme, (ground, ink) in SCHEMES.items():
        # Pictures and frames get a fixed colour scheme, that of their page; the other embeds follow their page.
        themed = tc.from_spec(chart.spec | {"theme": scheme})
        _drawn(
            folder, scheme, (themed, chart), partial(_placed, site | {"scheme": scheme, "ground": ground, "ink": ink})
        )
    if language == "en":
        for house, brand in HOUSES.items():
            dressed = tc.from_spec(chart.spec)
            dressed.brand = brand
            side = "light" if "light" in dressed.spec["brand"] else "dark"
            own = dressed.spec["brand"][side]
            place = partial(_placed, site | {"scheme": side, "ground": own["paper"], "ink": own["ink"]})
            _drawn(folder, house, (dressed, dressed), place)


def _placed(site: dict[str, str], kind: str, snippet: str) -> str:
    """Return a page of a site that has a snippet."""
    return PLACE.format_map({**site, "title": f"{site['title']}, {kind}", "snippet": snippet})


def _drawn(folder: Path, named: str, both: tuple[Chart, Chart], place: Callable[[str, str], str]) -> None:
    """Write each output under a name, of a chart of fixed colours or of one that follows its place."""
    fixed, following = both
    page = fixed.save(folder / f"page.{named}.html").name
    for kind in KINDS:
        placed = snippet(fixed if kind in FIXED else following, kind, page, "../../component.js")
        (folder / f"{kind}.{named}.html").write_text(place(kind, placed), "utf-8")
    for preset in image.PRESETS:
        (folder / f"{preset}.{named}.svg").write_text(fixed.to_svg(preset=preset), "utf-8")


def write(folder: Path) -> None:
    """Write the gallery, and what it shows, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "component.js").write_text(renderer.bundle("component.js"), "utf-8")
    headlines = {}
    for language in languages():
        for name, chart in shown(language).items():
            headline = chart.spec["frame"]["headline"]
            headlines[f"{language}/{name}"] = headline
            _drawings(folder / language / name, chart, language, headline)
    dimensions = {
        "chart": list(shown("en")),
        "output": ["page", *KINDS, *image.PRESETS, *(f"in {engine}" for engine in ENGINES)],
        "width": list(map(str, WIDTHS)),
        "scheme": [*SCHEMES, *HOUSES],
        "language": languages(),
    }
    # A card is shown at half its size, as on a phone, and a print as wide as on paper.
    pictures = {preset: image.CARDS[preset][0] // 2 if preset in image.CARDS else 680 for preset in image.PRESETS}
    known = json.dumps(
        {"dimensions": dimensions, "headlines": headlines, "pictures": pictures, "houses": list(HOUSES)}
    ).replace("<", "\\u003c")
    page = (HERE / "gallery.template.html").read_text("utf-8")
    links = "\n".join(
        f'<li><a href="{language}/{escape(name)}/page.light.html">{escape(headlines[f"{language}/{name}"])}</a>'
        for language, name in product(languages(), shown("en"))
    )
    (folder / "index.html").write_text(page.replace("%known%", known).replace("%links%", links), "utf-8")
