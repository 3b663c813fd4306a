"""A correction is drafted where a publisher revised what was published, and nowhere else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from fetch.commands import revised, run

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from played import Services

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


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
    assert "No correction is drafted: the recipe makes another chart than this of the answers of then" in result.output


def test_a_draft_needs_the_answers_of_then(path: Path, played: Services, monkeypatch: Any, tmp_path: Path) -> None:
    revised(played)
    monkeypatch.setenv("TRADECONTEXT_CACHE", str(tmp_path / "another machine"))
    result = run("refresh", path)
    assert result.exit_code == 1
    assert "No correction is drafted: the answers of then are not kept on this machine" in result.output


def test_a_draft_names_partner_measure_and_year(path: Path, played: Services, tmp_path: Path) -> None:
    ranking = tc.ComparativeAdvantage(
        tc.fetch.rca_intermediate_goods(["USA", "MEX"], years=(2017, 2021)), period=(2018, 2020)
    ).save(tmp_path / "rca.json")
    revised(played)
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert "World Bank WITS has revised published figures" in drafted
    assert "(Mexico, Share of imports of intermediate goods, 2022: 47.0% → 44.0%)" in drafted
    monkey = played.answers.exports["mex"]
    played.answers.exports["mex"] = (monkey[0] * 1.2, monkey[1])
    drafted = run("refresh", ranking).output.partition("correction=")[2]
    assert "Mexico, RCA, 2018\N{EN DASH}2020: 1.00 → 1.20; Mexico, RCA, 2017: 1.00 → 1.20" in drafted
    assert "computed by" not in drafted


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


def test_a_revision_of_what_is_drawn_and_not_printed_is_told(played: Services, tmp_path: Path) -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    path = tc.InputReliance(frame, highlight=["MEX"]).save(tmp_path / "drawn.json")
    played.answers.inputs["mex", "usa"][2018] += 1_000
    result = run("refresh", path)
    assert "No correction is drafted: what was revised is drawn, but not printed (Mexico, 2018)" in result.output


def test_who_revised_is_the_service_whoever_the_author_credits(played: Services, tmp_path: Path) -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    path = tc.InputReliance(frame, highlight=["MEX"], source="Our own desk").save(tmp_path / "credited.json")
    revised(played)
    drafted = run("refresh", path).output.partition("correction=")[2]
    assert "World Bank WITS has revised published figures" in drafted
    assert "Our own desk" not in drafted
