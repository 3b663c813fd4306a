"""Measure how long this package's page takes to respond to its reader, in Chromium."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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

# Dispatching the select's own event runs the page's script, with the layouts that the script forces, and nothing else.
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
    # The ranking, whose period it is, is folded under the lines.
    page.locator("details:has(.tc-period) > summary").first.click()
    page.locator(".tc-period select").first.wait_for()
    busy, rows, years = page.evaluate(PERIOD, rounds)
    context.close()
    return {"busy": statistics.median(busy), "most": max(busy), "rows": rows, "years": years}
