"""A brand that cannot be used is refused, in a file and in a spec, with all its faults and what would pass."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import tradecontext as tc
from brand.houses import LEDGER, chart
from contrast import contrast


def refused(brand: dict[str, Any]) -> tuple[str, ...]:
    with pytest.raises(tc.DataError) as error:
        chart(brand=brand)
    return error.value.faults


def test_all_faults_are_named_at_once_each_with_the_nearest_that_passes() -> None:
    faults = refused({"color": {"foreground": "#999", "primary": "#ff8800", "secondary": "#f0e000"}})
    assert [fault.split(" ")[0] for fault in faults] == ["color.foreground", "color.primary", "color.secondary"]
    better = [re.search(r"the nearest that passes is (#\w{6})", fault) for fault in faults]
    ink, first, second = (found[1] for found in better if found)
    assert chart(brand={"color": {"foreground": ink, "primary": first, "secondary": second}})


def test_accents_that_look_alike_are_refused_by_name() -> None:
    (fault,) = refused({"color": {"primary": "#8a1c2a", "secondary": "#1c5a2a"}})
    assert re.match(r"color\.secondary .* and color\.primary .* cannot be told apart", fault)


def test_accents_as_light_as_each_other_are_refused_since_they_are_one_grey() -> None:
    # Blue and brown are far apart for every eye.
    colours = {"primary": "#0b5fb0", "secondary": "#805500"}
    (fault,) = refused({"color": colours})
    found = re.match(r"color\.secondary .* and color\.primary .* cannot be told apart in greys; .* (#\w{6})$", fault)
    assert found
    assert chart(brand={"color": {**colours, "secondary": found[1]}})


@pytest.mark.parametrize(("scheme", "ink", "paper"), [("light", "#17191c", "#ffffff"), ("dark", "#eceef0", "#121416")])
def test_the_package_s_own_accents_pass_and_are_legible_as_text(scheme: str, ink: str, paper: str) -> None:
    theme = (Path(__file__).parents[2] / "js/src/style/theme.css").read_text("utf-8")
    pairs = re.findall(r"--tc-accent-\d, light-dark\((#\w+), (#\w+)\)", theme)
    accents = [dict(zip(("light", "dark"), pair, strict=True))[scheme] for pair in pairs]
    assert len(accents) == 5
    drawn = chart(
        brand={"color": {"foreground": ink, "background": paper}, "defaults": {"tradecontext": {"accents": accents}}}
    )
    assert drawn.spec["brand"][scheme]["accents"] == accents
    for each in accents:
        assert contrast(*([int(colour[at : at + 2], 16) for at in (1, 3, 5)] for colour in (each, paper))) >= 4.5
    # A house without accents of its own has these.
    assert chart(brand={"color": {"foreground": ink, "background": paper}}).spec["brand"][scheme]["accents"] == accents


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
