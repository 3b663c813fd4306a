"""Pictures: SVG, drawn by the renderer at a fixed width, and PNG and PDF, made from the SVG without a browser."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import io
import json
import math
import re
import struct
import zlib
from functools import cache
from importlib import import_module
from importlib.resources import as_file, files
from numbers import Real
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args
from xml.etree import ElementTree as ET

from tradecontext import logo
from tradecontext.errors import DataError, shown
from tradecontext.outputs import branded, letters, renderer
from tradecontext.text import around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.spec import Spec

Preset: TypeAlias = Literal["social", "square", "print", "print-colour"]

CARDS: Mapping[str, tuple[int, int]] = {"social": (1200, 630), "square": (1080, 1080)}
"""Named sizes in px."""

PRESETS: tuple[str, ...] = get_args(Preset)
"""Names of presets; those of print are measured in millimetres, and as tall as the chart needs."""

COLOURS: Mapping[str, str] = {"print": "print", "print-colour": "light"}
"""The colours of a print: greys, or those of a light ground."""

WIDTH = 720
"""Default width in px."""
NARROW = 360
"""Width in px of a picture for phones."""

PRINTED = 180
"""Default width of a print in mm: two columns of a magazine."""

PER_MM = 5
"""px per mm of print, so that text of 15 px is printed at 8.5 points."""

NARROWEST, WIDEST = 320, 1600
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 8
POINTS = 72 / 25.4
NAMESPACE = "{http://www.w3.org/2000/svg}"

MOST_PIXELS = 100_000_000
"""Largest PNG. It needs 400 MB to paint and as much again to compress; if memory runs out, the painter aborts."""

FPDF = (2, 8, 5)
"""The oldest fpdf2 that draws the text of an SVG; older ones leave it out."""

LONGEST_PAGE = 14_400
"""Longest side of a PDF page in points (200 inches); PDF readers refuse larger pages."""

LOGO = re.compile(
    r'href="(data:image/[^"]+)" x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"'
    r'(?: preserveAspectRatio="xM(in|ax)YMid meet")?'
)
LENGTH = re.compile(r' textLength="[^"]*" lengthAdjust="[^"]*"')


def svg(spec: Spec, *, width: float | None = None, preset: Preset | None = None) -> str:
    """Draw a spec as SVG, with real text, named groups and no external references.

    Parameters
    ----------
    spec : dict
        A valid spec.
    width : float, optional
        320 to 1600 px, 720 if not given; with the preset "print" 64 to 320 mm, 180 if not given.
    preset : {"social", "square", "print"}, optional
        1200 x 630 px with the short headline; 1080 x 1080 px; or greys and millimetres, for a printed page.

    Returns
    -------
    str
        SVG, set in Inter. The same spec always gives the same text.

    Raises
    ------
    DataError
        If the size is out of range, or the font lacks characters, with their names.
    """
    text = _drawn(spec, width, preset)
    if rules := branded.faces(spec):
        # Under their own names, for who opens the drawing in an editor.
        rules = rules.replace('font-family:"tc ', 'font-family:"')
        text = text.replace("<title>", f"<style>{rules}</style><title>", 1)
    return _measured(text, 1 / PER_MM, "mm") if preset in COLOURS else text


def png(spec: Spec, *, width: float | None = None, scale: float = 2, preset: Preset | None = None) -> bytes:
    """Draw a spec as PNG.

    Parameters
    ----------
    spec, width, preset
        As for :func:`svg`.
    scale : float
        Pixels per px, 0.1 to 8. A print has 254 pixels per inch at 2; its file states the density.

    Raises
    ------
    DataError
        As for :func:`svg`, and if the scale is out of range or the picture has more than a hundred million pixels.
    """
    if isinstance(scale, bool) or not isinstance(scale, Real) or not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
        raise DataError(f"scale is {shown(scale)}; give pixels a px, {SMALLEST_SCALE} to {LARGEST_SCALE}")
    made = raster(_drawn(spec, width, preset), float(scale), spec)
    return _with_density(made, scale * PER_MM * 1000) if preset in COLOURS else made


def raster(drawn: str, scale: float, spec: Spec) -> bytes:
    """Paint a spec's drawing of :func:`svg`, measured in px, as PNG with `scale` pixels per px.

    Raises
    ------
    DataError
        If there are more pixels than `MOST_PIXELS`.
    """
    from resvg import render, usvg

    wide, tall = (math.ceil(side * scale) for side in size(drawn))
    if wide * tall > MOST_PIXELS:
        raise DataError(
            f"a PNG of {wide:,} x {tall:,} pixels was asked for; at most {MOST_PIXELS:,} in all can be painted: "
            f"give a smaller scale (it is {scale:g}) or width, show fewer rows (top=), or take the SVG"
        )
    options = usvg.Options.default()
    for path in _fonts():
        options.load_font_file(path)
    for _, _, content in branded.fonts(spec):
        options.load_font_data(content)
    options.font_family = "Inter"
    text = _painted(drawn, 2 * scale, all_logos=False)
    return render(usvg.Tree.from_str(text, options), (scale, 0, 0, 0, scale, 0), bg_size=(wide, tall))


def pdf(spec: Spec, *, width: float | None = None, preset: Preset | None = None) -> bytes:
    """Draw a spec as a PDF of one page, whose text can be selected and searched.

    Parameters
    ----------
    spec, width, preset
        As for :func:`svg`; a px is three quarters of a point.

    Raises
    ------
    DataError
        As for :func:`svg`, and if fpdf2 is not installed or the page is longer than PDF readers show.
    """
    fpdf, drawing = _fpdf()
    text = _drawn(spec, width, preset)
    point = POINTS / PER_MM if preset in COLOURS else 0.75
    wide, tall = (side * point for side in size(text))
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
    sheet.set_lang(spec["locale"]["tag"])
    sheet.set_margin(0)
    sheet.set_auto_page_break(auto=False)
    sheet.add_page()
    for style, path in zip(("", "B"), _fonts(), strict=True):
        sheet.add_font("Inter", style, path)
    with TemporaryDirectory() as folder:
        text = branded.in_one_font(text, branded.added(sheet, spec, Path(folder)))
        _paint(sheet, drawing, text, point)
        file = io.BytesIO()
        sheet.output(file)
    return file.getvalue()


def _paint(sheet: Any, drawing: Any, text: str, point: float) -> None:
    """Paint a drawing on the page of a PDF, at so many points a px."""
    # fpdf2 takes a px for a point, so the drawing states its size in points.
    text = _painted(_measured(text, point, "pt"), 8, all_logos=True).replace('font-weight="600"', 'font-weight="bold"')
    # <title> and <desc> are dropped: the title and subject of the document, set above, say the same.
    drawing.SVGObject(re.sub(r"<(title|desc)>.*?</\1>", "", text)).draw_to_page(sheet)


def _fpdf() -> tuple[Any, Any]:
    try:
        fpdf: Any = import_module("fpdf")
        drawing: Any = import_module("fpdf.svg")
    except ImportError:
        raise DataError('PDF needs fpdf2: pip install "tradecontext[pdf]"') from None
    if tuple(int(each) for each in re.findall(r"\d+", fpdf.__version__)[:3]) < FPDF:
        oldest = ".".join(map(str, FPDF))
        raise DataError(f'PDF needs fpdf2 {oldest}, not {fpdf.__version__}: pip install --upgrade "tradecontext[pdf]"')
    return fpdf, drawing


def size(text: str) -> tuple[int, int]:
    """Return width and height in px of a drawing of :func:`svg`, from its view box."""
    root = ET.fromstring(text)  # noqa: S314 (our own drawing)
    wide, tall = (int(float(each)) for each in root.attrib["viewBox"].split()[2:])
    return wide, tall


def _drawn(spec: Spec, width: float | None, preset: Preset | None) -> str:
    sheet = json.dumps(_sheet(width, preset))
    if "logo" in spec["frame"]:
        logo.check(spec["frame"]["logo"]["src"])
    # XML does not allow "]]>" in text.
    text = renderer.draw("drawSvg", letters.settled(spec), sheet).replace("]]>", "]]&gt;")
    root = ET.fromstring(text)  # noqa: S314 (our own drawing)
    letters.held("".join(each.text or "" for each in root.iter(f"{NAMESPACE}text")))
    # Ids have to be unique on a page with several pictures, so each ends in a hash of the drawing.
    own = hashlib.sha256(text.encode()).hexdigest()[:8]
    return re.sub(r'(?<= id=")[^"]+', rf"\g<0>-{own}", LOGO.sub(_fitted, text)) + "\n"


def _measured(text: str, per_px: float, unit: str) -> str:
    """Return a drawing with its width and height in `unit`, of which `per_px` are a px."""
    wide, tall = size(text)
    given = f'width="{wide * per_px:g}{unit}" height="{tall * per_px:g}{unit}"'
    return text.replace(f'width="{wide}" height="{tall}"', given, 1)


def _fitted(found: re.Match[str]) -> str:
    """Return a logo's attributes with a box in its own proportions: programs fit it into any other box differently."""
    src, side = found[1], found[6]
    x, y, room, height = map(float, found.group(2, 3, 4, 5))
    wide, tall = logo.fitted(src, room, height)
    x, y = x + (room - wide if side == "ax" else 0), y + (height - tall) / 2
    return f'href="{src}" x="{x:.2f}" y="{y:.2f}" width="{wide:.2f}" height="{tall:.2f}"'


