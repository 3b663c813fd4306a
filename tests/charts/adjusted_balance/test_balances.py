"""AdjustedBalance: balances by partner, as traded and in value added, against the accounts."""

from __future__ import annotations

import math
import random
import re
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from balances import chart, headline, notes, own, partner, rows, table

if TYPE_CHECKING:
    import pandas as pd


FIGURES = ("gross", "value_added")


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    return tc.data.value_added_balances()


class TestBalances:
    def test_the_united_states_and_mexico_in_2011(self, bundled: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(bundled, highlight=["MEX"])
        row = rows(drawn)["MEX"]
        assert drawn.spec["view"] == "value_added"
        assert (drawn.spec["year"], drawn.spec["currency"]) == (2011, "USD")
        assert (row["gross_text"], row["value_added_text"], row["change_text"]) == (
            "\u221260.2",
            "\u221236.1",
            "24.1 smaller (40%)",
        )
        assert row["readout"] == (
            "Mexico, 2011: as traded \u221260.2, in value added \u221236.1 billion US dollars: deficit smaller by 24.1."
        )
        assert headline(drawn) == "The US deficit with Mexico was 40% smaller in value added"

    def test_every_figure_is_the_data_s(self, bundled: pd.DataFrame) -> None:
        for year in (1995, 2003, 2011):
            there = bundled[bundled["year"] == year].set_index("partner")
            drawn = tc.AdjustedBalance(bundled, year=year, top=39)
            found = {code: row for code, row in rows(drawn).items() if row["role"] == "partner"}
            assert set(found) == set(there.index)
            for code, row in found.items():
                assert row["gross"] == there.loc[code, "balance"]
                assert row["value_added"] == there.loc[code, "value_added_balance"]
                assert row["change"] == row["value_added"] - row["gross"]
            gross = [row["gross"] for row in found.values()]
            assert gross == sorted(gross)

    def test_the_total_is_the_same_both_ways_and_says_so(self, bundled: pd.DataFrame) -> None:
        total = rows(tc.AdjustedBalance(bundled))["_total"]
        assert (total["role"], total["name"]) == ("total", "World")
        assert total["gross"] == -557_772_000_000
        assert total["value_added"] == pytest.approx(total["gross"], rel=1e-7)
        assert total["gross_text"] == total["value_added_text"] == "\u2212557.8"
        assert total["change_text"] == "0.0, same"
        assert total["readout"].endswith(": no difference.")
        assert "annotation" not in total
        assert "is the same as traded and in value added but for rounding" in notes(tc.AdjustedBalance(bundled))
        without = tc.AdjustedBalance(bundled, total=False)
        assert not {"_others", "_rest", "_total"} & set(rows(without))
        assert "not shown: 29." in notes(without)
        assert "World" not in notes(without)

    def test_the_total_is_of_the_world_whoever_is_left_out(self, bundled: pd.DataFrame) -> None:
        some = tc.AdjustedBalance(bundled[bundled["partner"].isin(["MEX", "CAN"])])
        assert rows(some)["_total"]["gross"] == -557_772_000_000
        assert list(rows(some))[2:] == ["_rest", "_total"]

    def test_a_frame_of_ones_own_has_a_total_only_where_it_is_complete(self) -> None:
        parts = [partner("MEX", 40, 100), partner("CAN", 80, 64)]
        assert "_total" not in rows(chart(own(*parts)))
        gap = sum(row["value_added_balance"] - row["exports"] + row["imports"] for row in parts)
        rest = partner("CHN", 50, 50)
        rest["value_added_balance"] = -gap
        drawn = chart(own(*parts, rest))
        assert rows(drawn)["_total"]["name"] == "All partners"
        assert "the sum of all 3 partners in the data" in notes(drawn)

    def test_a_row_of_the_world_is_the_total(self) -> None:
        world = {**partner("WLD", 500, 900), "value_added_balance": -400.0}
        drawn = chart(own(partner("MEX", 40, 100), world))
        assert list(rows(drawn)) == ["MEX", "_rest", "_total"]
        assert rows(drawn)["_total"]["gross"] == -400e9
        with pytest.raises(tc.DataError, match="partner WLD: all partners together have the same balance in both"):
            chart(own(partner("MEX", 40, 100), world | {"value_added_balance": -390.0}))
        assert rows(chart(own(partner("ROW", 40, 100))))["ROW"]["name"] == "Rest of the world"

    def test_the_largest_either_way_and_the_highlighted(self, bundled: pd.DataFrame) -> None:
        there = bundled[bundled["year"] == 2011].set_index("partner")["balance"]
        drawn = tc.AdjustedBalance(bundled, top=5, highlight=["IRL", "MEX"], total=False)
        largest = there.abs().sort_values(ascending=False).index[:5]
        assert set(rows(drawn)) == {*largest, "IRL", "MEX"}
        assert rows(drawn)["IRL"]["highlight"] == 1
        assert "not shown: 33." in notes(drawn)
        assert len(rows(tc.AdjustedBalance(bundled, total=False))) == 10
        assert len(rows(tc.AdjustedBalance(bundled, top=None, total=False))) == len(there)
        assert "AUT" in rows(tc.AdjustedBalance(bundled, country="AUT"))

    def test_order_does_not_hang_on_the_frame_s(self, bundled: pd.DataFrame) -> None:
        shuffled = bundled.sample(frac=1, random_state=1)
        options: dict[str, Any] = {"highlight": ["CHN"], "top": 20}
        assert tc.AdjustedBalance(shuffled, **options).spec == tc.AdjustedBalance(bundled, **options).spec

    @pytest.mark.parametrize(
        ("gross", "added", "change", "said"),
        [
            (-60, -36, "24.0 smaller", "The US deficit with Mexico was 40% smaller in value added"),
            (-20, -42, "22.0 larger", "The US deficit with Mexico was more than twice as large in value added"),
            (-20, -40, "20.0 larger", "The US deficit with Mexico was 100% larger in value added"),
            (
                12,
                1,
                "surplus 11.0\N{NO-BREAK SPACE}smaller",
                "The US surplus with Mexico was 92% smaller in value added",
            ),
            (10, 15, "surplus 5.0\N{NO-BREAK SPACE}larger", "The US surplus with Mexico was 50% larger in value added"),
            (-90, -89.9, "0.1 smaller", "The US deficit with Mexico was <1% smaller in value added"),
            (
                -5,
                5,
                "10.0, into\N{NO-BREAK SPACE}surplus",
                "The US deficit with Mexico turned into a surplus in value added",
            ),
            (
                5,
                -5,
                "10.0, into\N{NO-BREAK SPACE}deficit",
                "The US surplus with Mexico turned into a deficit in value added",
            ),
            (0, -5, "\u22125.0", "The US balance with Mexico was zero as traded, a deficit in value added"),
            (-5, 0, "+5.0", "The US balance with Mexico was a deficit as traded, zero in value added"),
            (0, 0, "0.0, same", "The US trade with Mexico was balanced as traded and in value added"),
            (-5, -5, "0.0, same", "The US deficit with Mexico was the same in value added"),
            (None, -5, "no data", "The data lacks one of the two balances with Mexico"),
            (-5, None, "no data", "The data lacks one of the two balances with Mexico"),
        ],
    )
    def test_a_balance_and_its_sign_in_words(
        self, gross: float | None, added: float | None, change: str, said: str
    ) -> None:
        given = partner("MEX", 100, 100) | {"exports": None if gross is None else 100.0 + gross}
        more = [partner(code, 10, 90) for code in ("CAN", "CHN")]
        drawn = chart(own(given | {"value_added_balance": added}, *more), highlight=["MEX"])
        # The percentage of the headline stands in its row, too.
        percent = re.search(r"<?\d+%", said)
        in_row = f"{change} ({percent[0]})" if percent else change
        assert rows(drawn)["MEX"]["change_text"] == in_row
        assert headline(drawn) == said
        assert tc.from_spec(drawn.spec).spec == drawn.spec

    @pytest.mark.parametrize(
        ("gross", "added", "told"),
        [
            (-60, -36, "deficit smaller by 24.0"),
            (-20, -42, "deficit larger by 22.0"),
            (12, 1, "surplus smaller by 11.0"),
            (1, 12, "surplus larger by 11.0"),
            (-5, 5, "the deficit turns into a surplus"),
            (5, -5, "the surplus turns into a deficit"),
            (0, -5, "a difference of 5.0"),
            (-5, -5, "no difference"),
            (None, -5, "no data"),
        ],
    )
    def test_a_read_out_says_how_they_differ(self, gross: float | None, added: float, told: str) -> None:
        given = partner("MEX", 100, 100) | {"exports": None if gross is None else 100.0 + gross}
        drawn = chart(own(given | {"value_added_balance": added}, partner("CAN", 80, 64)))
        assert told in rows(drawn)["MEX"]["readout"]

    def test_missing_is_told_and_stands_last(self) -> None:
        data = own(
            partner("MEX", 40, 100) | {"value_added_balance": None}, partner("CAN", 80, 64), partner("CHN", 1, 2)
        )
        drawn = chart(data.assign(imports=[100, None, 2]))
        assert list(rows(drawn)) == ["MEX", "CHN", "CAN"]
        assert (rows(drawn)["CAN"]["gross"], rows(drawn)["CAN"]["gross_text"]) == (None, "no data")
        assert (rows(drawn)["MEX"]["change"], rows(drawn)["MEX"]["change_text"]) == (None, "no data")
        assert "No figure in the data for Mexico and Canada, 2020." in notes(drawn)

    def test_the_scale_ends_at_round_amounts_beyond_every_dot_but_the_total_s(self, bundled: pd.DataFrame) -> None:
        for options in ({}, {"top": 39, "year": 1995}, {"highlight": ["MEX"], "top": 1}):
            drawn = tc.AdjustedBalance(bundled, **options)
            ticks = [tick["value"] for tick in drawn.spec["scale"]["ticks"]]
            dots = [row[name] for row in rows(drawn).values() if row["role"] != "total" for name in FIGURES]
            assert 0 in ticks
            assert ticks == sorted({ticks[0], 0, ticks[-1]}), "the ends and zero"
            assert ticks[0] < min(dots)
            assert ticks[-1] == 0 if max(dots) < 0 else max(dots) < ticks[-1]
            assert ticks[-1] - ticks[0] < 2 * (max(0, *dots) - min(0, *dots)), "the dots have most of the scale"

    def test_a_side_of_zero_without_a_balance_has_no_word(self) -> None:
        both = chart(own(partner("MEX", 40, 100), partner("CAN", 80, 64))).spec["scale"]
        assert (both["below"], both["above"]) == ("deficit", "surplus")
        one = chart(own(partner("MEX", 40, 100))).spec["scale"]
        assert (one["below"], "above" in one) == ("deficit", False)

    def test_the_same_numbers_in_every_output(self, bundled: pd.DataFrame) -> None:
        drawn = tc.AdjustedBalance(bundled, highlight=["MEX", "CHN"])
        lines = {line["partner"]: line for line in table(drawn)}
        for code, row in rows(drawn).items():
            assert [lines[code][f"{name}_2011_USD"] for name in ("gross", "value_added", "change")] == [
                str(row[name]) for name in ("gross", "value_added", "change")
            ]
        assert "a deficit of $60.2\u00a0billion as traded" in drawn.spec["frame"]["alt"]
        assert all(note in lines["MEX"]["notes"] for note in drawn.spec["frame"]["notes"])


def test_rows_in_any_order_and_currency() -> None:
    parts = [partner(code, 10 + place, 50 - place) for place, code in enumerate(["MEX", "CAN", "CHN", "DEU", "JPN"])]
    expected = chart(own(*parts)).spec
    for seed in range(3):
        random.Random(seed).shuffle(parts)
        assert chart(own(*parts)).spec == expected
    euros = chart(own(*parts, unit="eur_billion"), reporter="FRA")
    assert euros.spec["currency"] == "EUR"
    assert headline(euros).startswith("France\u2019s deficit")
    assert math.isclose(euros.spec["rows"][0]["gross"], expected["rows"][0]["gross"])
