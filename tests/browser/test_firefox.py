"""The page in Firefox: the same interaction. ``test_engines`` tests that the drawing is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.sync_api import expect

from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from playwright.sync_api import Page


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
    south_korea = next(row["readout"] for row in spec["rows"] if row["name"] == "South Korea")
    expect(tab.locator(".tc-detail")).to_have_text([south_korea])
