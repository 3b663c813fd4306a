"""An option that several charts have means the same in each, and is refused in the same words."""

from __future__ import annotations

import inspect
import re
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tradecontext as tc
from golden import about, told
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts
from tradecontext.spec.folders import schema
from tradecontext.widget.traits import frozen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.chart import Chart

pytestmark = pytest.mark.slow

CODES = ["CHN", "MEX", "VNM", "IRL", "DEU", "JPN", "KOR", "CAN", "IND", "THA", "ITA", "CHE", "MYS", "IDN"]
SIZES = pd.DataFrame({"partner": CODES, "year": 2011, "size": range(len(CODES), 0, -1)})
"""Made-up sizes, in any unit: the first partner is the largest."""
DRAW: dict[str, Callable[..., Chart]] = {
    f"{stem} {view}": partial(ranked, SIZES) for stem in charts() for view, ranked in about(stem).RANKINGS.items()
}
"""What draws the sizes, by chart and view."""
CHARTS = {name: chart_class(name.partition(" ")[0]) for name in DRAW}


def those_with(*options: str) -> list[str]:
    """Return the rankings of charts that have some options or reader's choices."""
    return [name for name, chart in CHARTS.items() if {*options} <= {*chart.options(), *chart.state_names}]


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


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAW)
@given(st.sampled_from(SHARED), ANYTHING)
@example("top", 0)
@example("top", "ten")
@example("highlight", ["NOR", "SWE", "MEX"])
@example("highlight", "MEX")
@example("annotations", [("NOR", "x")])
@example("annotations", [("MEX", "x"), ("Mexico", "y")])
@example("annotations", [("MEX", ""), "CAN", ("CAN", "x", "y")])
@example("groups", {"A": ["Nowhere"], "": ["MEX"]})
@settings(max_examples=30, deadline=None)
def test_one_option_is_refused_in_the_same_words_by_every_chart(name: str, option: str, value: Any) -> None:
    options = {"top": None, option: value}
    if option in CHARTS[name].options():
        own = {each: options[each] for each in options if each in CHARTS[name].options()}
        assert faults(DRAW[name], own) == faults(DRAW[those_with(*SHARED)[0]], options)


@pytest.mark.parametrize("option", ["year", "reporter", "total", "period"])
@given(st.one_of(ANYTHING, st.lists(st.integers(2010, 2012))))
@example(2012)
@example("2011")
@example("Nowhere")
@example("MEX")
@example("yes")
@example((2011, 2010))
@example((2011, 2012))
@settings(max_examples=15, deadline=None)
def test_one_that_some_charts_have_is_refused_alike(option: str, value: Any) -> None:
    those = those_with(option)
    if option == "period":
        # Of years; elsewhere a period is of months.
        those = [name for name in those if "years" in schema(CHARTS[name].stem)["properties"]]
    if option == "total":
        # A chart's first view: the others may have no place for a total.
        those = list({CHARTS[name]: name for name in reversed(those)}.values())
        # In other charts, total is the name of a column.
        those = [name for name in those if isinstance(CHARTS[name].options()[option].default_value, bool)]
    # A chart freezes its options, and a message shows what it holds; a reader's choice stays as it is given.
    found = {name: faults(DRAW[name], {option: frozen(value)}) for name in those}
    assert len(set(found.values())) == 1, found


@pytest.mark.parametrize("name", those_with("top"))
def test_ten_are_drawn_where_nobody_says_how_many(name: str) -> None:
    assert inspect.signature(CHARTS[name]).parameters["top"].default == 10


def drawn(chart: Chart) -> list[str]:
    """Return the names that a page shows at first, without the row that sums up the others."""
    return [name for name, _ in told(dict(chart.spec)) if not name.startswith("Others")]


