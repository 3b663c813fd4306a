"""No correction is drafted if it is unknown what a publisher revised, or if nothing was revised."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

import played as faults
import played_answers
import tradecontext as tc
from fetch.commands import added, revised, run
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from played import Services

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:read_census left out")]


def asked(path: Path, **recipe: Any) -> Result:
    spec = json.loads(path.read_text())
    spec["frame"]["recipe"] |= {name: json.dumps(value) for name, value in recipe.items()}
    path.write_text(json.dumps(spec))
    return run("refresh", path)


@pytest.mark.parametrize(
    "recipe",
    [
        {"arguments": {"partners": ["MEX", "CAN"], "years": [2018, 2022]}},
        {"arguments": {"partners": ["MEX"], "years": [2017, 2022]}},
        {"arguments": {"partners": ["MEX", "CAN"], "years": [2017, 2022], "supplier": "WLD"}},
        {"options": {"locale": "es"}},
    ],
)
def test_no_correction_is_drafted_where_the_recipe_changed(path: Path, played: Services, recipe: Any) -> None:
    revised(played)
    result = asked(path, **recipe)
    assert "correction=" not in result.output
    assert result.exit_code == (2 if "supplier" in str(recipe) else 1)


def test_it_is_said_that_the_recipe_changed(path: Path) -> None:
    result = asked(path, arguments={"partners": ["MEX", "CAN"], "years": [2018, 2022]})
    assert result.exit_code == 1
    assert "No correction is drafted: even from the old answers the recipe makes another chart" in result.output


def test_a_draft_needs_the_old_answers(path: Path, played: Services, monkeypatch: Any, tmp_path: Path) -> None:
    revised(played)
    monkeypatch.setenv("TRADECONTEXT_CACHE", str(tmp_path / "another machine"))
    result = run("refresh", path)
    assert result.exit_code == 1
    assert "No correction is drafted: the old answers are not kept on this machine" in result.output


def test_a_new_year_is_no_revision_of_the_last(played: Services, tmp_path: Path) -> None:
    path = tc.InputReliance(tc.fetch.input_shares(["MEX", "CAN"], years=(2017, None)), highlight=["MEX"]).save(
        tmp_path / "open.json"
    )
    for pair, years in played.answers.inputs.items():
        if pair[0] == "mex":
            years[2023] = years[2022] * (2 if pair[1] == "usa" else 3)
    result = run("refresh", path)
    assert result.exit_code == 1
    assert "2023" in result.output
    assert "correction=" not in result.output


def test_a_year_to_date_of_other_months_is_not_withdrawn(tmp_path: Path, played: Services) -> None:
    frame = tc.fetch.us_goods_trade(by="year_to_date", partners=["MEX"], years=(2024, 2025))
    paths = [
        tc.DeficitRanking(frame).save(tmp_path / "ranking.json"),
        tc.BalanceOverTime(frame, partners=["MEX"]).save(tmp_path / "line.json"),
    ]
    for column in ("IMAR", "EMAR"):
        added(played, column, 20_000 if column == "IMAR" else 5_000)
    for path in paths:
        told = run("refresh", path).output
        assert "correction=" not in told
        assert "the figures are of other months now, and what may have been revised of those" in told


def test_nothing_is_said_of_revisions_where_no_receipts_were_kept(tmp_path: Path, played: Services) -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    shutil.rmtree(receipts.folder())
    with pytest.warns(UserWarning, match="no longer kept"):
        path = tc.InputReliance(frame, highlight=["MEX"]).save(tmp_path / "moved.json")
    revised(played)
    assert "the old answers are not kept on this machine" in run("refresh", path).output
    assert "it has no receipts: they were not kept where the chart was made" in run("verify", path).output


def test_figures_that_allow_only_another_view_change_no_spec(played: Services, tmp_path: Path) -> None:
    frame = tc.fetch.tiva("MEX", years=2022)
    path = tc.AdjustedBalance(frame, year=2022).save(tmp_path / "value_added.json")
    before = path.read_bytes()

    def withdrawn(_asked: object, reply: faults.Reply) -> faults.Reply:
        return faults.Reply(b"".join(line for line in reply.body.splitlines(keepends=True) if b"FFD_DVA" not in line))

    played.faulty("sdmx.oecd.org", withdrawn, for_ever=True)
    result = run("refresh", "--write", path)
    assert result.exit_code == 2
    assert "view='content', and no longer 'value_added'" in result.output
    assert path.read_bytes() == before


@pytest.mark.parametrize("chart", [tc.BalanceOverTime, tc.DeficitRanking])
def test_a_month_of_which_only_sums_are_drawn_is_not_told(chart: Any, played: Services, tmp_path: Path) -> None:
    months = tc.fetch.us_goods_trade(by="month", partners=["MEX"], years=(2023, None))
    of = {"by": "year_to_date"} if chart is tc.BalanceOverTime else {}
    path = chart(months, **of).save(tmp_path / "to_date.json")
    # A month of each year that the ranking compares, too.
    added(played, "IFEB", 700, 2024)
    added(played, "IFEB", 700)
    # March is published now, so that all sums are of three months.
    added(played, "IMAR", 40_000)
    added(played, "EMAR", 28_000)
    result = run("refresh", path)
    assert result.exit_code == 1
    assert "No correction is drafted: the figures are of other months now" in result.output


def test_a_later_last_year_in_what_a_selected_row_says_is_no_revision(
    played: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered, last = played_answers.wits, [2022]

    def exported(*pair: str, figures: dict[int, float]) -> bytes:
        of_exports = pair[3].startswith("X")
        same = next(iter(figures.values()))
        return answered(*pair, dict.fromkeys(range(2017, last[0]), same) if of_exports else figures)

    monkeypatch.setattr(played_answers, "wits", lambda *given: exported(*given[:4], figures=given[4]))
    indices = tc.fetch.rca_intermediate_goods(["USA", "MEX"], years=(2017, None))
    path = tc.ComparativeAdvantage(indices, period=(2017, 2021)).save(tmp_path / "x.json")
    last[0] = 2023
    told = run("refresh", path).output
    assert played.seen
    assert "2022: " in told
    assert "correction=" not in told
