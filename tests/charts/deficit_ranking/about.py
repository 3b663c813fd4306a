"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

from typing import Any

SCRIPT = 8_350
MARK = "tc-scale"
TABLE, OPTIONS = "tc.data.us_goods_trade()", 'year=2024, highlight=["MEX"]'
CONTROLS = "everything"
PUBLISHED = ("everything", "hostile", "right_to_left")


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["name"], row["text"]) for row in spec["rows"]]


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    return [[abs(row["deficit"])] for row in spec["rows"] if row["role"] != "total"]
