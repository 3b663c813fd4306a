"""Numbers in the text of the demo article, computed from the bundled tables that its charts draw.

Each is a :class:`Figure`, which also says how it was computed; the article ends with a list of them.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple, cast

import tradecontext as tc
from tradecontext.text.language import Language

if TYPE_CHECKING:
    import pandas as pd

YEAR, PREVIOUS = 2024, 2023
ACCOUNTS_YEAR = 2011
PERIOD = (1994, 2013)
ENGLISH = Language("en")


class Figure(NamedTuple):
    """A number as the article prints it, and its description."""

    text: str
    what: str


Figures = dict[str, Figure]


def money(value: float) -> str:
    """Format dollars as the charts do."""
    return ENGLISH.amount(value, "USD")


def latest(share: pd.DataFrame) -> dict[str, float]:
    """Return the last year's shares by partner."""
    last = share[share["year"] == share["year"].max()]
    return dict(zip(last["partner"], last["share"], strict=True))


@cache
def monthly() -> pd.DataFrame:
    """Return the table of months, which takes longest to read; nobody may change it."""
    return tc.data.us_goods_trade(by="month")


def rank_of_mexico() -> int:
    """Return the rank of Mexico among the partners by deficit, the largest first."""
    trade = tc.data.us_goods_trade()
    ranked = trade[trade["year"] == YEAR].sort_values("balance")
    return int(ranked["partner"].tolist().index("MEX")) + 1


def twelve_months(partner: str) -> pd.Series:
    """Return a partner's balance over the twelve months that end with each month."""
    trade = monthly()
    return trade[trade["partner"] == partner].set_index("period")["balance"].sort_index().rolling(12).sum()


def peak_of_china() -> pd.Period:
    """Return the last of the twelve months in which the deficit with China was largest."""
    return cast("pd.Period", twelve_months("CHN").idxmin())


def history_figures() -> Figures:
    """Return the text's figures of balances over twelve months."""
    what = "year of the largest deficit with China over twelve months"
    return {"china_peak": Figure(str(peak_of_china().year), what)}


def trade_figures() -> Figures:
    """Return the text's figures of the headline balance, in two vintages."""
    trade, original = tc.data.us_goods_trade(), tc.data.us_goods_trade("2025-04")
    ranked = trade[trade["year"] == YEAR].sort_values("balance")
    mexico, first = ranked[ranked["partner"] == "MEX"].iloc[0], ranked.iloc[0]
    rises, deficits = [], []
    for frame in (trade, original):
        balances = frame[frame["partner"] == "MEX"].set_index("year")["balance"]
        deficits.append(-balances[YEAR])
        rises.append(balances[YEAR] / balances[PREVIOUS] - 1)
    rise = f"its rise over {PREVIOUS}"
    return {
        "year": Figure(str(YEAR), "year of the headline figures"),
        "previous": Figure(str(PREVIOUS), "the year before"),
        "imports": Figure(money(mexico["imports"]), "US goods imports from Mexico"),
        "exports": Figure(money(mexico["exports"]), "US goods exports to Mexico"),
        "deficit": Figure(money(deficits[0]), "imports less exports, Mexico"),
        "ordinal": Figure(ENGLISH.ordinal(rank_of_mexico()), "place of Mexico among all partners"),
        "first": Figure(str(first["partner_name"]), "the partner with the largest deficit"),
        "first_deficit": Figure(money(-first["balance"]), "imports less exports, that partner"),
        "change": Figure(ENGLISH.percent(rises[0]), f"{rise}, revised figures"),
        "original": Figure(money(deficits[1]), "imports less exports, Mexico, vintage of April 2025"),
        "original_change": Figure(ENGLISH.percent(rises[1]), f"{rise}, vintage of April 2025"),
    }


def share_figures() -> Figures:
    """Return the text's figures of the US share of all goods imports."""
    share, trade = tc.data.us_share_of_imports(), tc.data.us_goods_trade()
    by_partner = latest(share)
    ranked = trade[trade["year"] == YEAR].sort_values("balance")["partner"].head(10)
    others = [by_partner[code] for code in ranked if code in by_partner and code not in {"MEX", "CAN"}]
    return {
        "share_year": Figure(str(int(share["year"].max())), "the last year with data"),
        "mexico_share": Figure(ENGLISH.percent(by_partner["MEX"]), "US share of the goods that Mexico imports"),
        "canada_share": Figure(ENGLISH.percent(by_partner["CAN"]), "US share of the goods that Canada imports"),
        "other_share": Figure(ENGLISH.percent(max(others)), "the largest such share of the other partners drawn"),
    }


def reliance_figures() -> Figures:
    """Return the text's figures of inputs, by three definitions."""
    found: Figures = {}
    definitions: tuple[tuple[str, Literal["goods", "manufactures"], Literal["imported", "all"], str], ...] = (
        ("", "goods", "imported", "imported goods inputs"),
        ("all_", "goods", "all", "all goods inputs, domestic ones included"),
        ("made_", "manufactures", "imported", "imported manufactured inputs"),
    )
    for stem, scope, of, words in definitions:
        shares = tc.data.input_shares(scope, of)
        means = tc.measures.average_share(shares).set_index("partner")["share"]
        yearly = shares.set_index(["partner", "year"])["share"]
        ends = (int(shares["year"].min()), int(shares["year"].max()))
        for country, code in (("mexico", "MEX"), ("canada", "CAN")):
            what = f"{country.title()}: US share of {words}"
            found[f"{country}_{stem}mean"] = Figure(ENGLISH.percent(means[code]), f"{what}, mean of the yearly shares")
            for end, year in zip(("first", "last"), ends, strict=True):
                found[f"{country}_{stem}{end}"] = Figure(ENGLISH.percent(yearly[code, year]), f"{what}, {year}")
    return found | {
        "inputs_first": Figure(str(ends[0]), "first year of the tables"),
        "inputs_last": Figure(str(ends[1]), "last year of the tables"),
    }


def advantage_figures() -> Figures:
    """Return the text's figures of comparative advantage."""
    indices = tc.data.rca_intermediate_goods()
    both = indices[indices["partner"].isin(["USA", "MEX"]) & indices["year"].between(*PERIOD)]
    means = tc.measures.average_rca(both).set_index("partner")["rca"]
    weights = both.groupby("partner")["export_share"].mean()
    broken = indices[(indices["partner"] == "MEX") & indices["break_before"].astype(bool)]["year"].iloc[0]
    index = "index of revealed comparative advantage in intermediate goods"
    return {
        "rca_first": Figure(str(PERIOD[0]), "first year of the mean"),
        "rca_last": Figure(str(PERIOD[1]), "last year of the mean, before the break in the figures of Mexico"),
        "rca_break": Figure(str(broken), "first year after that break"),
        "rca_usa": Figure(ENGLISH.number(means["USA"], 2), f"United States, {index}"),
        "rca_mex": Figure(ENGLISH.number(means["MEX"], 2), f"Mexico, {index}"),
        "rca_times": Figure(
            ENGLISH.number(weights["USA"] / weights["MEX"], 1),
            "share of such goods in US exports over that in Mexican ones",
        ),
    }
