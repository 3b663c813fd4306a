"""The charts of the demo article by file name, in each language of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from figures import ACCOUNTS_YEAR, PERIOD, PREVIOUS, YEAR, latest, rank_of_mexico

import tradecontext as tc
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from tradecontext.widget.chart import Chart

EXPORTERS = ["USA", "MEX", "CAN", "CHN", "DEU", "JPN", "KOR", "IND", "BRA", "IRL", "CHE", "VNM"]

WORDS = {
    "en": {
        "credit": "Chart: tradecontext",
        "ranking": "The deficit with Mexico is the {ordinal}; Mexico gets {share} of its imports from the US",
        "agreement": "USMCA",
        "wto": "China joins the World Trade Organization",
        "bridge": "What moves the balance with Mexico is mostly third countries, not US inputs",
    },
    "es": {
        "credit": "Gráfico: tradecontext",
        "ranking": "El déficit con México es el {ordinal}; EE. UU. le vende el {share} de lo que importa",
        "agreement": "T-MEC",
        "wto": "China ingresa en la Organización Mundial del Comercio",
        "bridge": "Lo que mueve el saldo con México son sobre todo terceros países, no los insumos de EE. UU.",
    },
}


def charts(locale: str = "en") -> dict[str, Chart]:
    """Make the article's charts by name."""
    return _trade(locale) | _inputs(locale) | _value_added(locale)


def _named(name: str, locale: str) -> dict[str, Any]:
    chart_id = f"demo-{name}" if locale == "en" else f"demo-{name}-{locale}"
    return {"credit": WORDS[locale]["credit"], "chart_id": chart_id, "locale": locale}


def _trade(locale: str) -> dict[str, Chart]:
    trade, share = tc.data.us_goods_trade(), tc.data.us_share_of_imports()
    words, language = WORDS[locale], Language(locale)
    rank, mexico = rank_of_mexico(), language.percent(latest(share)["MEX"], 0)
    return {
        "deficit-ranking": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=["MEX"],
            context=share,
            groups={words["agreement"]: ["MEX", "CAN"]},
            headline=words["ranking"].format(ordinal=language.ordinal(rank), share=mexico),
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
            annotations=[(2001, WORDS[locale]["wto"])],
            **_named("input-reliance", locale),
        ),
        "comparative-advantage": tc.ComparativeAdvantage(
            tc.data.rca_intermediate_goods(),
            period=PERIOD,
            partners=EXPORTERS,
            highlight=["USA", "MEX"],
            ratio=("USA", "MEX"),
            **_named("comparative-advantage", locale),
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
            tc.data.us_goods_trade(),
            year=YEAR,
            country="MEX",
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
            headline=WORDS[locale]["bridge"],
            **_named("bridge-mexico", locale),
        ),
    }
