"""Pictures: SVG, drawn by the renderer at a fixed width, and PNG, painted from the SVG without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import math
import re
from functools import cache
from importlib.resources import as_file, files
from numbers import Real
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args
from xml.etree import ElementTree as ET

from tradecontext import logo
from tradecontext.errors import DataError, shown
from tradecontext.outputs import branded, carried, letters, renderer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tradecontext.spec import Spec

Preset: TypeAlias = Literal["social", "square", "slide", "print", "print-colour"]

CARDS: Mapping[str, tuple[int, int]] = {"social": (1200, 630), "square": (1080, 1080), "slide": (1280, 720)}
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

PER_INCH = 96
"""px per inch of a screen, as in CSS."""

PRINT_DENSITY = 300
"""Default pixels an inch of a print."""

SCALE = 2
"""Default pixels per px of other pictures."""

NARROWEST, WIDEST = 320, 1600
SMALLEST_SCALE, LARGEST_SCALE = 0.1, 8
POINTS = 72 / 25.4
NAMESPACE = "{http://www.w3.org/2000/svg}"

MOST_PIXELS = 100_000_000
"""Largest PNG. It needs 400 MB to paint and as much again to compress; if memory runs out, the painter aborts."""

FAMILIES: Mapping[str, str] = {"Inter": "Inter", "Arabic for Inter": "Arabic"}
"""Fonts by their names in drawings, and what their files are called."""

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
    preset : {"social", "square", "slide", "print", "print-colour"}, optional
        1200 x 630 px with the short headline; 1080 x 1080 px; 1280 x 720 px; or millimetres, in greys or colours, for a
        printed page.

    Returns
    -------
    str
        SVG, set in Inter. The same spec always gives the same text.

    Raises
    ------
    DataError
        If the size is out of range, or the font lacks characters, with their names.
    """
    text = drawn(spec, width=width, preset=preset)
    if rules := branded.faces(spec):
        # Under their own names, for who opens the drawing in an editor.
        rules = rules.replace('font-family:"tc ', 'font-family:"')
        text = text.replace("<title>", f"<style>{rules}</style><title>", 1)
    return carried.svg.carrying(measured(text, 1 / PER_MM, "mm") if preset in COLOURS else text, spec)


def png(
    spec: Spec,
    *,
    width: float | None = None,
    scale: float | None = None,
    preset: Preset | None = None,
    density: float | None = None,
) -> bytes:
    """Draw a spec as PNG, whose file states the density in pixels an inch.

    Parameters
    ----------
    spec, width, preset
        As for :func:`svg`.
    scale : float, optional
        Pixels per px, 0.1 to 8; 2 if not given.
    density : float, optional
        Pixels an inch, in place of the scale; 300 for a print if neither is given. An inch is 96 px, as in CSS.

    Raises
    ------
    DataError
        As for :func:`svg`, and if the scale or density is out of range or the picture has more than a hundred million
        pixels.
    """
    per_inch = PER_MM * 25.4 if preset in COLOURS else PER_INCH
    if scale is None and density is None and preset in COLOURS:
        density = PRINT_DENSITY
    scale = _scale(scale, density, per_inch)
    made = raster(drawn(spec, width=width, preset=preset, visual=True), scale, spec)
    return carried.png.carrying(made, spec, scale * per_inch)


def _scale(scale: float | None, density: float | None, per_inch: float) -> float:
    """Return the pixels per px that are asked for by one of the two."""
    if scale is not None and density is not None:
        raise DataError("scale and density both say how many pixels a picture has; leave one out")
    name, what, unit, given = "scale", "a px", 1.0, scale
    if density is not None:
        name, what, unit, given = "density", "an inch", per_inch, density
    if given is None:
        return SCALE
    low, high = SMALLEST_SCALE * unit, LARGEST_SCALE * unit
    if isinstance(given, bool) or not isinstance(given, Real) or not low <= given <= high:
        raise DataError(f"{name} is {shown(given)}; give pixels {what}, {low:g} to {high:g}")
    return float(given) / unit


def raster(drawing: str, scale: float, spec: Spec) -> bytes:
    """Paint a spec's drawing of :func:`svg`, measured in px, as PNG with `scale` pixels per px.

    Raises
    ------
    DataError
        If there are more pixels than `MOST_PIXELS`.
    """
    from resvg import render, usvg

    wide, tall = (math.ceil(side * scale) for side in size(drawing))
    if wide * tall > MOST_PIXELS:
        raise DataError(
            f"a PNG of {wide:,} x {tall:,} pixels was asked for; at most {MOST_PIXELS:,} in all can be painted: "
            f"give a smaller scale (it is {scale:g}) or width, show fewer rows (top=), or take the SVG"
        )
    options = usvg.Options.default()
    for path in (path for family in FAMILIES.values() for path in fonts(family)):
        options.load_font_file(path)
    for _, _, content in branded.fonts(spec):
        options.load_font_data(content)
    options.font_family = "Inter"
    text = painted(drawing, 2 * scale, all_logos=False)
    return render(usvg.Tree.from_str(text, options), (scale, 0, 0, 0, scale, 0), bg_size=(wide, tall))


def size(text: str) -> tuple[int, int]:
    """Return width and height in px of a drawing of :func:`svg`, from its view box."""
    root = ET.fromstring(text)  # noqa: S314 (our own drawing)
    wide, tall = (int(float(each)) for each in root.attrib["viewBox"].split()[2:])
    return wide, tall


def drawn(spec: Spec, *, width: float | None = None, preset: Preset | None = None, visual: bool = False) -> str:
    """Return the drawing of :func:`svg` in px, without what its file carries.

    `visual` joins Arabic letters and puts them in display order for our own painters, which cannot do it fully.
    Programs that show an SVG do it themselves.
    """
    sheet = json.dumps(_sheet(width, preset) | ({"visual": True} if visual else {}))
    if "logo" in spec["frame"]:
        logo.check(spec["frame"]["logo"]["src"])
    # XML does not allow "]]>" in text.
    text = renderer.draw("drawSvg", letters.settled(spec), sheet).replace("]]>", "]]&gt;")
    root = ET.fromstring(text)  # noqa: S314 (our own drawing)
    letters.held("".join(each.text or "" for each in root.iter(f"{NAMESPACE}text")))
    # Ids have to be unique on a page with several pictures, so each ends in a hash of the drawing.
    own = hashlib.sha256(text.encode()).hexdigest()[:8]
    return re.sub(r'(?<= id=")[^"]+', rf"\g<0>-{own}", LOGO.sub(_fitted, text)) + "\n"


def measured(text: str, per_px: float, unit: str) -> str:
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


def painted(text: str, scale: float, *, all_logos: bool) -> str:
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
def fonts(family: str) -> list[str]:
    """Return the paths of a family's files, regular and semibold."""
    folder = files("tradecontext") / "fonts"
    paths: list[Path] = []
    for weight in ("Regular", "SemiBold"):
        with as_file(folder / f"{family}-{weight}.ttf") as path:
            paths.append(path)
    return [str(path) for path in paths]
