"""A chart asks for what an author's frame does not state, and never assumes it: unit, scope, sign, source, reporter."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from frames import SHARES_SOURCE, SOURCE, own, ranking, rows, shares


class TestUnits:
    @given(st.sampled_from([("usd", 1.0), ("usd_thousand", 1e3), ("usd_million", 1e6), ("usd_billion", 1e9)]))
    def test_the_likely_one_is_named_from_the_size_and_draws_the_right_chart(self, unit: tuple[str, float]) -> None:
        name, scale = unit
        data = own(exports=own()["exports"] / scale, imports=own()["imports"] / scale)
        with pytest.raises(tc.DataError, match=f"if that is 505 billion USD, say unit='{name}'"):
            tc.DeficitRanking(data, source=SOURCE)
        assert ranking(data, unit=name).spec["rows"] == ranking().spec["rows"]

    def test_figures_in_thousands_are_not_drawn_as_dollars(self) -> None:
        # A German and a US table in thousands, with made-up figures of realistic size.
        german = pd.DataFrame(
            {
                "partner": ["CHN", "NOR"],
                "year": 2024,
                "exports": [89_934_567, 10_876_543],
                "imports": [156_342_111, 2e7],
            }
        )
        with pytest.raises(
            tc.DataError, match=r"156,342,111: .*give the unit in the currency of the data: unit='eur_thousand'"
        ):
            tc.DeficitRanking(german, reporter="DEU", source=SOURCE)

    def test_a_table_of_the_package_says_its_own_and_a_divided_one_is_asked_about(self) -> None:
        trade = tc.data.us_goods_trade()
        assert tc.DeficitRanking(trade, year=2024).spec["rows"][0]["text"] == "295.5"
        billions = trade.assign(exports=trade["exports"] / 1e9, imports=trade["imports"] / 1e9).drop(columns="balance")
        with pytest.raises(tc.DataError, match="unit='usd_billion'"):
            tc.DeficitRanking(billions, year=2024)

    def test_adjusted_balances_and_tables_are_asked_too(self) -> None:
        accounts = own().assign(value_added_balance=[-150e9, -50e9, -250e9])
        with pytest.raises(tc.DataError, match="say unit='usd'"):
            tc.AdjustedBalance(accounts, source=SOURCE)
        table = tc.measures.MRIO([[3, 1], [1, 3]], [[30, 5], [6, 40]], None, ["USA", "MEX"], ["s"], year=2020)
        with pytest.raises(tc.DataError, match="what is the unit"):
            tc.AdjustedBalance(table, source=SOURCE)


class TestGroups:
    @pytest.mark.parametrize(
        "group", ["World", "WLD", "EU27", "EU27_2020", "Total", "Monde", "Asia", "East Asia & Pacific"]
    )
    def test_a_group_is_no_partner_beside_a_name_column_either(self, group: str) -> None:
        data = own(partner=["MEX", "CAN", group])
        for each in (data, data.assign(partner_name=["x", "y", "Anything"])):
            with pytest.raises(tc.DataError, match=r"is a group of countries, not a partner; leave it out: data\[~"):
                ranking(each)

    def test_a_code_of_ones_own_called_a_group_by_its_name(self) -> None:
        named = own(partner=["MEX", "CAN", "X1"], partner_name=["x", "y", "World"])
        with pytest.raises(tc.DataError, match="'X1' is a group of countries"):
            ranking(named)

    def test_every_chart_refuses_them(self) -> None:
        frame = pd.DataFrame({"partner": ["MEX", "World"], "year": 2021, "share": 0.5, "rca": 1.0})
        for chart in (tc.InputReliance, tc.ComparativeAdvantage):
            with pytest.raises(tc.DataError, match="'World' is a group of countries"):
                chart(frame, source=SOURCE)
        with pytest.raises(tc.DataError, match=r"in context=: .*'World' is a group"):
            ranking(context=shares(partner=["MEX", "World"]))
        with pytest.raises(tc.DataError, match="'EU27' is a group"):
            tc.AdjustedBalance(own(partner=["MEX", "CAN", "EU27"], unit="usd"), view="value_added", source=SOURCE)

    def test_one_that_is_named_is_a_row_and_never_summed_with_its_members(self) -> None:
        data = own(partner=["EU27", "DEU", "CHN"])
        drawn = ranking(data, entities={"EU27": "European Union"})
        assert rows(drawn)["EU27"]["name"] == "European Union"
        for option in ("others", "total"):
            with pytest.raises(tc.DataError, match=r"members that are partners too \(DEU\), .*count them twice"):
                ranking(data, entities={"EU27": "European Union"}, **{option: True})
        assert ranking(own(partner=["EU27", "MEX", "CHN"]), entities={"EU27": "European Union"}, total=True).spec[
            "rows"
        ]

    def test_a_group_among_suppliers_is_not_added_to_its_members(self) -> None:
        rows = [("USA", 60.0), ("CHN", 25.0), ("DEU", 15.0), ("EU27", 15.0), ("East Asia & Pacific", 25.0)]
        data = pd.DataFrame(rows, columns=["supplier", "imports"]).assign(partner="MEX", year=2022)
        assert tc.measures.import_share(data)["share"].tolist() == [0.6]
        assert tc.measures.import_share(data.head(3))["share"].tolist() == [0.6]
        rest = pd.concat([data, data.head(1).assign(supplier="Areas, nes", imports=100.0)])
        assert tc.measures.import_share(rest)["share"].tolist() == [0.3]

    def test_the_call_that_is_offered_leaves_them_out(self) -> None:
        data = own(partner=["MEX", "World", "EU27"])
        with pytest.raises(tc.DataError) as refused:
            ranking(data)
        call = str(refused.value).partition("leave them out: ")[2].partition("; or draw")[0]
        assert list(rows(ranking(eval(call, {"data": data})))) == ["MEX"]


class TestSpellings:
    def test_an_entity_is_named_or_said_to_be_a_country(self) -> None:
        drawn = ranking(
            own(partner=["Norvegia del Nord", "CAN", "X1"]), entities={"Norvegia del Nord": "NOR", "X1": "Freeport"}
        )
        assert {code: row["name"] for code, row in rows(drawn).items()} == {
            "NOR": "Norway",
            "CAN": "Canada",
            "X1": "Freeport",
        }
        assert ranking(own(), reporter="home", entities={"home": "ESP"}).spec["frame"]["headline"].startswith("Spain")

    def test_all_unknown_ones_are_told_at_once_each_with_its_nearest(self) -> None:
        with pytest.raises(tc.DataError) as refused:
            ranking(own(partner=["Mexiko City", "Canadda", "Narnia"]))
        message = str(refused.value)
        assert "'Canadda' (did you mean Canada (CAN)" in message
        assert "'Narnia'" in message
        assert "entities=" in message


class TestScope:
    @pytest.mark.parametrize(
        ("scope", "words"),
        [
            (None, "The US trade deficit"),
            ("goods", "The US goods deficit"),
            ("services", "The US services deficit"),
            ("all", "The US goods and services deficit"),
            ("cars and parts", "The US cars and parts deficit"),
        ],
    )
    def test_it_is_the_authors_to_say(self, scope: str | None, words: str) -> None:
        frame = ranking(scope=scope).spec["frame"]
        assert frame["headline"].startswith(words)
        assert (scope == "goods") == ("goods deficit" in " ".join([frame["subtitle"], frame["alt"]]))

    @pytest.mark.parametrize(
        ("scope", "words"),
        [
            (None, "déficit comercial"),
            ("services", "déficit de servicios"),
            ("all", "déficit de bienes y servicios"),
            ("autos", "déficit de autos"),
        ],
    )
    def test_in_spanish(self, scope: str | None, words: str) -> None:
        assert words in ranking(scope=scope, locale="es").spec["frame"]["headline"]

    def test_a_table_that_knows_it_is_not_contradicted(self) -> None:
        trade = tc.data.us_goods_trade()
        assert "goods deficit" in tc.DeficitRanking(trade).spec["frame"]["headline"]
        with pytest.raises(tc.DataError, match="scope='services': the data says that it is of 'goods'"):
            tc.DeficitRanking(trade, scope="services")
        assert "services" in ranking(own(scope="services")).spec["frame"]["headline"]
        with pytest.raises(tc.DataError, match="2 scopes in one chart"):
            ranking(own(scope=["goods", "goods", "services"]))

    def test_adjusted_balances_have_the_same_word(self) -> None:
        accounts = own(unit="usd").assign(value_added_balance=[-150e9, -50e9, -250e9])
        for scope, words in (("services", "balance in services"), ("cars", "balance in cars"), (None, "balance")):
            frame = tc.AdjustedBalance(accounts, scope=scope, source=SOURCE).spec["frame"]
            assert words in " ".join([frame["headline"], frame["subtitle"], frame["alt"]])


class TestSources:
    def test_a_second_measure_has_its_own(self) -> None:
        unsaid = shares()
        unsaid.attrs = {}
        with pytest.raises(tc.DataError, match="in context=: the frame does not say where it is from"):
            ranking(context=unsaid)
        listed = ranking(context=unsaid, source=["One, 2024", "Two, 2021"]).spec["frame"]["sources"]
        assert [line["text"] for line in listed] == ["One, 2024", "Two, 2021"]
        assert [line["text"] for line in ranking(context=shares()).spec["frame"]["sources"]] == [SOURCE, SHARES_SOURCE]

    def test_a_registered_one_stays_beside_the_authors_source(self) -> None:
        drawn = tc.DeficitRanking(
            own(), unit="usd", source="Another bureau, 2024", context=tc.data.us_share_of_imports()
        )
        lines = drawn.spec["frame"]["sources"]
        assert lines[0]["text"] == "Another bureau, 2024"
        assert lines[1]["definition"] == "wits_us_share_of_goods_imports"


class TestSigns:
    @pytest.mark.parametrize("name", ["deficit", "Trade deficit, bn", "déficit", "Handelsdefizit", "net_imports"])
    def test_a_balance_called_a_deficit_is_asked_about(self, name: str) -> None:
        data = own(exports=None, imports=None, **{name: [171.0, 62.0, 295.0]})
        with pytest.raises(tc.DataError, match="is a positive figure of this column a deficit") as refused:
            ranking(data, balance=name, unit="usd_billion")
        call = str(refused.value).partition("turn the sign: ")[2].partition(", with")[0]
        turned = eval(call, {"data": data})
        assert rows(ranking(turned, balance="balance", unit="usd_billion"))["CHN"]["text"] == "295.0"

    @pytest.mark.parametrize("flow", ["exports", "imports"])
    def test_one_flow_alone_is_no_balance(self, flow: str) -> None:
        with pytest.raises(tc.DataError, match=f"no partner has a balance: '{flow}' has no figure"):
            tc.DeficitRanking(own(**{flow: [np.nan] * 3}), source=SOURCE)

    def test_shares_and_indices_that_are_all_missing_are_no_chart(self) -> None:
        frame = pd.DataFrame({"partner": ["MEX"], "year": 2021, "share": np.nan, "rca": np.nan})
        with pytest.raises(tc.DataError, match="no country has a share for 2021"):
            tc.InputReliance(frame, source=SOURCE)
        with pytest.raises(tc.DataError, match="no country has an index for 2021"):
            tc.ComparativeAdvantage(frame, source=SOURCE)
        with pytest.raises(tc.DataError, match="in context=: column 'share' has no figure for 2021"):
            ranking(context=shares(share=np.nan))


def test_all_faults_are_told_at_once_with_the_frame_that_is_meant() -> None:
    data = own(partner=["Norwegn", "CAN", "World"], exports=["x", 2e9, 3e9])
    context = pd.DataFrame({"country": ["MEX"], "share": [40.0]})
    with pytest.raises(tc.DataError) as refused:
        tc.DeficitRanking(data, top="ten", context=context, entities={"a": ""})
    faults = refused.value.faults
    for words in (
        "top='ten'",
        "entities 'a' is empty",
        "'World' is a group",
        "'Norwegn'",
        "row 0: 'x' is text",
        "name publisher, table and vintage with source=",
        "in context=: there is no column 'partner'",
        "in context=: column 'share', row 0: 40 is not a share",
    ):
        assert any(words in fault for fault in faults), words
    assert str(refused.value).startswith(f"{len(faults)} things are wrong:\n- ")


@pytest.mark.parametrize("chart", [tc.InputReliance, tc.ComparativeAdvantage])
def test_other_charts_tell_all_faults_too(chart: Any) -> None:
    data = pd.DataFrame({"partner": ["Norwegn", "MEX"], "year": ["x", 2021], "share": ["a", 0.5], "rca": ["b", 1.0]})
    with pytest.raises(tc.DataError) as refused:
        chart(data, top="ten", trend="yes", source=None)
    assert len(refused.value.faults) >= 4
