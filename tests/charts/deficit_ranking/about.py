"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tradecontext as tc
from frames import SOURCE

if TYPE_CHECKING:
    import pandas as pd

SCRIPT = 5_870
MARK = "tc-twin"
TABLE, OPTIONS = "tc.data.us_goods_trade()", 'year=2024, highlight=["MEX"]'
WORDY = "others=True, top=2, context=tc.data.us_share_of_imports()"
CONTROLS = "everything"
PUBLISHED = ("everything", "hostile", "right_to_left")


def ranked(sizes: pd.DataFrame, **options: Any) -> tc.DeficitRanking:
    data = sizes.assign(exports=0.0, imports=sizes["size"] * 1e9, unit="usd")
    return tc.DeficitRanking(data, source=SOURCE, **options)


RANKINGS = {"deficits": ranked}


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    return [(row["name"], row["text"]) for row in spec["rows"]]


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    return [[abs(row["deficit"])] for row in spec["rows"] if row["role"] != "total"]
