"""Snapshots of the renderer's output for every golden spec, line by line.

After a change that is meant: look at the ``snapshots.new.txt`` files, then run ``make golden``.
"""

from __future__ import annotations

import difflib
import os
import re
from pathlib import Path
from typing import Any

import pytest

from golden import CASES, golden
from markup import lines
from tradecontext.outputs import renderer
from tradecontext.spec import to_json

HERE = Path(__file__).parent
DRAWN = {".html": ("drawHtml", "h1"), ".safe.html": ("drawSafe",)}
SHOWN = 30
NAMED = re.compile(r"^=== (.*)\n", re.MULTILINE)


def drawing(spec: dict[str, Any], suffix: str) -> str:
    function, *arguments = DRAWN[suffix]
    return lines(renderer.draw(function, to_json(spec), *arguments))


def parts(text: str) -> dict[str, str]:
    """Split a file of snapshots, in which a line with the name precedes each one."""
    _, *rest = NAMED.split(text)
    return dict(zip(rest[::2], rest[1::2], strict=True))


@pytest.mark.slow
@pytest.mark.parametrize("chart", dict.fromkeys(case.split("/")[0] for case in CASES))
def test_every_golden_spec_is_drawn_as_before(chart: str) -> None:
    path = HERE / chart / "snapshots.txt"
    new = path.with_name("snapshots.new.txt")
    cases = [case for case in CASES if case.startswith(f"{chart}/")]
    now = {f"{case.split('/')[1]}{suffix}": drawing(golden(case), suffix) for case in cases for suffix in DRAWN}
    text = "".join(f"=== {name}\n{drawn}" for name, drawn in now.items())
    if os.environ.get("TRADECONTEXT_SNAPSHOTS") == "write":
        path.write_text(text, "utf-8")
    before = parts(path.read_text("utf-8") if path.exists() else "")
    if now == before:
        new.unlink(missing_ok=True)
        return
    new.write_text(text, "utf-8")
    told = []
    for name in {**before, **now}:
        both = [each.get(name, "").splitlines() for each in (before, now)]
        told += list(difflib.unified_diff(*both, name, f"{name} now", lineterm="", n=1))[:SHOWN]
    pytest.fail("\n".join([f"{chart} is drawn otherwise", *told]), pytrace=False)
