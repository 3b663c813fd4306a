"""Numbers in the text of the demo article from the value-added accounts and from published estimates of US content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from figures import ACCOUNTS_YEAR, ENGLISH, Figure, Figures, money

import tradecontext as tc
from tradecontext.charts.adjusted_balance.steps import effects

if TYPE_CHECKING:
    import pandas as pd

PARTS = {
    "us": ("reporter", "US content"),
    "mexican": ("partner", "Mexican content"),
    "third": ("third", "content of third countries"),
}
#: The estimates in the text, by their names in it.
TOLD = {
    "customs": "degortari-2019-customs",
    "conventional": "degortari-2019-conventional",
    "commerce_first": "commerce-2017-mex-1995",
    "commerce_last": "commerce-2017-mex-2011",
    "plants": "kpww-2010-mex",
    "quoted": "atlantic-council-2025",
}
#: The first year from which the deficit has always been smaller in value added than as traded.
APART = 2001


def cents(share: float) -> str:
    """Format a part of a dollar in whole cents."""
    return ENGLISH.number(share * 100, 0)


def content(row: pd.Series, part: str) -> float:
    """Return the content of one origin in a dollar of imports."""
    return float(row[f"imports_{part}_content"] / row["imports"])


def mexico(scope: Literal["all", "goods", "manufactures"]) -> pd.DataFrame:
    """Return Mexico's accounts by year."""
    accounts = tc.data.value_added_balances(scope)
    return accounts[accounts["partner"] == "MEX"].set_index("year")


def content_figures() -> Figures:
    """Return the text's figures of a dollar of imports from Mexico, as the accounts split it."""
    goods = mexico("goods")
    first = int(goods.index.min())
    found = {
        "accounts_first": Figure(str(first), "first year of the accounts"),
        "accounts_last": Figure(str(ACCOUNTS_YEAR), "last year of the accounts"),
    }
    for name, (part, whose) in PARTS.items():
        for end, year in (("first", first), ("last", ACCOUNTS_YEAR)):
            what = f"cents of {whose} in a dollar of goods, {year}"
            found[f"{name}_{end}"] = Figure(cents(content(goods.loc[year], part)), what)
    return found


def estimate_figures() -> Figures:
    """Return the published estimates in the text, with their bundled citations."""
    estimates = tc.data.us_content_estimates("MEX").set_index("estimate")
    found: Figures = {}
    for name, estimate in TOLD.items():
        row = estimates.loc[estimate]
        year = "year of the data not known" if row.isna()["data_year"] else f"data of {row['data_year']}"
        scope = str(row["scope"]).replace("_", " ").replace("not stated", "scope not stated")
        found[name] = Figure(cents(row["share"]), f"{row['citation']}: cents of US content, {scope}, {year}")
    for name, column in (
        ("customs_year", "data_year"),
        ("commerce_first_year", "data_year"),
        ("commerce_last_year", "data_year"),
        ("customs_published", "published"),
        ("plants_published", "published"),
    ):
        estimate = TOLD[name.rpartition("_")[0]]
        found[name] = Figure(str(estimates.loc[estimate, column]), f"{estimate}: {column.replace('_', ' ')}")
    return found


def weighed_figures() -> Figures:
    """Return the text's figures of manufactures in the accounts, and of an estimate converted to all goods."""
    made, goods = mexico("manufactures"), mexico("goods").loc[ACCOUNTS_YEAR]
    last = made.loc[ACCOUNTS_YEAR]
    weight = last["imports"] / goods["imports"]
    own = "imports_reporter_content"
    rest = (goods[own] - last[own]) / (goods["imports"] - last["imports"])
    estimates = tc.data.us_content_estimates("MEX").set_index("estimate")["share"]
    whole = weight * estimates[TOLD["customs"]] + (1 - weight) * rest
    what = "cents of US content in a dollar of manufactures"
    year = ACCOUNTS_YEAR
    return {
        "made_first": Figure(cents(content(made.iloc[0], "reporter")), f"{what}, {made.index[0]}, these accounts"),
        "made_last": Figure(cents(content(last, "reporter")), f"{what}, {year}, these accounts"),
        "weight": Figure(ENGLISH.percent(weight, 0), f"manufactures in US goods imports from Mexico, {year}"),
        "rest": Figure(cents(rest), f"cents of US content in a dollar of goods that are no manufactures, {year}"),
        "whole": Figure(
            cents(whole),
            "the same in a dollar of goods: de Gortari (2019) for manufactures, the tables for the rest",
        ),
    }


def balance_figures() -> Figures:
    """Return the text's figures of balances as traded and in value added."""
    accounts, own = tc.data.value_added_balances(), mexico("all")
    last = accounts[accounts["year"] == ACCOUNTS_YEAR].set_index("partner")
    world = tc.data.value_added_balances(aggregates=True)
    total = world[(world["partner"] == "WLD") & (world["year"] == ACCOUNTS_YEAR)].iloc[0]
    smaller = 1 - own["value_added_balance"] / own["balance"]
    since = smaller[smaller.index >= APART]
    before, span = APART - 1, f"{APART} to {ACCOUNTS_YEAR}"
    figures = {
        "smaller": Figure(ENGLISH.percent(smaller[ACCOUNTS_YEAR], 0), f"by how much it is smaller, {ACCOUNTS_YEAR}"),
        "apart": Figure(str(APART), "since when it has been smaller in every year"),
        "before": Figure(str(before), "the year before that"),
        "least": Figure(ENGLISH.percent(since.min(), 0), f"by how much it is smaller at least, {span}"),
        "most": Figure(ENGLISH.percent(since.max(), 0), f"by how much it is smaller at most, {span}"),
    }
    for name, row, of in (
        ("mexico", own.loc[ACCOUNTS_YEAR], f"Mexico, {ACCOUNTS_YEAR}"),
        ("start", own.iloc[0], f"Mexico, {own.index[0]}"),
        ("earlier", own.loc[before], f"Mexico, {before}"),
        ("japan", last.loc["JPN"], f"Japan, {ACCOUNTS_YEAR}"),
        ("world", total, f"all partners, {ACCOUNTS_YEAR}"),
    ):
        figures[f"{name}_gross"] = Figure(money(-row["balance"]), f"deficit as traded, {of}")
        figures[f"{name}_added"] = Figure(money(-row["value_added_balance"]), f"deficit in value added, {of}")
    return figures


def bridge_figures() -> Figures:
    """Return the text's figures of the steps from the balance as traded to the one in value added."""
    row = mexico("all").loc[ACCOUNTS_YEAR]
    step = effects(row.to_dict())
    onward = step["exports_onward"] + step["imports_onward"]
    return {
        "moved": Figure(money(row["value_added_balance"] - row["balance"]), "value-added less traded balance"),
        "third_in": Figure(money(step["imports_third"]), "what third countries made, in imports"),
        "third_out": Figure(money(-step["exports_third"]), "what third countries made, in exports"),
        "onward": Figure(money(onward), "what goes on to third countries: in imports less in exports"),
        "home_out": Figure(money(-step["exports_returned"]), "US inputs that come home, in exports"),
        "home_in": Figure(money(step["imports_reporter"]), "US inputs that come home, in imports"),
    }


def years() -> pd.DataFrame:
    """Return the balances with Mexico as traded and in value added, by year, in dollars."""
    return mexico("all")[["balance", "value_added_balance"]]
