"""A draft tells figures that were withdrawn, and what came of it for partners, sums and sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import played_answers
import tradecontext as tc
from fetch.commands import added, run, withdrawn

if TYPE_CHECKING:
    from pathlib import Path

    from played import Services

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:read_census left out")]


def drafted(path: Path) -> str:
    result = run("refresh", path)
    assert result.exit_code == 1
    draft = result.output.partition("A draft, if the chart is published: ")[2]
    assert "→ ;" not in draft
    assert "→ )" not in draft
    return draft


MONTHS = pytest.mark.parametrize(
    ("of", "sums"),
    [
        ({"period": "2024-01/2024-09"}, ("January\u2013September 2024", "$125.5", "$325.5")),
        ({"year": 2024}, ("2024", "$171.8", "$371.8")),
    ],
    ids=["part of a year", "year"],
)


@MONTHS
def test_sums_of_months_are_told_of_a_partner_that_enters(
    of: Any, sums: tuple[str, str, str], played: Services, tmp_path: Path
) -> None:
    when, before, after = sums
    path = tc.DeficitRanking(tc.fetch.us_goods_trade(by="month"), top=1, **of).save(tmp_path / "x.json")
    added(played, "IMAR", 200_000, 2024)
    told = drafted(path)
    assert f"Mexico, {when}: deficit {before} billion → deficit {after} billion)" in told
    assert "(China → Mexico; " in told
    assert "March" not in told


@MONTHS
def test_sums_of_months_are_told_of_a_partner_that_leaves(
    of: Any, sums: tuple[str, str, str], played: Services, tmp_path: Path
) -> None:
    when, before, after = sums
    path = tc.DeficitRanking(tc.fetch.us_goods_trade(by="month"), top=2, **of).save(tmp_path / "x.json")
    withdrawn(played, "2010", 2024)
    assert f"Mexico, {when}: deficit {before} billion → no data)" in drafted(path)
    assert after not in drafted(path)


@pytest.mark.parametrize(
    ("year", "by", "told"),
    [
        (2024, "month", "Mexico, January 2024: deficit $11.6 billion → no data)"),
        (2025, "month", "Mexico, February 2025: deficit $14.9 billion → no data; Mexico, January 2025: "),
        (2024, "year_to_date", "Mexico, January\u2013February 2024: deficit $25.0 billion → no data)"),
    ],
)
def test_periods_at_an_end_of_a_line_are_told(year: int, by: str, told: str, played: Services, tmp_path: Path) -> None:
    months = tc.fetch.us_goods_trade(by="month", partners="MEX", years=(2024, None))
    path = tc.BalanceOverTime(months, by=by).save(tmp_path / "x.json")
    withdrawn(played, "2010", year)
    assert told in drafted(path)


def test_a_change_from_a_withdrawn_year_is_not_told_as_one_to_nothing(played: Services, tmp_path: Path) -> None:
    years = tc.fetch.us_goods_trade(by="year", partners="MEX", years=[2011, 2023, 2024])
    path = tc.BalanceOverTime(years).save(tmp_path / "x.json")
    withdrawn(played, "2010", 2023)
    assert "Mexico, 2023: deficit $152.5 billion → no data)" in drafted(path)


def test_a_headline_is_told_that_a_partner_outside_the_chart_has_made_false(played: Services, tmp_path: Path) -> None:
    chart = tc.DeficitRanking(tc.fetch.us_goods_trade(by="year"), year=2024, top=1, highlight=["KOR"])
    path = chart.save(tmp_path / "x.json")
    withdrawn(played, "2010", 2024)
    assert "was the third largest of 9 → The US goods deficit with South Korea was the second largest of 8)" in drafted(
        path
    )


def test_what_a_selected_row_says_is_told_where_nothing_else_is(played: Services, tmp_path: Path) -> None:
    indices = tc.fetch.rca_intermediate_goods(["USA", "MEX"], years=(2017, 2021))
    path = tc.ComparativeAdvantage(indices, period=(2021, 2021)).save(tmp_path / "x.json")
    played.answers.exports.update(mex=(110_000, 500_000), usa=(330_000, 1_000_000), wld=(3_300_000, 15_000_000))
    assert "30.0% of its exports and 20.0% of the world\u2019s" in drafted(path)
    assert "33.0% of its exports and 22.0% of the world\u2019s" in drafted(path)


def test_an_amount_that_grows_into_another_scale_is_told_in_its_own(
    played: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {("EXGR", "USA"): 400, ("IMGR", "USA"): 1350, ("FFD_DVA", "USA"): 500, ("FFD_DVA", "MEX"): 1400}
    others = played_answers._tiva_value
    monkeypatch.setattr(
        played_answers, "_tiva_value", lambda at: values.get((at["MEASURE"], at["REF_AREA"]), others(at))
    )
    chart = tc.AdjustedBalance(tc.fetch.tiva("MEX", years=2022), view="value_added")
    path = chart.save(tmp_path / "x.json")
    values["IMGR", "USA"] = 1450
    assert "Mexico, As traded, 2022: deficit $950.0 million → deficit $1.1 billion)" in drafted(path)
    assert played.seen


def test_the_newest_figures_of_all_lines_come_before_older_ones(played: Services, tmp_path: Path) -> None:
    months = tc.fetch.us_goods_trade(by="month", partners=["MEX", "CHN"])
    path = tc.BalanceOverTime(months, partners=["MEX", "CHN"], by="month").save(tmp_path / "x.json")
    withdrawn(played, "2010", 2024)
    withdrawn(played, "5700", 2024)
    told = drafted(path)
    assert told.index("China, December 2024") < told.index("Mexico, November 2024")
    assert told.index("Mexico, December 2024") < told.index("China, November 2024")
