"""The documented custom properties, set by an article's style sheet, and the styles of the houses, in a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
BRANDS = ROOT / "demo" / "brands"
DOCUMENTED = sorted(set(re.findall(r"`(--tc-[a-z0-9-]+)`", (ROOT / "docs" / "style.md").read_text("utf-8"))))

BARS = {
    "--tc-grey": (".tc-fill", "background-color", "CHN"),
    "--tc-accent-1": (".tc-fill", "background-color", "MEX"),
    "--tc-accent-2": (".tc-fill", "background-color", "CAN"),
    "--tc-accent-3": (".tc-fill", "background-color", "DEU"),
    "--tc-accent-4": (".tc-fill", "background-color", "JPN"),
    "--tc-accent-5": (".tc-fill", "background-color", "VNM"),
}
"""What has each property: an element of a row, its style, and the row."""

OTHERS = {
    "--tc-font": (".tc-subtitle", "font-family", '"Courier New"'),
    "--tc-headline-font": (".tc-headline", "font-family", '"Courier New"'),
    "--tc-paper": ("figure.tradecontext", "background-color", None),
    "--tc-padding": ("figure.tradecontext", "padding-top", "21px"),
    "--tc-ink": ("figure.tradecontext", "color", None),
    "--tc-headline": (".tc-headline", "color", None),
    "--tc-soft": (".tc-subtitle", "color", None),
    "--tc-rule": (".tc-foot", "border-top-color", None),
}
COLOUR, PAINTED = "#0a64c8", "rgb(10, 100, 200)"


def ranking(**options: Any) -> Any:
    highlight = ["MEX", "CAN", "DEU", "JPN", "VNM"]
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=highlight, top=8, **options)


def places(chart: Any, sheet: str) -> dict[str, str]:
    """Pages of a site with this style sheet, with the chart in each place that a style sheet reaches."""
    article = f"<!doctype html><title>Article</title><style>{sheet}</style>"
    return {
        "page": chart.to_html().replace("</head>", f"<style>{sheet}</style></head>"),
        "component": article + chart.embed("component"),
        "inline": article + chart.embed("inline"),
    }


@pytest.mark.parametrize("on", [":root", ".tradecontext, trade-chart"])
def test_every_documented_property_works_where_it_is_documented(show: Callable[..., Page], on: str) -> None:
    tried = {*BARS, *OTHERS, "--tc-surplus", "--tc-third", "--tc-names"}
    assert tried == set(DOCUMENTED)
    for name in [*BARS, *OTHERS]:
        value = (OTHERS[name][2] if name in OTHERS else None) or COLOUR
        for place, html in places(ranking(), f"{on}{{{name}:{value}}}").items():
            page = show(html, answering=False)
            if name in BARS:
                _, style, row = BARS[name]
                found = (
                    page.locator("tbody tr")
                    .nth(_place(page, row))
                    .evaluate(
                        "(tr, style) => [...tr.querySelectorAll('*')].map((each) => getComputedStyle(each)[style])",
                        "backgroundColor" if style == "background-color" else style,
                    )
                )
                assert PAINTED in found, (name, place)
                continue
            where, style, _ = OTHERS[name]
            found = page.locator(where).first.evaluate("(each, style) => getComputedStyle(each)[style]", style)
            assert found == (value if value != COLOUR else PAINTED), (name, place)


def _place(page: Page, row: str) -> int:
    names = page.locator("tbody tr").evaluate_all("(rows) => rows.map((each) => each.dataset.key)")
    return int(names.index(row))


def test_marks_of_other_charts_have_their_properties(show: Callable[..., Page]) -> None:
    goods = tc.AdjustedBalance(tc.data.value_added_balances("goods"), year=2014, top=3, highlight=["MEX"])
    sheet = f":root{{--tc-third:{COLOUR};--tc-surplus:{COLOUR}}}"
    surplus = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, partners=["NLD", "MEX"])
    for chart in (goods, surplus):
        for place, html in places(chart, sheet).items():
            found = (
                show(html, answering=False)
                .locator("figure.tradecontext")
                .evaluate(
                    "(figure) => [...figure.querySelectorAll('*')].flatMap((each) => "
                    "[getComputedStyle(each).backgroundColor, getComputedStyle(each, '::before').backgroundColor])"
                )
            )
            assert PAINTED in found, (chart, place)
    lines = tc.InputReliance(tc.data.input_shares(), highlight=["MEX", "CAN"])
    for place, html in places(lines, f":root{{--tc-names:100%;--tc-accent-1:{COLOUR}}}").items():
        page = show(html, answering=False)
        colours = page.locator(".tc-names [data-key=MEX]").evaluate_all(
            "(all) => all.map((e) => getComputedStyle(e).color)"
        )
        assert colours, place
        assert all("0.039" in each or each == PAINTED for each in colours), (place, colours)


def test_an_article_s_own_rules_go_before_a_brand(show: Callable[..., Page]) -> None:
    chart = ranking(brand=BRANDS / "ledger" / "_brand.yml")
    for place, html in places(chart, f".tradecontext, trade-chart{{--tc-paper:{COLOUR}}}").items():
        page = show(html, answering=False)
        ground = page.locator("figure.tradecontext").evaluate("(each) => getComputedStyle(each).backgroundColor")
        assert ground == PAINTED, place


@pytest.mark.parametrize("house", ["ledger", "nightdesk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_house_looks_the_same_in_every_place(show: Callable[..., Page], house: str, scheme: str) -> None:
    chart = ranking(brand=BRANDS / house / "_brand.yml")
    brand = chart.spec["brand"]
    (side,) = {"light", "dark"} & set(brand)
    painted = "rgb({}, {}, {})".format(*(int(brand[side]["paper"][at : at + 2], 16) for at in (1, 3, 5)))
    for place, html in {**places(chart, ""), "safe": str(chart.embed("safe"))}.items():
        page = show(html, answering=False, scheme=scheme, policy=chart.csp() if place == "page" else "")
        figure = page.locator("figure").first
        assert figure.evaluate("(each) => getComputedStyle(each).backgroundColor") == painted, place
        if house == "ledger" and place != "safe":
            loaded = page.evaluate("document.fonts.ready.then((all) => [...all].map((each) => each.status))")
            assert "loaded" in loaded, place
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place


@pytest.mark.parametrize("width", [320, 720])
def test_a_frame_has_the_height_that_a_house_needs(show: Callable[..., Page], width: int) -> None:
    chart = ranking(brand=BRANDS / "ledger" / "_brand.yml")
    page = show(f"<!doctype html><title>x</title>{chart.embed('srcdoc')}", answering=False, width=width, scripts=False)
    frame = page.frames[-1]
    frame.wait_for_selector("figure")
    assert frame.evaluate("document.documentElement.scrollHeight") <= page.locator("iframe").bounding_box()["height"]
