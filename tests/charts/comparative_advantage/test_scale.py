"""ComparativeAdvantage: the scale about 1, and the ratio of two countries."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from indices import PARTNERS, chart, notes, own, rows

if TYPE_CHECKING:
    import pandas as pd


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    return tc.data.rca_intermediate_goods()


class TestScale:
    @pytest.mark.parametrize(
        ("values", "end", "ticks"),
        [
            ([1.0, 2.7], 3, ["0.5", "1", "2"]),
            ([2.71], 6, ["0.25", "0.5", "1", "2", "4"]),
            ([0.2], 6, ["0.25", "0.5", "1", "2", "4"]),
            ([10.8], 12, ["0.125", "0.5", "1", "2", "8"]),
            ([10.9, 0.0], 16, ["0.063", "0.25", "1", "4", "16"]),
            ([1 / 28], 32, ["0.031", "0.25", "1", "4", "32"]),
            ([64.0], 64, ["0.016", "0.125", "1", "8", "64"]),
            ([65.0, 1e-300], 64, ["0.016", "0.125", "1", "8", "64"]),
        ],
    )
    def test_it_is_symmetric_about_one(self, values: list[float], end: float, ticks: list[str]) -> None:
        codes = ["MEX", "CAN", "CHN"]
        data = own({code: [value] for code, value in zip(codes, [*values, None, None], strict=False)})
        scale = chart(data).spec["scale"]
        assert (scale["max"], [tick["text"] for tick in scale["ticks"]]) == (end, ticks)
        assert scale["below"] == "less than the world\u2019s share"
        assert scale["above"] == "more than the world\u2019s share"
        places = [tick["value"] for tick in scale["ticks"]]
        assert all(float(tick["text"]) == pytest.approx(tick["value"], rel=0.03) for tick in scale["ticks"])
        assert places == [pytest.approx(1 / place) for place in reversed(places)]

    def test_what_has_no_place_on_it_is_told(self) -> None:
        drawn = chart(own({"MEX": [0.0], "CAN": [65.0], "CHN": [0.001], "USA": [64.0]}))
        assert "0, drawn at the edge of the scale: Mexico." in notes(drawn)
        assert "Beyond the scale, drawn at its edge: Canada and China." in notes(drawn)
        assert "edge" not in notes(chart(own({"USA": [64.0]})))


INDICES = st.lists(st.one_of(st.none(), st.floats(0, 1e6)), min_size=1, max_size=6)


class TestProperties:
    @given(INDICES, st.randoms())
    @settings(max_examples=25, deadline=None)
    @pytest.mark.slow
    def test_the_order_of_rows_changes_nothing(self, values: list[float | None], random: Any) -> None:
        data = own(dict(zip(PARTNERS, [[each, each, 0.5] for each in values], strict=False)))
        shuffled = data.iloc[random.sample(range(len(data)), len(data))]
        one, other = (chart(each, period=(2001, 2003)).spec for each in (data, shuffled))
        assert one == other

    @pytest.mark.slow
    @given(st.lists(st.integers(2, 6400).map(lambda each: each / 100), min_size=1, max_size=6, unique=True))
    @settings(max_examples=25, deadline=None)
    def test_reciprocals_mirror_the_chart(self, values: list[float]) -> None:
        there = chart(own({code: [value] for code, value in zip(PARTNERS, values, strict=False)}))
        back = chart(own({code: [1 / value] for code, value in zip(PARTNERS, values, strict=False)}))
        assert list(rows(back)) == list(rows(there))[::-1]
        assert there.spec["scale"] == back.spec["scale"]
        end = there.spec["scale"]["max"]
        assert all(1 / end <= value <= end for value in values)
        assert end == 3 or any(value > 0.45 * end or value < 1 / (0.45 * end) for value in values)

    @given(st.lists(st.floats(0.01, 50), min_size=1, max_size=20))
    @settings(max_examples=25, deadline=None)
    def test_an_average_is_the_mean(self, values: list[float]) -> None:
        drawn = chart(own({"MEX": list(values)}), period=(2001, 2000 + len(values)))
        assert rows(drawn)["MEX"]["rca"] == pytest.approx(fmean(values), rel=1e-12)


class TestPair:
    def test_weights_are_shares_of_exports_added_up(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, period=(1994, 2013), partners=PARTNERS, ratio=("USA", "MEX"))
        inside = bundled[bundled["year"].between(1994, 2013)]
        sums = inside.groupby("partner")["export_share"].sum()
        for code in ("USA", "MEX", "CAN"):
            assert rows(drawn)[code]["pair"]["weight"] == pytest.approx(sums[code])
        assert rows(drawn)["USA"]["pair"]["name"] == "the United States"
        # Vietnam has 14 of the 20 years, so its average cannot be compared with another country's.
        assert "pair" not in rows(drawn)["VNM"]
        assert sums["USA"] / sums["MEX"] == pytest.approx(2.0356, abs=1e-4)
        assert drawn.spec["frame"]["notes"][0] == (
            "The share of intermediate goods in exports from the United States was 2.0 times that in exports from "
            "Mexico, averages 1994\u20132013, World Bank WITS. World totals cancel in this ratio: it compares what exports "
            "are made up of and says nothing of how much either exports."
        )

    def test_the_readers_sentence_keeps_its_gaps(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, year=2013, partners=PARTNERS)
        assert drawn.spec["pair"] == (
            "The share of intermediate goods in exports from {a} was {times} times that in exports from {b}, "
            "2013, World Bank WITS."
        )

    def test_it_names_no_publisher_but_the_authors(self, bundled: pd.DataFrame) -> None:
        drawn = chart(bundled, year=2013, partners=["MEX", "CAN"], ratio=("CAN", "MEX"))
        assert "WITS" not in drawn.spec["pair"]
        assert "exports from Mexico, 2013. World totals" in notes(drawn)

    def test_without_shares_it_is_the_index(self) -> None:
        data = own({"MEX": [0.5, 1.0], "CAN": [2.0, 4.0], "CHN": [0.0, 0.0]})
        drawn = chart(data, period=(2001, 2002), ratio=("CAN", "MEX"), good="cars")
        assert rows(drawn)["MEX"]["pair"] == {"weight": 1.5, "name": "Mexico"}
        assert "pair" not in rows(drawn)["CHN"]
        assert "The RCA in cars of Canada was 4.0 times that of Mexico, averages 2001\u20132002. It compares" in notes(
            drawn
        )
        assert "World totals cancel" in notes(chart(data, ratio=("CAN", "MEX")))

    @pytest.mark.parametrize(
        ("a", "text"), [(1.0, "1.0"), (0.05, "0.1"), (0.04, "0.04"), (0.001, "<0.01"), (123.45, "123.5")]
    )
    def test_how_many_times(self, a: float, text: str) -> None:
        drawn = chart(own({"MEX": [a], "CAN": [1.0]}), ratio=("MEX", "CAN"))
        assert f"of Mexico was {text} times" in notes(drawn)

    def test_none_without_two_to_compare(self) -> None:
        drawn = chart(own({"MEX": [1.0], "CAN": [None]}))
        assert "pair" not in drawn.spec
        assert "pair" not in rows(drawn)["MEX"]
        assert drawn.spec["locale"]["words"]["hint"] == "Select a row for its figures."
        two = chart(own({"MEX": [1.0], "CAN": [2.0]}))
        assert "two for their ratio" in two.spec["locale"]["words"]["hint"]
