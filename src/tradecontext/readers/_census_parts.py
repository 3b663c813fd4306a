"""Read answers of the US Census Bureau's API about parts of a country's trade: products, states, and duties."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, NamedTuple

import pandas as pd

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


class Columns(NamedTuple):
    """The columns of what splits the trade and of its description, and the level of detail; each may be empty."""

    part: str = ""
    name: str = ""
    level: str = ""


def read(answer: IO[bytes], columns: Columns, values: Sequence[str]) -> pd.DataFrame:
    """Return the rows of an answer, those of groups of countries and of totals among them.

    Parameters
    ----------
    answer : binary file
        The answer, whose name is its address.
    columns : Columns
        The columns that it was asked for.
    values : sequence of str
        Columns of whole dollars.

    Returns
    -------
    pandas.DataFrame
        code, year, month ("2024-01"), part, name and the values.

    Raises
    ------
    DataError
        If it is another table, has other levels of detail, or has a row twice or without a figure.
    """
    try:
        head, *lines = json.load(answer)
        table = pd.DataFrame(lines, columns=head).loc[:, lambda found: ~found.columns.duplicated()]
        levels = set(table["COMM_LVL"]) if columns.level else {""}
        split = {"part": table[columns.part], "name": table[columns.name]} if columns.part else {"part": "", "name": ""}
        rows = table[list(values)].astype(float)
        rows = rows.assign(code=table["CTY_CODE"], month=table["time"], year=table["time"].str[:4].astype(int), **split)
    except (KeyError, TypeError, ValueError):
        raise DataError(f"{answer.name} is not the table that was asked for") from None
    if levels != {columns.level}:
        raise DataError(f"{answer.name} has other levels of detail than were asked for, and would count trade twice")
    if (blank := rows[list(values)].isna().any(axis=1)).any():
        row = rows[blank].iloc[0]
        raise DataError(f"{answer.name} has no figure of CTY_CODE {row['code']} in {row['month']}: missing is not 0")
    if (again := rows.duplicated(["code", "month", "part"])).any():
        row = rows[again].iloc[0]
        raise DataError(
            f"{answer.name} has {row['part'] or 'the duties'} of CTY_CODE {row['code']} in {row['month']} twice"
        )
    return rows


def silent(rows: pd.DataFrame, months: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each country's code with the months of which it has no row."""
    for code, there in rows.groupby("code")["month"]:
        if lacking := [month for month in months if month not in set(there)]:
            yield str(code), ", ".join(lacking)


def sums(rows: pd.DataFrame, values: Mapping[str, str]) -> pd.DataFrame:
    """Add up the months by country, year and part, without totals; `values` are columns by their name in the sums."""
    grouped = rows[~rows["part"].isin(["-", "TOTAL"])].groupby(["code", "year", "part"])
    made = pd.DataFrame(grouped[list(values.values())].sum()).set_axis(list(values), axis=1)
    return made.assign(name=grouped["name"].first())
