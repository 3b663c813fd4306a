"""What a reader of a published article sees of the charts in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from golden import about, told
from tradecontext.spec import charts

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CASES = [f"{chart}/{case}" for chart in charts() for case in about(chart).PUBLISHED]
"""Bars, a second column, lines, dots, splits, pairs and steps; hostile words, other languages, from right to left."""

BEFORE, AFTER = "What the article says before its charts.", "What it says after them."

FRAMED = ["iframe", "srcdoc"]
ALIVE = [*FRAMED, "component"]
TABLES = ["safe", "image"]
"""Kinds whose charts stand in frames, answer their reader, have their figures in a table of spans."""

WIDTHS = (1000, 360, 320)

# High enough that no frame waits to be scrolled to.
HIGH = 24_000


@dataclass
class Article:
    """An open article, and where in it the charts of one kind are."""

    page: Page
    kind: str
    content: Locator

    @property
    def places(self) -> Locator:
        """What each chart is in the article itself: a frame, an element, a figure."""
        places = {"iframe": "iframe", "srcdoc": "iframe", "component": "trade-chart", "image": "figure:has(> img)"}
        return self.content.locator(places.get(self.kind, "figure"))

    def figure(self, number: int) -> Locator:
        """Return the figure of a chart, wherever it is drawn."""
        place = self.places.nth(number)
        if self.kind in FRAMED:
            return place.content_frame.locator("figure")
        return place.locator("figure") if self.kind in {"component", "image"} else place

    def wait(self) -> None:
        """Wait until every chart is there; of a picture, the figures folded away under it too."""
        for number in range(len(CASES)):
            if self.kind == "image":
                self.places.nth(number).locator("summary").click()
                self.page.wait_for_function(LOADED, arg=self.places.nth(number).locator("img").element_handle())
            self.figure(number).wait_for()

    def stray(self) -> str:
        """Return the words of the article that are in no chart, as shown."""
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

# Widths of the bars, stems or parts of each row that has any, in px; nothing that is too low to be seen.
MARKS = """(figure) => {
  const rows = [...figure.querySelector("table").rows].map((row) => {
    const marks = row.querySelectorAll(".tc-track > i, td > span span:empty");
    const drawn = [...marks].filter((mark) => mark.localName === "i" || mark.style.width);
    return drawn.map((mark) => mark.getBoundingClientRect()).map(({ width, height }) => height < 2 ? null : width);
  });
  return rows.filter((row) => row.length);
}"""

# Where the zero line of each row stands, in px.
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

# What WordPress makes of straight quotes, hyphens and dots, taken back.
TYPOGRAPHY = str.maketrans(
    dict.fromkeys("\u201c\u201d\u2033", '"')
    | dict.fromkeys("\u2018\u2019\u2032", "'")
    | dict.fromkeys("\u2013\u2014", "-")
)


def plain(text: str) -> str:
    """Return text without what typography changes in it."""
    straight = text.translate(TYPOGRAPHY).replace("…", "...")
    while "--" in straight:
        straight = straight.replace("--", "-")
    return " ".join(straight.split())


def missing(spec: dict[str, Any], text: str) -> list[str]:
    """Return the words and figures of a spec that `text` does not have, or not in their order."""
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
    around = [*frame["notes"], frame["note"], *(line["text"] for line in frame["sources"]), frame["byline"]]
    around += [frame["credit"], *frame.get("dateline", []), *(each["text"] for each in spec.get("remarks", []))]
    return absent + [piece for piece in filter(None, map(plain, around)) if piece not in shown[place:]]


def ill_drawn(spec: dict[str, Any], drawn: list[list[float | None]]) -> list[str]:
    """Return the rows whose marks are not as long as their figures, on one scale for all."""
    expected = about(spec["chart"]).lengths(spec)
    if any("extremes" in row for row in spec["rows"]):
        # Behind the bar of the average a table has a small one for each year, on a scale of its own.
        drawn = [row[:1] for row in drawn]
    if [len(row) for row in drawn] != [len(row) for row in expected]:
        return [f"{len(drawn)} rows with marks {drawn}, not {len(expected)}"]
    scale = max(width or 0 for row in drawn for width in row) / max(value for row in expected for value in row)
    if scale == 0:
        return ["no mark has a length"]
    faults = []
    for figures, widths in zip(expected, drawn, strict=True):
        # Parts stand 2 px apart; a bar is never thinner than 1 px.
        off = [
            width is None or abs(max(1, value * scale) - width) > 3
            for value, width in zip(figures, widths, strict=True)
        ]
        if any(off):
            faults.append(f"{widths} px for {figures}")
    return faults
