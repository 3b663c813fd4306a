"""Logos: drawn alike in every output, in their own proportions, or refused at once, with what to give instead."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

import tradecontext as tc
from golden import golden
from raster import box, page, picture

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = golden("deficit_ranking/plain")
FORMATS = {"png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "webp": "WEBP"}
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 64 32">'
MAGENTA = '<rect width="64" height="32" fill="#f0f"/>'
"""A colour that no chart has."""


def svg(inside: str, before: str = "") -> bytes:
    return f"{before}{HEAD}{inside}</svg>".encode()


def encoded(kind: str, mode: str = "RGB", size: tuple[int, int] = (64, 32), **options: Any) -> bytes:
    if kind == "svg":
        return svg(MAGENTA)
    file = io.BytesIO()
    Image.new("RGB", size, (255, 0, 255)).convert(mode).save(file, FORMATS[kind], **options)
    return file.getvalue()


def chart(path: Path, data: bytes, **options: Any) -> tc.DeficitRanking:
    path.write_bytes(data)
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, logo=(path, "Our desk"), **options)


def spec(kind: str, data: bytes) -> dict[str, Any]:
    """Return a spec with a logo that has not been checked, as from elsewhere."""
    logo = {"src": f"data:image/{kind};base64,{base64.b64encode(data).decode()}", "alt": ""}
    return PLAIN | {"frame": PLAIN["frame"] | {"logo": logo}}


def carried(made: Any) -> bytes:
    """Return the logo that is embedded in an SVG."""
    [href] = re.findall(r'<image href="([^"]*)"', made.to_svg())
    return base64.b64decode(href.partition(",")[2])


def magenta(image: Image.Image) -> tuple[int, int, int, int]:
    red, green, blue = np.moveaxis(np.asarray(image, dtype=int), 2, 0)
    return box((red > 200) & (green < 70) & (blue > 200))


@pytest.mark.slow
@pytest.mark.parametrize("ending", [*FORMATS, "svg"])
def test_every_type_is_drawn_in_every_picture_in_its_own_proportions(ending: str, tmp_path: Path) -> None:
    made = chart(tmp_path / f"logo.{ending}", encoded(ending))
    drawn = picture(made.to_png(scale=2))
    shown = page(made.to_pdf(), drawn.size)
    for image in (drawn, shown):
        left, top, right, low = magenta(image)
        assert (right - left, low - top) == pytest.approx((128, 64), abs=2)
        # The logo begins where the text begins, and ends before the margin.
        assert left == pytest.approx(48, abs=1)
        assert low <= image.height - 48
    assert np.abs(np.subtract(magenta(drawn), magenta(shown))).max() <= 2
    assert carried(made) == encoded(ending)


@pytest.mark.slow
@pytest.mark.parametrize("ending", ["png", "svg"])
def test_where_lines_run_from_the_right_a_logo_stands_there(ending: str) -> None:
    other = golden("deficit_ranking/right_to_left")
    kind = {"png": "png", "svg": "svg+xml"}[ending]
    made = tc.from_spec(other | {"frame": other["frame"] | {"logo": spec(kind, encoded(ending))["frame"]["logo"]}})
    drawn = picture(made.to_png(scale=1))
    for image in (drawn, page(made.to_pdf(), drawn.size)):
        assert magenta(image)[2] == pytest.approx(720 - 24, abs=1)
        assert magenta(image)[0] == pytest.approx(720 - 24 - 64, abs=1)


@pytest.mark.slow
def test_an_svg_is_sharp_on_a_card(tmp_path: Path) -> None:
    made = chart(tmp_path / "logo.svg", encoded("svg"))
    left, top, right, low = magenta(picture(made.to_png(preset="square", scale=4)))
    assert (right - left) / (low - top) == pytest.approx(2, abs=0.05)
    assert right - left > 64 * 4


@pytest.mark.parametrize(
    "data",
    [
        svg(MAGENTA, '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'),
        svg(f'<style type="text/css">.st0{{fill:#FF00FF;}}</style><defs><clipPath id="c"><rect width="64" height="32"/></clipPath></defs><g clip-path="url(#c)">{MAGENTA}</g>'),
        svg('<defs><linearGradient id="a"><stop stop-color="#f0f"/></linearGradient><linearGradient id="b" xlink:href="#a"/></defs><rect width="64" height="32" fill="url(#b)"/>'),
        svg(f'<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata><g id="all">{MAGENTA}</g><use xlink:href="#all"/>'),
    ],
    ids=["document type", "style sheet and clip", "gradients", "metadata and use"],
)  # fmt: skip
def test_what_drawing_programs_export_is_taken(data: bytes, tmp_path: Path) -> None:
    assert magenta(picture(chart(tmp_path / "logo.svg", data).to_png(scale=1)))


@pytest.mark.parametrize(
    ("size", "box"),
    [
        ('viewBox="0 0 64 32"', (64, 32)),
        ('width="100%" viewBox="-1,-1,640,32" height="auto"', (128, 6.4)),
        ('width="6.4" height="3.2"', (64, 32)),
        ('width="32mm" height=" 32mm"', (32, 32)),
        ('viewBox="0 0 4 400"', (0.32, 32)),
    ],
)
def test_its_place_has_its_proportions(size: str, box: tuple[float, float], tmp_path: Path) -> None:
    """In a box of other proportions a browser would centre the logo, and some programs would stretch it."""
    data = f"{HEAD}{MAGENTA}</svg>".replace('viewBox="0 0 64 32"', size)
    [place] = ET.fromstring(chart(tmp_path / "logo.svg", data.encode()).to_svg()).iter(
        "{http://www.w3.org/2000/svg}image"
    )
    assert (float(place.attrib["width"]), float(place.attrib["height"])) == pytest.approx(box, abs=0.01)
    assert float(place.attrib["x"]) == 0


USED = "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 9))
HOSTILE = {
    "script": (svg(f"<script>alert(1)</script>{MAGENTA}"), "has <script>"),
    "handler": (svg(MAGENTA.replace("<rect", '<rect onload="alert(1)"')), "has onload= on <rect>"),
    "foreign object": (svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'), "has <foreignObject>"),
    "page's script": (svg('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'), "has <script>"),
    "entities": (svg("<title>&b;</title>", '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'), "declares entities"),
    "entity file": (svg("<title>&b;</title>", '<!DOCTYPE svg [<!ENTITY b SYSTEM "file:///etc/passwd">]>'), "declares entities"),
    "picture outside": (svg('<image href="https://a.org/x.png" width="9" height="9"/>'), "has <image>"),
    "shape outside": (svg('<use href="https://a.org/x.svg#a"/>'), "asks for something outside"),
    "colour outside": (svg('<rect width="9" height="9" fill="url(https://a.org/x.svg#a)"/>'), "asks for something outside"),
    "link": (svg(f'<a href="javascript:alert(1)">{MAGENTA}</a>'), "has <a>"),
    "import": (svg(f'<style>@import "https://a.org/x.css";</style>{MAGENTA}'), "has a style sheet"),
    "disguised import": (svg(f'<style>\\40 import "https://a.org/x.css";</style>{MAGENTA}'), "has a style sheet"),
    "style sheet": (svg(MAGENTA, '<?xml-stylesheet href="https://a.org/x.css"?>'), "has an instruction"),
    "base": (svg('<g xml:base="https://a.org/"><use href="#a"/></g>'), "has base="),
    "text": (svg('<text y="20">Desk</text>'), "has <text>"),
    "motion": (svg(f'{MAGENTA}<animate attributeName="x"/>'), "has <animate>"),
    "filter": (svg('<rect width="9" height="9" filter="blur(5px)"/>'), "has filter="),
    "use bomb": (svg(f'<defs><g id="a0">{MAGENTA}</g>{USED}</defs><use href="#a8"/>'), "more than 50,000 shapes"),
    "mask bomb": (svg(f'<style>rect{{mask:url(#m)}}</style><mask id="m">{MAGENTA * 400}</mask>{MAGENTA * 400}'), "more than 50,000 shapes"),
    "circle": (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "uses itself"),
    "depth": (svg("<g opacity='.9'>" * 3000 + "</g>" * 3000), "more than 32 elements in each other"),
    "no namespace": (b'<svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg>', "does not begin with <svg>"),
    "page": (b"<!DOCTYPE html><p>x", "is no SVG that can be read"),
    "no size": (svg(MAGENTA).replace(b' viewBox="0 0 64 32"', b""), "says neither its view box nor its width and height"),
    "blank": (svg(""), "nothing of it is to be seen"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_an_svg_with_more_than_shapes_is_refused_when_it_is_given(name: str, tmp_path: Path) -> None:
    data, message = HOSTILE[name]
    with pytest.raises(tc.DataError, match=f"logo 'logo.svg' .*{re.escape(message)}.*PNG"):
        chart(tmp_path / "logo.svg", data).spec  # noqa: B018 (the spec is made when it is asked for)
    # In a spec from elsewhere it is refused when the spec is read.
    for draw in ("to_svg", "to_png", "to_pdf"):
        with pytest.raises(tc.DataError, match=re.escape(message)):
            getattr(tc.from_spec(spec("svg+xml", data)), draw)()


def huge(kind: str) -> bytes:
    """Return a few bytes that claim to be a picture of sixty thousand pixels a side."""
    if kind == "png":
        head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
        return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    data = bytearray(encoded(kind))
    if kind == "gif":
        data[6:10] = struct.pack("<HH", 60_000, 60_000)
    elif kind == "jpg":
        place = data.index(b"\xff\xc0") + 5
        data[place : place + 4] = struct.pack(">HH", 60_000, 60_000)
    else:
        data[12:30] = b"VP8X" + struct.pack("<IB3x", 10, 0) + (59_999).to_bytes(3, "little") * 2
    return bytes(data)


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "webp"])
def test_a_small_file_of_a_huge_picture_is_refused(ending: str, tmp_path: Path) -> None:
    with pytest.raises(tc.DataError, match="60,000 x 60,000 pixels; at most 4,096 a side"):
        chart(tmp_path / f"logo.{ending}", huge(ending)).spec  # noqa: B018


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("logo.png", encoded("jpg"), "is a JPEG by its content; give it the ending"),
        ("logo.jpg", svg(MAGENTA), "is no JPEG by its content"),
        ("logo.gif", b"GIF89a", "is cut short or damaged"),
        ("logo.png", encoded("png")[:60], "cannot be read, or nothing of it is to be seen"),
        ("logo.jpg", encoded("jpg", "CMYK"), r"\(CMYK\), which programs show differently; save it as PNG or RGB"),
        ("logo.svg", svg(MAGENTA).decode().encode("utf-16"), "save it anew as PNG"),
        ("logo.png", b"\x89PNG\r\n\x1a\n" + b"x" * 80_000, "at most 70,000"),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused_when_it_is_given(name: str, data: bytes, message: str, tmp_path: Path) -> None:
    with pytest.raises(tc.DataError, match=message):
        chart(tmp_path / name, data).spec  # noqa: B018


@given(st.sampled_from([*FORMATS, "svg"]), st.data())
def test_damaged_files_are_drawn_or_refused(ending: str, data: st.DataObject) -> None:
    good = bytearray(encoded(ending))
    for _ in range(data.draw(st.integers(1, 4))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    kind = {"jpg": "jpeg", "svg": "svg+xml"}.get(ending, ending)
    try:
        made = tc.from_spec(spec(kind, bytes(good)[: data.draw(st.integers(1, len(good)))])).to_png(scale=0.5)
    except tc.DataError as error:
        assert str(error).startswith("spec field frame.logo.src ")  # noqa: PT017
    else:
        assert made.startswith(b"\x89PNG")
