"""Pictures: SVG, PNG and PDF of every chart, drawn without a browser."""

from __future__ import annotations

import io
import re
import struct
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import numpy as np
import pypdf
import pytest
from PIL import Image

import tradecontext as tc
from golden import CASES, golden, in_turn
from markup import drawing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
ONE_OF_EACH = ["deficit_ranking/everything", "input_reliance/second", "comparative_advantage/plain"]
VIEWS = ["adjusted_balance/assumption", "adjusted_balance/value_added", "adjusted_balance/bridge"]


@pytest.fixture
def chart() -> tc.DeficitRanking:
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"])


def words(markup: str) -> str:
    """Return the text of an SVG without spaces, which a PDF does not preserve."""
    return "".join("".join(each.itertext()) for each in ET.fromstring(markup).iter(f"{SVG}text")).replace(" ", "")


def pixels(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    wide, tall = struct.unpack(">II", png[16:24])
    return wide, tall


class TestSvg:
    def test_every_chart_is_well_formed_and_as_wide_as_asked(self, case: tuple[str, dict[str, Any]]) -> None:
        root = ET.fromstring(tc.from_spec(case[1]).to_svg(width=480))
        assert root.tag == f"{SVG}svg"
        assert root.attrib["width"] == "480"
        assert root.find(f"{SVG}desc").text == case[1]["frame"]["alt"]  # type: ignore[union-attr]

    def test_groups_are_named_for_what_they_are(self, chart: tc.DeficitRanking) -> None:
        groups = [each.attrib["id"] for each in ET.fromstring(chart.to_svg()).iter(f"{SVG}g") if "id" in each.attrib]
        # The part after the last hyphen makes ids unique among pictures.
        names = {each.rpartition("-")[0] for each in groups}
        assert {"deficit_ranking", "headline", "subtitle", "table", "titles", "row-2-Mexico", "sources"} <= names

    @pytest.mark.slow
    def test_the_same_spec_gives_the_same_picture(self) -> None:
        first, again = (tc.from_spec(golden(VIEWS[0])) for _ in range(2))
        assert first.to_svg() == again.to_svg()
        assert first.to_png() == again.to_png()
        assert first.to_pdf() == again.to_pdf()

    def test_what_a_reader_chose_is_drawn(self, chart: tc.DeficitRanking) -> None:
        chart.sort_by = "name"
        names = [each.text for each in ET.fromstring(chart.to_svg()).iter(f"{SVG}text")]
        assert names.index("Canada") < names.index("China")


class TestSizes:
    @pytest.mark.parametrize("case", [*ONE_OF_EACH, *VIEWS, "deficit_ranking/many", "comparative_advantage/sixty"])
    @pytest.mark.parametrize(("preset", "size"), [("social", (1200, 630)), ("square", (1080, 1080))])
    def test_a_preset_has_its_size_whatever_is_in_it(self, case: str, preset: str, size: tuple[int, int]) -> None:
        root = ET.fromstring(tc.from_spec(golden(case)).to_svg(preset=preset))
        assert (int(root.attrib["width"]), int(root.attrib["height"])) == size

    def test_a_card_has_the_claim_and_says_how_many_rows_it_left_out(self, chart: tc.DeficitRanking) -> None:
        headline = chart.spec["frame"]["headline"]
        assert chart.spec["frame"]["short_headline"] == ""
        assert words(chart.to_svg(preset="social")).startswith(headline.replace(" ", ""))
        chart.update(top=40, highlight=["MEX", "IND"], short_headline="In short", headline="At length")
        text = drawing(chart.to_svg(preset="social"))
        assert ">In short<" in text
        assert ">At length<" not in text
        left = re.findall(r">… (\d+) more in the full chart<", text)
        assert text.count('id="row-') + sum(map(int, left)) == 40
        # Highlighted rows and the leader stay, and skipped ones show as skipped.
        assert ">India<" in text
        assert ">China<" in text
        assert len(left) == 2

    def test_a_card_keeps_the_leader_of_the_second_measure(self) -> None:
        spec = golden("deficit_ranking/context")
        shares = {row["name"]: row["context"]["value"] for row in spec["rows"]}
        text = drawing(tc.from_spec(spec).to_svg(preset="social"))
        kept = [name for name in shares if f">{name}<" in text]
        assert len(kept) < len(shares)
        assert max(shares, key=lambda name: shares[name] or 0) in kept

    def test_a_card_has_smaller_text_rather_than_few_rows(self) -> None:
        text = tc.from_spec(golden("comparative_advantage/sixty")).to_svg(preset="social")
        assert text.count('id="row-') >= 5

    def test_a_card_with_room_for_less_than_three_rows_is_the_claim_alone(self) -> None:
        spec = golden("adjusted_balance/estimates_only")
        assert tc.from_spec(spec).to_svg(preset="social").count('id="row-') == 4
        spec["frame"]["headline"] = "A claim of many words " * 12
        text = tc.from_spec(spec).to_svg(preset="social")
        assert 'id="row-' not in text
        assert words(text).startswith(spec["frame"]["headline"].replace(" ", ""))
        assert words(text).endswith("publishedstudies")

    @pytest.mark.parametrize(("case", "preset"), in_turn(CASES, ["social", "square"]), indirect=["case"])
    def test_a_card_with_marks_has_what_decodes_them(self, case: tuple[str, dict[str, Any]], preset: str) -> None:
        spec = case[1]
        text = tc.from_spec(spec).to_svg(preset=preset)
        drawn = words(text)
        rows = text.count('id="row-')
        assert not 0 < rows < min(3, len(spec["rows"]))
        if rows or 'id="paths' in text:
            for sentence in spec["frame"]["key"]:
                # A mark may be that of no row which has found room.
                mark = sentence.partition(":")[0].strip(" \u00a0\u201c\u201d\u00ab\u00bb")
                assert sentence.replace(" ", "") in drawn or mark not in drawn

    def test_byline_and_logo_take_no_row_from_a_card(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        logo = tmp_path / "logo.png"
        Image.new("RGB", (8, 8), (255, 0, 0)).save(logo)
        chart.update(top=40)
        rows = chart.to_svg(preset="social").count('id="row-')
        chart.update(byline="By A. Reporter", credit="Chart: Desk", logo=(logo, "A red square"))
        assert chart.to_svg(preset="social").count('id="row-') == rows
        assert "USCensusBureau·ByA.Reporter·Chart:Desk" in words(chart.to_svg(preset="social"))

    def test_print_has_colours_too(self) -> None:
        dark = tc.from_spec(golden("deficit_ranking/dark"))
        text = dark.to_svg(preset="print-colour")
        assert "#0b7a75" in text
        assert 'fill="#ffffff"' in text
        assert ET.fromstring(text).attrib["width"] == ET.fromstring(dark.to_svg(preset="print")).attrib["width"]

    @pytest.mark.slow
    def test_print_is_in_millimetres_and_greys(self, chart: tc.DeficitRanking) -> None:
        root = ET.fromstring(chart.to_svg(width=89, preset="print"))
        assert root.attrib["width"] == "89mm"
        assert root.attrib["height"].endswith("mm")
        for colour in re.findall(r"#([0-9a-f]{6})", drawing(chart.to_svg(preset="print"))):
            assert colour[:2] == colour[2:4] == colour[4:], colour
        [page] = pypdf.PdfReader(io.BytesIO(chart.to_pdf(preset="print"))).pages
        assert float(page.mediabox.width) == pytest.approx(180 / 25.4 * 72, abs=0.1)
        assert pixels(chart.to_png(width=100, preset="print"))[0] == pytest.approx(100 / 25.4 * 300, abs=1)

    @pytest.mark.parametrize(("scale", "wide"), [(1, 720), (2, 1440), (0.5, 360)])
    def test_scale_is_pixels_a_px(self, chart: tc.DeficitRanking, scale: float, wide: int) -> None:
        assert pixels(chart.to_png(scale=scale))[0] == wide

    @pytest.mark.parametrize(
        ("call", "message"),
        [
            (lambda each: each.to_svg(width=319), "width is 319; pictures are drawn 320 to 1600 px wide"),
            (lambda each: each.to_svg(width="720"), "width is '720'"),
            (lambda each: each.to_png(width=float("nan")), "width is nan"),
            (lambda each: each.to_svg(width=500, preset="print"), "64 to 320 mm"),
            (lambda each: each.to_svg(width=720, preset="social"), "has a width of its own"),
            (
                lambda each: each.to_pdf(preset="poster"),
                "no preset 'poster'; choose one of social, square, slide, print, print-colour",
            ),
            (lambda each: each.to_png(scale=0), "scale is 0; give pixels a px"),
            (lambda each: each.to_png(scale=True), "scale is True"),
            (lambda each: each.to_png(scale=9), "scale is 9; give pixels a px, 0.1 to 8"),
            (lambda each: each.to_png(scale=-1), "scale is -1"),
            (lambda each: each.to_png(scale=0.001), "scale is 0.001"),
            (lambda each: each.to_png(scale=float("nan")), "scale is nan"),
            (lambda each: each.to_png(scale=float("inf")), "scale is inf"),
            (lambda each: each.to_png(scale=10**400), "scale is 1"),
            (lambda each: each.to_png(scale="2"), "scale is '2'"),
            (lambda each: each.to_png(density=9), "density is 9; give pixels an inch, 9.6 to 768"),
            (
                lambda each: each.to_png(density=1200, preset="print"),
                "density is 1200; give pixels an inch, 12.7 to 1016",
            ),
            (lambda each: each.to_png(density="300"), "density is '300'"),
            (lambda each: each.to_png(density=300, scale=2), "scale and density both say"),
            (lambda each: each.save("x.svg", density=300), "density cannot be given for .svg: PNG has one"),
            (lambda each: each.save("x.html", width=500), "width cannot be given for .html: pictures have one"),
            (lambda each: each.save("x.js", width=500), "width cannot be given for .js"),
            (lambda each: each.save("x.pdf", width=5), "width is 5; pictures are drawn"),
            (lambda each: each.to_svg(width=0), "width is 0"),
            (lambda each: each.to_pdf(width=-720), "width is -720"),
            (lambda each: each.to_svg(width=float("inf")), "width is inf"),
            (lambda each: each.to_pdf(width=10**400), "width is 1"),
        ],
    )
    def test_a_size_that_is_none_is_refused(
        self, chart: tc.DeficitRanking, call: Callable[[Any], object], message: str
    ) -> None:
        with pytest.raises(tc.DataError, match=re.escape(message)):
            call(chart)

    @pytest.mark.parametrize("kind", [np.int64, np.float64, np.int32])
    def test_a_number_of_numpy_is_a_number(self, chart: tc.DeficitRanking, kind: Callable[[int], Any]) -> None:
        assert chart.to_png(width=kind(480), scale=kind(1)) == chart.to_png(width=480, scale=1)


class TestPng:
    @pytest.mark.slow
    @pytest.mark.parametrize(("rows", "scale"), [(1000, 8), (1000, 4), (300, 8)])
    def test_what_takes_too_much_memory_is_refused_before_it_is_painted(self, rows: int, scale: int) -> None:
        """The rows are copies of one row, with made-up figures."""
        spec = golden("deficit_ranking/plain")
        chart = tc.from_spec(
            spec | {"rows": [spec["rows"][0] | {"partner": f"X{each}", "name_rank": each} for each in range(rows)]}
        )
        wide, tall = 720, int(ET.fromstring(chart.to_svg()).attrib["height"])
        asked = f"a PNG of {wide * scale:,} x {tall * scale:,} pixels was asked for; at most 100,000,000"
        with pytest.raises(tc.DataError, match=re.escape(asked) + r".* scale .*top="):
            chart.to_png(scale=scale)

    @pytest.mark.parametrize("scale", [2, 300 / 127])
    def test_print_says_how_large_it_is(self, chart: tc.DeficitRanking, scale: float) -> None:
        printed = Image.open(io.BytesIO(chart.to_png(preset="print", scale=scale)))
        printed.load()
        assert printed.info["dpi"] == pytest.approx((127 * scale,) * 2, abs=0.05)
        assert printed.width / printed.info["dpi"][0] * 25.4 == pytest.approx(180, abs=0.1)

    @pytest.mark.parametrize("theme", ["light", "dark"])
    def test_the_ground_is_the_themes(self, chart: tc.DeficitRanking, theme: Any) -> None:
        chart.theme = theme
        picture = Image.open(io.BytesIO(chart.to_png(scale=1))).convert("RGB")
        assert picture.getpixel((2, 2)) == ((255, 255, 255) if theme == "light" else (20, 21, 23))

    def test_letters_are_drawn_by_the_font_that_travels_along(self, chart: tc.DeficitRanking) -> None:
        """Without the bundled font, text would be missing, and a picture of words alone would be blank."""
        chart.update(headline="Ślad Ünïcode Ελλάδα Україна Việt Nam")
        picture = Image.open(io.BytesIO(chart.to_png(scale=1))).convert("L").crop((24, 24, 500, 52))
        assert min(picture.tobytes()) < 60


class TestPdf:
    @pytest.mark.slow
    @pytest.mark.parametrize("case", [*ONE_OF_EACH, *VIEWS, "deficit_ranking/spanish"])
    def test_its_text_can_be_searched(self, case: str) -> None:
        chart = tc.from_spec(golden(case))
        reader = pypdf.PdfReader(io.BytesIO(chart.to_pdf()))
        [page] = reader.pages
        found = "".join(page.extract_text().split())
        wanted = words(chart.to_svg()).replace("\xa0", "").replace("\u2002", "")
        assert sorted(found) == sorted("".join(wanted.split()))
        frame = chart.spec["frame"]
        assert reader.metadata is not None
        assert reader.metadata.title == frame["headline"]
        assert reader.metadata.subject == frame["alt"]

    def test_without_its_library_it_says_what_to_install(
        self, chart: tc.DeficitRanking, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(__import__("sys").modules, "fpdf", None)
        with pytest.raises(tc.DataError, match=r'pip install "tradecontext\[pdf\]"'):
            chart.to_pdf()


@pytest.mark.parametrize(
    ("text", "named"), [("日本", "日 (U+65E5 CJK"), ("שלום", "HEBREW LETTER"), ("😀", "GRINNING FACE")]
)
def test_what_the_font_lacks_is_named(chart: tc.DeficitRanking, text: str, named: str) -> None:
    chart.byline = text
    with pytest.raises(tc.DataError, match=re.escape(named)):
        chart.to_svg()
    assert text in chart.to_html()


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["svg", "png", "pdf"])
def test_a_file_is_whole_or_not_there(chart: tc.DeficitRanking, tmp_path: Path, suffix: str) -> None:
    path = chart.save(tmp_path / f"x.{suffix}")
    assert path.read_bytes() == {"svg": chart.to_svg().encode(), "png": chart.to_png(), "pdf": chart.to_pdf()}[suffix]
    chart.byline = "日"
    with pytest.raises(tc.DataError):
        chart.save(tmp_path / f"y.{suffix}")
    assert [each.name for each in tmp_path.iterdir()] == [f"x.{suffix}"]


def test_a_logo_adds_its_height(chart: tc.DeficitRanking, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (8, 8), (255, 0, 0)).save(logo)
    plain = chart.to_png(scale=1)
    chart.update(logo=(logo, "A red square"))
    assert pixels(chart.to_png(scale=1))[1] > pixels(plain)[1]


@pytest.mark.parametrize("preset", ["social", "square"])
def test_a_card_has_every_step_of_a_bridge(preset: Any) -> None:
    spec = golden("adjusted_balance/bridge")
    drawn = words(tc.from_spec(spec).to_svg(preset=preset))
    for row in spec["rows"]:
        if row["role"] != "part":
            assert f"{row['name']}{row['text']}".replace(" ", "") in drawn
