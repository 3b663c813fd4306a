"""Markup as a browser would take it, and as a snapshot shows it."""

from __future__ import annotations

import re
from html.parser import HTMLParser


class Tags(HTMLParser):
    """What a browser would make of markup: its elements, attributes and text."""

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
    """Write one tag a line, and text between tags with a bar before it, so that a change shows as a line."""
    parts = re.findall(r'<(?:"[^"]*"|[^">])*>|[^<]+', markup)
    return "".join(f"{part if part.startswith('<') else '|' + part}\n" for part in parts)


def unheard(snippet: str) -> str:
    """Return a frame's snippet as a sanitizer leaves it that strips its listener."""
    return re.sub(r' onload="[^"]*"', "", snippet)
