"""The reader view of an article: what Firefox keeps of each snippet. Safari's reader view is similar."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from golden import golden, told
from tradecontext.outputs.embed import embed

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

READABILITY = Path(__file__).parents[2] / "js/node_modules/@mozilla/readability/Readability.js"
CASES = [
    "deficit_ranking/everything",
    "input_reliance/plain",
    "input_reliance/lines",
    "comparative_advantage/plain",
    "adjusted_balance/content",
    "adjusted_balance/value_added",
    "adjusted_balance/bridge",
]
STORY = (
    "<p>The trade balance of two countries, taken by itself, says little of who gains from what they trade, and of where "
    "what they trade was made; the figures below say more, with their sources, so that readers may judge.</p>"
)
ARTICLE = (
    "<!doctype html><html lang=en><head><title>A story of trade</title></head><body><nav><a href=/>Home</a></nav>"
    f"<article><h1>A story of trade</h1>{STORY * 4}%s{STORY * 4}</article><footer>Imprint</footer></body></html>"
)


def words(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("kind", ["inline", "safe", "image"])
def test_headline_rows_and_source_are_in_the_reader_view(leaf: Callable[..., Page], kind: str, case: str) -> None:
    spec: dict[str, Any] = golden(case)
    shown = leaf(
        ARTICLE % embed(spec, kind, "https://example.org/a.png" if kind == "image" else None).replace("<img ", "<i ")
    )
    shown.add_script_tag(content=READABILITY.read_text("utf-8"))
    kept = shown.evaluate("new Readability(document.cloneNode(true)).parse().content")
    seen = leaf(f"<!doctype html><title>Reader</title>{kept}")
    said = words(seen.locator("body").text_content() or "")
    frame = spec["frame"]
    for text in (
        frame["headline"],
        frame["subtitle"],
        *frame["key"],
        *frame["notes"],
        *(line["text"] for line in frame["sources"]),
    ):
        assert words(text) in said, text
    rows = [words(row) for row in seen.locator("tr").all_text_contents()]
    for name, value in told(spec):
        assert any(words(name) in row and words(value) in row for row in rows), name
    assert seen.locator("table th[scope=row]").count() == len(told(spec))
