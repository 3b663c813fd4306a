"""Fixtures for hosts of live charts, each started once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from places import ENVIRONMENT, SITES
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Iterator

# Milliseconds for a kernel's first import of pandas and a first drawing, on a busy machine.
PATIENCE = 40_000


@pytest.fixture(scope="session", autouse=True)
def patience() -> Iterator[None]:
    """Wait longer than by default, since an answer may come from a process that is still starting."""
    assert all((each / "ready").exists() for each in (ENVIRONMENT, SITES)), "hosts are missing: run `make test-hosts`"
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)
