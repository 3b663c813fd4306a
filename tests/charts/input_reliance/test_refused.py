"""InputReliance: where the reader's choices start, what is refused, and that nothing else goes wrong."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tradecontext as tc
from bad_input import BIDI, SURROGATE
from reliance import ALONE, AMOUNTS, FOUR, averages, drawn, made
from tradecontext.spec import validate


@pytest.fixture(scope="module")
def inputs() -> pd.DataFrame:
    return tc.data.input_shares()


class TestState:
    def test_where_the_readers_choices_start(self, inputs: pd.DataFrame) -> None:
        assert tc.InputReliance(inputs).spec["initial"] == {"sort_by": "share", "selection": [], "period": [1995, 2011]}
        chart = tc.InputReliance(inputs, period=(2000, 2005), sort_by="-name", selection=["MEX"])
        assert chart.spec["initial"] == {"sort_by": "-name", "selection": ["MEX"], "period": [2000, 2005]}
        assert (chart.period, chart.sort_by, chart.selection) == ((2000, 2005), "-name", ("MEX",))

    def test_words_and_table_follow_the_readers_period(self, inputs: pd.DataFrame) -> None:
        chart = tc.InputReliance(inputs, highlight=["MEX"])
        chart.period = (2000, 2005)
        assert '"average_2000_2005 (share, 0 to 1)"' in chart.to_csv()
        assert averages(chart) == pytest.approx(averages(tc.InputReliance(inputs, period=(2000, 2005))))
        assert "in 2005 than in 2000" in chart.to_json()
        assert chart.spec["frame"]["headline"].endswith("than in 1995"), "the author's own spec is as it was"

    def test_it_comes_back_from_its_spec(self, inputs: pd.DataFrame) -> None:
        chart = tc.InputReliance(inputs, second="look_through_share", top=5)
        again = tc.from_spec(chart.spec)
        assert isinstance(again, tc.InputReliance)
        assert again.spec == chart.spec
        assert again.to_csv() == chart.to_csv()


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        ("MEX", {}, "data has to be a data frame"),
        (FOUR.drop(columns="share"), {}, "no column 'share'.*name yours with share="),
        (FOUR.drop(columns="share"), {"imports": "value"}, "no column 'supplier'"),
        (FOUR, {"share": "x"}, "no column 'x'"),
        (FOUR, {"total": "x"}, "no column 'x'.*total="),
        (FOUR, {"total": "share"}, "total='share' is the column of shares"),
        (FOUR, {"share": "share", "imports": "share"}, "both given"),
        (AMOUNTS, {"total": "all"}, "no column 'all'"),
        (AMOUNTS, {"second": "x"}, "no column 'x'"),
        (AMOUNTS.assign(imports=-1.0), {}, "is negative"),
        (AMOUNTS.assign(break_before="no"), {}, "neither True nor False"),
        (FOUR.assign(share=50.0), {}, "50 is not a share"),
        (pd.concat([FOUR, FOUR]), {}, "two rows for 2000"),
        (FOUR.assign(definition=["a"] * 15 + ["b"]), {}, "two definitions in one series"),
        (FOUR.assign(vintage=["a"] * 15 + ["b"]), {}, "two vintages in one series"),
        (FOUR.assign(year=[1000] + [2000] * 15), {}, "at most 300"),
        (FOUR.assign(break_before="no"), {}, "neither True nor False"),
        (FOUR, {"supplier": "MEX"}, "partner 'MEX' is the supplier itself"),
        (FOUR, {"supplier": "Nowhere"}, "supplier: no country is called"),
        (FOUR.assign(supplier="CHN"), {}, "supplier='USA': no row has this supplier; the data has CHN"),
        (FOUR.assign(supplier=["CHN"] * 15 + [None]), {}, "column 'supplier', row 15"),
        (tc.data.us_share_of_imports(), {"supplier": "CHN"}, "the data is of imports from the United States"),
        (FOUR, {"method": "ratio_of_sums"}, "needs a column 'total'"),
        (FOUR, {"method": "median"}, "method='median' is not known"),
        (FOUR, {"view": "map"}, "view='map' is not known"),
        (FOUR, {"view": ["ranking"]}, "view=.* is not known"),
        (FOUR, {"trend": "yes"}, "trend='yes' has to be True or False"),
        (FOUR, {"top": 0}, "top=0 has to be a whole number of rows"),
        (FOUR, {"highlight": ["JPN"]}, "highlight: JPN has no row in the data; take it out"),
        (FOUR, {"second": "share"}, "second='share' is drawn already"),
        (FOUR, {"second": "nope"}, "no column 'nope'.*second="),
        (FOUR.assign(more=2.0), {"second": "more"}, "2 is not a share"),
        (FOUR, {"period": (1999, 2001)}, "the data has the years 2000 to 2003"),
        (FOUR, {"period": 2000}, "first year, last year"),
        (FOUR, {"sort_by": "year"}, "sort_by='year' is not in the chart"),
        (FOUR, {"annotations": [(1999, "x")]}, "annotations: 1999 is not among the years drawn, 2000 to 2003"),
        (FOUR, {"annotations": [("JPN", "x")]}, "annotations: JPN has no row in the chart"),
        (FOUR, {"annotations": "x"}, "annotations has to be a list of .partner, text. pairs, or of .year, text."),
        (FOUR, {"annotations": [(2000, "a", "b")]}, "is not a .partner, text. pair, nor .year, text."),
        (FOUR, {"annotations": [(2000, "")]}, "annotations 2000 is empty"),
        (FOUR, {"annotations": [(2000, BIDI)]}, "annotations 2000 has a bidirectional control"),
        (FOUR, {"annotations": [(2000, str(number)) for number in range(51)]}, "51 remarks; at most 50"),
        (FOUR, {"breaks": [("JPN", 2001, "x")]}, "breaks: JPN has no row in the data"),
        (FOUR, {"breaks": [(2004, "x")]}, "breaks: 2004 is not among the years"),
        (FOUR, {"breaks": [(2001, "x"), (2001, "y")]}, "breaks: all countries 2001 is there twice"),
        (FOUR, {"breaks": [("MEX", 2001, "x" * 181)]}, "181 characters"),
        (FOUR, {"labels": {"deficit": "x"}}, "no chart prints a term 'deficit'"),
        (FOUR, {"source": None}, "does not say where it is from"),
        (FOUR.rename(columns={"year": "jahr"}), {}, "'jahr' looks like one"),
        (ALONE, {}, r"period=\(1994, 2022\)"),
        (ALONE, {"period": (2022, 1994)}, "the first not after the last"),
        (ALONE, {"period": (1000, 2022)}, "that is no period"),
        (ALONE.assign(first_year=2000, last_year=[2004, 2005]), {}, "over 2 periods .2000-2004 and 2000-2005."),
        (ALONE.assign(first_year=2000, last_year=2004), {"period": (2000, 2003)}, "the averages are over 2000 to 2004"),
        (ALONE.assign(first_year=2004, last_year=2000), {}, "that is no period"),
        (ALONE.assign(method=["mean_of_ratios", "ratio_of_sums"]), {"period": (2000, 2004)}, "'method' has"),
        (pd.concat([ALONE, ALONE]), {"period": (2000, 2004)}, "two rows"),
        (ALONE, {"period": (2000, 2004), "view": "both"}, "view='both' needs yearly shares"),
        (ALONE, {"period": (2000, 2004), "method": "ratio_of_sums"}, "method='ratio_of_sums' needs yearly"),
        (ALONE, {"period": (2000, 2004), "second": "x"}, "second= needs yearly shares"),
        (ALONE, {"period": (2000, 2004), "breaks": [(2001, "x")]}, "breaks= needs yearly shares"),
        (ALONE, {"period": (2000, 2004), "annotations": [(2001, "x")]}, "no place for remarks on one; name a row"),
    ],
)
def test_what_is_refused(data: Any, options: dict[str, Any], words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        drawn(data, **options)


def test_more_countries_than_can_be_drawn() -> None:
    codes = [f"E{number}" for number in range(301)]
    with pytest.raises(tc.DataError, match="301 countries; at most 300"):
        drawn(made({code: [0.1] for code in codes}), entities={code: code for code in codes})


def test_a_published_average_has_its_own_period_alone() -> None:
    chart = drawn(ALONE, period=(1994, 2022))
    with pytest.raises(tc.DataError, match=r"period=.* is not in the chart"):
        chart.period = (1995, 2022)


ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(1990, 2010),
        st.floats(),
        st.sampled_from(["MEX", "share", "both", "ratio_of_sums", "", "{name}", "x" * 400, BIDI, SURROGATE, 10**400]),
        st.just(FOUR),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.tuples(inner, inner), st.dictionaries(st.text(), inner)),
    max_leaves=4,
)


@given(
    st.sampled_from([FOUR, AMOUNTS, ALONE.assign(first_year=2000, last_year=2003)]),
    st.dictionaries(st.sampled_from([*tc.InputReliance.options(), "period"]), ANYTHING, min_size=1, max_size=2),
)
@pytest.mark.slow
@settings(max_examples=200)
def test_any_option_is_taken_or_refused(data: pd.DataFrame, options: dict[str, Any]) -> None:
    try:
        chart = drawn(data, **options)
    except tc.DataError:
        return
    assert validate(chart.spec)
    chart.to_csv().encode("utf-8")
