"""The page in Chromium: complete without scripts, taken over unchanged with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


def test_without_scripts_every_name_and_value_is_there(
    show: Callable[..., Page], case: tuple[str, dict[str, Any]]
) -> None:
    _, spec = case
    shown = show(page(spec), scripts=False)
    for row, drawn in zip(spec["rows"], shown.locator("tr:has(th[scope=row])").all(), strict=True):
        text = drawn.inner_text()
        assert row["name"] in text
        assert row["text"] in text


def test_sorting_by_name_and_back(show: Callable[..., Page]) -> None:
    spec = golden("deficit_ranking/context")
    shown = show(page(spec), reduced_motion="reduce")
    shown.get_by_role("button", name="Partner").click()
    names = shown.locator("tbody th").all_inner_texts()
    assert [name.split("\n")[0].removesuffix(" USMCA") for name in names] == sorted(row["name"] for row in spec["rows"])
    assert shown.locator("th[aria-sort=ascending]").inner_text() == "Partner"
