"""What is asked of every article, whatever site it was published on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect
from seen import AFTER, ALIVE, BEFORE, CASES, FRAMED, HIGH, LINES, MARKS, WIDTHS, ZEROS, ill_drawn, missing

from golden import golden

if TYPE_CHECKING:
    from seen import Article


def whole(article: Article) -> list[str]:
    """Return what is wrong with the charts at any width: words and figures, marks, places, and what is beside them."""
    article.wait()
    expect(article.places).to_have_count(len(CASES))
    faults = []
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
        elif article.kind != "safe" and not any(line > 20 for line in figure.evaluate(LINES)):
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


def _frame(figure: Any) -> list[str]:
    inside = figure.evaluate(
        "({ ownerDocument: { documentElement: root } }) => [root.scrollHeight, innerHeight, root.scrollWidth, innerWidth]"
    )
    over, across = inside[0] - inside[1], inside[2] - inside[3]
    return [f"the frame scrolls: {over} px down, {across} px across"] if over > 0 or across > 0 else []


def alive(article: Article) -> None:
    """A reader sorts and selects."""
    assert article.kind in ALIVE
    figure = article.figure(0)
    names = figure.locator("tbody th")
    figure.get_by_role("button", name="Partner").click()
    expect(names.first).to_contain_text("Australia")
