"""The code of the documentation runs as printed, and its pages show every view of every chart."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tradecontext.spec import charts, schema

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path.insert(0, str(ROOT / "scripts"))

# Pages whose code other tests run, each in the place that it is for.
ELSEWHERE = {"hosts", "options", "own-data"}
PAGES = [
    str(path.relative_to(DOCS).with_suffix(""))
    for path in sorted(DOCS.rglob("*.md"))
    if path.stem not in ELSEWHERE and re.search(r"^```(python|\{chart\})$", path.read_text("utf-8"), re.MULTILINE)
]

# What a page that begins in the middle of an author's work has from there.
BEFORE = """```python
import tradecontext as tc
chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"])
```
"""


def text(page: str) -> str:
    return (DOCS / f"{page}.md").read_text("utf-8")


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("page", PAGES)
def test_the_code_of_each_page_runs(page: str) -> None:
    import make_pictures

    drawn = make_pictures.all_charts(BEFORE + text(page))[1:]
    # A page may change its one chart, and show it twice.
    assert "{chart}" not in text(page) or drawn


@pytest.mark.parametrize("stem", charts())
def test_the_page_of_a_chart_shows_all_its_views_and_options(stem: str) -> None:
    import make_pictures

    page = text(f"charts/{stem.replace('_', '-')}")
    drawn = make_pictures.all_charts(page)
    assert {chart.stem for chart in drawn} == {stem}
    views = schema(stem)["properties"].get("view", {}).get("enum", [])
    assert {chart.spec.get("view") for chart in drawn} >= set(views)
    assert f".. autoclass:: tradecontext.{type(drawn[0]).__name__}\n" in page
    assert f"```{{spec}} {stem}\n" in page


@pytest.mark.parametrize(
    "looked_for",
    ["months", "colours", "Ghost", "marimo", "print", "in value added"],
)
def test_what_readers_look_for_is_one_click_from_the_first_page(looked_for: str) -> None:
    rows = [line for line in text("index").splitlines() if line.startswith("|") and looked_for in line]
    (link,) = re.findall(r"\]\(([\w-]+)\.md(?:#[\w-]+)?\)", rows[0])
    assert looked_for.casefold() in text(link).casefold()
