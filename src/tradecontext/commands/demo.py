"""Write a folder of charts of the package's own figures, with the code of each, and serve it."""

from __future__ import annotations

import inspect
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from tradecontext.commands.render import plan, render
from tradecontext.errors import DataError, named
from tradecontext.outputs.files import write
from tradecontext.spec import charts, part, schema

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

FORMATS = ("html", "png", "svg", "csv", "safe")
"""Outputs that are written for each chart beside its spec."""

FILES = {"page": ".html", "PNG": ".png", "SVG": ".svg", "CSV": ".csv", "snippet": ".safe.html", "spec": ".json"}

LAST = 1_000
"""Where a chart stands whose schema has no ``x-place``: after all that have one, by name."""

PAGE = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>tradecontext: its charts</title>
<style>
:root{{color-scheme:light dark;font-family:system-ui,sans-serif;line-height:1.5}}
body{{margin:0;padding:16px}}
main{{max-width:720px;margin:auto}}
section{{margin:3rem 0;border-top:1px solid;padding-top:1rem}}
pre{{overflow-x:auto;font-size:.875rem}}
</style></head>
<body><main>
<h1>tradecontext</h1>
<p>Its charts, drawn on figures that come with the package. Beside this page lie the files of each: the page to host,
the pictures, the figures, the snippet for an article, and the spec, of which <code>tradecontext render</code> makes
all of them again.</p>
{sections}</main></body></html>
"""

SECTION = """\
<section>
{frame}<p>{links}</p>
<details><summary>How it is made</summary><pre><code>{code}</code></pre></details>
</section>
"""


def demo(folder: Path) -> Path:
    """Write the charts, the files of each, and a page of all of them.

    Parameters
    ----------
    folder : Path
        The folder to write to; it is created if it does not exist.

    Returns
    -------
    Path
        The page, which needs no server.

    Raises
    ------
    DataError
        If the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(f"cannot make the folder {named(folder)}: {error.strerror}") from None
    stems = sorted(charts(), key=lambda stem: (schema(stem).get("x-place", LAST), stem))
    made = {stem.replace("_", "-"): part(stem, "demo") for stem in stems}
    specs = [each.chart.save(folder / f"{name}.json") for name, each in made.items()]
    for result in render(plan(specs, folder, FORMATS)):
        if result.fault:
            raise DataError(result.fault)
    page = folder / "index.html"
    write({page: PAGE.format(sections="".join(_section(name, each) for name, each in made.items()))})
    return page


def _section(name: str, made: ModuleType) -> str:
    """Write a chart with links to its files, and the code of its demo without the docstring."""
    code = inspect.getsource(made).removeprefix(f'"""{made.__doc__}"""').lstrip()
    links = " · ".join(f'<a href="{name}{suffix}">{said}</a>' for said, suffix in FILES.items())
    return SECTION.format(frame=made.chart.embed("srcdoc"), links=links, code=escape(code))


def server(folder: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of a folder on localhost, at another free port if `port` is taken."""
    handler = partial(SimpleHTTPRequestHandler, directory=folder)
    try:
        return ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        return ThreadingHTTPServer(("127.0.0.1", 0), handler)
