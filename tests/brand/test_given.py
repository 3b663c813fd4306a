"""A house's brand is given in a file or a mapping: to one chart, to all that follow, and to commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import tradecontext as tc
from brand.houses import LEDGER, NIGHTDESK, PAPER, chart
from tradecontext.commands.cli import program

pytestmark = pytest.mark.slow


def test_names_of_the_palette_stand_for_its_colours() -> None:
    spec = chart(
        brand={"color": {"palette": {"wine": "#8C1D2B", "main": "wine"}, "primary": "main", "background": "#FFF"}}
    ).spec
    assert spec["brand"]["light"]["accents"][0] == "#8c1d2b"
    assert spec["brand"]["light"]["paper"] == "#ffffff"


def test_a_house_may_have_two_grounds() -> None:
    color = {
        "background": {"light": "#ffffff", "dark": "#101010"},
        "foreground": {"light": "#111111", "dark": "#f0f0f0"},
        "primary": {"light": "#8c1d2b", "dark": "#ffb23e"},
    }
    brand = chart(brand={"color": color}).spec["brand"]
    assert [brand[side]["ink"] for side in ("light", "dark")] == ["#111111", "#f0f0f0"]
    page = chart(brand={"color": color}).to_html()
    assert "--tc-accent-1:light-dark(#8c1d2b,#ffb23e)" in page
    assert "#101010" in chart(brand={"color": color}, theme="dark").to_svg()


def test_all_charts_made_afterwards_have_the_brand_in_use() -> None:
    before = chart()
    tc.use_brand(LEDGER)
    assert chart().spec["brand"]["light"]["paper"] == PAPER[LEDGER]
    assert chart(brand=NIGHTDESK).spec["brand"]["dark"]["paper"] == PAPER[NIGHTDESK]
    assert "brand" not in before.spec
    assert "brand" not in tc.from_spec(before.spec).spec
    tc.use_brand(None)
    assert "brand" not in chart().spec


def test_a_brand_is_given_and_taken_by_assignment() -> None:
    made = chart()
    plain = made.to_json()
    made.brand = LEDGER
    assert made.spec["brand"]["corner"] == "The Ledger · data desk"
    made.brand = None
    assert made.to_json() == plain


def test_commands_take_a_brand_and_a_folder_has_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    chart().save("plain.json")
    chart(brand=LEDGER).save("own.json")

    def page(name: str, *more: str) -> str:
        done = CliRunner().invoke(program, ["render", f"{name}.json", "-o", "out", *more])
        assert done.exit_code == 0, done.output
        return Path("out", f"{name}.html").read_text("utf-8")

    assert PAPER[NIGHTDESK] in page("own", "--brand", str(NIGHTDESK))
    assert "--tc-paper:" not in page("plain")
    Path("pyproject.toml").write_text(f"[tool.tradecontext]\nbrand = {json.dumps(str(NIGHTDESK))}\n", "utf-8")
    assert PAPER[NIGHTDESK] in page("plain")
    assert PAPER[LEDGER] in page("own")
    printed = CliRunner().invoke(program, ["embed", "plain.json", "safe"])
    assert PAPER[NIGHTDESK] in printed.output
    for text, said in (("brnd = 'x'", "it takes brand"), ("brand = 3", "give the path"), ("brand = ", "not TOML")):
        Path("pyproject.toml").write_text(f"[tool.tradecontext]\n{text}\n", "utf-8")
        done = CliRunner().invoke(program, ["render", "plain.json", "-o", "out"])
        assert done.exit_code == 2
        assert said in done.output
