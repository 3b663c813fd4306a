"""Values that nobody would give on purpose, and what every chart must do with them: draw them whole, or refuse them."""

from __future__ import annotations

import math
import warnings
from html import unescape
from typing import TYPE_CHECKING, Any

import pandas as pd
from hypothesis import strategies as st

import tradecontext as tc
from bad_input import BIDI, SURROGATE
from golden import told
from tradecontext.spec import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradecontext.chart import Chart

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
ANYTHING = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=30),
        st.binary(max_size=3),
        st.sampled_from(["MEX", "CAN", "2024-01-01", "https://a.org", "name", BIDI, SURROGATE, 2024, 10**400]),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.text(max_size=5) | st.integers(), inner, max_size=2),
    ),
    max_leaves=5,
)


def drawn_or_refused(make: Callable[[], Chart]) -> Chart | None:
    """Draw a chart whole, or refuse it with a DataError (None); anything else fails the test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            chart = make()
        except tc.DataError:
            return None
    spec: Any = validate(chart.spec)
    assert tc.from_spec(spec).spec == spec
    page = chart.to_html()
    assert "NaN" not in page.partition("<main>")[2].partition("</main>")[0].replace("NaNa", "")
    seen = unescape(page)
    for _, text in told(spec):
        assert text in seen
    for output in (page, chart.embed("safe"), chart.to_csv()):
        output.encode("utf-8")
    return chart
