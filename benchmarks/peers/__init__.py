"""The same chart in each library, one file a library, as pages that ask the network for nothing.

Each file has `BARS`, which counts on a page how many bars are drawn; `page()`; and `together(count)`, which is as many
charts on one page as share one runtime. The Python libraries have `IMPORT`, what a user imports for such a page, and
`front_end()`, the code that their widget brings to a notebook without a network. `INSTALL` is what is installed to get
the page, and the picture where there is a `png()`: 1200 x 630 px, twice as many pixels each way.

Every function imports what it needs, so that the cost of importing is measured where it falls.
"""

from __future__ import annotations

from peers import altair, bokeh, chart_js, hand_written, observable_plot, plotly, tradecontext

BASE = "hand-written page"
OURS = "tradecontext"

PEERS = {
    BASE: hand_written,
    OURS: tradecontext,
    "Chart.js": chart_js,
    "Observable Plot": observable_plot,
    "Altair": altair,
    "Bokeh": bokeh,
    "Plotly": plotly,
}

PYTHON = {name: peer for name, peer in PEERS.items() if hasattr(peer, "IMPORT")}
PICTURES = {name: peer for name, peer in PEERS.items() if hasattr(peer, "png")}
