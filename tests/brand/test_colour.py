"""Contrast, lightness and confusion of colours, against values that others publish."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tradecontext.brand import palette
from tradecontext.brand.colour import BLINDNESS, contrast, distance, lightness, nearest

ROOT = Path(__file__).parents[2]


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


@pytest.mark.parametrize("ground", ["light", "dark"])
def test_the_package_s_own_colours_are_those_of_its_style_sheets(ground: str) -> None:
    made = (ROOT / "js" / "src" / "style" / "palette.gen.ts").read_text("utf-8")
    line = re.search(rf"^  {ground}: (\{{.*\}}),$", made, re.MULTILINE)
    assert line
    styles = json.loads(line[1])
    assert palette.OURS[ground] == {name: styles[name] for name in palette.OURS[ground]}
    assert list(palette.OUR_ACCENTS[ground]) == [styles[f"accent-{each}"] for each in range(1, palette.MOST + 1)]
