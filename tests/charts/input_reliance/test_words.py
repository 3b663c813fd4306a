"""InputReliance: the words written from the data, the phrases the renderer fills, the scales, and hostile text."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from reliance import ALONE, FOUR, drawn, made
from tradecontext.charts.input_reliance.phrases import ticks
from tradecontext.charts.scales import round_years
from tradecontext.measures import average_share
from tradecontext.text import plural

if TYPE_CHECKING:
    import pandas as pd

MEASURE = "US share of imported goods inputs"


@pytest.fixture(scope="module")
def inputs() -> pd.DataFrame:
    return tc.data.input_shares()


def headline(data: pd.DataFrame, **options: Any) -> str:
    text: str = drawn(data, **options).spec["frame"]["headline"]
    return text


class TestHeadline:
    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({}, "Mexico relied less on the United States than in 1995"),
            ({"highlight": ["CAN", "MEX"]}, "Canada and Mexico relied less on the United States than in 1995"),
            ({"highlight": ["IRL"]}, "Ireland relied less on the United States than in 1995"),
            # Of a period that ends early, and of three, the first is told.
            ({"highlight": ["CAN", "MEX", "IRL"]}, "Canada relied less on the United States than in 1995"),
            (
                {"highlight": ["CAN", "MEX"], "period": (2000, 2005)},
                "Canada relied less on the United States in 2005 than in 2000",
            ),
            ({"highlight": ["CAN"], "view": "both"}, "Canada relied less on the United States than in 1995"),
            ({"view": "ranking"}, "Of 39 countries, none relied more on the United States than Mexico"),
            (
                {"view": "ranking", "highlight": ["BRA"]},
                "Of 39 countries, 2 relied more on the United States than Brazil",
            ),
            ({"period": (2000, 2000)}, "The share for Mexico was 68.4% in 2000"),
        ],
    )
    def test_it_is_a_sentence_about_who_changed_or_leads(
        self, inputs: pd.DataFrame, options: dict[str, Any], words: str
    ) -> None:
        found = tc.InputReliance(inputs, **options).spec["frame"]["headline"]
        assert found == words
        assert len(words.split()) <= 12
        assert len(re.findall(r"\d[\d.,]*", words)) <= 2

    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({}, "Mexico relied less on the United States than in 2000"),
            ({"highlight": ["CAN"]}, "Canada relied as much on the United States as in 2000"),
            ({"highlight": ["DEU"]}, "Germany has figures for one year only, 2001"),
            ({"highlight": ["BRA"]}, "There are no figures for Brazil in 2000\u20132003"),
            ({"highlight": ["DEU"], "period": (2003, 2003)}, "There are no figures for Germany in 2003"),
            ({"period": (2001, 2001)}, "The share for Mexico was 60.0% in 2001"),
            (
                {"highlight": ["MEX"], "breaks": [("MEX", 2001, "x")]},
                "Figures for Mexico before and from 2001 on cannot be compared",
            ),
            ({"breaks": [("MEX", 2001, "x")]}, "Canada relied as much on the United States as in 2000"),
        ],
    )
    def test_it_claims_no_more_than_the_figures_hold(self, options: dict[str, Any], words: str) -> None:
        assert headline(FOUR, **options) == words

    def test_a_rise_is_said_as_one(self) -> None:
        data = made({"MEX": [0.1, 0.2, 0.3], "NLD": [0.1, 0.1, 0.2]})
        assert headline(data, highlight=["NLD"]) == "The Netherlands relied more on the United States than in 2000"
        assert headline(data, highlight=["MEX", "NLD"]) == (
            "Mexico and the Netherlands relied more on the United States than in 2000"
        )
        apart = made({"MEX": [0.1, 0.2, 0.3], "CAN": [0.3, 0.2, 0.1]})
        assert headline(apart, highlight=["MEX", "CAN"]) == "Mexico relied more on the United States than in 2000"

    def test_a_change_that_is_not_printed_is_none(self) -> None:
        data = made({"MEX": [0.5, 0.4, 0.5004]})
        assert headline(data) == "Mexico relied as much on the United States as in 2000"

    def test_the_last_year_is_said_where_the_figures_end_before_the_others(self) -> None:
        data = made({"MEX": [0.5, 0.4, None], "CAN": [0.1, 0.1, 0.1]})
        assert headline(data) == "Mexico relied less on the United States in 2001 than in 2000"

    def test_without_any_share_there_is_no_chart(self) -> None:
        with pytest.raises(tc.DataError, match="no country has a share for 2000 to 2001"):
            headline(made({"MEX": [None, None]}))
        with pytest.raises(tc.DataError, match="no country has a share for 2001"):
            headline(made({"MEX": [0.5, None]}), period=(2001, 2001))

    def test_of_averages_alone(self) -> None:
        words = "countries, none relied more on the United States than Mexico"
        assert headline(ALONE, period=(1994, 2022)) == f"Of 2 {words}"
        # Brazil has no average, so that it is not among those compared.
        assert headline(average_share(FOUR)) == f"Of 3 {words}"

    def test_equal_averages_are_led_by_the_first_name(self) -> None:
        assert "Canada" in headline(made({"MEX": [0.2, 0.4], "CAN": [0.4, 0.2]}))

    def test_the_measure_can_be_named(self) -> None:
        spec = drawn(FOUR, labels={"measure": "Our {share}"}).spec
        assert spec["frame"]["subtitle"] == "Our {share}, 2000\u20132003"
        assert "on the Netherlands" in headline(FOUR, supplier="NLD")


class TestFrame:
    def test_subtitle_by_view(self, inputs: pd.DataFrame) -> None:
        for options, words in (
            ({"view": "ranking"}, "average 1995\u20132011"),
            ({"view": "ranking", "period": (2000, 2001)}, "average 2000\u20132001"),
            ({"view": "ranking", "period": (2000, 2000)}, "2000"),
            # Lines are of all years, whatever the period.
            ({"period": (2000, 2001)}, "1995\u20132011"),
            ({"view": "both", "period": (2000, 2001)}, "1995\u20132011"),
        ):
            assert tc.InputReliance(inputs, **options).spec["frame"]["subtitle"] == f"{MEASURE}, {words}"

    def test_alt_tells_the_kind_of_chart_and_the_path(self, inputs: pd.DataFrame) -> None:
        frame = tc.InputReliance(inputs, top=10, highlight=["CAN"], annotations=[(2001, "An event.")]).spec["frame"]
        assert frame["alt"] == (
            f"Line chart. {MEASURE}: Canada went from 65.2% in 1995 to 48.8% in 2011, 56.9% on average."
        )

    def test_a_year_alone_is_a_ranking_of_shares(self, inputs: pd.DataFrame) -> None:
        spec = tc.InputReliance(inputs[inputs["year"] == 2011]).spec
        assert (spec["view"], spec["trend"], "trend" in spec["columns"]) == ("ranking", False, False)
        assert spec["columns"]["share"] == "Share"
        assert not any("verage" in note for note in spec["frame"]["notes"])
        assert not any("verage" in spec["phrases"][name] for name in ("period", "readout"))

    def test_notes_are_true_of_the_chart(self) -> None:
        def said(words: str, data: pd.DataFrame = FOUR, **options: Any) -> bool:
            frame = drawn(data, **options).spec["frame"]
            return any(words in note for note in (*frame["key"], *frame["notes"]))

        assert said("Not all countries have data for every year")
        assert not said("Not all countries", made({"MEX": [0.1, 0.2], "CAN": [None, None]}))
        assert not said("Not all countries", period=(2000, 2000))
        assert said("every year counting the same")
        assert said("years with more imports count for more", FOUR.assign(total=1), method="ratio_of_sums")
        assert said("its country\u2019s own highest value", view="ranking")
        assert not said("its country\u2019s own highest value", view="ranking", trend=False)
        assert not said("its country\u2019s own highest value")
        assert not said("its country\u2019s own highest value", view="both")
        assert not said("across a break")

    def test_the_definition_is_printed(self, inputs: pd.DataFrame) -> None:
        (first, *_) = tc.InputReliance(inputs).spec["frame"]["notes"]
        assert first.startswith("The US share is of goods inputs bought abroad")
        every = tc.InputReliance(tc.data.input_shares(of="all")).spec["frame"]["notes"][0]
        assert "those made at home included" in every

    def test_the_trend_column(self) -> None:
        assert drawn(FOUR).spec["columns"]["trend"] == "2000 to 2003"
        without = drawn(FOUR, trend=False).spec
        assert (without["trend"], without["columns"]["trend"]) == (False, "First and last year")

    def test_spanish(self, inputs: pd.DataFrame) -> None:
        chart = tc.InputReliance(inputs, locale="es", highlight=["MEX"], top=5)
        assert chart.spec["frame"]["headline"] == "México dependió menos de Estados Unidos que en 1995"
        assert chart.spec["columns"]["share"] == "Promedio"
        assert chart.spec["phrases"]["others"] == "Los demás ({n})"
        assert chart.spec["scale"]["ticks"][1]["text"] == "20\u00a0%"
        assert drawn(FOUR, locale="es").spec["frame"]["subtitle"].startswith("Peso de Estados Unidos en las imp")
        ranked = drawn(FOUR, locale="es", view="ranking", highlight=["CAN"]).spec["frame"]["headline"]
        assert ranked == "De 3 países, 1 dependió más de Estados Unidos que Canadá"


class TestPhrases:
    ALLOWED: ClassVar = {
        "span": {"from", "to"},
        "years": {"n", "total"},
        "broken": {"year"},
        "readout": {"name", "share", "span", "n", "total", "first", "first_year", "last", "last_year"},
        "readout_one": {"name", "share", "span"},
        "readout_none": {"name", "span", "why"},
        "others": {"n"},
        "range": {"low", "high"},
        "without": {"n"},
        "period": {"from", "to"},
        "both": {"value"},
        "alike": {"value"},
        "break_mark": {"year", "names"},
        "remove": {"name"},
    }

    @pytest.mark.parametrize("locale", ["en", "es"])
    @pytest.mark.parametrize(
        "chart",
        [
            drawn(FOUR),
            drawn(FOUR.assign(total=1.0), method="ratio_of_sums"),
            drawn(FOUR[FOUR["year"] == 2000]),
            drawn(average_share(FOUR)),
            drawn(average_share(FOUR.assign(total=1.0), method="ratio_of_sums")),
            drawn(ALONE, period=(1994, 2022)),
        ],
    )
    def test_gaps_are_those_the_renderer_fills(self, chart: tc.InputReliance, locale: str) -> None:
        chart.locale = locale
        spec = chart.spec
        for name, words in {name: str(words) for name, words in spec["phrases"].items()}.items():
            if plural.COUNTED in words:
                assert words.startswith("{n, plural,"), name
                continue
            gaps = re.findall(r"\{(\w*)\}", words)
            assert set(gaps) <= self.ALLOWED.get(name, set()), name
            assert len(gaps) == len(set(gaps)), name
        assert "{name}" in spec["phrases"]["readout"]
        assert "{why}" in spec["phrases"]["readout_none"]
        if len(spec["years"]) > 1:
            assert re.search(r"\{from\}.*\{to\}", spec["phrases"]["period"])
        if spec["method"] == "published":
            assert set(re.findall(r"\{(\w*)\}", spec["phrases"]["readout"])) == {"name", "share", "span"}


class TestScale:
    @given(st.floats(min_value=0, max_value=1))
    def test_ticks_reach_just_over_the_largest(self, largest: float) -> None:
        found = ticks(largest)
        assert 2 <= len(found) <= 6
        assert found[0] == 0
        assert found[-1] >= largest
        assert len(found) == 2 or found[-2] < largest
        assert all((value * 100) == pytest.approx(round(value * 100)) for value in found)

    def test_ticks_by_size(self) -> None:
        assert ticks(0) == ticks(0.003) == [0, 0.01]
        assert ticks(0.715) == [0, 0.2, 0.4, 0.6, 0.8]
        assert ticks(0.5) == [0, 0.1, 0.2, 0.3, 0.4, 0.5]
        assert ticks(1) == [0, 0.2, 0.4, 0.6, 0.8, 1]

    @given(st.integers(1000, 9000), st.integers(0, 299))
    def test_years_printed(self, first: int, length: int) -> None:
        found = round_years(first, first + length)
        assert found == sorted(set(found))
        assert (found[0], found[-1]) == (first, first + length)
        assert len(found) <= 7
        between = found[1:-1]
        steps = {b - a for a, b in pairwise(between)}
        assert len(steps) <= 1
        for step in steps:
            assert 2 * (between[0] - first) >= step
            assert 2 * (found[-1] - between[-1]) >= step

    def test_years_of_the_bundled_figures(self) -> None:
        assert round_years(1995, 2011) == [1995, 1999, 2003, 2007, 2011]
        assert round_years(1988, 2021) == [1988, 1999, 2010, 2021]
        assert round_years(1990, 2020) == [1990, 2000, 2010, 2020]
        assert round_years(1995, 2018) == [1995, 2000, 2005, 2010, 2015, 2018]
        assert round_years(2000, 2003) == [2000, 2001, 2002, 2003]
        assert round_years(2000, 2000) == [2000]

    def test_the_second_series_counts_for_the_ticks(self) -> None:
        data = made({"MEX": [0.1, 0.2]}, more=[0.3, 0.9])
        assert drawn(data).spec["scale"]["ticks"][-1]["value"] == 0.2
        assert drawn(data, second="more").spec["scale"]["ticks"][-1] == {"value": 1, "text": "100%"}


def test_hostile_words_stay_words() -> None:
    name = "<img src=x onerror=alert(1)> {share} {0} %s"
    chart = drawn(
        made({"MEX": [0.5, 0.4], "X1": [0.6, 0.7]}),
        entities={"X1": name},
        annotations=[(2001, "</script> {name}")],
        breaks=[("MEX", 2001, "{year}")],
        labels={"measure": "{from}", "partner": "{to}", "no_data": "{n}"},
    )
    spec = chart.spec
    assert [row["name"] for row in spec["rows"]] == [name, "Mexico"]
    assert spec["frame"]["headline"] == f"The share for {name} was 65.0% in 2000\u20132001"
    assert [remark["text"] for remark in spec["remarks"]] == ["2001: </script> {name}"]
    assert "2001, Mexico: {year}." in spec["frame"]["notes"]
    assert spec["columns"]["partner"] == "{to}"
    assert spec["phrases"]["none"] == "{n}"
    assert chart.to_csv().count(name) == 2
