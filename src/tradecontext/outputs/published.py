"""Metadata of a published page, for previews, search engines and oEmbed consumers."""

from __future__ import annotations

import json
import re
from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from tradecontext.errors import DataError
from tradecontext.outputs import data, image
from tradecontext.outputs.iframe import iframe, tall
from tradecontext.outputs.pasted import literal
from tradecontext.spec import to_inline_json
from tradecontext.text import around, digits

if TYPE_CHECKING:
    from tradecontext.spec import Spec

PREVIEW = image.CARDS["social"]
"""Size in px of the picture that previews show, a file beside the page."""

WIDTH = 720
"""Width in px that oEmbed consumers are given."""


def head(spec: Spec) -> str:
    """Return the metadata in the head of the page; without an address, only whether search engines may index it.

    Files beside the page are assumed to have its name, as ``tradecontext render`` writes them: ``deficits.html`` has
    the picture of its previews in ``deficits.social.png``, its figures in ``deficits.csv`` and its oEmbed answer in
    ``deficits.oembed.json``.
    """
    frame = spec["frame"]
    robots = '<meta name="robots" content="noindex">' if frame.get("noindex") else ""
    url = frame.get("url")
    if url is None:
        return robots
    name = around.title(spec)
    properties = {
        "og:type": "article",
        "og:title": name,
        "og:description": frame["subtitle"] or frame["alt"],
        "og:url": url,
        "og:image": beside(url, "social.png"),
        "og:image:width": str(PREVIEW[0]),
        "og:image:height": str(PREVIEW[1]),
        "og:image:alt": frame["alt"],
        "og:locale": digits.without(spec["locale"]["tag"]).replace("-", "_"),
    }
    previews = "".join(f'<meta property="{name}" content="{escape(text)}">' for name, text in properties.items())
    return (
        f'{robots}<link rel="canonical" href="{escape(url)}">{previews}'
        '<meta name="twitter:card" content="summary_large_image">'
        f'<link rel="alternate" type="application/json+oembed" href="{escape(beside(url, "oembed.json"))}" '
        f'title="{escape(name)}">'
        f'<script type="application/ld+json">{to_inline_json(dataset(spec, url))}</script>'
    )


def dataset(spec: Spec, url: str) -> dict[str, Any]:
    """Describe the figures as https://schema.org/Dataset, without the properties that are not known."""
    frame = spec["frame"]
    sources = [
        {"@type": "CreativeWork", "name": line["text"]}
        | ({"url": line["url"]} if "url" in line else {})
        | ({"version": line["vintage"]} if "vintage" in line else {})
        for line in frame["sources"]
    ]
    vintages = list(dict.fromkeys(line["vintage"] for line in frame["sources"] if "vintage" in line))
    corrected = frame.get("correction", {}).get("date")
    # A byline names people, and a credit the house.
    creators = [
        {"@type": kind, "name": name}
        for kind, name in (("Person", frame["byline"]), ("Organization", frame["credit"]))
        if name
    ]
    licence = frame.get("licence", {})
    measured = [
        {"@type": "PropertyValue", "name": field["name"], "unitText": field["unit"]}
        for field in data.fields(spec)
        if "unit" in field
    ]
    known = {
        "creator": creators,
        "license": licence.get("url", licence.get("text")),
        "variableMeasured": measured,
        "creditText": " · ".join(filter(None, (frame["byline"], frame["credit"]))),
        "version": "; ".join(vintages),
        "datePublished": frame.get("published"),
        "dateModified": max((day for day in (frame.get("updated"), corrected) if day), default=None),
        "temporalCoverage": _years(spec),
    }
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": around.title(spec),
        "description": frame["alt"],
        "url": url,
        "inLanguage": spec["locale"]["tag"],
        "isBasedOn": sources,
        "citation": [line["text"] for line in frame["sources"]],
        **{name: value for name, value in known.items() if value},
        "distribution": {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": beside(url, "csv")},
    }


def oembed(spec: Spec) -> str:
    """Return the page's answer to oEmbed consumers (https://oembed.com), as JSON.

    Raises
    ------
    DataError
        If the address of the page is not known.
    """
    frame = spec["frame"]
    if "url" not in frame:
        raise DataError('oEmbed tells where the page is published: give the chart its address, url="https://…"')
    answer = {
        "version": "1.0",
        "type": "rich",
        "title": around.title(spec),
        **({"author_name": frame["byline"]} if frame["byline"] else {}),
        "provider_name": urlsplit(frame["url"]).hostname,
        "provider_url": urlunsplit((*urlsplit(frame["url"])[:2], "/", "", "")),
        "html": f"{_linked(spec)}{iframe(spec)}",
        "width": WIDTH,
        "height": tall(spec, WIDTH),
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _linked(spec: Spec) -> str:
    """Return a quotation of the page's title, which only WordPress shows.

    WordPress strips its style, shows it until the page in the frame has told its height, and loads the script that
    listens for the height only where there is one.
    """
    address, title = escape(spec["frame"].get("url", "")), escape(around.title(spec))
    return literal(f'<blockquote style="display:none"><a href="{address}">{title}</a></blockquote>')


def beside(url: str, suffix: str) -> str:
    """Return the address of a file beside the page, with the page's name and another suffix."""
    parts = urlsplit(url)
    folder, _, name = parts.path.rpartition("/")
    stem = re.sub(r"\.html?$", "", name) or "index"
    return urlunsplit((parts.scheme, parts.netloc, f"{folder}/{stem}.{suffix}", "", ""))


def _years(spec: Spec) -> str | None:
    if "years" in spec:
        return f"{spec['years'][0]}/{spec['years'][-1]}"
    return str(spec.get("period", spec["year"])) if "year" in spec else None
