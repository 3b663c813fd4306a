"""In a page that a browser has translated, every chart still shows the reader's changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_shares import live

from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

# Like Chrome's translator, this wraps every text in an element of its own and changes it.
TRANSLATE = """() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), all = [];
    while (walker.nextNode()) all.push(walker.currentNode);
    for (const text of all) {
        if (!text.data.trim() || text.parentElement.closest("script, style, option")) continue;
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.textContent = text.data.replace("Select", "Choose");
        outer.append(inner);
        text.replaceWith(outer);
    }
}"""

TRANSLATED = {
    "deficit_ranking/context": lambda shown: (
        shown.get_by_role("button", name="Partner").click(),
        shown.get_by_role("button", name="Japan").click(),
    ),
    "comparative_advantage/plain": lambda shown: (
        shown.get_by_role("button", name="United States").click(),
        shown.get_by_role("button", name="South Korea").click(modifiers=["Shift"]),
    ),
    "input_reliance/plain": lambda shown: (
        shown.get_by_role("button", name="Brazil").click(),
        shown.get_by_label("First year").select_option("2003"),
        shown.get_by_role("button", name="Country").click(),
    ),
    "input_reliance/lines": lambda shown: (
        shown.locator(".tc-body summary").click(),
        shown.get_by_label("First year").select_option("2003"),
    ),
    "input_reliance/second": lambda shown: (
        shown.get_by_label("Last year").select_option("1999"),
        shown.get_by_role("button", name="Canada").click(),
    ),
    "adjusted_balance/assumption": lambda shown: (
        shown.get_by_role("button", name="de Gortari 2019, customs data").click(),
        shown.get_by_role("button", name="Estimate").click(),
    ),
}


@pytest.mark.parametrize("case", TRANSLATED)
def test_a_translated_page_says_what_the_original_does(show: Show, case: str) -> None:
    said = []
    for translated in (False, True):
        shown = live(show(page(golden(case)), reduced_motion="reduce"))
        if translated:
            shown.evaluate(TRANSLATE)
        TRANSLATED[case](shown)
        shown.mouse.move(1, 1)
        text = shown.evaluate("document.querySelector('main').textContent.replace('Select', 'Choose')")
        said.append(text)
    assert said[0] == said[1]
