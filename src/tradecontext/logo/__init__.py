"""Logos: small pictures that are embedded in every output of a chart; checked so that all outputs draw them alike."""

from __future__ import annotations

import base64
import binascii
import os
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from tradecontext.errors import DataError, shown
from tradecontext.logo import pixels, shapes
from tradecontext.paths import given_path

LARGEST = 70_000
"""Largest file in bytes: every page embeds it."""

SUFFIXES = {
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".gif": "gif",
    ".webp": "webp",
    ".svg": "svg+xml",
}

WIDE, TALL = 128, 32
"""Size in px of the box into which a logo is fitted, at the start of its line."""

ADDRESS = re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,([A-Za-z0-9+/]+=*)")


def read(value: object) -> tuple[str, object]:
    """Read a logo as an author gives it.

    Parameters
    ----------
    value : path, (path, alt) or mapping
        A file of at most 70 kB; or `src` and `alt` as a spec has them.

    Returns
    -------
    tuple
        The picture as a data URL, and its alternative text.

    Raises
    ------
    DataError
        If it is not a picture, or one that not every output can draw, with what to give instead.
    """
    if isinstance(value, Mapping):
        src = str(value.get("src", ""))
        check(src)
        return src, value.get("alt", "")
    path, alt = value if isinstance(value, Sequence) and len(value) == 2 and not isinstance(value, str) else (value, "")
    if not isinstance(path, (str, os.PathLike)):
        raise DataError(f"logo has to be the path of a picture, or (path, alt), not {shown(value)}")
    file = given_path(path, "read")
    kind = SUFFIXES.get(file.suffix.lower())
    if kind is None:
        raise DataError(f"logo {shown(file.name)} is not a picture ({', '.join(SUFFIXES)})")
    try:
        data = file.read_bytes()
    except (OSError, ValueError) as error:
        raise DataError(f"logo {shown(str(file))} cannot be read: {getattr(error, 'strerror', error)}") from None
    if len(data) > LARGEST:
        raise DataError(
            f"logo {shown(file.name)} has {len(data):,} bytes; at most {LARGEST:,}, as every page carries it"
        )
    src = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
    check(src, f"logo {shown(file.name)}")
    return src, alt


@lru_cache(maxsize=64)
def check(src: str, name: str = "logo") -> None:
    """Refuse a logo that some outputs would draw differently or not at all; `name` is its name in messages.

    Raises
    ------
    DataError
        If its bytes are not of the stated kind, if an SVG has more in it than shapes, if it needs too much memory, or
        if it is invisible.
    """
    found = ADDRESS.fullmatch(src)
    if found is None:
        raise DataError(f"{name} is {shown(src)}; give the path of a picture ({', '.join(SUFFIXES)})")
    kind = found[1]
    try:
        data = base64.b64decode(found[2], validate=True)
    except binascii.Error:
        raise DataError(f"{name} is cut short; give the path of its file") from None
    fault = shapes.fault(data) if kind == "svg+xml" else pixels.fault(kind, data)
    if fault is None and not _seen(src):
        fault = "cannot be read, or nothing of it is to be seen; save it anew as PNG"
    if fault is not None:
        raise DataError(f"{name} {fault}")


def fitted(src: str, room: float = WIDE, height: float = TALL) -> tuple[float, float]:
    """Return width and height in px of a checked logo, fitted into a box in its own proportions."""
    kind, data = src[len("data:image/") : src.index(";")], base64.b64decode(src[src.index(",") :])
    wide, tall = (shapes.size(data) if kind == "svg+xml" else pixels.size(kind, data)) or (WIDE, TALL)
    by = min(room / wide, height / tall)
    return wide * by, tall * by


def _seen(src: str) -> bool:
    """Return whether anything of a logo is visible; True without resvg, since no picture is made then."""
    try:
        return drawn(src, WIDE, TALL) != drawn(None, WIDE, TALL)
    except ImportError:
        return True


def drawn(src: str | None, wide: int, tall: int) -> bytes:
    """Draw a logo as a PNG of so many pixels."""
    from resvg import render, usvg

    image = "" if src is None else f'<image href="{src}" width="{wide}" height="{tall}"/>'
    text = f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{tall}">{image}</svg>'
    tree = usvg.Tree.from_str(text, usvg.Options.default())
    return render(tree, (1, 0, 0, 0, 1, 0), bg_size=(wide, tall))
