"""Tables in the wrong form: MRIO names their form, and what to pass instead. All figures are made up."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc

NAMES = {"countries": ["USA", "MEX"], "sectors": ["goods", "services"]}
FLOWS = np.array([[30.0, 10, 5, 1], [8, 20, 2, 6], [9, 3, 25, 7], [1, 2, 4, 15]])
FINAL = np.array([[40.0, 12], [55, 3], [11, 38], [2, 60]])
OUTPUT = FLOWS.sum(axis=1) + FINAL.sum(axis=1)
ADDED = OUTPUT - FLOWS.sum(axis=0)
COEFFICIENTS = FLOWS / OUTPUT


def table(Z: Any = FLOWS, Y: Any = FINAL, x: Any = None, **options: Any) -> tc.measures.MRIO:  # noqa: N803
    return tc.measures.MRIO(Z, Y, x, NAMES["countries"], NAMES["sectors"], year=2020, **options)


def test_a_right_table_passes_however_it_is_told() -> None:
    for options in ({}, {"x": OUTPUT}, {"value_added": ADDED}, {"x": OUTPUT, "value_added": ADDED}):
        np.testing.assert_allclose(table(**options).x, OUTPUT)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"Z": COEFFICIENTS}, r"Z holds input coefficients.*Z \* x"),
        ({"Z": COEFFICIENTS, "x": OUTPUT}, r"Z holds input coefficients.*Z \* x"),
        ({"Z": COEFFICIENTS, "value_added": ADDED}, "Z holds input coefficients"),
        ({"Z": COEFFICIENTS * 100, "x": OUTPUT}, "in percent, Z holds input coefficients"),
        ({"Z": FLOWS / OUTPUT[:, None], "x": OUTPUT}, r"shares of each seller's output.*Z \* x\[:, None\]"),
        ({"Z": FLOWS.T, "x": OUTPUT}, r"Z is transposed.*pass Z\.T"),
        ({"Z": FLOWS.T, "value_added": ADDED}, r"Z is transposed.*pass Z\.T"),
        ({"x": OUTPUT / 1000}, "1000 times the output given in every row: x is in another unit"),
        ({"value_added": ADDED / OUTPUT}, r"value_added is a share of output.*value_added \* x"),
        ({"Y": FINAL / FINAL.sum(axis=0)}, "every column of Y adds up to one: it holds shares of final demand"),
        ({"Z": COEFFICIENTS, "Y": FINAL / FINAL.sum(axis=0)}, "every column of Y adds up to one"),
        ({"Y": FINAL.T}, r"Y is 2 x 4 and has to be 4 x 2.*transposed: rows are sellers, pass Y\.T"),
    ],
)
def test_what_a_table_is_instead_is_named(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        table(**changed)


def test_the_example_of_two_economies() -> None:
    coefficients, final = np.array([[0.3, 0.1], [0.1, 0.3]]), np.array([[30.0, 5], [6, 40]])
    with pytest.raises(tc.DataError, match="Z holds input coefficients"):
        tc.measures.MRIO(coefficients, final, None, ["USA", "MEX"], ["s"], year=2020)
    output = np.linalg.solve(np.eye(2) - coefficients, final.sum(axis=1))
    made = tc.measures.MRIO(coefficients * output, final, None, ["USA", "MEX"], ["s"], year=2020)
    np.testing.assert_allclose(made.x, output)


def test_few_inputs_are_taken_when_value_added_says_so() -> None:
    few = FLOWS / 500
    added = few.sum(axis=1) + FINAL.sum(axis=1) - few.sum(axis=0)
    with pytest.raises(tc.DataError, match=r"of all output.*give value_added too"):
        table(few)
    assert table(few, value_added=added).economies == ("USA", "MEX")


@given(st.floats(1e-9, 1e9))
def test_the_unit_of_a_table_does_not_matter(scale: float) -> None:
    for options in ({}, {"x": OUTPUT * scale}, {"value_added": ADDED * scale}):
        np.testing.assert_allclose(table(FLOWS * scale, FINAL * scale, **options).x, OUTPUT * scale)


@given(st.lists(st.floats(50, 1e6), min_size=4, max_size=4), st.lists(st.floats(0.01, 0.24), min_size=16, max_size=16))
def test_coefficients_beside_amounts_are_always_told(final: list[float], shares: list[float]) -> None:
    demand = np.column_stack([final, final[::-1]])
    with pytest.raises(tc.DataError, match="Z holds input coefficients"):
        table(np.array(shares).reshape(4, 4), demand)
