"""The charts of the article on which the demo is based, as its authors would make them from their own downloads.

Atlantic Council, "Americas economies in-depth: The US-Mexico trade balance in context", 26 March 2025, draws the
ten largest US goods deficits of 2024 with the share of intermediate goods that each partner imports from the United
States, that share's average over 1994-2022, and the US content of a dollar of imports from Mexico. Its downloads are
not in this package, except for the deficits as first published. With the downloads, its charts are made by::

    python demo/article_charts.py wits-mexico.xlsx wits-canada.xlsx … --census country.xlsx

The files are WITS's pages of imports of intermediate goods by partner, and the Census Bureau's workbook of April 2025.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradecontext.widget.chart import Chart

YEAR, PERIOD, VINTAGE = 2024, (1994, 2022), "2025-04"
OUT = Path(__file__).parent / "site" / "article-charts"


def charts(wits: Sequence[str | Path], census: str | Path | None = None) -> dict[str, Chart]:
    """Make the three charts.

    Parameters
    ----------
    wits : sequence of paths
        "Intermediate goods, imports, partner share": one download per country, or several countries in one.
    census : path, optional
        The workbook country.xlsx of April 2025, with the first-published figures for 2024; by default, the package's
        copy of its figures.
    """
    trade = tc.data.us_goods_trade(VINTAGE) if census is None else tc.readers.read_census(census, vintage=VINTAGE)
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
            labels={"context": "Intermediate goods imports from the US"},
        ),
        "reliance": tc.InputReliance(reliance, period=PERIOD, view="ranking", highlight=["MEX"]),
        "content": tc.AdjustedBalance(
            None,
            estimates=tc.data.us_content_estimates("MEX"),
            which=["atlantic-council-2025"],
            quotations=True,
        ),
    }


def main() -> None:
    """Write each chart as a page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wits", nargs="+", metavar="WITS", help="downloads of WITS: XLSX or CSV")
    parser.add_argument("--census", metavar="WORKBOOK", help="country.xlsx of April 2025")
    given = parser.parse_args()
    try:
        made = charts(given.wits, given.census)
    except tc.DataError as fault:
        parser.error(str(fault))
    OUT.mkdir(parents=True, exist_ok=True)
    for name, chart in made.items():
        print(chart.save(OUT / f"{name}.html"))


if __name__ == "__main__":
    main()
