"""Small frames of made-up indices of comparative advantage, and charts drawn from them."""

from __future__ import annotations

import csv
import io
from typing import Any

import pandas as pd

import tradecontext as tc

SOURCE = "Figures made up for a test"
PARTNERS = ["USA", "MEX", "CAN", "CHN", "KOR", "VNM"]


def own(rows: dict[str, list[float | None]], first: int = 2001, **columns: Any) -> pd.DataFrame:
    """Return made-up indices by country, one per year from `first` on."""
    long = [(code, first + place, value) for code, values in rows.items() for place, value in enumerate(values)]
    return pd.DataFrame(long, columns=["partner", "year", "rca"]).assign(**columns)


def chart(data: pd.DataFrame, **options: Any) -> tc.ComparativeAdvantage:
    """Draw a frame, with a source."""
    return tc.ComparativeAdvantage(data, **{"source": SOURCE, **options})


def rows(drawn: tc.ComparativeAdvantage) -> dict[str, dict[str, Any]]:
    """Return the rows of a chart by partner."""
    return {row["partner"]: row for row in drawn.spec["rows"]}


def headline(drawn: tc.ComparativeAdvantage) -> str:
    """Return the headline of a chart."""
    text: str = drawn.spec["frame"]["headline"]
    return text


def notes(drawn: tc.ComparativeAdvantage) -> str:
    """Return the key and the notes of a chart in one text."""
    frame = drawn.spec["frame"]
    return " ".join([*frame["key"], *frame["notes"]])


def table(drawn: tc.ComparativeAdvantage) -> list[dict[str, str]]:
    """Return the rows of a chart's CSV."""
    return list(csv.DictReader(io.StringIO(drawn.to_csv().removeprefix("\ufeff"))))
