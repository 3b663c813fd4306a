"""Charts in Arabic: letters are joined in pictures, and every output runs from right to left with its signs in order."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

import tradecontext as tc
from raster import apart, ink, page, picture
from tradecontext.outputs import image

if TYPE_CHECKING:
    from tradecontext.spec import Spec

SVG = "{http://www.w3.org/2000/svg}"
MARK = "\N{LEFT-TO-RIGHT MARK}"
FONT = "Arabic for Inter"


@pytest.fixture(scope="module")
def chart() -> tc.AdjustedBalance:
    return tc.AdjustedBalance(tc.data.value_added_balances(), highlight=["MEX"], locale="ar")


def texts(drawn: str) -> list[ET.Element]:
    """Return the elements of text of a picture."""
    return list(ET.fromstring(drawn).iter(f"{SVG}text"))


def test_an_svg_keeps_its_letters_and_isolates_its_lines(chart: tc.AdjustedBalance) -> None:
    said = [each.text or "" for each in texts(chart.to_svg())]
    assert "\N{RIGHT-TO-LEFT ISOLATE}المكسيك\N{POP DIRECTIONAL ISOLATE}" in said
    assert f"{MARK}\N{MINUS SIGN}60.2" in said
    assert not re.search("[\ufe70-\ufeff]", "".join(said))


def test_painters_get_joined_letters_in_the_font_that_has_them(chart: tc.AdjustedBalance) -> None:
    spec: Spec = chart.spec
    found = texts(image.drawn(spec, visual=True))
    arabic = [each for each in found if re.search("[\u0600-\u06ff\ufe70-\ufeff]", each.text or "")]
    assert {each.get("font-family") for each in arabic} == {FONT}
    assert {each.get("font-family") for each in found if each not in arabic} == {None}
    assert not any(re.search("[\u0621-\u064a]", each.text or "") for each in arabic)
    assert "المكسيك" in [unicodedata.normalize("NFKC", each.text or "") for each in arabic]
    assert not any(character in (each.text or "") for each in found for character in f"{MARK}\u2067\u2069")


def test_a_line_begins_at_the_right(chart: tc.AdjustedBalance) -> None:
    by_word = {
        unicodedata.normalize("NFKC", each.text or ""): float(each.attrib["x"])
        for each in texts(image.drawn(chart.spec, visual=True))
        if float(each.attrib["font-size"]) > 18
    }
    first, *_, last = chart.spec["frame"]["headline"].replace(MARK, "").split()
    assert by_word[first] > by_word[last]


def test_a_word_is_drawn_as_its_letters_and_not_as_boxes() -> None:
    frame = tc.data.us_goods_trade()
    drawn = [
        ink(picture(tc.DeficitRanking(frame, year=2024, top=3, locale="ar", headline=text).to_png(scale=1)))
        for text in ("العجز", "الفائض", "الواردات")
    ]
    assert len({each.tobytes() for each in drawn}) == len(drawn)


def test_arabic_names_in_an_english_chart_are_drawn() -> None:
    chart = tc.DeficitRanking(
        tc.data.us_goods_trade(), year=2024, top=3, entities={"MEX": "المكسيك"}, headline="With المكسيك: 5%"
    )
    found = [each.text or "" for each in texts(image.drawn(chart.spec, visual=True))]
    assert [unicodedata.normalize("NFKC", each) for each in found[:4]] == ["With", "المكسيك", ":", "5%"]


@pytest.mark.slow
def test_a_pdf_looks_like_the_picture(chart: tc.AdjustedBalance) -> None:
    drawn = picture(chart.to_png(scale=1))
    assert apart(drawn, page(chart.to_pdf(), drawn.size)) < 20


@pytest.mark.parametrize("place", ["safe", "inline", "component"])
def test_every_snippet_says_its_direction_and_keeps_signs_in_order(chart: tc.AdjustedBalance, place: str) -> None:
    markup = chart.embed(place)  # type: ignore[arg-type]
    assert 'dir="rtl"' in markup
    assert f"{MARK}\N{MINUS SIGN}60.2" in markup
    assert not re.search(f"(?<!{MARK})\N{MINUS SIGN}60", re.sub(r"<script.*?</script>", "", markup, flags=re.DOTALL))
