"""Recognise tables in the wrong form: coefficients instead of flows, rows as columns, shares instead of amounts.

The accounts of such a table can be computed, but they are wrong, and nothing shows it. If output or value added is
given too, the accounting identities reveal the form; otherwise the size of the figures does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Callable

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"

#: Inputs below this share of output are not flows: in real economies they are a third of output or more.
_FEWEST = 0.1
#: How far a sum of shares may be from one: the last printed digit.
_PRINTED = 1e-6
#: If inputs are more than this many times final demand, final demand is in shares: no real table has such a ratio.
_MOST = 10.0

_COEFFICIENTS = (
    "Z holds input coefficients, amounts in a unit of the buyer's output, where flows are needed: multiply each column "
    "by the buyer's output, Z * x (from final demand, x = solve(I - Z, Y.sum(axis=1)))"
)
_ALLOCATION = (
    "Z holds shares of each seller's output, where flows are needed: multiply each row by the seller's output, "
    "Z * x[:, None]"
)
_TRANSPOSED = "Z is transposed: rows have to be sellers and columns buyers, pass Z.T"


def by_output(Z: Floats, Y: Floats, x: Floats, near: Callable[[Floats, Floats], bool]) -> None:  # noqa: N803
    """Refuse a table whose sales are not the given output, if they would be with the table read in another form.

    Parameters
    ----------
    Z, Y, x : array
        Flows (RN, RN), final demand by economy (RN, G) and output (RN,).
    near : callable
        Whether two sums agree within the table's tolerance.

    Raises
    ------
    DataError
        Naming the form of the table, and the call that converts it.
    """
    final = Y.sum(axis=1)
    sales = Z.sum(axis=1) + final
    if near(sales, x):
        return
    for made, what in (
        (Z @ x + final, _COEFFICIENTS),
        (Z @ x / 100 + final, f"in percent, {_COEFFICIENTS}, divided by 100"),
        (Z.sum(axis=1) * x + final, _ALLOCATION),
        (Z.sum(axis=0) + final, _TRANSPOSED),
    ):
        if near(made, x):
            raise DataError(what)
    times = sales.sum() / x.sum() if x.sum() > 0 else 0.0
    # A factor near one is an imbalance, for which there is the tolerance, and not another unit.
    if times > 0 and not 0.5 < times < 2 and near(sales / times, x):
        raise DataError(
            f"the table's sales are {times:.6g} times the output given in every row: x is in another unit than Z and Y"
        )


def by_value_added(Z: Floats, Y: Floats, x: Floats, given: Floats, near: Callable[[Floats, Floats], bool]) -> None:  # noqa: N803
    """Refuse a table whose value added is not the given one, if it would be with the table read in another form.

    Parameters
    ----------
    Z, Y, x, near
        As in :func:`by_output`.
    given : array
        Value added (RN,).

    Raises
    ------
    DataError
        As :func:`by_output`.
    """
    bought, final = Z.sum(axis=0), Y.sum(axis=1)
    if near(given, x - bought):
        return
    if near(given * x, x - bought):
        raise DataError("value_added is a share of output, where amounts are needed: pass value_added * x")
    if near(given, bought + final - Z.sum(axis=1)):
        raise DataError(_TRANSPOSED)
    if _at_most_one(bought):
        try:
            output = np.linalg.solve(np.eye(len(Z)) - Z, final)
        except np.linalg.LinAlgError:
            return
        if near(given, output * (1 - bought)):
            raise DataError(_COEFFICIENTS)


def by_size(Z: Floats, Y: Floats, x: Floats, *, output_given: bool) -> None:  # noqa: N803
    """Refuse flows that are too small to be amounts, and final demand whose columns all sum to one.

    Parameters
    ----------
    Z, Y, x
        As in :func:`by_output`.
    output_given : bool
        Whether output was given and equals the sum of the sales, which shows that all three are amounts in one unit.

    Raises
    ------
    DataError
        As :func:`by_output`.
    """
    bought, demand = Z.sum(axis=0), Y.sum(axis=0)
    inputs = float(bought.sum())
    even = len(demand) > 1 and bool((np.abs(demand - 1) <= _PRINTED).all())
    if even and (inputs > _MOST * demand.sum() or (inputs > 0 and not output_given and _at_most_one(bought))):
        raise DataError(
            "every column of Y adds up to one: it holds shares of final demand, where amounts are needed; multiply "
            "each column by the economy's final demand"
        )
    if not 0 < inputs < _FEWEST * float(x.sum()):
        return
    why = (
        f": its inputs are {inputs / x.sum():.1%} of all output, and those of no sector add up to more than one. If "
        "they really are so small, give value_added too"
    )
    if _at_most_one(bought):
        raise DataError(_COEFFICIENTS + why)
    if _at_most_one(Z.sum(axis=1)):
        raise DataError(_ALLOCATION + why)


def _at_most_one(sums: Floats) -> bool:
    return bool((sums <= 1 + _PRINTED).all())
