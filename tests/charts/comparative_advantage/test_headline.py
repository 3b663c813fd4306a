"""ComparativeAdvantage: the headline and the subtitle claim no more than the figures hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from indices import PARTNERS, chart, headline, own, rows

if TYPE_CHECKING:
    import pandas as pd


class TestHeadline:
    @pytest.mark.parametrize(
        ("options", "words"),
        [
            ({"year": 2013}, "Of 6 countries, intermediate goods weighed most in Canada\u2019s exports"),
            ({"year": 1995}, "Of 5 countries, intermediate goods weighed most in Canada\u2019s exports"),
            (
                {"year": 2013, "top": 3, "highlight": ["USA"]},
                "Intermediate goods weighed less in US exports than in the world\u2019s",
            ),
            (
                {"period": (1994, 2013), "highlight": ["CAN"]},
                "Intermediate goods weighed more in Canada\u2019s exports than in the world\u2019s",
            ),
            (
                {"year": 2013, "partners": ["MEX"]},
                "Intermediate goods weighed less in Mexico\u2019s exports than in the world\u2019s",
            ),
        ],
    )
    def test_it_is_a_sentence_about_who_leads_or_stands_out(
        self, bundled: pd.DataFrame, options: dict[str, Any], words: str
    ) -> None:
        drawn = tc.ComparativeAdvantage(bundled, **{"partners": PARTNERS, **options})
        assert headline(drawn) == words
        assert len(words.split()) <= 12

    @pytest.mark.parametrize(
        ("a", "b", "words"),
        [
            (0.4, 0.2, "twice as much in US as in Mexico\u2019s exports"),
            (0.2, 0.4, "half as much in US as in Mexico\u2019s exports"),
            (0.4, 0.4, "as much in US as in Mexico\u2019s exports"),
            (0.5, 0.4, "25% more in US than in Mexico\u2019s exports"),
            (0.3, 0.4, "25% less in US than in Mexico\u2019s exports"),
            (0.9, 0.3, "3.0 times as much in US as in Mexico\u2019s exports"),
        ],
    )
    def test_a_ratio_that_is_asked_for_is_the_headline(self, a: float, b: float, words: str) -> None:
        data = own({"USA": [1.0], "MEX": [0.5], "CAN": [2.0]}).assign(export_share=[a, b, 0.1])
        drawn = chart(data, ratio=("USA", "MEX"), good="parts")
        assert headline(drawn) == f"Parts weighed {words}"
        assert {code: row.get("highlight") for code, row in rows(drawn).items()} == {"USA": 1, "MEX": 2, "CAN": None}

    def test_a_ratio_of_indices_alone_is_called_one(self) -> None:
        drawn = chart(own({"USA": [1.0], "MEX": [0.5]}), ratio=("USA", "MEX"))
        assert headline(drawn) == "The RCA of the United States was 2.0 times that of Mexico"

    def test_no_place_is_claimed_where_two_are_level(self) -> None:
        drawn = chart(own({"MEX": [2.0], "CAN": [2.0], "CHN": [1.0]}), good="cars")
        assert headline(drawn) == "Cars weighed more in Canada\u2019s exports than in the world\u2019s"
        assert headline(chart(own({"CHN": [1.0]}), good="cars")) == (
            "Cars weighed as much in China\u2019s exports as in the world\u2019s"
        )

    def test_shares_that_say_otherwise_than_the_index_are_not_contradicted(self) -> None:
        # A mean of indices above 1, of shares whose mean is below the world's.
        data = own({"MEX": [2.0, 0.4]}).assign(export_share=[0.1, 0.2], world_share=[0.05, 0.5])
        assert headline(chart(data, period=(2001, 2002))) == "The RCA of Mexico was 1.20"

    def test_without_any_figure_there_is_no_chart(self) -> None:
        with pytest.raises(tc.DataError, match="no country has an index for 2001"):
            chart(own({"MEX": [None]}))

    def test_the_subtitle_and_the_alternative_text_name_the_period(self, bundled: pd.DataFrame) -> None:
        for options, words in (({"year": 2013}, "2013"), ({"period": (2000, 2009)}, "2000\u20132009")):
            frame = tc.ComparativeAdvantage(bundled, **options).spec["frame"]
            for part in ("subtitle", "alt"):
                assert words in frame[part]

    def test_the_subtitle_says_what_the_scale_is(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, period=(1994, 2013))
        assert drawn.spec["frame"]["subtitle"] == (
            "Share of intermediate goods in exports as a multiple of the world\u2019s, average 1994\u20132013"
        )
        assert drawn.spec["frame"]["key"] == ["Logarithmic scale: half and twice are equally far from 1."]
        assert drawn.spec["columns"]["rca"] == "Multiple (RCA)"
