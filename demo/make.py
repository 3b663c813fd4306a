"""Write the demo article and the ready embeds into ``demo/site``.

Every number in the article's text is computed here from the bundled tables.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

import tradecontext as tc
from tradecontext.language import Language

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.chart import Chart

HERE = Path(__file__).parent
SITE = HERE / "site"
YEAR, PREVIOUS = 2024, 2023
PERIOD = (1994, 2013)
EXPORTERS = ["USA", "MEX", "CAN", "CHN", "DEU", "JPN", "KOR", "IND", "BRA", "IRL", "CHE", "VNM"]
ENGLISH = Language("en")


def money(value: float) -> str:
    """Write dollars as the charts do."""
    return ENGLISH.amount(value, "USD")


def charts() -> dict[str, Chart]:
    """Make the article's charts by name."""
    trade, share = tc.data.us_goods_trade(), tc.data.us_share_of_imports()
    mexico = ENGLISH.percent(latest(share)["MEX"], 0)
    return {
        "deficit-ranking": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=["MEX"],
            context=share,
            groups={"USMCA": ["MEX", "CAN"]},
            headline=f"The deficit with Mexico is the second largest; Mexico gets {mexico} of its imports from the US",
            short_headline="US goods deficits, 2024",
            credit="Chart: tradecontext",
            chart_id="demo-deficit-ranking",
        ),
        "deficit-ranking-es": tc.DeficitRanking(
            trade,
            year=YEAR,
            highlight=["MEX"],
            compare=PREVIOUS,
            locale="es",
            credit="Gráfico: tradecontext",
            chart_id="demo-deficit-ranking-es",
        ),
        "input-reliance": tc.InputReliance(
            tc.data.input_shares(),
            highlight=["MEX", "CAN"],
            top=10,
            annotations=[(2001, "China joins the World Trade Organization")],
            credit="Chart: tradecontext",
            chart_id="demo-input-reliance",
        ),
        "comparative-advantage": tc.ComparativeAdvantage(
            tc.data.rca_intermediate_goods(),
            period=PERIOD,
            partners=EXPORTERS,
            highlight=["USA", "MEX"],
            ratio=("USA", "MEX"),
            credit="Chart: tradecontext",
            chart_id="demo-comparative-advantage",
        ),
    }


def latest(share: pd.DataFrame) -> dict[str, float]:
    """Return the last year's shares by partner."""
    last = share[share["year"] == share["year"].max()]
    return dict(zip(last["partner"], last["share"], strict=True))


def figures() -> dict[str, str]:
    """Compute what the text says from the tables the charts draw."""
    trade, original = tc.data.us_goods_trade(), tc.data.us_goods_trade("2025-04")

    def balance(frame: pd.DataFrame, code: str, year: int) -> float:
        rows = frame[(frame["partner"] == code) & (frame["year"] == year)]
        return float(rows["balance"].iloc[0])

    year = trade[trade["year"] == YEAR].sort_values("balance")
    mexico = year[year["partner"] == "MEX"].iloc[0]
    first = year.iloc[0]
    share = tc.data.us_share_of_imports()
    by_partner = latest(share)
    others = [
        by_partner[code] for code in year["partner"].head(10) if code in by_partner and code not in {"MEX", "CAN"}
    ]
    now, before = balance(trade, "MEX", YEAR), balance(trade, "MEX", PREVIOUS)
    then, then_before = balance(original, "MEX", YEAR), balance(original, "MEX", PREVIOUS)
    return {
        "year": str(YEAR),
        "previous": str(PREVIOUS),
        "imports": money(mexico["imports"]),
        "exports": money(mexico["exports"]),
        "deficit": money(-mexico["balance"]),
        "ordinal": ENGLISH.ordinal(year["partner"].tolist().index("MEX") + 1),
        "first": str(first["partner_name"]),
        "first_deficit": money(-first["balance"]),
        "earlier": money(-before),
        "change": ENGLISH.percent(now / before - 1),
        "original": money(-then),
        "original_change": ENGLISH.percent(then / then_before - 1),
        "share_year": str(int(share["year"].max())),
        "mexico_share": ENGLISH.percent(by_partner["MEX"]),
        "canada_share": ENGLISH.percent(by_partner["CAN"]),
        "other_share": ENGLISH.percent(max(others)),
    }


def reliance_figures() -> dict[str, str]:
    """Compute what the text says of inputs, by three definitions."""
    found = {}
    for stem, scope, of in (("", "goods", "imported"), ("all_", "goods", "all"), ("made_", "manufactures", "imported")):
        shares = tc.data.input_shares(scope, of)
        means = tc.measures.average_share(shares).set_index("partner")["share"]
        yearly = shares.set_index(["partner", "year"])["share"]
        for country, code in (("mexico", "MEX"), ("canada", "CAN")):
            found[f"{country}_{stem}mean"] = ENGLISH.percent(means[code])
            for year in (1995, 2011):
                found[f"{country}_{stem}{year}"] = ENGLISH.percent(yearly[code, year])
    return found


def advantage_figures() -> dict[str, str]:
    """Compute what the text says of comparative advantage."""
    indices = tc.data.rca_intermediate_goods()
    both = indices[indices["partner"].isin(["USA", "MEX"]) & indices["year"].between(*PERIOD)]
    means = tc.measures.average_rca(both).set_index("partner")["rca"]
    weights = both.groupby("partner")["export_share"].mean()
    return {
        "rca_first": str(PERIOD[0]),
        "rca_last": str(PERIOD[1]),
        "rca_usa": ENGLISH.number(means["USA"], 2),
        "rca_mex": ENGLISH.number(means["MEX"], 2),
        "rca_times": ENGLISH.number(weights["USA"] / weights["MEX"], 1),
    }


def main() -> None:
    """Write the article and, for each chart, its page, snippets, figures and spec."""
    embeds = SITE / "embeds"
    embeds.mkdir(parents=True, exist_ok=True)
    made = charts()
    for name, chart in made.items():
        for suffix in (".html", ".csv", ".json"):
            chart.save(embeds / f"{name}{suffix}")
        for kind in ("safe", "srcdoc"):
            (embeds / f"{name}.{kind}.html").write_text(chart.embed(kind), "utf-8")
    links = [
        f'<a href="embeds/{name}{suffix}">{name}{suffix}</a>' for name in made for suffix in (".html", ".csv", ".json")
    ]
    ranking, spanish = made["deficit-ranking"], made["deficit-ranking-es"]
    article = Template((HERE / "article.template.html").read_text("utf-8")).substitute(
        figures() | reliance_figures() | advantage_figures(),
        reliance=made["input-reliance"].embed("srcdoc"),
        advantage=made["comparative-advantage"].embed("srcdoc"),
        ranking=ranking.embed("srcdoc"),
        safe=ranking.embed("safe"),
        spanish=spanish.embed("srcdoc"),
        downloads=", ".join(links),
    )
    (SITE / "article.html").write_text(article, "utf-8")


if __name__ == "__main__":
    main()
