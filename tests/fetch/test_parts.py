"""US goods trade by product and state, and duties, from the played API of the Census Bureau."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import played as faults
import tradecontext as tc

if TYPE_CHECKING:
    from played import Services


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", "a-good-key")


def test_months_are_added_up_by_product() -> None:
    frame = tc.fetch.us_goods_trade(partners="MEX", years=2024, by_product="hs")
    assert frame[
        ["partner", "year", "product", "product_name", "exports", "imports", "balance"]
    ].to_numpy().tolist() == [
        ["MEX", 2024, "01", "Live animals", 4800, 12_000, -7200],
        ["MEX", 2024, "87", "Vehicles", 9600, 24_000, -14_400],
    ]


def test_a_product_has_one_row_though_imports_and_exports_word_it_in_two_ways(played: Services) -> None:
    def worded(asked: faults.Asked, reply: faults.Reply) -> faults.Reply:
        other = reply.body.replace(b"Vehicles", b"Vehicles, parts") if "/exports/" in asked.path else reply.body
        return faults.Reply(other)

    played.faulty("api.census.gov", worded, for_ever=True)
    frame = tc.fetch.us_goods_trade(partners="MEX", years=2024, by_product="hs")
    assert frame["product_name"].tolist() == ["Live animals", "Vehicles"]


def test_two_levels_of_detail_are_refused(played: Services) -> None:
    played.faulty("api.census.gov", lambda _asked, reply: faults.Reply(reply.body.replace(b'"HS2"', b'"HS4"', 3)))
    with pytest.raises(tc.DataError, match="count trade twice"):
        tc.fetch.us_goods_trade(partners="MEX", years=2024, by_product="hs")


def test_another_table_is_refused(played: Services) -> None:
    for body in (b"{}", b"[[]]", b'[["CTY_CODE"],["2010"]]'):
        played.faulty("api.census.gov", faults.instead(body))
        with pytest.raises(tc.DataError, match="not the table that was asked for"):
            tc.fetch.us_goods_trade(partners="MEX", years=2024, duties=True)
    # What was refused is not taken again from the cache.
    assert len(tc.fetch.us_goods_trade(partners="MEX", years=2024, duties=True)) == 1


def test_states_are_without_their_total() -> None:
    frame = tc.fetch.us_goods_trade(partners="MEX", years=2024, by_state=True)
    assert frame["state"].tolist() == ["CA", "TX"]


def test_duties_have_a_rate() -> None:
    (row,) = tc.fetch.us_goods_trade(partners="MEX", years=2024, duties=True).to_dict("records")
    assert (row["dutiable_basis"], row["duties"], row["rate"]) == (10_800, 540, 0.05)


def test_one_table_at_a_time() -> None:
    with pytest.raises(tc.DataError, match="separate tables"):
        tc.fetch.us_goods_trade(partners="MEX", duties=True, by_state=True)
    with pytest.raises(tc.DataError, match=r"figures of 2010 to 20\d\d, not of 2009"):
        tc.fetch.us_goods_trade(partners="MEX", duties=True, years=2009)
    with pytest.raises(tc.DataError, match="'sic' is not known"):
        tc.fetch.us_goods_trade(partners="MEX", by_product="sic")


def test_another_year_than_asked_is_refused(played: Services) -> None:
    def other(_asked: object, reply: faults.Reply) -> faults.Reply:
        return faults.Reply(reply.body.replace(b"2024-", b"2023-"))

    played.faulty("api.census.gov", other)
    with pytest.raises(tc.DataError, match="other months than those of 2024"):
        tc.fetch.us_goods_trade(partners="MEX", years=2024, duties=True)


def test_a_missing_key_says_where_to_get_one(monkeypatch: pytest.MonkeyPatch, played: Services) -> None:
    monkeypatch.delenv("CENSUS_API_KEY")
    with pytest.raises(tc.DataError, match=r"api\.census\.gov/data/key_signup\.html .*CENSUS_API_KEY"):
        tc.fetch.us_goods_trade(partners="MEX", duties=True)
    assert not played.seen


INVALID = b"<html><title>Invalid Key</title><body>A valid <em>key</em> must be included with each request</body></html>"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (faults.redirected_to_a_page, "the key in CENSUS_API_KEY was refused"),
        (faults.instead(INVALID), "the key in CENSUS_API_KEY was refused"),
        (faults.a_page, "gave no figures: the answer is a page"),
    ],
)
def test_a_page_in_place_of_figures_is_about_the_key_or_is_quoted(played: Services, fault: object, said: str) -> None:
    played.faulty("api.census.gov", fault, for_ever=True)
    with pytest.raises(tc.DataError, match=said):
        tc.fetch.us_goods_trade(partners="MEX", years=2024, duties=True)


@pytest.mark.parametrize("options", [{"by_product": "hs"}, {"by_state": True}, {"duties": True}])
def test_a_row_that_is_there_twice_is_not_added_up(
    played: Services, monkeypatch: pytest.MonkeyPatch, options: Any
) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", "a-good-key")

    def doubled(_asked: object, reply: faults.Reply) -> faults.Reply:
        head, *rows = json.loads(reply.body)
        return faults.Reply(json.dumps([head, *rows, rows[0]]).encode())

    played.faulty("api.census.gov", doubled, for_ever=True)
    with pytest.raises(tc.DataError, match="of CTY_CODE 2010 in 2024-01 twice"):
        tc.fetch.us_goods_trade(partners="MEX", years=2024, **options)


def test_a_month_without_a_figure_is_not_zero(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CENSUS_API_KEY", "a-good-key")

    def blank(_asked: object, reply: faults.Reply) -> faults.Reply:
        head, first, *rows = json.loads(reply.body)
        first = [None if name.endswith("_MO") else cell for name, cell in zip(head, first, strict=True)]
        return faults.Reply(json.dumps([head, first, *rows]).encode())

    played.faulty("api.census.gov", blank, for_ever=True)
    with pytest.raises(tc.DataError, match="has no figure of CTY_CODE 2010 in 2024-01: missing is not 0"):
        tc.fetch.us_goods_trade(partners="MEX", years=2024, by_product="hs")
