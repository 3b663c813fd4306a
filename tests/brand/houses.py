"""The two houses of the demo, one with a light ground and one with a dark, and a chart for either."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import tradecontext as tc

if TYPE_CHECKING:
    from tradecontext.widget.chart import Chart

BRANDS = Path(__file__).parents[2] / "demo" / "brands"
LEDGER, NIGHTDESK = BRANDS / "ledger" / "_brand.yml", BRANDS / "nightdesk" / "_brand.yml"
PAPER = {LEDGER: "#fdf6ec", NIGHTDESK: "#0f1620"}


def chart(**options: Any) -> Chart:
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"], top=3, **options)
