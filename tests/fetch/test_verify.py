"""A spec is compared with what its recipe makes of the kept answers: every figure, and all words but the author's."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from fetch.commands import revised, run
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from pathlib import Path

    from played import Services

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:read_census left out")]


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
        "source 1: the chart has “x”, the answers",
    ),
    "note": (lambda spec: spec["frame"]["notes"].pop(), "note 1: the chart has nothing, the answers give “"),
    "day": (lambda spec: spec["frame"]["aged"].update(due="2099-01-01"), "aged, due: the chart has “2099-01-01”, the"),
    "header": (
        lambda spec: spec["columns"].update(deficit="x"),
        "columns, deficit: the chart has “x”, the answers give",
    ),
    "byline": (lambda spec: spec["frame"].update(byline="Me"), "byline: the chart has “Me”, the answers give (empty)"),
}


def test_a_day_of_retrieval_that_was_edited_throughout_is_not_verified(tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    text = file.read_text()
    day = dt.date.fromisoformat(json.loads(text)["frame"]["sources"][0]["receipts"][0]["time"][:10])
    edited = text.replace(f"{day}", "2020-01-01").replace(f"{day:%B} {day.day}, {day.year}", "January 1, 2020")
    assert "January 1, 2020" in edited
    file.write_text(edited)
    result = run("verify", file)
    assert result.exit_code == 1
    assert f"{day:%B} {day.day}, {day.year}" in result.output
    assert run("refresh", file, "--write").exit_code == 1
    assert "2020" not in file.read_text()
    assert run("verify", file).exit_code == 0


def test_a_maker_that_cannot_be_confirmed_is_told(tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    spec = json.loads(file.read_text())
    spec["frame"]["recipe"]["version"] = "99"
    file.write_text(json.dumps(spec))
    result = run("verify", file)
    assert result.exit_code == 0
    assert "verified (it says that version 99 of tradecontext made it" in result.output


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


def test_a_figure_that_differs_by_a_dollar_is_not_verified(tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    assert run("verify", file).exit_code == 0
    spec = json.loads(file.read_text())
    spec["rows"][0]["deficit"] += 1
    file.write_text(json.dumps(spec))
    result = run("verify", file)
    assert result.exit_code == 1
    assert "not the figures of the answers" in result.output


def test_receipts_of_other_figures_are_told(path: Path) -> None:
    spec = json.loads(path.read_text())
    for line in spec["frame"]["sources"][0]["receipts"]:
        line["url"] = line["url"].replace("/mex/", "/deu/")
    path.write_text(json.dumps(spec))
    result = run("verify", path)
    assert result.exit_code == 2
    assert "the receipts are not those of the recipe: none is for imports of intermediate goods" in result.output


def test_a_chart_of_a_frame_whose_receipts_are_gone_is_warned_of() -> None:
    frame = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    shutil.rmtree(receipts.folder())
    with pytest.warns(UserWarning, match="the receipts of these figures are no longer kept on this machine"):
        chart = tc.InputReliance(frame, highlight=["MEX"])
    assert not any("receipts" in each for each in chart.spec["frame"]["sources"])


def test_an_option_is_not_offered_for_words_where_figures_differ(tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    spec = json.loads(file.read_text())
    spec["rows"][0]["deficit"] += 1
    spec["frame"]["byline"] = "By Me"
    file.write_text(json.dumps(spec))
    assert "recipe keeps" not in run("verify", file).output


def test_kept_answers_are_read_without_a_key(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BEA_API_KEY", "a-good-key")
    bea = tc.DeficitRanking(tc.fetch.us_balances("goods")).save(tmp_path / "bea.json")
    monkeypatch.setenv("COMTRADE_API_KEY", "a-good-key")
    shares = tc.fetch.comtrade("MEX", "USA", years=(2018, 2022))
    comtrade = tc.InputReliance(shares, supplier="USA").save(tmp_path / "comtrade.json")
    for key in ("BEA_API_KEY", "COMTRADE_API_KEY"):
        monkeypatch.delenv(key)
    assert run("verify", bea, comtrade).exit_code == 0
    for file in (bea, comtrade):
        result = run("refresh", file)
        assert result.exit_code == 2
        assert "needs a key" in result.output


def test_an_answer_without_a_key_is_verified_with_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shares = tc.fetch.comtrade("MEX", "USA", years=(2018, 2022))
    file = tc.InputReliance(shares, supplier="USA").save(tmp_path / "comtrade.json")
    monkeypatch.setenv("COMTRADE_API_KEY", "a-good-key")
    assert run("verify", file).exit_code == 0


def test_the_author_s_own_words_are_named(path: Path) -> None:
    assert run("verify", path).output == f"'{path}': verified, but for words of the author's own: headline\n"


def test_a_year_is_no_word_of_the_author_s_own(tmp_path: Path) -> None:
    file = tc.DeficitRanking(tc.fetch.us_goods_trade(years=2024), year=2024).save(tmp_path / "deficits.json")
    spec = json.loads(file.read_text())
    spec["year"] = 2031
    file.write_text(json.dumps(spec))
    assert "year: the chart has 2031, the answers give 2024" in run("verify", file).output


def test_a_page_has_no_spec_to_verify(path: Path) -> None:
    page = tc.from_spec(path).save(path.with_suffix(".html"))
    result = run("verify", page)
    assert result.exit_code == 2
    assert "is a page, which carries no spec: give the .json" in result.output


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


def test_of_a_picture_the_spec_is_verified(path: Path) -> None:
    picture = tc.from_spec(path).save(path.with_suffix(".svg"))
    result = run("verify", picture)
    assert result.exit_code == 0
    assert "verified (its spec, not what it shows)" in result.output


def test_a_line_of_dates_that_somebody_added_is_not_verified(tmp_path: Path) -> None:
    chart = tc.DeficitRanking(tc.fetch.us_goods_trade(), year=2024, top=3, published="2026-11-01")
    path = chart.save(tmp_path / "chart.json")
    assert run("verify", path).exit_code == 0
    spec = json.loads(path.read_text())
    spec["frame"]["dateline"].append("Correction, November 24, 2026: the deficit with Mexico was $99.0 billion.")
    path.write_text(json.dumps(spec))
    result = run("verify", path)
    assert result.exit_code == 1
    assert "$99.0 billion" in result.output
