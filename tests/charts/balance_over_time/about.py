"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

from typing import Any

from tradecontext.text.language import Language

SCRIPT = 8_400
MARK = None
TABLE, OPTIONS = 'tc.data.us_goods_trade(by="month")', 'partners=["MEX", "CAN", "CHN"], highlight=["MEX"]'
WORDY = "provisional=2025"
CONTROLS = "plain"
PUBLISHED = ("crossing",)
RANKINGS: dict[str, Any] = {}


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    language = Language("es" if spec["locale"]["tag"] == "es" else "en")
    sign = -1 if spec["measure"] == "balance" else 1
    rows = sorted(spec["rows"], key=lambda row: -sign * row["values"][row["last"]["at"]])
    return [(row["name"], language.number(row["values"][row["last"]["at"]], 1, spec["power"])) for row in rows]


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    ends = [row["values"][row["last"]["at"]] for row in spec["rows"]]
    return [[abs(value)] for value in sorted(ends, reverse=spec["measure"] != "balance")]
