"""A house's style in outputs: as a style sheet beside a chart's own, and as fonts for those who paint pictures."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Literal

from tradecontext.outputs import renderer
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    return to_json({"brand": spec["brand"], "theme": spec["theme"]})


def fonts(spec: Spec) -> Iterator[tuple[str, Literal["regular", "bold"], bytes]]:
    """Yield the files of the house's fonts: family, weight and TrueType."""
    brand = spec.get("brand", {})
    # A headline is bold.
    for font, uses in ((brand.get("font"), (REGULAR, BOLD)), (brand.get("headings"), (BOLD,))):
        for use in uses if font else ():
            face = font and (font.get(use) or font.get(BOLD) or font.get(REGULAR))
            if font and face:
                yield font["family"], use, base64.b64decode(face["src"].partition(",")[2])
