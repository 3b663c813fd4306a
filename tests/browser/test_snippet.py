"""A snippet in a notebook's output: one click copies all of it, and without scripts its text can be selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

# Outputs of other cells are on the same page.
TWO = '{}<div>between</div>{}<textarea id="paste"></textarea>'


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return tc.DeficitRanking(
        tc.data.us_goods_trade(), year=2024, headline='"A" <b>&amp;</b>\N{NO-BREAK SPACE}</textarea>'
    )


@pytest.mark.parametrize("kind", ["safe", "srcdoc"])
def test_one_click_copies_it_whole(show: Callable[..., Page], chart: tc.DeficitRanking, kind: str) -> None:
    snippet, other = chart.embed(kind), chart.embed("image")
    page = show(TWO.format(other._repr_html_(), snippet._repr_html_()))
    # The page is not a secure context, so it has no navigator.clipboard; the button uses the fallback.
    assert page.evaluate("navigator.clipboard === undefined")
    button = page.get_by_role("button", name="Copy").nth(1)
    button.click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(1)
    page.locator("#paste").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#paste").input_value() == snippet


def test_without_scripts_it_can_be_selected(show: Callable[..., Page], chart: tc.DeficitRanking) -> None:
    snippet = chart.embed("safe")
    page = show(snippet._repr_html_(), scripts=False)
    expect(page.get_by_role("button")).to_have_count(0)
    assert page.get_by_role("textbox", name="HTML to paste into an article").input_value() == snippet


@pytest.mark.parametrize("width", [320, 720])
def test_it_has_room(show: Callable[..., Page], chart: tc.DeficitRanking, width: int) -> None:
    page = show(chart.embed("safe")._repr_html_(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
