"""Every test of brands leaves none in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def no_house() -> Iterator[None]:
    yield
    tc.use_brand(None)
