"""PowerPoint: the picture on a slide, the figures as tables, and what describes them."""

from __future__ import annotations

import io
import sys
from typing import Any

import pptx
import pytest

import tradecontext as tc
from golden import golden

CASES = ["deficit_ranking/everything", "adjusted_balance/bridge", "comparative_advantage/right_to_left"]


def slides(chart: Any) -> list[Any]:
    return list(pptx.Presentation(io.BytesIO(chart.to_pptx())).slides)


def described(shape: Any) -> str:
    text: str = shape._element.xpath(".//p:cNvPr")[0].get("descr")
    return text


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_the_picture_fills_a_slide_and_has_title_alternative_text_and_notes(case: str) -> None:
    chart = tc.from_spec(golden(case))
    frame = chart.spec["frame"]
    first = slides(chart)[0]
    [picture] = [shape for shape in first.shapes if shape.shape_type == 13]
    assert (picture.left, picture.top, picture.width, picture.height) == (0, 0, 12_192_000, 6_858_000)
    assert picture.image.blob == chart.to_png(preset="slide")
    assert described(picture) == frame["alt"]
    assert first.shapes.title.text == frame["headline"]
    # The picture has the headline, so the title is above what is seen of the slide.
    assert first.shapes.title.top + first.shapes.title.height <= 0
    notes = first.notes_slide.notes_text_frame.text.split("\n")
    assert notes[0] == frame["alt"]
    assert set(frame["notes"]) <= set(notes)
    for source in frame["sources"]:
        assert any(note.startswith(source["text"]) and source["url"] in note for note in notes)


def rows(chart: Any) -> list[list[str]]:
    tables = [shape.table for slide in slides(chart)[1:] for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in table.rows]


def test_the_figures_are_native_tables_as_the_chart_prints_them() -> None:
    chart = tc.from_spec(golden("deficit_ranking/everything"))
    found = rows(chart)
    assert found[0] == [
        "Partner",
        "Deficit in 2024, $ billion 2023, and % change since",
        chart.spec["columns"]["context"]["title"],
    ]
    assert found[1] == ["China", "295.5 up 5.7%", "7%"]
    assert [row["name"] for row in chart.spec["rows"]] == [
        name.removesuffix(" USMCA").removesuffix(" *") for name, *_ in found if name != "Partner"
    ][: len(chart.spec["rows"])]


def test_a_long_table_goes_on_on_the_next_slide_with_its_head() -> None:
    chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, top=30)
    deck = slides(chart)
    assert len(deck) == 4
    for slide in deck[1:]:
        [table] = [shape.table for shape in slide.shapes if shape.has_table]
        assert table.cell(0, 0).text == "Partner"
        assert 9 <= len(table.rows) <= 12
        assert slide.shapes.title.text == chart.spec["frame"]["headline"]
        assert "US Census Bureau" in [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_right_to_left_words_are_in_their_direction() -> None:
    [table] = [shape for shape in slides(tc.from_spec(golden(CASES[2])))[1].shapes if shape.has_table]
    assert table.table._tbl.tblPr.get("rtl") == "1"
    assert table.table.cell(1, 0).text_frame.paragraphs[0]._p.pPr.get("rtl") == "1"


@pytest.mark.slow
def test_the_same_spec_gives_the_same_file(tmp_path: Any) -> None:
    chart = tc.from_spec(golden(CASES[1]))
    assert chart.save(tmp_path / "x.pptx").read_bytes() == chart.to_pptx()
    properties = pptx.Presentation(tmp_path / "x.pptx").core_properties
    assert properties.title == chart.spec["frame"]["headline"]
    assert properties.created.year == 2000


def test_hostile_words_stay_words() -> None:
    headline = "</a:t><a:t>&amp; <b>A</b>"
    chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, top=2, headline=headline, alt="\"><x y='")
    first = slides(chart)[0]
    assert first.shapes.title.text == headline
    assert described(next(shape for shape in first.shapes if shape.shape_type == 13)) == "\"><x y='"


def test_without_its_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(tc.DataError, match=r'pip install "tradecontext\[pptx\]"'):
        tc.from_spec(golden(CASES[1])).to_pptx()
