"""Numbers, amounts, lists, ranks and dates in the reader's language."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradecontext import DataError
from tradecontext.text.exact import scale
from tradecontext.text.language import Language
from tradecontext.text.word_files import cldr

EN, ES = Language("en"), Language("es")
BREAK = "\u00a0"
MINUS = "\u2212"


@pytest.mark.parametrize(
    ("value", "decimals", "en", "es"),
    [
        (45.25, 1, "45.3", "45,3"),
        (45.249999, 1, "45.2", "45,2"),
        (-45.25, 1, f"{MINUS}45.3", f"{MINUS}45,3"),
        (2.675, 2, "2.68", "2,68"),
        (0.5, 0, "1", "1"),
        (1.5, 0, "2", "2"),
        (2.5, 0, "3", "3"),
        (-0.0, 1, "0.0", "0,0"),
        (-0.04, 1, "0.0", "0,0"),
        (999.95, 1, "1,000.0", "1000,0"),
        (1234.0, 1, "1,234.0", "1234,0"),
        (12345.0, 0, "12,345", "12.345"),
        (1234567.8, 1, "1,234,567.8", "1.234.567,8"),
        (1e22, 0, "10,000,000,000,000,000,000,000", "10.000.000.000.000.000.000.000"),
        (5e-324, 1, "0.0", "0,0"),
    ],
)
def test_numbers(value: float, decimals: int, en: str, es: str) -> None:
    assert EN.number(value, decimals) == en
    assert ES.number(value, decimals) == es


@given(
    st.sampled_from([EN, ES]),
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(min_value=0, max_value=6),
)
def test_numbers_read_back_as_the_decimal_rounded(language: Language, value: float, decimals: int) -> None:
    text = language.number(value, decimals)
    own = cldr(language.tag)
    back = text.replace(own["group"], "").replace(own["decimal"], ".").replace(own["minus"], "-")
    exact = Context(prec=800, rounding=ROUND_HALF_UP).quantize(Decimal(repr(value)), Decimal(10) ** -decimals)
    assert Decimal(back) == exact
    assert text.startswith(own["minus"]) == (exact < 0)
    assert len(back.partition(".")[2]) == decimals


@given(st.sampled_from([EN, ES]), st.floats(min_value=0, max_value=1e15), st.floats(min_value=0, max_value=1e15))
def test_a_larger_value_never_prints_smaller(language: Language, one: float, other: float) -> None:
    own = cldr(language.tag)
    small, large = (
        Decimal(language.number(each).replace(own["group"], "").replace(own["decimal"], "."))
        for each in sorted([one, other])
    )
    assert small <= large


@pytest.mark.parametrize(
    ("share", "en", "es"),
    [(0.4369, "43.7%", f"43,7{BREAK}%"), (0.1275, "12.8%", f"12,8{BREAK}%"), (0, "0.0%", f"0,0{BREAK}%")],
)
def test_percent(share: float, en: str, es: str) -> None:
    assert (EN.percent(share), ES.percent(share)) == (en, es)


def test_percent_rounds_the_decimal_text_and_not_the_product() -> None:
    assert 0.2885 * 100 < 28.85
    assert EN.percent(0.2885) == "28.9%"


@pytest.mark.parametrize(
    ("value", "en", "es"),
    [
        (171.5e9, f"$171.5{BREAK}billion", f"171,5{BREAK}miles{BREAK}de{BREAK}millones{BREAK}de{BREAK}US$"),
        (2.5e6, f"$2.5{BREAK}million", f"2,5{BREAK}millones{BREAK}de{BREAK}US$"),
        (12e12, f"$12,000.0{BREAK}billion", f"12.000,0{BREAK}miles{BREAK}de{BREAK}millones{BREAK}de{BREAK}US$"),
        (1500, f"$1.5{BREAK}thousand", f"1,5{BREAK}miles{BREAK}de{BREAK}US$"),
        (7, "$7", f"7{BREAK}US$"),
        (999_949_999, f"$999.9{BREAK}million", f"999,9{BREAK}millones{BREAK}de{BREAK}US$"),
        (999_950_000, f"$1.0{BREAK}billion", f"1,0{BREAK}miles{BREAK}de{BREAK}millones{BREAK}de{BREAK}US$"),
        (999.5, f"$1.0{BREAK}thousand", f"1,0{BREAK}miles{BREAK}de{BREAK}US$"),
        (1e6, f"$1.0{BREAK}million", f"1,0{BREAK}millón{BREAK}de{BREAK}US$"),
    ],
)
def test_amounts(value: float, en: str, es: str) -> None:
    def spaced(text: str) -> str:
        return text.replace(" ", BREAK)

    assert spaced(EN.amount(value, "USD")) == en
    assert spaced(ES.amount(value, "USD")) == es


def test_an_amount_in_the_unit_of_a_column() -> None:
    for value, text in ((171.5e9, "$171.5 billion"), (33e6, "$0.03 billion"), (4e5, "$<0.001 billion")):
        assert EN.amount(value, "USD", unit=9).replace(BREAK, " ") == text
    assert EN.amount(33e6, "USD", unit=0) == EN.amount(33e6, "USD")


def test_regions_of_a_language_have_its_words_and_numbers_of_their_own() -> None:
    for tag in ("es-MX", "es-419"):
        here = Language(tag)
        assert here.terms == ES.terms
        assert here.number(171_809.5) == "171,809.5"
        assert here.number(1234, 0) == "1,234"
        assert here.percent(0.4369) == "43.7%"
        assert here.amount(171.5e9, "MXN" if tag == "es-MX" else "USD").startswith("171.5")
        assert here.partner("USA") == "Estados Unidos"


@pytest.mark.parametrize(
    ("currency", "text"), [("EUR", "€2.0"), ("CHF", "CHF 2.0"), ("CAD", "CA$2.0"), ("XYZ", "XYZ 2.0")]
)
def test_currencies(currency: str, text: str) -> None:
    assert EN.amount(2e9, currency).replace(BREAK, " ") == f"{text} billion"


@pytest.mark.parametrize(
    ("power", "en", "es", "en_words", "es_words"),
    [
        (
            9,
            "$ billion",
            "miles de millones de US$",
            "billion US dollars",
            "miles de millones de dólares",
        ),
        (6, "$ million", "millones de US$", "million US dollars", "millones de dólares"),
        (3, "$ thousand", "miles de US$", "thousand US dollars", "miles de dólares"),
        (0, "US dollars", "dólares", "US dollars", "dólares"),
    ],
)
def test_units(power: int, en: str, es: str, en_words: str, es_words: str) -> None:
    assert EN.unit(power, "USD").replace(BREAK, " ") == en
    assert ES.unit(power, "USD").replace(BREAK, " ") == es
    assert EN.unit(power, "USD", words=True) == en_words
    assert ES.unit(power, "USD", words=True) == es_words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (171.49e9, "171.5"),
        (0.0, "0.0"),
        (95e6, "0.1"),
        (94.9e6, "0.09"),
        (9.5e6, "0.01"),
        (4e6, "0.004"),
        (5e5, "0.001"),
        (4.9e5, "<0.001"),
        (-4.9e5, f"{MINUS}<0.001"),
    ],
)
def test_small_values_in_a_column_get_more_decimals_and_are_never_0(value: float, text: str) -> None:
    assert EN.in_column(value, 9) == text


@pytest.mark.parametrize(("size", "power"), [(0, 0), (999, 0), (1e3, 3), (999_999, 3), (1e6, 6), (1e9, 9), (5e13, 9)])
def test_scale(size: float, power: int) -> None:
    assert scale(size) == power


def test_lists() -> None:
    names = ["A", "B", "C"]
    assert [EN.names(names[:count]) for count in range(4)] == ["", "A", "A and B", "A, B, and C"]
    assert [ES.names(names[:count]) for count in range(4)] == ["", "A", "A y B", "A, B y C"]


def test_ranks() -> None:
    assert [EN.ordinal(rank) for rank in (1, 2, 10, 11)] == ["largest", "second largest", "tenth largest", "number 11"]
    assert [EN.ordinal(rank, "place") for rank in (1, 10, 1234)] == ["first", "tenth", "number 1,234"]
    assert [ES.ordinal(rank) for rank in (1, 11)] == ["mayor", "número 11"]
    assert [ES.ordinal(rank, "place") for rank in (3, 12)] == ["tercer puesto", "puesto 12"]


def test_dates() -> None:
    assert EN.date("2025-03-06") == "March 6, 2025"
    assert ES.date("2025-03-06") == "6 de marzo de 2025"


def test_names_in_a_sentence() -> None:
    assert EN.in_sentence("NLD", "Netherlands") == "the Netherlands"
    assert ES.in_sentence("NLD", "Países Bajos") == "Países Bajos"
    assert EN.possessive("USA", "United States") == "the US"
    assert EN.possessive("GBR", "United Kingdom") == "the United Kingdom\u2019s"
    assert EN.possessive("MEX", "Mexico") == "Mexico\u2019s"


def test_labels_replace_terms() -> None:
    language = Language("en", {"deficit": "trade gap"}, chart="deficit_ranking")
    assert language.sentence("column_deficit", unit="x") == "Trade gap, x"
    assert Language("en", chart="deficit_ranking").sentence("column_deficit", unit="x") == "Deficit, x"


@pytest.mark.parametrize("tag", ["xx", "", None, 3, ["en"], "../words/en", "EN"])
def test_a_language_that_is_not_shipped(tag: Any) -> None:
    with pytest.raises(DataError, match=r"locale=.* is no language; choose one of ar, ar-EG, de, en, es"):
        Language(tag)


@pytest.mark.parametrize(
    ("tag", "first", "second"),
    [
        ("fr", "1er janvier 2025", "2 janvier 2025"),
        ("it", "1º gennaio 2025", "2 gennaio 2025"),
        ("es", "1 de enero de 2025", "2 de enero de 2025"),
    ],
)
def test_the_first_of_a_month(tag: str, first: str, second: str) -> None:
    assert [Language(tag).date(f"2025-01-0{day}") for day in (1, 2)] == [first, second]
