"""Every chart in every language: nothing that it prints is in another one."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import pseudo
import tradecontext as tc
from markup import drawing
from tradecontext.spec import charts
from tradecontext.text import plural, word_files
from tradecontext.text.word_files import languages
from tradecontext.widget.chart import Chart

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(Path(__file__).parents[2] / "demo"))

AUTHORS = {
    "headline",
    "short_headline",
    "subtitle",
    "alt",
    "note",
    "byline",
    "credit",
    "source",
    "labels",
    "entities",
    "groups",
    "annotations",
    "breaks",
    "near_tie",
    "correction",
    "estimates",
    "licence",
    "logo",
    "reporter",
    "supplier",
    "good",
    "scope",
    "second",
    "currency",
    "unit",
    "chart_id",
    "url",
}
"""Options whose text is the author's, or a name that is printed as it is given."""
SAID = {"alt", "title", "aria-label", "aria-description", "placeholder"}
TOLD = {"description", "og:title", "og:description", "og:image:alt"}
MEASURES = ("balance", "deficit", "exports", "imports")
CODES = {
    "by",
    "chart",
    "chart_id",
    "currency",
    "definition",
    "dir",
    "kind",
    "links",
    "method",
    "part_of",
    "partner",
    "plurals",
    "role",
    "sort_by",
    "src",
    "tag",
    "theme",
    "url",
    "view",
    "vintage",
    "when",
}
"""Fields of a spec that are not printed."""
ADDRESS = "https://news.example/x.html"
WORD = re.compile(r"[A-Za-z]{2,}")


class Said(HTMLParser):
    """What readers see or hear of markup: texts, and attributes that are read to them."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.code: str | None = None
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.code = (given.get("type") or tag) if tag in {"script", "style"} else None
        self.texts += [value for name, value in attrs if name in SAID and value]
        if tag == "meta" and {given.get("name"), given.get("property")} & TOLD:
            self.texts.append(given["content"] or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style"}:
            self.code = None

    def handle_data(self, data: str) -> None:
        if self.code == "application/ld+json":
            told = json.loads(data)
            self.texts += [told["name"], told["description"], told.get("creditText", ""), *told["citation"]]
            self.texts += [each["name"] for each in told["isBasedOn"]]
        elif self.code is None:
            # The text of a snippet to copy is markup.
            self.texts += Said(data).texts if "<" in data else [data]


def words_of(value: Any) -> set[str]:
    """Return the unaccented words of all texts in an author's option or frame."""
    if isinstance(value, str):
        return set(WORD.findall(value))
    if isinstance(value, pd.DataFrame):
        # What a bundled frame counts is told in the reader's language; titles of works stay as they are.
        columns = ["citation"] if "definition" in value.columns else list(value.columns)
        texts = [text for name in columns if name in value.columns for text in value[name] if isinstance(text, str)]
        return words_of([texts, columns, *value.attrs.values()] if "definition" not in value.columns else texts)
    if isinstance(value, dict):
        return words_of([*value, *value.values()])
    if isinstance(value, (list, tuple)):
        return {word for each in value for word in words_of(each)}
    return set()


class Author:
    """Has every chart drawn in another language, wherever its class comes from, and notes the author's own words."""

    def __init__(self, patch: pytest.MonkeyPatch, tag: str) -> None:
        self.words: set[str] = set()
        self.others = set(languages()) - {tag}
        initialise = Chart.__init__

        def instead(chart: Chart, *data: Any, **options: Any) -> None:
            own = [each for name, each in options.items() if name in AUTHORS]
            self.words = words_of([*data, *own])
            initialise(chart, *data, **{**options, "locale": tag})

        patch.setattr(Chart, "__init__", instead)

    def cases(self, chart: str) -> Iterator[tuple[str, dict[str, Any], set[str]]]:
        """Yield a chart's golden specs in that language, each with its name and the author's words."""
        for name, spec in import_module(f"charts.{chart}.golden").cases():
            # A golden spec may have been edited into a language that the package does not have.
            assert spec["locale"]["tag"] not in self.others, f"{chart}/{name} is not made by the constructor of a chart"
            yield name, spec, self.words


def plain(text: str) -> str:
    """Return what of a phrase is printed: all forms of it, and no gap."""
    return plural.GAP.sub(lambda gap: " ".join(plain(form) for _, form in plural.FORM.findall(gap[2] or "")), text)


def foreign(text: str, own: set[str]) -> bool:
    """Say whether a text has a word that is in no file; a picture may break a long one of the author's in two."""
    return any(all(word not in each for each in own) for word in WORD.findall(text))


def texts(value: Any) -> Iterator[str]:
    """Yield the texts of a spec that are printed, now or after a reader's choice."""
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            # In sentences, a measure is words.
            if key not in CODES and not (key == "measure" and each in MEASURES):
                yield from texts(each)


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
@pytest.mark.parametrize("tag", [*(tag for tag in word_files.spoken() if tag != "en"), "ar-EG"])
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
