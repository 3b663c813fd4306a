"""All outputs by name: the suffix of the file, and the function that makes its content from a spec."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tradecontext.outputs import data, image, package, pdf, published, slides
from tradecontext.outputs.embed import EVERY, embed
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradecontext.spec import Spec


@dataclass(frozen=True)
class Format:
    """The suffix of an output's file, the pure function that makes its content from a valid spec, and its options."""

    suffix: str
    make: Callable[..., str | bytes]
    sized: tuple[str, ...] = ()
    table: bool = False
    """Whether it describes the CSV, whose name it is given."""


def text(spec: Spec) -> str:
    """Write the spec itself in its newest version, one field per line."""
    return to_json(spec, indent=1) + "\n"


FILES: Mapping[str, Format] = {
    "html": Format(".html", page),
    "svg": Format(".svg", image.svg, ("width", "preset")),
    "png": Format(".png", image.png, ("width", "preset", "density")),
    "pdf": Format(".pdf", pdf.pdf, ("width", "preset")),
    "csv": Format(".csv", data.csv),
    "json": Format(".json", text),
    "pptx": Format(".pptx", slides.pptx),
}
"""Outputs that the suffix of a file name selects."""

FORMATS: Mapping[str, Format] = {
    **FILES,
    "narrow": Format(".narrow.png", partial(image.png, width=image.NARROW)),
    "social": Format(".social.png", partial(image.png, preset="social")),
    "square": Format(".square.png", partial(image.png, preset="square")),
    "print": Format(".print.pdf", partial(pdf.pdf, preset="print")),
    "oembed": Format(".oembed.json", published.oembed),
    "datapackage": Format(f".{package.NAME}", package.datapackage, table=True),
    **{kind: Format(f".{kind}.{'md' if kind == 'myst' else 'html'}", partial(embed, kind=kind)) for kind in EVERY},
}
"""All outputs, by their name on the command line."""
