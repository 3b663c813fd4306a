"""The charts of the demo article by file name, in each language of the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from figures import ACCOUNTS_YEAR, PERIOD, PREVIOUS, YEAR, latest, monthly, peak_of_china, rank_of_mexico

import tradecontext as tc
from tradecontext.text.language import Language, capital

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.widget.chart import Chart

MADE_UP = Path(__file__).parent / "made_up_2022.csv"
EXPORTERS = ["USA", "MEX", "CAN", "CHN", "DEU", "JPN", "KOR", "IND", "BRA", "IRL", "CHE", "VNM"]

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "ranking": "{ranked} by US deficit, Mexico bought {share} of its imports from America",
        "history": "Since {peak}, the US deficit with China shrank; with Mexico, it doubled",
        "peak": "Largest deficit with China",
        "lines": "Mexico and Canada relied less on US inputs in {last} than {first}",
        "inputs": "Mexico and Canada relied far more on US inputs than other countries",
        "parts": "The share of intermediate goods in US exports was twice Mexico\u2019s",
        "made_up": "With made-up figures: an example, not a finding",
        "made_up_balance": "Made-up balances by partner, 2022, billion US dollars",
        "made_up_content": "Made-up origin of each dollar of imports, by partner, 2022",
        "made_up_note": "All figures are made up.",
        "made_up_alt": "Chart of made-up figures: an example of what the OECD\u2019s tables to 2022 allow.",
        "made_up_source": "Made up by tradecontext",
    },
    "es": {
        "ranking": "México, {ordinal} déficit de EE.\N{NO-BREAK SPACE}UU., le compró el {share} de lo que importó",
        "history": "Desde {peak} baja el déficit con China; con México, se duplica",
        "peak": "El mayor déficit con China",
        "lines": "México y Canadá dependieron menos de los insumos de EE.\N{NO-BREAK SPACE}UU. que en {first}",
        "inputs": "México y Canadá dependieron más que otros de los insumos de EE.\N{NO-BREAK SPACE}UU.",
        "parts": "Los insumos pesaron el doble en las exportaciones de EE.\N{NO-BREAK SPACE}UU. que en las mexicanas",
        "made_up": "Con cifras inventadas: un ejemplo, no un resultado",
        "made_up_balance": "Saldos inventados por socio, 2022, miles de millones de dólares",
        "made_up_content": "Origen inventado de cada dólar de importaciones, por socio, 2022",
        "made_up_note": "Todas las cifras son inventadas.",
        "made_up_alt": "Gráfico con cifras inventadas: un ejemplo de lo que permiten las tablas de la OCDE hasta 2022.",
        "made_up_source": "Inventadas por tradecontext",
    },
}
"""The article's own words. In a language without them, charts have the headlines that they write from the data."""


# The article and the gallery show the same charts, which are made once; nobody may change them.
@cache
def charts(locale: str = "en") -> Mapping[str, Chart]:
    """Make the article's charts by name."""
    return _trade(locale) | _inputs(locale) | _value_added(locale)


def _named(name: str, locale: str) -> dict[str, Any]:
    chart_id = f"demo-{name}" if locale == "en" else f"demo-{name}-{locale}"
    return {"chart_id": chart_id, "locale": locale}


def _trade(locale: str) -> dict[str, Chart]:
    trade, share = tc.data.us_goods_trade(), tc.data.us_share_of_imports()
    month = peak_of_china()
    language = Language(locale)
    place = language.ordinal(rank_of_mexico(), "place")
    told = {
        "peak": month.year,
        "ordinal": language.ordinal(rank_of_mexico()),
        "ranked": capital(place),
        "year": YEAR,
        "share_year": share["year"].max(),
        "share": language.percent(latest(share)["MEX"], 0),
    }
    words = WORDS.get(locale, {})
    own = {name: words[name].format(**told) for name in ("ranking", "history", "peak") if words}
    return {
        "deficit-ranking": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=["MEX"],
            context=share,
            headline=own.get("ranking"),
            **_named("deficit-ranking", locale),
        ),
        "balance-over-time": tc.BalanceOverTime(
            monthly(),
            partners=["MEX", "CHN"],
            highlight=["MEX"],
            measure="deficit",
            period=(1985, YEAR),
            annotations=[(f"{month:%Y-%m}", own["peak"])] if own else [],
            headline=own.get("history"),
            **_named("balance-over-time", locale),
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
    shares, lines = tc.data.input_shares(), WORDS.get(locale, {}).get("lines")
    return {
        "input-reliance": tc.InputReliance(
            shares,
            highlight=["MEX", "CAN"],
            top=10,
            headline=lines and lines.format(first=shares["year"].min(), last=shares["year"].max()),
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
    own = {"headline": WORDS.get(locale, {}).get("inputs"), **_named("input-ranking", locale)}
    options: dict[str, Any] = {"highlight": ["MEX", "CAN"], "view": "ranking", **own}
    return {"input-ranking": tc.InputReliance(tc.data.input_shares(), **options)}


def by_month(locale: str = "en") -> dict[str, Chart]:
    """Make charts of months that the article does not show: imports, and a year to date."""
    months, pair = monthly(), ["MEX", "CHN"]
    return {
        "imports-over-time": tc.BalanceOverTime(
            months,
            partners=[*pair, "CAN"],
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


@cache
def made_up(locale: str = "en") -> Mapping[str, Chart]:
    """Make the charts that newer tables allow, of figures that are made up and say so in every place of the chart."""
    rows, words = pd.read_csv(MADE_UP), WORDS.get(locale, WORDS["en"])
    told = {"headline": words["made_up"], "note": words["made_up_note"], "alt": words["made_up_alt"]}
    options: dict[str, Any] = {"unit": "usd", "source": words["made_up_source"], **told}
    views: dict[str, Any] = {"balance": "value_added", "content": "content"}
    return {
        f"made-up-{name}": tc.AdjustedBalance(
            rows, view=view, subtitle=words[f"made_up_{name}"], **options, **_named(f"made-up-{name}", locale)
        )
        for name, view in views.items()
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
