"""Charts in print: whole rows, the header on every page, choices as words, and no controls."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

import tradecontext as tc
from golden import golden, in_turn, told
from raster import Words, sheets
from tradecontext.outputs import renderer
from tradecontext.outputs.component import component
from tradecontext.outputs.inline import inline
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

RUNTIME = "http://desk.test/component.js"
CASES = [
    "deficit_ranking/everything",
    "input_reliance/second",
    "input_reliance/lines",
    "comparative_advantage/groups",
    "adjusted_balance/content",
    "adjusted_balance/value_added",
    "adjusted_balance/bridge",
    "adjusted_balance/assumption",
    "balance_over_time/crossing",
]


def article(snippet: str) -> str:
    story = "<p>What the article says.</p>" * 9
    return f"<!doctype html><meta charset=utf-8><title>Article</title>{story}{snippet}{story}"


KINDS: dict[str, Callable[[Any], str]] = {
    "page": page,
    "component": lambda spec: article(component(spec, RUNTIME)),
    "inline": lambda spec: article(inline(spec)),
}


def opened(show: Show, kind: str, spec: dict[str, Any]) -> Page:
    shown = show(KINDS[kind](spec), width=900, pages={RUNTIME: renderer.bundle("component.js")})
    if kind != "inline":
        expect(shown.locator("table button").first).to_be_attached()
    return shown


def paper(shown: Page, *, wide: float = 210, tall: float = 297) -> list[Words]:
    """Print with narrow margins, and return the words of each page with their places in mm."""
    size = {"width": f"{wide}mm", "height": f"{tall}mm"}
    return sheets(shown.pdf(margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"), **size))


def over(words: Words) -> list[tuple[str, str]]:
    """Return pairs of words that overlap."""
    faults = []
    for (one, a), (other, b) in itertools.combinations(words, 2):
        across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        # Boxes of letters are taller than the letters, so a small vertical overlap is allowed.
        if across > 0.002 and down > 0.4 * min(a[3] - a[1], b[3] - b[1]):
            faults.append((one, other))
    return faults


@pytest.mark.parametrize("kind", KINDS)
def test_a_long_ranking_has_whole_rows_under_a_head_on_every_page(show: Show, kind: str) -> None:
    trade, context = tc.data.us_goods_trade(), tc.data.us_share_of_imports()
    spec = tc.DeficitRanking(trade, year=2024, top=100, context=context).spec
    found = paper(opened(show, kind, spec))
    assert len(found) >= 4
    rows = [row["name"].split()[0] for row in spec["rows"]]
    for number, words in enumerate(found):
        assert over(words) == []
        said = [text for text, _ in words]
        if set(said) & set(rows[:90]):
            assert {"Partner", "Deficit", "Share"} <= set(said), number
            # The header is above the first row of the page, aligned with its columns.
            tops = {text: at for text, at in words if text in {"Partner", "Deficit"}}
            names = [at for text, at in words if text in rows and abs(at[0] - tops["Partner"][0]) < 0.002]
            assert names
            assert tops["Partner"][1] < min(top for _, top, _, _ in names)
    everything = [text for words in found for text, _ in words]
    assert [name for name in rows if name not in everything] == []


@pytest.mark.parametrize(("case", "kind"), in_turn(CASES, KINDS))
def test_every_chart_is_whole_on_small_paper_and_on_large(show: Show, case: str, kind: str) -> None:
    spec = golden(case)
    shown = opened(show, kind, spec)
    for size in ({}, {"wide": 148.0, "tall": 105.0}):
        found = paper(shown, **size)
        said = " ".join(text for words in found for text, _ in words)
        assert [fault for words in found for fault in over(words)] == []
        for words in found:
            assert [text for text, (left, _, right, _) in words if left < 0 or right > 1] == []
        # Notes that are folded on a screen are open on paper.
        whole = said.replace(" ", "")
        assert [note for note in spec["frame"]["notes"] if "".join(note.split()) not in whole] == []
        if spec.get("view") != "lines":
            assert [value for _, value in told(spec) if "".join(value.split()) not in whole] == []


@pytest.mark.parametrize("case", CASES)
def test_there_is_nothing_to_press_and_what_was_chosen_is_words(show: Show, case: str) -> None:
    shown = show(page(golden(case) | {}), width=900)
    expect(shown.locator("table button").first).to_be_attached()
    shown.eval_on_selector_all("details", "all => all.forEach((one) => { one.open = true; })")
    for select in shown.locator(".tc-period select").all():
        select.select_option(index=2)
    chosen = shown.eval_on_selector_all(".tc-period select", "all => all.map((one) => one.value)")
    shown.emulate_media(media="print")
    # There are no boxes, arrows, sliders, or hints about what to press.
    looks = """all => all.filter((one) => one.checkVisibility()).map((one) => getComputedStyle(one))
        .filter(({ appearance, borderTopWidth }) => appearance !== "none" || borderTopWidth !== "0px").length"""
    assert shown.eval_on_selector_all("select", looks) == 0
    assert shown.eval_on_selector_all("button", "all => all.filter((one) => one.getClientRects().length).length") == 0
    assert shown.locator("input:visible, .tc-take:visible, .tc-readout:visible").count() == 0
    # What opens the exact steps of a bridge is their heading on paper, without a sign that it opens anything.
    for summary in shown.locator(".tc-body summary:visible").all():
        assert summary.evaluate("(one) => getComputedStyle(one).listStyleType") == "none"
    arrow = "all => all.map((one) => getComputedStyle(one, '::after').display)"
    assert set(shown.eval_on_selector_all("[aria-sort] > :first-child", arrow)) <= {"none"}
    said = [text for words in paper(shown) for text, _ in words]
    assert [year for year in chosen if year not in said] == []


def test_what_readers_may_take_is_not_printed(show: Show) -> None:
    spec = golden("deficit_ranking/plain")
    shown = show(page(spec | {"frame": spec["frame"] | {"links": ["data", "image", "embed"]}}))
    expect(shown.locator(".tc-take")).to_be_visible()
    shown.emulate_media(media="print")
    expect(shown.locator(".tc-take")).to_be_hidden()
