"""A page says that newer figures may be out, once they are; the spec has the day, and only a reader's clock is asked."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

import pytest

import tradecontext as tc

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


@pytest.fixture
def chart() -> tc.DeficitRanking:
    frame = tc.fetch.us_goods_trade(years=2024).assign(vintage="retrieved 2026-11-29")
    return tc.DeficitRanking(frame, year=2024)


def test_the_spec_has_the_day_of_the_next_release(chart: tc.DeficitRanking) -> None:
    assert chart.spec["frame"]["sources"][0]["due"] == "2027-01-03"
    assert chart.spec["frame"]["aged"] == {
        "due": "2027-01-03",
        "text": "Figures retrieved November 29, 2026; newer ones may have been published since.",
    }


def test_the_page_hides_the_line_until_then(chart: tc.DeficitRanking) -> None:
    page = chart.to_html()
    assert '<p data-due="2027-01-03" hidden>Figures retrieved' in page
    assert page.count("Date.now()") == 1
    assert "newer ones" not in chart.embed("safe")


def test_the_line_s_script_is_in_the_policy_of_the_page(chart: tc.DeficitRanking) -> None:
    script = chart.to_html().rpartition("<script>")[2].partition("</script>")[0]
    assert script.endswith("Date.parse(each.dataset.due)")
    assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in chart.csp()


def test_it_is_off_by_an_option(chart: tc.DeficitRanking, tmp_path: Path) -> None:
    path = chart.save(tmp_path / "chart.json")
    chart.age = False
    again = tc.from_spec(path)
    again.age = False
    for each in (chart, again):
        assert "aged" not in each.spec["frame"]
        assert "Date.now()" not in each.to_html()
    again.age = True
    assert again.spec["frame"]["aged"]["due"] == "2027-01-03"
    with pytest.raises(tc.DataError, match="age is 'no'"):
        chart.update(age="no")


def test_figures_of_the_package_have_no_age() -> None:
    chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024)
    assert "data-due" not in chart.to_html()
    assert "due" not in json.dumps(chart.spec["frame"]["sources"])


@pytest.mark.slow
def test_a_reader_sees_it_when_it_is_time(chart: tc.DeficitRanking, chromium: Browser, tmp_path: Path) -> None:
    path = chart.save(tmp_path / "chart.html")
    for day, seen in (("2027-01-02", False), ("2027-01-04", True)):
        page = chromium.new_page()
        page.clock.install(time=f"{day}T12:00:00Z")
        page.goto(path.as_uri())
        assert page.locator("[data-due]").is_visible() == seen
        page.close()
