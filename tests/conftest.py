"""What every test may use."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from golden import CASES, golden

# The same examples in every run; how long one takes is no concern of theirs.
settings.register_profile(
    "tradecontext", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=False
)
settings.load_profile("tradecontext")


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any]]:
    """Every golden spec in turn, with its name."""
    return request.param, golden(request.param)
