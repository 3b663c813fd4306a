"""Exact arithmetic: a float stands for its shortest decimal text."""

from __future__ import annotations

import math
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tradecontext.measures import average_share, bilateral, import_share, near_tie
from tradecontext.text import exact
from tradecontext.text.exact import rounded
from tradecontext.text.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

ANY = st.floats(min_value=-1e15, max_value=1e15)
PARTS = st.lists(st.fractions(min_value=0, max_value=50), min_size=1, max_size=8)


def text(value: float) -> Fraction:
    return Fraction(repr(value))


@given(st.integers(-(2**60), 2**60).map(float), st.integers(-(2**60), 2**60).map(float))
def test_whole_numbers_are_subtracted_exactly(one: float, other: float) -> None:
    assert exact.difference(one, other) == float(text(one) - text(other))
    assert math.copysign(1, exact.difference(-0.0, 0.0)) == 1


@given(st.lists(st.tuples(*[ANY | st.integers(-(2**60), 2**60).map(float) | st.just(math.nan)] * 2), min_size=1))
def test_many_are_subtracted_as_one_is(pairs: list[tuple[float, float]]) -> None:
    one, other = np.array(pairs).T
    found = exact.differences(one, other).tolist()
    assert list(map(repr, found)) == [repr(exact.difference(*pair)) for pair in pairs]


@given(ANY, ANY, st.sampled_from([1.0, 1e3, 1e6, 1e9]))
def test_a_result_is_the_float_nearest_to_the_decimal(one: float, other: float, factor: float) -> None:
    assert exact.difference(one, other) == float(text(one) - text(other))
    assert exact.total([one, other, -1.25]) == float(text(one) + text(other) - Fraction("1.25"))
    assert exact.scaled([one, other], factor) == [float(text(each) * int(factor)) for each in (one, other)]
    assert exact.mean([one, other, 0.1]) == (text(one) + text(other) + Fraction("0.1")) / 3
    if other:
        assert exact.ratio(one, other) == text(one) / text(other)
        assert exact.quotient(one, other) == float(text(one) / text(other))


@pytest.mark.parametrize(
    ("found", "written"),
    [
        (lambda: exact.difference(356.97, 545.42), "-188.45"),
        (lambda: exact.scaled([356.97], 1e9)[0], "356970000000.0"),
        (lambda: exact.total([0.1, 0.2, 0.3]), "0.6"),
        (lambda: exact.total([1e15, 0.3, -1e15]), "0.3"),
        (lambda: exact.quotient(44.55, 100), "0.4455"),
        (lambda: float(exact.mean([0.1, 0.2, 0.6]) or 0), "0.3"),
    ],
)
def test_what_ends_prints_as_its_decimal(found: Callable[[], float], written: str) -> None:
    assert repr(found()) == written


def test_missing_stays_missing_and_nothing_has_no_mean() -> None:
    nan = math.nan
    assert all(map(math.isnan, [exact.difference(nan, 1), exact.difference(1, nan), exact.total([1, nan])]))
    assert math.isnan(exact.scaled([nan], 1e9)[0])
    assert exact.scaled([1e308], 1e9) == [math.inf]
    assert exact.mean([]) is None
    assert exact.mean([0.5], [0.0]) is None
    assert exact.total([]) == 0


@given(PARTS)
def test_parts_shared_out_add_up_and_none_is_off_by_one(parts: list[Fraction]) -> None:
    assume(sum(parts) > 0)
    parts = [100 * part / sum(parts) for part in parts]
    told = exact.shared_out(parts, 100)
    assert sum(told) == 100
    assert all(abs(cents - part) < 1 for cents, part in zip(told, parts, strict=True))
    # A part is rounded up before all parts with smaller remainders; of equal remainders, the first is rounded up.
    up = [cents > part for cents, part in zip(told, parts, strict=True)]
    rest = [(part % 1, -at) for at, part in enumerate(parts)]
    below = [each for each, raised in zip(rest, up, strict=True) if not raised]
    assert all(each > max(below) for each, raised in zip(rest, up, strict=True) if raised and below)


@given(st.fractions(min_value=-1000, max_value=1000), st.integers(0, 4), st.sampled_from([-2, 0, 3]))
def test_a_fraction_is_rounded_itself_halves_away_from_zero(value: Fraction, decimals: int, power: int) -> None:
    found = Fraction(rounded(value, decimals, power)) * Fraction(10) ** power
    step = Fraction(10) ** (power - decimals)
    assert abs(found - value) <= step / 2
    assert abs(found) >= abs(value) or abs(found - value) < step / 2
    assert (found / step).denominator == 1


def test_what_is_nearly_a_half_is_none() -> None:
    nearly = Fraction(1235, 10000) - Fraction(1, 10**30)
    assert float(nearly) == 0.1235
    assert Language("en").percent(nearly) == "12.3%"
    assert Language("en").percent(0.1235) == "12.4%"


def test_balances_scales_and_cut_offs() -> None:
    frame = pd.DataFrame({"partner": ["MEX"], "year": 2024, "exports": [356.97], "imports": [545.42]})
    trade = bilateral(frame, unit="usd_billion")
    assert trade[["exports", "imports", "balance"]].to_numpy().tolist() == [[356.97e9, 545420000000.0, -188450000000.0]]
    # A gap of exactly half a percent is not a near tie; computed with floats it is a little less.
    assert (171.5 - 170.6425) / 171.5 < 0.005
    assert not near_tie([171.5, 170.6425], 1)
    assert near_tie([171.5, 170.6426], 1)
    assert not near_tie([171.5, math.nan], 1)


AMOUNT = st.integers(1, 10**7).map(lambda each: each / 1000)


@given(st.lists(st.tuples(AMOUNT, AMOUNT, AMOUNT), min_size=1, max_size=6))
def test_shares_and_their_averages(amounts: list[tuple[float, float, float]]) -> None:
    rows = [
        (supplier, 2000 + at, amount)
        for at, three in enumerate(amounts)
        for supplier, amount in zip(("USA", "CHN", "DEU"), three, strict=True)
    ]
    data = pd.DataFrame(rows, columns=["supplier", "year", "imports"]).assign(partner="MEX")
    shares = import_share(data)
    wholes = [sum(map(text, three)) for three in amounts]
    expected = [float(text(three[0]) / whole) for three, whole in zip(amounts, wholes, strict=True)]
    assert shares["share"].tolist() == expected
    assert shares["total"].tolist() == list(map(float, wholes))
    mean = average_share(shares)["share"].tolist()
    assert mean == [float(sum(map(text, expected)) / len(expected))]
    weighted = sum(text(share) * text(float(whole)) for share, whole in zip(expected, wholes, strict=True))
    assert average_share(shares, method="ratio_of_sums")["share"].tolist() == [
        float(weighted / sum(text(float(whole)) for whole in wholes))
    ]


@given(ANY, st.sampled_from([0, 3, 6, 9]))
def test_a_column_rounds_the_decimal(value: float, power: int) -> None:
    assume(abs(value) >= 0.1 * 10**power)
    scaled = Context(prec=60).scaleb(Decimal(repr(value)), -power)
    assert Language("en").in_column(value, power).replace(",", "").replace("\N{MINUS SIGN}", "-") == str(
        scaled.quantize(Decimal("0.1"), rounding="ROUND_HALF_UP")
    )
