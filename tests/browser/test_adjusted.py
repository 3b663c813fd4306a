"""AdjustedBalance in a browser: selecting an estimate, an unchanged balance, sorting, and steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from golden import golden, told
from tradecontext.outputs.page import page, policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import FloatRect, Page

    Show = Callable[..., Page]

ESTIMATES, SPANISH, CONTENT, BALANCES, BRIDGE = (
    f"adjusted_balance/{case}"
    for case in ("content_estimates", "assumption_spanish", "content", "value_added", "bridge")
)

CROSSED = """() => {
  const lines = [...document.querySelectorAll(".tc-track :is(s, b)")].flatMap((line) => {
    // A line that is longer than its row is cut off there.
    const cell = line.closest("td"), { left, right, top, bottom } = line.getBoundingClientRect();
    const cut = getComputedStyle(cell).overflowY === "clip" ? cell.getBoundingClientRect() : { top: -1e9, bottom: 1e9 };
    return { left, right, top: Math.max(top, cut.top), bottom: Math.min(bottom, cut.bottom) };
  });
  const range = document.createRange(), found = [];
  for (const word of document.querySelectorAll("th[scope=row] > :first-child, .tc-value")) {
    range.selectNodeContents(word);
    for (const box of range.getClientRects())
      if (lines.some(({ left, right, top, bottom }) => left < box.right && right > box.left && top < box.bottom - 3 && bottom > box.top + 3))
        found.push(word.textContent);
  }
  return found;
}"""


def live(shown: Page) -> Page:
    """Wait until the chart is hydrated."""
    expect(shown.locator(":is(thead, tbody) button").first).to_be_attached()
    return shown


def names(shown: Page) -> list[str]:
    return shown.locator("table").first.locator("th[scope=row] > :first-child").all_inner_texts()


def printed(shown: Page) -> list[tuple[str, str]]:
    """Return every row's name and its first printed figure, in the order drawn."""
    rows = shown.locator("tr:has(th[scope=row])").all_inner_texts()
    return [(row.split("\n")[0], row.split("\n")[1].split("\t")[0]) for row in rows]


def with_share(spec: dict[str, Any], share: float | None) -> dict[str, Any]:
    return {**spec, "initial": {**spec["initial"], "us_content": share}}


def drawn_as(shown: Page, spec: dict[str, Any]) -> None:
    """Assert that every row and amount of a spec is drawn, in order."""
    rows = shown.locator("tr:has(th[scope=row])").all_inner_texts()
    assert len(rows) == len(told(spec))
    for (name, value), text in zip(told(spec), rows, strict=True):
        assert text.startswith(name)
        assert value in text


def balance(shown: Page) -> tuple[str, FloatRect]:
    """Return the text of the row of the balance, and the place of its bar."""
    row = shown.locator("tr:has(.tc-whole)")
    box = row.locator(".tc-whole").bounding_box()
    assert box
    return row.inner_text(), box


class TestShare:
    def test_an_assumed_share_is_the_author_s_and_moves_no_balance(self, leaf: Show) -> None:
        spec = golden(ESTIMATES)
        shown = live(leaf(page(spec)))
        drawn_as(shown, spec)
        expect(shown.get_by_role("slider")).to_have_count(0)
        before = balance(shown)
        assert spec["amounts"]["why"] in before[0]
        for share in (0.0, 0.27, 1.0):
            shown = live(leaf(page(with_share(spec, share))))
            drawn_as(shown, with_share(spec, share))
            expect(shown.locator("tfoot")).to_contain_text("Assumed share")
            said, box = balance(shown)
            assert (said, box["x"], box["width"]) == (before[0], before[1]["x"], before[1]["width"])

    def test_an_estimate_by_click_and_by_key_goes_before_it(self, leaf: Show) -> None:
        spec = golden(ESTIMATES)
        shown = live(leaf(page(with_share(spec, 0.5))))
        before = balance(shown)
        first, second = spec["rows"][:2]
        shown.get_by_role("button", name=first["name"]).click()
        expect(shown.get_by_role("row", name=first["applied"])).to_be_visible()
        expect(shown.locator(".tc-detail")).to_have_text([first["readout"]])
        shown.keyboard.press("Enter")
        shown.keyboard.press("ArrowDown")
        shown.keyboard.press("Enter")
        expect(shown.locator(".tc-detail")).to_have_text([second["readout"]])
        expect(shown.get_by_role("row", name=second["applied"])).to_contain_text(
            f"{second['content'][0] * spec['amounts']['imports'] / 1e9:.1f}"
        )
        expect(shown.get_by_role("button", pressed=True)).to_have_text([second["name"]])
        expect(shown.locator("tfoot")).to_contain_text("Assumed share")
        shown.keyboard.press("Escape")
        assert balance(shown) == before
        drawn_as(shown, with_share(spec, 0.5))

    def test_the_one_sided_reading_never_stands_without_its_sentence(self, leaf: Show) -> None:
        spec = golden(SPANISH)
        warned = spec["amounts"]["one_sided"]["warning"]
        assert "dos veces" in warned
        for scripts in (False, True):
            shown = leaf(page(spec), scripts=scripts)
            row = shown.get_by_role("row", name=spec["amounts"]["one_sided"]["name"])
            expect(row).to_contain_text(warned)
            assert spec["amounts"]["why"] in balance(shown)[0]

    def test_under_the_strictest_policy(self, show: Show) -> None:
        spec = golden(ESTIMATES)
        shown = live(show(page(spec), policy=policy(spec)))
        shown.get_by_role("button", name=spec["rows"][0]["name"]).click()
        expect(shown.get_by_role("row", name=spec["rows"][0]["applied"])).to_be_visible()


