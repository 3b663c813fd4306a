"""A house's style: read from its brand.yml, checked, and carried in the spec."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tradecontext import logo
from tradecontext.brand import file, palette
from tradecontext.errors import DataError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

SIDES = file.SIDES
TRUETYPE = (b"\x00\x01\x00\x00", b"true")
"""The first bytes of a font of TrueType outlines."""

_used: dict[str, dict[str, Any]] = {}


def read(value: object) -> dict[str, Any] | None:
    """Return the ``brand`` of a spec from what an author gives: None, a path, what is in a brand.yml, or such a field.

    Raises
    ------
    DataError
        As :func:`tradecontext.brand.file.read` does.
    """
    if value is None:
        return None
    if isinstance(value, Mapping) and any(
        isinstance(value.get(side), Mapping) and "paper" in value[side] for side in SIDES
    ):
        plain: dict[str, Any] = _plain(value)
        return plain
    return file.read(value)


def _plain(value: Any) -> Any:
    """Return a field of a spec in dicts and lists; options are held read-only."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, (list, tuple)) else value


def use_brand(brand: str | os.PathLike[str] | Mapping[str, Any] | None) -> None:
    """Give every chart that is made from now on a house's style.

    Parameters
    ----------
    brand : path, mapping or None
        A _brand.yml, or what is in one; None gives charts no style again. A chart that is made with ``brand=``, or from
        a spec, keeps its own.

    Raises
    ------
    DataError
        Naming everything in it that cannot be used, and each pair of colours that readers could not see or tell apart.
    """
    made = read(brand)
    _used.clear()
    if made is not None:
        _used["brand"] = made


def used() -> dict[str, Any] | None:
    """Return the brand that :func:`use_brand` chose, as a spec has it."""
    return _used.get("brand")


def faults(brand: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the ``brand`` of a spec that conforms to the schema."""
    where = "spec field brand"
    if not any(side in brand for side in SIDES):
        yield f"{where} has neither light nor dark colours; give one of them"
    for side in SIDES:
        if side in brand:
            yield from _seen(brand[side], side, f"{where}.{side}")
        if side in brand.get("logo", {}):
            try:
                logo.check(brand["logo"][side], f"{where}.logo.{side}")
            except DataError as error:
                yield str(error)
    for name in ("font", "headings"):
        for use in ("regular", "bold"):
            if use in brand.get(name, {}) and not _truetype(brand[name][use]["src"]):
                yield f"{where}.{name}.{use}.src is no TrueType font; give the brand's file again"


def _seen(colours: Mapping[str, Any], side: str, where: str) -> Iterator[str]:
    yield from palette.faults(colours, lambda role: f"{where}.{role}")
    if palette.side(colours["paper"]) != side:
        yield f"{where}.paper is {colours['paper']}, which is not {side}; name the colours for what they are"


def _truetype(src: str) -> bool:
    try:
        return base64.b64decode(src.partition(",")[2], validate=True).startswith(TRUETYPE)
    except binascii.Error:
        return False
