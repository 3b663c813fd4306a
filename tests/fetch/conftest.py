"""The played services, which every test of fetching asks in place of the real ones."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import tradecontext as tc
from played import Services

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def services() -> Services:
    return Services()


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that a client would have waited before it asked again."""
    waited: list[float] = []
    monkeypatch.setattr("urllib3.util.retry.time.sleep", waited.append)
    return waited


@pytest.fixture(autouse=True)
def played(services: Services, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Services:
    """The services, well and with nothing asked; and an empty folder for what they answer."""
    services.clear()
    monkeypatch.setenv("TRADECONTEXT_MIRROR", services.url)
    monkeypatch.setenv("TRADECONTEXT_CACHE", str(tmp_path / "kept"))
    for key in ("CENSUS_API_KEY", "COMTRADE_API_KEY", "BEA_API_KEY"):
        monkeypatch.delenv(key, raising=False)
    return services


@pytest.fixture
def path(played: Services, tmp_path: Path) -> Path:  # noqa: ARG001 (the services have to be there)
    """The spec of a chart of shares of inputs."""
    chart = tc.InputReliance(
        tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022)),
        highlight=["MEX"],
        headline="Mexico buys less from the US",
        published=dt.date(2026, 11, 29),
    )
    return chart.save(tmp_path / "chart.json")
