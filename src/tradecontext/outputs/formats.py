"""Every output by its name: how its file ends, and what makes it of a spec."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tradecontext.outputs import data, image, published
from tradecontext.outputs.embed import KINDS
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradecontext.spec import Spec


@dataclass(frozen=True)
class Format:
    """How the file of an output ends, and the pure function of a valid spec that makes what is in it."""

    suffix: str
    make: Callable[[Spec], str | bytes]


def text(spec: Spec) -> str:
    """Write the spec itself, up to date, a field a line."""
    return to_json(spec, indent=1) + "\n"


FILES: Mapping[str, Format] = {
    "html": Format(".html", page),
    "svg": Format(".svg", image.svg),
    "png": Format(".png", image.png),
    "pdf": Format(".pdf", image.pdf),
    "csv": Format(".csv", data.csv),
    "json": Format(".json", text),
}
"""The outputs that the suffix of a file's name stands for."""

FORMATS: Mapping[str, Format] = {
    **FILES,
    "social": Format(".social.png", partial(image.png, preset="social")),
    "square": Format(".square.png", partial(image.png, preset="square")),
    "print": Format(".print.pdf", partial(image.pdf, preset="print")),
    "oembed": Format(".oembed.json", published.oembed),
    **{kind: Format(f".{kind}.html", make) for kind, make in KINDS.items()},
}
"""All outputs, by the name a command takes."""
