"""Parse markup as a browser does, and format it for snapshots."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class Tags(HTMLParser):
    """The elements, attributes and text that a browser finds in markup."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def lines(markup: str) -> str:
    """Return markup with one tag per line, and a bar before text between tags, so that diffs are by line."""
    parts = re.findall(r'<(?:"[^"]*"|[^">])*>|[^<]+', markup)
    return "".join(f"{part if part.startswith('<') else '|' + part}\n" for part in parts)


def drawing(svg: str) -> str:
    """Return an SVG without what it carries beside its drawing."""
    return re.sub(r"<metadata>.*?</metadata>", "", svg)


def unheard(snippet: str) -> str:
    """Return a frame's snippet as after a sanitizer that strips its listener."""
    return re.sub(r' onload="[^"]*"', "", snippet)
