"""The article's own charts, from downloads in the shape its authors had; the WITS figures here are made up."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import tradecontext as tc

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/fixtures"
sys.path.insert(0, str(ROOT / "demo"))


@pytest.fixture(scope="module")
def made() -> dict[str, tc.chart.Chart]:
    import article_charts

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return article_charts.charts(
            FIXTURES / "census/country.xlsx", [FIXTURES / "article/wits_intermediate_goods_made_up.csv"]
        )


def test_the_deficits_with_the_share_of_inputs_and_the_members_marked(made: dict[str, tc.chart.Chart]) -> None:
    spec = made["deficits"].spec
    rows = {row["partner"]: row for row in spec["rows"]}
    assert rows["MEX"]["marks"] == rows["CAN"]["marks"] == ["*"]
    assert "*: USMCA member." in spec["frame"]["notes"]
    assert spec["columns"]["context"]["year"] == 2022
    assert rows["MEX"]["context"]["value"] == pytest.approx(0.498)
    assert len(spec["frame"]["sources"]) == 2


def test_the_average_shows_the_fall_it_hides(made: dict[str, tc.chart.Chart]) -> None:
    spec = made["reliance"].spec
    assert spec["initial"]["period"] == [1994, 2022]
    assert "62.4% on average in 1994\u20132022, from 75.0% in 1994 to 49.8% in 2022" in spec["frame"]["headline"]


def test_thirty_cents_are_a_quotation(made: dict[str, tc.chart.Chart]) -> None:
    (row,) = made["content"].spec["rows"]
    assert row["text"] == "30\u00a2"
    assert row["marks"] == ["quoted"]
    assert "amounts" not in made["content"].spec
