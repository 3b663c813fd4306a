"""ComparativeAdvantage: which countries are drawn, over which years, and how breaks affect averages."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from indices import PARTNERS, chart, notes, own, rows, table
from tradecontext.spec import validate

if TYPE_CHECKING:
    import pandas as pd


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    return tc.data.rca_intermediate_goods()


class TestYears:
    def test_one_year_is_the_data_itself(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, year=2013, top=None)
        there = bundled[bundled["year"] == 2013].set_index("partner")["rca"]
        found = {code: row["rca"] for code, row in rows(drawn).items() if row["rca"] is not None}
        assert found == there.to_dict()
        assert drawn.spec["period"] == [2013, 2013]
        assert set(rows(drawn)) == set(bundled["partner"])

    def test_the_last_year_is_drawn_when_none_is_given(self, bundled: pd.DataFrame) -> None:
        assert tc.ComparativeAdvantage(bundled).spec["period"] == [2021, 2021]
        assert tc.ComparativeAdvantage(bundled[bundled["year"] < 2010]).spec["period"] == [2009, 2009]

    @pytest.mark.slow
    def test_a_period_is_the_mean_of_the_yearly_indices(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, period=(1994, 2013), top=None)
        known = tc.measures.average_rca(bundled, period=(1994, 2013)).set_index("partner")
        assert drawn.spec["period"] == [1994, 2013]
        assert len(rows(drawn)) == len(known)
        for code, row in rows(drawn).items():
            assert row["rca"] == pytest.approx(known.loc[code, "rca"], rel=1e-12, nan_ok=True) or (
                row["rca"] is None and math.isnan(known.loc[code, "rca"])
            )
            count = known.loc[code, "years_with_data"]
            short = 0 < known.loc[code, "years_with_data"] < 20
            assert (f"{row['name']} ({count})" in notes(drawn)) <= short
            assert (f"({count} of 20 years)" in row["readout"]) == (row["rca"] is not None)

    def test_a_missing_year_is_no_zero(self) -> None:
        drawn = chart(own({"MEX": [1.0, None, 2.0], "CAN": [None, None, None]}), period=(2001, 2003))
        assert rows(drawn)["MEX"]["rca"] == 1.5
        assert rows(drawn)["MEX"]["values"] == [1, None, 2]
        assert rows(drawn)["CAN"]["rca"] is None
        assert rows(drawn)["CAN"]["text"] == "no data"
        assert "No figure in the data for Canada, 2001\u20132003." in notes(drawn)
        assert "Averages are of the years with data; fewer than 3: Mexico (2)." in notes(drawn)
        whole = chart(own({"MEX": [1.0, 2.0], "CAN": [None, None]}), period=(2001, 2002))
        assert "fewer than" not in notes(whole)

    def test_a_frame_without_years_takes_the_one_given(self) -> None:
        drawn = chart(own({"MEX": [1.5]}).drop(columns="year"), year=1999)
        assert (drawn.spec["period"], drawn.spec["years"]) == ([1999, 1999], [1999])

    def test_columns_by_other_names(self) -> None:
        data = own({"MEX": [1.5]}).rename(columns={"partner": "country", "rca": "index"})
        assert rows(chart(data, partner="country", rca="index"))["MEX"]["rca"] == 1.5


class TestRows:
    def test_largest_first_missing_last_ties_by_name(self) -> None:
        data = own({"MEX": [1.0], "VNM": [None], "CAN": [1.0], "CHN": [2.0], "AUS": [None]})
        drawn = chart(data)
        assert list(rows(drawn)) == ["CHN", "CAN", "MEX", "AUS", "VNM"]
        assert drawn.spec["initial"] == {"sort_by": "rca", "selection": []}
        assert list(rows(chart(data.iloc[::-1]))) == list(rows(drawn))

    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (0.0, "0"),
            (-0.0, "0"),
            (1e-9, "<0.01"),
            (0.0049, "<0.01"),
            (0.005, "0.01"),
            (0.125, "0.13"),
            (1.0, "1.00"),
            (9.994, "9.99"),
            (9.996, "10.0"),
            (12.35, "12.4"),
            (99.96, "100"),
            (1234.5, "1,235"),
        ],
    )
    def test_figures_as_printed(self, value: float, text: str) -> None:
        assert rows(chart(own({"MEX": [value]})))["MEX"]["text"] == text

    def test_partners_are_chosen_in_any_order_and_spelling(self, bundled: pd.DataFrame) -> None:
        one = tc.ComparativeAdvantage(bundled, year=2013, partners=["Mexico", "KR", "CAN"])
        other = tc.ComparativeAdvantage(bundled, year=2013, partners=["CAN", "MEX", "South Korea"])
        assert one.spec == other.spec
        assert set(rows(one)) == {"MEX", "KOR", "CAN"}

    def test_top_keeps_the_largest_and_the_highlighted(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, year=2013, partners=PARTNERS, top=2, highlight=["MEX"])
        order = bundled[(bundled["year"] == 2013) & bundled["partner"].isin(PARTNERS)].sort_values("rca")["partner"]
        assert list(rows(drawn)) == [*order.tolist()[:-3:-1], "MEX"]
        assert rows(drawn)["MEX"]["highlight"] == 1
        assert "Countries in the data that are not shown: 3." in notes(drawn)
        assert "Also drawn, each with its rank: Mexico (6)." in notes(drawn)
        assert "not shown" not in notes(tc.ComparativeAdvantage(bundled, partners=PARTNERS, top=6))

    def test_those_left_out_are_counted_among_those_with_an_index(self, bundled: pd.DataFrame) -> None:
        there = bundled[(bundled["year"] == 2021) & bundled["rca"].notna()]["partner"].nunique()
        assert there < bundled["partner"].nunique()
        assert f"Countries in the data that are not shown: {there - 10}." in notes(tc.ComparativeAdvantage(bundled))

    def test_countries_whose_ratio_is_told_are_drawn_wherever_they_rank(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, year=2013, ratio=("USA", "MEX"))
        assert len(rows(drawn)) == 12
        assert {"USA", "MEX"} <= set(rows(drawn))

    def test_small_lines_have_every_year(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, year=2013, partners=["VNM", "MEX"])
        theirs = bundled[bundled["partner"] == "VNM"].set_index("year")["rca"]
        row = rows(drawn)["VNM"]
        assert drawn.spec["years"] == list(range(1988, 2022))
        for year, value in zip(drawn.spec["years"], row["values"], strict=True):
            assert value == (pytest.approx(theirs[year], rel=1e-4) if year in theirs.index else None)
        assert row["first"] == {"year": 2000, "text": f"{theirs[2000]:.2f}"}
        assert row["last"] == {"year": 2021, "text": f"{theirs[2021]:.2f}"}
        assert rows(drawn)["MEX"]["breaks"] == [2014]
        assert "breaks" not in row

    def test_no_small_line_without_several_years(self, bundled: pd.DataFrame) -> None:
        without = tc.ComparativeAdvantage(bundled, partners=["MEX"], trend=False)
        assert (without.spec["trend"], "trend" in without.spec["columns"]) == (False, False)
        assert "2014: 0.36, 2021: 0.26" in rows(without)["MEX"]["readout"]
        for code, head in (("MEX", "First and last year"), ("CHE", "1988 to 2021")):
            spec = tc.ComparativeAdvantage(bundled, partners=[code]).spec
            assert (spec["trend"], spec["columns"]["trend"]) == (True, head)
        one = tc.ComparativeAdvantage(bundled[bundled["year"] == 2013], partners=["MEX"]).spec
        assert one["trend"] is False
        assert "trend" not in one["columns"]
        assert "first" not in one["rows"][0]

    @pytest.mark.slow
    def test_coverage_is_in_the_notes_and_the_read_out(self, bundled: pd.DataFrame) -> None:
        theirs = bundled[bundled["partner"] == "MEX"].set_index("year")["coverage"]
        one = rows(tc.ComparativeAdvantage(bundled, year=2021, highlight=["MEX"]))["MEX"]
        assert f"; coverage {theirs[2021]:.0%};" in one["readout"]
        assert "detail" not in one
        after = tc.ComparativeAdvantage(bundled, period=(2014, 2021), partners=["MEX", "KOR"])
        low = theirs.loc[2014:2021].min()
        assert f"; coverage at least {low:.0%}" in rows(after)["MEX"]["readout"]
        assert "Under 95% in a year of the period: Mexico." in notes(after)
        assert "Under 95%" not in notes(tc.ComparativeAdvantage(bundled, year=2013, partners=["MEX", "KOR"]))
        assert "coverage" not in rows(chart(own({"MEX": [1.0]}, coverage=None)))["MEX"]["readout"]

    def test_the_least_covered_are_named_first(self) -> None:
        data = own({"MEX": [3.0], "CAN": [2.0], "CHN": [1.0]}).assign(coverage=[0.94, 0.95, 0.5])
        assert notes(chart(data)) == (
            "Logarithmic scale: half and twice are equally far from 1. RCA: revealed comparative advantage (Balassa "
            "index). Coverage is the part of a country\u2019s exports that the publisher assigns to a kind of goods. Under 95%: China and Mexico."
        )

    def test_coverage_is_of_the_years_averaged(self) -> None:
        data = own({"MEX": [1.0, None, 2.0]}).assign(coverage=[0.98, 0.1, 1.0])
        readout = rows(chart(data, period=(2001, 2003)))["MEX"]["readout"]
        assert "(2 of 3 years)" in readout
        assert "coverage at least 98%" in readout


class TestBreaks:
    def test_no_change_is_told_across_one(self, bundled: pd.DataFrame) -> None:
        for period, first, last in (((1994, 2013), 1990, 2013), ((2014, 2021), 2014, 2021)):
            row = rows(tc.ComparativeAdvantage(bundled, period=period, partners=["MEX", "CAN"]))["MEX"]
            assert (row["first"]["year"], row["last"]["year"]) == (first, last)
            assert f"{first}: {row['first']['text']}, {last}: {row['last']['text']};" in row["readout"]
        across = tc.ComparativeAdvantage(bundled, period=(1994, 2021), partners=["MEX", "CAN"], across_breaks=True)
        row = rows(across)["MEX"]
        assert not {"first", "last", "extremes"} & set(row)
        assert "1990:" not in row["readout"]
        assert "first" in rows(across)["CAN"]

    def test_a_spec_with_a_change_across_one_is_refused(self, bundled: pd.DataFrame) -> None:
        spec: Any = tc.ComparativeAdvantage(bundled, period=(1994, 2013), partners=["MEX", "CAN"]).spec
        row = next(each for each in spec["rows"] if each["partner"] == "MEX")
        row["last"] = {"year": 2021, "text": "0.26"}
        with pytest.raises(tc.DataError, match=r"last.year is 2021, and the last figure of values is of 2013"):
            validate(spec)

    def test_an_average_across_one_is_refused(self, bundled: pd.DataFrame) -> None:
        with pytest.raises(
            tc.DataError, match="MEX: the average of 1994-2021 runs across a break before 2014"
        ) as error:
            tc.ComparativeAdvantage(bundled, period=(1994, 2021), partners=PARTNERS)
        for words in (
            "WITS assigns 92%",
            "end the period in 2013",
            "begin it in 2014",
            "partners=",
            "across_breaks=True",
        ):
            assert words in str(error.value)

    @pytest.mark.parametrize(
        "options",
        [
            {"period": (1994, 2013)},
            {"period": (2014, 2021)},
            {"period": (1994, 2021), "partners": ["USA", "CAN"]},
            {"period": (1994, 2021), "top": 1},
            {"period": (1994, 2021), "across_breaks": True},
            {"year": 2021},
        ],
    )
    def test_the_ways_out(self, bundled: pd.DataFrame, options: dict[str, Any]) -> None:
        drawn = tc.ComparativeAdvantage(bundled, **{"partners": PARTNERS, **options})
        assert ("The average runs across a break: Mexico (2014)." in notes(drawn)) == ("across_breaks" in options)

    def test_a_highlight_brings_the_refusal_back(self, bundled: pd.DataFrame) -> None:
        with pytest.raises(tc.DataError, match="MEX: the average"):
            tc.ComparativeAdvantage(bundled, period=(1994, 2021), partners=PARTNERS, top=1, highlight=["MEX"])

    def test_it_is_told_where_the_years_are_drawn(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(bundled, year=2013, partners=["MEX", "CAN"])
        assert "From 2014 on WITS assigns 92% of Mexico\u2019s trade" in notes(drawn)
        assert rows(drawn)["MEX"]["readout"].endswith("figures from 2014 on are not comparable with those before.")
        assert "comparable" not in rows(drawn)["CAN"]["readout"]
        early = bundled[bundled["year"] <= 2013]
        assert "comparable" not in notes(tc.ComparativeAdvantage(early, partners=["MEX"]))

    def test_a_registered_one_is_told_of_its_own_country_and_year(self, bundled: pd.DataFrame) -> None:
        marked = bundled["break_before"] | ((bundled["partner"] == "CAN") & (bundled["year"] == 2014))
        drawn = tc.ComparativeAdvantage(bundled.assign(break_before=marked), year=2013, partners=["MEX", "CAN"])
        assert "Canada: figures from 2014 on are not comparable with those before." in notes(drawn)
        assert notes(drawn).count("WITS assigns 92%") == 1

    def test_one_of_the_authors_own(self) -> None:
        data = own({"MEX": [1.0, 2.0, 3.0]}, break_before=[False, True, False])
        with pytest.raises(tc.DataError, match=r"break before 2002; end the period in 2001"):
            chart(data, period=(2001, 2003))
        assert rows(chart(data, period=(2002, 2003)))["MEX"]["rca"] == 2.5
        assert "Mexico: figures from 2002 on are not comparable with those before." in notes(chart(data))
        told = chart(own({"MEX": [1.0] * 6}, break_before=[False] + [True] * 5))
        assert "More breaks, not told here: 2." in notes(told)

    def test_no_break_where_nothing_came_before(self) -> None:
        data = own({"MEX": [None, 2.0, 3.0]}, break_before=[False, True, False])
        drawn = chart(data, period=(2001, 2003))
        assert rows(drawn)["MEX"]["rca"] == 2.5
        assert "breaks" not in rows(drawn)["MEX"]


class TestTable:
    def test_one_row_a_country_and_year(self, bundled: pd.DataFrame) -> None:
        drawn = tc.ComparativeAdvantage(
            bundled, period=(1994, 2013), partners=["MEX", "VNM"], annotations=[("MEX", "A remark")]
        )
        lines = table(drawn)
        assert list(lines[0])[:6] == ["partner", "name", "year", "rca", "rca_1994_2013", "annotation"]
        assert [(line["partner"], line["year"]) for line in lines] == [
            (code, str(year)) for code in rows(drawn) for year in range(1988, 2022)
        ]
        mexico = bundled[bundled["partner"] == "MEX"].set_index("year")["rca"]
        theirs = {int(line["year"]): line for line in lines if line["partner"] == "MEX"}
        assert theirs[1988]["rca"] == ""
        assert all(float(theirs[year]["rca"]) == pytest.approx(value, rel=1e-4) for year, value in mexico.items())
        assert {line["rca_1994_2013"] for line in theirs.values()} == {repr(rows(drawn)["MEX"]["rca"])}
        assert {line["annotation"] for line in theirs.values()} == {"A remark"}
        assert theirs[2013]["definition"] == "wits_rca_intermediate_goods"

    def test_one_year_has_one_figure(self) -> None:
        lines = table(chart(own({"MEX": [1.23456789], "CAN": [None]})))
        assert list(lines[0])[:5] == ["partner", "name", "year", "rca", "annotation"]
        assert [line["rca"] for line in lines] == ["1.23456789", ""]
        assert "rca_2002" in table(chart(own({"MEX": [1.0, 2.0]})))[0]
