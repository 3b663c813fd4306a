"""The charts of the demo article, by the name of their files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures import ACCOUNTS_YEAR, ENGLISH, PERIOD, PREVIOUS, YEAR, latest, trade_figures

import tradecontext as tc

if TYPE_CHECKING:
    from tradecontext.chart import Chart

EXPORTERS = ["USA", "MEX", "CAN", "CHN", "DEU", "JPN", "KOR", "IND", "BRA", "IRL", "CHE", "VNM"]


def charts() -> dict[str, Chart]:
    """Make the article's charts by name."""
    return _trade() | _inputs() | _value_added()


def _named(name: str, credit: str = "Chart: tradecontext") -> dict[str, Any]:
    return {"credit": credit, "chart_id": f"demo-{name}"}


def _trade() -> dict[str, Chart]:
    trade, share = tc.data.us_goods_trade(), tc.data.us_share_of_imports()
    ordinal, mexico = trade_figures()["ordinal"].text, ENGLISH.percent(latest(share)["MEX"], 0)
    return {
        "deficit-ranking": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=["MEX"],
            context=share,
            groups={"USMCA": ["MEX", "CAN"]},
            headline=f"The deficit with Mexico is the {ordinal}; Mexico gets {mexico} of its imports from the US",
            short_headline=f"US goods deficits, {YEAR}",
            **_named("deficit-ranking"),
        ),
        "deficit-ranking-es": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=["MEX"],
            compare=PREVIOUS,
            locale="es",
            **_named("deficit-ranking-es", "Gráfico: tradecontext"),
        ),
    }


def _inputs() -> dict[str, Chart]:
    return {
        "input-reliance": tc.InputReliance(
            tc.data.input_shares(),
            highlight=["MEX", "CAN"],
            top=10,
            annotations=[(2001, "China joins the World Trade Organization")],
            **_named("input-reliance"),
        ),
        "comparative-advantage": tc.ComparativeAdvantage(
            tc.data.rca_intermediate_goods(),
            period=PERIOD,
            partners=EXPORTERS,
            highlight=["USA", "MEX"],
            ratio=("USA", "MEX"),
            **_named("comparative-advantage"),
        ),
    }


def _value_added() -> dict[str, Chart]:
    accounts, goods = tc.data.value_added_balances(), tc.data.value_added_balances("goods")
    return {
        "content-by-origin": tc.AdjustedBalance(
            goods,
            year=ACCOUNTS_YEAR,
            top=8,
            highlight=["MEX"],
            **_named("content-by-origin"),
        ),
        "content-estimates": tc.AdjustedBalance(
            tc.data.us_goods_trade(),
            year=YEAR,
            country="MEX",
            estimates=tc.data.us_content_estimates("MEX"),
            quotations=True,
            **_named("content-estimates"),
        ),
        "value-added-balance": tc.AdjustedBalance(
            accounts,
            year=ACCOUNTS_YEAR,
            top=10,
            highlight=["MEX"],
            **_named("value-added-balance"),
        ),
        "bridge-mexico": tc.AdjustedBalance(
            accounts,
            view="bridge",
            country="MEX",
            year=ACCOUNTS_YEAR,
            headline="What moves the balance with Mexico is mostly third countries, not US inputs",
            **_named("bridge-mexico"),
        ),
    }
