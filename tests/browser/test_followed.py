"""Words, names and read-outs follow the reader's period, also in a page that a browser has translated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from test_shares import live, moved, table
from test_translated import TRANSLATE

import tradecontext as tc
from golden import golden, in_turn, told
from tradecontext.outputs import renderer
from tradecontext.outputs.embed import embed
from tradecontext.outputs.page import page, policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Show = Callable[..., Page]

PLAIN, GAPS, LINES = "input_reliance/plain", "input_reliance/gaps", "input_reliance/lines"
RUNTIME = "http://chart.test/component.js"

HEARD = """() => {
    window.heard = [];
    new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((one) => heard.push(one.textContent))))
        .observe(document.querySelector("[aria-live]"), { childList: true, subtree: true, characterData: true });
}"""


def choose(shown: Page | Locator, first: int, last: int) -> None:
    # Under lines the period is in the collapsed ranking.
    shown.locator("details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    for end, year in enumerate((first, last)):
        shown.locator(".tc-period select").nth(end).select_option(str(year))


def over(spec: dict[str, Any], first: int, last: int) -> dict[str, Any]:
    """Return the frame as Python writes it for a period."""
    chart: Any = tc.from_spec(spec)
    chart.period = (first, last)
    frame: dict[str, Any] = chart.present()["frame"]
    return frame


def says(shown: Page | Locator, frame: dict[str, Any]) -> None:
    """Assert that the words around and in the drawing are those of a frame."""
    expect(shown.locator(".tc-headline")).to_have_text(frame["headline"])
    expect(shown.locator(".tc-subtitle")).to_have_text(frame["subtitle"])
    expect(shown.locator(".tc-key")).to_have_text(" ".join([*frame["key"], frame["note"]]).strip())
    expect(shown.locator(".tc-notes")).to_have_text(" ".join(frame["notes"]))
    expect(shown.locator("caption")).to_have_text(frame["headline"])
    expect(shown.locator("figure.tradecontext")).to_have_attribute("aria-label", frame["alt"])


@pytest.mark.parametrize(
    ("case", "translated"),
    in_turn([PLAIN, GAPS, LINES, "input_reliance/spanish", "input_reliance/right_to_left"], [False, True]),
)
def test_words_and_figures_follow_there_and_back(show: Show, case: str, translated: bool) -> None:  # noqa: FBT001
    spec = golden(case)
    shown = live(show(page(spec)))
    if translated:
        shown.evaluate(TRANSLATE)
    first, last = spec["years"][0], spec["years"][-1]
    for period in ((last - 1, last), (first, first), (last, last), (first, last)):
        choose(shown, first, last)
        choose(shown, *period)
        frame = over(spec, *period)
        says(shown, frame)
        assert shown.title() == frame["headline"]
        expect(shown.locator("meta[name=description]")).to_have_attribute("content", frame["alt"])
        drawn = table(shown)
        assert [name for name, _ in drawn] == [name for name, _ in told(moved(spec, *period))]
        for (_, text), (_, value) in zip(drawn, told(moved(spec, *period)), strict=True):
            assert text.startswith(value) or not value


def test_what_the_author_wrote_stays(show: Show) -> None:
    chart = tc.InputReliance(tc.data.input_shares(), headline="Ours", subtitle="Ours too", alt="And this")
    shown = live(show(chart.to_html()))
    choose(shown, 2000, 2005)
    says(shown, {**over(chart.spec, 2000, 2005), "headline": "Ours", "subtitle": "Ours too", "alt": "And this"})
    assert shown.title() == "Ours"


def test_notes_come_and_go(show: Show) -> None:
    data = tc.data.input_shares().drop(columns=["definition"], errors="ignore")
    chart = tc.InputReliance(data, view="lines", period=(2000, 2000), source="A source", labels={"measure": "Share"})
    chart.note = ""
    shown = live(show(chart.to_html()))
    choose(shown, 2000, 2005)
    expect(shown.locator(".tc-notes")).to_contain_text("Averages are of yearly shares")
    choose(shown, 2000, 2000)
    expect(shown.locator(".tc-notes")).not_to_contain_text("Averages are of yearly shares")


def test_a_change_is_announced_once_and_of_its_own_period(show: Show) -> None:
    shown = live(show(page(golden(PLAIN))))
    shown.evaluate(HEARD)
    for first, words in (
        (2005, "Mexico: 48.0% on average, 2005\u20132011"),
        (1995, "Mexico: 58.3% on average, 1995\u20132011"),
    ):
        shown.evaluate("heard.length = 0")
        shown.get_by_label("First year").select_option(str(first))
        expect(shown.locator(".tc-told")).to_contain_text(words)
        assert len(shown.evaluate("heard")) == 1
    # A period of one year has no average.
    choose(shown, 1995, 1995)
    expect(shown.locator(".tc-told")).to_have_text("Mexico: 71.5% in 1995.")
    choose(shown, 1995, 2011)
    # The read-out is about the country that the reader selects.
    shown.get_by_role("button", name="Brazil").click()
    shown.mouse.move(1, 1)
    shown.evaluate("heard.length = 0")
    shown.get_by_label("First year").select_option("2000")
    shown.get_by_label("First year").focus()
    expect(shown.locator(".tc-told")).to_contain_text("Brazil: ")
    assert [text[:8] for text in shown.evaluate("heard")] == ["Brazil: "]
    assert "2000\u20132011" in shown.evaluate("heard[0]")


@pytest.mark.parametrize("width", [320, 720])
@pytest.mark.parametrize(
    "case", [PLAIN, GAPS, "input_reliance/second", "input_reliance/missing_years", "input_reliance/ranking"]
)
def test_bars_keep_to_one_scale(show: Show, case: str, width: int) -> None:
    """A pixel stands for the same share in every period."""
    spec = golden(case)
    shown = live(show(page(spec), width=width, reduced_motion="reduce"))
    bars = """() => [...document.querySelectorAll("tbody tr")].map((row) => [
        row.querySelector(".tc-track i")?.getBoundingClientRect().width ?? 0, parseFloat(row.querySelector(".tc-value").textContent)])"""
    first, last = spec["years"][0], spec["years"][-1]
    middle = (first + last) // 2
    scales = []
    for period in ((first, last), (first, middle), (middle, last), (first, first)):
        choose(shown, first, last)
        choose(shown, *period)
        scales += [wide / share for wide, share in shown.evaluate(bars) if share and share > 8 and wide]
    assert len(scales) > 3
    assert max(scales) == pytest.approx(min(scales), rel=0.02)


def test_the_period_of_one_year_data_cannot_be_chosen(show: Show) -> None:
    shown = live(show(page(golden("input_reliance/one_year"))))
    expect(shown.locator("select")).to_have_count(0)
    expect(shown.locator(".tc-period")).to_have_count(0)


def test_in_a_component(show: Show) -> None:
    spec = golden(PLAIN)
    html = (
        f"<!doctype html><title>Story</title><meta name=description content=Story>{embed(spec, 'component', RUNTIME)}"
    )
    shown = show(html, pages={RUNTIME: renderer.bundle("component.js")})
    chart = shown.locator("trade-chart")
    expect(chart.locator("select").first).to_be_attached()
    choose(shown, 2000, 2005)
    says(chart, over(spec, 2000, 2005))
    assert shown.title() == "Story"
    expect(shown.locator("meta[name=description]")).to_have_attribute("content", "Story")


def test_the_name_of_a_frame_follows_what_is_in_it(show: Show) -> None:
    spec = golden(PLAIN)
    shown = show(f"<!doctype html><title>Story</title>{embed(spec, 'srcdoc')}")
    expect(shown.locator("iframe")).to_have_attribute("title", spec["frame"]["headline"])
    inside = shown.frame_locator("iframe")
    expect(inside.locator("select").first).to_be_attached()
    choose(inside, 2000, 2005)
    expect(shown.locator("iframe")).to_have_attribute("title", over(spec, 2000, 2005)["headline"])


def test_everything_that_is_changed_passes_the_strictest_policy(show: Show) -> None:
    spec = golden(PLAIN)
    shown = live(show(page(spec), policy=policy(spec)))
    choose(shown, 2000, 2005)
    says(shown, over(spec, 2000, 2005))
