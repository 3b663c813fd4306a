"""PDF: the whole chart is on the page, at the same position as in the PNG, and its text can be selected."""

from __future__ import annotations

import io
import sys
import tomllib
from itertools import product
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pypdf
import pytest

import tradecontext as tc
from golden import golden, in_turn
from raster import apart, box, ink, page, picture, words
from tradecontext.outputs.pdf import FPDF

TEXT = "{http://www.w3.org/2000/svg}text"
CASES = [
    "deficit_ranking/everything",
    "deficit_ranking/dark",
    "input_reliance/second",
    "comparative_advantage/right_to_left",
    "adjusted_balance/assumption",
    "adjusted_balance/value_added",
    "adjusted_balance/bridge",
]
# The narrow layout, the wide one, and a poster.
SIZES: list[dict[str, Any]] = [{"width": 320}, {"width": 720}, {"preset": "social"}]
# What differs between sizes is the same for every chart.
MORE: list[dict[str, Any]] = [
    *SIZES,
    {"width": 1100},
    {"preset": "square"},
    {"preset": "print"},
    {"preset": "print", "width": 64},
]
DRAWN = [*in_turn(CASES, SIZES), *product(("deficit_ranking/everything", "adjusted_balance/assumption"), MORE)]


@pytest.mark.slow
@pytest.mark.parametrize(("case", "size"), DRAWN, ids=str)
def test_the_whole_chart_is_on_its_page(case: str, size: dict[str, Any]) -> None:
    chart = tc.from_spec(golden(case))
    drawn = picture(chart.to_png(scale=1, **size))
    pdf = chart.to_pdf(**size)
    shown = page(pdf, drawn.size)
    # The margins on all sides are the same, and so is what is between them.
    assert np.abs(np.subtract(box(ink(drawn)), box(ink(shown)))).max() <= 4
    # The strokes of a poster's headline are twice as thick, so that a pixel's shift is more of them.
    assert apart(drawn, shown, 32 if size.get("preset") in {"social", "square"} else 16) < 40

    found = words(pdf)
    assert [text for text, (left, top, right, low) in found if min(left, top) < 0 or max(right, low) > 1] == []
    wanted = "".join(each.text or "" for each in ET.fromstring(chart.to_svg(**size)).iter(TEXT))
    assert sorted("".join(text for text, _ in found)) == sorted("".join(wanted.split()))


@pytest.mark.parametrize(
    ("size", "points"),
    [({"width": 720}, 540), ({"preset": "social"}, 900), ({"preset": "print", "width": 100}, 100 / 25.4 * 72)],
)
def test_a_px_is_three_quarters_of_a_point(size: dict[str, Any], points: float) -> None:
    [sheet] = pypdf.PdfReader(io.BytesIO(tc.from_spec(golden("deficit_ranking/plain")).to_pdf(**size))).pages
    assert float(sheet.mediabox.width) == pytest.approx(points, abs=0.1)


@pytest.mark.slow
def test_a_page_that_readers_refuse_is_not_made() -> None:
    """The thousand rows are copies of one row, with made-up figures."""
    spec = golden("deficit_ranking/plain")
    spec["rows"] = [spec["rows"][0] | {"partner": f"X{index}", "name_rank": index} for index in range(1000)]
    spec.pop("top", None)
    chart = tc.from_spec(spec)
    with pytest.raises(tc.DataError, match=r"a PDF page of 540 x [\d,]+ points was asked for.*14,400 .*top="):
        chart.to_pdf()


def test_the_extra_asks_for_a_library_that_is_used() -> None:
    extras = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())["project"][
        "optional-dependencies"
    ]
    assert extras["pdf"] == ["fpdf2>=" + ".".join(map(str, FPDF))]


@pytest.mark.parametrize("version", ["2.8.3", "2.8.4", "2.7"])
def test_a_library_that_leaves_text_out_is_not_used(version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fpdf", SimpleNamespace(__version__=version))
    monkeypatch.setitem(sys.modules, "fpdf.svg", SimpleNamespace())
    with pytest.raises(tc.DataError, match=r"needs fpdf2 2\.8\.5, not .*pip install --upgrade"):
        tc.from_spec(golden("deficit_ranking/plain")).to_pdf()
