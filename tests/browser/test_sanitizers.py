"""The "safe" embed after sanitizers: still a chart after two of them, and a readable table after all."""

from __future__ import annotations

import gzip
import itertools
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nh3
import pytest

from contrast import contrast
from golden import golden, in_turn
from tradecontext.outputs.embed import embed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

HERE = Path(__file__).parent
MODULES = HERE.parent.parent / "js" / "node_modules"
WORDPRESS = "/usr/share/wordpress/wp-includes"
CASES = ["compare", "context", "everything", "hostile", "no_row", "right_to_left", "sizes", "spanish"]

# Styles that many themes set for every table, figure and caption, on a light and on a dark background.
THEME = """<!doctype html><meta charset="utf-8"><title>Host</title><style>
*, ::before, ::after { box-sizing: border-box }
body { margin: 0; padding: 16px; font: 16px/1.6 serif; background: %s; color: %s }
a { color: %s }
figure { margin: 0 0 1em } figcaption { color: #777; text-align: center; font-style: italic }
table { border-collapse: collapse; width: 100%%; margin: 0 0 1em }
td, th { border: 1px solid #ccc; padding: .5em; text-align: center } th { font-weight: 700 }
</style><main>%s</main>"""
LIGHT, DARK = ("#fff", "#333", "#0b57d0"), ("#121212", "#ddd", "#8ab4f8")


@cache
def run(*command: str, given: str) -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=60, check=False, cwd=MODULES)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def by_wordpress(snippet: str, _show: Callable[..., Page], function: str = "wp_kses_post") -> str:
    php = shutil.which("php")
    assert php, "php is missing: run `make browsers`"
    return run(php, str(HERE / "kses.php"), WORDPRESS, function, given=snippet)


def by_dompurify(snippet: str, show: Callable[..., Page]) -> str:
    page = show("<!doctype html><title>Cleaning</title>")
    page.add_script_tag(content=(MODULES / "dompurify/dist/purify.min.js").read_text("utf-8"))
    cleaned: str = page.evaluate("text => DOMPurify.sanitize(text)", snippet)
    return cleaned


def by_sanitize_html(snippet: str, _show: Callable[..., Page]) -> str:
    script = "process.stdout.write(require('sanitize-html')(require('fs').readFileSync(0, 'utf8')))"
    return run("node", "-e", script, given=snippet)


def by_nh3(snippet: str, _show: Callable[..., Page]) -> str:
    return nh3.clean(snippet)


ALL = [by_dompurify, by_nh3, by_sanitize_html, by_wordpress]
LENIENT = [by_dompurify, by_wordpress]
ANY = pytest.mark.parametrize("clean", ALL)
CHART = pytest.mark.parametrize("clean", LENIENT)
CASE = pytest.mark.parametrize("name", CASES)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(("name", "clean"), [*in_turn(CASES, ALL), *in_turn(CASES, [*ALL[1:], ALL[0]])])
def test_no_word_is_lost_and_none_becomes_markup(
    show: Callable[..., Page], clean: Callable[..., str], name: str
) -> None:
    spec = golden(f"deficit_ranking/{name}")
    snippet = embed(spec, "safe")
    page = show(THEME % (*LIGHT, clean(snippet, show)))
    found = page.locator("main")
    before = page.evaluate("text => new DOMParser().parseFromString(text, 'text/html').body.textContent", snippet)
    assert words(found.text_content()) == words(before)
    frame, columns = spec["frame"], spec["columns"]
    told = [
        frame["headline"],
        frame["subtitle"],
        frame["note"],
        *frame["key"],
        *frame["notes"],
        *frame.get("dateline", []),
    ]
    for text in [*told, frame["byline"], frame["credit"], *(line["text"] for line in frame["sources"])]:
        assert words(text) in words(found.text_content())

    tick = f"\N{BOX DRAWINGS HEAVY VERTICAL} {columns['compare']['title']}" if "compare" in columns else ""
    head = [
        columns["partner"],
        columns["deficit"] + tick,
        *([columns["context"]["title"]] if "context" in columns else []),
    ]
    assert found.locator("table thead th").all_text_contents() == head
    lines = found.locator("table tbody tr").all()
    for row, line in zip(spec["rows"], lines, strict=True):
        assert words(line.locator("th").text_content()) == " ".join([row["name"], *row.get("marks", [])])
        cells = [words(text) for text in line.locator("td").all_text_contents()]
        printed = [row["text"], row.get("compare", {}).get("text"), row.get("annotation")]
        assert cells[0] == words(" ".join(filter(None, printed[:2])) + (printed[2] or ""))
        assert cells[1:] == ([words(row.get("context", {}).get("text", ""))] if "context" in columns else [])

    assert found.locator("script, style, img, svg, iframe, object, embed, form, input, i, b").count() == 0
    addresses = [link.get_attribute("href") for link in found.locator("a").all()]
    assert addresses == [line["url"] for line in frame["sources"] if "url" in line]
    handlers = "main => [...main.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => /^on/.test(n))"
    assert found.evaluate(handlers) == []


