"""Read the charts in a published article as a reader sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from golden import about, told
from tradecontext.spec import charts

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CASES = [f"{chart}/{case}" for chart in charts() for case in about(chart).PUBLISHED]
"""Specs with bars, a second column, lines, dots, splits, pairs and steps; hostile words, other languages, right to left."""

BEFORE, AFTER = "What the article says before its charts.", "What it says after them."

FRAMED = ["iframe", "srcdoc"]
ALIVE = [*FRAMED, "component"]
TABLES = ["safe", "image"]
"""Kinds whose charts are in frames, that are interactive, and that have their figures in a table of spans."""

WIDTHS = (1000, 320)

# A viewport so high that no lazy frame waits until it is scrolled into view.
HIGH = 24_000


@dataclass
class Article:
    """An open article with charts of one kind of embed."""

    page: Page
    kind: str
    content: Locator

    @property
    def places(self) -> Locator:
        """The article's own element for each chart: an iframe, a custom element or a figure."""
        places = {
            "iframe": "iframe",
            "srcdoc": "iframe",
            "component": "trade-chart",
            "image": "figure:has(> picture, > img)",
        }
        return self.content.locator(places.get(self.kind, "figure"))

    def figure(self, number: int) -> Locator:
        """Return the figure of a chart, wherever it is drawn."""
        place = self.places.nth(number)
        if self.kind in FRAMED:
            return place.content_frame.locator("figure")
        return place.locator("figure") if self.kind in {"component", "image"} else place

    def wait(self) -> None:
        """Wait until every chart is drawn, including the collapsed table under a picture."""
        for number in range(len(CASES)):
            if self.kind == "image":
                self.places.nth(number).locator("summary").first.click()
                self.page.wait_for_function(LOADED, arg=self.places.nth(number).locator("img").element_handle())
            self.figure(number).wait_for()

    def stray(self) -> str:
        """Return the visible words of the article that are not in a chart."""
        return plain(self.content.evaluate(STRAY))


LOADED = "image => image.complete && image.naturalWidth > 600"

STRAY = """(content) => {
  const walk = document.createTreeWalker(content, NodeFilter.SHOW_TEXT), found = [];
  while (walk.nextNode()) {
    const owner = walk.currentNode.parentElement;
    if (!owner.closest("figure, trade-chart, iframe, style, script")) found.push(walk.currentNode.data);
  }
  return found.join(" ");
}"""

# Widths in px of the bars, stems or parts of each row that has any; None for one that has no height.
MARKS = """(figure) => {
  const rows = [...figure.querySelector("table").rows].map((row) => {
    const marks = row.querySelectorAll(".tc-track > i, td > span span:empty");
    const drawn = [...marks].filter((mark) => mark.localName === "i" || mark.style.width);
    const bars = (mark) => ["::before", "::after"].map((bar) => getComputedStyle(mark, bar)).map((style) => [style.width, style.height]);
    const sizes = (mark) => mark.matches(".tc-pair") ? bars(mark).map((each) => each.map(parseFloat)) : [[mark.getBoundingClientRect().width, mark.getBoundingClientRect().height]];
    return drawn.flatMap(sizes).map(([width, height]) => height < 1 ? null : width);
  });
  return rows.filter((row) => row.length);
}"""

# Position in px of the zero line of each row.
ZEROS = """(figure) => [...figure.querySelectorAll(".tc-track > b, td > span span:empty")]
  .filter((mark) => mark.localName === "b" || getComputedStyle(mark).borderLeftWidth === "1px" && !mark.style.width)
  .map((mark) => mark.getBoundingClientRect().left)"""

LINES = """(figure) => [...figure.querySelectorAll("svg path")].map((path) => path.getBoundingClientRect().width)"""

# Colour and opacity of every text that is shown.
INKS = """(figure) => {
  const texts = [], walk = figure.ownerDocument.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  while (walk.nextNode()) {
    const owner = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !owner.checkVisibility() || owner.closest("caption, select")) continue;
    let opacity = 1;
    for (let at = owner; at; at = at.parentElement) opacity *= getComputedStyle(at).opacity;
    texts.push([walk.currentNode.data, rgb(getComputedStyle(owner).color), opacity]);
  }
  return texts;
}"""

# Undoes WordPress's typography of quotes, hyphens and dots.
TYPOGRAPHY = str.maketrans(
    dict.fromkeys("\u201c\u201d\u2033", '"')
    | dict.fromkeys("\u2018\u2019\u2032", "'")
    | dict.fromkeys("\u2013\u2014", "-")
)


def plain(text: str) -> str:
    """Return text without the changes of WordPress's typography."""
    straight = text.translate(TYPOGRAPHY).replace("…", "...")
    while "--" in straight:
        straight = straight.replace("--", "-")
    return " ".join(straight.split())


def missing(spec: dict[str, Any], text: str) -> list[str]:
    """Return the words and figures of a spec that are not in `text`, or not in their order."""
    frame, shown = spec["frame"], plain(text)
    rows = [each for row in told(spec) for each in row] if spec.get("view") != "lines" else []
    pieces = [frame["headline"], frame["subtitle"], *rows]
    absent, place = [], 0
    for piece in filter(None, map(plain, pieces)):
        found = shown.find(piece, place)
        if found < 0:
            absent.append(piece)
        else:
            place = found + len(piece)
    around = [
        *frame["key"],
        *frame["notes"],
        frame["note"],
        *(line["text"] for line in frame["sources"]),
        frame["byline"],
    ]
    around += [frame["credit"], *frame.get("dateline", [])]
    # A chart of lines by period may print events above its table; any other prints them below what was found.
    events = [plain(each["text"]) for each in spec.get("remarks", [])]
    absent += [event for event in events if event not in shown[0 if "periods" in spec else place :]]
    return absent + [piece for piece in filter(None, map(plain, around)) if piece not in shown[place:]]


def ill_drawn(spec: dict[str, Any], drawn: list[list[float | None]]) -> list[str]:
    """Return the rows whose marks are not in proportion to their figures, on one scale for all rows."""
    expected = about(spec["chart"]).lengths(spec)
    if any("extremes" in row or "context" in row for row in spec["rows"]):
        # After the first bar, a row has a small bar for each year or that of a second measure, on another scale.
        drawn = [row[:1] for row in drawn]
    if [len(row) for row in drawn] != [len(row) for row in expected]:
        return [f"{len(drawn)} rows with marks {drawn}, not {len(expected)}"]
    scale = max(width or 0 for row in drawn for width in row) / max(value for row in expected for value in row)
    if scale == 0:
        return ["no mark has a length"]
    faults = []
    for figures, widths in zip(expected, drawn, strict=True):
        # Parts have gaps of 2 px; a bar is at least 1 px wide.
        off = [
            width is None or abs(max(1, value * scale) - width) > 3
            for value, width in zip(figures, widths, strict=True)
        ]
        if any(off):
            faults.append(f"{widths} px for {figures}")
    return faults
