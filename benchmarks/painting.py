"""What a reader waits for, in Chromium with no network: until the bars are painted, and until rows are sorted."""

from __future__ import annotations

import shutil
import statistics
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

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

# The frame after the one in which the bars were first there has painted them.
WATCH = """
const painted = () => { window.barsPainted = performance.now() };
const look = () => requestAnimationFrame(document.readyState !== 'loading' && (%s) ? painted : look);
requestAnimationFrame(look);
"""

FIRST_PAINT = """() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"""

SORT = """async (rounds) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const buttons = [...document.querySelectorAll('thead button')].slice(0, 2);
  const busy = [], painted = [];
  for (let at = 0; at < rounds; at++) {
    const start = performance.now();
    buttons[at % 2].click();
    await Promise.resolve();
    await new Promise((done) => setTimeout(done));
    busy.push(performance.now() - start);
    await frame(); await frame();
    painted.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 400));
  }
  return [busy, painted, document.querySelectorAll('tbody tr').length];
}"""

# The select's own event: what runs in it is the page's script, with the layout that the script asks for.
PERIOD = """async (rounds) => {
  const [select] = document.querySelectorAll('.tc-period select');
  const years = [...select.options].map((option) => option.value);
  const busy = [];
  for (let at = 0; at < rounds; at++) {
    select.value = years[1 + at % (years.length - 2)];
    const start = performance.now();
    select.dispatchEvent(new Event('change', { bubbles: true }));
    busy.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 400));
  }
  return [busy, document.querySelectorAll('tbody tr').length, years.length];
}"""


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


def painted(browser: Browser, pages: dict[str, str], drawn: dict[str, str], rounds: int) -> dict[str, dict[str, float]]:
    """Return the median milliseconds until something, and until the bars, are painted; the pages take turns."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in pages}
    with tempfile.TemporaryDirectory() as folder:
        for at, html in enumerate(pages.values()):
            (Path(folder) / f"{at}.html").write_text(html, "utf-8")
        for turn in range(rounds + 1):
            for at, name in enumerate(pages):
                times = _once(browser, (Path(folder) / f"{at}.html").as_uri(), drawn[name])
                if turn:  # the first round warms caches
                    found[name].append(times)
    return {
        name: {
            "first": statistics.median(first for first, _ in times),
            "bars": statistics.median(bars for _, bars in times),
        }
        for name, times in found.items()
    }


def _once(browser: Browser, address: str, drawn: str) -> tuple[float, float]:
    context = browser.new_context(viewport={"width": 720, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH % drawn)
    page.goto(address)
    bars = float(page.wait_for_function("() => window.barsPainted").json_value())
    first = float(page.wait_for_function(FIRST_PAINT).json_value())
    context.close()
    return first, bars


def sorting(browser: Browser, html: str, rounds: int) -> dict[str, Any]:
    """Return the median milliseconds to sort a page's rows: the work itself, and until it is painted."""
    context = browser.new_context(viewport={"width": 720, "height": 900})
    page = context.new_page()
    page.set_content(html)
    page.locator("thead button").first.wait_for()
    busy, shown, rows = page.evaluate(SORT, rounds)
    context.close()
    return {"busy": statistics.median(busy), "painted": statistics.median(shown), "rows": rows}


def period(browser: Browser, html: str, rounds: int) -> dict[str, Any]:
    """Return the median milliseconds of script that a page of shares takes to move its period."""
    context = browser.new_context(viewport={"width": 720, "height": 900})
    page = context.new_page()
    page.set_content(html)
    page.locator(".tc-period select").first.wait_for()
    busy, rows, years = page.evaluate(PERIOD, rounds)
    context.close()
    return {"busy": statistics.median(busy), "most": max(busy), "rows": rows, "years": years}
