"""What the demo shows of this chart: the US balance with Mexico and China over twelve months, since 2000."""

import tradecontext as tc

chart = tc.BalanceOverTime(
    tc.data.us_goods_trade(by="month"),
    partners=["MEX", "CHN"],
    period=(2000, "2025-02"),
    annotations=[("2001-12", "China joins the WTO"), ("2020-07", "USMCA replaces NAFTA")],
)