def _painted(text: str, scale: float, *, all_logos: bool) -> str:
    """Return a drawing for a painter that has Inter, with its logo as a PNG of `scale` pixels per px.

    An SVG logo inside the SVG could allocate any amount of memory, and fpdf2 does not draw it.
    """

    def png(found: re.Match[str]) -> str:
        src = found[1]
        if not all_logos and not src.startswith("data:image/svg"):
            return found[0]
        pixels = (max(1, round(float(each) * scale)) for each in found.group(4, 5))
        return found[0].replace(src, f"data:image/png;base64,{base64.b64encode(logo.drawn(src, *pixels)).decode()}")

    return LOGO.sub(png, LENGTH.sub("", text))


def _with_density(png: bytes, per_metre: float) -> bytes:
    """Return a PNG with its print density: a pHYs chunk after the signature and IHDR, whose length is fixed."""
    body = b"pHYs" + struct.pack(">IIB", *[round(per_metre)] * 2, 1)
    return png[:33] + struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)) + png[33:]


def _sheet(width: float | None, preset: Preset | None) -> dict[str, Any]:
    if preset is not None and (not isinstance(preset, str) or preset not in PRESETS):
        raise DataError(f"there is no preset {shown(preset)}; choose one of {', '.join(PRESETS)}")
    fixed = CARDS.get(preset or "")
    if fixed:
        if width is not None:
            raise DataError(f"the preset {preset} has a width of its own ({fixed[0]} px); leave width out")
        return {"wide": fixed[0], "tall": fixed[1]}
    unit, per, given = ("mm", PER_MM, PRINTED) if preset else ("px", 1, WIDTH)
    wide = given if width is None else width
    low, high = NARROWEST // per, WIDEST // per
    if isinstance(wide, bool) or not isinstance(wide, Real) or not low <= wide <= high:
        raise DataError(f"width is {shown(width)}; pictures are drawn {low} to {high} {unit} wide")
    return {"wide": round(float(wide) * per)} | ({"colours": COLOURS[preset]} if preset else {})


@cache
def _fonts() -> list[str]:
    folder = files("tradecontext") / "fonts"
    paths: list[Path] = []
    for name in ("Inter-Regular.ttf", "Inter-SemiBold.ttf"):
        with as_file(folder / name) as path:
            paths.append(path)
    return [str(path) for path in paths]
