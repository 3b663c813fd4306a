"""The page in Firefox: the same chart, the same places, the same answers."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from geometry import FAULTS
from playwright.sync_api import expect

from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Playwright

CASES = ("context", "everything", "sizes", "right_to_left")
BARS = "all => all.map((bar) => bar.getBoundingClientRect().width)"


@pytest.fixture(scope="module")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Firefox from the system's packages, through its own remote protocol."""
    path = shutil.which("firefox-esr") or shutil.which("firefox")
    assert path, "firefox-esr is missing: run `make browsers`"
    browser = playwright.firefox.launch(channel="moz-firefox", executable_path=path)
    yield browser
    browser.close()


@pytest.fixture
def tab(firefox: Browser) -> Iterator[Page]:
    """A page of Firefox for one test."""
    page = firefox.new_page(viewport={"width": 720, "height": 900})
    yield page
    page.close()


def test_values_and_places_are_those_of_chromium(tab: Page, show: Callable[..., Page]) -> None:
    for case in CASES:
        spec = golden(f"deficit_ranking/{case}")
        html = page(spec)
        tab.set_content(html)
        chromium = show(html)
        expect(tab.locator("thead button").first).to_be_attached()
        drawn = tab.locator("tr:has(th[scope=row])").all_inner_texts()
        assert len(drawn) == len(spec["rows"])
        for row, text in zip(spec["rows"], drawn, strict=True):
            assert row["name"] in text
            assert row["text"] in text
        for width in (320, 720):
            for one in (tab, chromium):
                one.set_viewport_size({"width": width, "height": 3000})
            assert tab.evaluate(FAULTS) == []
            there, here = (one.eval_on_selector_all(".tc-track i", BARS) for one in (chromium, tab))
            assert max(here) > 100
            assert here == pytest.approx(there, abs=1)


def test_it_sorts_and_selects(tab: Page) -> None:
    spec = golden("deficit_ranking/context")
    tab.set_content(page(spec))
    tab.get_by_role("button", name="Partner", exact=True).click()
    names = tab.locator("tbody th button")
    expect(names).to_have_text(sorted(row["name"] for row in spec["rows"]))
    expect(tab.locator("thead th").first).to_have_attribute("aria-sort", "ascending")
    pressed = tab.locator("button[aria-pressed=true]")
    mexico = tab.get_by_role("button", name="Mexico", exact=True)
    mexico.click()
    expect(pressed).to_have_text(["Mexico"])
    mexico.press("Escape")
    expect(pressed).to_have_count(0)
    for key in ("Space", "Enter"):
        mexico.press(key)
        expect(pressed).to_have_text(["Mexico"])
        mexico.press(key)
        expect(pressed).to_have_count(0)
    mexico.press("ArrowDown")
    tab.locator(":focus").press("Control+Enter")
    expect(pressed).to_have_text(["South Korea"])
    tab.get_by_role("row", name="China").hover()
    expect(tab.locator(".tc-readout")).to_have_text(
        next(row["readout"] for row in spec["rows"] if row["name"] == "China")
    )
