"""Sites that are built from notebooks and Markdown, by what builds them: what is read of a chart there, without a network.

MyST's own interface has to be downloaded, so what `mystmd` reads is drawn in `tests/browser/test_myst.py`. Quarto's
package downloads Quarto, so it is not here.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import nbformat
import numpy as np
import pytest
from documented import blocks_as_printed
from nbformat.v4 import new_code_cell, new_notebook
from places import SITES, home
from playwright.sync_api import expect

import tradecontext as tc
from golden import golden
from raster import picture

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.xdist_group("static-sites")

ROOT = Path(__file__).parents[2]
CHART = """import tradecontext as tc

chart = tc.DeficitRanking(tc.data.us_goods_trade(), year=2024, highlight=["MEX"])
chart"""
FRAME, STATIC = (
    blocks_as_printed("static-sites", "nbsphinx, MyST-NB, Jupyter Book 1")[0],
    blocks_as_printed("hosts", "Notebooks that run unattended")[0],
)
CDNS = {"cdnjs.cloudflare.com", "cdn.jsdelivr.net"}
"""The hosts from which the front end of a stored widget is loaded, as the page on these sites says."""


def run(folder: Path, *command: str, ends: int = 0) -> str:
    run = [SITES / "bin" / command[0], *command[1:]]
    done = subprocess.run(run, cwd=folder, env=home(folder), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == ends, done.stdout + done.stderr
    return done.stdout + done.stderr


def opened(chromium: Browser, file: Path) -> tuple[Page, set[str]]:
    """Open a file without a network; return the hosts that it asks, too."""
    page = chromium.new_page(viewport={"width": 1000, "height": 1200})
    asked: set[str] = set()

    def refused(route: Any) -> None:
        asked.add(urlsplit(route.request.url).hostname)
        route.abort()

    page.route(lambda address: address.startswith("http"), refused)
    page.goto(file.as_uri())
    return page, asked


@pytest.mark.parametrize("builder", ["nbsphinx", "myst_nb"])
def test_a_notebook_that_the_site_executes(chromium: Browser, tmp_path: Path, builder: str) -> None:
    cells = [new_code_cell(code) for code in (CHART, FRAME, STATIC, "chart")]
    notebook = new_notebook(cells=cells, metadata={"kernelspec": {"name": "python3", "display_name": "Python"}})
    nbformat.write(notebook, tmp_path / "index.ipynb")
    (tmp_path / "conf.py").write_text(f"extensions = [{builder!r}]\nhtml_theme = 'furo'\n", "utf-8")
    run(tmp_path, "sphinx-build", "-q", ".", "site")
    page, asked = opened(chromium, tmp_path / "site/index.html")
    # The first chart is a stored widget, which has its spec, but shows nothing without its front end.
    assert asked == CDNS
    state = json.loads(page.locator("script[type='application/vnd.jupyter.widget-state+json']").text_content())
    (spec,) = (model["state"]["spec"] for model in state["state"].values() if "spec" in model["state"])
    assert spec["rows"][0]["name"] == "China"
    # The last one is markup.
    figure = page.locator("figure")
    expect(figure).to_have_count(1)
    assert figure.locator("tbody tr").count() == 10
    assert "Mexico 171.5" in " ".join(figure.locator("tbody tr").nth(1).inner_text().split())
    # The frame between them is live.
    row = page.frame_locator("iframe").locator("figure tbody button").first
    row.click()
    expect(row).to_have_attribute("aria-pressed", "true")
    page.close()


def test_myst_reads_the_directive(tmp_path: Path) -> None:
    charts = [tc.from_spec(golden(f"deficit_ranking/{case}")) for case in ("plain", "everything", "hostile")]
    snippets = "\n".join(chart.embed("myst") for chart in charts)
    (tmp_path / "index.md").write_text(f"# Trade\n\n{snippets}", "utf-8")
    module = charts[0].save(tmp_path / "widget.js")
    (tmp_path / "myst.yml").write_text("version: 1\nproject: {title: Trade}\nsite: {title: Trade}\n", "utf-8")
    # It ends with an error once it has read the page, since it cannot download its interface.
    assert "Built 1 page" in run(tmp_path, "myst", "build", "--site", ends=1)
    read = json.loads((tmp_path / "_build/site/content/index.json").read_text("utf-8"))
    (block,) = read["mdast"]["children"]
    widgets = [each for each in block["children"] if each["type"] != "comment"]
    assert [each["type"] for each in widgets] == ["anywidget"] * len(charts)
    assert [each["model"] for each in widgets] == [{"spec": chart.spec} for chart in charts]
    files = {tmp_path / "_build/site/public" / Path(each["esm"]).name for each in widgets}
    assert {file.read_bytes() for file in files} == {module.read_bytes()}


CONFIGURATION = """
import sys

sys.path.insert(0, "{extension}")
extensions = ["myst_parser", "drawn", "outside"]
suppress_warnings = ["myst.xref_missing"]
html_theme = "furo"
html_static_path = ["{extension}/site.css"]
html_css_files = ["site.css"]
"""
PAPER, OXBLOOD = 0xFDF6EC, 0x8C1D2B
"""The ground of the house on the page about it, and the colour of its first highlighted row."""


def test_the_page_of_one_house_shows_it_in_all_nine_outputs(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text((ROOT / "docs/brands.md").read_text("utf-8"), "utf-8")
    (tmp_path / "conf.py").write_text(CONFIGURATION.format(extension=ROOT / "docs/extension"), "utf-8")
    run(tmp_path, "sphinx-build", "-q", ".", "site")
    page, asked = opened(chromium, tmp_path / "site/index.html")
    made = page.locator("figure.output")
    calls = " ".join(made.locator("> figcaption").all_inner_texts())
    named = ["html", "iframe", "component", "inline", "safe", "notebook", "svg", "png", "pdf"]
    assert [name for name in named if name in calls] == named
    assert made.count() == len(named)
    for number in range(len(named)):
        expect_painted(made.nth(number))
    assert asked == set()
    page.close()


def expect_painted(output: Locator) -> None:
    """Wait until the most frequent colour of an output is its house's ground, and its highlights' colour is there."""
    output.scroll_into_view_if_needed()
    for _ in range(50):
        seen = np.asarray(picture(output.screenshot(animations="disabled")), dtype=int)[..., :3] @ (0x10000, 0x100, 1)
        colours, counts = np.unique(seen, return_counts=True)
        if colours[counts.argmax()] == PAPER and (seen == OXBLOOD).sum() > 1000:
            return
        output.page.wait_for_timeout(100)
    raise AssertionError(f"{output.locator('figcaption').first.inner_text()} is not painted in its house's colours")
