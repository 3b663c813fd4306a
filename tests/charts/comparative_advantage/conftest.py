"""The bundled indices, read once for a module."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tradecontext as tc

if TYPE_CHECKING:
    import pandas as pd


@pytest.fixture(scope="module")
def bundled() -> pd.DataFrame:
    """The index of intermediate goods of all countries and years."""
    return tc.data.rca_intermediate_goods()
