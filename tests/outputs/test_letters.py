"""Text in pictures: characters are drawn correctly or named in an error, and the SVG is well-formed XML."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tradecontext as tc
from golden import golden
from markup import Tags, drawing
from raster import words

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = golden("deficit_ranking/plain")


def spec(text: str, name: str | None = None) -> dict[str, Any]:
    """Return a golden spec with that text in every field for text of an author or the data."""
    frame = dict.fromkeys(("headline", "short_headline", "subtitle", "note", "byline", "credit", "alt"), text)
    rows = [row | ({"name": name or text or "-"} if not index else {}) for index, row in enumerate(PLAIN["rows"])]
    return PLAIN | {"frame": PLAIN["frame"] | frame, "rows": rows}


def drawn(text: str) -> list[str]:
    """Return the texts of a picture of a chart with that headline."""
    frame = PLAIN["frame"] | {"headline": text}
    return [
        each.text or ""
        for each in ET.fromstring(tc.from_spec(PLAIN | {"frame": frame}).to_svg(width=1600)).iter(f"{SVG}text")
    ]


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        pytest.param(unicodedata.normalize("NFD", "El déficit con México, Việt Nam, Ελλάδα"), "El déficit con México, Việt Nam, Ελλάδα", id="letters and accents apart"),
        pytest.param("Handels\u00adbilanz", "Handelsbilanz", id="soft hyphen"),
        pytest.param("\ufb01gures of of\ufb01cial tra\ufb03c, \ufb02ows, \ufb06", "figures of official traffic, flows, st", id="joined letters"),
        pytest.param("zero\u200bwidth\u2060 and\u200d joined \u200eleft", "zerowidth and joined left", id="not to be seen"),
        pytest.param("text\ufe0e style", "text style", id="variation selector"),
        pytest.param("US\u2011Mexico", "US\u2011Mexico", id="hyphen that does not break"),
        pytest.param("wide\u3000space", "wide space", id="space of another script"),
        pytest.param("\u2126 and \u212b", "\u03a9 and \u00c5", id="signs that are letters"),
        pytest.param("100\u202f% \u2212 1\u00a0km\u00b2 \u2026", "100\u202f% \u2212 1\u00a0km\u00b2 \u2026", id="typography"),
        pytest.param("]]> <b> & \"x\" ' &#0; <![CDATA[", "]]> <b> & \"x\" ' &#0; <![CDATA[", id="markup"),
    ],
)  # fmt: skip
def test_pasted_text_is_drawn_as_it_reads(pasted: str, shown: str) -> None:
    assert drawn(pasted)[0] == shown


def test_a_word_is_broken_over_lines_as_without_what_is_not_seen() -> None:
    long = "Handels\u00adbilanz\u00adüber\u00adschuss " * 12
    frame = PLAIN["frame"]
    pictures = [
        drawing(tc.from_spec(PLAIN | {"frame": frame | {"headline": text.strip()}}).to_svg(width=320))
        for text in (long, long.replace("\u00ad", ""))
    ]
    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("code", [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF])
@pytest.mark.parametrize("field", ["headline", "alt"])
def test_what_is_no_character_is_refused_with_its_field(code: int, field: str) -> None:
    chart = tc.from_spec(PLAIN | {"frame": PLAIN["frame"] | {field: f"a{chr(code)}b"}})
    for draw in (chart.to_svg, chart.to_png, chart.to_pdf):
        with pytest.raises(tc.DataError, match=rf"frame\.{field} has U\+{code:04X}, which is no character"):
            draw()


def test_every_letter_that_the_font_lacks_is_named_up_to_five() -> None:
    with pytest.raises(tc.DataError, match=r"日 \(U\+65E5 .*😀 \(U\+1F600 GRINNING FACE\).* and 2 more: write"):
        drawn("日本語 😀 שלו")


@pytest.mark.slow
@given(st.text(max_size=40))
def test_whatever_a_spec_may_hold_an_svg_is_well_formed_and_has_its_letters(text: str) -> None:
    try:
        chart = tc.from_spec(spec(text))
    except tc.DataError:
        return  # control characters and lone surrogates
    try:
        markup = chart.to_svg()
    except tc.DataError as error:
        assert re.search(r"U\+[0-9A-F]{4}", str(error))  # noqa: PT017
        return
    root = ET.fromstring(markup)
    said = "".join(each.text or "" for each in root.iter(f"{SVG}text"))
    for letter in unicodedata.normalize("NFC", text):
        if unicodedata.category(letter)[0] in "LN":
            assert letter in said
    # An HTML parser finds the same text as an XML parser.
    assert "".join(Tags(markup).text).split() == "".join(root.itertext()).split()


LIKELY = st.text(
    st.sampled_from("aZ é\u0301\u00ad\u200b\u2011\ufb01\u00a0\u202f<>&\"']}{\\/;:-\u2028!°€"), min_size=1, max_size=30
)


@pytest.mark.slow
@given(LIKELY, LIKELY)
def test_text_of_the_font_is_drawn_in_svg_and_can_be_selected_in_pdf(text: str, name: str) -> None:
    try:
        chart = tc.from_spec(spec(text, name))
        markup = chart.to_svg()
    except tc.DataError as error:
        assert "U+0301" in str(error) or "\u2028" in text + name  # noqa: PT017
        return
    said = "".join(each.text or "" for each in ET.fromstring(markup).iter(f"{SVG}text"))
    found = "".join(each for each, _ in words(chart.to_pdf()))
    assert sorted("".join(said.split())) == sorted("".join(found.split()))


def ids(markup: str) -> list[str]:
    return [each.attrib["id"] for each in ET.fromstring(markup).iter() if "id" in each.attrib]


def test_charts_on_one_page_have_no_id_in_common() -> None:
    ranking = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024)
    pictures = [ranking.to_svg(), ranking.to_svg(width=320), ranking.to_svg(preset="square")]
    ranking.highlight = ["MEX"]
    pictures.append(ranking.to_svg())
    pictures += [tc.from_spec(golden(case)).to_svg() for case in ("deficit_ranking/context", "input_reliance/plain")]
    inline = [name for markup in pictures for name in ids(markup)]
    assert len(set(inline)) == len(inline) > 100
    # The ids of a picture are the same each time, and contain the names of its parts.
    assert ids(ranking.to_svg()) == ids(pictures[3])
    assert any(name.startswith("row-2-Mexico-") for name in ids(pictures[3]))