class TestOrders:
    def test_balances_by_each_figure_the_total_last(self, show: Show) -> None:
        spec = golden(BALANCES)
        shown = live(show(page(spec), reduced_motion="reduce"))
        partners = [row for row in spec["rows"] if row["role"] == "partner"]
        sums = [row["name"] for row in spec["rows"] if row["role"] != "partner"]
        for title, key, first in (
            ("In value added", "value_added", 1),
            ("Change", "change", -1),
            ("As traded", "gross", 1),
        ):
            for way in (first, -first):
                shown.get_by_role("button", name=title).click()
                order = sorted(partners, key=lambda row, key=key, way=way: way * row[key])  # type: ignore[misc]
                assert names(shown) == [*(row["name"] for row in order), *sums]
        expect(shown.locator("tfoot")).to_contain_text("0.0, same")
        shown.get_by_role("button", name="Partner").click()
        assert names(shown) == [*sorted(row["name"] for row in partners), *sums]

    def test_a_dollar_by_each_part(self, show: Show) -> None:
        spec = golden(CONTENT)
        shown = live(show(page(spec), reduced_motion="reduce"))
        for part, title in ((2, "Third countries\u2019 content"), (1, "The partner\u2019s content"), (0, "US content")):
            shown.get_by_role("button", name=title).click()
            ranked = sorted((-row["content"][part], place) for place, row in enumerate(spec["rows"]))
            assert names(shown) == [spec["rows"][place]["name"] for _, place in ranked]
            expect(shown.locator("[aria-sort=descending]")).to_contain_text(title)

    def test_steps_have_one(self, leaf: Show) -> None:
        spec = golden(BRIDGE)
        shown = live(leaf(page(spec)))
        expect(shown.locator("thead button")).to_have_count(0)
        assert names(shown) == [row["name"] for row in spec["rows"][:6]]


class TestDetail:
    def test_the_exact_steps_open_without_scripts_and_by_key(self, leaf: Show) -> None:
        spec = golden(BRIDGE)
        exact = [row["name"] for row in spec["rows"] if row["role"] == "part"]
        for scripts in (False, True):
            shown = leaf(page(spec), scripts=scripts)
            rows = shown.locator("details th[scope=row]")
            expect(rows.first).to_be_hidden()
            shown.locator("summary", has_text=spec["exact"]).focus()
            shown.keyboard.press("Enter")
            expect(rows.first).to_be_visible()
            assert [text.strip() for text in rows.all_inner_texts()] == exact

    def test_keys_go_through_the_steps_that_are_shown(self, leaf: Show) -> None:
        spec = golden(BRIDGE)
        shown = live(leaf(page(spec)))
        shown.locator("tbody button").first.focus()
        for _ in range(8):
            shown.keyboard.press("ArrowDown")
        expect(shown.get_by_role("button", name=spec["rows"][5]["name"])).to_be_focused()
        shown.locator("summary").first.click()
        shown.locator("tbody button").first.focus()
        shown.keyboard.press("End")
        expect(shown.get_by_role("button", name=spec["rows"][-1]["name"])).to_be_focused()


@pytest.mark.parametrize("width", [280, 320, 720])
def test_no_line_of_a_bridge_runs_through_a_word(show: Show, width: int) -> None:
    """Every line between bars, and the zero line, is clear of every name and figure."""
    for case in (BRIDGE, "adjusted_balance/bridge_china", "adjusted_balance/bridge_right_to_left"):
        shown = live(show(page(golden(case)), width=width))
        shown.locator("summary").first.click()
        assert shown.evaluate(CROSSED) == [], case


@pytest.mark.parametrize("width", [320, 720])
def test_every_step_is_explained_below_itself(show: Show, width: int) -> None:
    spec = golden(BRIDGE)
    shown = live(show(page(spec), width=width))
    shown.locator("tbody button").first.focus()
    for row in spec["rows"][:6]:
        step = shown.get_by_role("button", name=row["name"], exact=True)
        expect(step).to_be_focused()
        shown.keyboard.press("Enter")
        expect(shown.locator("tr:has([aria-pressed=true]) + .tc-detail").last).to_have_text(row["readout"])
        shown.keyboard.press("ArrowDown")
