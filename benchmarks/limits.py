"""The package's own limits beside the measured values."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

import interaction
import processes
from peers import OURS

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def rows(browser: Browser, painted: float, picture: float, rounds: int) -> list[list[str]]:
    """Return a line per limit; `painted` is the ratio to the hand-written page, `picture` the seconds for a PNG."""
    needed = processes.imports({"needed": "anywidget, pandas", "ours": OURS}, rounds)
    first, alone = processes.pages_alone()
    many = processes.thousand()
    whole, seconds = everyone()
    sort = interaction.sorting(browser, whole, rounds)
    period = interaction.period(browser, shares(), rounds)
    return [
        ["bars painted, against the hand-written page", f"{painted:.2f}", "1.15"],
        ["import, against anywidget and pandas", f"{needed['ours'] / needed['needed']:.2f}", "1.3"],
        ["first page of a spec, with the engine's start, s", f"{first:.3f}", ""],
        ["100 pages after it, s", f"{alone:.2f}", "1"],
        ["PNG of 1200 x 630 px at 2 x, after the first, s", f"{picture:.2f}", "0.3"],
        ["1000 charts and pages: memory grown by, MB", f"{many['growth']:.1f}", "5"],
        ["1000 charts and pages: last hundred against the first", f"{many['last'] / many['first']:.2f}", "1.5"],
        [f"{sort['rows']} partners: chart and page from the frame, ms", f"{seconds * 1e3:.0f}", ""],
        [f"{sort['rows']} partners: sorting, work of the page, ms", f"{sort['busy']:.0f}", ""],
        [f"{sort['rows']} partners: sorting, until painted, ms", f"{sort['painted']:.0f}", "200"],
        [f"{period['rows']} countries, {period['years']} years: moving the period, ms", f"{period['busy']:.1f}", "16"],
    ]


def everyone() -> tuple[str, float]:
    """Return a page of all partners, and the seconds it took with the engine loaded."""
    import tradecontext as tc

    trade = tc.data.us_goods_trade()
    options = {"year": 2024, "top": 250, "surpluses": 250, "context": tc.data.us_share_of_imports()}
    tc.DeficitRanking(trade, **options).to_html()
    start = time.perf_counter()
    html = tc.DeficitRanking(trade, **options).to_html()
    return html, time.perf_counter() - start


def shares() -> str:
    """Return a page of yearly shares of sixty countries over thirty-five years, ranked and as lines."""
    import pandas as pd

    import tradecontext as tc

    codes = tc.data.partners()["partner"].head(60)
    rows = [
        (code, year, 0.4 + 0.3 * math.sin(place + year / (3 + place % 7)))
        for place, code in enumerate(codes)
        for year in range(1990, 2025)
    ]
    frame = pd.DataFrame(rows, columns=["partner", "year", "share"])
    return tc.InputReliance(frame, supplier="USA", source="Figures made up to measure time").to_html()
