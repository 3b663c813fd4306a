"""A chart of fetched figures is made again from its recipe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import pytest

import played as faults
import tradecontext as tc
from fetch.commands import revised, run
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from pathlib import Path

    from played import Services

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:read_census left out")]
WITS = "wits.worldbank.org"


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
        assert ": verified" in run("verify", file).output
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


@pytest.mark.parametrize("fault", [faults.nothing, faults.empty, faults.instead(b"[]")])
def test_figures_that_a_service_had_are_not_taken_for_none(path: Path, played: Services, fault: Any) -> None:
    for file in receipts.folder().glob("requests.sqlite*"):
        file.unlink()
    played.faulty(WITS, fault, for_ever=True)
    result = run("refresh", path)
    assert result.exit_code == 2
    assert "gave no figures" in result.output
    assert "leave" not in result.output


def test_an_answer_that_differs_in_nothing_drawn_is_no_news(tmp_path: Path, played: Services) -> None:
    path = tc.InputReliance(tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2020))).save(tmp_path / "x.json")
    before = path.read_text()
    for years in played.answers.inputs.values():
        years[2022] *= 2
    result = run("refresh", path, "--write")
    assert (result.exit_code, result.output) == (0, f"'{path}': nothing new\n")
    assert path.read_text() == before


def test_figures_that_still_hold_when_newer_were_due_are_written_with_the_day(path: Path) -> None:
    chart = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024)
    path = chart.save(path.with_name("deficits.json"))
    spec = json.loads(path.read_text().replace(chart.spec["frame"]["aged"]["due"], "2020-02-05"))
    path.write_text(json.dumps(spec))
    result = run("refresh", path, "--write")
    assert result.exit_code == 1
    assert json.loads(path.read_text())["frame"]["aged"] == chart.spec["frame"]["aged"]
    assert run("refresh", path).output.endswith("nothing new\n")


def test_a_service_is_asked_once_for_all_charts_of_a_run(tmp_path: Path, played: Services) -> None:
    frame = tc.fetch.us_goods_trade(years=2024)
    files = [tc.DeficitRanking(frame, year=2024, top=top).save(tmp_path / f"{top}.json") for top in (3, 4)]
    played.seen.clear()
    assert run("refresh", *files).exit_code == 0
    assert len(played.seen) == 1
    assert run("refresh", *files).exit_code == 0
    assert len(played.seen) == 2


def test_a_spec_without_a_recipe_is_said_to_be_one(tmp_path: Path) -> None:
    file = tc.InputReliance(tc.data.input_shares()).save(tmp_path / "own.json")
    result = run("refresh", file)
    assert result.exit_code == 0
    assert "it has no recipe" in result.output
    assert run("verify", file).exit_code == 2


def test_another_version_that_makes_the_same_chart_is_no_news(path: Path) -> None:
    spec = json.loads(path.read_text())
    for version in ("0.0.1", None):
        spec["frame"]["recipe"]["version"] = version
        if version is None:
            del spec["frame"]["recipe"]["version"]
        path.write_text(json.dumps(spec))
        assert run("refresh", path).output.endswith("nothing new\n")
        assert "verified, but for" in run("verify", path).output


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
        frame = tc.fetch.us_goods_trade()
    files = [tc.DeficitRanking(frame, year=2024, top=top).save(tmp_path / f"{top}.json") for top in (3, 4)]
    for command in ("refresh", "verify"):
        result = run(command, *files)
        assert result.exit_code == 0
        (note,) = [line for line in result.output.splitlines() if "left out" in line]
        assert note.startswith(f"'{files[0]}': note: read_census left out 2025: only Jan-Feb published")
    assert "UserWarning" not in "".join(capfd.readouterr())


def test_a_table_has_no_recipe_and_a_reason(tmp_path: Path) -> None:
    file = tc.AdjustedBalance(tc.fetch.icio(2022), view="bridge", country="MEX").save(tmp_path / "bridge.json")
    result = run("refresh", file)
    assert result.exit_code == 0
    assert "made from an input-output table (tradecontext.fetch.icio)" in result.output


HOSTILE: dict[str, dict[str, Any]] = {
    "another function": {"call": "fetch.answers"},
    "not JSON": {"options": "{no}"},
    "a path": {"options": json.dumps({"logo": "/etc/passwd"})},
    "a path of words": {"options": json.dumps({"labels": "/etc/passwd"})},
    "the frame itself": {"options": json.dumps({"data": 1})},
    "an argument of another function": {"call": "data.input_shares"},
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
    assert "unexpected" not in result.output
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


def test_what_cannot_be_drawn_any_more_may_have_been_withdrawn(played: Services, tmp_path: Path) -> None:
    path = tc.AdjustedBalance(tc.fetch.tiva("MEX"), year=2022).save(tmp_path / "chart.json")

    def withdrawn(_asked: object, reply: faults.Reply) -> faults.Reply:
        return faults.Reply(b"".join(line for line in reply.body.splitlines(keepends=True) if b",2022," not in line))

    played.faulty("sdmx.oecd.org", withdrawn, for_ever=True)
    result = run("refresh", path)
    assert result.exit_code == 2
    assert "If the publisher withdrew the old ones, say so in a correction" in result.output
