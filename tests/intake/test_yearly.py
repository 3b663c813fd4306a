"""Figures by country and year, as every chart with lines reads them."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

import tradecontext as tc
from tradecontext.intake.yearly import series
from tradecontext.text.language import Language

MADE_UP = pd.DataFrame({"partner": ["MEX", "MEX", "CAN"], "year": [2020, 2022, 2021], "share": [0.1, 0.3, 0.2]})


def read(data: pd.DataFrame, columns: dict[str, float]) -> Any:
    return series(data, columns, partner="partner", entities=None, language=Language("en"))


def test_every_year_has_a_place_and_a_missing_figure_is_none() -> None:
    found = read(MADE_UP, {"share": 1})
    assert found.years == [2020, 2021, 2022]
    assert found.figures == {"share": {"MEX": [0.1, None, 0.3], "CAN": [None, 0.2, None]}}


def test_a_column_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(tc.DataError) as refused:
        read(MADE_UP, {"weight": 1, "share": 1, "price": 9})
    assert refused.value.faults == (
        "there is no column 'weight' (the columns are partner, year, share); add it, or rename yours",
        "there is no column 'price' (the columns are partner, year, share); add it, or rename yours",
    )
