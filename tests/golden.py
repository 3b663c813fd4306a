"""The golden specs, as Python and browser tests read them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

SPECS = Path(__file__).parent / "specs"
CASES = sorted(path.relative_to(SPECS).with_suffix("").as_posix() for path in SPECS.glob("*/*.json"))


def golden(case: str) -> dict[str, Any]:
    """Return a golden spec by "chart/case"."""
    spec: dict[str, Any] = json.loads((SPECS / f"{case}.json").read_text("utf-8"))
    return spec
