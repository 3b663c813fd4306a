"""The same chart in each library, one file per library, as pages that make no requests.

Each file has `BARS`, an expression that counts the drawn bars of a page; `page()`; and `together(count)`, a page with
so many charts that share one runtime. The Python libraries have `IMPORT`, the modules that a user imports for such a
page, and `front_end()`, the code that their widget brings to a notebook without a network. `INSTALL` names the packages
needed for the page, and for the picture if there is a `png()`: 1200 x 630 px at two pixels per px.

Every function imports what it needs, so that the cost of an import is measured where it occurs.
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
