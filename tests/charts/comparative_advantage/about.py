"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import tradecontext as tc
from frames import SOURCE

if TYPE_CHECKING:
    import pandas as pd

SCRIPT = 6_870
MARK = "tc-edge"
TABLE = "tc.data.rca_intermediate_goods()"
OPTIONS = 'period=(1994, 2013), partners=["USA", "MEX", "CAN", "CHN"]'
WORDY = ""
CONTROLS = "plain"
PUBLISHED = ("plain",)


def ranked(sizes: pd.DataFrame, **options: Any) -> tc.ComparativeAdvantage:
    return tc.ComparativeAdvantage(sizes.assign(rca=sizes["size"] / 4), source=SOURCE, **options)


RANKINGS = {"indices": ranked}


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["name"], row["text"]) for row in spec["rows"]]


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    return [[abs(math.log(row["rca"]))] for row in spec["rows"]]
