"""PDF: a page with the drawing of the SVG, its description and its spec, made without a browser."""

from __future__ import annotations

import datetime as dt
import io
import re
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError
from tradecontext.outputs import branded, carried, image
from tradecontext.text import around

if TYPE_CHECKING:
    from tradecontext.outputs.image import Preset
    from tradecontext.spec import Spec

FPDF = (2, 8, 5)
"""The oldest fpdf2 that draws the text of an SVG; older ones leave it out."""

LONGEST_PAGE = 14_400
"""Longest side of a PDF page in points (200 inches); PDF readers refuse larger pages."""

NUMBER = re.compile("[\u0660-\u066c]+")
ARABIC = re.compile(r'(<text[^>]* font-family="Arabic for Inter"[^>]*>)([^<]*)')


def pdf(spec: Spec, *, width: float | None = None, preset: Preset | None = None) -> bytes:
    """Draw a spec as a PDF of one page, whose text can be selected and searched.

    Parameters
    ----------
    spec, width, preset
        As for :func:`tradecontext.outputs.image.svg`; a px is three quarters of a point.

    Raises
    ------
    DataError
        As for :func:`tradecontext.outputs.image.svg`, and if fpdf2 is not installed or the page is longer than PDF
        readers show.
    """
    fpdf = _fpdf()
    text = image.drawn(spec, width=width, preset=preset, visual=True)
    point = image.POINTS / image.PER_MM if preset in image.COLOURS else 0.75
    wide, tall = (side * point for side in image.size(text))
    if max(wide, tall) > LONGEST_PAGE:
        raise DataError(
            f"a PDF page of {wide:,.0f} x {tall:,.0f} points was asked for; PDF readers show at most {LONGEST_PAGE:,} "
            "(200 inches): show fewer rows (top=), or take the SVG or the page"
        )
    sheet = fpdf.FPDF(unit="pt", format=(wide, tall))
    # A fixed date, so that the same spec gives the same bytes.
    sheet.set_creation_date(dt.datetime(2000, 1, 1, tzinfo=dt.UTC))
    frame = spec["frame"]
    sheet.set_title(around.title(spec))
    sheet.set_subject(frame["alt"])
    sheet.set_xmp_metadata(carried.pdf.description(spec))
    sheet.set_lang(spec["locale"]["tag"])
    sheet.set_margin(0)
    sheet.set_auto_page_break(auto=False)
    sheet.add_page()
    for name, family in image.FAMILIES.items():
        for style, path in zip(("", "B"), image.fonts(family), strict=True):
            sheet.add_font(name, style, path)
    # fpdf2 draws all letters from left to right, as numbers are read.
    text = ARABIC.sub(lambda found: found[1] + (found[2] if NUMBER.fullmatch(found[2]) else found[2][::-1]), text)
    with TemporaryDirectory() as folder:
        text = branded.in_one_font(text, branded.added(sheet, spec, Path(folder)))
        # fpdf2 takes a px for a point, so the drawing states its size in points.
        text = image.painted(image.measured(text, point, "pt"), 8, all_logos=True)
        text = text.replace('font-weight="600"', 'font-weight="bold"')
        # <title> and <desc> are dropped: the title and subject of the document, set above, say the same.
        text = re.sub(r"<(title|desc)>.*?</\1>", "", text)
        # What has an alternative text is tagged as a figure.
        sheet.image(io.BytesIO(text.encode()), x=0, y=0, w=wide, h=tall, alt_text=frame["alt"] or around.title(spec))
        file = io.BytesIO()
        sheet.output(file)
    return file.getvalue()


def _fpdf() -> Any:
    try:
        fpdf: Any = import_module("fpdf")
    except ImportError:
        raise DataError('PDF needs fpdf2: pip install "tradecontext[pdf]"') from None
    if tuple(int(each) for each in re.findall(r"\d+", fpdf.__version__)[:3]) < FPDF:
        oldest = ".".join(map(str, FPDF))
        raise DataError(f'PDF needs fpdf2 {oldest}, not {fpdf.__version__}: pip install --upgrade "tradecontext[pdf]"')
    return fpdf
