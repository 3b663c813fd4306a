"""An option that several charts have means the same in each, and is refused in the same words."""

from __future__ import annotations

import inspect
import re
import warnings
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tradecontext as tc
from frames import SOURCE
from golden import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.chart import Chart

CODES = ["CHN", "MEX", "VNM", "IRL", "DEU", "JPN", "KOR", "CAN", "IND", "THA", "ITA", "CHE", "MYS", "IDN"]
SIZES = range(len(CODES), 0, -1)
"""Made-up sizes, in any unit: the first partner is the largest."""
PARTNERS = pd.DataFrame({"partner": CODES, "size": SIZES})
CHARTS = [tc.DeficitRanking, tc.InputReliance, tc.ComparativeAdvantage, tc.AdjustedBalance]


def frame(**columns: Any) -> pd.DataFrame:
    return PARTNERS[["partner"]].assign(year=2011, **columns)


def amounts(**columns: Any) -> pd.DataFrame:
    size = PARTNERS["size"] * 1e9
    return frame(exports=0.0, imports=size, value_added_balance=-0.9 * size, unit="usd", **columns)


def content() -> pd.DataFrame:
    imports = PARTNERS["size"] * 1e9
    ours = imports * PARTNERS["size"] / 100
    theirs = imports - ours
    return amounts(imports_reporter_content=ours, imports_partner_content=theirs, imports_third_content=0.0)


DRAW: dict[str, Callable[..., Chart]] = {
    "deficits": lambda **options: tc.DeficitRanking(amounts(), source=SOURCE, **options),
    "reliance": lambda **options: tc.InputReliance(frame(share=PARTNERS["size"] / 100), source=SOURCE, **options),
    "advantage": lambda **options: tc.ComparativeAdvantage(frame(rca=PARTNERS["size"] / 4), source=SOURCE, **options),
    "balances": lambda **options: tc.AdjustedBalance(amounts(), source=SOURCE, total=False, **options),
    "content": lambda **options: tc.AdjustedBalance(content(), source=SOURCE, view="content", **options),
}


