"""The charts there are: each is a folder in ``charts``, with a schema of its specs and parts found by name."""

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
    """Names of the charts that have a schema."""
    return list(_charts())


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a chart, or of the frame they share; read it, do not change it."""
    package = files("tradecontext")
    file = package / "spec" / "frame.json" if name == "frame" else package / "charts" / name / "schema.json"
    data: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return data


@cache
def version(chart: str) -> int:
    """Return the version of a chart's specs that this package draws."""
    known: int = schema(chart)["properties"]["version"]["const"]
    return known


def part(chart: str, name: str) -> Any:
    """Return a module of a chart's own folder: its ``chart``, ``faults`` or ``table``.

    It is imported when it is asked for, so that a program which draws one chart loads no other's.
    """
    return import_module(f"tradecontext.charts.{chart}.{name}")


def part_if_any(chart: str, name: str) -> Any:
    """Return a module that not every chart has, its ``reader_choices`` or ``migrations``; None without it."""
    path = f"tradecontext.charts.{chart}.{name}"
    return import_module(path) if find_spec(path) else None
