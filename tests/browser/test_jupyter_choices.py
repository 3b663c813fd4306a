"""What only some charts let a reader choose, in JupyterLab: periods, pairs of rows, shares and steps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from lab import names

if TYPE_CHECKING:
    from collections.abc import Callable


def test_a_period_goes_both_ways(notebook: Callable[..., Any]) -> None:
    reliance = "tc.InputReliance(tc.data.input_shares(), highlight=['MEX'], top=5)"
    book = notebook(f"import tradecontext as tc\nchart = {reliance}\nchart", "")
    chart = book.charts(0)
    chart.locator("summary").first.click()
    expect(names(chart).first).to_have_text("Mexico")
    chart.get_by_label("First year").select_option("2005")
    expect(names(chart).first).to_have_text("Canada")
    # The words are the same in the page and in the kernel, whichever of them changes the period.
    words = "frame = chart.present()['frame']\nprint(frame['headline'], frame['subtitle'], frame['alt'], sep='|')"

    def alike(first: int) -> None:
        expect(chart.locator(".tc-headline")).to_contain_text(f"than in {first}")
        said = [chart.locator(each).text_content() for each in (".tc-headline", ".tc-subtitle")]
        expect(book.run(1, words)).to_have_text("|".join([*said, chart.get_attribute("aria-label")]))

    alike(2005)
    expect(chart.locator(".tc-told")).to_contain_text("Mexico: 48.0% on average, 2005\u20132011")
    expect(book.run(1, "print(chart.period)")).to_have_text("(2005, 2011)")
    book.run(1, "chart.period = (1996, 2000)")
    expect(chart.get_by_label("First year")).to_have_value("1996")
    expect(chart.get_by_label("Last year")).to_have_value("2000")
    expect(names(chart).first).to_have_text("Mexico")
    alike(1996)
    expect(book.run(1, "chart.period = (1980, 2000)")).to_contain_text("choose (first year, last year) within 1995 to")
    chart.get_by_role("button", name="Mexico").click()
    expect(book.run(1, "print(chart.selection)")).to_have_text("('MEX',)")
    book.run(1, "chart.update(view='ranking', trend=False)")
    expect(chart.locator("svg")).to_have_count(0)
    expect(chart.get_by_label("First year")).to_have_value("1996")


def test_two_countries_of_one_index(notebook: Callable[..., Any]) -> None:
    advantage = "tc.ComparativeAdvantage(tc.data.rca_intermediate_goods(), year=2013, partners=['USA', 'MEX', 'CAN'])"
    book = notebook(f"import tradecontext as tc\nchart = {advantage}\nchart", "")
    chart = book.charts(0)
    book.run(1, "chart.selection = ['USA', 'MEX']")
    expect(chart.locator(".tc-chosen")).to_contain_text("exports from the United States")
    chart.get_by_role("button", name="RCA").click()
    expect(book.run(1, "print(chart.sort_by)")).to_have_text("-rca")


def test_an_assumed_share_and_a_selected_estimate(notebook: Callable[..., Any]) -> None:
    estimates = "estimates=tc.data.us_content_estimates(), country='MEX', year=2024, one_sided=True"
    book = notebook(
        f"import tradecontext as tc\nchart = tc.AdjustedBalance(tc.data.us_goods_trade(), {estimates})\nchart", ""
    )
    chart = book.charts(0)
    balance = chart.locator("tr:has(.tc-whole)")
    before = balance.inner_text()
    book.run(1, "chart.us_content = 0.4")
    expect(chart.get_by_role("row", name="if 40¢ applied to all goods, 2024")).to_be_visible()
    expect(chart.locator("tfoot")).to_have_text(re.compile("Assumed share.*40¢", re.DOTALL))
    chart.get_by_role("button", name="de Gortari 2019, customs data").click()
    expect(chart.get_by_role("row", name="if 30 cents (de Gortari 2019, customs data)")).to_be_visible()
    expect(book.run(1, "print(chart.selection, chart.us_content)")).to_have_text("('degortari-2019-customs',) 0.4")
    book.run(1, "chart.selection = ['degortari-2019-conventional']")
    expect(chart.get_by_role("row", name="if 18 cents (de Gortari 2019, conventional method)")).to_be_visible()
    expect(book.run(1, "chart.us_content = 1.4")).to_contain_text("choose a fraction of 0 to 1, or None")
    book.run(1, "chart.us_content = None")
    expect(chart.locator("tfoot")).to_have_count(0)
    assert balance.inner_text() == before

    # Another view of other data replaces it.
    book.run(1, "chart.update(data=tc.data.value_added_balances(), estimates=None, one_sided=False, year=2011)")
    expect(chart.locator("tfoot")).to_contain_text("0.0, same")
    chart.get_by_role("button", name="Change").click()
    expect(book.run(1, "print(chart.view, chart.sort_by, chart.selection)")).to_have_text("None change ()")
    book.run(1, "chart.view = 'bridge'")
    chart.get_by_role("button", name="Double counting").click()
    expect(book.run(1, "print(chart.selection)")).to_have_text("('rest',)")
