"""Rankings of arbitrary flows: drawn in their order, or refused."""

from __future__ import annotations

from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from frames import SOURCE
from hostile import FIGURES, LABELS, PARTNERS, YEARS, drawn_or_refused


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


def in_order_or_refused(data: Any, options: dict[str, Any]) -> bool:
    chart = drawn_or_refused(lambda: tc.DeficitRanking(data, **options))
    if chart is None:
        return False
    deficits = [row["deficit"] for row in chart.spec["rows"] if row["role"] == "partner"]
    assert deficits == sorted(deficits, reverse=True)
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
    in_order_or_refused(data, {"source": SOURCE, **options})


@given(st.lists(st.floats(min_value=0, max_value=1e13), min_size=14, max_size=14))
def test_a_fit_frame_is_always_drawn(values: list[float]) -> None:
    codes = ["MEX", "CAN", "CHN", "DEU", "VNM", "IRL", "JPN"]
    data = pd.DataFrame({"partner": codes, "year": 2024, "exports": values[:7], "imports": values[7:]})
    assert in_order_or_refused(data, {"source": SOURCE, "surpluses": 7, "others": True, "total": True, "unit": "usd"})
