"""What a house's brand does to every output: colours, fonts, logos and words."""

from __future__ import annotations

import base64
import io
import json
import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image

import raster
import tradecontext as tc
from brand.houses import LEDGER, NIGHTDESK, PAPER, chart
from markup import drawing

if TYPE_CHECKING:
    from pathlib import Path

    from tradecontext.widget.chart import Chart

pytestmark = pytest.mark.slow

ACCENT = {LEDGER: "#8c1d2b", NIGHTDESK: "#ffb23e"}
BOTH = pytest.mark.parametrize("brand", [LEDGER, NIGHTDESK], ids=["ledger", "nightdesk"])


def outputs(made: Chart) -> dict[str, str]:
    kinds = ("component", "inline", "safe", "srcdoc")
    return {"page": made.to_html(), "svg": made.to_svg(), **{kind: str(made.embed(kind)) for kind in kinds}}


@BOTH
def test_every_output_of_text_has_the_colours_the_fonts_and_the_words(brand: Path) -> None:
    made = chart(brand=brand)
    spec = made.spec
    for name, text in outputs(made).items():
        for what in (PAPER[brand], ACCENT[brand], spec["brand"]["corner"]):
            assert what in text, (name, what)
        if name != "svg" or "regular" in spec["brand"]["font"]:
            assert spec["brand"]["font"]["family"] in text, name
        if name != "safe":
            assert next(src for side in ("light", "dark") if (src := spec["brand"]["logo"].get(side))) in text, name
        assert not re.search(r"""src=["']?https?:|url\(["']?https?:|@import""", text), name


@BOTH
def test_pictures_have_the_ground_and_the_accents(brand: Path) -> None:
    picture = Image.open(io.BytesIO(chart(brand=brand).to_png(scale=1))).convert("RGB")
    colours = {
        f"#{red:02x}{green:02x}{blue:02x}": many for many, (red, green, blue) in picture.getcolors(1 << 20) or []
    }
    assert max(colours, key=colours.__getitem__) == PAPER[brand]
    assert colours.get(ACCENT[brand], 0) > 1000


def test_pictures_are_set_in_the_house_s_font() -> None:
    from pypdf import PdfReader

    made = chart(brand=LEDGER, headline="Ελλάδα and others")
    page: Any = PdfReader(io.BytesIO(made.to_pdf())).pages[0]
    names = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert {name.rpartition("+")[2] for name in names} >= {"LedgerSerif", "LedgerSerifSemiBold", "Inter"}, names
    # What the house's font has no letters for is in Inter, in PDF the whole line.
    assert "Ελλάδα and others" in page.extract_text()
    inter = chart().to_svg()
    assert "Ledger Serif" in made.to_svg()
    assert "Ledger Serif" not in inter
    # A wider font is measured: the same words begin and end elsewhere.
    lengths = [re.findall(r'textLength="([\d.]+)"', text) for text in (chart(brand=LEDGER).to_svg(), inter)]
    assert lengths[0] != lengths[1]
    png = chart(brand=LEDGER)
    spec = png.spec
    for name in ("font", "headings"):
        spec["brand"].pop(name, None)
    assert tc.from_spec(spec).to_png() != png.to_png()


