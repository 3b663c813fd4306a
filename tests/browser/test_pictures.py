"""SVG pictures in a browser without Inter: text stays on the sheet and apart, and ids are unique."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import tradecontext as tc
from golden import golden
from raster import box, picture

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CASES = [
    "deficit_ranking/everything",
    "input_reliance/second",
    "comparative_advantage/plain",
    "adjusted_balance/bridge",
]
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 32"><rect width="64" height="32" fill="#f0f"/></svg>'
PLACES = """() => [...document.querySelectorAll('svg')].map((svg) => {
    const at = (each) => { const {left, top, right, bottom} = each.getBoundingClientRect(); return [left, top, right, bottom]; };
    return {sheet: at(svg), words: [...svg.querySelectorAll('text')].map((each) => [each.textContent, each.getAttribute('y'), ...at(each)])};
})"""


@pytest.mark.parametrize("font", ["sans-serif", "monospace"])
@pytest.mark.parametrize("size", [{"width": 320}, {"width": 720}, {"preset": "social"}], ids=str)
@pytest.mark.parametrize("case", CASES)
def test_words_keep_their_places_in_another_font(chromium: Browser, case: str, size: dict[str, Any], font: str) -> None:
    page = chromium.new_page(viewport={"width": 1300, "height": 900})
    page.set_content(
        f"<body style='margin:0'><style>text{{font-family:{font}}}</style>" + tc.from_spec(golden(case)).to_svg(**size)
    )
    [found] = page.evaluate(PLACES)
    page.close()
    left, _, right, _ = found["sheet"]
    for text, _, start, _, end, _ in found["words"]:
        assert left + 12 <= start, text
        assert end <= right - 12, text
    lines: dict[str, list[tuple[float, float, str]]] = {}
    for text, base, start, _, end, _ in found["words"]:
        lines.setdefault(base, []).append((start, end, text))
    for line in lines.values():
        line.sort()
        for (_, end, text), (start, _, after) in pairwise(line):
            assert end <= start + 1, (text, after)


def test_two_charts_in_one_article(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(LOGO)
    logo = (tmp_path / "logo.svg", "Our desk")
    charts = [tc.DeficitRanking(tc.data.us_goods_trade(), year=year, top=3, logo=logo) for year in (2023, 2024)]
    page = chromium.new_page(viewport={"width": 800, "height": 1200})
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.set_content("<body style='margin:0'>" + "".join(f"<div>{each.to_svg()}</div>" for each in charts))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
    assert len(set(ids)) == len(ids) >= 20
    # The logo is aligned with the text and keeps its proportions.
    for place in range(2):
        pixels = np.asarray(picture(page.locator("svg").nth(place).screenshot()), dtype=int)
        marked = (pixels[:, :, 0] > 200) & (pixels[:, :, 1] < 70) & (pixels[:, :, 2] > 200)
        left, top, right, low = box(marked)
        assert (left, right - left, low - top) == pytest.approx((24, 64, 32), abs=1)
    assert [url for url in requests if not url.startswith(("data:", "about:"))] == []
    page.close()
