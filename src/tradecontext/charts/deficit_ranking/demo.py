"""What the demo shows of this chart: the ranking of deficits, with the US share of each partner's imports beside it."""

import tradecontext as tc

trade, share = tc.data.us_goods_trade(), tc.data.us_share_of_imports()
chart = tc.DeficitRanking(trade, year=2024, highlight=["MEX"], context=share)
