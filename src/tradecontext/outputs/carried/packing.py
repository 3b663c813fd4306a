"""Compress a spec, and unpack what may be hostile."""

from __future__ import annotations

import zlib

from tradecontext.errors import DataError

LARGEST = 20_000_000
"""Most bytes of a spec."""


def packed(text: str) -> bytes:
    """Return text compressed as a zlib stream; the same text always gives the same bytes."""
    return zlib.compress(text.encode(), 9)


def unpacked(content: bytes) -> str:
    """Return the text of :func:`packed`.

    Raises
    ------
    DataError
        If it is damaged, cut short, or larger than a spec can be; no more than that is ever unpacked.
    """
    stream = zlib.decompressobj()
    try:
        text = stream.decompress(content, LARGEST + 1)
    except zlib.error:
        raise DataError("carries a spec that is damaged: it cannot be unpacked") from None
    if len(text) > LARGEST:
        raise DataError(f"carries something of more than {LARGEST:,} bytes when it is unpacked; that is no spec")
    if not stream.eof:
        raise DataError("carries a spec that was cut short")
    return decoded(text)


def decoded(content: bytes) -> str:
    """Return the text of a spec.

    Raises
    ------
    DataError
        If it is not UTF-8.
    """
    try:
        return content.decode()
    except UnicodeDecodeError:
        raise DataError("carries a spec that is damaged: it is not UTF-8 text") from None
