"""What every test may use."""

from __future__ import annotations

from typing import Any

import pytest

from golden import CASES, golden


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    """Every golden spec in turn, with its name."""
    return request.param, golden(request.param)