@pytest.mark.parametrize("name", those_with("top"))
def test_none_draws_all_and_more_than_there_are_does_too(name: str) -> None:
    for top in (None, 14, 1000):
        assert len(drawn(DRAW[name](top=top))) == 14
    assert len(drawn(DRAW[name]())) == 10


@pytest.mark.parametrize("name", those_with("top", "highlight"))
@given(st.one_of(st.none(), st.integers(1, 16)), st.lists(st.sampled_from(CODES), max_size=3, unique=True))
@settings(max_examples=25, deadline=None)
def test_the_highlighted_are_drawn_in_their_place_and_their_rank_is_told(
    name: str, top: int | None, highlight: list[str]
) -> None:
    chart = DRAW[name](top=top, highlight=highlight)
    spec = chart.spec
    names = {code: tc.partners.name(code) for code in CODES}
    size = len(CODES) if top is None else top
    expected = [names[code] for code in CODES if code in CODES[:size] or code in highlight]
    assert drawn(chart) == expected
    others = [each for each, _ in told(dict(spec)) if each.startswith("Others")]
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


@pytest.mark.parametrize("name", those_with("highlight", "groups"))
@pytest.mark.parametrize(
    ("highlight", "groups"),
    [([["MEX", "CAN"], "IND"], {}), (["USMCA", "India"], {}), (["N", "IND"], {"N": ("Neighbours", ["MEX", "CAN"])})],
)
def test_partners_of_a_list_or_a_group_have_one_accent(name: str, highlight: Any, groups: Any) -> None:
    spec: Any = DRAW[name](highlight=highlight, groups=groups).spec
    accents = {row["partner"]: row["highlight"] for row in spec["rows"] if "highlight" in row}
    assert accents == {"MEX": 1, "CAN": 1, "IND": 2}
    assert tc.from_spec(spec).to_html()


@pytest.mark.parametrize("name", those_with("annotations"))
def test_a_remark_stands_by_its_row(name: str) -> None:
    chart = DRAW[name](annotations=[("Mexico", "A remark of the author's")])
    row = next(row for row in chart.spec["rows"] if row["partner"] == "MEX")
    assert row["annotation"] == "A remark of the author's"
    for output in (chart.to_html(), chart.embed("safe"), chart.to_csv()):
        assert "A remark of the author" in output


@pytest.mark.parametrize("name", those_with("annotations"))
def test_a_remark_on_a_year_stands_there_where_the_chart_has_years(name: str) -> None:
    options: dict[str, Any] = {"annotations": [(2011, "Something happened")]}
    if "remarks" in schema(CHARTS[name].stem)["properties"]:
        several = pd.concat([SIZES.assign(year=2010), SIZES])
        spec: Any = DRAW[name].func(several, **options).spec  # type: ignore[attr-defined]
        assert [remark["year"] for remark in spec["remarks"]] == [2011]
    else:
        assert faults(DRAW[name], options) == (
            "annotations: 2011 is a year, and this chart has no place for remarks on one; name a row",
        )


@pytest.mark.parametrize("name", those_with("annotations", "highlight", "top"))
def test_a_remark_on_a_row_that_is_not_drawn_says_how_to_draw_it(name: str) -> None:
    options: dict[str, Any] = {"top": 2, "annotations": [("CAN", "x")]}
    if len(DRAW[name](top=2).spec["rows"]) == len(CODES):
        return  # a reader may bring every row into view
    words = "annotations: CAN is not among the rows drawn; add it to highlight=, or raise top="
    assert faults(DRAW[name], options) == (words,)
    assert faults(DRAW[name], {**options, "highlight": ["CAN"]}) == ()


@pytest.mark.parametrize("name", those_with("highlight", "top"))
def test_a_chart_of_many_highlights_names_some_and_is_drawn(name: str) -> None:
    spec = DRAW[name](top=1, highlight=CODES).spec
    (note,) = (note for note in spec["frame"]["notes"] if note.startswith("Also drawn"))
    assert note.endswith("Thailand (10), Italy (11) ….")
