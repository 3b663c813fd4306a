"""What a PNG carries: its print density, the description as XMP, and the spec as compressed text."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.outputs.carried.description import xmp
from tradecontext.outputs.carried.packing import decoded, packed, unpacked
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec import Spec

SIGNATURE = b"\x89PNG\r\n\x1a\n"

HEAD = 33
"""Bytes before the first chunk that may be added: the signature, and the first chunk (IHDR), whose length is fixed."""

KEYWORD = b"tradecontext:spec\0"

XMP = b"XML:com.adobe.xmp\0"
"""The keyword under which every program looks for XMP, which has to stand there uncompressed."""

PER_METRE = 1 / 0.0254


def carrying(png: bytes, spec: Spec, density: float) -> bytes:
    """Return a PNG with its density in pixels an inch, its description and its spec, in front of the drawing."""
    packet = f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>{xmp(spec)}<?xpacket end="r"?>'
    chunks = (
        _chunk(b"pHYs", struct.pack(">IIB", *[round(density * PER_METRE)] * 2, 1)),
        _chunk(b"iTXt", XMP + b"\0\0\0\0" + packet.encode()),
        # The bytes after the keyword: compressed, with zlib, and neither a language nor a translated keyword.
        _chunk(b"iTXt", KEYWORD + b"\1\0\0\0" + packed(to_json(spec))),
    )
    return png[:HEAD] + b"".join(chunks) + png[HEAD:]


def specs(png: bytes) -> list[bytes]:
    """Return the specs that a PNG carries, each as it is written after its keyword.

    Raises
    ------
    DataError
        If the file is cut short or damaged.
    """
    return [body[len(KEYWORD) :] for kind, body in _chunks(png) if kind == b"iTXt" and body.startswith(KEYWORD)]


def text(content: bytes) -> str:
    """Return one of :func:`specs` as JSON text.

    Raises
    ------
    DataError
        If it is damaged.
    """
    flags, _, rest = content[:2], *content[2:].partition(b"\0")[1:]
    written = rest.partition(b"\0")[2]
    # Other programs may have written the same text uncompressed.
    if flags[:1] == b"\0":
        return decoded(written)
    if flags != b"\1\0":
        raise DataError("carries a spec that is compressed in a way that PNG does not have")
    return unpacked(written)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the type and content of every chunk up to the last, with the checksums of texts checked."""
    place = len(SIGNATURE)
    while True:
        length, kind = _header(png, place)
        body, place = png[place + 8 : place + 8 + length], place + 12 + length
        if place > len(png):
            raise DataError("is a PNG that was cut short")
        if kind == b"iTXt" and struct.unpack(">I", png[place - 4 : place])[0] != zlib.crc32(kind + body):
            raise DataError("is a damaged PNG: the checksum of its text is wrong")
        if kind == b"IEND":
            return
        yield kind, body


def _header(png: bytes, place: int) -> tuple[int, bytes]:
    if place + 8 > len(png):
        raise DataError("is a PNG that was cut short")
    length, kind = struct.unpack(">I4s", png[place : place + 8])
    return length, kind
