"""The demo article: figures as in the tables, true statements, no requests, and a layout that fits a phone."""

from __future__ import annotations

import ast
import csv
import re
import shutil
import sys
import zipfile
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

import tradecontext as tc
from tradecontext.outputs import image
from tradecontext.outputs.embed import KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
DEMO, FIXTURES = ROOT / "demo", ROOT / "tests/fixtures"
SHOWN = ["en", "ar"]
PAGES = {name: (DEMO / f"{name}.template.html").read_text("utf-8") for name in ("article", "behind")}
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
#: Maps typographic quotation marks, dashes and spaces to those of a keyboard.
PLAIN = str.maketrans("\u2018\u2019\u201c\u201d\u2013\u2212\xa0", "''\"\"-- ")
#: Numbers that are in no table: those of the article's made-up car seat; on the other page, the years of another
#: article's average, and the years and the number of the OECD's tables, as in the documentation of the readers.
TYPED = {
    "article": ["40", "100", "100", "40", "100", "40", "60"],
    "behind": ["1994", "2022", "1995", "2022", "90"],
}
#: Statements that the texts have to contain.
SAID = {
    "article": (
        "bought goods worth $505.5 billion from Mexico and sold it goods worth $334.0 billion",
        "$171.5 billion, was the second largest US goods deficit with any partner, after the one with China",
        "Since 2018 the deficit with China, the largest, has shrunk",
        "In 2021 the United States supplied 43.7% of the goods that Mexico imported and 48.6% of Canada's",
        "bought abroad in 1995, 71.5% came from the United States. By 2011, the last year of the international tables used here, it was 48.5%",
        "with made-up numbers",
        "12 cents were American, 67 Mexican, and 21 came from third countries. In 1995 it had been 20, 68 and 12",
        "16 to 40 American cents",
        "in goods and services in 2011 was $36.1 billion instead of $60.2 billion",
        "Of the $24.1 billion between the two balances, most is the work of third countries",
        "$557.8 billion, either way",
        "Japan, $42.7 billion instead of $30.8 billion",
    ),
    "behind": (
        "the deficit of 2024 was $171.8 billion, and had grown by 12.7%",
        "it was $171.5 billion, and had grown by 14.9%",
        "58.3%",
        "22.2% of all goods inputs in 2011, hardly less than the 23.8% of 1995, against 15.5% in Canada",
        "it is Canada: 52.6% against 47.8%",
        "18 or 30 cents: the method Both are from one study, de Gortari (2019), of manufactures in 2014",
        "26 or 16 cents: the year",
        "of manufactures in 1995 and 2011. Our accounts, with other tables, have 23 and 14 cents",
        "40 cents: the scope",
        '"Nearly 30 cents": a quotation',
        "78% of the goods that came from Mexico in 2011; the rest, from farms, mines and wells, carried 3 cents",
        "30 cents in manufactures make 24 in a dollar of all goods",
        "Of $4.3 billion in 1995, $3.9 billion was left in value added; in 2000",
        "the larger deficit, $4.0 billion against $3.5 billion. From 2001 on",
        "by 34% to 44%",
        "$22.4 billion of the exports and $26.7 billion of the imports of 2011",
        "$46.9 billion of the imports and $32.2 billion of the exports",
        "the one that finds 18 cents and not 30",
        "Averaged over 1994-2013, the index of intermediate goods was 0.98 for the United States and 0.48 for Mexico",
        "weigh 2.0 times as much",
        "From 2014 on, WITS",
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo as `make demo` writes it, in a temporary folder, with fewer languages in the gallery."""
    sys.path.insert(0, str(DEMO))
    import gallery
    import make as demo

    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "SITE", folder)
        patch.setattr(gallery, "languages", lambda: SHOWN)
        demo.main()
    return folder


@pytest.fixture(scope="module")
def texts(site: Path) -> dict[str, str]:
    """The words of the site's two pages, without their charts."""
    return {name: words((site / f"{name}.html").read_text("utf-8")) for name in PAGES}


def words(html: str) -> str:
    body = html[html.index("<main>") : html.index("</main>")]
    body = re.sub(r"<(iframe|figure|trade-chart|style|script)\b.*?</\1>", "", body, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).translate(PLAIN).split())


def rows(site: Path, chart: str) -> dict[str, dict[str, str]]:
    """Return the rows of a chart's CSV by the code in the first column."""
    with (site / f"embeds/{chart}.csv").open(encoding="utf-8-sig", newline="") as file:
        return {next(iter(row.values())): row for row in csv.DictReader(file)}


@pytest.mark.parametrize(("page", "sentence"), [(page, each) for page, said in SAID.items() for each in said])
def test_the_text_says_what_the_tables_say(texts: dict[str, str], page: str, sentence: str) -> None:
    assert sentence in texts[page]


def test_the_article_is_short(texts: dict[str, str]) -> None:
    assert len(texts["article"].split()) <= 700
    assert len(re.findall(r"\d[\d.,]*", texts["article"])) <= 40
    assert not re.search(r"pasted|\bcsv\b|\bjson\b|tradecontext", texts["article"]), "the tool's own talk is elsewhere"


@pytest.mark.parametrize("page", PAGES)
def test_no_number_is_typed_into_the_text(page: str) -> None:
    prose = words(re.sub(r"<pre>.*?</pre>|<code>.*?</code>", "", PAGES[page], flags=re.DOTALL))
    typed = re.findall(r"\d+", re.sub(r"\$[a-z_]\w*", "", prose))
    assert typed == TYPED[page]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_left_of_the_template(site: Path, page: str) -> None:
    made = (site / f"{page}.html").read_text("utf-8")
    for name in re.findall(r"\$([a-z_]\w*)", PAGES[page]):
        assert f"${name}" not in made


def test_the_gallery_shows_every_chart_in_every_output_scheme_and_language(site: Path, chromium: Browser) -> None:
    gallery = site / "gallery"
    context = chromium.new_context(viewport={"width": 1200, "height": 900}, offline=True)
    page = context.new_page()
    page.goto((gallery / "index.html").as_uri())
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
    assert set(CHARTS) - {"deficit-ranking-es"} < names
    for kind in (*KINDS, "page", *image.PRESETS):
        for language in SHOWN:
            for scheme in ("light", "dark"):
                shown = {p for p in places if p.startswith(f"{language}/") and f"/{kind}.{scheme}." in p}
                assert len(shown) == len(names), (kind, language, scheme)
    for place in {each for each in places if not each.startswith("engines/")}:
        made = (gallery / place).read_text("utf-8")
        assert "host.invalid" not in made
        if "/page." not in place:
            for address in re.findall(r'<(?:iframe[^>]*|script) src="([^"]*)"', made):
                assert (gallery / place).parent.joinpath(address).is_file()
    context.close()


def test_the_words_between_the_numbers_hold(site: Path) -> None:  # noqa: ARG001 (makes the demo importable)
    import figures

    trade = tc.data.us_goods_trade()
    bought = trade[trade["year"] == 2024].nlargest(2, "exports")["partner"]
    assert "MEX" in set(bought), "one of the best customers"
    months = {code: figures.twelve_months(code) for code in ("MEX", "CHN")}
    assert months["MEX"]["1995-01"] > 0, "thirty years ago, a surplus"
    assert months["CHN"].idxmin().year == 2018
    assert months["CHN"].iloc[-1] > months["CHN"].min(), "has shrunk since"
    assert months["MEX"].iloc[-1] < 2 * months["MEX"]["2018-12"], "more than doubled"
    indices = tc.data.rca_intermediate_goods()
    weights = indices[indices["year"].between(1994, 2013)].groupby("partner")["export_share"].mean()
    assert weights["USA"] / weights["MEX"] == pytest.approx(2, abs=0.05), "twice as much"
    inputs = tc.data.input_shares()
    last = inputs[inputs["year"] == 2011].set_index("partner")["share"]
    assert set(last.nlargest(2).index) == {"MEX", "CAN"}, "more than anywhere else in the tables"
    accounts = tc.data.value_added_balances()
    mexico = accounts[accounts["partner"] == "MEX"].set_index("year")
    gross, added = mexico["balance"], mexico["value_added_balance"]
    late = mexico.index >= 2001
    assert (added[late] > gross[late]).all(), "smaller in value added every year"
    assert added[2000] < gross[2000], "larger in 2000"
    home = mexico["imports_reporter_content"] - mexico["exports_returned"]
    assert home[2011] < 0.2 * (added - gross)[2011], "US inputs nearly cancel"
    last = accounts[accounts["year"] == 2011].set_index("partner")
    change = last["value_added_balance"] - last["balance"]
    assert change["CHN"] > 0 > change["JPN"]
    goods = tc.data.value_added_balances("goods")
    goods = goods[goods["partner"] == "MEX"].set_index("year")
    share = {part: goods[f"imports_{part}_content"] / goods["imports"] for part in ("reporter", "partner", "third")}
    moved = {part: values[2011] - values[1995] for part, values in share.items()}
    assert abs(moved["partner"]) < 0.02, "Mexico's own part hardly moved"
    assert moved["reporter"] < -0.05 < 0.05 < moved["third"]


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
    assert {"degortari-2019-customs", "kpww-2010-mex", "atlantic-council-2025"} <= set(rows(site, "content-estimates"))


def test_the_balance_is_there_year_by_year(site: Path) -> None:
    behind = (site / "behind.html").read_text("utf-8")
    table = dict(re.findall(r'<th scope="row">(\d{4})<td>(.*)', behind))
    assert list(table) == [str(year) for year in range(1995, 2012)]
    assert table["1998"] == "0.3<td>0.6"
    assert table["2011"] == "\u221260.2<td>\u221236.1"


def test_every_number_is_traced(site: Path) -> None:
    import traced

    behind = (site / "behind.html").read_text("utf-8")
    listed = behind[behind.index('<details class="figures traced">') :]
    used = set(re.findall(r"\$([a-z_]\w*)", "".join(PAGES.values())))
    for figures in traced.groups().values():
        assert used & figures.keys()
        for name, figure in figures.items():
            assert (f"<td>{figure.text}<td>" in listed) or name not in used
    for link in re.findall(r'href="(embeds/[^"]+)"', behind):
        assert (site / link).is_file(), link


def test_two_figures_of_one_name_are_refused(site: Path) -> None:  # noqa: ARG001 (makes the demo importable)
    import traced

    once = next(iter(traced.GROUPS))
    with pytest.raises(ValueError, match="two figures are called"):
        traced.together({once: once.make(), once._replace(heading="Again"): once.make()})


@pytest.mark.filterwarnings("ignore:read_tiva left out")
def test_the_code_for_newer_tables_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (code,) = re.findall(r"<pre><code>(.*?)</code></pre>", PAGES["behind"], flags=re.DOTALL)
    # Made-up tables in the publisher's format, under the file names that the text tells readers to download.
    with zipfile.ZipFile(tmp_path / "icio-extended.zip", "w") as archive:
        archive.write(FIXTURES / "icio/2022.csv", "2022.csv")
    shutil.copy(FIXTURES / "tiva/imgrva.csv", tmp_path / "IMGRVA.csv")
    monkeypatch.chdir(tmp_path)
    names = {"tc": tc}
    drawn = []
    for statement in ast.parse(unescape(code)).body:
        if isinstance(statement, ast.Expr):
            drawn.append(eval(ast.unparse(statement), names))
        else:
            exec(ast.unparse(statement), names)
    assert [chart.spec["view"] for chart in drawn] == ["value_added", "bridge", "content"]
    assert all("Mexico" in "".join(chart.spec["frame"][each] for each in ("headline", "subtitle")) for chart in drawn)


def test_every_embed_is_written(site: Path) -> None:
    names = {path.name for path in (site / "embeds").iterdir()}
    for stem in CHARTS:
        assert {f"{stem}{end}" for end in (".html", ".csv", ".json", ".safe.html", ".srcdoc.html")} <= names


def test_every_kind_of_embed_is_on_one_of_the_pages() -> None:
    import make as demo

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
