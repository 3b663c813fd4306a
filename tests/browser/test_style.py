"""The documented custom properties, set by an article's style sheet, and the styles of the houses, in a browser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from host import hosted, put
from playwright.sync_api import expect

import tradecontext as tc

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
BRANDS = ROOT / "demo" / "brands"
HIGHLIGHT = ["MEX", "CAN", "DEU", "JPN", "VNM"]
DOCUMENTED = sorted(set(re.findall(r"`(--tc-[a-z0-9-]+)`", (ROOT / "docs" / "style.md").read_text("utf-8"))))

COLOURS = {name: f"#0a64{place:02x}" for place, name in enumerate(DOCUMENTED, 16)}
PAINTED = {name: f"rgb(10, 100, {place})" for place, name in enumerate(DOCUMENTED, 16)}
"""A colour of its own for each property, as it is given and as a browser says it."""

FILLS = {"--tc-grey": "CHN"} | {f"--tc-accent-{place}": code for place, code in enumerate(HIGHLIGHT, 1)}
"""The row whose bar has each of these properties."""

OTHERS = {
    "--tc-font": (".tc-subtitle", "font-family", "monospace"),
    "--tc-headline-font": (".tc-headline", "font-family", "fantasy"),
    "--tc-padding": ("figure.tradecontext", "padding-top", "21px"),
    "--tc-paper": ("figure.tradecontext", "background-color", None),
    "--tc-ink": ("figure.tradecontext", "color", None),
    "--tc-headline": (".tc-headline", "color", None),
    "--tc-soft": (".tc-subtitle", "color", None),
    "--tc-rule": (".tc-foot", "border-top-color", None),
}
"""The element, its style, and its value, if that is not a colour."""


def ranking(**options: Any) -> Any:
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=HIGHLIGHT, top=8, **options)


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
    assert {*FILLS, *OTHERS, "--tc-surplus", "--tc-third", "--tc-names"} == set(DOCUMENTED)
    values = {name: (OTHERS[name][2] if name in OTHERS else None) or COLOURS[name] for name in [*FILLS, *OTHERS]}
    sheet = f"{on}{{{''.join(f'{name}:{value};' for name, value in values.items())}}}"
    for place, html in places(ranking(), sheet).items():
        page = show(html, answering=False)
        for name, row in FILLS.items():
            found = (
                page.locator("tbody tr")
                .nth(_place(page, row))
                .evaluate("(tr) => [...tr.querySelectorAll('*')].map((each) => getComputedStyle(each).backgroundColor)")
            )
            assert PAINTED[name] in found, (name, place)
        for name, (where, style, value) in OTHERS.items():
            found = page.locator(where).first.evaluate("(each, style) => getComputedStyle(each)[style]", style)
            assert found == (value or PAINTED[name]), (name, place)


def _place(page: Page, row: str) -> int:
    names = page.locator("tbody tr").evaluate_all("(rows) => rows.map((each) => each.dataset.key)")
    return int(names.index(row))


def test_marks_of_other_charts_have_their_properties(show: Callable[..., Page]) -> None:
    goods = tc.AdjustedBalance(tc.data.value_added_balances("goods"), year=2011, top=3, highlight=["MEX"])
    sheet = ":root{--tc-third:#010203;--tc-surplus:#010203}"
    surplus = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, top=3, surpluses=3)
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
            assert "rgb(1, 2, 3)" in found, (chart, place)
    lines = tc.InputReliance(tc.data.input_shares(), highlight=["MEX", "CAN"])
    for place, html in places(lines, ":root{--tc-names:100%;--tc-accent-1:#ff0000}").items():
        page = show(html, answering=False)
        colours = page.locator(".tc-names [data-key=MEX]").evaluate_all(
            "(all) => all.map((e) => getComputedStyle(e).color)"
        )
        assert colours, place
        assert set(colours) <= {"color(srgb 1 0 0)", "rgb(255, 0, 0)"}, (place, colours)


def test_an_article_s_own_rules_go_before_a_brand(show: Callable[..., Page]) -> None:
    chart = ranking(brand=BRANDS / "ledger" / "_brand.yml")
    for place, html in places(chart, ".tradecontext, trade-chart{--tc-paper:#010203}").items():
        page = show(html, answering=False)
        ground = page.locator("figure.tradecontext").evaluate("(each) => getComputedStyle(each).backgroundColor")
        assert ground == "rgb(1, 2, 3)", place


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


def test_a_notebook_has_the_house_s_style_and_leaves_it(show: Callable[..., Page]) -> None:
    shown = hosted(show)
    spec = ranking(brand=BRANDS / "ledger" / "_brand.yml").spec
    put(shown, spec)
    figure = shown.locator("figure")
    expect(figure).to_have_css("background-color", "rgb(253, 246, 236)")
    expect(figure.locator(".tc-house img")).to_have_attribute("alt", "The Ledger")
    assert "loaded" in shown.evaluate("document.fonts.ready.then((all) => [...all].map((each) => each.status))")
    night = ranking(brand=BRANDS / "nightdesk" / "_brand.yml").spec
    shown.evaluate("(spec) => widgets[0].model.set('spec', spec)", night)
    expect(figure).to_have_css("background-color", "rgb(15, 22, 32)")
    expect(figure).to_have_attribute("data-theme", "dark")
    del night["brand"]
    shown.evaluate("(spec) => widgets[0].model.set('spec', spec)", night)
    expect(figure).to_have_css("background-color", "rgba(0, 0, 0, 0)")
    expect(figure.locator(".tc-house")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 720])
def test_a_frame_has_the_height_that_a_house_needs(show: Callable[..., Page], width: int) -> None:
    chart = ranking(brand=BRANDS / "ledger" / "_brand.yml")
    page = show(f"<!doctype html><title>x</title>{chart.embed('srcdoc')}", answering=False, width=width, scripts=False)
    frame = page.frames[-1]
    frame.wait_for_selector("figure")
    assert frame.evaluate("document.documentElement.scrollHeight") <= page.locator("iframe").bounding_box()["height"]
