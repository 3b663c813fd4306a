"""A correction is drafted where a publisher revised what was published."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import played as faults
import tradecontext as tc
from fetch.commands import added, revised, run

if TYPE_CHECKING:
    from pathlib import Path

    from played import Services

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:read_census left out")]


def test_a_draft_names_partner_measure_and_year(path: Path, played: Services, tmp_path: Path) -> None:
    ranking = tc.ComparativeAdvantage(
        tc.fetch.rca_intermediate_goods(["USA", "MEX"], years=(2017, 2021)), period=(2018, 2020)
    ).save(tmp_path / "rca.json")
    revised(played)
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert "World Bank WITS has revised published figures" in drafted
    assert "Mexico, Share of imports of intermediate goods, 2022: 47.0% → 44.0%; " in drafted
    assert "; Mexico, Average, 2017\N{EN DASH}2022: 47.4% → 46.8%)" in drafted
    monkey = played.answers.exports["mex"]
    played.answers.exports["mex"] = (monkey[0] * 1.2, monkey[1])
    drafted = run("refresh", ranking).output.partition("correction=")[2]
    assert (
        "Mexico, Multiple (RCA), 2018\N{EN DASH}2020: 1.00 → 1.20; Mexico, Multiple (RCA), 2021: 1.00 → 1.20; "
        in drafted
    )
    assert "computed by" not in drafted


def test_a_figure_of_a_line_is_told_with_its_year(played: Services, tmp_path: Path) -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    path = tc.InputReliance(frame, highlight=["MEX"]).save(tmp_path / "drawn.json")
    played.answers.inputs["can", "usa"][2018] += 10_000
    assert "Canada, Share of imports of intermediate goods, 2018: 60.0% → 65.0%; " in run("refresh", path).output


def test_a_figure_that_is_withdrawn_is_told(played: Services, tmp_path: Path) -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    path = tc.InputReliance(frame, highlight=["MEX"]).save(tmp_path / "withdrawn.json")
    del played.answers.inputs["mex", "usa"][2022]
    assert "Mexico, Share of imports of intermediate goods, 2022: 47.0% → no data; " in run("refresh", path).output


def test_only_what_was_revised_is_told_and_in_units_of_its_own(tmp_path: Path, played: Services) -> None:
    months = tc.fetch.us_goods_trade(by="month")
    line = tc.BalanceOverTime(months, partners=["MEX"], by="month", period=(2024, 2025)).save(tmp_path / "line.json")
    to_date = tc.BalanceOverTime(months, partners=["MEX"], by="year_to_date").save(tmp_path / "to_date.json")
    ranking = tc.DeficitRanking(
        tc.fetch.us_goods_trade(), year=2024, top=1, total=True, others=True, context=tc.fetch.input_shares(["MEX"])
    ).save(tmp_path / "ranking.json")
    added(played, "IJAN", 1_000)
    drafted = [run("refresh", each).output.partition("correction=")[2] for each in (line, to_date)]
    assert "Mexico, January 2025: deficit $13.7 billion → deficit $14.7 billion)" in drafted[0]
    assert "Mexico, January\N{EN DASH}February 2025: deficit $28.6 billion → deficit $29.6 billion)" in drafted[1]
    assert run("refresh", ranking).output.endswith("nothing new\n")


def test_sums_are_told_as_they_were_printed(tmp_path: Path, played: Services) -> None:
    months = tc.fetch.us_goods_trade(by="month")
    twelve = tc.BalanceOverTime(months, partners=["MEX"], by="twelve_months").save(tmp_path / "twelve.json")
    ranking = tc.DeficitRanking(months, period="2025-01/2025-02", top=3, others=True, total=True).save(
        tmp_path / "ranking.json"
    )
    for column in ("IJAN", "IFEB"):
        added(played, column, 30)
    for path, said in (
        (twelve, "Mexico, 12 months to February 2025: deficit $175.4 billion → deficit $175.5 billion)"),
        (
            ranking,
            "Mexico, January\N{EN DASH}February 2025: deficit $28.6 billion → deficit $28.7 billion; Total deficit, ",
        ),
    ):
        drafted = run("refresh", path).output.partition("correction=")[2]
        assert said in drafted
        assert "Others" not in drafted


def test_one_product_is_the_service_s(tmp_path: Path, played: Services) -> None:
    frame = tc.fetch.comtrade("MEX", "USA", product="87", years=(2020, 2022))
    path = tc.InputReliance(frame, supplier="USA", source="UN Comtrade").save(tmp_path / "vehicles.json")

    def halved(_asked: object, reply: faults.Reply) -> faults.Reply:
        answer = json.loads(reply.body)
        for each in answer["data"]:
            each["primaryValue"] /= 2 if str(each["partnerCode"]) != "0" else 1
        return faults.Reply(json.dumps(answer).encode())

    played.faulty("comtradeapi.un.org", halved, for_ever=True)
    assert "UN Comtrade has revised published figures (Mexico" in run("refresh", path).output


def test_a_partner_that_enters_the_chart_is_told(tmp_path: Path, played: Services) -> None:
    path = tc.DeficitRanking(tc.fetch.us_goods_trade(by="month"), period="2025-01", top=1).save(tmp_path / "x.json")
    added(played, "IJAN", 90_000)
    assert "Mexico, January 2025: deficit $13.7 billion → deficit $103.7 billion)" in run("refresh", path).output


def test_views_of_value_added_are_told_in_their_own_units(tmp_path: Path, played: Services) -> None:
    frame = tc.fetch.tiva("MEX", years=2022)
    views = {
        view: tc.AdjustedBalance(frame, view=view, year=2022).save(tmp_path / f"{view}.json")
        for view in ("value_added", "content")
    }

    def larger(_asked: object, reply: faults.Reply) -> faults.Reply:
        return faults.Reply(reply.body.replace(b"IMGR,USA,_T,MEX,USD,A,2022,200,", b"IMGR,USA,_T,MEX,USD,A,2022,260,"))

    played.faulty("sdmx.oecd.org", larger, for_ever=True)
    drafted = run("refresh", views["value_added"]).output.partition("correction=")[2]
    assert "; Mexico, As traded, 2022: deficit $100.0 million → deficit $160.0 million; " in drafted
    assert "Mexico, Change, 2022: 50.0 smaller (50%) → 110.0 smaller (69%))" in drafted
    assert run("refresh", views["content"]).output.endswith("nothing new\n")


def test_a_partner_that_leaves_the_chart_is_told(tmp_path: Path, played: Services) -> None:
    trade = tc.fetch.us_goods_trade(by="month")
    shares = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    path = tc.DeficitRanking(trade, period="2025-01", top=3, others=True, total=True, context=shares).save(
        tmp_path / "ranking.json"
    )
    rows = {row["partner"] for row in json.loads(path.read_text())["rows"]}
    assert "MEX" in rows
    added(played, "EJAN", 20_000)
    revised(played)
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert (
        "US Census Bureau has revised published figures (Mexico → South Korea; Mexico, January 2025: deficit $13.7 "
        in drafted
    )
    assert "→ surplus $6.3 billion; Total deficit, " in drafted
    assert "World Bank WITS has revised published figures (Mexico, Share" in drafted
    assert "others" not in drafted


def test_the_author_is_told_to_see_whether_the_own_words_still_hold(path: Path, played: Services) -> None:
    assert "own words" not in run("refresh", path).output
    revised(played)
    assert "headline: your own words, left as they were; see whether they still hold." in run("refresh", path).output


def test_who_revised_is_the_service_whoever_the_author_credits(played: Services, tmp_path: Path) -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    path = tc.InputReliance(frame, highlight=["MEX"], source="Our own desk").save(tmp_path / "credited.json")
    revised(played)
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert "World Bank WITS has revised published figures" in drafted
    assert "Our own desk" not in drafted


def test_a_comparison_and_flows_are_told(played: Services, tmp_path: Path) -> None:
    months = tc.fetch.us_goods_trade(by="month")
    path = tc.DeficitRanking(months, period="2025-01", compare="2024-01", top=3).save(tmp_path / "january.json")
    # As much more of both flows leaves the balance as it was.
    for column in ("IJAN", "EJAN"):
        added(played, column, 1_000)
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert "Mexico, exports, January 2025: $" in drafted
    assert "; Mexico, imports, January 2025: $" in drafted
    assert "deficit" not in drafted
    added(played, "IJAN", 5_000, 2024)
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert "; Mexico, January 2024: deficit $" in drafted


def test_a_percentage_that_is_printed_otherwise_is_told(played: Services, tmp_path: Path) -> None:
    months = tc.fetch.us_goods_trade(by="month", partners=["MEX", "CHN"])
    options: Any = {"partners": ["MEX", "CHN"], "by": "month", "period": ("2024-01", "2025-02")}
    line = tc.BalanceOverTime(months, **options).save(tmp_path / "line.json")
    # In one decimal the revised figure looks as before; only the percentage differs.
    added(played, "IFEB", 40, 2024)
    drafted = run("refresh", line).output.partition("correction=")[2]
    assert "larger than a year before → The deficit with Mexico was" in drafted


def test_a_draft_is_in_english_where_only_the_author_has_words(played: Services, tmp_path: Path) -> None:
    words = json.loads(run("words", "pl", "input_reliance").output)
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    path = tc.InputReliance(frame, locale="pl", labels=words).save(tmp_path / "chart.json")
    assert run("refresh", path).output.endswith("nothing new\n")
    revised(played)
    assert "World Bank WITS has revised published figures" in run("refresh", path).output


def test_a_headline_is_told_although_a_year_came_that_it_is_not_about(played: Services, tmp_path: Path) -> None:
    inputs = played.answers.inputs
    later = {pair: years.pop(2022, None) for pair, years in inputs.items()}
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, None))
    path = tc.InputReliance(frame, highlight=["MEX"], period=(2018, 2021)).save(tmp_path / "shares.json")
    inputs["mex", "usa"][2021] = 52_000
    for pair, amount in later.items():
        inputs[pair] |= {2022: amount} if amount else {}
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert "relied less on the United States" in drafted
    assert "→ Mexico relied more on the United States" in drafted
