"""The renderer rounds numbers that depend on the reader's choice as Python rounds all others."""

from __future__ import annotations

import re
from html import unescape

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import tradecontext as tc
from golden import CASES, golden
from reliance import drawn
from tradecontext.charts.input_reliance.averages import average
from tradecontext.outputs.embed import safe
from tradecontext.text.language import Language


def printed(share: float, locale: str) -> str:
    """Return what the renderer prints of one country's share of one year."""
    data = pd.DataFrame({"partner": ["MEX"], "year": [2000], "share": [share]})
    text = unescape(re.sub(r"<[^>]*>", "|", drawn(data, locale=locale, headline="", alt="").embed("safe")))
    found = re.search(r"\|([\d.,]+\s?%)\|", text)
    assert found, text
    return found[1]


@pytest.mark.slow
@given(st.one_of(st.floats(0, 1), st.integers(0, 100_000).map(lambda each: each / 100_000)))
@example(0.0005)
@example(0.00049999999999999)
@example(0.9995)
@example(0.58345)
@example(1e-7)
@example(5e-324)
@settings(max_examples=150, deadline=None)
def test_a_share_is_rounded_alike(share: float) -> None:
    for locale in ("en", "es"):
        assert printed(share, locale) == Language(locale).percent(share)


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("input_reliance/")])
def test_every_average_drawn_is_the_one_the_data_table_has(case: str) -> None:
    spec = golden(case)
    text = unescape(re.sub(r"<[^>]*>", "|", safe(spec)))
    language = Language("es" if spec["locale"]["tag"] == "es" else "en")
    averages = [average(row, spec["years"], spec["method"], spec["initial"]["period"]).share for row in spec["rows"]]
    largest = sorted((each for each in averages if each is not None), reverse=True)[: spec.get("top", 1000)]
    assert largest or case.endswith("none")
    for each in largest:
        assert f"|{language.percent(each)}" in text


def test_the_ratio_of_two_rows_is_the_sentence_python_writes() -> None:
    chart = tc.ComparativeAdvantage(
        tc.data.rca_intermediate_goods(), period=(1994, 2013), partners=["USA", "MEX"], ratio=("USA", "MEX")
    )
    first = chart.spec["frame"]["notes"][0]
    spec = chart.spec
    weights = {row["partner"]: row["pair"]["weight"] for row in spec["rows"]}
    names = {row["partner"]: row["pair"]["name"] for row in spec["rows"]}
    times = Language("en").number(weights["USA"] / weights["MEX"], 1)
    sentence = spec["pair"].format(times=times, a=names["USA"], b=names["MEX"])
    assert first.startswith(sentence)
    assert " 2.0 times " in sentence
