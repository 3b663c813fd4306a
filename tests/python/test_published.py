"""Where a chart's page is published, and what its readers may take away, as options and in the spec."""

from __future__ import annotations

from typing import Any

import pytest

import tradecontext as tc


@pytest.fixture(scope="module")
def trade() -> Any:
    return tc.data.us_goods_trade()


def test_where_a_page_is_published_and_what_readers_may_take_stand_in_the_spec(trade: Any) -> None:
    chart = tc.DeficitRanking(trade, year=2024, url="https://example.org/a", links=["embed", "data"], noindex=True)
    assert {name: chart.spec["frame"][name] for name in ("url", "links", "noindex")} == {
        "url": "https://example.org/a",
        "links": ["data", "embed"],
        "noindex": True,
    }
    again = tc.from_spec(chart.spec)
    again.update(url=None, links=("image",), noindex=False)
    assert again.spec["frame"] == {**tc.DeficitRanking(trade, year=2024).spec["frame"], "links": ["image"]}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"url": "javascript:alert(1)"}, "url is 'javascript:alert"),
        ({"url": "a.org"}, "only http:// and https://"),
        ({"links": "data"}, "it takes any of data, image, embed, as a list"),
        ({"links": ["print"]}, "links has "),
        ({"links": [["data"]]}, "links has "),
        ({"noindex": "yes"}, "noindex is 'yes'; it takes True or False"),
    ],
)
def test_a_place_or_link_that_is_none_is_refused(trade: Any, options: Any, words: str) -> None:
    with pytest.raises(tc.DataError, match=words):
        tc.DeficitRanking(trade, year=2024, **options)
