"""An unknown option is reported with the option that was probably meant, by spelling or by meaning."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from frames import own, ranking
from tradecontext.outputs.load import chart_class
from tradecontext.spec import charts
from tradecontext.widget import misspelt
from tradecontext.widget.chart import Chart

KINDS = [chart_class(stem) for stem in charts()]


def known(kind: type[Chart]) -> list[str]:
    return [*kind.options(), *kind.state_names]


@pytest.mark.parametrize(
    ("word", "meant"),
    {
        "title": "did you mean 'headline'?",
        "heading": "did you mean 'headline'?",
        "titel": "did you mean 'headline'?",
        "yaer": "did you mean 'year'?",
        "shortHeadline": "did you mean 'short_headline'?",
        "sortBy": "did you mean 'sort_by'?",
        "chartID": "did you mean 'chart_id'?",
        "HIGHLIGHT": "did you mean 'highlight'?",
        "color": "did you mean 'highlight'?",
        "colours": "did you mean 'highlight'?",
        "palette": "did you mean 'highlight'?",
        "n": "did you mean 'top'?",
        "limit": "did you mean 'top'?",
        "country": "did you mean 'highlight' or 'partner'?",
        "countries": "did you mean 'highlight' or 'partner'?",
        "lang": "did you mean 'locale'?",
        "language": "did you mean 'locale'?",
        "sort": "did you mean 'sort_by'?",
        "data_source": "did you mean 'source'?",
        "dataSource": "did you mean 'source'?",
        "credits": "did you mean 'credit'?",
        "subhead": "did you mean 'subtitle'?",
        "description": "did you mean 'subtitle' or 'alt'?",
        "footer": "did you mean 'note'?",
        "caption": "did you mean 'note'?",
        "currency_unit": "did you mean 'unit' or 'currency'?",
        "width": "did you mean chart.to_png(width=…) or chart.to_svg(width=…)?",
        "height": "did you mean chart.to_png(width=…) or chart.to_svg(width=…)?",
        "figsize": "did you mean chart.to_png(width=…) or chart.to_svg(width=…)?",
        "scale": "did you mean chart.to_png(scale=…)?",
        "filename": "did you mean chart.save(path)?",
    }.items(),
)
def test_by_spelling_and_by_meaning(word: str, meant: str) -> None:
    said = f"DeficitRanking has no option '{word}'; {meant}"
    with pytest.raises(TypeError) as refusal:
        ranking(**{word: 1})
    assert str(refusal.value) == said
    chart = ranking()
    with pytest.raises(TypeError) as refusal:
        chart.update(**{word: 1})
    assert str(refusal.value) == said
    with pytest.raises(AttributeError) as missing:
        setattr(chart, word, 1)
    assert str(missing.value) == said


def test_the_same_word_means_what_a_chart_has() -> None:
    meant = {kind.__name__: misspelt.meant(known(kind), "countries", misspelt.own_words(kind.stem)) for kind in KINDS}
    assert meant == {
        "AdjustedBalance": ["highlight", "partner", "country"],
        "BalanceOverTime": ["partners", "highlight", "partner"],
        "ComparativeAdvantage": ["partners", "highlight", "partner"],
        "DeficitRanking": ["highlight", "partner"],
        "InputReliance": ["highlight", "partner"],
    }


def test_all_are_told_at_once() -> None:
    with pytest.raises(TypeError) as refusal:
        ranking(title="x", zzzz=1, qqqq=2, colour="red", top=0)
    assert str(refusal.value).splitlines() == [
        "DeficitRanking has no option 'title'; did you mean 'headline'?",
        "DeficitRanking has no option 'zzzz'",
        "DeficitRanking has no option 'qqqq'",
        "DeficitRanking has no option 'colour'; did you mean 'highlight'?",
    ]


def test_a_choice_of_the_readers_is_no_option_of_update() -> None:
    with pytest.raises(TypeError, match=r"no option 'sort_by' to update; set chart\.sort_by$"):
        ranking().update(sort_by="name")


def test_what_is_given_without_a_name_or_not_at_all() -> None:
    with pytest.raises(TypeError, match=r"takes one table, and options by name: DeficitRanking\(data, year=2024, …\)$"):
        tc.DeficitRanking(own(), 2024)
    with pytest.raises(TypeError, match=r"AdjustedBalance\(data, year=2024, …\)$"):
        tc.AdjustedBalance(None, "content")
    with pytest.raises(TypeError, match=r"InputReliance draws a table: InputReliance\(data, …\)$"):
        tc.InputReliance()
    for kind in KINDS:
        required = inspect.signature(kind).parameters["data"].default is inspect.Parameter.empty
        assert required == (kind is not tc.AdjustedBalance)


def test_the_words_name_nothing_that_is_not_there() -> None:
    options = {name for kind in KINDS for name in known(kind)}
    for target in misspelt.WORDS:
        method, called, argument = target.partition("(")
        if called:
            assert argument.rstrip(")").removesuffix("=…") in inspect.signature(getattr(Chart, method)).parameters
        else:
            assert target in options
    for kind in KINDS:
        assert misspelt.own_words(kind.stem).keys() <= set(known(kind)) - misspelt.WORDS.keys()
    tables = (misspelt.WORDS, *(misspelt.own_words(kind.stem) for kind in KINDS))
    every = {word for table in tables for words in table.values() for word in words.split()}
    assert not [word for word in every if all(word in known(kind) for kind in KINDS)], "an option is no other word"
    assert not [word for word in every if not re.fullmatch("[a-z]+(_[a-z]+)*", word)]


@given(st.text(max_size=30) | st.from_regex(r"[a-zA-Z_]{1,20}", fullmatch=True))
def test_any_word_gets_one_printable_line_and_only_options_of_the_chart(word: str) -> None:
    for kind in KINDS:
        if word in known(kind):
            continue
        found = misspelt.meant(known(kind), word, misspelt.own_words(kind.stem))
        assert all(each in known(kind) or each in misspelt.WORDS for each in found)
        assert all(each.endswith(")") for each in found if each not in known(kind))
        said = misspelt.refusal(kind.__name__, known(kind), [word], misspelt.own_words(kind.stem))
        assert said.isprintable()
        assert len(said) < 250


@pytest.mark.parametrize("word", ["hidden", "_private"])
def test_what_python_keeps_for_itself_is_left_to_it(word: str) -> None:
    class Desk(tc.DeficitRanking):
        hidden: Any = None

    chart = Desk(own(), unit="usd", source="Figures made up for a test")
    setattr(chart, word, 1)
    assert getattr(chart, word) == 1