@BOTH
def test_a_spec_alone_gives_the_same_outputs(brand: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = chart(brand=brand)
    monkeypatch.chdir(tmp_path)
    again = tc.from_spec(json.loads(made.to_json()))
    assert outputs(again) == outputs(made)
    assert again.to_png() == made.to_png()
    assert again.to_pdf() == made.to_pdf()


def test_a_house_with_a_dark_ground_is_dark_in_every_scheme_but_on_paper() -> None:
    for theme in ("auto", "light", "dark"):
        made = chart(brand=NIGHTDESK, theme=theme)
        assert 'data-theme="dark"' in made.to_html()
        assert "@media screen{:root{--tc-paper:#0f1620" in made.to_html()
        assert PAPER[NIGHTDESK] in drawing(made.to_svg())
    assert PAPER[NIGHTDESK] not in drawing(chart(brand=NIGHTDESK).to_svg(preset="print-colour"))


def house(folder: Path, **own: Any) -> Chart:
    """Draw a chart of a house whose logo is magenta, which no chart has, and twice as wide as it is tall."""
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><path d="M0 0h64v32H0z" fill="#f0f"/></svg>'
    (folder / "logo.svg").write_text(svg, "utf-8")
    return chart(brand={"logo": str(folder / "logo.svg"), "defaults": {"tradecontext": own}})


@pytest.mark.parametrize("tall", [20, 50])
def test_the_logo_is_as_tall_as_the_house_says_in_page_and_pictures(tall: int, tmp_path: Path) -> None:
    made = house(tmp_path, logo_height=tall)
    for text in (made.to_html(), str(made.embed("component")), str(made.embed("inline"))):
        [logo] = re.findall(r"<img [^>]*>", text)
        assert f"height:{tall}px" in logo
    assert re.search(rf'<image [^>]*width="{2 * tall}\.00" height="{tall}\.00"', made.to_svg())
    drawn = raster.picture(made.to_png(scale=1))
    for image in (drawn, raster.page(made.to_pdf(), drawn.size)):
        red, green, blue = np.moveaxis(np.asarray(image, dtype=int), 2, 0)
        left, top, right, low = raster.box((red > 200) & (green < 70) & (blue > 200))
        assert (right - left, low - top) == pytest.approx((2 * tall, tall), abs=1)


def test_words_of_the_corner_are_drawn_in_png_and_pdf_where_the_svg_has_them(tmp_path: Path) -> None:
    made, other = house(tmp_path, corner="Our desk"), house(tmp_path, corner="·")
    [(end, line, length)] = re.findall(
        r'<text x="(\d+)" y="([\d.]+)" textLength="([\d.]+)"[^>]*>Our desk<', made.to_svg()
    )
    # The picture has a margin of 24 px around the drawing.
    where = (24 + int(end) - float(length), 24 + float(line), 24 + int(end))
    one, two = (np.asarray(raster.picture(each.to_png(scale=1)), dtype=int) for each in (made, other))
    left, _, right, low = raster.box(np.abs(one - two).max(axis=2) > 60)
    assert (left, low, right) == pytest.approx(where, abs=2)
    [(first, _, _, _), (_, _, last, _)] = [
        place for word, place in raster.words(made.to_pdf()) if word in {"Our", "desk"}
    ]
    assert (first * one.shape[1], last * one.shape[1]) == pytest.approx((where[0], where[2]), abs=2)


def test_words_of_the_corner_are_text_in_every_output() -> None:
    spec = chart(brand=LEDGER).spec
    spec["brand"]["corner"] = '<img src=x onerror="alert(1)">{{7*7}}[gallery]'
    for name, text in outputs(tc.from_spec(spec)).items():
        assert "<img src=x" not in text, name


def test_pages_say_in_their_policy_that_they_carry_fonts() -> None:
    assert "font-src data:" in chart(brand=LEDGER).csp()
    assert "font-src" not in chart(brand=NIGHTDESK).csp()


def test_the_author_s_own_logo_stands_in_for_the_house_s() -> None:
    own = LEDGER.parent / "logo.svg"
    made = chart(brand=NIGHTDESK, logo=(own, "Own"))
    assert base64.b64encode((NIGHTDESK.parent / "logo.svg").read_bytes()).decode() not in made.to_html()
    assert 'alt="Own"' in made.to_html()


def test_logos_may_differ_by_ground(tmp_path: Path) -> None:
    for name, colour in (("a", "#123456"), ("b", "#abcdef")):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z" fill="{colour}"/></svg>'
        (tmp_path / f"{name}.svg").write_text(svg, "utf-8")
    (tmp_path / "_brand.yml").write_text(
        "color: {background: {light: '#ffffff', dark: '#111111'}, foreground: {light: '#111111', dark: '#ffffff'}}\n"
        "logo: {images: {pale: b.svg}, small: {light: a.svg, dark: pale}}\n",
        "utf-8",
    )
    made = chart(brand=tmp_path / "_brand.yml")
    light, dark = (base64.b64encode((tmp_path / f"{each}.svg").read_bytes()).decode() for each in "ab")
    assert light in drawing(made.to_svg())
    assert dark not in drawing(made.to_svg())
    assert light in made.to_html()
    assert re.search(rf'<source srcset="[^"]*{re.escape(dark)}"', made.to_html())
    # In another site the reader's system does not tell the ground.
    assert dark not in str(made.embed("inline"))
    made.theme = "dark"
    assert dark in made.to_svg()
