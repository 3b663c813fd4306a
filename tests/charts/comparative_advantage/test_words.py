"""ComparativeAdvantage: the words written from the data or by the author, in both languages, however hostile."""

from __future__ import annotations

import math
import warnings
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from indices import PARTNERS, chart, headline, notes, own, rows, table
from tradecontext.spec import to_inline_json, validate


class TestGood:
    @pytest.mark.parametrize(
        ("columns", "options", "name"),
        [
            ({}, {"good": "parts"}, "Share of parts in"),
            ({}, {"labels": {"good": "parts"}}, "Share of parts in"),
            ({"product": "0901"}, {}, "Share of 0901 in"),
            ({"product": "0901"}, {"good": "coffee", "labels": {"good": "parts"}}, "Share of coffee in"),
            (
                {"vintage": "2025-08", "definition": "wits_rca_intermediate_goods"},
                {},
                "Share of intermediate goods in",
            ),
            (
                {"vintage": "2025-08", "definition": "wits_rca_intermediate_goods"},
                {"good": "parts", "locale": "es"},
                "Peso de parts en",
            ),
            ({}, {}, "Share of the good in"),
        ],
    )
    def test_what_it_is_called(self, columns: dict[str, Any], options: dict[str, Any], name: str) -> None:
        assert chart(own({"MEX": [1.0]}, **columns), **options).spec["frame"]["subtitle"].startswith(name)

    def test_one_without_a_name(self) -> None:
        drawn = chart(own({"MEX": [1.0], "CAN": [2.0]}, export_share=0.25), ratio=("CAN", "MEX"))
        assert rows(drawn)["MEX"]["readout"] == "Mexico: RCA 1.00, 2001; the good made up 25.0% of its exports."
        assert "The share of the good in exports from Canada was 1.0 times that in exports from Mexico, 2001." in notes(
            drawn
        )


class TestReadout:
    def test_it_has_what_the_data_has(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, period=(1994, 2013), partners=["MEX", "VNM"])
        theirs = bundled[(bundled["partner"] == "MEX") & bundled["year"].between(1994, 2013)]
        share, world = theirs["export_share"].mean(), theirs["world_share"].mean()
        assert rows(drawn)["MEX"]["readout"] == (
            f"Mexico: RCA 0.48, average 1994\u20132013 (20 of 20 years); intermediate goods made up {share:.1%} of its "
            f"exports and {world:.1%} of the world\u2019s; 1990: 0.72, 2013: 0.50; coverage at least 96%; figures from 2014 "
            "on are not comparable with those before."
        )
        assert "(14 of 20 years)" in rows(drawn)["VNM"]["readout"]
        assert rows(chart(own({"MEX": [1.5]})))["MEX"]["readout"] == "Mexico: RCA 1.50, 2001."
        assert rows(chart(own({"MEX": [1.5, None], "CAN": [1.0, 1.0]}), year=2001))["MEX"]["readout"].endswith(" 2001.")
        assert rows(chart(own({"MEX": [None], "CAN": [1.0]})))["MEX"]["readout"] == "Mexico: no data, 2001."

    def test_a_share_that_is_not_of_all_its_years_is_left_out(self) -> None:
        data = own({"MEX": [1.0, 2.0], "CAN": [1.0, 2.0]}).assign(export_share=[0.1, None, 0.1, 0.2])
        drawn = chart(data, period=(2001, 2002))
        assert "exports" not in rows(drawn)["MEX"]["readout"]
        assert "15.0% of its exports" in rows(drawn)["CAN"]["readout"]
        with pytest.raises(tc.DataError, match="ratio: MEX"):
            chart(data, period=(2001, 2002), ratio=("CAN", "MEX"))

    def test_a_small_share_is_no_zero(self) -> None:
        assert "<0.1% of its exports" in rows(chart(own({"MEX": [1.0]}, export_share=1e-5)))["MEX"]["readout"]

    def test_the_longest_names_leave_the_break_in(self) -> None:
        data = own({"X": [1.0, 2.0, 3.0, 4.0]}, export_share=0.5, world_share=0.5).assign(
            break_before=[False] + [True] * 3
        )
        drawn = chart(
            data,
            period=(2001, 2004),
            across_breaks=True,
            entities={"X": "n" * 100},
            good="g" * 60,
            labels={"rca": "r" * 40},
        )
        text = rows(drawn)["X"]["readout"]
        assert len(text) <= 300
        assert "figures from 2002, 2003, and 2004 on are not comparable" in text
        assert "(4 of 4 years)" in text


class TestAlt:
    def test_it_tells_the_index_and_the_place(self) -> None:
        data = own({"MEX": [0.5], "CAN": [2.0], "CHN": [1.0], "USA": [1.001], "VNM": [None]})
        alt = chart(data, highlight=["MEX", "VNM"], annotations=[("USA", "Nearly one.")]).spec["frame"]["alt"]
        assert alt.endswith(": Mexico 0.50, fourth of 4 countries, 2001. Above 1 is more than the world\u2019s share.")
        assert ": Mexico 0.50, 2001." in chart(own({"MEX": [0.5]})).spec["frame"]["alt"]
        assert (
            ": Canada 1.00, level with Mexico, 2001." in chart(own({"CAN": [1.0], "MEX": [1.0]})).spec["frame"]["alt"]
        )

    def test_marks_and_remarks(self) -> None:
        data = own({"MEX": [0.5], "CAN": [2.0], "CHN": [1.0]})
        drawn = chart(data, groups={"USMCA": ["MEX", "CAN"]}, annotations=[("CHN", "A remark")], highlight=["CHN"])
        assert rows(drawn)["MEX"]["marks"] == ["USMCA"]
        assert rows(drawn)["CHN"]["annotation"] == "A remark"
        assert rows(drawn)["CHN"]["highlight"] == 1
        assert drawn.spec["frame"]["key"][1:] == ["USMCA: Mexico and Canada."]
        assert [line["annotation"] for line in table(drawn)] == ["", "A remark", ""]


