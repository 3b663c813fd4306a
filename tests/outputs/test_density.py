"""A picture's density: pixels an inch, which the file states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

import tradecontext as tc
from golden import golden

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def chart() -> Any:
    return tc.from_spec(golden("deficit_ranking/plain"))


@pytest.mark.parametrize(
    ("options", "dpi", "wide"),
    [
        ({"preset": "print"}, 300, 2126),
        ({"preset": "print", "density": 600, "width": 89}, 600, 2103),
        ({"density": 300}, 300, 2250),
        ({"width": 480, "density": 96}, 96, 480),
        ({}, 192, 1440),
    ],
    ids=str,
)
def test_density_is_pixels_an_inch(chart: Any, tmp_path: Path, options: Any, dpi: float, wide: int) -> None:
    picture = Image.open(chart.save(tmp_path / "x.png", **options))
    assert picture.width == wide
    assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.05)
    assert chart.to_png(**options) == (tmp_path / "x.png").read_bytes()
