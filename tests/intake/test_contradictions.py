"""Options that would draw a publisher's figures as those of another country or currency."""

from __future__ import annotations

from typing import Any

import pytest

import tradecontext as tc

TRADE = tc.data.us_goods_trade()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"reporter": "DEU"}, "reporter='DEU': these are figures of USA; leave reporter= out"),
        ({"currency": "EUR", "reporter": "USA"}, "currency='EUR': the figures are in US dollars"),
        ({"unit": "usd_thousand"}, "unit='usd_thousand': the figures are in US dollars, as the table was made"),
    ],
)
@pytest.mark.parametrize("chart", [tc.DeficitRanking, tc.BalanceOverTime])
def test_a_table_of_a_publisher_is_of_its_own_reporter_and_unit(chart: Any, options: Any, told: str) -> None:
    with pytest.raises(tc.DataError, match=told):
        chart(TRADE, **options)


def test_all_that_contradicts_is_told_at_once() -> None:
    with pytest.raises(tc.DataError) as refused:
        tc.DeficitRanking(TRADE, reporter="FRA", unit="eur")
    assert len(refused.value.faults) == 2


def test_what_agrees_is_taken() -> None:
    chart = tc.DeficitRanking(TRADE, year=2024, reporter="United States", unit="usd", currency="USD")
    assert chart.headline == tc.DeficitRanking(TRADE, year=2024).headline


def test_converted_figures_are_of_the_author_s_unit() -> None:
    thousands = TRADE.assign(**{name: TRADE[name] / 1e3 for name in ("exports", "imports", "balance")})
    spec = tc.DeficitRanking(thousands, year=2024, unit="usd_thousand").spec
    assert spec["rows"][0]["deficit"] == pytest.approx(tc.DeficitRanking(TRADE, year=2024).spec["rows"][0]["deficit"])


def test_accounts_of_another_reporter_are_refused() -> None:
    with pytest.raises(tc.DataError, match="no row is of this reporter; the data has USA"):
        tc.AdjustedBalance(tc.data.value_added_balances(), view="value_added", reporter="DEU")


def test_a_country_does_not_get_the_name_of_a_group() -> None:
    with pytest.raises(tc.DataError, match="its figures would be drawn as those of a group of countries"):
        tc.DeficitRanking(TRADE, year=2024, entities={"MEX": "European Union"})
