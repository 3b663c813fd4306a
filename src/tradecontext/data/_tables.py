"""Read the CSV files of figures in this folder."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@cache
def table(file_name: str) -> pd.DataFrame:
    """Return a file as a frame. The frame is cached, so copy it before changing it."""
    import pandas as pd

    with resources.files("tradecontext.data").joinpath(file_name).open("rb") as file:
        # Only an empty cell is missing: "NA" is Namibia's code.
        text = {"census_code": str, "wits_code": str, "partner": str, "iso2": str}
        return pd.read_csv(file, keep_default_na=False, na_values=[""], dtype=text)
