"""The layout: nothing overflows, is clipped or overlaps, at any width and in any host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from geometry import AT_WIDTHS, FAULTS
from host import OWN

from golden import golden
from tradecontext.outputs import renderer
from tradecontext.outputs.page import page
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

# At 608 px the table has just switched to the wide layout, where its bars have the least room.
WIDTHS = (280, 320, 375, 480, 608, 720, 1100)
HOSTS = {
    "flex": "display:flex",
    "column flex": "display:flex;flex-direction:column;align-items:flex-start",
    "inline-flex": "display:inline-flex",
    "float": "float:left",
    "inline-block": "display:inline-block",
    "table-cell": "display:table-cell",
    "grid": "display:grid;justify-items:start",
    "grid with auto columns": "display:grid;grid-template-columns:auto auto;justify-content:start",
}


def test_nothing_overflows_is_cut_or_overlaps(leaf: Callable[..., Page], case: tuple[str, dict[str, Any]]) -> None:
    found = leaf(page(case[1])).evaluate(AT_WIDTHS, WIDTHS)
    assert dict(zip(WIDTHS, found, strict=True)) == {width: [] for width in WIDTHS}


def test_faults_are_found(show: Callable[..., Page]) -> None:
    shown = show(page(golden("deficit_ranking/everything")), width=320)
    shown.add_style_tag(
        content=".tc-value{position:absolute;top:0} .tc-foot{width:400px} h1{height:12px;overflow:hidden}"
    )
    found = " ".join(shown.evaluate(FAULTS))
    for fault in ("sideways", "outside", "cut", "overlaps"):
        assert fault in found
    shown.add_style_tag(content="tbody .tc-track{margin-inline-start:9px!important} .tc-track i{translate:3px}")
    assert "off: the bars of" in " ".join(shown.evaluate(FAULTS))
    assert "off: the bar of" in " ".join(shown.evaluate(FAULTS))
    shown.set_viewport_size({"width": 1100, "height": 800})
    assert "sideways: 400 > 328" in shown.evaluate(AT_WIDTHS, [360])[0]


@pytest.mark.parametrize("width", [320, 720])
def test_a_scale_that_is_not_the_bars_own_is_found(show: Callable[..., Page], width: int) -> None:
    shown = show(page(golden("adjusted_balance/bridge")), width=width)
    assert shown.evaluate(FAULTS) == []
    shown.add_style_tag(content=".tc-axis{margin-inline:2rem!important}")
    assert "off: the tick" in " ".join(shown.evaluate(FAULTS))


@pytest.mark.parametrize("width", [280, 320, 480])
def test_narrow_words_of_names_and_headers_are_whole(show: Callable[..., Page], width: int) -> None:
    for case in ("context", "everything", "sizes", "compare", "spanish"):
        shown = show(page(golden(f"deficit_ranking/{case}")), width=width)
        assert shown.evaluate(FAULTS.replace("WORDS", "th *")) == []


def test_bars_are_as_long_as_their_values(show: Callable[..., Page]) -> None:
    spec = golden("deficit_ranking/sizes")
    values = [row["deficit"] for row in spec["rows"]]
    for width in (320, 720):
        shown = show(page(spec), width=width)
        drawn = shown.eval_on_selector_all(".tc-track i", "all => all.map(bar => bar.getBoundingClientRect().width)")
        for value, bar in zip(values, drawn, strict=True):
            assert bar == pytest.approx(max(1, abs(value) / values[0] * drawn[0]), abs=0.5)


def test_surpluses_stand_on_the_other_side_of_the_line(show: Callable[..., Page]) -> None:
    spec = golden("deficit_ranking/everything")
    shown = show(page(spec))
    sides = shown.eval_on_selector_all(
        "tr:has(.tc-track i)",
        """rows => rows.map(row => {
            const [bar, line] = ["i", "b"].map(mark => row.querySelector(`.tc-track ${mark}`).getBoundingClientRect());
            return (bar.left + bar.right) / 2 < line.left;
        })""",
    )
    assert sides == [row["deficit"] < 0 for row in spec["rows"] if row["role"] != "total"]


@pytest.mark.parametrize("host", HOSTS)
def test_no_host_makes_it_collapse(show: Callable[..., Page], host: str) -> None:
    spec = golden("deficit_ranking/context")
    figure = renderer.draw("drawHtml", to_json(spec), "p")
    shown = show(
        f"<!doctype html><title>Host</title><style>{renderer.bundle('widget.css')}</style>"
        f'<div style="{HOSTS[host]}"><div class="{OWN}">{figure}</div></div>'
    )
    assert shown.locator("figure").bounding_box()["width"] > 250
    assert shown.evaluate(FAULTS) == []


@pytest.mark.parametrize(
    ("case", "width"), [("context", 320), ("everything", 320), ("spanish", 320), ("spanish", 720), ("compare", 480)]
)
def test_reading_out_moves_nothing_below(show: Callable[..., Page], case: str, width: int) -> None:
    shown = show(page(golden(f"deficit_ranking/{case}")), width=width)
    foot = shown.locator(".tc-foot")
    before = foot.evaluate("foot => foot.offsetTop")
    for row in shown.locator("tbody tr").all():
        row.hover()
        assert foot.evaluate("foot => foot.offsetTop") == before
