"""Pictures and PDF pages as their pixels."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray


def picture(png: bytes) -> Image.Image:
    """Return a PNG's pixels."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def page(pdf: bytes, size: tuple[int, int]) -> Image.Image:
    """Return a PDF's only page as a reader shows it, in so many pixels, without anything outside the page."""
    program = shutil.which("pdftoppm")
    assert program, "pdftoppm (poppler-utils) is missing: run `make browsers`"
    wide, tall = map(str, size)
    command = [program, "-png", "-scale-to-x", wide, "-scale-to-y", tall, "-"]
    made = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    return picture(made)


def ink(image: Image.Image) -> NDArray[np.bool_]:
    """Return which pixels differ from the one in the corner by more than antialiasing does."""
    pixels = np.asarray(image, dtype=int)
    return np.abs(pixels - pixels[0, 0]).max(axis=2) > 60


def box(marked: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of the marked pixels."""
    across, down = np.flatnonzero(marked.any(axis=0)), np.flatnonzero(marked.any(axis=1))
    return int(across[0]), int(down[0]), int(across[-1]) + 1, int(down[-1]) + 1


def apart(one: Image.Image, other: Image.Image, size: int = 16) -> float:
    """Return the largest difference of two pictures, averaged over squares of so many pixels, out of 255."""
    small = [
        each.convert("L").resize((each.width // size, each.height // size), Image.Resampling.BOX)
        for each in (one, other)
    ]
    first, second = (np.asarray(each, dtype=float) for each in small)
    return float(np.abs(first - second).max())


Words = list[tuple[str, tuple[float, float, float, float]]]


def words(pdf: bytes) -> Words:
    """Return the words that can be selected in a PDF, each with left, top, right and bottom as fractions of the page."""
    [found] = sheets(pdf)
    return found


def sheets(pdf: bytes) -> list[Words]:
    """Return the words of each page of a PDF, as :func:`words` does."""
    program = shutil.which("pdftotext")
    assert program, "pdftotext (poppler-utils) is missing: run `make browsers`"
    made = subprocess.run([program, "-bbox", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return [_words(sheet) for sheet in ET.fromstring(made).iter("{http://www.w3.org/1999/xhtml}page")]


def _words(sheet: ET.Element) -> Words:
    wide, tall = float(sheet.attrib["width"]), float(sheet.attrib["height"])
    return [
        (
            each.text or "",
            (
                float(each.attrib["xMin"]) / wide,
                float(each.attrib["yMin"]) / tall,
                float(each.attrib["xMax"]) / wide,
                float(each.attrib["yMax"]) / tall,
            ),
        )
        for each in sheet
    ]
