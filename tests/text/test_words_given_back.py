"""Words of a house's own in a language that the package has: a whole file of the command's, or one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

import tradecontext as tc
from frames import ranking
from golden import about, in_turn
from tradecontext.commands.cli import program
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts
from tradecontext.text.language import Language
from tradecontext.text.word_files import languages

WORDED = [*languages(), "de-CH", "ar-u-nu-arab"]
"""Tags that the package has words for: its own languages, a region of CLDR's, and other digits."""
SENTENCES = {
    "en": ("{reporter_name} in {year}", "The United States in 2024"),
    "es": ("{reporter_name} en {year}", "Estados Unidos en 2024"),
    "ar": ("{reporter_name} في {year}", "الولايات المتحدة في 2024"),
}
"""A subtitle of a house's own, and as it is printed."""


def printed(tag: str) -> dict[str, Any]:
    """Return what the command prints."""
    done = CliRunner().invoke(program, ["words", tag])
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def words(**sentences: str) -> dict[str, Any]:
    return {"words": {"charts": {"deficit_ranking": {"sentences": sentences}}}}


@pytest.mark.parametrize("tag", [*WORDED, "pl"])
def test_what_the_command_prints_is_taken_back(tag: str) -> None:
    given = printed(tag)
    for stem in charts():
        language = Language(tag, given, chart=stem)
        own = given["words"]["charts"][stem]["terms"]
        assert own.items() <= language.terms.items()
        assert language.tag == tag


@pytest.mark.slow
@pytest.mark.parametrize(("tag", "stem"), in_turn(WORDED, charts()))
def test_what_the_command_prints_changes_no_chart(tag: str, stem: str) -> None:
    given = printed(tag)
    table, options = (eval(code, {"tc": tc}) for code in (about(stem).TABLE, f"dict({about(stem).OPTIONS})"))
    plain, own = (chart_class(stem)(table, locale=tag, labels=each, **options).spec for each in (None, given))
    assert own == plain


@pytest.mark.parametrize("tag", SENTENCES)
def test_one_sentence_is_changed_and_the_others_stay(tag: str) -> None:
    sentence, said = SENTENCES[tag]
    plain, own = (ranking(locale=tag, labels=each).spec for each in (None, words(subtitle=sentence)))
    assert own["frame"].pop("subtitle") == said != plain["frame"].pop("subtitle")
    assert own == plain


@pytest.mark.parametrize("tag", SENTENCES)
def test_faults_of_words_are_told_with_those_of_the_table(tag: str) -> None:
    with pytest.raises(tc.DataError) as caught:
        ranking(locale=tag, labels=words(subtitle="{wrong}", headline_among=""), top="x")
    message = str(caught.value)
    assert "charts.deficit_ranking.sentences.subtitle has the gap {wrong}" in message
    assert "labels has no text for charts.deficit_ranking.sentences.headline_among; leave out" in message
    assert "top='x'" in message
