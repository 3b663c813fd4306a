"""A chart of fetched figures is made again from its recipe, and verified against the kept answers."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import played as faults
import tradecontext as tc
from tradecontext.commands.cli import program
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

    from played import Services

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")
WITS = "wits.worldbank.org"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    chart = tc.InputReliance(
        tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022)),
        highlight=["MEX"],
        headline="Mexico buys less from the US",
        published=dt.date(2026, 11, 29),
    )
    return chart.save(tmp_path / "chart.json")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(program, [str(each) for each in arguments])


def revised(played: Services) -> None:
    played.answers.inputs["mex", "usa"][2022] = 44_000


def test_a_spec_has_the_recipe_of_its_chart(path: Path) -> None:
    recipe = json.loads(path.read_text())["frame"]["recipe"]
    assert recipe["call"] == "fetch.input_shares"
    assert json.loads(recipe["arguments"]) == {"partners": ["MEX", "CAN"], "years": "2017/2022"}
    assert json.loads(recipe["options"]) == {
        "highlight": ["MEX"],
        "headline": "Mexico buys less from the US",
        "published": "2026-11-29",
    }


def test_a_changed_frame_has_no_recipe() -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    changed = frame.assign(share=frame["share"] * 0.9)
    assert "recipe" not in tc.InputReliance(changed).spec["frame"]
    assert "recipe" not in tc.InputReliance(frame[frame["year"] > 2018]).spec["frame"]
    assert "recipe" not in tc.InputReliance(tc.data.input_shares()).spec["frame"]
    assert "recipe" in tc.InputReliance(frame).spec["frame"]


def test_a_second_frame_of_the_package_is_in_the_recipe_and_one_s_own_is_not() -> None:
    trade = tc.fetch.us_goods_trade(years=2024)
    shares = tc.data.us_share_of_imports()
    recipe = tc.DeficitRanking(trade, year=2024, context=shares).spec["frame"]["recipe"]
    assert json.loads(recipe["options"])["context"] == {"call": "data.us_share_of_imports", "arguments": {}}
    assert "recipe" not in tc.DeficitRanking(trade, year=2024, context=shares.head(900)).spec["frame"]


def test_nothing_new(path: Path) -> None:
    before = path.read_text()
    result = run("refresh", path, "--write")
    assert (result.exit_code, result.output) == (0, f"'{path}': nothing new\n")
    assert path.read_text() == before


def test_a_revision_is_told_drafted_and_written_only_if_asked(path: Path, played: Services) -> None:
    revised(played)
    before = path.read_text()
    result = run("refresh", path)
    assert result.exit_code == 1
    assert "47" in result.output
    assert "44" in result.output
    assert "correction=" in result.output
    assert "has revised published figures" in result.output
    assert path.read_text() == before
    assert run("refresh", path, "--write").exit_code == 1
    now = json.loads(path.read_text())
    mexico = next(row for row in now["rows"] if row["partner"] == "MEX")
    assert mexico["shares"][-1] == 0.44
    assert now["frame"]["headline"] == "Mexico buys less from the US"
    assert run("refresh", path).exit_code == 0


def test_a_reader_s_choices_are_kept(path: Path) -> None:
    chart = tc.from_spec(path)
    chart.selection = ["CAN"]
    chart.headline = "Another"
    chart.save(path)
    assert run("refresh", path).exit_code == 0


def test_a_service_that_fails_changes_nothing(path: Path, played: Services) -> None:
    revised(played)
    before = path.read_text()
    played.faulty(WITS, faults.refused(500), for_ever=True)
    result = run("refresh", path, "--write")
    assert result.exit_code == 2
    assert "gave no figures" in result.output
    assert path.read_text() == before


def test_a_spec_without_a_recipe_is_said_to_be_one(tmp_path: Path) -> None:
    file = tc.InputReliance(tc.data.input_shares()).save(tmp_path / "own.json")
    result = run("refresh", file)
    assert result.exit_code == 0
    assert "it has no recipe" in result.output
    assert run("verify", file).exit_code == 2


def test_every_figure_is_verified_to_the_digit(path: Path, played: Services) -> None:
    asked = len(played.seen)
    assert (run("verify", path).exit_code, len(played.seen)) == (0, asked)
    spec = json.loads(path.read_text())
    spec["frame"]["headline"] = "Words may change"
    path.write_text(json.dumps(spec))
    assert run("verify", path).exit_code == 0


def test_a_figure_that_differs_by_a_dollar_is_not_verified(tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    assert run("verify", file).exit_code == 0
    spec = json.loads(file.read_text())
    spec["rows"][0]["deficit"] += 1
    file.write_text(json.dumps(spec))
    result = run("verify", file)
    assert result.exit_code == 1
    assert "not the figures of the answers" in result.output


def test_a_revision_does_not_disturb_verifying(path: Path, played: Services) -> None:
    revised(played)
    assert run("refresh", path).exit_code == 1
    assert run("verify", path).exit_code == 0


def test_an_answer_that_was_changed_or_lost_is_told(path: Path) -> None:
    answer = next((receipts.folder() / "answers").iterdir())
    answer.write_bytes(answer.read_bytes() + b" ")
    result = run("verify", path)
    assert result.exit_code == 2
    assert "was changed" in result.output
    answer.unlink()
    assert "is not kept on this machine" in run("verify", path).output


HOSTILE: dict[str, dict[str, Any]] = {
    "another function": {"call": "fetch.answers"},
    "not JSON": {"options": "{no}"},
    "a path": {"options": json.dumps({"logo": "/etc/passwd"})},
    "no such option": {"options": json.dumps({"nothing": 1})},
    "no such argument": {"arguments": json.dumps({"nothing": 1})},
    "another frame": {"options": json.dumps({"second": {"call": "os.system", "arguments": {"command": "true"}}})},
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_recipe_is_refused(path: Path, name: str) -> None:
    spec = json.loads(path.read_text())
    spec["frame"]["recipe"] |= HOSTILE[name]
    path.write_text(json.dumps(spec))
    result = run("refresh", path)
    assert result.exit_code == 2
    assert "recipe" in result.output
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize("kind", ["page", "iframe", "srcdoc", "component", "inline", "safe", "image"])
def test_no_output_for_readers_has_the_recipe(path: Path, kind: str) -> None:
    chart = tc.from_spec(path)
    address = {"url": "https://news.example/x"} if kind in {"iframe", "component", "image"} else {}
    made = chart.to_html() if kind == "page" else chart.embed(kind, **address)
    assert "input_shares" not in made
    assert "sha256" not in made
