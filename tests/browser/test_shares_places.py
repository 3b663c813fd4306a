"""The layout of charts over time: hydrated without changes, at any size, in any host and engine, and quickly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from geometry import FAULTS
from host import OWN, hosted, put
from playwright.sync_api import expect
from test_accessibility import COLOURS
from test_geometry import HOSTS
from test_page import BOXES, TURNING

import tradecontext as tc
from contrast import contrast
from golden import golden, told
from markup import unheard
from tradecontext.outputs import renderer
from tradecontext.outputs.page import page
from tradecontext.outputs.srcdoc import srcdoc
from tradecontext.spec import to_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

PLAIN, SECOND, GAPS, RCA, ODD = (
    *("input_reliance/plain", "input_reliance/second", "input_reliance/gaps"),
    *("comparative_advantage/plain", "comparative_advantage/odd"),
)
WIDTHS = (280, 320, 575, 576, 577, 608, 720, 1100)
NAMES = [chr(65 + place // 26) + chr(97 + place % 26) + "land" for place in range(60)]
# Fonts with other proportions than the system's; the layout has to fit with any of them.
FONTS = ("DejaVu Sans Light", "DejaVu Sans Condensed", "DejaVu Serif")


def live(shown: Page) -> Page:
    """Wait until the chart is hydrated."""
    expect(shown.locator("thead button").first).to_be_attached()
    return shown


def faults(shown: Page, *widths: int) -> dict[int, list[str]]:
    """Return the layout faults by width, without widths that have none."""
    found = {}
    for width in widths:
        shown.set_viewport_size({"width": width, "height": 800})
        found[width] = shown.evaluate(FAULTS)
    return {width: each for width, each in found.items() if each}


@pytest.mark.parametrize("case", [PLAIN, "input_reliance/lines", RCA])
def test_the_drawn_markup_is_taken_over_unchanged(show: Show, case: str) -> None:
    """Hydration turns headers and years into controls, adds the hint, chips and cross-hair, and changes nothing else."""
    # A text node may be split in two without a visible change, so texts are compared only as a whole.
    watch = """<script>
        const main = document.querySelector("main"), said = () => main.textContent;
        const before = said(), of = (nodes) => [...nodes].filter((one) => one.localName).map((one) => one.outerHTML).join();
        new MutationObserver((all, observer) => {
            observer.disconnect();
            const changes = all.filter(({ type }) => type !== "characterData").map(({ type, target, addedNodes, removedNodes }) =>
                [type, target.className, of(removedNodes), of(addedNodes)]).filter(([type, , removed, added]) => type === "attributes" || removed || added);
            const readout = main.querySelector(".tc-readout")?.textContent ?? "";
            changes.splice(0, Infinity, ...changes.filter(([type, where]) => type !== "attributes" && !["tc-told", "tc-find"].includes(where)));
            main.querySelector(".tc-chips")?.replaceChildren();
            for (const options of main.querySelectorAll("select")) options.replaceWith(options.value);
            main.querySelector(".tc-find label")?.remove();
            window.seen = { changes, before: before + readout, after: said().replace(readout, "") + readout, readout };
        }).observe(main, { subtree: true, childList: true, attributes: true, characterData: true });
    </script>"""
    spec = golden(case)
    shown = show(page(spec).replace("</main>", "</main>" + watch))
    shown.wait_for_function("window.seen")
    seen = shown.evaluate("seen")
    assert seen["after"] == seen["before"]
    # Below a collapsed table nothing is said.
    words = spec["locale"]["words"]["hint"] if case != "input_reliance/lines" else ""
    assert seen["readout"] == words
    hint = [["childList", "tc-readout", "", f"<span>{words}</span>"]] if words else []
    assert [change for change in seen["changes"] if change[1] == "tc-readout"] == hint
    # The chips and the cross-hair are there only for a reader who can use them.
    new = {("childList", "tc-chips"), ("childList", "tc-lines")}
    changes = [change for change in seen["changes"] if change not in hint and tuple(change[:2]) not in new]
    assert {(kind, where) for kind, where, *_ in changes} - {("childList", "tc-period")} == {
        ("childList", "tc-label"),
        ("childList", "tc-bar"),
    }
    removed, added = ([change[side] for change in changes if change[side]] for side in (2, 3))
    assert len(removed) == len(added)
    assert all(re.fullmatch(r"<(span|b)>[^<]+</\1>", old) for old in removed)
    assert all(re.match(r"<(button|select) ", new) for new in added)
    years = [old for _, where, old, _ in changes if where == "tc-period" and old]
    assert years == ([f"<b>{year}</b>" for year in spec["initial"]["period"]] if "view" in spec else [])


@pytest.mark.parametrize("width", [320, 720])
@pytest.mark.parametrize("case", [RCA, "comparative_advantage/right_to_left"])
def test_nothing_moves_when_it_becomes_live(show: Show, case: str, width: int) -> None:
    html = page(golden(case))
    still, answering = show(html, width=width, scripts=False), live(show(html, width=width))
    assert answering.evaluate(BOXES) == still.evaluate(BOXES)


@pytest.mark.parametrize("width", [320, 720])
@pytest.mark.parametrize("case", [PLAIN, RCA])
def test_reading_out_moves_nothing_below(show: Show, case: str, width: int) -> None:
    shown = live(show(page(golden(case)), width=width))
    foot = "() => document.querySelector('.tc-foot').offsetTop"
    before = shown.evaluate(foot)
    for row in shown.locator("tbody tr").all():
        row.hover()
        assert shown.evaluate(foot) == before


@pytest.mark.parametrize("case", [PLAIN, SECOND, GAPS, "input_reliance/spanish", RCA, "comparative_advantage/sixty"])
def test_nothing_stands_on_anything_around_the_width_where_it_changes(show: Show, case: str) -> None:
    assert faults(live(show(page(golden(case)))), *WIDTHS) == {}


def made(countries: int, years: int) -> dict[str, Any]:
    """Return a chart of many countries and years with made-up figures, some gaps and some long names."""
    rows = [
        (f"X{place:02}", (NAMES[place] + " and its Islands" * (place % 9 == 4)), 1960 + year, share)
        for place in range(countries)
        for year in range(years)
        if (share := ((place * 37 + year * 11) % 97) / 97) > 0.05
    ]
    data = pd.DataFrame(rows, columns=["partner", "partner_name", "year", "share"])
    return tc.InputReliance(data, source="Figures made up for a test", view="both").spec


@pytest.mark.parametrize(("countries", "years"), [(1, 2), (2, 60), (8, 9), (9, 30), (60, 60)])
def test_any_number_of_countries_and_years_fits(show: Show, countries: int, years: int) -> None:
    spec = made(countries, years)
    assert faults(live(show(page(spec))), 280, 320, 608, 720) == {}
    # With all rows selected, there are as many names as there is room for, and one for the others.
    spec["initial"]["selection"] = [row["partner"] for row in spec["rows"]]
    shown = live(show(page(spec)))
    assert faults(shown, 280, 320, 720) == {}
    assert 1 <= shown.locator(".tc-names span").count() <= min(countries, 15)


def test_ticks_at_the_ends_of_a_scale_stay_inside_what_a_script_draws(show: Show) -> None:
    shown = hosted(show, width=320)
    put(shown, golden("comparative_advantage/all"))
    assert shown.locator(".tc-axis b").last.text_content() == "64"
    inside = """() => { const chart = document.querySelector("figure").getBoundingClientRect();
        return [...document.querySelectorAll(".tc-axis b")].map((tick) => tick.getBoundingClientRect())
            .filter(({ width }) => width).every(({ left, right }) => left >= chart.left - 1 && right <= chart.right + 1); }"""
    assert shown.evaluate(inside)


@pytest.mark.parametrize("font", FONTS)
def test_other_fonts_fit_too(show: Show, font: str) -> None:
    for case in (SECOND, RCA):
        shown = live(show(page(golden(case))))
        shown.add_style_tag(content=f".tradecontext{{--tc-font:'{font}'}}")
        assert faults(shown, 280, 320, 608, 720) == {}


@pytest.mark.parametrize("host", HOSTS)
def test_no_host_makes_it_collapse(show: Show, host: str) -> None:
    for case in (SECOND, RCA):
        figure = renderer.draw("drawHtml", to_json(golden(case)), "p")
        style = f"<style>{renderer.bundle('widget.css')}</style>"
        shown = show(
            f'<!doctype html><title>Host</title>{style}<div style="{HOSTS[host]}"><div class="{OWN}">{figure}</div></div>',
            width=760,
        )
        assert shown.locator("figure").bounding_box()["width"] > 250
        assert shown.evaluate(FAULTS) == []


@pytest.mark.parametrize("case", [PLAIN, "input_reliance/lines", SECOND, RCA, ODD])
def test_a_srcdoc_frame_shows_it_whole_with_little_left_over(show: Show, case: str) -> None:
    host = '<!doctype html><title>Host</title><meta name="viewport" content="width=device-width"><style>body{margin:0}</style>'
    shown = show(host + unheard(srcdoc(golden(case))).replace('loading="lazy"', ""), width=320)
    expect(shown.frame_locator("iframe").locator("figure")).to_be_visible()
    inside = shown.frames[1]
    for width in (320, 390, 608, 720):
        shown.set_viewport_size({"width": width, "height": 800})
        inside.wait_for_function("width => innerWidth === width", arg=width)
        room, needed = inside.evaluate("[innerHeight, document.body.scrollHeight]")
        assert needed <= room <= 1.4 * needed, width
        assert inside.evaluate("document.documentElement.scrollWidth") <= width


# For each line of the plot and each small line: its colour, its width, and the row's accent.
STROKES = """() => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  return [...document.querySelectorAll(".tc-plot path[data-out], td path")].map((path) => {
    const { stroke, strokeWidth, opacity, strokeDasharray } = getComputedStyle(path);
    return { colour: rgb(stroke), width: parseFloat(strokeWidth), opacity: Number(opacity), dashed: strokeDasharray !== "none" };
  });
}"""


@pytest.mark.parametrize(
    "options", [{"scheme": "light"}, {"scheme": "dark"}, {"forced_colors": "active"}], ids=["light", "dark", "forced"]
)
def test_lines_and_dots_stand_out(show: Show, options: dict[str, str]) -> None:
    for case in (SECOND, RCA):
        shown = show(page(golden(case)), **options)
        found = shown.evaluate(COLOURS, ".tc-track i, .tc-track b, .tc-track u")
        strokes = shown.evaluate(STROKES)
        assert len(strokes) >= (2 if case == SECOND else 10)
        for stroke in strokes:
            assert stroke["width"] >= 1.5
            assert stroke["opacity"] == 1
            assert contrast(stroke["colour"], found["ground"]) >= 3
        assert any(stroke["dashed"] for stroke in strokes) == (case == SECOND), "the second series, beyond colour"
        assert len(found["marks"]) >= 10
        assert [mark for mark in found["marks"] if contrast(mark[1], found["ground"]) < 3] == []


def test_a_printed_page_has_lines_years_and_words_of_ink(show: Show) -> None:
    shown = live(show(page(golden(SECOND)), scheme="dark"))
    shown.emulate_media(media="print")
    white = [255, 255, 255]
    assert all(contrast(each["colour"], white) >= 3 for each in shown.evaluate(STROKES))
    words = shown.evaluate(COLOURS, ".tc-track *, select, option")["text"]
    assert {text: colour for text, colour in words if contrast(colour, white) < 4.5} == {}
    expect(shown.locator(".tc-readout")).to_be_hidden()
    expect(shown.get_by_label("First year")).to_be_visible()


def test_rows_slide_at_a_change_of_the_period_unless_less_motion_is_asked_for(show: Show) -> None:
    html = page(golden(PLAIN))
    for motion, moves in (("no-preference", True), ("reduce", False)):
        shown = live(show(html, reduced_motion=motion))
        turning = shown.evaluate(
            f"""() => {{
                const year = document.querySelector(".tc-period select");
                year.value = "2005";
                year.dispatchEvent(new Event("change", {{ bubbles: true }}));
                return ({TURNING})();
            }}"""
        )
        assert (turning > 0) == moves
        expect(shown.locator("tbody th").first).to_have_text("Canada")


def test_firefox_shows_the_same_in_the_same_places(tab: Page, show: Show) -> None:
    for case in (PLAIN, GAPS, "input_reliance/right_to_left", RCA, ODD):
        spec = golden(case)
        tab.set_content(page(spec))
        chromium = live(show(page(spec)))
        expect(tab.locator("thead button").first).to_be_attached()
        for one in (tab, chromium):
            one.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        drawn = tab.locator("tr:has(th[scope=row])").all_inner_texts()
        for (name, value), text in zip(told(spec), drawn, strict=True):
            assert name in text
            assert value in text
        for width in (320, 720):
            for one in (tab, chromium):
                one.set_viewport_size({"width": width, "height": 3000})
            assert tab.evaluate(FAULTS) == []
            widths = "all => all.map((each) => each.getBoundingClientRect().width)"
            for each in (".tc-track i", ".tc-track", ".tc-plot"):
                there, here = (one.eval_on_selector_all(each, widths) for one in (chromium, tab))
                assert here == pytest.approx(there, abs=2), (case, width, each)


def test_firefox_follows_the_period_and_selects_at_a_line(tab: Page) -> None:
    spec = golden(PLAIN)
    tab.set_content(page(spec))
    tab.get_by_label("First year").select_option("2005")
    expect(tab.locator("tbody th").first).to_have_text("Canada")
    tab.get_by_label("add a country").select_option("Brazil")
    name = tab.locator(".tc-lines > .tc-names span", has_text="Brazil")
    name.hover()
    expect(tab.locator(".tc-readout")).to_contain_text("Brazil: ")
    tab.locator("tbody button", has_text="Mexico").click()
    expect(tab.locator("button[aria-pressed=true]")).to_have_text(["Mexico", "Brazil"])
