"""The charts of the demo article by file name, in each language of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures import ACCOUNTS_YEAR, PERIOD, PREVIOUS, YEAR, rank_of_mexico

import tradecontext as tc
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from tradecontext.widget.chart import Chart

EXPORTERS = ["USA", "MEX", "CAN", "CHN", "DEU", "JPN", "KOR", "IND", "BRA", "IRL", "CHE", "VNM"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "ranking": "America\u2019s {ordinal} deficit is with a country that buys American",
        "parts": "Parts and materials weigh twice as much in US exports as in Mexico\u2019s",
    },
    "es": {
        "ranking": "El {ordinal} déficit de EE. UU. es con un país que le compra mucho",
        "parts": "Los insumos pesan el doble en las exportaciones de EE. UU. que en las mexicanas",
    },
}
"""The article's own words. In a language without them, charts have the headlines that they write from the data."""


def charts(locale: str = "en") -> dict[str, Chart]:
    """Make the article's charts by name."""
    return _trade(locale) | _inputs(locale) | _value_added(locale)


def _named(name: str, locale: str) -> dict[str, Any]:
    chart_id = f"demo-{name}" if locale == "en" else f"demo-{name}-{locale}"
    return {"chart_id": chart_id, "locale": locale}


def _trade(locale: str) -> dict[str, Chart]:
    trade, share = tc.data.us_goods_trade(), tc.data.us_share_of_imports()
    ordinal = Language(locale).ordinal(rank_of_mexico())
    own = {name: text.format(ordinal=ordinal) for name, text in WORDS.get(locale, {}).items()}
    return {
        "deficit-ranking": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=[["MEX", "CAN"]],
            context=share,
            headline=own.get("ranking"),
            **_named("deficit-ranking", locale),
        ),
        "deficit-ranking-change": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=["MEX"],
            compare=PREVIOUS,
            **_named("deficit-ranking-change", locale),
        ),
    }


def _inputs(locale: str) -> dict[str, Chart]:
    return {
        "input-reliance": tc.InputReliance(
            tc.data.input_shares(),
            highlight=["MEX", "CAN"],
            top=10,
            **_named("input-reliance", locale),
        ),
        "comparative-advantage": tc.ComparativeAdvantage(
            tc.data.rca_intermediate_goods(),
            period=PERIOD,
            partners=EXPORTERS,
            highlight=["MEX", "USA"],
            ratio=("USA", "MEX"),
            trend=False,
            headline=WORDS.get(locale, {}).get("parts"),
            **_named("comparative-advantage", locale),
        ),
    }


def ranking_of_inputs(locale: str = "en") -> dict[str, Chart]:
    """Make the ranking of the same shares of inputs without the lines that the article shows with it."""
    options = {"highlight": ["MEX", "CAN"], "view": "ranking", **_named("input-ranking", locale)}
    return {"input-ranking": tc.InputReliance(tc.data.input_shares(), **options)}


def by_month(locale: str = "en") -> dict[str, Chart]:
    """Make charts of months, which the article does not show: balances since 2000, imports, and a year to date."""
    months, pair = tc.data.us_goods_trade(by="month"), ["MEX", "CHN"]
    own = WORDS.get(locale, {})
    return {
        "balance-over-time": tc.BalanceOverTime(
            months,
            partners=pair,
            period=(2000, 2025),
            annotations=[("2001-12", own["wto"])] if "wto" in own else [],
            **_named("balance-over-time", locale),
        ),
        "imports-over-time": tc.BalanceOverTime(
            months,
            partners=[*pair, "CAN", "DEU", "JPN", "VNM"],
            highlight=pair,
            measure="imports",
            **_named("imports-over-time", locale),
        ),
        "deficits-to-date": tc.DeficitRanking(
            months,
            highlight=["MEX"],
            compare=2024,
            **_named("deficits-to-date", locale),
        ),
    }


def _value_added(locale: str) -> dict[str, Chart]:
    accounts, goods = tc.data.value_added_balances(), tc.data.value_added_balances("goods")
    return {
        "content-by-origin": tc.AdjustedBalance(
            goods,
            year=ACCOUNTS_YEAR,
            top=8,
            highlight=["MEX"],
            **_named("content-by-origin", locale),
        ),
        "content-estimates": tc.AdjustedBalance(
            None,
            estimates=tc.data.us_content_estimates("MEX"),
            quotations=True,
            **_named("content-estimates", locale),
        ),
        "value-added-balance": tc.AdjustedBalance(
            accounts,
            year=ACCOUNTS_YEAR,
            top=10,
            highlight=["MEX"],
            **_named("value-added-balance", locale),
        ),
        "bridge-mexico": tc.AdjustedBalance(
            accounts,
            view="bridge",
            country="MEX",
            year=ACCOUNTS_YEAR,
            **_named("bridge-mexico", locale),
        ),
    }
