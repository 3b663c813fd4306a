"""What the demo shows of this chart: the dots of comparative advantage in intermediate goods."""

import tradecontext as tc

indices = tc.data.rca_intermediate_goods()
chart = tc.ComparativeAdvantage(indices, period=(1994, 2013), partners=["USA", "MEX", "CAN", "CHN"])
