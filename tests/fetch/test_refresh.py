"""A chart of fetched figures is made again from its recipe, and verified against the kept answers."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
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
    assert json.loads(recipe["arguments"]) == {"partners": ["MEX", "CAN"], "years": [2017, 2022]}
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


def test_a_sorted_frame_has_its_recipe(tmp_path: Path) -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    months = tc.fetch.us_goods_trade(by="month")
    for number, chart in enumerate(
        [
            tc.InputReliance(frame.sort_values(["year", "partner"], ascending=False)),
            tc.InputReliance(frame.sort_values("share", ignore_index=True)),
            tc.InputReliance(frame.set_index(["partner", "year"])),
            tc.InputReliance(frame[sorted(frame.columns)]),
            tc.BalanceOverTime(months[::-1], partners=["CHN", "MEX"]),
            tc.DeficitRanking(months.sort_values("balance")),
        ]
    ):
        file = chart.save(tmp_path / f"{number}.json")
        assert run("verify", file).exit_code == 0


def test_options_of_any_kind_are_in_the_recipe(tmp_path: Path) -> None:
    months, years = tc.fetch.us_goods_trade(by="month"), tc.fetch.us_goods_trade(years=(2023, 2024))
    options: list[dict[str, Any]] = [
        {"data": months, "period": pd.Period("2025-02", "M"), "compare": pd.Period("2024-02", "M")},
        {"data": months, "period": pd.Period("2025-01", "2M")},
        {"data": years, "year": np.int64(2024), "top": np.int32(3), "others": np.bool_(1)},
        {"data": years, "year": "2024", "published": pd.Timestamp("2026-11-29")},
        {"data": years, "source": ("The desk's own words", "https://desk.example/")},
    ]
    for number, each in enumerate(options):
        file = tc.DeficitRanking(each.pop("data"), **each).save(tmp_path / f"{number}.json")
        assert run("verify", file).output.endswith(": verified\n")
        assert run("refresh", file).output.endswith(": nothing new\n")


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
    spec["frame"]["headline"] = "Words of an option may change"
    path.write_text(json.dumps(spec))
    assert run("verify", path).exit_code == 0


EDITS: dict[str, tuple[Any, str]] = {
    "readout": (
        lambda spec: spec["rows"][0].update(readout="Far more"),
        "China (CHN), readout: the chart has “Far more”",
    ),
    "name": (
        lambda spec: spec["rows"][0].update(name="Taiwan"),
        "Taiwan (CHN), name: the chart has “Taiwan”, the answ",
    ),
    "headline": (
        lambda spec: spec["frame"].update(headline="Ruin"),
        "headline: the chart has “Ruin”, the answers give “",
    ),
    "alternative text": (
        lambda spec: spec["frame"].update(alt="x"),
        "alternative text: the chart has “x”, the answers",
    ),
    "subtitle": (lambda spec: spec["frame"].update(subtitle="x"), "subtitle: the chart has “x”, the answers give “"),
    "source": (
        lambda spec: spec["frame"]["sources"][0].update(text="x"),
        "source 1, text: the chart has “x”, the answers",
    ),
    "note": (lambda spec: spec["frame"]["notes"].pop(), "note 1: the chart has nothing, the answers give “"),
    "day": (lambda spec: spec["frame"]["aged"].update(due="2099-01-01"), "aged, due: the chart has “2099-01-01”, the"),
    "header": (
        lambda spec: spec["columns"].update(deficit="x"),
        "columns, deficit: the chart has “x”, the answers give",
    ),
    "byline": (lambda spec: spec["frame"].update(byline="Me"), "byline: the chart has “Me”, the answers give (empty)"),
}


@pytest.mark.parametrize("name", EDITS)
def test_words_that_somebody_edited_are_not_verified(name: str, tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    edit, told = EDITS[name]
    spec = json.loads(file.read_text())
    edit(spec)
    file.write_text(json.dumps(spec))
    result = run("verify", file)
    assert result.exit_code == 1
    assert f"'{file}': not all of it is what the answers give" in result.output
    assert told in result.output
    assert "of tradecontext made it" not in result.output
    spec["frame"]["recipe"]["version"] = "0.0.1"
    file.write_text(json.dumps(spec))
    assert "version 0.0.1 of tradecontext made it" in run("verify", file).output


def test_the_author_s_own_words_are_verified_once_they_are_options(tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    spec = json.loads(file.read_text())
    spec["frame"] |= {"byline": "By Me", "subtitle": "Goods"}
    file.write_text(json.dumps(spec))
    told = run("verify", file).output
    call = told.partition("recipe keeps: ")[2]
    assert "chart.update(byline=…, subtitle=…)" in call
    exec("; ".join(call.replace("…, ", "'By Me', ").replace("…", "'Goods'").split("; ")), {"tradecontext": tc})
    assert run("verify", file).exit_code == 0
    own = tc.from_spec(file)
    own.update(published="2026-11-30", correction=("2026-12-01", "A word."), licence="CC BY 4.0", theme="dark")
    own.save(file)
    assert run("verify", file).exit_code == 0
    assert run("refresh", file).output.endswith("nothing new\n")


def test_another_version_that_makes_the_same_chart_is_no_news(path: Path) -> None:
    spec = json.loads(path.read_text())
    for version in ("0.0.1", None):
        spec["frame"]["recipe"]["version"] = version
        if version is None:
            del spec["frame"]["recipe"]["version"]
        path.write_text(json.dumps(spec))
        assert run("refresh", path).output.endswith("nothing new\n")
        assert run("verify", path).output.endswith("verified\n")


def test_a_file_is_named_once(tmp_path: Path) -> None:
    file = tmp_path / "broken.json"
    file.write_text('{"chart": "deficit_ranking"}')
    for command in ("refresh", "verify"):
        result = run(command, file)
        assert result.exit_code == 2
        assert all(line.count(str(file)) == 1 for line in result.output.splitlines() if str(file) in line)
    gone = run("verify", tmp_path / "gone.json")
    assert gone.output.count("gone.json") == 1


@pytest.mark.filterwarnings("default")
def test_what_an_author_is_warned_of_is_one_plain_line_of_a_run(tmp_path: Path, capfd: Any) -> None:
    with pytest.warns(UserWarning, match="read_census left out 2025"):
        frame = tc.fetch.us_goods_trade(years=2024)
    files = [tc.DeficitRanking(frame, year=2024, top=top).save(tmp_path / f"{top}.json") for top in (3, 4)]
    for command in ("refresh", "verify"):
        result = run(command, *files)
        assert result.exit_code == 0
        (note,) = [line for line in result.output.splitlines() if "left out" in line]
        assert note.startswith(f"'{files[0]}': note: read_census left out 2025: only Jan-Feb published")
    assert "UserWarning" not in "".join(capfd.readouterr())


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


def test_a_table_has_no_recipe_and_a_reason(tmp_path: Path) -> None:
    file = tc.AdjustedBalance(tc.fetch.icio(2022), view="bridge", country="MEX").save(tmp_path / "bridge.json")
    result = run("refresh", file)
    assert result.exit_code == 0
    assert "made from an input-output table (tradecontext.fetch.icio)" in result.output


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


def test_a_file_that_cannot_be_written_does_not_stop_the_others(
    path: Path, played: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "a.json"
    other.write_bytes(path.read_bytes())
    revised(played)

    def full(contents: dict[Path, str]) -> None:
        if other in contents:
            raise tc.DataError(f"cannot write {other}: the disk is full")
        for file, text in contents.items():
            file.write_text(text)

    monkeypatch.setattr("tradecontext.commands.refresh.write_whole", full)
    result = run("refresh", other, path, "--write")
    assert result.exit_code == 2
    assert "the disk is full" in result.output
    assert 0.44 in next(row["shares"] for row in json.loads(path.read_text())["rows"] if row["partner"] == "MEX")
