"""Directives of the site: ``{chart}`` runs its code and shows the chart, ``{gallery}`` pictures all of these charts.

``{outputs}`` shows one chart in each kind of output; ``{spec}`` lists the fields of a chart's spec, as its schema
describes them.
"""

from __future__ import annotations

import ast
import logging
import re
from contextlib import chdir
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from outputs import outputs
from tradecontext.chart import Chart
from tradecontext.spec import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

BLOCK = re.compile(r"^```\{chart\}\n(.*?)^```", re.DOTALL | re.MULTILINE)

WIDTH = 640
"""Width in px of the pictures in the gallery."""


def run(code: str, names: dict[str, Any]) -> Chart:
    """Run code that ends with a chart, in the names of its page, and return the chart.

    Raises
    ------
    TypeError
        If its last line is something else.
    """
    *before, last = ast.parse(code).body
    if not isinstance(last, ast.Expr):
        raise TypeError(f"the code of a chart has to end with the chart: {code}")
    exec(compile(ast.Module(before, []), "<docs>", "exec"), names)
    made = eval(compile(ast.Expression(last.value), "<docs>", "eval"), names)
    if not isinstance(made, Chart):
        raise TypeError(f"the code of a chart has to end with the chart: {code}")
    return made


class DrawnChart(SphinxDirective):
    """Show code, and the chart that it makes, interactive as on any page."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Run the code with the names that the page's charts before it have left."""
        code = "\n".join(self.content)
        names = self.env.temp_data.setdefault("names of charts", {})
        frame = run(code, names).embed("srcdoc")
        shown = nodes.literal_block(code, code, language="python")
        return [shown, nodes.raw("", f'<div class="drawn">{frame}</div>', format="html")]


class Outputs(SphinxDirective):
    """Show code, whose paths are from the checkout, and the chart that it makes in each kind of output."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Save the outputs that are files among the site's pictures."""
        code = "\n".join(self.content)
        with chdir(Path(__file__).parents[2]):
            chart = run(code, {})
        made = outputs(chart, Path(self.env.app.outdir) / "_images" / "outputs", "_images/outputs/")
        shown = nodes.literal_block(code, code, language="python")
        drawn = "".join(
            f'<figure class="output"><figcaption><code>{escape(call)}</code></figcaption>{html}</figure>'
            for call, html in made.items()
        )
        return [shown, nodes.raw("", drawn, format="html")]


class Gallery(SphinxDirective):
    """Picture every chart of the pages about charts, each with a link to its page."""

    def run(self) -> list[nodes.Node]:
        """Draw the pictures into the site's folder of pictures."""
        folder = Path(self.env.app.outdir) / "_images"
        folder.mkdir(parents=True, exist_ok=True)
        cells = "".join(self._cells(folder))
        return [nodes.raw("", f'<div class="gallery">{cells}</div>', format="html")]

    def _cells(self, folder: Path) -> Iterator[str]:
        pages = Path(self.env.srcdir, "charts").glob("*.md")
        for page in sorted(pages, key=lambda page: schema(page.stem.replace("-", "_"))["x-place"]):
            self.env.note_dependency(str(page))
            names: dict[str, Any] = {}
            for number, code in enumerate(BLOCK.findall(page.read_text("utf-8")), 1):
                chart = run(code, names)
                file = folder / f"{page.stem}-{number}.png"
                file.write_bytes(chart.to_png(width=WIDTH, scale=1))
                alt = escape(chart.spec["frame"]["alt"])
                picture = f'<img src="_images/{file.name}" alt="{alt}" loading="lazy">'
                named = escape(chart.spec["frame"]["headline"])
                caption = f"<figcaption><code>{type(chart).__name__}</code> {named}</figcaption>"
                yield f'<a href="charts/{page.stem}.html"><figure>{picture}{caption}</figure></a>'


class SpecFields(SphinxDirective):
    """List the fields of a chart's spec that not every chart has, as its schema describes them."""

    required_arguments: ClassVar[int] = 1

    def run(self) -> list[nodes.Node]:
        """Write a list of the fields that the schema describes."""
        lines = [f"- `{name}`: {text}" for name, text in described(schema(self.arguments[0]))]
        box = nodes.container()
        self.state.nested_parse(StringList(lines, source=self.env.docname), self.content_offset, box)
        return box.children


def described(fields: dict[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """Yield what a schema says of its fields, those of rows and other parts among them, each with its place."""
    for name, field in fields.get("properties", {}).items():
        of = field.get("$ref", "").removeprefix("frame.json#/$defs/")
        if not place and of in {"frame", "locale", "numbers", "theme", "brand", "chart_id"}:
            continue
        known = schema("frame")["$defs"].get(of, {})
        if text := field.get("description", known.get("description")):
            yield f"{place}{name}", text
        inside = field.get("items", field)
        yield from described(inside, f"{place}{name}{'[]' * ('items' in field)}.")


def describe(_app: Sphinx, _page: str, _template: str, context: dict[str, Any], page: nodes.document | None) -> None:
    """Give a page its first paragraph as the description that search engines show."""
    first = next(page.findall(nodes.paragraph), None) if page else None
    if first is not None:
        context["metatags"] += f'<meta name="description" content="{escape(" ".join(first.astext().split()))}">'


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directives."""
    # A style of Pygments turns on what every library says of its work.
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    app.add_directive("chart", DrawnChart)
    app.add_directive("gallery", Gallery)
    app.add_directive("outputs", Outputs)
    app.add_directive("spec", SpecFields)
    app.connect("html-page-context", describe)
    return {"parallel_read_safe": True}
