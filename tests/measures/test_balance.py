"""Bilateral balances and near ties: the economics without a chart."""

from __future__ import annotations

import math
import warnings
from decimal import Context, Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from frames import own
from tradecontext.measures import bilateral, near_tie

WIDE = Context(prec=800)
AMOUNTS = st.one_of(st.just(math.nan), st.floats(min_value=0, max_value=1e12))


def test_the_form() -> None:
    trade = bilateral(own(), unit="usd")
    assert list(trade.columns) == ["partner", "year", "exports", "imports", "balance"]
    assert trade["balance"].tolist() == [334e9 - 505e9, 349e9 - 411e9, 143e9 - 438e9]
    assert trade["year"].dtype == np.int64
    columns = {name: name for name in ("partner", "exports", "imports")}
    assert trade.attrs == {"names": {}, "currency": "USD", "columns": columns}


def test_vintage_and_definition_travel_along() -> None:
    trade = bilateral(tc.data.us_goods_trade())
    assert set(trade["vintage"]) == {"2025-10"}
    assert set(trade["definition"]) == {"census_goods"}
    pd.testing.assert_series_equal(trade["balance"], tc.data.us_goods_trade()["balance"])


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=4))
def test_balance_is_exports_minus_imports_and_missing_stays_missing(flows: list[tuple[float, float]]) -> None:
    flows = [*flows, (1.0, 2.0)]
    codes = ["MEX", "CAN", "CHN", "DEU", "VNM"][: len(flows)]
    exports, imports = zip(*flows, strict=True)
    data = pd.DataFrame({"partner": codes, "year": 2024, "exports": exports, "imports": imports})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        trade = bilateral(data, unit="usd")
    for row, (out, into) in zip(trade.itertuples(), flows, strict=True):
        missing = math.isnan(out) or math.isnan(into)
        assert math.isnan(row.balance) == missing
        assert missing or row.balance == float(WIDE.subtract(Decimal(repr(out)), Decimal(repr(into))))
    pd.testing.assert_index_equal(trade.index, data.index)


@given(st.sampled_from(["usd", "usd_thousand", "usd_million", "usd_billion"]), st.floats(min_value=1, max_value=900))
def test_units_scale_all_flows(unit: str, value: float) -> None:
    factor = {"usd": 1, "usd_thousand": 1e3, "usd_million": 1e6, "usd_billion": 1e9}[unit]
    data = pd.DataFrame({"partner": ["MEX"], "year": 2024, "exports": [value], "imports": [2 * value]})
    trade = bilateral(data, unit=unit)
    assert trade["exports"].tolist() == [float(WIDE.multiply(Decimal(repr(value)), Decimal(repr(factor))))]
    assert trade["balance"].tolist() == pytest.approx([-value * factor])


def test_a_balance_alone_leaves_the_flows_missing() -> None:
    trade = bilateral(own(exports=None, imports=None, gap=[1e9, -2e9, None]), balance="gap", unit="usd")
    assert trade["exports"].isna().all()
    assert trade["balance"].tolist()[:2] == [1e9, -2e9]


def test_a_balance_given_beside_the_flows_has_to_agree() -> None:
    rounded = own(balance=[334e9 - 505e9 + 1e6, 349e9 - 411e9, 143e9 - 438e9])
    assert bilateral(rounded, unit="usd")["balance"].tolist()[0] == 334e9 - 505e9
    with pytest.raises(tc.DataError, match=r"column 'gap', row 1: .* is not exports - imports"):
        bilateral(own(gap=[-171e9, +62e9, -295e9]), balance="gap", unit="usd")


@pytest.mark.parametrize(
    ("data", "options", "words"),
    [
        ([1], {}, "data has to be a data frame"),
        (own(), {"exports": "imports"}, "columns of their own, not imports, imports"),
        (own(year=None), {}, "there is no column 'year'"),
        (own(year=None), {"year": "24"}, "year='24' has to be a calendar year"),
        (own(year=[2024, 2024, 20.5]), {}, "column 'year', row 2: 20.5 is not a calendar year"),
        (own(exports=[1e9, -1.0, 1e9]), {"unit": "usd"}, "column 'exports', row 1: exports of -1 are negative"),
        (own(partner=["MEX", "CAN", "Narnia"]), {}, "column 'partner', row 2: no partner is called 'Narnia'"),
    ],
)
def test_what_is_refused(data: Any, options: dict[str, Any], words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        bilateral(data, **options)


def test_rows_are_named_by_the_frames_own_index() -> None:
    data = own(exports=[1e9, math.inf, 1e9]).set_index(pd.Index(["a", "b", "c"]))
    with pytest.raises(tc.DataError, match="column 'exports', row 'b': the figure is infinite"):
        bilateral(data)


class TestNearTie:
    @pytest.mark.parametrize(
        ("values", "place", "tie"),
        [
            ([45.66, 45.61], 1, True),
            ([45.7, 45.0], 1, False),
            ([100, 99.51], 1, True),
            ([100, 99.5], 1, False),
            ([5, 5], 1, True),
            ([5, 5], 2, False),
            ([5], 1, False),
            ([], 1, False),
            ([5, 4.99], 0, False),
            ([0, 0], 1, False),
            ([3, -1], 1, False),
        ],
    )
    def test_under_half_a_percent_of_the_last_value_shown(self, values: list[float], place: int, *, tie: bool) -> None:
        assert near_tie(values, place) is tie

    @given(st.floats(min_value=1e-6, max_value=1e12), st.floats(min_value=0, max_value=0.02))
    def test_the_bound(self, value: float, gap: float) -> None:
        following = value * (1 - gap)
        assert near_tie([value, following], 1) is ((value - following) / value < 0.005)

    @given(st.lists(st.floats(min_value=1, max_value=1e6), min_size=2, max_size=9), st.integers(1, 8))
    def test_only_the_two_at_the_cut_matter_and_the_unit_does_not(self, values: list[float], place: int) -> None:
        values = sorted(values, reverse=True)
        told = near_tie(values, place)
        if place < len(values):
            assert told is near_tie(values[place - 1 : place + 1], 1)
            assert near_tie(values, place, within=2.0)
        else:
            assert not told
