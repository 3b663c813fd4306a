"""What kind of picture bytes are, and how many pixels it unpacks to, read from its first bytes alone.

A file of a few bytes can say that it is a hundred thousand pixels wide, and what cannot get the memory for them ends
the process.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 4096
"""Pixels a side."""

SIGNS = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF87a", b"GIF89a"),
    "webp": (b"RIFF",),
}
"""The first bytes of a file, by its kind."""


def fault(kind: str, data: bytes) -> str | None:
    """Say what is wrong with the bytes of a picture of that kind, as the rest of a sentence; None if nothing is."""
    if not data.startswith(SIGNS[kind]):
        own = next((name for name, signs in SIGNS.items() if data.startswith(signs)), None)
        told = f"is a {own.upper()} by its content" if own else f"is no {kind.upper()} by its content"
        return f"{told}; give it the ending of what it is, or save it anew as PNG"
    sizes = list(_sizes(kind, data))
    if not sizes or 0 in sizes[0][:2]:
        return "is cut short or damaged; save it anew as PNG"
    wide, tall = (max(each[side] for each in sizes) for side in (0, 1))
    if max(wide, tall) > MOST:
        return f"is {wide:,} x {tall:,} pixels; at most {MOST:,} a side: save it smaller"
    if kind == "jpeg" and 4 in {each[2] for each in sizes}:
        return "is a JPEG in the colours of a press (CMYK), which programs show differently; save it as PNG or RGB"
    return None


def size(kind: str, data: bytes) -> tuple[int, int]:
    """Return width and height of a picture without faults, in pixels."""
    wide, tall, *_ = next(_sizes(kind, data))
    return wide, tall


def _sizes(kind: str, data: bytes) -> Iterator[tuple[int, ...]]:
    try:
        yield from {"png": _png, "jpeg": _jpeg, "gif": _gif, "webp": _webp}[kind](data)
    except (struct.error, IndexError):
        return


def _png(data: bytes) -> Iterator[tuple[int, ...]]:
    yield struct.unpack(">II", data[16:24])


def _gif(data: bytes) -> Iterator[tuple[int, ...]]:
    yield struct.unpack("<HH", data[6:10])


def _jpeg(data: bytes) -> Iterator[tuple[int, ...]]:
    """Every frame's width, height and number of colours: a thumbnail's stands in a segment of its own, skipped."""
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xDA:
            return
        if marker == 0xFF:
            place += 1
            continue
        # Start of frame, of any way of coding; three numbers between them are tables.
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            tall, wide = struct.unpack(">HH", data[place + 5 : place + 9])
            yield wide, tall, data[place + 9]
        place += 2 + int(struct.unpack(">H", data[place + 2 : place + 4])[0])


def _webp(data: bytes) -> Iterator[tuple[int, ...]]:
    kind = data[12:16]
    if kind == b"VP8X":
        wide, tall = (int.from_bytes(data[place : place + 3], "little") + 1 for place in (24, 27))
        yield wide, tall
    elif kind == b"VP8L":
        bits = int(struct.unpack("<I", data[21:25])[0])
        yield (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif kind == b"VP8 ":
        wide, tall = struct.unpack("<HH", data[26:30])
        yield wide & 0x3FFF, tall & 0x3FFF
