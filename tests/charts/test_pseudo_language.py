"""Every chart in a language that nobody speaks: what is printed without its accents is in no file of words."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest

import pseudo
import tradecontext as tc
from charts.printed_words import WORD, Author, texts, words_of
from markup import Said, drawing
from tradecontext.spec import charts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESS = "https://news.example/x.html"


def foreign(text: str, own: set[str]) -> bool:
    """Say whether a text has a word that is in no file; a picture may break a long one of the author's in two."""
    return any(all(word not in each for each in own) for word in WORD.findall(text))


def told(spec: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield all that a reader may come to see of a chart, by the output it is in."""
    yield from (("spec", text) for text in texts(spec))
    drawn = tc.from_spec({**spec, "frame": {**spec["frame"], "url": ADDRESS}})
    for output, markup in (
        ("page", drawn.to_html()),
        ("safe", drawn.embed("safe")),
        ("iframe", drawn.embed("iframe")),
        ("svg", drawing(drawn.to_svg())),
    ):
        yield from ((output, text) for text in Said(markup).texts)
    # The heads are names for machines, the same in every language.
    for row in csv.DictReader(io.StringIO(drawn.to_csv().removeprefix("\ufeff"))):
        yield from (("csv", row.get(column) or "") for column in ("name", "annotation", "source"))


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[pytest.MonkeyPatch]:
    """Let the package speak the language that nobody speaks."""
    pseudo.speak(monkeypatch, tmp_path)
    yield monkeypatch
    monkeypatch.undo()
    pseudo.forget()


@pytest.mark.slow
@pytest.mark.parametrize("chart", charts())
def test_nothing_is_printed_that_is_in_no_file_of_words(chart: str, spoken: pytest.MonkeyPatch) -> None:
    found, drawn = [], set()
    for case, spec, own in Author(spoken, pseudo.TAG).cases(chart):
        printed = frozenset(texts(spec))
        # Some cases differ in nothing that is read: a theme, the direction of the script.
        if printed not in drawn:
            found += [
                f"{case}, {output}: {text}" for output, text in told(spec) if foreign(text, own | words_of(ADDRESS))
            ]
        drawn.add(printed)
    assert drawn
    assert found == []


@pytest.mark.slow
@pytest.mark.usefixtures("spoken")
def test_the_demo_is_drawn_in_a_language_that_it_has_no_words_of() -> None:
    from demo_charts import charts as demo

    drawn = [chart.spec for chart in demo(pseudo.TAG).values()]
    assert {spec["locale"]["tag"] for spec in drawn} == {pseudo.TAG}
    assert not [spec["frame"]["headline"] for spec in drawn if foreign(spec["frame"]["headline"], {"RCA"})]


@pytest.mark.usefixtures("spoken")
def test_a_word_that_is_in_no_file_is_found() -> None:
    data = tc.data.input_shares()
    spec = tc.InputReliance(data[data["partner"].isin(["MEX", "CAN"])], locale=pseudo.TAG).spec
    assert not [text for _, text in told(spec) if foreign(text, words_of(ADDRESS))]
    for changed in (
        {"frame": {**spec["frame"], "alt": "Álļ in English"}},
        {"phrases": {**spec["phrases"], "others": "{n, plural, one {óñé} other {# others}}"}},
        {"locale": {**spec["locale"], "words": {**spec["locale"]["words"], "sort": "Sort"}}},
    ):
        assert [text for _, text in told({**spec, **changed}) if foreign(text, words_of(ADDRESS))]


@pytest.mark.slow
@pytest.mark.usefixtures("spoken")
def test_a_page_counts_as_the_language_does() -> None:
    data = tc.data.input_shares()
    everyone = len(tc.InputReliance(data).spec["rows"])
    for count, end in ((1, "¹"), (2, "²"), (5, "⁵"), (12, "⁵"), (22, "²")):
        for locale, others in ((pseudo.TAG, f"Óţĥéřš ({count})"), ("en", f"Others ({count})")):
            drawn = tc.InputReliance(data, locale=locale, top=everyone - count, view="ranking")
            ends = re.findall(re.escape(others) + "·*(.?)<", drawn.to_html())
            assert ends, others
            assert set(ends) == ({end} if locale == pseudo.TAG else {""})


@pytest.mark.usefixtures("spoken")
def test_a_page_has_rules_only_where_it_counts_with_them() -> None:
    data = tc.data.us_goods_trade()
    for locale in ("en", "es"):
        assert "plurals" not in tc.DeficitRanking(data, year=2024, locale=locale).spec["locale"]
    assert tc.DeficitRanking(data, year=2024, locale=pseudo.TAG).spec["locale"]["plurals"] == {
        "one": "n = 1",
        "few": "n % 10 = 2..4 and n % 100 != 12..14",
        "many": "n != 1 and n % 10 = 0..1 or n % 10 = 5..9 or n % 100 = 12..14",
    }


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize(
    "rule", ["n", "n = x", "n % 0 = 1", "n = 1 or", "v = 0", "n = 1" + "0" * 9, "n = 1\n", 1, None]
)
def test_a_rule_that_no_page_could_follow_is_refused(rule: Any) -> None:
    spec = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, locale=pseudo.TAG).spec
    with pytest.raises(tc.DataError, match=r"locale\.plurals"):
        tc.from_spec({**spec, "locale": {**spec["locale"], "plurals": {"one": rule}}})
