"""What a picture carries beside its drawing: a description for people and programs, and the spec that was drawn.

The description is RDF with the terms of Dublin Core and IPTC, in the place where each format has it: as XMP in PNG and
PDF, as metadata in SVG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError
from tradecontext.outputs.carried import pdf, png, svg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

READERS: Mapping[bytes, tuple[Callable[[bytes], Iterable[Any]], Callable[[Any], str]]] = {
    png.SIGNATURE: (png.specs, png.text),
    b"%PDF-": (pdf.specs, pdf.text),
    b"<": (svg.specs, str),
    b"\xef\xbb\xbf<": (svg.specs, str),
}
"""What finds the specs in a picture, and what makes JSON text of one, by the bytes that the picture begins with."""


def spec_in(content: bytes) -> str | None:
    """Return the spec that a picture carries, as JSON text; None if the content is no PNG, PDF or SVG.

    Raises
    ------
    DataError
        If there is no spec in the picture, several that differ, or a damaged one. The caller prepends the file name.
    """
    if content.lstrip(b"\xef\xbb\xbf \r\n\t")[:14].lower() == b"<!doctype html":
        raise DataError("is a page, which carries no spec: give the .json, or a .png, .svg or .pdf of the chart")
    for start, (specs, text) in READERS.items():
        if content.startswith(start):
            written = list(dict.fromkeys(specs(content)))
            if not written:
                raise DataError(
                    "carries no spec: another program wrote it, or has dropped what it carried; take the .json file, "
                    "or the picture as tradecontext wrote it"
                )
            # The same spec may be written in two ways. No more are unpacked, since each may be large.
            found = {text(each) for each in written[:2]}
            if len(found) > 1 or len(written) > 2:
                raise DataError("carries several specs; which of them is drawn cannot be told")
            return found.pop()
    return None
