"""Fails a build of the site if a page of it asks for anything outside: scripts, styles, fonts, pictures, frames."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

OUTSIDE = re.compile(r"\s*(https?:)?//", re.IGNORECASE)
LOADED = {"src", "srcset", "poster", "data", "background"}
"""Attributes that a browser follows by itself; `href` is one in a link that loads."""
LOADING = {"stylesheet", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "icon", "manifest"}

IN_STYLES = re.compile(r"""(?:@import\s+(?:url\()?|url\()\s*["']?((?:https?:)?//[^"')\s;]+)""", re.IGNORECASE)
IN_SCRIPTS = re.compile(
    r"""(?:\bfetch|\bimport|\bimportScripts|\bnew (?:Worker|WebSocket|EventSource))\s*\(\s*["'`]((?:https?|wss?)://[^"'`]+)"""
    r"""|\bfrom\s*["'](https?://[^"']+)|\.src\s*=\s*["'`](https?://[^"'`]+)"""
)


class _Requests(HTMLParser):
    """What a browser asks for outside to show a page, the pages in its frames too."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag
        given = {name: value or "" for name, value in attrs}
        if tag in {"image", "use"} or (tag == "link" and LOADING & set(given.get("rel", "").lower().split())):
            self._note(given.get("href", ""))
        for name in LOADED & set(given):
            for each in given[name].split(",") if name == "srcset" else [given[name]]:
                self._note(each)
        self.found += IN_STYLES.findall(given.get("style", ""))
        self.found += requests(given.get("srcdoc", ""), ".html")

    def handle_endtag(self, _tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside in {"style", "script"}:
            self.found += requests(data, {"style": ".css", "script": ".js"}[self._inside])

    def _note(self, address: str) -> None:
        if OUTSIDE.match(address):
            self.found.append(address.strip())


def requests(text: str, suffix: str) -> list[str]:
    """Return the addresses outside that a file of the site asks for."""
    if suffix == ".css":
        return IN_STYLES.findall(text)
    if suffix == ".js":
        return [next(filter(None, found)) for found in IN_SCRIPTS.findall(text)]
    page = _Requests()
    page.feed(text)
    page.close()
    return page.found


def asked_for(site: Path) -> Iterator[str]:
    """Yield each file of a site that asks for something outside, and what."""
    for path in sorted(site.rglob("*")):
        if path.suffix in {".html", ".css", ".js", ".svg"}:
            for address in requests(path.read_text("utf-8"), path.suffix):
                yield f"{path.relative_to(site)} asks for {address}"


def check(app: Sphinx, failed: Exception | None) -> None:
    """Refuse the site that was built if a page of it asks for something outside."""
    from sphinx.errors import SphinxError

    found = [] if failed else list(asked_for(Path(app.outdir)))
    if found:
        raise SphinxError("the site has to be read without a network: " + "; ".join(found))


def setup(app: Sphinx) -> dict[str, bool]:
    """Look at the site once it is built."""
    app.connect("build-finished", check)
    return {"parallel_read_safe": True}
