"""US goods trade from the played workbook: the bundled figures, to the dollar."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

import tradecontext as tc
from fetch.commands import added

if TYPE_CHECKING:
    from played import Services
    from tradecontext.intake.periods import By

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


def test_partners_and_years_may_be_columns_of_a_frame() -> None:
    own = pd.DataFrame({"partner": ["MEX", "CAN"], "year": [2024, 2024]})
    frame = tc.fetch.us_goods_trade(partners=own["partner"], years=own["year"].max())
    assert frame["partner"].tolist() == ["CAN", "MEX"]
    with pytest.raises(tc.DataError, match=r"partners=.*a list of countries"):
        tc.fetch.us_goods_trade(partners={"MEX": 1})


def test_2024_is_what_the_package_has_to_the_dollar() -> None:
    fetched = tc.fetch.us_goods_trade(years=2024).set_index("partner")
    bundled = tc.data.us_goods_trade("2025-04")
    bundled = bundled[bundled["year"] == 2024].set_index("partner").loc[fetched.index]
    assert len(fetched) == 9
    for column in ("exports", "imports"):
        # The bundled figures are in thousands; the workbook's have three more digits.
        assert fetched[column].round(-3).tolist() == bundled[column].tolist()
    assert fetched["balance"].tolist() == (fetched["exports"] - fetched["imports"]).tolist()


def test_partners_and_years_are_chosen_by_code_or_name() -> None:
    assert tc.fetch.us_goods_trade(partners=["Mexico", "CAN"], years=(2023, 2024))["partner"].unique().tolist() == [
        "CAN",
        "MEX",
    ]
    with pytest.raises(tc.DataError, match=r"figures of 1985 to 20\d\d, not of 1901"):
        tc.fetch.us_goods_trade(partners="MEX", years=1901)
    with pytest.raises(tc.DataError, match=r"no partner is called 'Mexiko ltd\.'; did you mean"):
        tc.fetch.us_goods_trade(partners="Mexiko ltd.")


@pytest.mark.slow
@pytest.mark.parametrize("by", ["month", "year_to_date"])
def test_months_are_those_of_the_package(by: By) -> None:
    fetched = tc.fetch.us_goods_trade(by, partners="MEX", years=(2024, 2025))
    bundled = tc.data.us_goods_trade(by=by)
    bundled = bundled[(bundled["partner"] == "MEX") & bundled["year"].isin(fetched["year"])]
    assert fetched["period"].tolist() == bundled["period"].tolist()
    assert fetched["imports"].tolist() == bundled["imports"].tolist()
    assert fetched["period"].dtype == tc.fetch.us_goods_trade(by, partners="MEX", years=(2024, 2025))["period"].dtype


def test_a_year_that_is_not_complete_is_left_out() -> None:
    assert tc.fetch.us_goods_trade()["year"].max() == 2024


def test_zeros_of_one_partner_in_the_newest_month_are_missing(played: Services) -> None:
    months = tc.data.us_goods_trade(by="month")
    mexico = months[(months["partner"] == "MEX") & (months["period"].astype(str) == "2025-02")].iloc[0]
    for column, flow in (("IFEB", "imports"), ("EFEB", "exports")):
        added(played, column, -round(mexico[flow] / 1e6, 6))
    with pytest.warns(UserWarning, match="the newest month of Mexico: 0 in the file, after trade in every month"):
        fetched = tc.fetch.us_goods_trade(by="month", partners=["MEX", "CAN"])
    newest = fetched[fetched["period"].astype(str) == "2025-02"].set_index("partner")["imports"]
    assert newest["CAN"] > 0
    assert newest.get("MEX", float("nan")) != 0
