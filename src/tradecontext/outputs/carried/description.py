"""The description of a chart as RDF: title, alternative text, sources, vintages, licence and author."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from tradecontext.text import around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tradecontext.spec import Spec

NAMESPACE = "https://tradecontext.org/schema/"
"""Of the terms that no standard has: vintage and spec."""

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "tradecontext": NAMESPACE,
}


def rdf(spec: Spec, packed: str = "") -> str:
    """Describe a chart; properties that are not known are left out.

    Parameters
    ----------
    spec : dict
        A valid spec.
    packed : str
        The spec itself, as text that needs no escaping, for a format that has no other place for it.
    """
    frame = spec["frame"]
    sources = frame["sources"]
    licence = frame.get("licence", {})
    properties = (
        _translated("dc:title", around.title(spec)),
        _translated("dc:description", frame["alt"]),
        # The one property that IPTC has for readers who cannot see a picture.
        _translated("Iptc4xmpCore:AltTextAccessibility", frame["alt"]),
        _several("dc:creator", "Seq", [frame["byline"]]),
        _one("photoshop:Credit", frame["credit"]),
        _one("dc:source", "; ".join(line["text"] for line in sources)),
        _several("dc:relation", "Bag", (line.get("url", "") for line in sources)),
        _several("tradecontext:vintage", "Bag", (line.get("vintage", "") for line in sources)),
        _translated("dc:rights", licence.get("text", "")),
        _one("xmpRights:WebStatement", licence.get("url", "")),
        _one("dc:identifier", frame.get("url", spec.get("chart_id", ""))),
        _several("dc:date", "Seq", [frame.get("updated", frame.get("published", ""))]),
        _several("dc:language", "Bag", [spec["locale"]["tag"]]),
        _one("tradecontext:spec", packed),
    )
    names = "".join(f' xmlns:{name}="{address}"' for name, address in NAMESPACES.items())
    return f'<rdf:RDF{names}><rdf:Description rdf:about="">{"".join(properties)}</rdf:Description></rdf:RDF>'


def _one(name: str, text: str) -> str:
    return f"<{name}>{escape(text, quote=False)}</{name}>" if text else ""


def _translated(name: str, text: str) -> str:
    item = f'<rdf:li xml:lang="x-default">{escape(text, quote=False)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>" if text else ""


def _several(name: str, kind: str, texts: Iterable[str]) -> str:
    items = "".join(_one("rdf:li", text) for text in dict.fromkeys(texts))
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def xmp(spec: Spec, packed: str = "") -> str:
    """Return the description as XMP, as PNG and PDF carry it."""
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/">{rdf(spec, packed)}</x:xmpmeta>'
