"""Every chart in every language: no slip of grammar, typesetting, region or tense."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

import tradecontext as tc
from charts.printed_words import Author, texts, words_of
from tradecontext.spec import charts
from tradecontext.text import word_files
from tradecontext.text.word_files import languages

if TYPE_CHECKING:
    from collections.abc import Iterator

SLIPS = {
    "": r"[{}]|  |\d ¢| ,| \.(?!\d)|,,|\.\.|\(\)",
    "fr": r"[^\u202f\u00a0][;:!?»]|«[^\u202f]"
    r"|\b(?:d|de|le|la|que|ne|se|jusque) [aàâeéèêiîoôuù]|\bà le\b|\bde les?\b|\bsi il",
    "it": r"\b(?:del|il|al|nel|dal) (?:8|11\b|[aeiou])|\b(?:a a|e e)\w|\b(?:di|a|da|in|su) (?:il|lo|gli|i|le) ",
}
"""What no editor of a language lets pass, in texts of which no author wrote a part; "" is every language."""


def written(spec: dict[str, Any]) -> Iterator[str]:
    """Yield the texts around and in a drawing which are whole: not those that the renderer fills."""
    for part in (spec["frame"], spec["rows"], spec["columns"]):
        yield from texts(part)


@pytest.mark.slow
@pytest.mark.parametrize("tag", languages())
def test_no_slip_of_grammar_or_typesetting_is_printed(tag: str) -> None:
    from demo_charts import by_month, ranking_of_inputs
    from demo_charts import charts as demo

    drawn = demo(tag) | by_month(tag) | ranking_of_inputs(tag)
    slips = [re.compile(SLIPS[each], re.IGNORECASE) for each in ("", tag.partition("-")[0]) if each in SLIPS]
    found = [
        f"{name}: {text}"
        for name, chart in drawn.items()
        for text in written(chart.spec)
        if any(slip.search(re.sub(r"https?://\S+|doi:\S+|\u201c[^\u201d]*\u201d", "x", text)) for slip in slips)
    ]
    assert found == []
    region = Locale.parse(tag, sep="-")
    others = set(".,") - {get_decimal_symbol(region), get_group_symbol(region)}
    for name, chart in drawn.items():
        printed = [re.sub(r"https?://\S+|doi:\S+|\u201c[^\u201d]*\u201d", "", text) for text in written(chart.spec)]
        assert [text for text in printed if set(re.findall(r"\d([.,])\d", text)) & others] == [], name


@pytest.mark.slow
@pytest.mark.parametrize("tag", languages())
def test_a_line_that_passes_another_is_told_in_every_language(tag: str) -> None:
    months = tc.data.us_goods_trade(by="month")
    imports = {"partners": ["MEX", "CHN"], "measure": "imports", "period": (2022, 2024)}
    spec = tc.BalanceOverTime(months, **imports, locale=tag).spec
    assert spec["remarks"][0]["text"]


JOINED_BY_CODE = re.compile("[\u0621-\u064a][)»]?[,;?] |[\u0621-\u064a][,;?]$")
"""Latin marks after Arabic words; after words in Latin letters, in a list of them, they may stand."""
TWICE = re.compile(r"(?<![.\u2026])[.]{2}(?![.])|[,،]{2}|  |:\s*:")


@pytest.mark.slow
@pytest.mark.parametrize("chart", charts())
@pytest.mark.parametrize("tag", [*(tag for tag in word_files.base_languages() if tag != "en"), "ar-EG"])
def test_every_case_is_drawn_in_every_language(tag: str, chart: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if word_files.without_region(tag) not in languages(f"charts/{chart}"):
        pytest.skip("a chart that is being added has no words of this language yet")
    drawn = 0
    for case, spec, own in Author(monkeypatch, tag).cases(chart):
        if spec["locale"]["tag"] != tag or "hostile" in case:
            continue
        drawn += 1
        frame = {name: spec["frame"][name] for name in ("headline", "subtitle", "key", "notes", "alt")}
        rows = [{name: row.get(name, "") for name in ("readout", "text", "detail", "extremes")} for row in spec["rows"]]
        said = [text for text in texts([frame, rows]) if not words_of(text) & own]
        assert [text for text in said if TWICE.search(text)] == [], case
        if tag.startswith("ar"):
            assert [text for text in said if JOINED_BY_CODE.search(text)] == [], case
        if tag == "ar-EG":
            numbers = [re.sub(r"[A-Za-z][\w.:()&“” ,-]*", "", text) for text in said]
            assert [text for text in numbers if re.search("[0-9]", text)] == [], case
    assert drawn


@pytest.mark.slow
@pytest.mark.parametrize("tag", [tag for tag in languages() if not tag.startswith("en")])
def test_estimates_and_breaks_are_in_the_language_of_a_region_too(tag: str) -> None:
    def texts(locale: str) -> list[str]:
        estimates = tc.data.us_content_estimates("MEX")
        drawn = tc.AdjustedBalance(estimates=estimates, locale=locale).spec
        broken = tc.ComparativeAdvantage(
            tc.data.rca_intermediate_goods(), year=2013, partners=["USA", "MEX"], highlight=["MEX"], locale=locale
        ).spec
        return [row["readout"] for row in drawn["rows"]] + broken["frame"]["notes"]

    assert set(texts(tag)) & set(texts("en")) == set()


PRESENT = {"es": r"\b(es|está)\b", "pt": r"\b(é|está|vira)\b", "pt-PT": r"\b(é|está|passa)\b"}
"""What a headline about a past year does not say in these languages."""
NOT_IN_PORTUGAL = re.compile(
    r"\b(em uma?|até o|registr\w*|usuári\w*|déficit|superávit|bilh\w*|arquivo|centavos?|adicion\w+|parcelas?|insumos?"
    r"|intermediári\w*|[Ee]conômic\w*|alíquota|baixar|buscar|(com|em|por|de) (seus?|suas?)|(produzi|fazê|vê)-l[oa]s?)\b"
)
"""Brazil's words and spellings, and possessives without an article."""


@pytest.mark.parametrize("tag", PRESENT)
def test_headlines_of_past_years_are_in_the_past_tense(tag: str) -> None:
    for chart in charts():
        for key, text in word_files.words(f"charts/{chart}", tag)["sentences"].items():
            assert not key.startswith("headline_") or not re.search(PRESENT[tag], text), f"{chart} {key}: {text}"


def test_portugals_words_are_not_brazils() -> None:
    for part in ("text", "data", *(f"charts/{chart}" for chart in charts())):
        text = json.dumps(word_files.words(part, "pt-PT"), ensure_ascii=False)
        assert NOT_IN_PORTUGAL.findall(text) == [], part
