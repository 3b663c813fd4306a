"""What the demo shows of this chart: the averages and lines of the US share of imported inputs."""

import tradecontext as tc

chart = tc.InputReliance(tc.data.input_shares(), highlight=["MEX", "CAN"], top=10)
