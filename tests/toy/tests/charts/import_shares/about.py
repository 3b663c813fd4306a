"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from frames import SOURCE
from tradecontext.charts.import_shares.chart import ImportShares

if TYPE_CHECKING:
    import pandas as pd

SCRIPT = 8_000
MARK = None
TABLE, OPTIONS = "tc.data.us_goods_trade()", 'year=2024, highlight=["MEX"]'
WORDY = ""
CONTROLS = "plain"
PUBLISHED = ("plain",)


def ranked(sizes: pd.DataFrame, **options: Any) -> ImportShares:
    data = sizes.assign(exports=0.0, imports=sizes["size"] * 1e9, unit="usd")
    return ImportShares(data, source=SOURCE, **options)


RANKINGS = {"shares": ranked}


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["name"], row["text"]) for row in spec["rows"]]


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    return [[row["share"]] for row in spec["rows"]]
