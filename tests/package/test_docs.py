"""The code of the documentation runs as printed, and its pages show every view of every chart."""

from __future__ import annotations

import re
import sys
from html import escape
from pathlib import Path
from typing import Any

import pytest

import tradecontext as tc
from tradecontext.spec import charts, schema
from tradecontext.widget import static

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
sys.path[:0] = [str(ROOT / "scripts"), str(DOCS / "extension")]

# Pages whose code is run elsewhere, or below, each in the place that it is for.
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


LINKED, UNATTENDED = "Two charts, one selection", "Notebooks that run unattended"
IN_HOSTS = {
    "JupyterLab, Notebook 7, VS Code",
    "Voila",
    "marimo",
    "marimo, and controls that keep a value",
    "Panel",
    "Shiny",
    "Solara",
}
"""Sections whose code `make test-hosts` runs, each in its host."""


def sections(page: str) -> dict[str, list[str]]:
    """Return the code of each section of a page that has any."""
    parts = (part.partition("\n") for part in re.split(r"^## ", text(page), flags=re.MULTILINE)[1:])
    found = {title: re.findall(r"^```\w*\n(.*?)^```", body, re.DOTALL | re.MULTILINE) for title, _, body in parts}
    return {title: blocks for title, blocks in found.items() if blocks}


def ranking(**options: Any) -> tc.DeficitRanking:
    return tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, **options)


def test_all_code_about_hosts_is_run_here_or_in_its_host() -> None:
    assert set(sections("hosts")) == IN_HOSTS | {LINKED, UNATTENDED}


def test_two_charts_share_a_selection_as_the_page_says() -> None:
    one, other = ranking(top=10), ranking(top=2)
    (code,) = sections("hosts")[LINKED]
    exec(code, {"one": one, "other": other})
    one.selection = ["CHN", "JPN"]
    assert other.selection == ("CHN",)
    other.selection = ["MEX"]
    assert one.selection == ("MEX",)


def test_an_unattended_notebook_shows_what_the_page_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(static, "_chosen", set())
    chart = ranking()
    first, page = sections("hosts")[UNATTENDED]
    exec(page, {"chart": chart})
    assert chart.headline in (tmp_path / "x.html").read_text("utf-8")
    assert "application/vnd.jupyter.widget-view+json" in chart._repr_mimebundle_()[0]
    exec(first, {})
    assert set(chart._repr_mimebundle_()[0]) == {"text/html", "image/png", "text/plain"}


ASKING = {
    "page.html": [
        '<script src="https://cdn.example/x.js"></script>',
        "<img src='//cdn.example/x.png'>",
        '<img src="x.png" srcset="x.png 1x, https://cdn.example/y.png 2x">',
        '<link href="https://cdn.example/x.css" rel="stylesheet">',
        "<style>@import 'https://cdn.example/x.css';</style>",
        '<p style="background: url(https://cdn.example/x.png)">',
        '<script>fetch("https://cdn.example/x.json")</script>',
        '<script type="module">import x from "https://cdn.example/x.js"</script>',
        f'<iframe srcdoc="{escape("<img src=https://cdn.example/x.png>")}"></iframe>',
    ],
    "site.css": ["@font-face { src: url(https://cdn.example/x.woff2) }", '@import url("https://cdn.example/x.css");'],
    "site.js": ["import('https://cdn.example/x.js')", 'image.src = "https://cdn.example/x.png"'],
}
SILENT = """<link rel="canonical" href="https://example.org/"><a href="https://example.org/">A link</a>
<script src="x.js"></script><img src="data:image/png;base64,AAAA"><style>p{background:url(x.png)}</style>
<svg xmlns="http://www.w3.org/2000/svg"></svg><script>const source = "https://example.org/"</script>"""


@pytest.mark.parametrize(("name", "asking"), [(name, each) for name, found in ASKING.items() for each in found])
def test_a_site_that_asks_for_something_outside_is_refused(tmp_path: Path, name: str, asking: str) -> None:
    import outside

    (tmp_path / name).write_text(asking, "utf-8")
    (said,) = outside.asked_for(tmp_path)
    assert said.startswith(f"{name} asks for ")
    assert "cdn.example" in said


def test_a_site_may_link_outside(tmp_path: Path) -> None:
    import outside

    (tmp_path / "page.html").write_text(SILENT, "utf-8")
    assert list(outside.asked_for(tmp_path)) == []
    assert '"outside"' in (DOCS / "conf.py").read_text("utf-8")
