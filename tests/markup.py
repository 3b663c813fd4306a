"""Parse markup as a browser does, and format it for snapshots."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

SAID = {"alt", "title", "aria-label", "aria-description", "placeholder"}
TOLD = {"description", "og:title", "og:description", "og:image:alt"}


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


class Open(HTMLParser):
    """The elements of HTML, not of XML, that are open at its end, and the end tags that end something else."""

    VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.stray: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.inside.append(tag)

    def handle_startendtag(self, _tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """An element of SVG that ends where it begins."""

    def handle_endtag(self, tag: str) -> None:
        if self.inside[-1:] == [tag]:
            self.inside.pop()
        else:
            self.stray.append(tag)


class Said(HTMLParser):
    """What readers see or hear of markup: texts, and attributes that are read to them."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.code: str | None = None
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.code = (given.get("type") or tag) if tag in {"script", "style"} else None
        self.texts += [value for name, value in attrs if name in SAID and value]
        if tag == "meta" and {given.get("name"), given.get("property")} & TOLD:
            self.texts.append(given["content"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.code = None

    def handle_data(self, data: str) -> None:
        if self.code == "application/ld+json":
            told = json.loads(data)
            self.texts += [told["name"], told["description"], told.get("creditText", ""), *told["citation"]]
            self.texts += [each["name"] for each in told["isBasedOn"]]
        elif self.code is None:
            # The text of a snippet to copy is markup.
            self.texts += Said(data).texts if "<" in data else [data]


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
