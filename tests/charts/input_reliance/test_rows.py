"""InputReliance: its figures against the measures, the three kinds of data, breaks and the second series."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from reliance import AMOUNTS, FOUR, PAIR, averages, drawn, made, rows, table
from tradecontext.measures import average_share, import_share


@pytest.fixture(scope="module")
def inputs() -> pd.DataFrame:
    return tc.data.input_shares()


class TestYearlyShares:
    @pytest.mark.parametrize("method", ["mean_of_ratios", "ratio_of_sums"])
    @pytest.mark.parametrize("period", [(1995, 2011), (2000, 2005), (2011, 2011)])
    def test_averages_are_those_of_the_measure(
        self, inputs: pd.DataFrame, method: Any, period: tuple[int, int]
    ) -> None:
        measure = average_share(inputs, method=method, period=period)
        expected = dict(zip(measure["partner"], measure["share"], strict=True))
        assert averages(tc.InputReliance(inputs, method=method, period=period)) == pytest.approx(expected, rel=1e-12)

    def test_what_the_averages_hide_stands_beside_them(self, inputs: pd.DataFrame) -> None:
        chart = tc.InputReliance(inputs)
        mexico, canada = (rows(chart)[code] for code in PAIR)
        assert mexico["first"] == {"year": 1995, "text": "71.5%"}
        assert mexico["last"] == {"year": 2011, "text": "48.5%"}
        assert averages(chart)["MEX"] == pytest.approx(0.583, abs=0.0005)
        assert averages(chart)["CAN"] == pytest.approx(0.5695, abs=0.0005)
        assert canada["first"]["year"] == 1995
        assert chart.spec["years"] == list(range(1995, 2012))
        assert len(chart.spec["rows"]) == 39

    @pytest.mark.slow
    @given(
        st.dictionaries(
            st.sampled_from(["MEX", "CAN", "BRA", "CHN", "KOR"]),
            st.dictionaries(
                st.integers(1990, 2010), st.one_of(st.none(), st.floats(min_value=0, max_value=1)), min_size=1
            ),
            min_size=1,
        ),
        st.randoms(use_true_random=False),
    )
    @settings(max_examples=40)
    def test_the_figures_are_the_frames_in_any_order(
        self, figures: dict[str, dict[int, float | None]], random: Any
    ) -> None:
        cells = [(code, year, share) for code, by_year in figures.items() for year, share in by_year.items()]
        # A chart needs at least one figure.
        figures = {**figures, "DEU": {cells[0][1]: 0.5}}
        cells.append(("DEU", cells[0][1], 0.5))
        spec = drawn(pd.DataFrame(cells, columns=["partner", "year", "share"])).spec
        for row in spec["rows"]:
            given_ = figures[row["partner"]]
            assert row["shares"] == [given_.get(year) for year in spec["years"]]
        random.shuffle(cells)
        assert drawn(pd.DataFrame(cells, columns=["partner", "year", "share"])).spec == spec

    def test_a_missing_year_is_null_and_shortens_the_average(self) -> None:
        chart = drawn(FOUR)
        assert rows(chart)["MEX"]["shares"] == [0.7, 0.6, None, 0.5]
        assert averages(chart)["MEX"] == pytest.approx(0.6)
        assert {row["partner"]: row["years_with_data"] for row in table(chart)} == {
            "MEX": "3", "CAN": "4", "BRA": "0", "DEU": "1",
        }  # fmt: skip
        assert rows(chart)["DEU"]["first"] == rows(chart)["DEU"]["last"] == {"year": 2001, "text": "10.0%"}

    def test_a_country_with_no_year_of_data_is_a_row_still(self) -> None:
        row = rows(drawn(FOUR))["BRA"]
        assert row["shares"] == [None] * 4
        assert not {"first", "last"} & set(row)
        assert math.isnan(averages(drawn(FOUR))["BRA"])

    def test_years_that_no_row_has_are_gaps(self) -> None:
        chart = drawn(FOUR[FOUR["year"].isin([2000, 2003])])
        assert chart.spec["years"] == [2000, 2001, 2002, 2003]
        assert rows(chart)["CAN"]["shares"] == [0.2, None, None, 0.2]

    def test_rows_come_in_the_order_of_their_names(self) -> None:
        assert [row["name"] for row in drawn(FOUR).spec["rows"]] == ["Brazil", "Canada", "Germany", "Mexico"]
        assert [row["name_rank"] for row in drawn(FOUR).spec["rows"]] == [0, 1, 2, 3]

    def test_columns_by_other_names(self) -> None:
        data = FOUR.rename(columns={"partner": "country", "share": "us_share"}).assign(all=10.0)
        chart = drawn(data, partner="country", share="us_share", total="all", method="ratio_of_sums")
        assert rows(chart)["MEX"]["totals"] == [10.0] * 4
        assert averages(chart) == pytest.approx(averages(drawn(FOUR)), nan_ok=True)

    def test_totals_are_carried_only_where_they_count(self, inputs: pd.DataFrame) -> None:
        assert "totals" not in rows(tc.InputReliance(inputs))["MEX"]
        mexico = rows(tc.InputReliance(inputs, method="ratio_of_sums"))["MEX"]
        assert mexico["totals"] == inputs[inputs["partner"] == "MEX"]["total"].tolist()

    def test_a_year_without_a_total_is_one_without_data(self) -> None:
        chart = drawn(FOUR.assign(total=[1.0, None, 1.0, 1.0] * 4), method="ratio_of_sums")
        assert averages(chart)["MEX"] == pytest.approx(0.6)
        assert math.isnan(averages(chart)["DEU"])
        assert {row["partner"]: row["years_with_data"] for row in table(chart)}["MEX"] == "2"

    def test_only_the_rows_of_the_supplier_are_used(self) -> None:
        both = pd.concat([made({"MEX": [0.5, 0.4]}, supplier="USA"), made({"MEX": [0.1, 0.2]}, supplier="China")])
        assert rows(drawn(both))["MEX"]["shares"] == [0.5, 0.4]
        china = drawn(both, supplier="CN")
        assert rows(china)["MEX"]["shares"] == [0.1, 0.2]
        assert "imports from China" in china.spec["frame"]["subtitle"]

    def test_top_is_written_where_it_leaves_rows_out(self) -> None:
        assert drawn(FOUR, top=3).spec["top"] == 3
        for top in (None, 4, 9):
            assert "top" not in drawn(FOUR, top=top).spec

    def test_highlights_and_marks(self) -> None:
        chart = drawn(FOUR, highlight=["Canada", "MEX"], groups={"USMCA": PAIR})
        assert [rows(chart)[code].get("highlight") for code in ("CAN", "MEX", "DEU")] == [1, 2, None]
        assert rows(chart)["MEX"]["marks"] == ["USMCA"]
        assert "USMCA: Mexico and Canada." in chart.spec["frame"]["key"]


class TestAmounts:
    def test_shares_are_made_of_them(self) -> None:
        chart = drawn(AMOUNTS)
        assert rows(chart)["MEX"]["shares"] == [0.6, 0.6]
        assert rows(chart)["CAN"]["shares"] == import_share(AMOUNTS)["share"].tolist()[:2] == [0.25, 0.25]

    def test_under_other_names(self) -> None:
        world = AMOUNTS[AMOUNTS["supplier"] == "USA"].assign(all=200.0)
        data = world.rename(columns={"partner": "importer", "imports": "value"}).assign(partner="?")
        chart = drawn(data, partner="importer", imports="value", total="all", method="ratio_of_sums")
        assert rows(chart)["MEX"]["shares"] == [0.3, 0.3]
        assert rows(chart)["MEX"]["totals"] == [200.0, 200.0]

    def test_amounts_are_taken_rather_than_shares_where_named(self) -> None:
        assert rows(drawn(AMOUNTS.assign(share=0.9), imports="imports"))["MEX"]["shares"] == [0.6, 0.6]

    def test_where_they_are_from_and_their_breaks_are_kept(self) -> None:
        data = AMOUNTS.assign(definition="comtrade_imports_total", vintage="data through 2001")
        data["break_before"] = (data["partner"] == "MEX") & (data["year"] == 2001)
        chart = tc.InputReliance(data)
        (source,) = chart.spec["frame"]["sources"]
        assert source["definition"] == "comtrade_imports_total"
        assert "Share of goods imports from the United States" in chart.spec["frame"]["subtitle"]
        assert rows(chart)["MEX"]["breaks"] == [2001]
        assert "breaks" not in rows(chart)["CAN"]
        china = tc.InputReliance(data.replace("USA", "CHN"), supplier="CHN")
        assert "Share of goods imports from China" in china.spec["frame"]["subtitle"]


class TestAverages:
    def test_the_measures_result_is_drawn_as_a_ranking(self, inputs: pd.DataFrame) -> None:
        measure = average_share(inputs, period=(2000, 2005))
        spec = tc.InputReliance(measure).spec
        assert (spec["view"], spec["method"], spec["initial"]["period"]) == ("ranking", "published", [2000, 2005])
        assert spec["years"] == [2000, 2001, 2002, 2003, 2004, 2005]
        assert {row["partner"]: row["average"] for row in spec["rows"]} == dict(
            zip(measure["partner"], measure["share"], strict=True)
        )
        assert all(row["shares"] == [] and "detail" not in row for row in spec["rows"])
        assert "trend" not in spec["columns"]
        assert "Yearly figures not supplied." in spec["frame"]["notes"]
        assert "Averages are of yearly shares, every year counting the same." in spec["frame"]["notes"]

    def test_how_many_years_one_rests_on(self) -> None:
        chart = drawn(average_share(FOUR))
        details = {code: row.get("detail") for code, row in rows(chart).items()}
        assert details == {"MEX": "3 of 4 years", "CAN": None, "BRA": None, "DEU": "1 of 4 years"}
        assert rows(chart)["BRA"]["average"] is None

    def test_of_ones_own_with_their_period(self) -> None:
        data = pd.DataFrame({"partner": ["Mexico", "CAN"], "share": [0.5, 0.4]})
        chart = drawn(data, period=(1994, 2022))
        assert chart.spec["years"] == list(range(1994, 2023))
        assert chart.spec["scale"]["years"][0] == 1994
        assert "How the averages were taken is not stated." in chart.spec["frame"]["notes"]
        assert table(chart)[1] | {"source": "", "notes": ""} == {
            "partner": "MEX", "name": "Mexico", "from": "1994", "to": "2022", "average (share, 0 to 1)": "0.5",
            "detail": "", "annotation": "", "source": "", "vintage": "", "definition": "",
            "source_url": "", "notes": "",
        }  # fmt: skip
        assert chart.period == (1994, 2022)

    def test_which_average_is_said(self, inputs: pd.DataFrame) -> None:
        spec = tc.InputReliance(average_share(inputs, method="ratio_of_sums"), method="ratio_of_sums").spec
        assert "as a whole" in spec["frame"]["alt"]
        assert any(
            note.startswith("Averages take the imports of all years together") for note in spec["frame"]["notes"]
        )


class TestBreaks:
    def test_no_average_is_taken_across_one(self) -> None:
        data = FOUR.assign(break_before=(FOUR["partner"] == "MEX") & (FOUR["year"] == 2001))
        chart = drawn(data)
        assert rows(chart)["MEX"]["breaks"] == [2001]
        assert math.isnan(averages(chart)["MEX"])
        assert averages(chart)["CAN"] == pytest.approx(0.2)
        assert averages(drawn(data, period=(2001, 2003)))["MEX"] == pytest.approx(0.55)
        assert "No average is taken across a break in a series." in chart.spec["frame"]["notes"]

    def test_one_with_data_on_one_side_alone_breaks_nothing(self) -> None:
        for year in (2000, 2002):
            chart = drawn(FOUR, breaks=[("DEU", year, "x")])
            assert averages(chart)["DEU"] == pytest.approx(0.1)
        assert math.isnan(averages(drawn(FOUR, breaks=[("MEX", 2003, "x")]))["MEX"]), "the last year has data"
        before = drawn(FOUR, breaks=[("MEX", 2003, "x")], period=(2000, 2002))
        assert averages(before)["MEX"] == pytest.approx(0.65)

    def test_of_one_country_and_of_all(self) -> None:
        chart = drawn(FOUR, breaks=[("Mexico", 2001, "a new survey."), (2003, "another base")])
        assert rows(chart)["MEX"]["breaks"] == [2001, 2003]
        assert all(rows(chart)[code]["breaks"] == [2003] for code in ("CAN", "BRA", "DEU"))
        assert chart.spec["frame"]["notes"][-2:] == ["2001, Mexico: a new survey.", "2003: another base."]
        assert chart.spec["remarks"] == []

    def test_what_the_package_knows_of_one_is_printed(self) -> None:
        data = tc.data.rca_intermediate_goods().rename(columns={"export_share": "of_exports"})
        data = data[data["partner"].isin(PAIR)]
        for locale, words in (("en", "From 2014 on WITS assigns"), ("es", "Desde 2014 WITS asigna")):
            note = tc.InputReliance(data, share="of_exports", locale=locale).spec["frame"]["notes"][-1]
            assert note.startswith("2014, M")
            assert words in note
        for own, text in (("MEX", 2014, "mine"), "2014, Mexico: mine"), ((2014, "mine"), "2014: mine"):
            note = tc.InputReliance(data, share="of_exports", breaks=[own]).spec["frame"]["notes"][-1]
            assert note == f"{text}."

    def test_countries_that_break_alike_share_a_note(self) -> None:
        data = FOUR.assign(break_before=FOUR["year"] == 2001)
        general = "break in the series; figures before and after are not comparable"
        note = drawn(data[data["partner"].isin(PAIR)]).spec["frame"]["notes"][-1]
        assert note == f"2001, Canada and Mexico: {general}."
        names = {code: code * 30 for code in ("X1", "X2")}
        long = drawn(made({"X1": [0.1, 0.2], "X2": [0.1, 0.2]}, break_before=[False, True] * 2), entities=names)
        assert long.spec["frame"]["notes"][-1] == f"2001, 2 countries: {general}."

    def test_annotations_stand_in_the_order_of_their_years(self) -> None:
        chart = drawn(FOUR, annotations=[(2003, "later"), (2001, "=1+1")], breaks=[(2003, "a break")])
        assert [remark["year"] for remark in chart.spec["remarks"]] == [2001, 2003]
        mexico = [row for row in table(chart) if row["partner"] == "MEX"]
        assert [row["annotation"] for row in mexico] == ["", "2001: =1+1", "", "2003: later"]
        assert [row["break"] for row in mexico] == ["", "", "", "yes"]


class TestSecond:
    def test_the_look_through_share_has_its_name_note_and_source(self, inputs: pd.DataFrame) -> None:
        chart = tc.InputReliance(inputs, second="look_through_share")
        assert chart.spec["columns"]["first"] == "US share of imported goods inputs"
        assert chart.spec["columns"]["second"] == "US share by origin of value added"
        assert rows(chart)["MEX"]["second"] == inputs[inputs["partner"] == "MEX"]["look_through_share"].tolist()
        assert rows(chart)["MEX"]["second_last"] == {"year": 2011, "text": "40.7%"}
        assert [line["definition"] for line in chart.spec["frame"]["sources"]] == [
            "wiod_us_share_of_imported_goods_inputs",
            "wiod_us_look_through_share_of_goods_inputs",
        ]
        assert any(note.startswith("By origin of value added") for note in chart.spec["frame"]["notes"])
        assert "US share by origin of value added (share, 0 to 1)" in table(chart)[0]
        own = tc.InputReliance(inputs, second="look_through_share", source="x").spec["frame"]["sources"]
        assert [line.get("definition") for line in own] == [None, "wiod_us_look_through_share_of_goods_inputs"]

    def test_as_the_share_itself_it_goes_under_its_own_name(self, inputs: pd.DataFrame) -> None:
        spec = tc.InputReliance(inputs, share="look_through_share").spec
        assert spec["frame"]["subtitle"].startswith("US share of the foreign value added in imported goods inputs,")
        assert [line["definition"] for line in spec["frame"]["sources"]] == [
            "wiod_us_look_through_share_of_goods_inputs"
        ]
        with pytest.raises(tc.DataError, match="needs a column 'total'"):
            tc.InputReliance(inputs, share="look_through_share", method="ratio_of_sums")

    def test_ones_own(self) -> None:
        data = FOUR.assign(by_origin=[0.1] * 15 + [None])
        assert drawn(data, second="by_origin").spec["columns"]["second"] == "By origin"
        assert rows(drawn(data, second="by_origin"))["DEU"]["second_last"] == {"year": 2002, "text": "10.0%"}
        named = drawn(data, second="by_origin", labels={"second": "By origin {x}"})
        assert named.spec["columns"]["second"] == "By origin {x}"
