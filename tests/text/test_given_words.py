"""Languages that the package has no words for: an author gives them, and CLDR their numbers, dates and names."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner

import pseudo
import tradecontext as tc
from markup import Said
from tradecontext.commands.cli import program
from tradecontext.errors import DataError
from tradecontext.spec import charts
from tradecontext.text import given_words
from tradecontext.text.language import Language

DOCS = Path(__file__).parents[2] / "docs"
MADE_UP = pd.DataFrame(
    {
        "partner": ["MEX", "CHN", "DEU", "VNM"],
        "year": [2024] * 4,
        "exports": [100.0, 50.0, 70.0, 10.0],
        "imports": [350.5, 400.25, 90.0, 22.0],
    }
)
POLISH = {
    "text": {
        "min_grouping": 2,
        "names": {"classes": {"m": ["MEX"]}, "forms": {"plain": {"": "{}"}, "with": {"": "{}", "m": "{}iem"}}},
        "amount": "{number} {scale} {symbol}",
        "scales": {"9": "mld"},
        "interface": {"source": "Źródło:", "reset": "Przywróć"},
        "sentences": {"published": "Opublikowano {date}.", "more_names": "{count, plural, one {# inny} few {# inne} "
                      "many {# innych} other {# innego}}"},
    },
    "charts": {
        "deficit_ranking": {
            "terms": {"deficit": "deficyt", "partner": "Partner"},
            "sentences": {
                "headline_among": "Deficyt z {partner_with} był {ordinal}",
                "subtitle": "{reporter_name}: {count, plural, one {# partner} few {# partnerzy} many {# partnerów} "
                "other {# partnera}}, {year}",
            },
        }
    },
}  # fmt: skip
"""A few words of Polish, made up: the others are English with an accent on every letter."""
POLISH_WORDS = {"words": POLISH}
SAID = ("deficit", "exports", "imports", "Source", "Notes", "Sort", "Reset", "largest", "billion", "country")
"""English words of the charts that are drawn here."""


def run(*arguments: str) -> str:
    result = CliRunner().invoke(program, arguments, prog_name="tradecontext")
    assert result.exit_code == 0, result.output
    return result.stdout


def joined(words: Any, own: Any) -> Any:
    """Return words with others in their place."""
    if not isinstance(own, dict):
        return own
    return {**words, **{key: joined(words.get(key, {}), each) for key, each in own.items()}}


@pytest.fixture(scope="module")
def words() -> dict[str, Any]:
    """Return the words that the command writes for a translator, translated."""
    return joined(pseudo.accented(json.loads(run("words", "pl"))), {"words": POLISH})


@pytest.fixture
def file(words: dict[str, Any], tmp_path: Path) -> Path:
    path = tmp_path / "pl.json"
    path.write_text(json.dumps(words), "utf-8")
    return path


def ranking(labels: object, **options: Any) -> tc.DeficitRanking:
    given = {"year": 2024, "unit": "usd_billion", "source": "X", "highlight": ["MEX"], "locale": "pl", **options}
    return tc.DeficitRanking(MADE_UP, labels=labels, **given)


def refused(labels: object, **options: Any) -> DataError:
    with pytest.raises(DataError) as caught:
        ranking(labels, **options)
    return caught.value


def test_numbers_dates_names_and_plurals_are_the_languages(file: Path) -> None:
    chart = ranking(file, published="2025-03-26", headline=None)
    frame = chart.spec["frame"]
    assert frame["headline"].startswith("Deficyt z Meksykiem był ")
    assert frame["subtitle"] == "Stany Zjednoczone: 4 partnerzy, 2024"
    assert frame["dateline"] == ["Opublikowano 26 marca 2025."]
    assert [row["name"] for row in chart.spec["rows"]] == ["Chiny", "Meksyk", "Niemcy", "Wietnam"]
    assert frame["alt"].replace("\N{NO-BREAK SPACE}", " ").count("250,5 mld USD") == 1


def test_months_without_a_day_are_in_their_own_case(words: dict[str, Any]) -> None:
    language = Language("pl", words)
    assert language.date("2025-03-26") == "26 marca 2025"
    assert "marzec" in language.months((2025, 3), (2025, 3))
    assert language.names(["A", "B", "C"]) == "A, B i C"
    assert (language.number(1234.5), language.number(12345.5)) == ("1234,5", "12\N{NO-BREAK SPACE}345,5")


@pytest.mark.slow
@pytest.mark.parametrize("stem", ["deficit_ranking", "input_reliance"])
def test_every_output_is_in_the_language(file: Path, stem: str) -> None:
    made = {"locale": "pl", "labels": file, "links": ["data", "image"]}
    chart: Any = (
        ranking(**{name: each for name, each in made.items() if name != "locale"})
        if stem == "deficit_ranking"
        else tc.InputReliance(tc.data.input_shares(), highlight=["MEX", "CAN"], **made)
    )
    for drawn in (chart.to_html(), chart.to_svg(), chart.embed("safe"), chart.embed("inline")):
        texts = [text for text in Said(drawn).texts if text.strip() and text[0] != "{"]
        assert any("Źródł" in text or "Šóúřç" in text for text in texts)
        assert [text for text in texts if any(word in text for word in SAID)] == []


def test_estimates_that_the_package_has_are_translated(words: dict[str, Any]) -> None:
    estimates = tc.data.us_content_estimates("MEX")
    rows = tc.AdjustedBalance(estimates=estimates, locale="pl", labels=words).spec["rows"]
    english = tc.AdjustedBalance(estimates=estimates).spec["rows"]
    assert all(row["readout"] != other["readout"] for row, other in zip(rows, english, strict=True))
    assert not any("tables" in row["readout"] or "data" in row["name"] for row in rows)
    less = json.loads(json.dumps(words))
    del less["words"]["data"]["estimates"]["method"]["customs"]
    with pytest.raises(DataError, match=r"lacks data\.estimates\.method\.customs"):
        tc.AdjustedBalance(estimates=estimates, locale="pl", labels=less)


def test_the_page_has_the_plurals_that_it_counts_with(file: Path) -> None:
    spec = tc.InputReliance(tc.data.input_shares(), highlight=["MEX"], locale="pl", labels=file).spec
    assert set(spec["locale"]["plurals"]) == {"one", "few", "many"}
    lines = spec["phrases"]["other_lines"]
    assert all(f" {form} {{" in lines for form in ("one", "few", "many", "other"))


def test_a_spec_is_drawn_where_there_are_neither_words_nor_babel(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = ranking(file, published="2025-03-26")
    spec, page, picture = chart.spec, chart.to_html(), chart.to_svg()
    file.unlink()
    given_words._known.cache_clear()
    monkeypatch.setitem(sys.modules, "babel", None)
    again = tc.from_spec(json.loads(json.dumps(spec)))
    assert (again.to_html(), again.to_svg(), again.locale) == (page, picture, "pl")
    again.byline = "A. Author"
    with pytest.raises(DataError, match="make the chart anew with your labels"):
        again.updated = "2025-03-27"
    assert "pip install" in str(refused(POLISH_WORDS))


def test_one_error_names_all_missing_words_and_the_command_that_writes_them(words: dict[str, Any]) -> None:
    assert "`tradecontext words pl deficit_ranking > pl.json`" in str(refused(None))
    less = json.loads(json.dumps(words))
    del less["words"]["text"]["terms"]["exports"]
    less["words"]["charts"]["deficit_ranking"]["sentences"] |= {"up": "", "down": ""}
    text = str(refused(less, top="x"))
    for each in ("text.terms.exports", "charts.deficit_ranking.sentences.up", "charts.deficit_ranking.sentences.down"):
        assert each in text
    assert "tradecontext words pl deficit_ranking" in text
    assert "top='x'" in text


def test_words_of_a_source_are_missed_when_it_is_printed(words: dict[str, Any]) -> None:
    less = json.loads(json.dumps(words))
    del less["words"]["data"]["sources"]["census_goods"]["title"]
    assert ranking(less).spec["frame"]["sources"] == [{"text": "X"}]
    with pytest.raises(DataError, match=r"labels lacks data\.sources\.census_goods\.title"):
        tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, locale="pl", labels=less)


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        ("text/terms/exprts", "x", "text.terms has 'exprts', which no chart prints"),
        ("text/terms/exports", 5, "text.terms.exports is 5"),
        ("text/terms/exports", "a\u202eb", "text.terms.exports has a bidirectional control"),
        ("text/terms/exports", "x" * 3000, "text.terms.exports is 3,000 characters long"),
        ("text/amount", "{number.__class__}", "text.amount has a brace"),
        ("text/amount", "{partner}", "text.amount has the gap {partner}"),
        ("text/sentences/published", "{datum}", "text.sentences.published has the gap {datum}"),
        ("text/sentences/published", "{date", "text.sentences.published has a brace"),
        ("text/sentences/more_names", "{count, plural, one {#}}", "text.sentences.more_names has plural forms without"),
        ("text/names/forms", {"with": "x"}, "text.names.forms.with is 'x'"),
        ("text/names/joints", {"z": [["[", "ze "]]}, "text.names.joints has to be pairs"),
        ("text/names/joints", ["z"], "text.names.joints has to be pairs"),
        ("charts/deficit_ranking/sentences", [], "charts.deficit_ranking.sentences is ()"),
    ],
)
def test_words_that_cannot_be_used_are_named(words: dict[str, Any], place: str, value: Any, told: str) -> None:
    bad = json.loads(json.dumps(words))
    where = bad["words"]
    *path, last = place.split("/")
    for key in path:
        where = where[key]
    where[last] = value
    assert told in str(refused(bad))


def test_a_gap_that_a_chart_does_not_fill_is_told(words: dict[str, Any]) -> None:
    bad = joined(words, {"words": {"charts": {"deficit_ranking": {"sentences": {"headline_among": "{owner}"}}}}})
    assert "'headline_among' in labels has the gap {owner}" in str(refused(bad))


@pytest.mark.parametrize("content", ["", "[]", '{"words": []}', '{"words": {"page": {}}}', "\0", "[" * 100_000])
def test_a_file_without_words_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / "pl.json"
    path.write_text(content, "utf-8")
    assert "labels" in str(refused(path))
    assert "cannot be read" in str(refused(tmp_path / "none.json"))


def test_terms_can_be_in_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "terms.json"
    path.write_text('{"deficit": "trade gap"}', "utf-8")
    chart = ranking(str(path), locale="en")
    assert chart.spec["columns"]["deficit"].startswith("Trade gap")
    assert chart.spec == ranking({"deficit": "trade gap"}, locale="en").spec


@pytest.mark.parametrize(
    ("tag", "subtitle", "date"),
    [
        ("es-AR", "Comercio de EE.\N{NO-BREAK SPACE}UU. con 4 socios, 2024", "26 de marzo de 2025"),
        ("en-GB", "US trade with 4 partners, 2024", "26 March 2025"),
        ("de-CH", None, "26. März 2025"),
    ],
)
def test_a_region_has_its_languages_words_and_its_own_numbers(tag: str, subtitle: str | None, date: str) -> None:
    frame = ranking(None, locale=tag, published="2025-03-26").spec["frame"]
    assert subtitle in {None, frame["subtitle"]}
    assert date in frame["dateline"][0]


@pytest.mark.parametrize("tag", ["en-IN", "hi", "bn", "mr"])
def test_digits_are_grouped_by_threes_where_cldr_groups_them_otherwise_as_the_page_says(tag: str) -> None:
    from babel.numbers import format_decimal

    page = " ".join((DOCS / "languages.md").read_text("utf-8").split())
    ours = Language(tag, json.loads(run("words", tag))).number(1234567.5)
    theirs = format_decimal(1234567.5, locale=tag.replace("-", "_"))
    assert f'`"en-IN"`, like Hindi, Bengali and Marathi, has {ours} where CLDR has {theirs}.' in page


def test_a_template_of_a_language_that_there_is_has_its_words() -> None:
    found = json.loads(run("words", "es-AR", "deficit_ranking"))["words"]
    assert found["text"]["interface"]["source"] == "Fuente:"
    assert list(found["charts"]) == ["deficit_ranking"]
    assert set(json.loads(run("words", "pl"))["words"]["charts"]) == set(charts())


@pytest.mark.parametrize("arguments", [("words", "klingon"), ("words", "pl", "pie"), ("words", "../x")])
def test_a_template_of_nothing_is_refused(arguments: tuple[str, ...]) -> None:
    assert CliRunner().invoke(program, arguments).exit_code == 2
