"""The golden specs of ImportShares, on the package's own figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tradecontext as tc
from tradecontext.charts.import_shares.chart import ImportShares

if TYPE_CHECKING:
    from collections.abc import Iterator


def cases() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each case's name and spec."""
    trade = tc.data.us_goods_trade()
    trade = trade[trade["partner"].isin(["MEX", "CAN", "CHN", "DEU"])]
    yield "plain", ImportShares(trade, year=2024, highlight=["MEX"]).spec
    yield "spanish", ImportShares(trade, year=2023, locale="es", theme="dark").spec
