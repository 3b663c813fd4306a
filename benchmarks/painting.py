"""Measure when bars are painted: one page, one on a slow network and processor, and a page with twenty charts."""

from __future__ import annotations

import json
import shutil
import statistics
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

# Bars that exist in one animation frame have been painted by the next.
WATCH = """
const painted = () => { window.barsPainted = performance.now() };
const look = () => requestAnimationFrame(document.readyState !== 'loading' && (%s) ? painted : look);
if (top === self) requestAnimationFrame(look);
"""

# An iframe is an empty page at first.
FRAMED = """[...document.querySelectorAll('iframe')].every(({ contentDocument: page, contentWindow: inside }) =>
  page.URL !== 'about:blank' && page.readyState !== 'loading' && inside.eval(%s) >= 10)"""

FIRST_PAINT = """() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"""

# "Slow 4G" of Chromium's developer tools, in bytes a second and milliseconds, and a phone's processor.
NETWORK = {
    "offline": False,
    "downloadThroughput": 1.6e6 / 8 * 0.9,
    "uploadThroughput": 750e3 / 8 * 0.9,
    "latency": 150 * 3.75,
}
PROCESSOR = {"rate": 4}

PATIENCE = 600_000


class Sight(NamedTuple):
    """A page to measure: its address, the expression that counts its bars, and its number of charts."""

    address: str
    bars: str
    charts: int = 1
    framed: bool = False


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium."""
    path = shutil.which("chromium")
    if path is None:
        raise SystemExit("chromium is missing: run `make browsers`")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def painted(
    browser: Browser, sights: dict[str, Sight], rounds: int, *, slow: bool = False, warm: bool = False
) -> dict[str, dict[str, float]]:
    """Return the median milliseconds until something, and until all bars, are painted; the pages take turns.

    With `warm`, one more round goes first and is not counted.
    """
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in sights}
    for _ in range(rounds + warm):
        for name, sight in sights.items():
            found[name].append(_once(browser, sight, slow=slow))
    counted = {name: times[warm:] for name, times in found.items()}
    return {
        name: {
            "first": statistics.median(first for first, _ in times),
            "bars": statistics.median(bars for _, bars in times),
        }
        for name, times in counted.items()
    }


def _once(browser: Browser, sight: Sight, *, slow: bool) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 720, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    drawn = FRAMED % json.dumps(sight.bars) if sight.framed else f"({sight.bars}) >= {10 * sight.charts}"
    page.add_init_script(WATCH % drawn)
    if slow:
        tools = context.new_cdp_session(page)
        tools.send("Network.enable")
        tools.send("Network.emulateNetworkConditions", NETWORK)
        tools.send("Emulation.setCPUThrottlingRate", PROCESSOR)
    page.goto(sight.address)
    bars = float(page.wait_for_function("() => window.barsPainted").json_value())
    first = float(page.wait_for_function(FIRST_PAINT).json_value())
    context.close()
    return first, bars
