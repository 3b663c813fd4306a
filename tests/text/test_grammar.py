"""Names of partners in sentences: with the articles, cases and joined prepositions that each language has."""

from __future__ import annotations

import pytest

from tradecontext import partners
from tradecontext.text.grammar import Name
from tradecontext.text.language import Language


def named(tag: str, code: str) -> tuple[Language, str]:
    """Return a language, and its name of a partner."""
    return Language(tag), partners.name(code, tag) or ""


@pytest.mark.parametrize(
    ("tag", "code", "plain", "of"),
    [
        ("fr", "MEX", "le Mexique", "du Mexique"),
        ("fr", "CHN", "la Chine", "de la Chine"),
        ("fr", "DEU", "l\u2019Allemagne", "de l\u2019Allemagne"),
        ("fr", "USA", "les États-Unis", "des États-Unis"),
        ("fr", "CUB", "Cuba", "de Cuba"),
        ("fr", "ISR", "Israël", "d\u2019Israël"),
        ("fr", "HKG", "Hong Kong", "de Hong Kong"),
        ("fr", "HND", "le Honduras", "du Honduras"),
        ("fr", "NFK", "l\u2019Île Norfolk", "de l\u2019Île Norfolk"),
        ("it", "VEN", "il Venezuela", "del Venezuela"),
        ("it", "MEX", "il Messico", "del Messico"),
        ("it", "USA", "gli Stati Uniti", "degli Stati Uniti"),
        ("it", "ZWE", "lo Zimbabwe", "dello Zimbabwe"),
        ("it", "JPN", "il Giappone", "del Giappone"),
        ("it", "NLD", "i Paesi Bassi", "dei Paesi Bassi"),
        ("pt-BR", "MEX", "o México", "do México"),
        ("pt-BR", "PRT", "Portugal", "de Portugal"),
        ("pt-PT", "IRN", "o Irão", "do Irão"),
        ("pt-BR", "IRN", "o Irã", "do Irã"),
    ],
)
def test_articles_join_prepositions(tag: str, code: str, plain: str, of: str) -> None:
    language, name = named(tag, code)
    found = language.in_sentence(code, name)
    assert found == plain
    assert found.forms["of"] == of
    assert language.possessive(code, name) == of


@pytest.mark.parametrize(
    ("code", "dative", "owner"),
    [
        ("MEX", "Mexiko", "Mexikos"),
        ("USA", "den USA", "der USA"),
        ("CHE", "der Schweiz", "der Schweiz"),
        ("NLD", "den Niederlanden", "der Niederlande"),
        ("ARE", "den Vereinigten Arabischen Emiraten", "der Vereinigten Arabischen Emirate"),
        ("LAO", "Laos", "von Laos"),
    ],
)
def test_german_declines_names(code: str, dative: str, owner: str) -> None:
    language, name = named("de", code)
    assert language.in_sentence(code, name).forms["dat"] == dative
    assert language.possessive(code, name) == owner


@pytest.mark.parametrize(
    ("tag", "code", "place"),
    [
        ("fr", "MEX", "au Mexique"),
        ("fr", "CHN", "en Chine"),
        ("fr", "USA", "aux États-Unis"),
        ("fr", "CUB", "à Cuba"),
        ("fr", "ISR", "en Israël"),
        ("fr", "BRB", "à la Barbade"),
        ("fr", "IMN", "à l\u2019Île de Man"),
        ("it", "MEX", "in Messico"),
        ("it", "USA", "negli Stati Uniti"),
        ("it", "DOM", "nella Repubblica Dominicana"),
        ("it", "AND", "ad Andorra"),
        ("it", "CUB", "a Cuba"),
    ],
)
def test_names_of_places_have_their_preposition(tag: str, code: str, place: str) -> None:
    language, name = named(tag, code)
    assert language.in_sentence(code, name).forms["in"] == place


def test_lists_have_the_forms_of_their_names() -> None:
    language = Language("de")
    names = [language.in_sentence(code, partners.name(code, "de") or "") for code in ("MEX", "USA", "CHE")]
    joined = language.names(names)
    assert isinstance(joined, Name)
    assert joined == "Mexiko, die USA und die Schweiz"
    assert joined.forms["dat"] == "Mexiko, den USA und der Schweiz"
    # Words that count the others are the same in every form.
    counted = language.names([names[1], "3 weitere"])
    assert isinstance(counted, Name)
    assert counted.forms["dat"] == "den USA und 3 weitere"


def test_names_of_authors_have_the_article_of_their_partner() -> None:
    assert Language("fr").in_sentence("GBR", "RU") == "le RU"
    assert Language("fr").in_sentence("EU27", "European Union") == "European Union"


