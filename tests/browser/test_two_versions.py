"""Two versions of the package in one notebook: each chart keeps the styles that it came with."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest
from host import MODULE, OWN, put
from playwright.sync_api import expect

import tradecontext as tc
from golden import golden
from tradecontext.outputs import renderer
from tradecontext.outputs.inline import inline

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

OTHER = "tc-0123abcd"
OTHERS = "http://chart.test/other.js"
SPEC = golden("adjusted_balance/value_added")


def other(text: str) -> str:
    """Return a bundle as another build would have it: with its own class, larger headlines and red text."""
    assert OWN in text
    return text.replace(OWN, OTHER).replace("#17191c", "#a00000").replace("font-size:1.25rem", "font-size:3rem")


@pytest.mark.parametrize("order", [1, -1])
def test_each_chart_keeps_its_own(show: Show, order: int) -> None:
    sheets = [renderer.bundle("widget.css"), other(renderer.bundle("widget.css"))][::order]
    modules = {MODULE: renderer.bundle("widget.js"), OTHERS: other(renderer.bundle("widget.js"))}
    styles = "".join(f"<style>{each}</style>" for each in sheets)
    shown = show(f"<!doctype html><title>Host</title>{styles}<main></main><aside></aside>", pages=modules)
    put(shown, SPEC)
    put(shown, SPEC, "aside", OTHERS)
    first, second = shown.locator("main figure"), shown.locator("aside figure")
    for figure, ink, size in ((first, "rgb(23, 25, 28)", "24px"), (second, "rgb(160, 0, 0)", "24px")):
        expect(figure).to_have_css("color", ink)
        expect(figure.locator(".tc-headline")).to_have_css("font-size", size)
    # Sizes differ at narrow widths too, and a chart looks the same alone and beside the other.
    shown.set_viewport_size({"width": 320, "height": 800})
    expect(first.locator(".tc-headline")).to_have_css("font-size", "20px")
    expect(second.locator(".tc-headline")).to_have_css("font-size", "48px")


@pytest.mark.parametrize("order", [1, -1])
def test_snippets_of_two_versions_in_one_article(show: Show, monkeypatch: pytest.MonkeyPatch, order: int) -> None:
    now = inline(SPEC)
    bundle = renderer.bundle
    monkeypatch.setattr(renderer, "bundle", lambda name: bundle(name) + ".tradecontext .tc-headline{color:#a00000}")
    then = inline(SPEC)
    shown = show(f"<!doctype html><title>Article</title>{''.join([now, then][::order])}")
    inks = ["rgb(0, 0, 0)", "rgb(160, 0, 0)"][::order]
    for place, ink in enumerate(inks):
        expect(shown.locator(".tc-headline").nth(place)).to_have_css("color", ink)


def test_the_class_is_named_after_the_styles() -> None:
    styles = renderer.bundle("widget.css")
    plain = styles.replace(f":where(.{OWN}) ", "")
    assert f"tc-{hashlib.sha256(plain.encode()).hexdigest()[:8]}" == OWN
    assert OWN in renderer.bundle("widget.js")
    assert plain.count(".tradecontext") == styles.count(f":where(.{OWN}) .tradecontext")


def test_each_has_a_style_sheet_of_its_own_in_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    # anywidget replaces the style sheet that has the same id.
    def state() -> dict[str, str]:
        chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024)
        return {name: getattr(chart, name) for name in ("_anywidget_id", "_css")}

    now = state()
    assert state() == now
    bundle = renderer.bundle
    monkeypatch.setattr(renderer, "bundle", lambda name: other(bundle(name)) if name == "widget.css" else bundle(name))
    then = state()
    assert then["_css"] != now["_css"]
    assert then["_anywidget_id"] != now["_anywidget_id"]


def test_an_author_s_colours_hold_in_a_notebook_as_on_a_page(show: Show) -> None:
    sheet = renderer.bundle("widget.css")
    shown = show(
        f"<!doctype html><title>Host</title><style>{sheet}</style><style>.tradecontext{{--tc-ink:#123456}}</style><main></main>",
        pages={MODULE: renderer.bundle("widget.js")},
    )
    put(shown, SPEC)
    expect(shown.locator("figure")).to_have_css("color", "rgb(18, 52, 86)")
