"""The answers that were kept, and letting them grow old."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from tradecontext.intake import receipts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def kept() -> list[Path]:
    return sorted((receipts.folder() / "answers").glob("*"))


def aged(days: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the clock `days` ahead, so that all answers kept so far are that old."""
    import datetime as dt

    import requests_cache  # noqa: F401 (its modules read the clock)

    then = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
    for name, module in list(sys.modules.items()):
        if name.startswith("requests_cache") and hasattr(module, "utcnow"):
            monkeypatch.setattr(module, "utcnow", lambda: then)
    monkeypatch.setattr("tradecontext.fetch.calls.time.time", then.timestamp)
    clock = SimpleNamespace(datetime=SimpleNamespace(now=lambda _zone: then), UTC=dt.UTC)
    monkeypatch.setattr("tradecontext.fetch.line.dt", clock)
