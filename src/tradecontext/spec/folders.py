"""Finding the charts: each is a folder in ``charts`` with ``chart.py``, its schema, and modules found by name."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@cache
def _charts() -> tuple[str, ...]:
    folders = (files("tradecontext") / "charts").iterdir()
    found = sorted(each.name for each in folders if (each / "chart.py").is_file())
    for name in found:
        _schema_file(name)
    return tuple(found)


def charts() -> list[str]:
    """Return the names of all charts.

    Raises
    ------
    DataError
        If a chart has no schema yet: the package is being changed.
    """
    return list(_charts())


def _schema_file(name: str) -> Traversable:
    file = files("tradecontext") / "charts" / name / "schema.json"
    if not file.is_file():
        raise DataError(f"{file} is missing; write the schema of the chart's spec (CONTRIBUTING.md says how)")
    return file


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a chart, or of the frame that all share. It is cached: do not modify it."""
    file = files("tradecontext") / "spec" / "frame.json" if name == "frame" else _schema_file(name)
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
