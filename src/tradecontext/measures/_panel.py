"""Check the frames of shares and indices: their columns, codes and figures, and that a key has one row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake, partners
from tradecontext.errors import DataError, shown
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    from pandas.api.typing import SeriesGroupBy

#: Columns that say where figures come from, which a measure copies to its result.
PROVENANCE = ("vintage", "definition")
WORLD = "WLD"


def column(data: pd.DataFrame, name: str, what: str) -> str:
    """Return the name of a required column.

    Raises
    ------
    DataError
        If there is no such column, with the names of those that there are.
    """
    if not isinstance(name, str) or name not in data.columns:
        have = ", ".join(map(str, list(data.columns)[:20]))
        raise DataError(f"there is no column {shown(name)} with {what} (the columns are {have}); rename yours")
    return name


def codes(data: pd.DataFrame, name: str) -> list[str]:
    """Return codes of countries and aggregates: names as publishers write them become codes, others stay.

    Raises
    ------
    DataError
        If a cell is blank, with its row.
    """
    found: dict[str, str] = {}
    for row, value in enumerate(data[name].astype(object).tolist()):
        if not isinstance(value, str) or not value.strip():
            raise DataError(
                f"column {name!a}, row {intake.place(data, row)}: {shown(value)} is no code and no name; "
                'give an ISO alpha-3 code (pandas reads Namibia\'s "NA" as missing: keep_default_na=False)'
            )
        if value not in found:
            text = value.strip()
            world = partners.group_kind(text) == "total"
            found[value] = partners.resolve(text) or (WORLD if world else text)
    return [found[value] for value in data[name].astype(object).tolist()]


def single(found: Sequence[str]) -> np.ndarray[Any, np.dtype[np.bool_]]:
    """Return for each code whether it may be added to others: a group would count its members twice."""
    groups = {code for code in set(found) if partners.is_sum(code)}
    return np.array([code not in groups for code in found], dtype=bool)


def amounts(data: pd.DataFrame, name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return a column of amounts as float64 (n,), missing as NaN.

    Raises
    ------
    DataError
        If a cell is not a figure, or is negative.
    """
    figures = intake.numbers(data, name, amounts=True)
    return _bounded(figures, figures < 0, data, name, "is negative; trade in one direction cannot be")


def fractions(data: pd.DataFrame, name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return a column of shares as float64 (n,), fractions of 0 to 1, missing as NaN.

    Raises
    ------
    DataError
        If a cell is not a figure, or is outside 0 to 1.
    """
    figures = intake.numbers(data, name)
    wrong = (figures < 0) | (figures > 1)
    return _bounded(figures, wrong, data, name, "is not a share; give fractions of 0 to 1 (divide percentages by 100)")


def _bounded(
    figures: np.ndarray[Any, np.dtype[np.float64]],
    wrong: np.ndarray[Any, np.dtype[np.bool_]],
    data: pd.DataFrame,
    name: str,
    why: str,
) -> np.ndarray[Any, np.dtype[np.float64]]:
    if wrong.any():
        row = int(np.argmax(wrong))
        raise DataError(f"column {name!a}, row {intake.place(data, row)}: {figures[row]:g} {why}")
    return figures


def once(rows: pd.DataFrame, key: Sequence[str], data: pd.DataFrame, hint: str) -> None:
    """Refuse a key that has two rows.

    Raises
    ------
    DataError
        Naming the key, the rows as `data` names them, and what to do.
    """
    twice = rows.duplicated(list(key), keep=False).to_numpy()
    if twice.any():
        first = int(np.argmax(twice))
        same = (rows[list(key)] == rows[list(key)].iloc[first]).all(axis=1).to_numpy()
        where = ", ".join(intake.place(data, int(row)) for row in np.flatnonzero(same)[:4])
        named = ", ".join(f"{part} {rows[part].iloc[first]}" for part in key)
        raise DataError(f"{named} has {int(same.sum())} rows (rows {where}); {hint}")


def ratio(
    part: np.ndarray[Any, np.dtype[np.floating[Any]]], whole: np.ndarray[Any, np.dtype[np.floating[Any]]]
) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Divide, with NaN where the whole is zero or either figure is missing: a share of nothing is not zero.

    The division is of the decimal texts: 44.55 / 100 is 0.4455, while the quotient of the floats is a little less.
    """
    pairs = zip(np.ravel(part).tolist(), np.ravel(whole).tolist(), strict=True)
    found = [exact.quotient(one, of) if of > 0 else np.nan for one, of in pairs]
    return np.array(found, dtype="float64").reshape(np.shape(part))


def sums(grouped: SeriesGroupBy[float, Any]) -> pd.Series[float]:
    """Return the sum of each group, exact on the decimal texts of its figures; NaN if one is missing."""
    return grouped.agg(lambda group: exact.total(group.tolist()))