# Every bar of the first measure with its colour and ticks, and every text with its place, colour and weight.
DRAWN = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const box = (rect) => ({ left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
  const colour = (text) => text.match(/[\\d.]+/g).map(Number);
  const rows = [...document.querySelectorAll("tbody tr")].map((row) => {
    const spans = [...row.querySelectorAll("td:nth-child(2) span:empty")];
    const thick = (span) => parseFloat(getComputedStyle(span).borderTopWidth) > 8;
    return {
      bars: spans.filter(thick).map((span) =>
        ({ ...box(span.getBoundingClientRect()), colour: colour(getComputedStyle(span).borderTopColor) })),
      lines: spans.filter((span) => !thick(span)).map((span) => box(span.getBoundingClientRect())),
    };
  });
  const texts = [];
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    if (walk.currentNode.parentElement.closest("details:not([open]) > :not(summary)")) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    let opacity = 1;
    for (let at = walk.currentNode.parentElement; at; at = at.parentElement) opacity *= getComputedStyle(at).opacity;
    for (const rect of range.getClientRects()) {
      if (rect.width < 1 || !walk.currentNode.data.trim()) continue;
      const ink = colour(getComputedStyle(walk.currentNode.parentElement).color);
      texts.push({ ...box(rect), text: walk.currentNode.data, colour: ink, opacity });
    }
  }
  return { rows, texts, wide: document.documentElement.scrollWidth, ground: colour(getComputedStyle(document.body).backgroundColor) };
}"""


def overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    # Line boxes of text may overlap slightly; an overlap of more than two pixels is one of letters.
    sideways = min(one["right"], other["right"]) - max(one["left"], other["left"])
    return sideways > 1 and min(one["bottom"], other["bottom"]) - max(one["top"], other["top"]) > 2


@CASE
@CHART
def test_what_is_left_is_a_chart(show: Callable[..., Page], clean: Callable[..., str], name: str) -> None:
    spec = golden(f"deficit_ranking/{name}")
    page = show(THEME % (*LIGHT, clean(embed(spec, "safe"), show)), scripts=False)
    for width in (280, 320, 480, 720, 1100):
        page.set_viewport_size({"width": width, "height": 800})
        holds(spec, page.evaluate(DRAWN), width, tight=name == "hostile")


def holds(spec: dict[str, Any], drawn: dict[str, Any], width: int, *, tight: bool) -> None:
    rows = [(row, marks) for row, marks in zip(spec["rows"], drawn["rows"], strict=True) if row["role"] != "total"]
    mirrored = spec["locale"]["dir"] == "rtl"
    # All bars have one scale, set by the longest bar, and begin at one zero line.
    longest = max(rows, key=lambda pair: abs(pair[0]["deficit"]), default=None)
    if longest:
        (bar,) = longest[1]["bars"]
        scale = (bar["right"] - bar["left"]) / longest[0]["deficit"]
        assert bar["right"] - bar["left"] > width / 10
        zero = bar["right"] if mirrored else bar["left"]
    for row, marks in rows:
        (bar,) = marks["bars"]
        assert bar["right"] - bar["left"] == pytest.approx(max(1, abs(row["deficit"]) * scale), abs=1.5), row["name"]
        backwards = row["deficit"] < 0
        assert bar["right" if backwards != mirrored else "left"] == pytest.approx(zero, abs=1.5), row["name"]
        if "compare" in row:
            tick = marks["lines"][-1]
            way = -1 if mirrored else 1
            assert tick["left"] == pytest.approx(zero + way * row["compare"]["deficit"] * scale, abs=2.5), row["name"]
            assert tick["bottom"] - tick["top"] > bar["bottom"] - bar["top"]
        for ground in (LIGHT[0], DARK[0]):
            assert contrast(bar["colour"], [int(part, 16) for part in _pairs(ground)]) >= 3

    assert drawn["wide"] <= width
    boxes = [*drawn["texts"], *(bar for _, marks in rows for bar in marks["bars"])]
    clashes = [(one, other) for one, other in itertools.combinations(boxes, 2) if overlap(one, other)]
    assert clashes == []
    if not tight:  # names without a place to break scroll in the figure itself
        assert max(each["right"] for each in boxes) <= width - 15


def _pairs(colour: str) -> list[str]:
    digits = colour.removeprefix("#")
    return [digits[i : i + 2] for i in (0, 2, 4)] if len(digits) == 6 else [digit * 2 for digit in digits]


@CHART
def test_accents_and_surpluses_have_colours_of_their_own(show: Callable[..., Page], clean: Callable[..., str]) -> None:
    spec = golden("deficit_ranking/everything")
    drawn = show(THEME % (*LIGHT, clean(embed(spec, "safe"), show))).evaluate(DRAWN)
    colours: dict[Any, set[tuple[float, ...]]] = {}
    for row, marks in zip(spec["rows"], drawn["rows"], strict=True):
        kind = row.get("highlight") or ("surplus" if row["deficit"] < 0 else "grey")
        colours.setdefault(kind, set()).update(tuple(bar["colour"]) for bar in marks["bars"])
    assert all(len(each) == 1 for each in colours.values())
    assert len(set.union(*(colours[kind] for kind in ("grey", "surplus", 1, 2, 3, 4, 5)))) == 7


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["everything", "spanish"])
@ANY
def test_every_text_is_readable_on_light_and_dark_pages(
    show: Callable[..., Page], clean: Callable[..., str], name: str, scheme: tuple[str, str, str]
) -> None:
    snippet = embed(golden(f"deficit_ranking/{name}"), "safe")
    drawn = show(THEME % (*scheme, clean(snippet, show))).evaluate(DRAWN)
    assert len(drawn["texts"]) > 40
    for text in drawn["texts"]:
        assert contrast(text["colour"], drawn["ground"], text["opacity"]) >= 4.5, text["text"]


def test_paragraphs_that_wordpress_adds_change_nothing(show: Callable[..., Page]) -> None:
    snippet = by_wordpress(embed(golden("deficit_ranking/everything"), "safe"), show)
    page = show(THEME % (*LIGHT, snippet))
    before, boxes = words(page.locator("main").inner_text()), page.evaluate(DRAWN)
    page = show(THEME % (*LIGHT, by_wordpress(snippet, show, "wpautop")))
    assert words(page.locator("main").inner_text()) == before
    assert page.evaluate(DRAWN) == boxes


@pytest.mark.parametrize("name", ["context", "compare", "everything", "spanish"])
def test_it_is_small(name: str) -> None:
    assert len(gzip.compress(embed(golden(f"deficit_ranking/{name}"), "safe").encode(), 9)) <= 3_000


@ANY
@pytest.mark.parametrize("name", ["everything", "hostile"])
def test_an_iframe_goes_without_a_trace(show: Callable[..., Page], clean: Callable[..., str], name: str) -> None:
    snippet = embed(golden(f"deficit_ranking/{name}"), "srcdoc")
    page = show(THEME % (*LIGHT, clean(snippet, show)))
    assert page.locator("main").inner_text().strip() == ""
    assert page.locator("main").bounding_box()["height"] == 0
    assert page.locator("iframe").count() == 0


@CHART
def test_the_second_measure_has_bars_of_its_own(show: Callable[..., Page], clean: Callable[..., str]) -> None:
    spec = golden("deficit_ranking/context")
    shown = show(THEME % (*LIGHT, clean(embed(spec, "safe"), show)), width=375)
    wide = """() => [...document.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll("td:nth-child(3) span:empty")].map((span) => span.getBoundingClientRect().width))"""
    shares = [row["context"]["value"] for row in spec["rows"]]
    bars = [each for (each,) in shown.evaluate(wide)]
    longest = max(bars)
    assert longest > 20
    for bar, share in zip(bars, shares, strict=True):
        assert bar == pytest.approx(longest * share / max(shares), abs=1)
