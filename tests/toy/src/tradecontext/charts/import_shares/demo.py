"""What the demo shows of this chart: each partner's share of US imports of goods."""

import tradecontext as tc
from tradecontext.charts.import_shares.chart import ImportShares

trade = tc.data.us_goods_trade()
chart = ImportShares(trade[trade["partner"].isin(["MEX", "CAN", "CHN", "DEU"])], highlight=["MEX"])
