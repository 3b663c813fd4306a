"""Accessibility: the accessibility tree, axe-core, contrast, and readers' settings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from geometry import FAULTS

from contrast import contrast, luminance
from golden import golden
from tradecontext.outputs.page import page

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    Show = Callable[..., Page]

AXE = (Path(__file__).parents[2] / "js/node_modules/axe-core/axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES = f"axe.run(document, {{ runOnly: {{ type: 'tag', values: {TAGS} }} }})"
CONTRAST = "axe.run(document, { runOnly: { type: 'rule', values: ['color-contrast'] } })"
SPACING = "*{letter-spacing:.12em!important;word-spacing:.16em!important;line-height:1.5!important}p{margin-bottom:2em!important}"
MARKS = ".tc-track i, .tc-track b, .tc-track u, .tc-scale i"
# Resolved colours: [element, colour, background], each colour as red, green, blue.
COLOURS = """(marks) => {
  const brush = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const rgb = (colour) => {
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const probe = document.body.appendChild(document.createElement("div"));
  probe.style.background = "Canvas";
  const ground = rgb(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const clear = [...document.querySelectorAll("main, main *, body, html")].every((one) =>
    one.matches(marks) || getComputedStyle(one).backgroundColor === "rgba(0, 0, 0, 0)");
  const found = { clear, ground, text: [], marks: [] };
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    if (node.data.trim()) found.text.push([node.data, rgb(getComputedStyle(node.parentElement).color)]);
  }
  for (const mark of document.querySelectorAll(marks)) {
    found.marks.push([mark.closest("tr")?.dataset.accent ?? "", rgb(getComputedStyle(mark).backgroundColor), mark.localName]);
  }
  return found;
}"""


def tree(shown: Page) -> list[tuple[str, str]]:
    """Return the table as the browser exposes it to a screen reader: roles and names, in order."""
    session = shown.context.new_cdp_session(shown)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    found: list[tuple[str, str]] = []

    def visit(node: dict[str, Any], *, inside: bool) -> None:
        role = node.get("role", {}).get("value", "")
        inside = inside or role == "table"
        if inside and not node.get("ignored") and role in {"table", "rowheader", "columnheader", "cell"}:
            found.append((role, node.get("name", {}).get("value", "")))
        for child in node.get("childIds", []):
            if child in nodes:
                visit(nodes[child], inside=inside)

    visit(next(iter(nodes.values())), inside=False)
    return found


@pytest.mark.parametrize("case", ["context", "everything", "spanish", "right_to_left", "compare", "sizes"])
def test_a_screen_reader_finds_every_name_and_value_once_in_order(show: Show, case: str) -> None:
    spec = golden(f"deficit_ranking/{case}")
    columns = [spec["columns"][key] for key in ("partner", "deficit", "context") if key in spec["columns"]]
    expected = [("table", spec["frame"]["headline"])]
    heads = [column["title"] if isinstance(column, dict) else column for column in columns]
    if compare := spec["columns"].get("compare"):
        heads[1] += f" {compare['title']}"
    expected += [("columnheader", head) for head in heads]
    for row in spec["rows"]:
        expected.append(("rowheader", " ".join([row["name"], *row.get("marks", [])])))
        parts = [row["text"], row.get("compare", {}).get("text"), row.get("annotation")]
        expected.append(("cell", " ".join(filter(None, parts))))
        if "context" in spec["columns"]:
            expected.append(("cell", row.get("context", {}).get("text", "")))
    shown = show(page(spec))
    for width in (320, 720):
        shown.set_viewport_size({"width": width, "height": 800})
        found = [(role, " ".join(name.split())) for role, name in tree(shown)]
        assert found == [(role, " ".join(name.split())) for role, name in expected]


@pytest.mark.parametrize(
    "case",
    [
        *(f"deficit_ranking/{each}" for each in ("everything", "no_row", "hostile")),
        *(f"input_reliance/{each}" for each in ("plain", "lines", "gaps")),
        *(f"comparative_advantage/{each}" for each in ("odd",)),
        *(f"adjusted_balance/{each}" for each in ("assumption", "content", "value_added", "bridge")),
        *(f"balance_over_time/{each}" for each in ("crossing", "right_to_left")),
    ],
)
def test_axe_finds_nothing(show: Show, case: str) -> None:
    shown = show(page(golden(case)))
    shown.evaluate(AXE)
    # Axe takes an unpainted background for white, so it is painted in the colour that it already has.
    shown.add_style_tag(content="html{background:Canvas}")
    # Forced colours change nothing of what the first look had but its contrast.
    looks: list[Any] = [
        (320, {"color_scheme": "light"}, RULES, 15),
        (720, {"color_scheme": "dark"}, RULES, 15),
        (320, {"forced_colors": "active"}, CONTRAST, 0),
    ]
    for width, look, rules, least in looks:
        shown.set_viewport_size({"width": width, "height": 800})
        shown.emulate_media(**look)
        result = shown.evaluate(rules)
        assert [(each["id"], each["nodes"][0]["html"]) for each in result["violations"]] == []
        assert len(result["passes"]) > least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_marks_stand_out(show: Show, scheme: str) -> None:
    found = show(page(golden("deficit_ranking/everything")), scheme=scheme).evaluate(COLOURS, MARKS)
    assert found["clear"]
    assert (luminance(found["ground"]) > 0.5) == (scheme == "light")
    assert {text: colour for text, colour in found["text"] if contrast(colour, found["ground"]) < 4.5} == {}
    assert [mark for mark in found["marks"] if contrast(mark[1], found["ground"]) < 3] == []
    assert {mark[0] for mark in found["marks"]} == {"", "1", "2", "3", "4", "5"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_highlights_stand_out_in_greyscale(show: Show, scheme: str) -> None:
    found = show(page(golden("deficit_ranking/compare")), scheme=scheme).evaluate(COLOURS, MARKS)
    bars = [(accent, colour) for accent, colour, mark in found["marks"] if mark == "i"]
    (grey,) = {tuple(colour) for accent, colour in bars if not accent}
    accents = [colour for accent, colour in bars if accent]
    assert len(accents) == 3
    assert all(contrast(colour, list(grey)) > 1.3 for colour in accents)


@pytest.mark.parametrize("width", [320, 720])
def test_bars_stay_in_forced_colours(show: Show, width: int) -> None:
    shown = show(page(golden("deficit_ranking/everything")), width=width, forced_colors="active")
    found = shown.evaluate(COLOURS, MARKS)
    assert len(found["marks"]) > 30
    assert [mark for mark in found["marks"] if contrast(mark[1], found["ground"]) < 3] == []
    bars = {bool(accent): colour for accent, colour, mark in found["marks"] if mark == "i"}
    assert bars[True] != bars[False]


def test_it_prints_with_its_bars_and_without_the_read_out(show: Show) -> None:
    shown = show(page(golden("deficit_ranking/everything")), scheme="dark")
    shown.emulate_media(media="print")
    found = shown.evaluate(COLOURS, MARKS)
    white = [255, 255, 255]
    assert all(contrast(colour, white) >= 4.5 for _, colour in found["text"])
    assert all(contrast(colour, white) >= 3 for _, colour, _ in found["marks"])
    exact = "all => all.every((mark) => getComputedStyle(mark).getPropertyValue('print-color-adjust') === 'exact')"
    assert shown.eval_on_selector_all(MARKS, exact)
    assert shown.locator(".tc-readout").is_hidden()


@pytest.mark.parametrize("case", ["context", "everything", "spanish", "sizes", "right_to_left"])
def test_wider_text_spacing_cuts_nothing(show: Show, case: str) -> None:
    shown = show(page(golden(f"deficit_ranking/{case}")))
    shown.add_style_tag(content=SPACING)
    for width in (320, 480, 608, 720):
        shown.set_viewport_size({"width": width, "height": 800})
        assert shown.evaluate(FAULTS) == []


@pytest.mark.parametrize("case", ["context", "everything", "spanish", "sizes", "right_to_left"])
def test_text_of_twice_the_size_cuts_nothing(show: Show, case: str) -> None:
    shown = show(page(golden(f"deficit_ranking/{case}")))
    shown.add_style_tag(content="html{font-size:200%}")
    for width in (320, 640, 1280):
        shown.set_viewport_size({"width": width, "height": 800})
        assert shown.evaluate(FAULTS) == []
