"""Small frames, as an author might have them; where nothing else is said, the figures are made up."""

from __future__ import annotations

import csv
import io
from functools import cache
from typing import Any

import pandas as pd

import tradecontext as tc
from golden import about

SOURCE = "Figures made up for a test"
SHARES_SOURCE = "Shares made up for a test"


def own(**columns: Any) -> pd.DataFrame:
    """Return three partners of 2024, with columns added, replaced or (if None) removed.

    China has the largest deficit (295 billion), then Mexico (171), then Canada (62).
    """
    base: dict[str, Any] = {
        "partner": ["MEX", "CAN", "CHN"],
        "year": [2024, 2024, 2024],
        "exports": [334e9, 349e9, 143e9],
        "imports": [505e9, 411e9, 438e9],
    }
    return pd.DataFrame({name: value for name, value in {**base, **columns}.items() if value is not None})


def shares(**columns: Any) -> pd.DataFrame:
    """Return a context frame for two of the three partners, with its source."""
    base: dict[str, Any] = {"partner": ["MEX", "CAN"], "year": [2021, 2021], "share": [0.4, 0.5]}
    data = pd.DataFrame({name: value for name, value in {**base, **columns}.items() if value is not None})
    data.attrs["source"] = SHARES_SOURCE
    return data


def ranking(data: pd.DataFrame | None = None, **options: Any) -> tc.DeficitRanking:
    """Draw the three partners, or another frame, with a source, and in dollars unless it has a unit."""
    data = own() if data is None else data
    said = {"unit", "definition"} & set(getattr(data, "columns", ()))
    return tc.DeficitRanking(data, **{"source": SOURCE, **({} if said else {"unit": "usd"}), **options})


@cache
def _few(stem: str) -> pd.DataFrame:
    table: pd.DataFrame = eval(about(stem).TABLE, {"tc": tc})
    table = table[table["partner"].isin(own()["partner"])]
    return table[table["year"] >= table["year"].max() - 1]


def few(stem: str) -> pd.DataFrame:
    """Return the same three partners in the last two years of a chart's ``TABLE``: see ``about`` in golden.py."""
    return _few(stem).copy()


def rows(chart: tc.DeficitRanking) -> dict[str, dict[str, Any]]:
    """Return the rows of a chart by partner."""
    return {row["partner"]: row for row in chart.spec["rows"]}


def table(chart: tc.DeficitRanking) -> list[dict[str, str]]:
    """Return the rows of a chart's CSV."""
    return list(csv.DictReader(io.StringIO(chart.to_csv().removeprefix("\ufeff"))))


def notes(chart: tc.DeficitRanking) -> str:
    """Return the key and the notes of a chart in one text."""
    frame = chart.spec["frame"]
    return " ".join([*frame["key"], *frame["notes"]])
