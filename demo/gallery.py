"""The gallery: every chart as every embed, 320 and 720 px wide, on a light page and a dark one, in each language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from demo_charts import charts

import tradecontext as tc
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import KINDS
from tradecontext.text.word_files import languages

if TYPE_CHECKING:
    from pathlib import Path

    from tradecontext.outputs.embed import Kind
    from tradecontext.widget.chart import Chart

WIDTHS = (320, 720)
SCHEMES = {"light": ("#fff", "#17191c"), "dark": ("#141517", "#eceef0")}
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

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>tradecontext · {title}</title>
<style>
:root{{color-scheme:light}}body{{margin:1rem;font:1rem/1.4 system-ui,sans-serif;background:#e9ecef;color:#17191c}}
h2{{margin:2.5rem 0 .5rem}}h3{{margin:1.2rem 0 .4rem;font-size:1rem}}
.row{{display:flex;gap:1rem;overflow-x:auto;align-items:start}}
iframe{{border:0;flex:none;height:50rem;background:#fff}}nav a{{margin-inline-end:.8rem}}
</style></head><body><h1>{title}</h1><nav>{links}</nav>
{sections}
<script>
// As tall as what is in it; where a browser keeps files apart, they scroll.
document.addEventListener("load", (event) => {{
  const frame = event.target, page = frame.contentDocument;
  if (page) new ResizeObserver(() => {{ frame.style.height = page.body.offsetHeight + "px"; }}).observe(page.body);
}}, true);
</script></body></html>
"""


def snippet(chart: Chart, kind: Kind, page: str, runtime: str = "component.js") -> str:
    """Return an embed whose addresses are files beside its page."""
    addresses = {"iframe": f"{HOST}{page}", "component": f"{HOST}{runtime}"}
    return chart.embed(kind, addresses.get(kind)).replace(HOST, "")


def write(folder: Path) -> None:
    """Write the gallery's pages, and what they show, into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "component.js").write_text(renderer.bundle("component.js"), "utf-8")
    for language in languages():
        sections = []
        for stem, chart in charts(language).items():
            name = f"{language}-{stem}"
            # Pictures and frames get a fixed colour scheme, that of their page; the other embeds follow their page.
            themed = {scheme: tc.from_spec(chart.spec | {"theme": scheme}) for scheme in SCHEMES}
            for scheme, each in themed.items():
                each.save(folder / f"{name}.{scheme}.html")
            sections.append(f'<h2 id="{stem}">{escape(chart.spec["frame"]["headline"])}</h2>')
            for kind in KINDS:
                frames = []
                for scheme, (ground, ink) in SCHEMES.items():
                    place = f"{name}.{kind}.{scheme}.html"
                    title = f"{stem}, {kind}, {scheme}"
                    page = PLACE.format(
                        language=language,
                        title=title,
                        scheme=scheme,
                        ground=ground,
                        ink=ink,
                        snippet=snippet(themed[scheme] if kind in FIXED else chart, kind, f"{name}.{scheme}.html"),
                    )
                    (folder / place).write_text(page, "utf-8")
                    frames += [
                        f'<iframe src="{place}" width="{width}" loading="lazy" title="{title}, {width} px"></iframe>'
                        for width in WIDTHS
                    ]
                sections.append(f'<h3><code>embed("{kind}")</code></h3><div class="row">{"".join(frames)}</div>')
        others = [f'<a href="{each}.html" lang="{each}">{each}</a>' for each in languages()]
        page = PAGE.format(
            language=language,
            title="Every chart as every embed",
            links="".join([*others, '<a href="../article.html">The article</a>']),
            sections="\n".join(sections),
        )
        (folder / f"{language}.html").write_text(page, "utf-8")
