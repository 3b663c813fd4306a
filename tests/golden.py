"""Load the golden specs, for Python and browser tests."""

from __future__ import annotations

import atexit
import json
import shutil
import tempfile
from functools import cache
from importlib import import_module
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradecontext.spec import copied

if TYPE_CHECKING:
    from collections.abc import Iterable

CHARTS = Path(__file__).parent / "charts"


@cache
def _specs(chart: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CHARTS / chart / "specs.json").read_text("utf-8"))
    return found


CASES = [
    f"{path.parent.name}/{name}" for path in sorted(CHARTS.glob("*/specs.json")) for name in _specs(path.parent.name)
]
"""The names of all golden specs, "chart/case"."""


SOME = CASES[::3]
"""Every third one, of all charts: for what draws each in a browser and is the same for most of them."""


def in_turn(cases: Iterable[Any], ways: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Pair each case with one of the ways, in turn: for what differs between cases and between ways, but not by both."""
    return list(zip(cases, cycle(ways)))


@cache
def golden_folder() -> Path:
    """Return a folder with a file for each golden spec, ``<chart>/<case>.json``."""
    folder = Path(tempfile.mkdtemp(prefix="golden-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for case in CASES:
        path = folder / f"{case}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(golden(case)), "utf-8")
    return folder


def golden_file(case: str) -> Path:
    """Return a file with a golden spec."""
    return golden_folder() / f"{case}.json"


def golden(case: str) -> dict[str, Any]:
    """Return a golden spec by "chart/case"."""
    chart, name = case.split("/")
    spec: dict[str, Any] = copied(_specs(chart)[name])
    return spec


def about(chart: str) -> Any:
    """Return what tests of every chart have to know of one: ``about.py`` in its folder of tests.

    ``SCRIPT``: how many bytes the script of its page may have, compressed. ``MARK``: a class that it alone draws, or None.
    ``TABLE`` and ``OPTIONS``: code of a chart, with Mexico, Canada and China in it, to run in every host; the table has
    columns ``partner`` and ``year``. ``WORDY``: options that make it print all its terms. ``CONTROLS`` and
    ``PUBLISHED``: the golden spec with the most controls, and those published in real articles. ``told(spec)``: the name
    and the printed value of each row a page begins with, in the order drawn. ``lengths(spec)``: what the marks of each
    row stand for, on one scale. ``RANKINGS``: for each view that ranks partners, a function that draws it from a frame
    of made-up sizes (partner, year, size).
    """
    return import_module(f"charts.{chart}.about")


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the name and the printed value of each row that a page shows at first, in the order drawn."""
    rows: list[tuple[str, str]] = about(spec["chart"]).told(spec)
    return rows
