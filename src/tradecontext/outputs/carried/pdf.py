"""What a PDF carries: the description as XMP, with the spec, packed, as one of its properties.

An attached file would be easier to see, but printers refuse PDFs with attachments.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.outputs.carried.description import xmp
from tradecontext.outputs.carried.packing import packed, unpacked
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec

# XMP stands in a file uncompressed, so that it is found without reading the file's structure. Programs that write it
# anew may turn elements with plain text into attributes.
PROPERTY = re.compile(rb"""\btradecontext:spec(?:>|=["'])([A-Za-z0-9+/=\s]*)""")


def description(spec: Spec) -> str:
    """Return the XMP of a PDF, with the spec in it."""
    return xmp(spec, base64.b64encode(packed(to_json(spec))).decode())


def specs(pdf: bytes) -> list[bytes]:
    """Return the specs that a PDF carries, each as it is written."""
    found = (b"".join(each.split()) for each in PROPERTY.findall(pdf))
    # The end tag is no value.
    return [each for each in found if each]


def text(encoded: bytes) -> str:
    """Return one of :func:`specs` as JSON text.

    Raises
    ------
    DataError
        If it is damaged.
    """
    try:
        content = base64.b64decode(encoded, validate=True)
    except binascii.Error:
        raise DataError("carries a spec that is damaged: it is not base64") from None
    return unpacked(content)
