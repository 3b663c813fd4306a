"""AdjustedBalance: places of marks, colours, sizes, accessibility and print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from geometry import AT_WIDTHS
from playwright.sync_api import expect
from test_accessibility import COLOURS, SPACING, tree
from test_adjusted import BALANCES, BRIDGE, CONTENT, SPANISH, live
from test_page import BOXES

from contrast import contrast
from golden import golden, told
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

ENDS = ("gross", "value_added")
# The two bars of each pair, which the style sheet alone knows: their ends along the track, and their edges.
PAIRS = """() => [...document.querySelectorAll(".tc-pair")].map((pair) => ["::before", "::after"].map((bar) => {
  const style = getComputedStyle(pair, bar), { width, top } = pair.getBoundingClientRect();
  const [left, long, from, tall] = [style.left, style.width, style.top, style.height].map(parseFloat);
  return { span: [left / width, (left + long) / width], top: top + from, bottom: top + from + tall };
}))"""
MIRRORED = "adjusted_balance/bridge_right_to_left"
VIEWS = pytest.mark.parametrize("case", ["adjusted_balance/assumption", CONTENT, BALANCES, BRIDGE])


def spans(shown: Page, mark: str) -> list[tuple[float, float]]:
    """Return the start and the end of each mark along its track, in the reading direction."""
    found: list[tuple[float, float]] = shown.eval_on_selector_all(
        mark,
        """marks => marks.map((mark) => {
          const box = mark.getBoundingClientRect(), track = mark.closest(".tc-track").getBoundingClientRect();
          const rtl = getComputedStyle(mark).direction === "rtl";
          return (rtl ? [track.right - box.right, track.right - box.left] : [box.left - track.left, box.right - track.left])
            .map((place) => place / track.width);
        })""",
    )
    return found


@pytest.mark.parametrize("width", [320, 752])
def test_marks_stand_where_their_figures_are(leaf: Show, width: int) -> None:
    def drawn(spec: dict[str, Any], marks: str) -> list[tuple[float, float]]:
        shown = leaf(page(spec))
        shown.evaluate("width => { document.documentElement.style.width = `${width}px` }", width)
        return spans(shown, marks)

    spec = golden(MIRRORED)
    rows = [row for row in spec["rows"] if row["role"] not in {"total", "part"}]
    ticks = [tick["value"] for tick in spec["scale"]["ticks"]]
    values = [*ticks, *(row[name] for row in rows for name in ("from", "to"))]
    low, high = min(values), max(values)
    for span, row in zip(drawn(spec, "figure > div > table :is(.tc-whole, .tc-step)"), rows, strict=True):
        expected = sorted((row[name] - low) / (high - low) for name in ("from", "to"))
        assert span == pytest.approx(expected, abs=0.012), row["name"]
    spec = golden(CONTENT)
    shares = [share for row in spec["rows"] for share in row["content"]]
    for (start, end), share in zip(drawn(spec, ".tc-track i"), shares, strict=True):
        assert end - start == pytest.approx(share, abs=0.02)


@VIEWS
def test_words_stand_out(show: Show, case: str) -> None:
    shown = live(show(page(golden(case)), width=320))
    for scheme in ("light", "dark"):
        shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = shown.evaluate(COLOURS, ".tc-track *, html")
        assert found["clear"]
        assert {text: ink for text, ink in found["text"] if contrast(ink, found["ground"]) < 4.5} == {}


@VIEWS
def test_a_screen_reader_finds_the_tables_in_order(leaf: Show, case: str) -> None:
    spec = golden(case)
    shown = live(leaf(page(spec)))
    shown.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    found = tree(shown)
    captions = [spec["frame"]["headline"], *([spec["amounts"]["caption"]] if "amounts" in spec else [])]
    captions += [spec["exact"]] if "exact" in spec else []
    assert [name for role, name in found if role == "table"] == captions
    groups = {row.get("group") for row in spec["rows"]}
    heads = [name for role, name in found if role == "rowheader" and name not in groups]
    assert [head.split("  ")[0] for head in heads] == [name for name, _ in told(spec)] or len(heads) == len(told(spec))
    assert "" not in [name for role, name in found if role == "columnheader"]


def test_marks_stand_out(show: Show) -> None:
    shown = show(page(golden(CONTENT)))
    for case, mark in ((CONTENT, ".tc-track i"), (BRIDGE, ".tc-whole, .tc-step")):
        shown.set_content(page(golden(case)))
        for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
            shown.emulate_media(**media)  # type: ignore[arg-type]
            found = shown.evaluate(COLOURS, mark)
            assert len(found["marks"]) >= 5
            assert [each for each in found["marks"] if contrast(each[1], found["ground"]) < 3] == []
        shown.emulate_media(forced_colors="none")


def test_the_parts_of_a_dollar_differ_in_lightness(show: Show) -> None:
    """A reader who sees no hues tells them apart, in light and in dark."""
    shown = show(page(golden(CONTENT)))
    for scheme in ("light", "dark"):
        shown.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        colours = (
            "all => all.slice(0, 3).map((each) => getComputedStyle(each).backgroundColor.match(/[\\d.]+/g).map(Number))"
        )
        found = shown.eval_on_selector_all(".tc-track i", colours)
        ratios = [contrast(one, other) for place, one in enumerate(found) for other in found[:place]]
        assert min(ratios) >= 1.4, scheme


@pytest.mark.parametrize("width", [320, 576, 720])
def test_the_words_for_the_two_sides_meet_at_zero(show: Show, width: int) -> None:
    for case in (BALANCES, "adjusted_balance/right_to_left", "adjusted_balance/signs"):
        shown = show(page(golden(case)), width=width)
        gaps = shown.evaluate(
            """() => {
              const zero = document.querySelector(".tc-track b").getBoundingClientRect().left;
              return [...document.querySelectorAll(".tc-axis em")].map((each) => {
                const { left, right } = each.getBoundingClientRect();
                return Math.min(Math.abs(left - zero), Math.abs(right - zero));
              });
            }"""
        )
        assert len(gaps) == 2
        assert max(gaps) <= 6, case


@pytest.mark.parametrize("width", [320, 752])
def test_bars_of_a_pair_run_from_zero_and_neither_hides_the_other(show: Show, width: int) -> None:
    spec = golden(BALANCES)
    drawn = show(page(spec), width=width).evaluate(PAIRS)
    rows = [row for row in spec["rows"] if row["role"] != "total"]
    values = [*(tick["value"] for tick in spec["scale"]["ticks"]), *(row[end] for row in rows for end in ENDS)]
    low, high = min(values), max(values)
    for pair, row in zip(drawn, rows, strict=True):
        for bar, end in zip(pair, ENDS, strict=True):
            expected = sorted((value - low) / (high - low) for value in (0, row[end]))
            assert bar["span"] == pytest.approx(expected, abs=0.012), row["name"]
        assert pair[0]["bottom"] + 1 < pair[1]["top"], row["name"]
        assert all(bar["bottom"] - bar["top"] > 4 for bar in pair)


@VIEWS
def test_wider_spacing_and_twice_the_size_cut_nothing(leaf: Show, case: str) -> None:
    html = page(golden(case))
    for style, widths in ((SPACING, [320, 608, 752]), ("html{font-size:200%}", [320, 752])):
        shown = live(leaf(html))
        shown.add_style_tag(content=style)
        assert dict(zip(widths, shown.evaluate(AT_WIDTHS, widths), strict=True)) == {width: [] for width in widths}


def test_nothing_moves_when_it_becomes_live(leaf: Show) -> None:
    html = page(golden("adjusted_balance/assumption"))
    at_widths = f"""() => [320, 752].map((width) => {{
        document.documentElement.style.width = `${{width}}px`;
        return ({BOXES})();
    }})"""
    still = leaf(html.replace("<script>", '<script type="text/plain">'), answering=False).evaluate(at_widths)
    assert live(leaf(html)).evaluate(at_widths) == still


def test_printed_it_has_no_read_out(show: Show) -> None:
    shown = live(show(page(golden(SPANISH)), scheme="dark"))
    shown.emulate_media(media="print")
    expect(shown.locator(".tc-readout")).to_be_hidden()
    white = [255, 255, 255]
    found = shown.evaluate(COLOURS, ".tc-track *")
    assert {text: ink for text, ink in found["text"] if contrast(ink, white) < 4.5} == {}


def test_firefox_shows_the_same(tab: Page) -> None:
    for case in (CONTENT, BALANCES, MIRRORED, SPANISH):
        spec = golden(case)
        tab.set_content(page(spec))
        live(tab)
        tab.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
        rows = tab.locator("tr:has(th[scope=row])").all_inner_texts()
        for (name, value), text in zip(told(spec), rows, strict=True):
            assert name in text
            assert value in text
        assert tab.evaluate(AT_WIDTHS, [320, 700]) == [[], []]
