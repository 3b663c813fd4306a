"""Read the kind and the size in pixels of a picture from its header, without decoding it.

A file of a few bytes can claim to be a hundred thousand pixels wide, and a decoder that cannot allocate so much memory
ends the process.
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
"""Magic numbers, the first bytes of a file, by kind."""


def fault(kind: str, data: bytes) -> str | None:
    """Return the fault of a picture of that kind, as the end of a sentence, or None."""
    if not data.startswith(SIGNS[kind]):
        own = next((name for name, signs in SIGNS.items() if data.startswith(signs)), None)
        problem = f"is a {own.upper()} by its content" if own else f"is no {kind.upper()} by its content"
        return f"{problem}; give it the ending of what it is, or save it anew as PNG"
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
    """Yield width, height and number of colours of each frame; the one of a thumbnail is in a skipped segment."""
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xDA:
            return
        if marker == 0xFF:
            place += 1
            continue
        # The markers of a frame's start, for each way of coding; C4, C8 and CC are not among them.
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