def faults(draw: Callable[..., Chart], options: dict[str, Any]) -> tuple[str, ...]:
    """Return what a chart finds wrong with options, nothing where it draws them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            draw(**options)
        except tc.DataError as error:
            return error.faults
    return ()


ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False),
        st.text(max_size=13),
        st.sampled_from(["MEX", "Canada", "DEU", "NOR", "World", "a\u202eb", 10, 2000]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(st.sampled_from(["MEX", "CAN", "NOR", "Nowhere"]), inner),
        st.dictionaries(st.text(max_size=14), inner, max_size=2),
    ),
    max_leaves=6,
)
SHARED = ["top", "highlight", "groups", "annotations", "entities"]


@given(st.sampled_from(SHARED), ANYTHING)
@example("top", 0)
@example("top", "ten")
@example("highlight", ["NOR", "SWE", "MEX"])
@example("highlight", "MEX")
@example("annotations", [("NOR", "x")])
@example("annotations", [("MEX", "x"), ("Mexico", "y")])
@example("annotations", [("MEX", ""), "CAN", ("CAN", "x", "y")])
@example("groups", {"A": ["Nowhere"], "": ["MEX"]})
@settings(max_examples=60, deadline=None)
def test_one_option_is_refused_in_the_same_words_by_every_chart(option: str, value: Any) -> None:
    options = {"top": None, option: value}
    found = {name: faults(draw, options) for name, draw in DRAW.items()}
    assert len(set(found.values())) == 1, found


@given(st.sampled_from(["year", "reporter", "total", "period"]), st.one_of(ANYTHING, st.lists(st.integers(2010, 2012))))
@example("year", 2012)
@example("year", "2011")
@example("reporter", "Nowhere")
@example("reporter", "MEX")
@example("total", "yes")
@example("period", (2011, 2010))
@example("period", (2011, 2012))
@settings(max_examples=40, deadline=None)
def test_one_that_some_charts_have_is_refused_alike(option: str, value: Any) -> None:
    those = {
        "year": ("deficits", "advantage", "balances", "content"),
        "reporter": ("deficits", "balances", "content"),
        "total": ("deficits",),
        "period": ("reliance", "advantage"),
    }[option]
    if isinstance(value, list):
        # A chart's own options are held as tuples, and a message shows what it holds.
        value = tuple(value)
    found = {name: faults(DRAW[name], {option: value}) for name in those}
    if option == "total":
        found["balances"] = faults(
            lambda **given: tc.AdjustedBalance(amounts(), source=SOURCE, **given), {option: value}
        )
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("chart", CHARTS)
def test_ten_are_drawn_where_nobody_says_how_many(chart: Any) -> None:
    assert inspect.signature(chart).parameters["top"].default == 10


@pytest.mark.parametrize("name", DRAW)
def test_none_draws_all_and_more_than_there_are_does_too(name: str) -> None:
    for top in (None, 14, 1000):
        drawn = told(DRAW[name](top=top).spec)
        assert len(drawn) == 14
    assert len(told(DRAW[name]().spec)) == 10 + (name == "reliance")


@pytest.mark.parametrize("name", DRAW)
@given(st.one_of(st.none(), st.integers(1, 16)), st.lists(st.sampled_from(CODES), max_size=3, unique=True))
@settings(max_examples=25, deadline=None)
def test_the_highlighted_are_drawn_in_their_place_and_their_rank_is_told(
    name: str, top: int | None, highlight: list[str]
) -> None:
    spec = DRAW[name](top=top, highlight=highlight).spec
    names = {code: tc.partners.name(code) for code in CODES}
    size = len(CODES) if top is None else top
    expected = [names[code] for code in CODES if code in CODES[:size] or code in highlight]
    drawn = [each for each, _ in told(spec)]
    others = [each for each in drawn if each.startswith("Others")]
    assert [each for each in drawn if each not in others] == expected
    notes = " ".join(spec["frame"]["notes"])
    beyond = [
        f"{names[code]} ({CODES.index(code) + 1})" for code in CODES if code in highlight and code not in CODES[:size]
    ]
    assert (f": {', '.join(beyond)}." in notes) == bool(beyond)
    assert ("Also drawn" in notes) == bool(beyond)
    left_out = len(CODES) - len(expected)
    counted = [
        int(each)
        for each in re.findall(r"not shown: (\d+)\.|Others \((\d+)\)", notes + " ".join(others))
        for each in each
        if each
    ]
    assert counted == ([left_out] if left_out else [])


@pytest.mark.parametrize("name", DRAW)
def test_a_remark_stands_by_its_row(name: str) -> None:
    chart = DRAW[name](annotations=[("Mexico", "A remark of the author's")])
    row = next(row for row in chart.spec["rows"] if row["partner"] == "MEX")
    assert row["annotation"] == "A remark of the author's"
    for output in (chart.to_html(), chart.embed("safe"), chart.to_csv()):
        assert "A remark of the author" in output


@pytest.mark.parametrize("name", DRAW)
def test_a_remark_on_a_year_stands_there_where_the_chart_has_years(name: str) -> None:
    options = {"annotations": [(2011, "Something happened")]}
    if name == "reliance":
        several = pd.concat([frame(share=0.1), frame(share=0.2).assign(year=2012)])
        spec = tc.InputReliance(several, source=SOURCE, **options).spec
        assert [remark["year"] for remark in spec["remarks"]] == [2011]
    else:
        assert faults(DRAW[name], options) == (
            "annotations: 2011 is a year, and this chart has no place for remarks on one; name a row",
        )


@pytest.mark.parametrize("name", [name for name in DRAW if name != "reliance"])
def test_a_remark_on_a_row_that_is_not_drawn_says_how_to_draw_it(name: str) -> None:
    options: dict[str, Any] = {"top": 2, "annotations": [("CAN", "x")]}
    words = "annotations: CAN is not among the rows drawn; add it to highlight=, or raise top="
    assert faults(DRAW[name], options) == (words,)
    assert faults(DRAW[name], {**options, "highlight": ["CAN"]}) == ()


@pytest.mark.parametrize("name", DRAW)
def test_a_chart_of_many_highlights_names_some_and_is_drawn(name: str) -> None:
    spec = DRAW[name](top=1, highlight=CODES).spec
    (note,) = (note for note in spec["frame"]["notes"] if note.startswith("Also drawn"))
    assert note.endswith("Thailand (10), Italy (11) ….")
