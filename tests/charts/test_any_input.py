"""Whatever comes in, a chart is drawn whole or refused with a DataError: properties over frames, options and words."""

from __future__ import annotations

import math
import re
import warnings
from html import unescape
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from bad_input import BIDI, SURROGATE
from frames import SOURCE, own, ranking
from markup import Tags
from tradecontext.spec import validate

FIGURES = st.one_of(
    st.floats(),
    st.floats(min_value=0, max_value=1e13),
    st.integers(min_value=-(10**15), max_value=10**15),
    st.sampled_from([None, "x", "1,000", True, math.nan, math.inf, 10**400, 1j, pd.NA, -0.0, 5e-324]),
)
PARTNERS = st.one_of(
    st.sampled_from(["MEX", "CAN", "CHN", "KR", "Viet Nam", "USA", "World", "EU27", "", None, 3]), st.text(max_size=4)
)
YEARS = st.one_of(st.sampled_from([2022, 2023, 2024]), st.sampled_from([None, "2024", 0, 2024.5, True, 10**20]))
LABELS = st.one_of(st.text(max_size=8), st.sampled_from(["a name", BIDI, SURROGATE, "<b>", None]))


@st.composite
def frames(draw: st.DrawFn) -> pd.DataFrame:
    """Draw frames that are mostly valid, with arbitrary cells."""
    size = draw(st.integers(0, 6))
    sane = draw(st.booleans())
    figures = st.floats(min_value=0, max_value=1e12) if sane else FIGURES
    partners = st.sampled_from(["MEX", "CAN", "CHN", "DEU", "VNM", "IRL", "JPN"]) if sane else PARTNERS
    columns: dict[str, list[Any]] = {
        "partner": draw(st.lists(partners, min_size=size, max_size=size, unique_by=str)),
        "year": draw(st.lists(st.just(2024) if sane else YEARS, min_size=size, max_size=size)),
        "exports": draw(st.lists(figures, min_size=size, max_size=size)),
        "imports": draw(st.lists(figures, min_size=size, max_size=size)),
    }
    if draw(st.booleans()):
        columns["partner_name"] = draw(st.lists(LABELS, min_size=size, max_size=size))
    for name in draw(st.sets(st.sampled_from(list(columns)), max_size=0 if sane else 1)):
        del columns[name]
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=None if sane and name != "partner_name" else object)
            for name, values in columns.items()
        }
    )


def drawn_or_refused(data: Any, options: dict[str, Any]) -> bool:
    """Draw a chart whole, or refuse it with a DataError; anything else fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            chart = tc.DeficitRanking(data, **options)
        except tc.DataError:
            return False
    spec = validate(chart.spec)
    assert tc.from_spec(spec).spec == spec
    assert [row["deficit"] for row in spec["rows"] if row["role"] == "partner"] == sorted(
        (row["deficit"] for row in spec["rows"] if row["role"] == "partner"), reverse=True
    )
    page = chart.to_html()
    assert "NaN" not in page.partition("<main>")[2].partition("</main>")[0].replace("NaNa", "")
    for row in spec["rows"]:
        assert row["text"] in unescape(page)
    for text in (page, chart.embed("safe"), chart.to_csv()):
        text.encode("utf-8")
    return True


@given(
    frames(),
    st.fixed_dictionaries(
        {},
        optional={
            "top": st.integers(0, 4),
            "surpluses": st.integers(0, 3),
            "others": st.booleans(),
            "total": st.booleans(),
            "unit": st.sampled_from(["usd", "usd_million", "usd_billion", "eur", "x"]),
            "locale": st.sampled_from(["en", "es", "xx"]),
            "highlight": st.lists(PARTNERS, max_size=2),
            "year": st.sampled_from([2023, 2024]),
        },
    ),
)
def test_any_frame_is_drawn_or_refused(data: pd.DataFrame, options: dict[str, Any]) -> None:
    drawn_or_refused(data, {"source": SOURCE, **options})


@given(st.lists(st.floats(min_value=0, max_value=1e13), min_size=14, max_size=14))
def test_a_fit_frame_is_always_drawn(values: list[float]) -> None:
    codes = ["MEX", "CAN", "CHN", "DEU", "VNM", "IRL", "JPN"]
    data = pd.DataFrame({"partner": codes, "year": 2024, "exports": values[:7], "imports": values[7:]})
    assert drawn_or_refused(data, {"source": SOURCE, "surpluses": 7, "others": True, "total": True, "unit": "usd"})


ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=30),
        st.binary(max_size=3),
        st.sampled_from(["MEX", "CAN", "2024-01-01", "https://a.org", "deficit", BIDI, SURROGATE, 2024, 10**400]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=2),
    ),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from([*tc.DeficitRanking.options(), "sort_by"]), ANYTHING, min_size=1, max_size=3))
def test_any_option_is_taken_or_refused(options: dict[str, Any]) -> None:
    drawn_or_refused(own(), {"source": SOURCE, **options})


@given(st.sampled_from(list(tc.DeficitRanking.options())), ANYTHING)
def test_a_refused_assignment_changes_nothing(name: str, value: Any) -> None:
    chart = ranking(highlight=["MEX"])
    before = chart.spec
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            setattr(chart, name, value)
        except tc.DataError:
            assert chart.spec == before
        else:
            assert validate(chart.spec)


@given(st.text(max_size=200))
def test_any_text_is_printed_as_it_is_or_refused(text: str) -> None:
    try:
        chart = ranking(headline=text, note=text, annotations=[("MEX", text)])
    except tc.DataError:
        return
    shown = re.sub(r"[^\S\u00a0\u202f]+", " ", text.replace("\ufeff", "")).strip()
    assert chart.spec["frame"]["headline"] == shown
    assert shown in "".join(Tags(chart.embed("safe")).text)
