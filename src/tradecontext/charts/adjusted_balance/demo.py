"""What the demo shows of this chart: the balances as traded and in value added."""

import tradecontext as tc

chart = tc.AdjustedBalance(tc.data.value_added_balances(), highlight=["MEX", "CHN"])