@pytest.mark.parametrize("tag", ["fr", "it", "pt"])
def test_no_article_stands_twice(tag: str) -> None:
    language = Language(tag)
    articles = ("le ", "la ", "les ", "l\u2019", "il ", "lo ", "i ", "gli ", "o ", "a ", "os ", "as ")
    for code in partners._rows():
        found = language.in_sentence(code, partners.name(code, tag) or code)
        assert found == found.forms["name"] or not found.forms["name"].lower().startswith(articles), code


def test_numbers_of_arabic_are_kept_in_order() -> None:
    language = Language("ar")
    mark = "\N{LEFT-TO-RIGHT MARK}"
    assert language.number(-60.2) == f"{mark}\N{MINUS SIGN}60.2"
    assert language.percent(0.405) == f"{mark}40.5%{mark}"
    assert language.percent(-0.405) == f"{mark}{mark}\N{MINUS SIGN}40.5%{mark}"
    assert language.under(1, 0) == f"{mark}<1"
    assert language.signed(language.number(4.3)) == f"{mark}+4.3"
    assert [language.amount(value, "USD").replace("\N{NO-BREAK SPACE}", " ") for value in (171.5e9, 5e9, 11e9)] == [
        "171.5 مليار دولار",
        "5.0 مليارات دولار",
        "11.0 مليار دولار",
    ]
    assert "\N{LEFT-TO-RIGHT MARK}" not in Language("en").percent(-0.4)


@pytest.mark.parametrize(
    ("tag", "amount"),
    [
        ("fr", "1,5 milliard de dollars"),
        ("de", "1,5 Milliarden Dollar"),
        ("it", "1,5 miliardi di dollari"),
        ("pt-BR", "US$ 1,5 bilhão"),
        ("pt-PT", "1,5 mil milhões de dólares"),
    ],
)
def test_amounts_are_written_as_newspapers_do(tag: str, amount: str) -> None:
    assert Language(tag).amount(1.5e9, "USD").replace("\N{NO-BREAK SPACE}", " ") == amount


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        ("12,7%", "del 12,7%"),
        ("8,0%", "dell\u20198,0%"),
        ("85,1%", "dell\u201985,1%"),
        ("11,2%", "dell\u201911,2%"),
        ("110,0%", "del 110,0%"),
        ("1,0%", "dell\u20191,0%"),
        ("0,5%", "dello 0,5%"),
    ],
)
def test_italian_articles_are_those_of_numbers_as_they_are_spoken(percent: str, said: str) -> None:
    assert Language("it", chart="deficit_ranking").phrase("up", percent=percent) == f"in aumento {said}"


@pytest.mark.parametrize(
    ("scope", "trade"),
    [("biens", "échanges de biens"), ("acier", "échanges d\u2019acier"), ("huile", "échanges d\u2019huile")],
)
def test_french_words_lose_their_vowel_before_another(scope: str, trade: str) -> None:
    assert Language("fr", chart="deficit_ranking").phrase("scoped_trade", scope=scope) == trade
    assert Language("fr").amount(5e9, "EUR").replace("\N{NO-BREAK SPACE}", " ") == "5,0 milliards d\u2019euros"


def test_italian_a_and_e_take_a_d_before_their_own_vowel() -> None:
    language = Language("it", chart="balance_over_time")
    assert [language.phrase("when_twelve_months", span=each) for each in ("aprile 2025", "maggio 2025")] == [
        "12 mesi fino ad aprile 2025",
        "12 mesi fino a maggio 2025",
    ]
    assert language.names(["Francia", "Egitto"]) == "Francia ed Egitto"
    assert language.names(["Francia", "Cina", "Giappone"]) == "Francia, Cina e Giappone"
    assert language.phrase("span", first="1985", last="2024") == "dal 1985 al 2024"
    assert language.phrase("span", first="maggio 1985", last="aprile 2024") == "da maggio 1985 ad aprile 2024"


def test_spanish_y_is_e_before_its_own_vowel() -> None:
    language = Language("es")
    assert language.names(["Canadá", "India"]) == "Canadá e India"
    assert language.names(["Chile", "Canadá", "Irlanda"]) == "Chile, Canadá e Irlanda"
    assert language.names(["India", "Canadá"]) == "India y Canadá"


def test_words_of_an_author_do_not_change() -> None:
    # What fills a gap may end with such a word, or look like a template.
    assert Language("fr", chart="deficit_ranking").phrase("scoped_trade", scope="vin de {partner}") == (
        "échanges de vin de {partner}"
    )
