"""A house's brand.yml: what is read of it, what is refused, and what it does to every output."""

from __future__ import annotations

import base64
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from PIL import Image

import tradecontext as tc
from markup import drawing
from tradecontext.brand.colour import BLINDNESS, contrast, distance, lightness, nearest
from tradecontext.commands.cli import program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.widget.chart import Chart

BRANDS = Path(__file__).parents[2] / "demo" / "brands"
LEDGER, NIGHTDESK = BRANDS / "ledger" / "_brand.yml", BRANDS / "nightdesk" / "_brand.yml"
PAPER = {LEDGER: "#fdf6ec", NIGHTDESK: "#0f1620"}
ACCENT = {LEDGER: "#8c1d2b", NIGHTDESK: "#ffb23e"}
BOTH = pytest.mark.parametrize("brand", [LEDGER, NIGHTDESK], ids=["ledger", "nightdesk"])


def chart(**options: Any) -> Chart:
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"], top=3, **options)


@pytest.fixture(autouse=True)
def no_house() -> Iterator[None]:
    yield
    tc.use_brand(None)


def refused(brand: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(tc.DataError) as error:
        chart(brand=brand)
    return error.value.faults


# The formulas, against values that others publish.


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # The example of WebAIM's checker: the palest grey of text on white is #767676.
    assert contrast("#777777", "#ffffff") < 4.5 <= contrast("#767676", "#ffffff")


def test_lightness_is_that_of_cie() -> None:
    assert lightness("#ffffff") == pytest.approx(100, abs=0.01)
    assert lightness("#777777") == pytest.approx(50.03, abs=0.05)


@pytest.mark.parametrize("eyes", BLINDNESS)
def test_greys_look_the_same_to_everyone(eyes: str) -> None:
    assert distance("#444444", "#bbbbbb", eyes) == pytest.approx(lightness("#bbbbbb") - lightness("#444444"), abs=0.3)


def test_colours_that_are_confused_are_close_to_eyes_that_confuse_them() -> None:
    red, green = "#b05050", "#7a7030"
    assert distance(red, green, "without green cones") < 15 < distance(red, green, "without blue cones")


def test_the_nearest_colour_keeps_its_hue_and_moves_no_farther_than_it_has_to() -> None:
    found = nearest("#ff8800", lambda each: contrast(each, "#ffffff") >= 3)
    assert found is not None
    assert 3 <= contrast(found, "#ffffff") < 3.15
    red, green, blue = (int(found[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue


# What is read.


def test_names_of_the_palette_stand_for_its_colours() -> None:
    spec = chart(
        brand={"color": {"palette": {"wine": "#8C1D2B", "main": "wine"}, "primary": "main", "background": "#FFF"}}
    ).spec
    assert spec["brand"]["light"]["accents"][0] == "#8c1d2b"
    assert spec["brand"]["light"]["paper"] == "#ffffff"


def test_a_house_may_have_two_grounds() -> None:
    color = {
        "background": {"light": "#ffffff", "dark": "#101010"},
        "foreground": {"light": "#111111", "dark": "#f0f0f0"},
        "primary": {"light": "#8c1d2b", "dark": "#ffb23e"},
    }
    brand = chart(brand={"color": color}).spec["brand"]
    assert [brand[side]["ink"] for side in ("light", "dark")] == ["#111111", "#f0f0f0"]
    page = chart(brand={"color": color}).to_html()
    assert "--tc-accent-1:light-dark(#8c1d2b,#ffb23e)" in page
    assert "#101010" in chart(brand={"color": color}, theme="dark").to_svg()


def test_all_charts_made_afterwards_have_the_brand_in_use() -> None:
    before = chart()
    tc.use_brand(LEDGER)
    assert chart().spec["brand"]["light"]["paper"] == PAPER[LEDGER]
    assert chart(brand=NIGHTDESK).spec["brand"]["dark"]["paper"] == PAPER[NIGHTDESK]
    assert "brand" not in before.spec
    assert "brand" not in tc.from_spec(before.spec).spec
    tc.use_brand(None)
    assert "brand" not in chart().spec


def test_a_brand_is_given_and_taken_by_assignment() -> None:
    made = chart()
    plain = made.to_json()
    made.brand = LEDGER
    assert made.spec["brand"]["corner"] == "The Ledger · data desk"
    made.brand = None
    assert made.to_json() == plain


# What is refused.


def test_all_faults_are_named_at_once_each_with_the_nearest_that_passes() -> None:
    faults = refused({"color": {"foreground": "#999", "primary": "#ff8800", "secondary": "#f0e000"}})
    assert [fault.split(" ")[0] for fault in faults] == ["color.foreground", "color.primary", "color.secondary"]
    better = [re.search(r"the nearest that passes is (#\w{6})", fault) for fault in faults]
    ink, first, second = (found[1] for found in better if found)
    assert chart(brand={"color": {"foreground": ink, "primary": first, "secondary": second}})


def test_accents_that_look_alike_are_refused_by_name() -> None:
    (fault,) = refused({"color": {"primary": "#8a1c2a", "secondary": "#1c5a2a"}})
    assert re.match(r"color\.secondary .* and color\.primary .* cannot be told apart", fault)


@pytest.mark.parametrize(
    ("brand", "said"),
    [
        ({"color": {"primary": "red;}body{"}}, "color.primary is 'red;}body{', which is neither"),
        ({"color": {"palette": {"a": "b", "b": "a"}, "primary": "a"}}, "color.primary leads to colours"),
        ({"color": ["#fff"]}, "it has to be a section of the file"),
        ({"typography": {"base": 'X";src:url(//x)'}}, "typography.base.family is"),
        ({"typography": {"base": "Lato", "fonts": [{"family": "Lato", "source": "google"}]}}, "source: file"),
        ({"typography": {"base": "X", "fonts": [{"family": "X", "source": "file", "files": ["no.ttf"]}]}}, "no.ttf"),
        ({"logo": "https://example.org/logo.svg"}, "path of a picture beside the brand"),
        ({"defaults": {"tradecontext": {"logo_height": 500}}, "logo": "x.svg"}, "12 to 64"),
        ({"defaults": {"tradecontext": {"accents": []}}}, "one to 5 colours"),
    ],
)
def test_what_cannot_be_used_is_named(brand: dict[str, Any], said: str) -> None:
    assert any(said in fault for fault in refused(brand))


def test_yaml_runs_nothing(tmp_path: Path) -> None:
    for text in ("!!python/object/apply:os.system ['true']", "- a list", "a: [", ""):
        (tmp_path / "_brand.yml").write_text(text, "utf-8")
        with pytest.raises(tc.DataError, match=r"_brand\.yml"):
            chart(brand=tmp_path / "_brand.yml")


def test_a_logo_with_a_script_is_refused(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script></svg>', "utf-8"
    )
    (tmp_path / "_brand.yml").write_text("logo: logo.svg", "utf-8")
    with pytest.raises(tc.DataError, match="script"):
        chart(brand=tmp_path / "_brand.yml")


def test_a_font_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.ttf").write_bytes(b"no font")
    files = [{"path": str(tmp_path / "x.ttf")}]
    (fault,) = refused({"typography": {"base": "X", "fonts": [{"family": "X", "source": "file", "files": files}]}})
    assert "x.ttf" in fault


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda brand: brand["light"].update(ink="#999999"), "brand.light.ink"),
        (lambda brand: brand["light"].update(ink="red"), "brand.light.ink"),
        (lambda brand: brand["light"]["accents"].append("#8c1d2c"), "told apart"),
        (lambda brand: brand.update(dark=brand.pop("light")), "which is not dark"),
        (lambda brand: brand.pop("light"), "neither light nor dark"),
        (lambda brand: brand["font"].update(family="x'}"), "brand.font.family"),
        (lambda brand: brand["font"]["regular"].update(src="data:font/ttf;base64,AAAA"), "no TrueType font"),
        (lambda brand: brand["logo"].update(light="data:image/png;base64,AAAA"), "brand.logo.light"),
        (lambda brand: brand.update(corner="a\u202eb"), "brand.corner"),
    ],
)
def test_an_edited_spec_is_checked_too(edit: Any, said: str) -> None:
    spec = chart(brand=LEDGER).spec
    spec["brand"]["light"]["accents"] = spec["brand"]["light"]["accents"][:2]
    edit(spec["brand"])
    with pytest.raises(tc.DataError) as error:
        tc.from_spec(spec)
    assert said in str(error.value)


# What it does.


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


def test_commands_take_a_brand_and_a_folder_has_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    chart().save("plain.json")
    chart(brand=LEDGER).save("own.json")

    def page(name: str, *more: str) -> str:
        done = CliRunner().invoke(program, ["render", f"{name}.json", "-o", "out", *more])
        assert done.exit_code == 0, done.output
        return Path("out", f"{name}.html").read_text("utf-8")

    assert PAPER[NIGHTDESK] in page("own", "--brand", str(NIGHTDESK))
    assert "--tc-paper:" not in page("plain")
    Path("pyproject.toml").write_text(f"[tool.tradecontext]\nbrand = {json.dumps(str(NIGHTDESK))}\n", "utf-8")
    assert PAPER[NIGHTDESK] in page("plain")
    assert PAPER[LEDGER] in page("own")
    printed = CliRunner().invoke(program, ["embed", "plain.json", "safe"])
    assert PAPER[NIGHTDESK] in printed.output
    for text, said in (("brnd = 'x'", "it takes brand"), ("brand = 3", "give the path"), ("brand = ", "not TOML")):
        Path("pyproject.toml").write_text(f"[tool.tradecontext]\n{text}\n", "utf-8")
        done = CliRunner().invoke(program, ["render", "plain.json", "-o", "out"])
        assert done.exit_code == 2
        assert said in done.output
