"""A control of marimo and a chart that share marimo's state: what is selected is told whoever selected it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from documented import PRINTED, marimo_notebook
from places import marimo
from playwright.sync_api import expect
from reader import expect_rows, opened, pressed, select

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("marimo-state")
SECTION = "marimo, and controls that keep a value"


def test_control_and_chart_follow_each_other(chromium: Browser, tmp_path: Path) -> None:
    with marimo(tmp_path, "run", lambda chart: marimo_notebook(chart, SECTION)) as served:
        page, unknown, faults = opened(chromium, served.address(PRINTED), "light")
        figure = page.locator("figure.tradecontext")
        expect_rows(figure)
        select(figure, "China")
        expect(page.get_by_text("('CHN',)")).to_be_visible()
        page.locator("select:not(figure *)").select_option("Mexico")
        expect(pressed(figure)).to_have_text(["Mexico"])
        expect(page.get_by_text("('MEX',)")).to_be_visible()
        # The control keeps its value, and does not select its own row again.
        figure.locator("tbody").get_by_role("button", name="Canada").click()
        expect(page.get_by_text("('MEX', 'CAN')")).to_be_visible()
        expect(pressed(figure)).to_have_text(["Mexico", "Canada"])
        page.context.close()
    assert unknown == []
    assert faults == []
