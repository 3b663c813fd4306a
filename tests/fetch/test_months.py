"""Balances over time of fetched months: their receipts, their recipe, and revisions of the played workbook."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from fetch.commands import added, run

if TYPE_CHECKING:
    from pathlib import Path

    from played import Services

MINUS = "\N{MINUS SIGN}"
pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


@pytest.fixture
def chart() -> tc.BalanceOverTime:
    return tc.BalanceOverTime(tc.fetch.us_goods_trade(by="month"), partners=["MEX"], by="month", period=(2024, 2025))


@pytest.fixture
def path(chart: tc.BalanceOverTime, tmp_path: Path) -> Path:
    return chart.save(tmp_path / "chart.json")


def test_the_source_has_the_receipt_and_the_day_of_the_next_release(chart: tc.BalanceOverTime) -> None:
    (source,) = chart.spec["frame"]["sources"]
    (receipt,) = source["receipts"]
    assert receipt["url"] == source["url"] == "https://www.census.gov/foreign-trade/balance/country.xlsx"
    assert re.fullmatch("[0-9a-f]{64}", receipt["sha256"])
    assert source["vintage"] == f"retrieved {receipt['time'][:10]}"
    assert source["due"] > receipt["time"][:10]
    assert chart.spec["frame"]["aged"]["due"] == source["due"]


def test_the_recipe_makes_it_again(path: Path, played: Services) -> None:
    recipe = json.loads(path.read_text())["frame"]["recipe"]
    assert recipe["call"] == "fetch.us_goods_trade"
    assert json.loads(recipe["options"]) == {"partners": ["MEX"], "by": "month", "period": [2024, 2025]}
    asked = len(played.seen)
    assert (run("verify", path).exit_code, len(played.seen)) == (0, asked)
    assert run("refresh", path).output.endswith("nothing new\n")


def test_a_month_that_differs_by_a_dollar_is_not_verified(path: Path) -> None:
    spec: dict[str, Any] = json.loads(path.read_text())
    spec["rows"][0]["values"][3] += 1
    path.write_text(json.dumps(spec))
    result = run("verify", path)
    assert result.exit_code == 1
    assert "2024-04" in result.output


@pytest.mark.slow
def test_a_revised_month_is_told_and_drafted(path: Path, played: Services) -> None:
    before = json.loads(path.read_text())
    added(played, "IFEB", 1_000)
    result = run("refresh", path, "--write")
    assert result.exit_code == 1
    after = json.loads(path.read_text())
    texts = [spec["rows"][0]["last"]["text"] for spec in (before, after)]
    assert texts[0] != texts[1]
    assert before["rows"][0]["values"][-1] - after["rows"][0]["values"][-1] == pytest.approx(1e9)
    amounts = [f"deficit ${text.removeprefix(MINUS)} billion" for text in texts]
    assert f"Mexico, February 2025: {amounts[0]} → {amounts[1]})" in result.output.partition("correction=")[2]


@pytest.mark.slow
def test_a_month_published_since_is_no_revision(path: Path, played: Services) -> None:
    for column in ("IMAR", "EMAR"):
        added(played, column, 20_000 if column == "IMAR" else 5_000)
    result = run("refresh", path, "--write")
    assert result.exit_code == 1
    assert "correction=" not in result.output
    after = json.loads(path.read_text())
    assert after["periods"][-1] == "2025-03"
    assert after["rows"][0]["values"][-1] == pytest.approx(-15e9)


def test_a_ranking_of_fetched_months_is_of_the_year_to_date() -> None:
    frame = tc.fetch.us_goods_trade(by="month")
    ranking = tc.DeficitRanking(frame, compare=2024)
    assert ranking.spec["period"] == "2025-01/2025-02"
    assert ranking.spec["frame"]["sources"][0]["receipts"]
    assert "recipe" in ranking.spec["frame"]
