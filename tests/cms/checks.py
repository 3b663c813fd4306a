"""Checks of a published article, the same for all sites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect
from seen import AFTER, BEFORE, CASES, FRAMED, HIGH, INKS, LINES, MARKS, TABLES, WIDTHS, ZEROS, ill_drawn, missing

from contrast import contrast
from golden import golden

if TYPE_CHECKING:
    from seen import Article


OPENED = "figure => { for (const each of figure.querySelectorAll('details')) each.open = true }"


def whole(article: Article) -> list[str]:
    """Return the faults of the charts at several widths: in words and figures, marks, geometry, and the text around."""
    article.wait()
    expect(article.places).to_have_count(len(CASES))
    faults = []
    # The notes, and what a chart has collapsed, are a reader's to open.
    for number in range(len(CASES)):
        article.figure(number).evaluate(OPENED)
    for width in WIDTHS:
        article.page.set_viewport_size({"width": width, "height": HIGH})
        faults += [f"{width} px: {fault}" for fault in _faults(article)]
    beside = article.stray()
    return faults if beside == f"{BEFORE} {AFTER}" else [*faults, f"the article says {beside!r}"]


def _faults(article: Article) -> list[str]:
    faults = []
    wide = article.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if wide > 0:
        faults.append(f"the page scrolls sideways by {wide} px")
    column = _sides(article.content.locator("p").first)
    for number, case in enumerate(CASES):
        figure, spec = article.figure(number), golden(case)
        found = [f"no {piece!r}" for piece in missing(spec, figure.inner_text())]
        if spec.get("view") != "lines":
            found += ill_drawn(spec, figure.evaluate(MARKS))
            zeros = figure.evaluate(ZEROS)
            found += [f"zero lines at {sorted(set(zeros))}"] if zeros and max(zeros) - min(zeros) > 1.5 else []
        elif article.kind not in TABLES and not any(line > 20 for line in figure.evaluate(LINES)):
            found.append("no line")
        sides = _sides(article.places.nth(number))
        if abs(sides[0] - column[0]) > 1 or abs(sides[1] - column[1]) > 1:
            found.append(f"stands at {sides}, the text at {column}")
        if article.kind in FRAMED:
            found += _frame(figure)
        faults += [f"{case}: {fault}" for fault in found]
    return faults


def _sides(place: Any) -> tuple[float, float]:
    box = place.bounding_box()
    return round(box["x"], 1), round(box["x"] + box["width"], 1)


# How far a frame's page goes beyond the frame, down and across, once its message about its height has been answered.
BEYOND = """async ({ ownerDocument: { documentElement: root } }) => {
  const beyond = () => [root.scrollHeight - innerHeight, root.scrollWidth - innerWidth];
  for (let painted = 0; painted < 300 && beyond()[0] > 0; painted++) await new Promise(requestAnimationFrame);
  return beyond();
}"""


def _frame(figure: Any) -> list[str]:
    over, across = figure.evaluate(BEYOND)
    return [f"the frame scrolls: {over} px down, {across} px across"] if over > 0 or across > 0 else []


def legible(article: Article) -> list[str]:
    """Return the texts with too little contrast to the article's background, for light and dark reader systems."""
    article.wait()
    ground = article.page.evaluate("getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number)")
    faults = []
    for number, case in enumerate(CASES):
        # A chart with a fixed theme is meant for another background.
        inks = article.figure(number).evaluate(INKS) if golden(case)["theme"] == "auto" else []
        faults += [
            f"{case}: {text!r} in {ink} at {opacity:.2f} on {ground}"
            for text, ink, opacity in inks
            if contrast(ink, ground, opacity) < (4.5 if any(map(str.isalnum, text)) else 3)
        ]
    return faults


def alive(article: Article) -> None:
    """Check that a reader can sort and select in one chart without changing the others."""
    article.wait()
    figure = article.figure(CASES.index("deficit_ranking/everything"))
    other = article.figure(CASES.index("deficit_ranking/right_to_left"))
    kept = other.locator("tbody th").all_inner_texts()
    figure.get_by_role("button", name="Partner").click()
    expect(figure.locator("tbody th").first).to_contain_text("Australia")
    chosen = figure.locator("tbody button").first
    chosen.click()
    expect(chosen).to_have_attribute("aria-pressed", "true")
    assert other.locator("tbody th").all_inner_texts() == kept
    expect(other.locator("[aria-pressed=true]")).to_have_count(0)
