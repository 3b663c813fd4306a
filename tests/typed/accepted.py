"""What a type checker accepts, and what it takes an attribute for. Figures made up for a test."""

import datetime as dt
from pathlib import Path
from typing import assert_type

import pandas as pd

import tradecontext as tc
from tradecontext.chart import Chart
from tradecontext.outputs.load import from_spec
from tradecontext.spec.types import AdjustedBalanceSpec, DeficitRankingRow, InputRelianceView

own = {"partner": ["MEX", "CAN"], "year": [2024, 2024], "balance": [-2.0, -1.0]}
trade = pd.DataFrame(own)

chart = tc.DeficitRanking(
    trade,
    year=2024,
    top=None,
    highlight=("MEX",),
    context=trade,
    compare=2023,
    groups={"USMCA": ["MEX", "CAN"]},
    annotations=[("MEX", "A remark")],
    near_tie="None is near.",
    entities={"Resto": "Others"},
    unit="usd_million",
    sort_by="-name",
    selection=["MEX"],
    headline="A headline",
    source=("Publisher, table", "https://example.org"),
    logo=(Path("logo.png"), "The desk"),
    labels={"deficit": "trade gap"},
    theme="dark",
    published=dt.date(2025, 3, 26),
    updated="2025-03-27",
    correction=("2025-03-27", "A figure was put right."),
    links=["data", "embed"],
)
tc.DeficitRanking(own, groups={"*": ("a member", ["MEX"])}, source=["One", ("Two", "https://example.org")])
tc.DeficitRanking([{"partner": "MEX", "deficit": 1}], source={"text": "Publisher", "vintage": "2025"}, logo="logo.png")
tc.InputReliance(trade, period=(2000, 2011), annotations=[(2001, "A remark")], breaks=[("MEX", 2014, "A change")])
tc.ComparativeAdvantage(trade, period=[1994, 2013], ratio=("USA", "MEX"), partners=["USA", "MEX"])
tc.BalanceOverTime(trade, by="year", partners=["MEX"], period=(2000, "2025-02"), annotations=[("2018-07", "An event")])
tc.AdjustedBalance(estimates=trade, us_content=0.3, view="content")

chart.headline = None
assert_type(chart.headline, str)
chart.selection = "MEX"
assert_type(chart.selection, tuple[str, ...])
chart.highlight = ["CAN"]
chart.sort_by = "deficit"
chart.update(top=5, headline=None, data=trade)
for row in chart.spec["rows"]:
    assert_type(row, DeficitRankingRow)
assert_type(chart.spec["frame"]["notes"], list[str])
chart.embed("iframe", url="https://example.org").upper()
chart.to_png(640, preset="social").hex()

balance = tc.AdjustedBalance.from_spec(chart.spec)
assert_type(balance, tc.AdjustedBalance)
assert_type(balance.spec, AdjustedBalanceSpec)
assert_type(balance.us_content, float | None)
assert_type(tc.from_spec("chart.json"), Chart)
assert_type(from_spec(Path("chart.json")), Chart)
tc.from_spec(chart.spec).update(headline="Another")


def reliance(shares: pd.DataFrame, view: InputRelianceView) -> str:
    """Pass a view on."""
    return tc.InputReliance(shares, view=view).to_html()
