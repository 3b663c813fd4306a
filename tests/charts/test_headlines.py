"""Automatic headlines and subtitles: short sentences, with few numbers."""

from __future__ import annotations

import re

import pytest

from golden import CASES, golden
from tradecontext.charts.sentences import length
from tradecontext.text.language import Language
from tradecontext.text.word_files import languages

AUTHORS = [case for case in CASES if "hostile" not in case]
"""Golden specs whose words are not the author's own."""
NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
YEARS = re.compile(r"\b\d{4}[\u2013-]\d{4}\b")


@pytest.mark.parametrize("case", AUTHORS)
def test_a_headline_is_a_short_sentence(case: str) -> None:
    spec = golden(case)
    headline = spec["frame"]["headline"]
    # Charts from right to left have English words and a tag of Hebrew, which the package has no words of.
    language = Language(spec["locale"]["tag"].replace("he", "en"))
    assert length(headline) <= language.headline_words
    # A span of years is one number.
    assert len(NUMBER.findall(YEARS.sub("1", headline))) <= 2
    assert not re.search(r":.*\d", headline)


@pytest.mark.parametrize("case", AUTHORS)
def test_a_subtitle_is_short(case: str) -> None:
    assert length(golden(case)["frame"]["subtitle"]) <= 20


@pytest.mark.slow
@pytest.mark.parametrize("tag", languages())
def test_the_demo_s_automatic_headlines_are_short_sentences(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import demo_charts

    # Without the article's own words, every chart writes its headline; charts() remembers those with them.
    monkeypatch.setattr(demo_charts, "WORDS", {})
    drawn = demo_charts.charts.__wrapped__(tag) | demo_charts.by_month(tag) | demo_charts.ranking_of_inputs(tag)
    language = Language(tag)
    headlines = {name: chart.spec["frame"]["headline"] for name, chart in drawn.items()}
    # No name in these charts has a colon, so one stands for a verb: "Topic: number".
    assert {name: text for name, text in headlines.items() if ": " in text} == {}
    assert {name: text for name, text in headlines.items() if length(text) > language.headline_words} == {}
    assert {name: text for name, text in headlines.items() if len(NUMBER.findall(YEARS.sub("1", text))) > 2} == {}
