"""Finding the charts: each is a folder in ``charts`` that has a schema, and modules that are found by name."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from typing import Any


@cache
def _charts() -> tuple[str, ...]:
    folders = (files("tradecontext") / "charts").iterdir()
    return tuple(sorted(each.name for each in folders if (each / "schema.json").is_file()))


def charts() -> list[str]:
    """Return the names of all charts: the folders that have a schema."""
    return list(_charts())


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a chart, or of the frame that all share. It is cached: do not modify it."""
    package = files("tradecontext")
    file = package / "spec" / "frame.json" if name == "frame" else package / "charts" / name / "schema.json"
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return data


@cache
def version(chart: str) -> int:
    """Return the version of a chart's schema that this package draws."""
    known: int = schema(chart)["properties"]["version"]["const"]
    return known


def part(chart: str, name: str) -> Any:
    """Return a module of a chart's folder: its ``chart``, ``faults`` or ``table``.

    It is imported on demand, so that a program that draws one chart does not load the others.
    """
    return import_module(f"tradecontext.charts.{chart}.{name}")


def part_if_any(chart: str, name: str) -> Any:
    """Return an optional module of a chart's folder, such as ``reader_choices`` or ``migrations``; None if absent."""
    path = f"tradecontext.charts.{chart}.{name}"
    return import_module(path) if find_spec(path) else None
