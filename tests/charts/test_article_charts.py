"""The article's own charts, from downloads in the shape its authors had; the WITS figures here are made up."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tradecontext.chart import Chart

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/fixtures"
sys.path.insert(0, str(ROOT / "demo"))


WITS = [FIXTURES / "article/wits_intermediate_goods_made_up.csv"]


@pytest.fixture(scope="module")
def made() -> dict[str, Chart]:
    import article_charts

    return article_charts.charts(WITS)


def test_the_ten_deficits_with_the_share_of_inputs_and_the_members_marked(made: dict[str, Chart]) -> None:
    spec = made["deficits"].spec
    rows = {row["partner"]: row for row in spec["rows"]}
    assert list(rows) == ["CHN", "MEX", "VNM", "IRL", "DEU", "TWN", "JPN", "KOR", "CAN", "IND"]
    assert rows["MEX"]["text"] == "171.8"
    assert [code for code, row in rows.items() if row.get("marks")] == ["MEX", "CAN"]
    assert "*: USMCA member." in spec["frame"]["key"]
    assert spec["columns"]["context"]["title"] == "Intermediate goods imports from the US, 2022"
    assert all("%" in row["context"]["text"] for row in rows.values())
    assert rows["MEX"]["context"]["value"] == pytest.approx(0.498)
    assert [source["vintage"] for source in spec["frame"]["sources"]] == ["2025-04", "data through 2022"]


def test_the_authors_workbook_has_the_same_deficits(made: dict[str, Chart]) -> None:
    import article_charts

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="read_census left out 2025")
        own = article_charts.charts(WITS, FIXTURES / "census/country.xlsx")["deficits"].spec
    theirs = {row["partner"]: row["text"] for row in made["deficits"].spec["rows"]}
    # The workbook of the fixture has only some of the countries.
    both = {row["partner"]: row["text"] for row in own["rows"] if row["partner"] in theirs}
    assert len(both) >= 5
    assert both.items() <= theirs.items()
    assert own["frame"]["sources"] == made["deficits"].spec["frame"]["sources"]


def test_the_average_shows_the_fall_it_hides(made: dict[str, Chart]) -> None:
    spec = made["reliance"].spec
    assert spec["initial"]["period"] == [1994, 2022]
    (mexico,) = (row for row in spec["rows"] if row["partner"] == "MEX")
    assert (mexico["first"], mexico["last"]) == ({"year": 1994, "text": "75.0%"}, {"year": 2022, "text": "49.8%"})


def test_thirty_cents_are_a_quotation(made: dict[str, Chart]) -> None:
    (row,) = made["content"].spec["rows"]
    assert row["text"] == "30\u00a2"
    assert row["marks"] == ["quoted"]
    assert "amounts" not in made["content"].spec
