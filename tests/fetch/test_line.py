"""The line to a service: redirects, mirrors, slow and damaged answers, and what the libraries say of them."""

from __future__ import annotations

import logging
import traceback
from typing import TYPE_CHECKING

import pytest

import played as faults
import tradecontext as tc
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from collections.abc import Callable

    from played import Services

CENSUS, WITS = "www.census.gov", "wits.worldbank.org"
pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


def test_a_slow_answer_is_given_up(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tradecontext.fetch.line._WHOLE", 0.05)
    played.faulty(CENSUS, faults.dripping, for_ever=True)
    with pytest.raises(tc.DataError, match="too slowly"):
        tc.fetch.us_goods_trade()


def test_messages_have_no_trace_of_the_libraries(played: Services) -> None:
    played.faulty(WITS, faults.reset, for_ever=True)
    try:
        tc.fetch.input_shares("MEX")
    except tc.DataError as error:
        told = "".join(traceback.format_exception(error))
    assert "urllib3" not in told
    assert "Traceback" in told


def test_logs_of_the_libraries_are_as_loud_as_before(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="urllib3"):
        tc.fetch.us_goods_trade(years=2024)
    assert any("country.xlsx" in record.getMessage() for record in caplog.records)


def test_a_redirect_within_a_service_is_followed(played: Services) -> None:
    moved = faults.Reply(b"", 301, {"Location": "https://www.census.gov/foreign-trade/moved/country.xlsx"})
    played.faulty(CENSUS, lambda *_: moved, lambda *_: faults.Reply(played.answers.workbook))
    assert len(tc.fetch.us_goods_trade(years=2024)) == 9
    assert [asked.path for asked in played.seen] == [
        "/foreign-trade/balance/country.xlsx",
        "/foreign-trade/moved/country.xlsx",
    ]


def test_a_redirect_to_another_host_is_refused(played: Services) -> None:
    moved = faults.Reply(b"", 302, {"Location": "https://elsewhere.example/country.xlsx"})
    played.faulty(CENSUS, lambda *_: moved, for_ever=True)
    with pytest.raises(tc.DataError, match="sends to another address"):
        tc.fetch.us_goods_trade()
    assert {asked.host for asked in played.seen} == {CENSUS}


def test_what_a_service_says_with_an_error_is_told(played: Services) -> None:
    body = b"<Error><Message>The reporter is retired</Message></Error>"
    played.faulty(WITS, lambda *_: faults.Reply(body, 404), for_ever=True)
    with pytest.raises(tc.DataError, match=r"an error \(404: 'The reporter is retired'\)"):
        tc.fetch.input_shares("MEX")


def test_an_answer_in_another_encoding_is_not_kept(played: Services) -> None:
    played.faulty(WITS, faults.utf_16, for_ever=True)
    with pytest.raises(tc.DataError, match="in another encoding"):
        tc.fetch.input_shares("MEX", years=2022)
    assert not (receipts.folder() / "answers").exists()


@pytest.mark.parametrize(
    "mirror", ["mirror.example", "ftp://mirror.example", "http://", "https://a b", "http://127.0.0.1:99999"]
)
def test_a_mirror_that_is_no_address_is_told(monkeypatch: pytest.MonkeyPatch, mirror: str) -> None:
    monkeypatch.setenv("TRADECONTEXT_MIRROR", mirror)
    calls: list[Callable[[], object]] = [tc.fetch.us_goods_trade, lambda: tc.fetch.icio(2022)]
    for call in calls:
        with pytest.raises(tc.DataError, match=r"TRADECONTEXT_MIRROR is .*no address of a server"):
            call()


def test_a_mirror_that_does_not_answer_is_named_without_its_password(
    played: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    for mirror in ("http://me:secret@127.0.0.1:9", f"{played.url}/elsewhere"):
        monkeypatch.setenv("TRADECONTEXT_MIRROR", mirror)
        calls: list[Callable[[], object]] = [tc.fetch.us_goods_trade, lambda: tc.fetch.icio(2022)]
        for call in calls:
            server = mirror.replace("me:secret@", "")
            with pytest.raises(
                tc.DataError, match=f"It was asked of {server}, which TRADECONTEXT_MIRROR names"
            ) as refusal:
                call()
            assert "secret" not in str(refusal.value)


def test_a_circle_of_redirects_is_told(played: Services) -> None:
    again = faults.Reply(b"", 302, {"Location": "https://www.census.gov/foreign-trade/balance/country.xlsx"})
    played.faulty(CENSUS, lambda *_: again, for_ever=True)
    with pytest.raises(tc.DataError, match="in a circle"):
        tc.fetch.us_goods_trade()
