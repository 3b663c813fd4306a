"""DeficitRanking: its rows, their comparison with another year, and their marks."""

from __future__ import annotations

import re
import warnings

import pandas as pd
import pytest

import tradecontext as tc
from frames import notes, own, ranking, rows, table
from markup import drawing

ORIGINAL, REVISED = "2025-04", "2025-10"


@pytest.fixture(scope="module")
def trade() -> pd.DataFrame:
    return tc.data.us_goods_trade(REVISED)


@pytest.fixture(scope="module")
def original() -> pd.DataFrame:
    return tc.data.us_goods_trade(ORIGINAL)


class TestRows:
    def test_partners_are_ranked_by_deficit(self, trade: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(trade, year=2024)
        there = trade[trade["year"] == 2024].sort_values("balance")
        assert list(rows(chart)) == there["partner"].tolist()[:10]
        assert [row["rank"] for row in chart.spec["rows"]] == list(range(1, 11))
        for row, balance in zip(chart.spec["rows"], there["balance"], strict=False):
            assert row["deficit"] == -balance
            assert row["deficit"] == row["imports"] - row["exports"]

    def test_the_last_year_is_drawn_when_none_is_given(self, trade: pd.DataFrame) -> None:
        assert tc.DeficitRanking(trade).spec["year"] == 2024
        assert tc.DeficitRanking(trade[trade["year"] < 2020]).spec["year"] == 2019

    def test_values_are_printed_in_billions_with_one_decimal(self, trade: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(trade, year=2024)
        assert chart.spec["columns"]["deficit"] == "Deficit, $\u00a0billion"
        assert rows(chart)["MEX"]["text"] == "171.5"

    @pytest.mark.parametrize(
        ("deficits", "unit", "texts"),
        [
            ([12e12, 3e9], "Deficit, $ billion", ["12,000.0", "3.0"]),
            ([3e9, 4e6], "Deficit, $ billion", ["3.0", "0.004"]),
            ([3e9, 4e5, 4e4], "Deficit, $ billion", ["3.0", "<0.001", "<0.001"]),
            ([45.25e9, 45.249e9], "Deficit, $ billion", ["45.3", "45.2"]),
            ([8e6, 5e6], "Deficit, $ million", ["8.0", "5.0"]),
            ([8e3, 5e3], "Deficit, $ thousand", ["8.0", "5.0"]),
        ],
    )
    def test_the_unit_suits_the_largest_bar(self, deficits: list[float], unit: str, texts: list[str]) -> None:
        codes = ["MEX", "CAN", "CHN"][: len(deficits)]
        data = pd.DataFrame({"partner": codes, "year": 2024, "balance": [-each for each in deficits]})
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            spec = ranking(data, unit="usd").spec
        assert spec["columns"]["deficit"].replace("\u00a0", " ") == unit
        assert [row["text"] for row in spec["rows"]] == texts

    def test_equal_deficits_come_in_the_order_of_their_codes(self) -> None:
        data = pd.DataFrame({"partner": ["MEX", "CAN", "CHN"], "year": 2024, "balance": [-5e9, -5e9, -5e9]})
        assert list(rows(ranking(data))) == ["CAN", "CHN", "MEX"]
        assert list(rows(ranking(data.iloc[::-1]))) == ["CAN", "CHN", "MEX"]

    def test_a_surplus_is_a_word_and_a_positive_figure(self, trade: pd.DataFrame) -> None:
        assert all(row["deficit"] > 0 for row in tc.DeficitRanking(trade, top=1000).spec["rows"])
        chart = tc.DeficitRanking(trade, year=2024, top=3, surpluses=2)
        below = chart.spec["rows"][3:]
        assert [row["partner"] for row in below] == ["HKG", "NLD"]
        for row in below:
            assert row["deficit"] < 0
            assert re.fullmatch(r"surplus \d+\.\d", row["text"])
            assert row["readout"].endswith("a surplus.")
        assert "surplus (more exports than imports)" in notes(chart)
        assert not re.search(">\\s*[\u2212-]\\d", chart.to_html())

    def test_balanced_trade_draws_no_row(self) -> None:
        chart = ranking(own(exports=[505e9, 349e9, 143e9]), surpluses=3)
        assert list(rows(chart)) == ["CHN", "CAN"]

    def test_a_year_without_any_deficit_has_no_row_and_says_so(self) -> None:
        with pytest.warns(UserWarning, match=r"no partner has a deficit in 2024.*: surpluses=3 draws"):
            chart = ranking(own(exports=[600e9, 600e9, 600e9]))
        assert chart.spec["rows"] == []
        assert chart.spec["frame"]["headline"] == ("The United States ran no trade deficit with any of 3 partners")
        assert chart.to_html()

    def test_of_surpluses_alone_the_headline_has_the_largest(self) -> None:
        chart = ranking(own(exports=[600e9, 600e9, 600e9]), surpluses=3)
        largest = min(chart.spec["rows"], key=lambda row: row["deficit"])
        assert f"surplus with {largest['name']}" in chart.spec["frame"]["headline"]

    def test_others_and_total_add_up(self, trade: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(trade, year=2024, top=5, surpluses=2, others=True, total=True, compare=2023)
        *shown, others, total = chart.spec["rows"]
        assert (others["role"], total["role"]) == ("others", "total")
        there = trade[trade["year"] == 2024]
        for flow in ("exports", "imports"):
            assert total[flow] == pytest.approx(there[flow].sum())
            assert sum(row[flow] for row in shown) + others[flow] == pytest.approx(total[flow])
        assert total["deficit"] == pytest.approx(-there["balance"].sum())
        assert total["compare"]["deficit"] == pytest.approx(-trade[trade["year"] == 2023]["balance"].sum())
        assert f"“All other partners” is the sum of {len(there) - 7} partners not shown." in notes(chart)
        assert f"“Total deficit” is the sum of all {len(there)} partners" in notes(chart)
        assert "rank" not in total

    def test_no_others_row_where_all_are_shown(self) -> None:
        assert [row["role"] for row in ranking(others=True).spec["rows"]] == ["partner"] * 3

    def test_partners_without_a_figure_are_named(self) -> None:
        chart = ranking(own(imports=[505e9, None, 438e9]))
        assert list(rows(chart)) == ["CHN", "MEX"]
        assert "No figure in the data for Canada, 2024." in notes(chart)
        countries = ["DEU", "FRA", "ITA", "ESP", "PRT", "NLD", "BEL", "CHN"]
        many = pd.DataFrame({"partner": countries, "year": 2024, "balance": [None] * 7 + [-1e9]})
        assert "No figure in the data for Germany, France, Italy, Spain, Portugal and 2 more, 2024." in notes(
            ranking(many)
        )

    def test_name_ranks_follow_the_printed_names(self, trade: pd.DataFrame) -> None:
        for locale in ("en", "es"):
            spec = tc.DeficitRanking(trade, year=2024, top=60, locale=locale).spec
            by_rank = [row["name"] for row in sorted(spec["rows"], key=lambda row: row["name_rank"])]
            plain = [name.translate(str.maketrans("áéíóúñüÁ", "aeiounuA")).casefold() for name in by_rank]
            letters = [re.sub("[^a-z]", "", name) for name in plain]
            assert letters == sorted(letters)


class TestCompare:
    @pytest.mark.parametrize(("vintage", "change"), [(ORIGINAL, "up 12.7%"), (REVISED, "up 14.9%")])
    def test_mexico_in_either_vintage(self, vintage: str, change: str) -> None:
        chart = tc.DeficitRanking(tc.data.us_goods_trade(vintage), year=2024, compare=2023)
        assert rows(chart)["MEX"]["compare"]["text"] == change
        assert chart.spec["columns"]["compare"] == {"title": "2023, and % change since", "year": 2023}
        assert all(
            "2023, and % change since" in text
            for text in (chart.to_html(), drawing(chart.to_svg()), chart.embed("safe"))
        )
        assert change in chart.to_html()
        assert change in chart.embed("safe")
        assert table(chart)[1]["deficit_2023_USD"] == str(round(rows(chart)["MEX"]["compare"]["deficit"]))

    def test_two_vintages_are_never_compared(self, trade: pd.DataFrame, original: pd.DataFrame) -> None:
        both = pd.concat([original[original["year"] == 2023], trade[trade["year"] == 2024]])
        with pytest.raises(tc.DataError, match="two vintages in one measure"):
            tc.DeficitRanking(both, year=2024, compare=2023)
        assert tc.DeficitRanking(both, year=2024).spec["year"] == 2024

    @pytest.mark.parametrize(
        ("earlier", "text"),
        [
            (-100e9, "up 71.0%"),
            (-342e9, "down 50.0%"),
            (-171e9, "unchanged"),
            (-17.1e9, "from 17.1"),
            (-17.2e9, "up 894%"),
            (5e9, "surplus in 2023"),
            (0.0, "balanced in 2023"),
            (None, "no data"),
        ],
    )
    def test_the_change_in_words(self, earlier: float | None, text: str) -> None:
        data = pd.DataFrame({"partner": "MEX", "year": [2023, 2024], "balance": [earlier, -171e9]})
        assert ranking(data, compare=2023, year=2024).spec["rows"][0]["compare"]["text"] == text

    def test_a_partner_that_is_new(self) -> None:
        data = pd.concat([own(), own(year=2023).head(2)])
        assert rows(ranking(data, year=2024, compare=2023))["CHN"]["compare"] == {"deficit": None, "text": "no data"}


class TestNearTie:
    def test_it_is_told_from_the_data(self, original: pd.DataFrame) -> None:
        told = tc.DeficitRanking(original, year=2024, top=10)
        assert "Place 10 is a near tie: India 45.66, Thailand 45.61 billion US dollars." in notes(told)
        assert "45.66" in told.to_html()

    def test_not_where_they_are_further_apart(self, trade: pd.DataFrame) -> None:
        assert "near tie" not in notes(tc.DeficitRanking(trade, year=2024, top=10))

    def test_it_can_be_edited_or_dropped(self, original: pd.DataFrame) -> None:
        chart = tc.DeficitRanking(original, year=2024, near_tie="India and Thailand are level.")
        assert "India and Thailand are level." in notes(chart)
        assert "near tie" not in notes(chart)
        chart.near_tie = False
        assert notes(chart) == "Partners in the data that are not shown: 223."


class TestMarks:
    def test_groups_mark_names_and_are_explained(self, trade: pd.DataFrame) -> None:
        groups = {"USMCA": ["MEX", "CAN"], "*": ("in the European Union", ["DEU", "Ireland"])}
        chart = tc.DeficitRanking(trade, year=2024, groups=groups)
        assert rows(chart)["MEX"]["marks"] == ["USMCA"]
        assert rows(chart)["IRL"]["marks"] == ["*"]
        assert "USMCA: Mexico and Canada." in notes(chart)
        assert "*: in the European Union." in notes(chart)
        assert ">USMCA<" in chart.to_html()
        assert ">USMCA<" in chart.embed("safe")

    def test_a_mark_stands_in_the_note_as_beside_the_name(self) -> None:
        assert "x: Mexico." in notes(ranking(groups={"x": ["MEX"]}))

    def test_a_partner_in_two_groups_has_both_marks(self) -> None:
        assert rows(ranking(groups={"A": ["MEX"], "B": ["MEX", "CAN"]}))["MEX"]["marks"] == ["A", "B"]

    def test_a_group_with_nobody_drawn_is_not_explained(self) -> None:
        assert notes(ranking(top=1, groups={"USMCA": ["MEX", "CAN"]})) == "Partners in the data that are not shown: 2."

    def test_a_large_group_is_named_in_full(self, trade: pd.DataFrame) -> None:
        everyone = list(rows(tc.DeficitRanking(trade, year=2024, top=60)))
        assert "Vietnam" in notes(tc.DeficitRanking(trade, year=2024, top=60, groups={"A": everyone}))

    def test_annotations_stand_in_row_and_table(self) -> None:
        chart = ranking(annotations=[("Mexico", "Revised in October.")])
        assert rows(chart)["MEX"]["annotation"] == "Revised in October."
        assert [row["annotation"] for row in table(chart)] == ["", "Revised in October.", ""]
        assert chart.embed("safe").count("Revised in October.") == 1

    def test_each_highlight_has_its_own_accent(self) -> None:
        chart = ranking(highlight=["Canada", "MX", "CAN"])
        assert rows(chart)["CAN"]["highlight"] == 1
        assert rows(chart)["MEX"]["highlight"] == 2
        assert "highlight" not in rows(chart)["CHN"]
        assert "deficit with Canada was" in chart.spec["frame"]["alt"]

    @pytest.mark.parametrize(
        ("data", "why"),
        [
            (own(exports=[334e9, None, 143e9]), "CAN has no figure for 2024;"),
            (own().drop(index=1), "CAN has no row in the data"),
        ],
    )
    def test_a_highlight_that_cannot_be_drawn_says_why(self, data: pd.DataFrame, why: str) -> None:
        with pytest.raises(tc.DataError, match="highlight: " + why):
            ranking(data, highlight=["CAN"])


class TestHighlightsBeyondTheLargest:
    def test_it_is_drawn_in_its_place_and_its_rank_told(self, trade: pd.DataFrame) -> None:
        everyone = [row["partner"] for row in tc.DeficitRanking(trade, year=2024, top=None).spec["rows"]]
        chart = tc.DeficitRanking(trade, year=2024, top=3, highlight=[everyone[19], everyone[5]])
        assert list(rows(chart)) == [*everyone[:3], everyone[5], everyone[19]]
        assert rows(chart)[everyone[19]]["rank"] == 20
        names = {code: row["name"] for code, row in rows(chart).items()}
        assert f"rank: {names[everyone[5]]} (6), {names[everyone[19]]} (20)." in notes(chart)
        # Among the five shown it would be the fifth.
        assert chart.headline.endswith("ranked number 20 of 233")

    def test_the_others_add_up_without_it(self, trade: pd.DataFrame) -> None:
        plain, beside = (
            rows(tc.DeficitRanking(trade, year=2024, top=3, others=True, total=True, highlight=highlight))
            for highlight in ((), ["CAN"])
        )
        rest = beside["_others"]["deficit"] + beside["CAN"]["deficit"]
        assert rest == pytest.approx(plain["_others"]["deficit"], rel=1e-12)
        assert beside["_total"]["deficit"] == plain["_total"]["deficit"]

    def test_a_surplus_and_balanced_trade_are_drawn_too(self) -> None:
        surplus = ranking(own(exports=[334e9, 600e9, 143e9]), highlight=["CAN"])
        assert list(rows(surplus)) == ["CHN", "MEX", "CAN"]
        assert "surplus" in rows(surplus)["CAN"]["text"]
        assert "surplus with Canada" in surplus.headline
        balanced = ranking(own(exports=[334e9, 411e9, 143e9]), highlight=["CAN"])
        assert rows(balanced)["CAN"]["text"] == "0.0"
        assert "number" not in balanced.headline

    def test_a_tie_at_the_cut_is_one_with_a_partner_that_is_not_drawn(self) -> None:
        data = own(exports=[100e9, 100e9, 100e9], imports=[300e9, 200e9, 200e9 - 1])
        assert "near tie" in notes(ranking(data, top=2))
        assert "near tie" not in notes(ranking(data, top=2, highlight=["CHN"]))
