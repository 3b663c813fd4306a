"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

import math
from typing import Any

SCRIPT = 9_230
MARK = "tc-edge"
TABLE = "tc.data.rca_intermediate_goods()"
OPTIONS = 'period=(1994, 2013), partners=["USA", "MEX", "CAN", "CHN"]'
CONTROLS = "plain"
PUBLISHED = ("plain",)


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["name"], row["text"]) for row in spec["rows"]]


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    return [[abs(math.log(row["rca"]))] for row in spec["rows"]]
