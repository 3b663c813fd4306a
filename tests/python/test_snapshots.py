"""What the renderer draws of every golden spec, line by line.

After a change that is meant: look at the ``.new.html`` files, then run ``make golden``.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import Any

import pytest

from golden import CASES, golden
from markup import lines
from tradecontext import renderer
from tradecontext.spec import to_json

SNAPSHOTS = Path(__file__).parents[1] / "snapshots"
DRAWN = {".html": ("drawHtml", "h1"), ".safe.html": ("drawSafe",)}
SHOWN = 30


def drawing(spec: dict[str, Any], suffix: str) -> str:
    function, *arguments = DRAWN[suffix]
    return lines(renderer.draw(function, to_json(spec), *arguments))


@pytest.mark.parametrize("suffix", DRAWN)
@pytest.mark.parametrize("case", CASES)
def test_every_golden_spec_is_drawn_as_before(case: str, suffix: str) -> None:
    path = SNAPSHOTS / f"{case}{suffix}"
    new = path.with_name(path.name.removesuffix(".html") + ".new.html")
    now = drawing(golden(case), suffix)
    if os.environ.get("TRADECONTEXT_SNAPSHOTS") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, "utf-8")
    before = path.read_text("utf-8") if path.exists() else ""
    if now == before:
        new.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new.write_text(now, "utf-8")
    head = list(difflib.unified_diff(before.splitlines(), now.splitlines(), path.name, new.name, lineterm="", n=1))
    pytest.fail("\n".join([f"{case}{suffix} is drawn otherwise", *head[:SHOWN]]), pytrace=False)


def test_no_snapshot_is_left_over() -> None:
    there = {path.relative_to(SNAPSHOTS).as_posix() for path in SNAPSHOTS.glob("*/*.html")}
    assert {name for name in there if not name.endswith(".new.html")} == {
        f"{case}{suffix}" for case in CASES for suffix in DRAWN
    }