class TestSpanish:
    def test_numbers_names_and_sentences(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(
            bundled, period=(1994, 2013), partners=PARTNERS, highlight=["MEX"], ratio=("USA", "MEX"), locale="es"
        )
        spec = drawn.spec
        assert headline(drawn) == (
            "Estados Unidos export\u00f3 proporcionalmente el doble de bienes intermedios que M\u00e9xico"
        )
        assert spec["frame"]["notes"][0].startswith(
            "El peso de bienes intermedios en las exportaciones de Estados Unidos fue 2,0 veces el que tuvo en las de "
            "M\u00e9xico, "
            "promedios de 1994-2013, WITS, Banco Mundial."
        )
        assert "cobertura de al menos 96\u00a0%" in rows(drawn)["MEX"]["readout"]
        assert "(14 de 20 a\u00f1os)" in rows(drawn)["VNM"]["readout"]
        assert "Desde 2014 WITS asigna" in notes(drawn)
        assert [tick["text"] for tick in spec["scale"]["ticks"]] == ["0,5", "1", "2"]
        assert spec["numbers"]["decimal"] == ","
        assert all(gap in spec["pair"] for gap in ("{a}", "{b}", "{times}"))

    def test_every_sentence_is_there_in_both(self) -> None:
        data = own({"MEX": [0.0, 0.0], "CAN": [99.0, 99.0], "CHN": [None, 1.0], "USA": [None, None]}).assign(
            coverage=0.5, break_before=[False, True] + [False] * 6
        )
        told = {
            locale: chart(data, locale=locale, period=(2001, 2002), across_breaks=True, top=3, highlight=["USA"])
            for locale in ("en", "es")
        }
        english, spanish = (each.spec["frame"] for each in told.values())
        assert [len(each["key"]) for each in (english, spanish)] == [2, 2]
        assert [len(each["notes"]) for each in (english, spanish)] == [7, 7]
        assert not {*english["key"], *english["notes"]} & {*spanish["key"], *spanish["notes"]}


class TestLabels:
    def test_they_rename_every_term(self) -> None:
        terms = ["partner", "partners", "rca", "advantage", "no_advantage", "coverage", "no_data"]
        labels = {term: f"<{term}-word>" for term in terms}
        data = own({"MEX": [0.5], "CAN": [2.0], "CHN": [None]}, coverage=0.9)
        text = to_inline_json(chart(data, labels=labels).spec)
        for term in terms:
            assert f"{term}-word" in text.casefold(), term

    def test_the_hint_is_the_authors_where_given(self) -> None:
        words = chart(own({"MEX": [0.5]}), labels={"hint": "Tap."}).spec["locale"]["words"]
        assert words["hint"] == "Tap."


HOSTILE = ["<script>alert(1)</script>", "{year}", "=1+1", "a\u2028b", "\u202egnp", "", "x" * 400, "{0.__class__}", "%s"]


class TestHostile:
    @pytest.mark.parametrize("text", HOSTILE)
    @pytest.mark.parametrize("place", ["good", "entity", "product", "label", "source", "remark"])
    def test_words_are_drawn_as_they_are_or_refused(self, text: str, place: str) -> None:
        data = own({"MEX": [0.5], "X": [2.0]}).assign(product=text if place == "product" else "p")
        options: dict[str, Any] = {
            "entities": {"X": text if place == "entity" else "n"},
            **({"good": text} if place == "good" else {}),
            **({"labels": {"rca": text}} if place == "label" else {}),
            **({"source": text} if place == "source" else {}),
            **({"annotations": [("X", text)]} if place == "remark" else {}),
        }
        try:
            drawn = chart(data, **options)
        except tc.DataError:
            assert text in HOSTILE[4:7] or place == "product"
            return
        validate(drawn.spec)
        assert "<" not in to_inline_json(drawn.spec)
        first = " ".join(text.split())
        assert first in drawn.to_json() or (place == "product" and not text)
        assert all(not cell.startswith("=") for line in table(drawn) for cell in line.values() if cell)

    @pytest.mark.slow
    @given(
        st.lists(
            st.tuples(
                st.sampled_from(["MEX", "KR", "World", "", None, "X"]),
                st.sampled_from([2001, 2002, "2001", None, 1e9]),
                st.one_of(st.floats(), st.sampled_from([None, "1", True, 10**400, 5e-324, pd.NA])),
                st.one_of(st.floats(0, 1.6), st.none()),
            ),
            max_size=5,
        ),
        st.fixed_dictionaries(
            {},
            optional={
                "period": st.sampled_from([(2001, 2002), (2001,), "2001", {}]),
                "top": st.sampled_from([1, None, math.nan]),
                "ratio": st.sampled_from([("MEX", "KOR"), ("MEX", None), 3]),
                "highlight": st.sampled_from([["MEX"], None, [[]]]),
                "partner": st.sampled_from(["partner", None, ["partner"], {}]),
            },
        ),
    )
    @settings(max_examples=60, deadline=None)
    def test_any_input_is_drawn_or_refused(self, values: list[Any], options: dict[str, Any]) -> None:
        data = pd.DataFrame(values, columns=["partner", "year", "rca", "coverage"], dtype=object)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                drawn = chart(data.assign(export_share=data["coverage"]), **options)
            except tc.DataError:
                return
        assert validate(drawn.spec)
        assert drawn.to_csv()
