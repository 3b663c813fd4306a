"""The demo: every chart in every output, figures as in the charts, no requests, and a layout that fits a phone."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING

import demo_charts
import demo_pages
import gallery
import make as demo
import pytest
import traced
from demo_pages import PAGES, words
from playwright.sync_api import expect

from tradecontext.outputs import image
from tradecontext.outputs.embed import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tradecontext.widget.chart import Chart

SHOWN = ["en", "ar"]
DRAWN = ("input-ranking", "made-up-balance")
CHARTS = (
    "deficit-ranking",
    "deficit-ranking-es",
    "balance-over-time",
    "input-reliance",
    "comparative-advantage",
    "content-by-origin",
    "content-estimates",
    "value-added-balance",
    "bridge-mexico",
    "made-up-balance",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as `make demo` writes it, in a temporary folder, with fewer charts and languages in the gallery.

    The gallery does the same with every chart; each is drawn in every output, and for a house, by other tests.
    """
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "SITE", folder)
        patch.setattr(gallery, "languages", lambda: SHOWN)
        patch.setattr(gallery, "shown", few)
        demo.main()
    return folder


def few(language: str) -> dict[str, Chart]:
    """Return the gallery's charts in a language that are drawn here."""
    made = {**demo_charts.ranking_of_inputs(language), **demo_charts.made_up(language)}
    return {name: made[name] for name in DRAWN}


def rows(site: Path, chart: str) -> dict[str, dict[str, str]]:
    """Return the rows of a chart's CSV by the code in the first column."""
    with (site / f"embeds/{chart}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_left_of_the_template(site: Path, page: str) -> None:
    made = (site / f"{page}.html").read_text("utf-8")
    for name in re.findall(r"\$([a-z_]\w*)", PAGES[page]):
        assert f"${name}" not in made


def test_the_article_has_the_text_that_is_tested_without_its_charts(site: Path) -> None:
    assert words((site / "article.html").read_text("utf-8")) == demo_pages.texts()["article"]


def test_the_gallery_has_every_chart_of_the_article() -> None:
    for language in SHOWN:
        assert set(CHARTS) - {"deficit-ranking-es"} < set(gallery.shown(language)) > set(DRAWN)


def test_the_gallery_shows_its_charts_in_every_output_scheme_and_language(site: Path, chromium: Browser) -> None:
    folder = site / "gallery"
    context = chromium.new_context(viewport={"width": 1200, "height": 900}, offline=True)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    # It is quick since what is out of sight is not loaded.
    page.locator("[data-src][src]").first.wait_for(state="attached")
    waiting = page.locator("[data-src]:not([src])").count()
    assert waiting > page.locator("[data-src][src]").count() > 0
    # All at once, since the page is drawn at every change.
    page.locator("form").evaluate(
        """form => {
          for (const each of form.querySelectorAll("select")) each.value = "all";
          form.dispatchEvent(new Event("change"));
        }"""
    )
    places = page.locator("[data-src]").evaluate_all("all => all.map(({ dataset }) => dataset.src)")
    names = {Path(place).parts[1] for place in places if not place.startswith("engines/")}
    assert names == set(DRAWN)
    for kind in (*KINDS, "page", *image.PRESETS):
        for language in SHOWN:
            for scheme in ("light", "dark"):
                shown = {p for p in places if p.startswith(f"{language}/") and f"/{kind}.{scheme}." in p}
                assert len(shown) == len(names), (kind, language, scheme)
    for place in {each for each in places if not each.startswith("engines/")}:
        made = (folder / place).read_text("utf-8")
        assert "host.invalid" not in made
        if "/page." not in place:
            for address in re.findall(r'<(?:iframe[^>]*|script) src="([^"]*)"', made):
                assert (folder / place).parent.joinpath(address).is_file()
    context.close()


def test_a_number_in_the_text_is_the_chart_s(site: Path) -> None:
    def amount(chart: str, code: str, column: str) -> float:
        return float(next(value for name, value in rows(site, chart)[code].items() if name.startswith(column)))

    assert amount("deficit-ranking", "MEX", "deficit") == pytest.approx(171.5e9, abs=0.05e9)
    assert amount("value-added-balance", "MEX", "gross") == pytest.approx(-60.2e9, abs=0.05e9)
    assert amount("value-added-balance", "MEX", "value_added") == pytest.approx(-36.1e9, abs=0.05e9)
    steps = {"exports_returned": -22.4, "imports_reporter": 26.7, "exports_third": -32.2, "imports_third": 46.9}
    for step, billion in steps.items():
        assert amount("bridge-mexico", step, "effect") == pytest.approx(billion * 1e9, abs=0.05e9)
    assert next(iter(rows(site, "content-by-origin"))) == "MEX"
    assert {"degortari-2019-customs", "commerce-2017-mex-2011"} <= set(rows(site, "content-estimates"))


def test_the_balance_is_there_year_by_year(site: Path) -> None:
    behind = (site / "behind.html").read_text("utf-8")
    table = dict(re.findall(r'<th scope="row">(\d{4})<td>(.*)', behind))
    assert list(table) == [str(year) for year in range(1995, 2012)]
    assert table["1998"] == "0.3<td>0.6"
    assert table["2011"] == "\u221260.2<td>\u221236.1"


def test_every_number_is_traced(site: Path) -> None:
    behind = (site / "behind.html").read_text("utf-8")
    listed = behind[behind.index('<details class="figures traced">') :]
    used = set(re.findall(r"\$([a-z_]\w*)", "".join(PAGES.values())))
    for figures in traced.groups().values():
        assert used & figures.keys()
        for name, figure in figures.items():
            assert (f"<td>{figure.text}<td>" in listed) or name not in used
    for link in re.findall(r'href="(embeds/[^"]+)"', behind):
        assert (site / link).is_file(), link


def test_every_embed_is_written(site: Path) -> None:
    names = {path.name for path in (site / "embeds").iterdir()}
    for stem in CHARTS:
        assert {f"{stem}{end}" for end in (".html", ".csv", ".json", ".safe.html", ".srcdoc.html")} <= names


def test_every_kind_of_embed_is_on_one_of_the_pages() -> None:
    assert {*demo.EMBEDS.values(), "safe"} == set(KINDS)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_landmarks_and_one_column(chromium: Browser, site: Path, name: str) -> None:
    context = chromium.new_context(viewport={"width": 720, "height": 800}, offline=True)
    page = context.new_page()
    page.goto((site / f"{name}.html").as_uri())
    for landmark in ("banner", "navigation", "main", "contentinfo"):
        expect(page.get_by_role(landmark, include_hidden=False).first).to_be_visible()
    boxes = page.locator(":is(main, article) > :is(h1, h2, p), .embed > *").evaluate_all(
        "all => all.map((each) => each.getBoundingClientRect()).map(({ left, width }) => [Math.round(left), width])"
    )
    assert len({left for left, width in boxes if width}) == 1
    context.close()


@pytest.mark.parametrize("width", [320, 720])
def test_the_article_fits_and_its_charts_answer_from_disk_without_a_network(
    chromium: Browser, site: Path, width: int
) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 800}, offline=True)
    page = context.new_page()
    page.goto((site / "article.html").as_uri())
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # A frame out of sight is hydrated when it comes into view.
    page.locator("iframe").first.scroll_into_view_if_needed()
    frame = page.locator("iframe").first.content_frame
    expect(frame.get_by_role("button", name="Mexico")).to_be_visible()
    component = page.locator("trade-chart").first
    component.get_by_role("button", name="Mexico").click()
    assert component.locator("[data-selected]").count() == 1
    context.close()
