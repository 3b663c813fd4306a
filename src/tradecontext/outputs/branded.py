"""A house's style in outputs: as a style sheet beside a chart's own, and as fonts for those who paint pictures."""

from __future__ import annotations

import base64
import re
from html import unescape
from typing import TYPE_CHECKING, Any, Literal

from tradecontext.errors import DataError, shown
from tradecontext.outputs import renderer
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tradecontext.spec import Spec
    from tradecontext.spec.types import Theme

REGULAR: Literal["regular"] = "regular"
BOLD: Literal["bold"] = "bold"


def scheme(spec: Spec) -> Theme:
    """Return the colour scheme of a chart: that of its house's ground, if the house has only one."""
    brand = spec.get("brand", {})
    if "light" in brand and "dark" in brand:
        return spec["theme"]
    return "dark" if "dark" in brand else "light" if "light" in brand else spec["theme"]


def sheet(spec: Spec, scope: str) -> str:
    """Return the colours and the names of fonts of a chart's house, for the elements that `scope` selects."""
    return renderer.draw("brandSheet", _brand(spec), scope) if "brand" in spec else ""


def faces(spec: Spec) -> str:
    """Return the fonts of a chart's house as rules for the document."""
    return renderer.draw("brandFaces", _brand(spec)) if "brand" in spec else ""


def _brand(spec: Spec) -> str:
    return to_json({"brand": spec.get("brand", {}), "theme": spec["theme"]})


def fonts(spec: Spec) -> Iterator[tuple[str, Literal["regular", "bold"], bytes]]:
    """Yield the files of the house's fonts: family, weight and TrueType."""
    brand = spec.get("brand", {})
    both: tuple[Literal["regular", "bold"], ...] = (REGULAR, BOLD)
    # A headline is bold.
    for font, uses in ((brand.get("font"), both), (brand.get("headings"), both[1:])):
        for use in uses if font else ():
            face = font and (font.get(use) or font.get(BOLD) or font.get(REGULAR))
            if font and face:
                yield font["family"], use, base64.b64decode(face["src"].partition(",")[2])


def added(sheet: Any, spec: Spec, folder: Path) -> dict[str, set[int]]:
    """Add the fonts of a chart's house to a PDF, by files in `folder`; return the characters that each family has."""
    found: dict[str, set[int]] = {}
    for place, (family, use, content) in enumerate(fonts(spec)):
        path = folder / f"{place}.ttf"
        path.write_bytes(content)
        style = "B" if use == BOLD else ""
        try:
            sheet.add_font(family, style, path)
        except Exception as error:  # noqa: BLE001 (a damaged font fails in many ways)
            raise DataError(f"the font {shown(family)} of the brand cannot be put into a PDF: {shown(error)}") from None
        found[family] = set(sheet.fonts[family.lower() + style].cmap)
    return found


def in_one_font(text: str, families: Mapping[str, set[int]]) -> str:
    """Return a drawing in which every text names one font: fpdf2 looks for no letter in a second one."""
    if not families:
        return text
    root = re.search(r"""<svg[^>]* font-family=(["'])(.*?)\1""", text)
    base = _first(root[2]) if root else "Inter"

    def named(found: re.Match[str]) -> str:
        attributes, words = found[1], found[2]
        own = re.search(r""" font-family=(["'])(.*?)\1""", attributes)
        family = _first(own[2]) if own else base
        attributes = attributes.replace(own[0], "") if own else attributes
        known = families.get(family)
        if known is not None and any(ord(each) not in known for each in unescape(words)):
            family = "Inter"
        return f'<text font-family="{family}"{attributes}>{words}</text>'

    return re.sub(r"<text((?: [^>]*)?)>([^<]*)</text>", named, text)


def _first(families: str) -> str:
    return unescape(families).partition(",")[0].strip("' \"")
