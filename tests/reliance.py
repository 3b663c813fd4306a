"""Made-up shares by country and year, and the contents of charts of them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

import tradecontext as tc
from frames import SOURCE

PAIR = ["MEX", "CAN"]


def made(shares: dict[str, list[float | None]], **more: Any) -> pd.DataFrame:
    """Return shares by country for the years from 2000 on."""
    rows = [(code, 2000 + place, each) for code, values in shares.items() for place, each in enumerate(values)]
    return pd.DataFrame(rows, columns=["partner", "year", "share"]).astype({"share": float}).assign(**more)


def drawn(data: pd.DataFrame, **options: Any) -> tc.InputReliance:
    return tc.InputReliance(data, **{"source": SOURCE, **options})


def rows(chart: tc.InputReliance) -> dict[str, dict[str, Any]]:
    return {row["partner"]: row for row in chart.spec["rows"]}


def table(chart: tc.InputReliance) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(chart.to_csv().removeprefix("\ufeff"))))


def averages(chart: tc.InputReliance) -> dict[str, float]:
    """Return the averages of the data table by country, those that are missing as NaN."""
    (column,) = (name for name in table(chart)[0] if name.startswith("average"))
    return {row["partner"]: float(row[column] or "nan") for row in table(chart)}


FOUR = made(
    {"MEX": [0.7, 0.6, None, 0.5], "CAN": [0.2, 0.2, 0.2, 0.2], "BRA": [None] * 4, "DEU": [None, 0.1, None, None]}
)
AMOUNTS = pd.DataFrame(
    [
        (code, supplier, year, amount)
        for code, of in {"MEX": (60.0, 100.0), "CAN": (20.0, 80.0)}.items()
        for year in (2000, 2001)
        for supplier, amount in zip(("USA", "World"), of, strict=True)
    ],
    columns=["partner", "supplier", "year", "imports"],
)
ALONE = pd.DataFrame({"partner": ["MEX", "CAN"], "share": [0.5, 0.4]})
