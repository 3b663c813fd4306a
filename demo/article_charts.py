"""The charts of the article that the demo grew from, as its authors would make them from their own downloads.

Atlantic Council, "Americas economies in-depth: The US-Mexico trade balance in context", 26 March 2025, draws the
ten largest US goods deficits of 2024 with the share of intermediate goods that each partner imports from the United
States, that share's average over 1994-2022, and the US content of a dollar of imports from Mexico. Its downloads are
not in this package; with them, these are its charts::

    python demo/article_charts.py country.xlsx wits-mexico.xlsx wits-canada.xlsx …

The first file is the Census Bureau's workbook; the others are WITS's pages of imports of intermediate goods by partner.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.chart import Chart

YEAR, PERIOD = 2024, (1994, 2022)
OUT = Path(__file__).parent / "site" / "article-charts"


def charts(census: str | Path, wits: Sequence[str | Path]) -> dict[str, Chart]:
    """Make the three charts.

    Parameters
    ----------
    census : path
        The workbook country.xlsx of April 2025, whose 2024 is as first published.
    wits : sequence of paths
        "Intermediate goods, imports, partner share", one download a country or several in one.
    """
    trade = tc.readers.read_census(census)
    inputs = tc.readers.read_wits(list(wits), product="Intermediate goods")
    reliance = inputs[inputs["supplier"] == "USA"]
    return {
        "deficits": tc.DeficitRanking(
            trade,
            year=YEAR,
            top=10,
            highlight=["MEX"],
            context=reliance,
            groups={"*": ("USMCA member", ["MEX", "CAN"])},
        ),
        "reliance": tc.InputReliance(reliance, period=PERIOD, view="ranking", highlight=["MEX"]),
        "content": tc.AdjustedBalance(
            None,
            estimates=tc.data.us_content_estimates("MEX"),
            which=["atlantic-council-2025"],
            quotations=True,
        ),
    }


def main(census: str, *wits: str) -> None:
    """Write each chart as a page."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, chart in charts(census, wits).items():
        print(chart.save(OUT / f"{name}.html"))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        raise SystemExit(__doc__)
    main(*sys.argv[1:])
