"""What the benchmarks measure of a page's response to its reader is still where they look for it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))


def test_the_period_moves_and_rows_are_sorted(chromium: Browser) -> None:
    import interaction
    import limits

    moved = interaction.period(chromium, limits.shares(), 2)
    assert (moved["rows"], moved["years"]) == (10, 35)
    whole, _ = limits.everyone()
    assert interaction.sorting(chromium, whole, 2)["rows"] > 200
