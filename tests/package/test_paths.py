"""Every option that takes a path expands ``~``."""

from __future__ import annotations

from pathlib import Path

import pytest

import tradecontext as tc
from frames import ranking
from tradecontext.commands.render import plan, render


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return ranking(highlight=["MEX"], headline="A headline")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "away").mkdir()
    monkeypatch.chdir(tmp_path / "away")
    return tmp_path


def test_charts_and_specs(chart: tc.DeficitRanking, home: Path) -> None:
    assert chart.save("~/x.json") == home / "x.json"
    assert chart.save(Path("~/x.csv")) == home / "x.csv"
    assert tc.from_spec("~/x.json").spec == tc.from_spec(Path("~/x.json")).spec == chart.spec
    (result,) = render(plan(["~/*.json"], "~/site"))
    assert result.written == (home / "site/x.html",)
    assert not list((home / "away").iterdir())


def test_a_logo(home: Path) -> None:
    (home / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>', "utf-8"
    )
    assert ranking(logo="~/logo.svg").spec["frame"]["logo"]["src"].startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize("command", [["render", "-o~/site", "~/x.json"], ["validate", "~/x.json"]])
def test_the_command_line(chart: tc.DeficitRanking, home: Path, command: list[str]) -> None:
    from click.testing import CliRunner

    from tradecontext.commands.cli import program

    chart.save(home / "x.json")
    assert CliRunner().invoke(program, command).exit_code == 0
    assert (home / "site/x.html").exists() == (command[0] == "render")


def test_nobodys_home(chart: tc.DeficitRanking) -> None:
    with pytest.raises(tc.DataError, match=r"cannot write to '~nobody-of-this-name/x\.html': "):
        chart.save("~nobody-of-this-name/x.html")
    with pytest.raises(tc.DataError, match=r"cannot read '~nobody-of-this-name/x\.json': "):
        tc.from_spec("~nobody-of-this-name/x.json")
    assert "~nobody-of-this-name" in plan(["~nobody-of-this-name/x.json"], "~").faults[0]


def test_a_publishers_file(home: Path) -> None:
    table = Path(__file__).parents[1] / "fixtures/tiva/imgrva.csv"
    (home / "imgrva.csv").write_bytes(table.read_bytes())
    with pytest.warns(UserWarning, match="groups"):
        assert tc.readers.read_tiva("~/imgrva.csv").equals(tc.readers.read_tiva(home / "imgrva.csv"))
    with pytest.raises(tc.DataError, match=r"cannot read '~nobody-of-this-name/x\.csv'"):
        tc.readers.read_tiva("~nobody-of-this-name/x.csv")
