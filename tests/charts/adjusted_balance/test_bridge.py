"""AdjustedBalance: the steps from one balance to the other agree with the measures, for any input-output table."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from accounts import of, oracle
from balances import chart, headline, notes, own, partner, rows, table

if TYPE_CHECKING:
    import pandas as pd

STEPS = {
    "exports_returned": [("exports_returned", -1)],
    "imports_reporter": [("imports_reporter_content", 1)],
    "partner_returned": [("imports_returned", 1), ("exports_partner_content", -1)],
    "exports_third": [("exports_foreign", -1), ("exports_partner_content", 1)],
    "imports_third": [("imports_foreign", 1), ("imports_reporter_content", -1)],
    "exports_onward": [("exports_onward", -1)],
    "imports_onward": [("imports_onward", 1)],
    "double_counted": [("imports_double_counted", 1), ("exports_double_counted", -1)],
    "exports_indirect": [("exports_indirect", 1)],
    "imports_indirect": [("imports_indirect", -1)],
}


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    return tc.data.value_added_balances()


@pytest.fixture(scope="module")
def toy() -> tc.measures.MRIO:
    return of(oracle("toy3_analytic"), unit="usd_billion", year=2020)


NETTED = {
    "third_countries": {"imports_third", "exports_third"},
    "passing_through": {"imports_onward", "exports_onward"},
    "coming_home": {"imports_reporter", "exports_returned"},
    "rest": {"partner_returned", "double_counted", "imports_indirect", "exports_indirect"},
}


def effects(drawn: tc.AdjustedBalance, role: str = "part") -> dict[str, float]:
    return {code: row["to"] - row["from"] for code, row in rows(drawn).items() if row["role"] == role}


def assert_adds_up(drawn: tc.AdjustedBalance) -> None:
    """Four steps, and ten, lead from the one balance to the other to the last digit of each figure."""
    by_role = {role: [row for row in drawn.spec["rows"] if row["role"] == role] for role in ("balance", "step", "part")}
    first, last = by_role["balance"]
    assert (drawn.spec["rows"][0], drawn.spec["rows"][5]) == (first, last)
    assert (first["from"], last["from"]) == (0, 0)
    assert [row["partner"] for row in by_role["step"]] == list(NETTED)
    assert len(by_role["part"]) == 10
    sums = {}
    for role in ("step", "part"):
        at = first["to"]
        for row in by_role[role]:
            assert row["from"] == at
            at = row["to"]
        assert at == last["to"]
        sums[role] = sum(Decimal(repr(row["to"])) - Decimal(repr(row["from"])) for row in by_role[role])
    assert sums["step"] == sums["part"] == Decimal(repr(last["to"])) - Decimal(repr(first["to"]))
    for step in by_role["step"]:
        own = [row for row in by_role["part"] if row["part_of"] == step["partner"]]
        assert {row["partner"] for row in own} == NETTED[step["partner"]]
        assert (own[0]["from"], own[-1]["to"]) == (step["from"], step["to"])


class TestBridge:
    def test_the_united_states_and_mexico_in_2011(self, bundled: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(bundled, view="bridge", country="MEX")
        assert_adds_up(drawn)
        texts = {code: row["text"] for code, row in rows(drawn).items()}
        assert texts == {
            "gross": "\u221260.2",
            "third_countries": "+14.8",
            "passing_through": "+6.5",
            "coming_home": "+4.3",
            "rest": "\u22121.5",
            "value_added": "\u221236.1",
            "imports_third": "+46.9",
            "exports_third": "\u221232.2",
            "imports_onward": "+18.9",
            "exports_onward": "\u221212.4",
            "imports_reporter": "+26.7",
            "exports_returned": "\u221222.4",
            "partner_returned": "\u22120.7",
            "double_counted": "\u22120.9",
            "imports_indirect": "\u22124.9",
            "exports_indirect": "+5.0",
        }
        assert "(22.4) and in imports (26.7): taken off both, they move the balance by +4.3" in notes(drawn)
        assert all("{" not in row["readout"] for row in drawn.spec["rows"])
        assert "32.2 of exports and 46.9 of imports" in rows(drawn)["third_countries"]["readout"]

    def test_a_citizen_can_name_the_steps(self, bundled: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(bundled, view="bridge", country="MEX")
        assert [row["name"] for row in drawn.spec["rows"][:6]] == [
            "Deficit as traded",
            "Parts from third countries",
            "Goods used in third countries",
            "US parts coming home",
            "Double counting and the rest",
            "Deficit in value added",
        ]
        assert drawn.spec["exact"] == "The 10 exact steps"

    @pytest.mark.parametrize(
        ("country", "named", "said"),
        [
            (
                "MEX",
                ["third_countries", "passing_through"],
                "Third countries, more than US parts, inflated the deficit with Mexico",
            ),
            ("CAN", ["passing_through"], "Goods used in third countries inflated the deficit with Canada"),
            # Two steps of about one size that go either way explain nothing by themselves.
            ("DEU", [], "The US deficit with Germany was 6% larger in value added"),
            # The largest step sums several, which have no name.
            ("JPN", [], "The US deficit with Japan was 39% larger in value added"),
        ],
    )
    def test_the_accent_is_on_the_steps_that_the_headline_names(
        self, bundled: pd.DataFrame, country: str, named: list[str], said: str
    ) -> None:
        drawn = tc.AdjustedBalance(bundled, view="bridge", country=country)
        assert headline(drawn) == said
        accents = [row["partner"] for row in drawn.spec["rows"] if "highlight" in row]
        assert accents == named

    @pytest.mark.slow
    def test_a_named_step_is_larger_than_the_three_others(self, bundled: pd.DataFrame) -> None:
        known = bundled[bundled["exports_absorbed"].notna() & bundled["year"].isin((1995, 2001, 2005, 2008, 2011))]
        assert len(known) == 5 * 13
        for year, code in zip(known["year"], known["partner"], strict=True):
            drawn = tc.AdjustedBalance(bundled, view="bridge", year=year, country=code)
            sizes = {each: abs(effect) for each, effect in effects(drawn, "step").items()}
            for each in [row["partner"] for row in drawn.spec["rows"] if "highlight" in row][:1]:
                assert sizes.pop(each) > sum(sizes.values())

    @pytest.mark.slow
    def test_every_step_is_the_data_s(self, bundled: pd.DataFrame) -> None:
        known = bundled[bundled["exports_absorbed"].notna()]
        for year in (1995, 2011):
            there = known[known["year"] == year].set_index("partner")
            assert len(there) == 13
            for code in there.index:
                drawn = tc.AdjustedBalance(bundled, view="bridge", year=year, country=code)
                assert_adds_up(drawn)
                for step, effect in effects(drawn).items():
                    data = sum(sign * there.loc[code, column] for column, sign in STEPS[step])
                    assert effect == pytest.approx(data, abs=2e5)
                for step, effect in effects(drawn, "step").items():
                    parts = [STEPS[part] for part in NETTED[step]]
                    data = sum(sign * there.loc[code, column] for part in parts for column, sign in part)
                    assert effect == pytest.approx(data, abs=2e5)
                foreign = sum(effects(drawn)[step] for step in ("imports_reporter", "imports_third"))
                assert foreign == pytest.approx(there.loc[code, "imports_foreign"], rel=1e-6)
                assert rows(drawn)["gross"]["to"] == there.loc[code, "balance"]
                assert rows(drawn)["value_added"]["to"] == there.loc[code, "value_added_balance"]

    def test_the_first_highlighted_or_the_only_partner(self, bundled: pd.DataFrame) -> None:
        named = tc.AdjustedBalance(bundled, view="bridge", country="Mexico").spec
        assert tc.AdjustedBalance(bundled, view="bridge", highlight=["MEX", "CHN"]).spec == named
        mexico = bundled[bundled["partner"] == "MEX"]
        assert tc.AdjustedBalance(mexico, view="bridge").spec == named

    def test_steps_are_rows_to_choose_and_to_remark_on(self, bundled: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(bundled, view="bridge", country="MEX", annotations=[("imports_third", "From Asia")])
        drawn.selection = ["imports_third"]
        assert drawn.selection == ("imports_third",)
        assert rows(drawn)["imports_third"]["annotation"] == "From Asia"

    def test_the_same_numbers_in_every_output(self, bundled: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(bundled, view="bridge", country="CHN")
        for line, row in zip(table(drawn), drawn.spec["rows"], strict=True):
            assert (line["step"], line["from_2011_USD"], line["to_2011_USD"]) == (
                row["partner"],
                str(row["from"]),
                str(row["to"]),
            )
            assert line["effect_2011_USD"].lstrip("'") == (
                "" if row["role"] == "balance" else str(row["to"] - row["from"])
            )
            assert line["explanation"].lstrip("'") == row["readout"]
            assert line["part_of"] == row.get("part_of", "")

    @given(
        st.tuples(*[st.floats(min_value=0, max_value=1e3)] * 4),
        st.tuples(*[st.floats(min_value=0, max_value=0.5)] * 4),
    )
    def test_any_bridge_adds_up(self, flows: tuple[float, ...], shares: tuple[float, ...]) -> None:
        exports, imports, *indirect = flows
        more = {"indirect": tuple(indirect), "own": shares[:2], "theirs": shares[2:]}
        row = partner("MEX", exports, imports, **more)
        assert_adds_up(chart(own(row, unit="usd_billion"), view="bridge"))


class TestTables:
    def test_the_analytic_table(self, toy: tc.measures.MRIO) -> None:
        expected = oracle("toy3_analytic")["expected"]
        found = rows(chart(toy))
        assert found["MEX"]["gross"] == expected["bal_gross_us_mex"] * 1e9
        assert found["MEX"]["value_added"] == pytest.approx(expected["bal_va_us_mex"] * 1e9)
        assert found["CHN"]["value_added"] == pytest.approx(expected["bal_va_us_chn"] * 1e9)
        assert found["_total"]["gross"] == pytest.approx(expected["us_total_va"] * 1e9)

    def test_what_comes_home_cancels_and_third_countries_move_the_balance(self, toy: tc.measures.MRIO) -> None:
        drawn = chart(toy, view="bridge", country="MEX")
        assert_adds_up(drawn)
        moving = {code: round(effect / 1e9, 9) for code, effect in effects(drawn).items() if effect}
        assert moving == {"exports_returned": -30, "imports_reporter": 30, "imports_third": 20}
        assert rows(drawn)["double_counted"]["text"] == "0.0"
        assert {code: effect / 1e9 for code, effect in effects(drawn, "step").items()} == {
            "third_countries": 20,
            "passing_through": 0,
            "coming_home": 0,
            "rest": 0,
        }
        assert headline(drawn) == "Third countries, more than US parts, inflated the deficit with Mexico"

    def test_content_of_a_table(self, toy: tc.measures.MRIO) -> None:
        found = rows(chart(toy, view="content"))
        assert found["MEX"]["content"] == pytest.approx([0.3, 0.5, 0.2])
        assert found["MEX"]["text"] == "30¢"
        assert "content" not in found["CHN"]
        assert found["CHN"]["text"] == "no data"

    @pytest.mark.slow
    @pytest.mark.parametrize("name", ["random4x3_r", "wiod2011_9x5_r"])
    def test_any_table_is_what_the_measures_say(self, name: str) -> None:
        found = oracle(name)
        mrio = of(found, unit="usd_million", year=2011, tolerance=0.01)
        codes = {code: f"Economy {code}" for code in mrio.economies}
        reporter, *others = mrio.economies
        options: dict[str, Any] = {"reporter": reporter, "entities": codes}
        balances = mrio.balances(reporter).set_index("partner")
        drawn = rows(chart(mrio, **options))
        content = rows(chart(mrio, view="content", **options))
        assert set(drawn) == {*others, "_total"}
        for code in others:
            assert drawn[code]["gross"] == pytest.approx(mrio.balance(reporter, code) * 1e6)
            assert drawn[code]["value_added"] == pytest.approx(mrio.balance(reporter, code, "value_added") * 1e6)
            split = mrio.content_split(code, reporter)
            assert content[code]["content"][0] == pytest.approx(split[reporter] / split.sum())
            assert content[code]["content"][1] == pytest.approx(split[code] / split.sum())
            path = chart(mrio, view="bridge", country=code, **options)
            assert_adds_up(path)
            steps = mrio.bridge(reporter, code)
            for role in ("part", "step"):
                assert sum(effects(path, role).values()) == pytest.approx(steps["effect"].sum() * 1e6)
        assert drawn["_total"]["gross"] == pytest.approx(balances["balance"].sum() * 1e6)

    def test_a_table_says_its_year_source_and_unit(self) -> None:
        found = oracle("toy3_analytic")
        known = of(found, unit="eur_billion", year=2020, source="A table, first edition")
        drawn = tc.AdjustedBalance(known, reporter="MEX")
        assert (drawn.spec["year"], drawn.spec["currency"]) == (2020, "EUR")
        assert drawn.spec["frame"]["sources"] == [{"text": "A table, first edition"}]
        assert headline(drawn) == "Mexico\u2019s balance with China was a deficit as traded, zero in value added"
        content = tc.AdjustedBalance(known, reporter="MEX", view="content")
        assert content.spec["legend"][0] == "Mexico\u2019s content"
        assert content.spec["rows"][0]["text"].endswith("%")
        assert "EUR" in content.spec["frame"]["subtitle"]
