"""Shares of intermediate goods from the played WITS."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import played as faults
import tradecontext as tc
from played_answers import FIXTURES, wits

if TYPE_CHECKING:
    from played import Services


def test_a_year_without_figures_is_a_row_without_a_share() -> None:
    shares = tc.fetch.input_shares("MEX", years=(2016, 2022)).set_index("year")["share"]
    assert shares.isna()[shares.isna()].index.tolist() == [2016, 2019]
    assert tc.fetch.input_shares("MEX", years=(2016, None))["year"].max() == 2022
    assert tc.fetch.input_shares("MEX", years=(None, 2018))["year"].max() == 2018
    (average,) = tc.measures.average_share(tc.fetch.input_shares("MEX", years=(2016, 2022))).to_dict("records")
    assert (average["years_with_data"], average["years_in_period"]) == (5, 7)
    assert average["share"] == pytest.approx((0.5 + 0.49 + 0.45 + 0.46 + 0.47) / 5)


def test_the_chart_of_fetched_shares_says_where_they_are_from() -> None:
    chart = tc.InputReliance(tc.fetch.input_shares(["MEX", "CAN"]), highlight=["MEX"])
    (line,) = chart.spec["frame"]["sources"]
    assert line["text"].startswith("World Bank WITS, imports of intermediate goods by supplier")
    assert [each["url"].partition("/reporter/")[2].split("/product/")[0] for each in line["receipts"]] == [
        "mex/year/all/partner/usa",
        "mex/year/all/partner/wld",
        "can/year/all/partner/usa",
        "can/year/all/partner/wld",
    ]


@pytest.mark.slow
def test_advantage_is_the_ratio_of_shares_of_exports() -> None:
    found = tc.fetch.rca_intermediate_goods(["USA", "MEX"], years=2020).set_index("partner")["rca"]
    assert found.to_dict() == pytest.approx({"USA": 0.3 / 0.2, "MEX": 0.2 / 0.2})
    tc.ComparativeAdvantage(tc.fetch.rca_intermediate_goods(["USA", "MEX"]))


def test_the_supplier_is_no_partner_of_itself() -> None:
    with pytest.raises(tc.DataError, match="the supplier itself"):
        tc.fetch.input_shares(["USA", "MEX"])
    with pytest.raises(tc.DataError, match="name at least one country"):
        tc.fetch.input_shares([])


def test_another_year_than_asked_is_not_drawn_for_it() -> None:
    with pytest.raises(tc.DataError, match=r"by MEX for 1990 to 1991"):
        tc.fetch.input_shares("MEX", years=(1990, 1991))


@pytest.mark.filterwarnings("ignore:read_wits left out")
def test_an_answer_of_another_country_is_refused(played: Services) -> None:
    other = wits("can", "usa", "UNCTAD-SoP2", "MPRT-TRD-VL", {2020: 1})
    played.faulty("wits.worldbank.org", faults.instead(other), for_ever=True)
    with pytest.raises(tc.DataError):
        tc.fetch.input_shares("MEX")


def test_the_played_answers_have_the_shape_of_the_recorded_one() -> None:
    recorded = json.loads((FIXTURES / "live" / "wits_tradestats_USA_2017.json").read_text())
    shaped = json.loads(wits("mex", "usa", "UNCTAD-SoP2", "MPRT-TRD-VL", {2020: 1.0}))

    def dimensions(answer: dict) -> list:
        found = answer["structure"]["dimensions"]
        return [[(each["id"], sorted(each)) for each in found[level]] for level in ("series", "observation")]

    assert dimensions(shaped) == dimensions(recorded)
    assert shaped["header"]["id"] == recorded["header"]["id"]


def test_an_answer_about_another_product_is_refused(played: Services) -> None:
    played.faulty("wits.worldbank.org", lambda _, reply: faults.Reply(_of_all_products(reply.body)), for_ever=True)
    with pytest.raises(tc.DataError, match="with figures of All Products, not Intermediate goods"):
        tc.fetch.input_shares(["MEX"], years=2022)


def _of_all_products(body: bytes) -> bytes:
    answer = json.loads(body)
    for dimension in answer["structure"]["dimensions"]["series"]:
        if dimension["id"] == "PRODUCTCODE":
            dimension["values"][0] |= {"id": "Total", "name": "All Products"}
    return json.dumps(answer).encode()


def test_amounts_that_cannot_be_are_refused(played: Services) -> None:
    played.answers.inputs["mex", "usa"][2022] = -1
    with pytest.raises(tc.DataError, match="amounts below 0"):
        tc.fetch.input_shares(["MEX"], years=2022)
    played.answers.exports["mex"] = (600_000, 500_000)
    with pytest.raises(tc.DataError, match="more exports of intermediate goods than of all goods"):
        tc.fetch.rca_intermediate_goods(["MEX"], years=2020)
