"""A chart of all partners: a reader's action causes only a few layouts of the page, however many rows there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import tradecontext as tc
from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

# One layout per sliding row would be hundreds.
FEW = 12

PRESS = "() => document.querySelector('thead button').click()"
MOVE = """() => {
  const year = document.querySelector("select");
  year.value = "1970";
  year.dispatchEvent(new Event("change", { bubbles: true }));
}"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def layouts(shown: Page, act: str) -> int:
    """Count the layouts of the page from a reader's action until its result is painted."""
    session = shown.context.new_cdp_session(shown)
    session.send("Performance.enable")

    def count() -> int:
        return next(
            int(each["value"])
            for each in session.send("Performance.getMetrics")["metrics"]
            if each["name"] == "LayoutCount"
        )

    shown.evaluate(PAINTED)
    before = count()
    shown.evaluate(act)
    shown.evaluate(PAINTED)
    return count() - before


def test_sorting_every_partner_lays_the_page_out_a_few_times(show: Callable[..., Page]) -> None:
    chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, top=250, surpluses=250)
    shown = show(chart.to_html())
    shown.locator("thead button").first.wait_for()
    first = shown.locator("tbody th").first.inner_text()
    assert shown.locator("tbody tr").count() == len(chart.spec["rows"]) > 200
    assert 0 < layouts(shown, PRESS) < FEW
    assert shown.locator("tbody th").first.inner_text() != first


@pytest.mark.parametrize("act", [PRESS, MOVE])
def test_sixty_countries_over_sixty_years_are_laid_out_a_few_times(show: Callable[..., Page], act: str) -> None:
    shown = show(page(golden("input_reliance/sixty")))
    shown.locator("thead button").first.wait_for()
    assert 0 < layouts(shown, act) < FEW
