"""The text of the demo article and of the page on how it was made: true statements, and figures as in the tables."""

from __future__ import annotations

import ast
import re
import shutil
import zipfile
from html import unescape
from pathlib import Path

import demo_pages
import figures
import pytest
import traced
from demo_pages import PAGES, words

import tradecontext as tc

FIXTURES = Path(__file__).parents[1] / "fixtures"
#: Numbers that are in no table: those of the article's made-up car seat; on the other page, the years of another
#: article's average, and the years and the number of the OECD's tables, as in the documentation of the readers.
TYPED = {
    "article": ["40", "100", "100", "40", "60"],
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
        "One has two answers for 2014: 18 from the usual tables, and 30 where customs records tell",
        "in goods and services in 2011 was $36.1 billion instead of $60.2 billion",
        "explain the smaller part of the $24.1 billion between the two balances. Most is owed to third countries",
        "$557.8 billion in 2011, either way",
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
def texts() -> dict[str, str]:
    """The words of the two pages."""
    return demo_pages.texts()


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


def test_the_words_between_the_numbers_hold() -> None:
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


def test_two_figures_of_one_name_are_refused() -> None:
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
