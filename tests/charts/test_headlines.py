"""Automatic headlines and subtitles: short sentences, with few numbers."""

from __future__ import annotations

import re

import pytest

from golden import CASES, golden
from tradecontext.charts.sentences import length
from tradecontext.text.language import Language

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
