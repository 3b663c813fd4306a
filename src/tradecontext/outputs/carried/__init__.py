"""What a picture carries beside its drawing: a description for people and programs, and the spec that was drawn.

The description is RDF with the terms of Dublin Core and IPTC, in the place where each format has it: as XMP in PNG and
PDF, as metadata in SVG.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.outputs.carried import pdf, png, svg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

READERS: Mapping[bytes, Callable[[bytes], list[str]]] = {
    png.SIGNATURE: png.specs,
    b"%PDF-": pdf.specs,
    b"<": svg.specs,
    b"\xef\xbb\xbf<": svg.specs,
}
"""What reads the specs in a picture, by the bytes that it begins with."""


def spec_in(content: bytes) -> str | None:
    """Return the spec that a picture carries, as JSON text; None if the content is no PNG, PDF or SVG.

    Raises
    ------
    DataError
        If there is no spec in the picture, several that differ, or one that is damaged. It says so without a subject.
    """
    for start, specs in READERS.items():
        if content.startswith(start):
            found = dict.fromkeys(specs(content))
            if not found:
                raise DataError(
                    "carries no spec: another program wrote it, or has dropped what it carried; take the .json file, "
                    "or the picture as tradecontext wrote it"
                )
            if len(found) > 1:
                raise DataError(f"carries {len(found)} specs that differ; which of them is drawn cannot be told")
            return next(iter(found))
    return None
