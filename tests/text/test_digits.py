"""Numbers in the digits of a language: which tags ask for them, and that every output prints them."""

# ruff: noqa: RUF001

from __future__ import annotations

import re
import unicodedata
from xml.etree import ElementTree as ET

import pytest

import tradecontext as tc
from tradecontext.outputs import image

OWN = "٠١٢٣٤٥٦٧٨٩"
ALM = "\N{ARABIC LETTER MARK}"
LRM = "\N{LEFT-TO-RIGHT MARK}"
ARAB, LATN = ("ar-EG", "ar-u-nu-arab", "ar-EG-u-nu-arab"), ("ar", "ar-u-nu-latn", "ar-EG-u-nu-latn")


def chart(locale: str) -> tc.AdjustedBalance:
    return tc.AdjustedBalance(tc.data.value_added_balances(), highlight=["MEX"], locale=locale)


def reliance(locale: str, **options: object) -> tc.InputReliance:
    data = tc.data.input_shares()
    return tc.InputReliance(data[data["partner"].isin(["MEX", "CAN", "DEU"])], locale=locale, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", ARAB)
def test_digits_separators_and_signs_are_those_of_cldr(tag: str) -> None:
    spec = chart(tag).spec
    assert spec["locale"]["tag"] == tag
    first = spec["rows"][0]
    assert first["gross_text"] == f"{ALM}\N{MINUS SIGN}٢٣٧٫٥"
    assert f"٤٠٪{ALM}" in spec["frame"]["headline"]
    assert "٢٠١١" in spec["frame"]["subtitle"]


@pytest.mark.slow
@pytest.mark.parametrize("tag", LATN)
def test_latin_digits_are_those_of_arabic_alone(tag: str) -> None:
    spec, plain = chart(tag).spec, chart("ar").spec
    assert spec["frame"] == plain["frame"]
    assert spec["rows"][0]["gross_text"] == f"{LRM}\N{MINUS SIGN}237.5"
    assert "digits" not in spec["locale"]


@pytest.mark.parametrize("tag", ["de-u-nu-arab", "ar-u-nu-beng", "ar-u-nu-", "ar-u-ca-islamic", "xx-u-nu-latn"])
def test_digits_that_a_language_does_not_have_are_refused(tag: str) -> None:
    with pytest.raises(tc.DataError, match="is no language"):
        chart(tag)


def test_latin_digits_may_be_asked_of_any_language() -> None:
    assert chart("de-u-nu-latn").spec["frame"] == chart("de").spec["frame"]


def test_names_in_latin_letters_keep_their_numbers() -> None:
    (source,) = chart("ar-EG").spec["frame"]["sources"]
    assert source["text"].startswith("World Input-Output Database (Timmer et al. 2015)")
    assert source["text"].endswith("إصدار ٢٠١٣")


@pytest.mark.parametrize("output", ["page", "safe", "svg"])
def test_every_output_prints_them(output: str) -> None:
    drawn = reliance("ar-EG", highlight=["MEX"], view="ranking")
    markup = {"page": drawn.to_html, "safe": lambda: drawn.embed("safe"), "svg": drawn.to_svg}[output]()
    body = re.sub(r"<(script|style|title|desc|metadata)\b.*?</\1>", "", markup, flags=re.DOTALL)
    said = [text.strip() for text in re.findall(r">([^<>]*)<", body)]
    assert any(set(text) & set(OWN) for text in said)
    assert [text for text in said if re.search("[0-9]", text) and "Timmer" not in text] == []


def test_a_page_writes_the_numbers_of_a_readers_choice_with_them() -> None:
    # The same words are written by Python for the initial period, and by the page for any other.
    drawn = reliance("ar-EG", highlight=["MEX"], view="ranking", period=(2000, 2005))
    assert {"٢٠٠٠", "٢٠٠٥"} <= set(re.findall("[٠-٩]{4}", drawn.to_html()))
    assert "الفترة" not in drawn.spec["frame"]["headline"]
    assert "٢٠٠٠–٢٠٠٥" in drawn.spec["frame"]["subtitle"]


def test_figures_for_machines_have_latin_digits() -> None:
    rows = [line.split(",")[1:] for line in chart("ar-EG").to_csv().splitlines()]
    latin = [line.split(",")[1:] for line in chart("ar").to_csv().splitlines()]
    numbers = [[cell for cell in row if re.fullmatch(r"-?[\d.]+", cell, re.ASCII)] for row in rows]
    assert numbers == [[cell for cell in row if re.fullmatch(r"-?[\d.]+", cell, re.ASCII)] for row in latin]
    assert any(numbers)


def test_a_picture_has_them_in_the_order_of_reading() -> None:
    drawn = ET.fromstring(image.drawn(chart("ar-EG").spec, visual=True))
    found = {each.text: each.get("font-family") for each in drawn.iter("{http://www.w3.org/2000/svg}text")}
    assert found["٢٣٧٫٥"] == found["٢٠١١"] == "Arabic for Inter"
    assert not [text for text in found if text and any(unicodedata.category(each) == "Cf" for each in text)]


def test_a_spec_that_prints_another_figure_is_refused() -> None:
    spec = chart("ar-EG").spec
    wrong = {**spec["rows"][0], "gross_text": f"{ALM}\N{MINUS SIGN}٢٣٧٫٦"}
    with pytest.raises(tc.DataError, match="gross_text"):
        tc.from_spec({**spec, "rows": [wrong, *spec["rows"][1:]]})
