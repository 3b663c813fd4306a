"""A service that fails: a kept answer stands in for a new one, or the refusal says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import played as faults
import tradecontext as tc
from fetch.kept_answers import aged
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from collections.abc import Callable

    from played import Services

CENSUS, WITS = "www.census.gov", "wits.worldbank.org"
pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")

WAYS_OUT: dict[str, tuple[Callable[..., Any], str]] = {
    "an error": (faults.refused(500), "an error"),
    "nothing": (faults.nothing, r"the answer is empty \(204\)"),
    "an empty answer": (faults.empty, "the answer is empty"),
    "a page": (faults.a_page, "was cut off|a page"),
    "cut off": (faults.cut_off, "cut off"),
    "broken off": (faults.broken_off, "broke off"),
    "a reset": (faults.reset, "broke off|cannot be reached"),
    "refused": (faults.refused(403), "refused"),
    "too many": (faults.refused(429, Retry_After="7"), "limit"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", WAYS_OUT)
@pytest.mark.parametrize("host", [CENSUS, WITS])
def test_a_failing_service_is_told_with_what_to_do(played: Services, name: str, host: str) -> None:
    fault, said = WAYS_OUT[name]
    played.faulty(host, fault, for_ever=True)
    with pytest.raises(tc.DataError, match=said) as refusal:
        tc.fetch.us_goods_trade() if host == CENSUS else tc.fetch.input_shares("MEX")
    assert f"https://{host}/" in str(refusal.value)
    assert "try again" in str(refusal.value)
    assert not (receipts.folder() / "answers").exists()
    assert refusal.value.__cause__ is None
    assert refusal.value.__context__ is None


@pytest.mark.slow
@pytest.mark.parametrize("name", WAYS_OUT)
def test_a_kept_answer_is_taken_with_its_date_when_a_service_fails(
    played: Services, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    first = tc.fetch.us_goods_trade(years=2024)
    day = first["vintage"].iloc[0].removeprefix("retrieved ")
    aged(40, monkeypatch)
    played.faulty(CENSUS, WAYS_OUT[name][0], for_ever=True)
    with pytest.warns(UserWarning, match=f"no newer figures .*retrieved on {day}"):
        again = tc.fetch.us_goods_trade(years=2024)
    pd.testing.assert_frame_equal(again, first)
    assert not [record for record in caplog.records if record.name.startswith("requests_cache")]
    with pytest.warns(UserWarning, match="no newer figures"):
        tc.fetch.us_goods_trade(years=2024)


@pytest.mark.parametrize("name", ["an error", "cut off", "broken off", "a reset", "too many"])
def test_a_passing_fault_is_not_noticed(played: Services, waits: list[float], name: str) -> None:
    played.faulty(WITS, WAYS_OUT[name][0])
    assert tc.fetch.input_shares("MEX", years=2022)["share"].tolist() == [0.47]
    assert (7 in waits) == (name == "too many")


def test_a_refusal_says_when_to_come_back(played: Services, waits: list[float]) -> None:
    played.faulty(WITS, faults.refused(403, Retry_After="30"), for_ever=True)
    with pytest.raises(tc.DataError, match="try again in 30 seconds"):
        tc.fetch.input_shares("MEX")
    assert waits.count(30) == 4


def test_without_a_network_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRADECONTEXT_MIRROR", "http://127.0.0.1:9")
    with pytest.raises(
        tc.DataError, match=r"cannot be reached .*tradecontext\.data\.us_goods_trade\(\), which end in 2024"
    ):
        tc.fetch.us_goods_trade()


@pytest.mark.slow
def test_a_service_that_cannot_be_reached_is_waited_for_once(
    played: Services, monkeypatch: pytest.MonkeyPatch, waits: list[float]
) -> None:
    countries = ["MEX", "CAN"]
    first = tc.fetch.input_shares(countries, years=2022)
    aged(3, monkeypatch)
    monkeypatch.setenv("TRADECONTEXT_MIRROR", "http://127.0.0.1:9")
    with pytest.warns(UserWarning, match="cannot be reached"):
        again = tc.fetch.input_shares(countries, years=2022)
    assert again["share"].tolist() == first["share"].tolist()
    once = len(waits)
    waits.clear()
    with pytest.warns(UserWarning, match="cannot be reached"):
        tc.fetch.input_shares("MEX", years=2022)
    assert len(waits) == once
    # The next call asks again.
    monkeypatch.setenv("TRADECONTEXT_MIRROR", played.url)
    before = len(played.seen)
    tc.fetch.input_shares("CAN", years=2022)
    assert len(played.seen) == before + 2
