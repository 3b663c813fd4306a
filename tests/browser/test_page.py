"""The page in Chromium: complete without scripts, hydrated without changes, and interactive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from golden import SOME, golden, told
from tradecontext.outputs.page import page, policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator, Page

    Show = Callable[..., Page]

BOXES = """() => [...document.querySelectorAll("h1, table, tr, th, td, .tc-value, .tc-track *, .tc-scale *, .tc-mark")].map(
    (one) => [one.className || one.localName, ...["x", "y", "width", "height"].map((side) => one.getBoundingClientRect()[side])])"""
TURNING = "() => document.getAnimations().filter((each) => each.effect.target.localName === 'tr').length"


def rows(shown: Page) -> Locator:
    return shown.locator("tr:has(th[scope=row])")


def names(shown: Page) -> list[str]:
    return shown.locator("th[scope=row] > :first-child").all_inner_texts()


def head(shown: Page, column: int) -> Locator:
    return shown.locator("thead button").nth(column)


def partner(shown: Page, name: str) -> Locator:
    return shown.get_by_role("button", name=name, exact=True)


def chosen(shown: Page) -> list[str]:
    return shown.locator("button[aria-pressed=true]").all_inner_texts()


@pytest.fixture
def live(show: Show) -> Page:
    """A page with a second measure, without animations."""
    return show(page(golden("deficit_ranking/context")), reduced_motion="reduce")


@pytest.mark.parametrize("case", SOME, indirect=True)
def test_without_scripts_every_name_and_value_is_there(leaf: Show, case: tuple[str, dict[str, Any]]) -> None:
    _, spec = case
    shown = leaf(page(spec), scripts=False)
    # Collapsed parts can be opened without scripts.
    for fold in shown.locator("summary").all():
        fold.click()
    drawn = [text.replace("\n", " ") for text in rows(shown).all_inner_texts()]
    expected = told(spec)
    assert len(drawn) == len(expected)
    for (name, value), text in zip(expected, drawn, strict=True):
        # Two estimates may have the same name; their remarks tell them apart.
        found = (each for each in spec["rows"] if each["name"] == name and each.get("annotation", "") in text)
        row: dict[str, Any] = next(found, {})
        assert row or name not in {each["name"] for each in spec["rows"]}
        parts = [*row.get("marks", []), row.get("annotation", ""), row.get("compare", {}).get("text", "")]
        for part in [name, value, row.get("context", {}).get("text", ""), *parts]:
            assert part in text
    said = shown.locator("body").inner_text()
    frame = spec["frame"]
    around = [*frame["key"], *frame["notes"], *(line["text"] for line in frame["sources"])]
    for part in [frame["headline"], frame["subtitle"], *around]:
        assert part in said
    assert spec["locale"]["words"]["hint"] not in said
    expect(shown.locator("button")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 720])
@pytest.mark.parametrize("case", ["everything", "right_to_left", "spanish"])
def test_nothing_moves_when_it_becomes_live(show: Show, case: str, width: int) -> None:
    html = page(golden(f"deficit_ranking/{case}"))
    still, live = (show(html, width=width, scripts=scripts) for scripts in (False, True))
    expect(live.locator("button").first).to_be_attached()
    assert live.evaluate(BOXES) == still.evaluate(BOXES)
    assert names(live) == names(still)


def test_the_drawn_markup_is_taken_over_unchanged(show: Show) -> None:
    watch = """<script>new MutationObserver((all) => {
        window.changes = all.map(({ type, target, addedNodes: added, removedNodes: removed, attributeName }) => [
            type, target.localName ?? target.nodeName, attributeName ?? "",
            [...removed].map((one) => one.nodeName + one.textContent).join(), [...added].map((one) => one.nodeName + one.textContent).join(),
        ]);
    }).observe(document.querySelector("main"), { subtree: true, childList: true, attributes: true, characterData: true })</script>"""
    spec = golden("deficit_ranking/everything")
    shown = show(page(spec).replace("</main>", "</main>" + watch))
    shown.wait_for_function("window.changes")
    changes = shown.evaluate("changes")
    below = [change for change in changes if change[1] == "p"]
    assert sorted(below) == [
        ["childList", "p", "", "", "SPAN"],
        ["childList", "p", "", "", "SPAN" + spec["locale"]["words"]["hint"]],
    ]
    titles = [change for change in changes if change[1] == "tr"]
    assert {(kind, attribute) for kind, _, attribute, *_ in titles} == {("attributes", "title")}
    swaps = [change for change in changes if change[1] not in ("p", "tr")]
    assert {(kind, target) for kind, target, *_ in swaps} == {("childList", "th")}
    removed, added = (sorted(filter(None, (change[side] for change in swaps))) for side in (3, 4))
    assert [text.replace("SPAN", "BUTTON") for text in removed] == added


def test_everything_works_under_the_strictest_policy(show: Show) -> None:
    spec = golden("deficit_ranking/context")
    shown = show(page(spec), policy=policy(spec))
    shown.evaluate(
        "addEventListener('securitypolicyviolation', (event) => (window.violated = event.violatedDirective))"
    )
    head(shown, 0).click()
    partner(shown, "Mexico").click()
    assert names(shown) == sorted(names(shown))
    assert chosen(shown) == ["Mexico"]
    assert shown.locator(".tc-track i").first.evaluate("bar => bar.offsetWidth") > 50
    assert shown.evaluate("window.violated") is None
    assert "unsafe-inline" not in policy(spec).split("script-src")[1]


def test_each_header_sorts_and_turns_round(live: Page) -> None:
    spec = golden("deficit_ranking/context")
    keys = [
        lambda row: row["name_rank"],
        lambda row: -row["deficit"],
        lambda row: -row["context"]["value"],
    ]
    for column in (0, 2, 1):
        button = head(live, column)
        expected = [row["name"] for row in sorted(spec["rows"], key=keys[column])]
        up, down = ("ascending", "descending") if column == 0 else ("descending", "ascending")
        for order, said in ((expected, up), (expected[::-1], down)):
            button.click()
            assert names(live) == order
            sorts = [one.get_attribute("aria-sort") for one in live.locator("thead th").all()]
            assert sorts == [said if index == column else "none" for index in range(3)]
        assert button.evaluate("one => one.localName") == "button"


def test_missing_figures_stay_last_and_closing_rows_at_the_foot(show: Show) -> None:
    spec = golden("deficit_ranking/everything")
    missing = [row["name"] for row in spec["rows"] if row["role"] == "partner" and row["context"]["value"] is None]
    closing = [row["name"] for row in spec["rows"] if row["role"] != "partner"]
    assert missing
    assert closing
    shown = show(page(spec), reduced_motion="reduce")
    for column in (2, 2, 0, 0, 1, 1):
        head(shown, column).click()
        if column == 2:
            assert names(shown)[-len(missing + closing) :] == missing + closing
        assert shown.locator("tfoot th").all_inner_texts() == closing


def test_rows_slide_unless_less_motion_is_asked_for(show: Show) -> None:
    html = page(golden("deficit_ranking/context"))
    for motion, moves in (("no-preference", True), ("reduce", False)):
        shown = show(html, reduced_motion=motion)
        turning = shown.evaluate(f"() => {{ document.querySelector('thead button').click(); return ({TURNING})() }}")
        assert (turning > 0) == moves
        shown.wait_for_function(f"({TURNING})() === 0")
        assert names(shown) == sorted(names(shown))


def test_a_click_selects_and_a_second_one_adds(live: Page) -> None:
    partner(live, "Mexico").click()
    assert chosen(live) == ["Mexico"]
    rows(live).filter(has_text="Vietnam").locator("td").first.locator(".tc-value").click()
    assert chosen(live) == ["Mexico", "Vietnam"]
    partner(live, "China").click(modifiers=["Control"])
    assert chosen(live) == ["China", "Mexico", "Vietnam"]
    partner(live, "Mexico").click()
    assert chosen(live) == ["China", "Vietnam"]
    partner(live, "India").press("Escape")
    assert chosen(live) == []
    partner(live, "India").click()
    partner(live, "India").click()
    assert chosen(live) == []
    expect(live.locator("button[aria-pressed=false]")).to_have_count(10)


def test_keys_select(live: Page) -> None:
    partner(live, "Mexico").press("Enter")
    assert chosen(live) == ["Mexico"]
    partner(live, "Japan").press("Space")
    assert chosen(live) == ["Mexico", "Japan"]
    partner(live, "Mexico").press("Shift+Space")
    assert chosen(live) == ["Japan"]
    partner(live, "Mexico").press("Escape")
    assert chosen(live) == []


def test_the_selection_outlives_sorting_and_shows_beyond_colour(live: Page) -> None:
    partner(live, "Japan").click()
    head(live, 0).click()
    assert chosen(live) == ["Japan"]
    styles = rows(live).evaluate_all("all => all.map((row) => getComputedStyle(row).outlineStyle)")
    assert [style for style in styles if style != "none"] == ["solid"]
    assert styles.index("solid") == names(live).index("Japan")


def test_one_tab_stop_and_arrows_inside(live: Page) -> None:
    focused = live.locator(":focus")
    live.keyboard.press("Tab")
    expect(focused).to_have_text("Deficit in 2024, $ billion")
    walk = [
        ("ArrowRight", "Share of its imports from the US, 2021"),
        ("ArrowRight", "Share of its imports from the US, 2021"),
        ("Home", "Partner"),
        ("End", "Share of its imports from the US, 2021"),
        ("ArrowLeft", "Deficit in 2024, $ billion"),
        ("ArrowDown", "China"),
        ("ArrowDown", "Mexico"),
        ("ArrowLeft", "Mexico"),
        ("End", "India"),
        ("ArrowUp", "Canada"),
        ("Home", "China"),
    ]
    for key, text in walk:
        live.keyboard.press(key)
        expect(focused).to_have_text(text)
        expect(live.locator("table button[tabindex='0']")).to_have_text([text])
    live.keyboard.press("Tab")
    expect(focused).to_contain_text("Notes")
    live.keyboard.press("Shift+Tab")
    expect(focused).to_have_text("China")
    live.keyboard.press("ArrowUp")
    expect(focused).to_have_text("Partner")
    live.keyboard.press("Enter")
    assert names(live) == sorted(names(live))
    expect(focused).to_have_text("Partner")


def test_arrows_follow_the_writing_direction(show: Show) -> None:
    shown = show(page(golden("deficit_ranking/right_to_left")))
    head(shown, 0).focus()
    shown.keyboard.press("ArrowLeft")
    expect(shown.locator(":focus")).to_have_text("Deficit in 2024, $ billion")
    shown.keyboard.press("ArrowRight")
    expect(shown.locator(":focus")).to_have_text("Partner")


def test_every_control_shows_its_focus(live: Page) -> None:
    live.keyboard.press("Tab")
    live.locator("summary").click()
    live.keyboard.press("Tab")
    controls = live.locator("a, button, summary")
    assert controls.count() == 3 + 10 + 2 + 1
    for control in controls.all():
        control.focus()
        assert (
            control.evaluate("one => one.matches(':focus-visible') && parseFloat(getComputedStyle(one).outlineWidth)")
            >= 2
        )
        assert control.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


def test_drawn_markup_has_no_id_to_clash(show: Show) -> None:
    shown = show(page(golden("deficit_ranking/everything")))
    assert shown.locator("main [id]").count() == 0
    assert shown.locator("main [for], main [aria-labelledby], main [aria-describedby]").count() == 0
