"""What an SVG carries, as metadata: the description, and the spec as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from tradecontext.errors import DataError
from tradecontext.outputs.carried.description import NAMESPACE, rdf
from tradecontext.spec import to_inline_json

if TYPE_CHECKING:
    from tradecontext.spec import Spec

SPEC = f"{NAMESPACE} spec"


def carrying(drawn: str, spec: Spec) -> str:
    """Return an SVG with its description and its spec, after its title and alternative text."""
    # Neither "<", ">" nor "&" is in this JSON, so it may stand in XML and in HTML as it is.
    own = f'<tradecontext:spec xmlns:tradecontext="{NAMESPACE}">{to_inline_json(spec)}</tradecontext:spec>'
    return drawn.replace("</desc>", f"</desc><metadata>{rdf(spec)}{own}</metadata>", 1)


def specs(content: bytes) -> list[str]:
    """Return the specs that an SVG carries, as JSON text.

    Raises
    ------
    DataError
        If it is no XML, or declares entities, which could grow to any size.
    """
    found: list[list[str]] = []
    inside = 0

    def start(name: str, _: object) -> None:
        nonlocal inside
        inside += bool(inside) or name == SPEC
        if name == SPEC:
            found.append([])

    def text(words: str) -> None:
        if inside:
            found[-1].append(words)

    def end(_: str) -> None:
        nonlocal inside
        inside -= bool(inside)

    def entity(*_: object) -> None:
        raise DataError("declares entities, which no picture of tradecontext does")

    reader = expat.ParserCreate(namespace_separator=" ")
    reader.StartElementHandler, reader.EndElementHandler, reader.CharacterDataHandler = start, end, text
    reader.EntityDeclHandler = entity
    try:
        reader.Parse(content, True)  # noqa: FBT003 (the last piece)
    except expat.ExpatError as error:
        where = f"line {error.lineno}, column {error.offset + 1}: {expat.ErrorString(error.code)}"
        raise DataError(f"is no SVG that can be read ({where})") from None
    except (LookupError, ValueError) as error:
        raise DataError(f"is no SVG that can be read ({error})") from None
    return ["".join(each) for each in found]
