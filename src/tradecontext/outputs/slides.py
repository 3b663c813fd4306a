"""PowerPoint: a slide with the picture, the figures as tables that can be edited, and what describes them as notes."""

from __future__ import annotations

import datetime as dt
import io
import math
import zipfile
from html.parser import HTMLParser
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError
from tradecontext.outputs import image, renderer
from tradecontext.spec import to_json
from tradecontext.text import around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradecontext.spec import Spec

WIDE, TALL = 12_192_000, 6_858_000
"""Size of a slide of 16:9, in the unit of the format: 914,400 an inch."""

MARGIN = 457_200

TITLE_ONLY = 5
"""The layout of python-pptx's own template that has a title and nothing else."""

MOST_ROWS = 14
"""Rows of a table that a slide has room for."""

BEGINNING = (2000, 1, 1, 0, 0, 0)
"""The date of everything in the file, so that the same spec gives the same bytes."""


def pptx(spec: Spec) -> bytes:
    """Draw a spec as a presentation: the picture on a slide of its own, and the table that the chart prints.

    Raises
    ------
    DataError
        As for :func:`tradecontext.outputs.image.svg`, and if python-pptx is not installed.
    """
    try:
        library: Any = import_module("pptx")
    except ImportError:
        raise DataError('PowerPoint needs python-pptx: pip install "tradecontext[pptx]"') from None
    show = library.Presentation()
    show.slide_width, show.slide_height = WIDE, TALL
    _properties(show.core_properties, spec)
    _picture(_slide(show, spec), spec)
    reader = _Tables(renderer.draw("drawSafe", to_json(spec)))
    for head, rows in reader.tables:
        # About as many rows on each slide.
        most = math.ceil(len(rows) / math.ceil(len(rows) / MOST_ROWS)) if rows else 1
        for start in range(0, len(rows), most):
            _table(_slide(show, spec), spec, head, rows[start : start + most])
    file = io.BytesIO()
    show.save(file)
    return _dated(file.getvalue())


def _properties(properties: Any, spec: Spec) -> None:
    frame = spec["frame"]
    properties.title, properties.subject = around.title(spec)[:255], frame["alt"][:255]
    properties.author = properties.last_modified_by = (frame["byline"] or frame["credit"])[:255]
    properties.language = spec["locale"]["tag"]
    properties.created = properties.modified = dt.datetime(*BEGINNING[:3], tzinfo=dt.UTC)


def _slide(show: Any, spec: Spec) -> Any:
    """Add a slide with its title and notes."""
    slide = show.slides.add_slide(show.slide_layouts[TITLE_ONLY])
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = MARGIN, MARGIN // 2, WIDE - 2 * MARGIN, 2 * MARGIN
    _write(title.text_frame, around.title(spec), spec, 24, bold=True)
    slide.notes_slide.notes_text_frame.text = "\n".join(filter(None, _notes(spec)))
    return slide


def _notes(spec: Spec) -> Iterator[str]:
    frame = spec["frame"]
    licence = frame.get("licence", {})
    yield frame["alt"]
    yield from frame["key"]
    yield from frame["notes"]
    yield frame["note"]
    for line in frame["sources"]:
        yield " · ".join(filter(None, (line["text"], line.get("vintage"), line.get("url"))))
    yield from frame.get("dateline", [])
    yield " · ".join(filter(None, (frame["byline"], frame["credit"], licence.get("text"), licence.get("url"))))
    if "url" in frame:
        yield frame["url"]


def _picture(slide: Any, spec: Spec) -> None:
    # The picture has the headline, so the title, which outlines and screen readers need, stands above the slide.
    slide.shapes.title.top = -slide.shapes.title.height
    drawing = image.png(spec, preset="slide")
    picture = slide.shapes.add_picture(io.BytesIO(drawing), 0, 0, WIDE, TALL)
    _described(picture, spec)


def _table(slide: Any, spec: Spec, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    wide, tall = WIDE - 2 * MARGIN, TALL - 6 * MARGIN
    frame = slide.shapes.add_table(len(rows) + 1, len(head), MARGIN, 3 * MARGIN, wide, tall * (len(rows) + 1) // 16)
    _described(frame, spec)
    table = frame.table
    if spec["locale"]["dir"] == "rtl":
        table._tbl.tblPr.set("rtl", "1")  # noqa: SLF001 (python-pptx has no name for it)
    for place, row in enumerate((head, *rows)):
        for column, text in enumerate(row):
            _write(table.cell(place, column).text_frame, text, spec, 12, bold=place == 0)
        if len(row) < len(head):
            table.cell(place, len(row) - 1).merge(table.cell(place, len(head) - 1))
    foot = slide.shapes.add_textbox(MARGIN, TALL - 2 * MARGIN, wide, MARGIN)
    foot.text_frame.word_wrap = True
    lines = [line.get("short", line["text"]) for line in spec["frame"]["sources"]]
    _write(foot.text_frame, "; ".join(dict.fromkeys(lines)), spec, 11, bold=False)


def _described(shape: Any, spec: Spec) -> None:
    """Give a shape its alternative text, for which python-pptx has no name."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", spec["frame"]["alt"])  # noqa: SLF001


def _write(place: Any, text: str, spec: Spec, points: int, *, bold: bool) -> None:
    place.text = text
    right_to_left = spec["locale"]["dir"] == "rtl"
    for paragraph in place.paragraphs:
        # python-pptx sets neither a direction nor a language that its enumeration lacks.
        layout = paragraph._p.get_or_add_pPr()  # noqa: SLF001
        layout.set("algn", "r" if right_to_left else "l")
        layout.set("rtl", str(int(right_to_left)))
        for run in paragraph.runs:
            run.font.size, run.font.bold = points * 12_700, bold
            run._r.get_or_add_rPr().set("lang", spec["locale"]["tag"])  # noqa: SLF001


def _dated(content: bytes) -> bytes:
    """Return a ZIP file with the time of every part set to the same date."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w") as after:
        for each in before.infolist():
            part = zipfile.ZipInfo(each.filename, BEGINNING)
            after.writestr(part, before.read(each), zipfile.ZIP_DEFLATED)
    return made.getvalue()


class _Tables(HTMLParser):
    """The tables of our own markup with inline styles: the head and the rows of each, as the chart prints them."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tables: list[tuple[list[str], list[list[str]]]] = []
        self._rows: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._hidden: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br" and self._cell is not None:
            self._cell.append(" ")
        elif self._hidden or ("aria-hidden", "true") in attrs:
            self._hidden.append(tag)
        elif tag == "table":
            self._rows = []
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"td", "th"}:
            self._cell = []
            self._rows[-1].append(self._cell)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden.pop()
        elif tag in {"td", "th"}:
            self._cell = None
        elif tag == "table":
            head, *rows = [[" ".join("".join(cell).split()) for cell in row] for row in self._rows]
            # A row with nothing but a drawing has no text.
            self.tables.append((head, [row for row in rows if any(row)]))

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._hidden:
            self._cell.append(data + " ")
