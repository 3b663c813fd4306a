"""A description of the CSV for programs: a Frictionless Data Package (https://datapackage.org)."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING

from tradecontext.outputs import data
from tradecontext.text import around

if TYPE_CHECKING:
    from pathlib import Path

    from tradecontext.spec import Spec

NAME = "datapackage.json"
"""The name that programs look for; a file of another name ends in it after a point."""


def is_named(target: Path) -> bool:
    """Tell whether a file is named as a description of a table is."""
    return f".{target.name.lower()}".endswith(f".{NAME}")


def datapackage(spec: Spec, table: str) -> str:
    """Describe the CSV of a chart, as JSON.

    Parameters
    ----------
    spec : dict
        A valid spec.
    table : str
        The name of the CSV file, in the same folder.
    """
    frame = spec["frame"]
    content = data.csv(spec).encode()
    sources = [
        {"title": line["text"]}
        | ({"path": line["url"]} if "url" in line else {})
        | ({"version": line["vintage"]} if "vintage" in line else {})
        for line in frame["sources"]
    ]
    contributors = [{"title": each, "roles": ["creator"]} for each in (frame["byline"], frame["credit"]) if each]
    known = {
        "title": around.title(spec),
        "description": frame["alt"],
        "homepage": frame.get("url"),
        "version": "; ".join(dict.fromkeys(line["vintage"] for line in frame["sources"] if "vintage" in line)),
        "licenses": _licences(spec),
        "contributors": contributors,
        "sources": sources,
    }
    resource = {
        "name": _named(table.removesuffix(".csv"), spec["chart"]),
        "type": "table",
        "path": table,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": {"fields": data.fields(spec), "missingValues": [""]},
    }
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": _named(spec.get("chart_id", ""), spec["chart"]),
        **{name: value for name, value in known.items() if value},
        "resources": [resource],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def packaged(spec: Spec, target: Path) -> dict[Path, str]:
    """Return the files of a data package at this path: its description, and the CSV beside it."""
    stem = target.name[: -len(NAME)].rstrip(".") or spec.get("chart_id", spec["chart"])
    table = f"{stem}.csv"
    return {target: datapackage(spec, table), target.with_name(table): data.csv(spec)}


def _licences(spec: Spec) -> list[dict[str, str]]:
    if "licence" not in spec["frame"]:
        return []
    licence = spec["frame"]["licence"]
    # The names of Open Definition and SPDX are those that are printed, with hyphens: CC BY 4.0 is CC-BY-4.0.
    name = re.sub(r"[^A-Za-z0-9._]+", "-", licence["text"]).strip("-")
    return [
        ({"name": name} if name else {})
        | ({"path": licence["url"]} if "url" in licence else {})
        | {"title": licence["text"]}
    ]


def _named(text: str, otherwise: str) -> str:
    """Return a name of small letters, digits and hyphens, as the standard asks for."""
    return re.sub(r"[^a-z0-9._]+", "-", (text or otherwise).lower()).strip("-") or otherwise.replace("_", "-")
