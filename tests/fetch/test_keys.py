"""A key stands in no file, log, message, frame, spec or traceback."""

from __future__ import annotations

import json
import logging
import os
import traceback
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

import played as faults
import tradecontext as tc
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from played import Services

CALLS: dict[str, tuple[str, str, Callable[[], pd.DataFrame]]] = {
    "census": (
        "CENSUS_API_KEY",
        "api.census.gov",
        lambda: tc.fetch.us_goods_trade(partners="MEX", years=2024, duties=True),
    ),
    "comtrade": ("COMTRADE_API_KEY", "comtradeapi.un.org", lambda: tc.fetch.comtrade("MEX", "USA", years=2022)),
    "bea": ("BEA_API_KEY", "apps.bea.gov", lambda: tc.fetch.us_balances("both")),
}
KEY = "a-good-key"
ODD = "an odd+key/with=signs"


def anywhere(text: str | bytes) -> bool:
    plain = text.encode() if isinstance(text, str) else text
    return KEY.encode() in plain.lower()


@pytest.fixture(params=CALLS)
def service(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[str, Callable[[], pd.DataFrame]]:
    variable, host, asked = CALLS[request.param]
    monkeypatch.setenv(variable, KEY)
    return host, asked


def test_no_file_frame_or_log_has_the_key(
    played: Services, service: tuple[str, Callable[[], pd.DataFrame]], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        frame = service[1]()
    # The service did get it.
    assert any(anywhere(json.dumps([asked.query, asked.headers])) for asked in played.seen)
    files = [file for file in receipts.folder().rglob("*") if file.is_file()]
    assert len(files) >= 4
    assert not [file for file in files if anywhere(file.read_bytes()) or anywhere(file.name)]
    assert not anywhere(frame.to_csv() + json.dumps(frame.attrs))
    assert not anywhere(caplog.text)


@pytest.mark.parametrize(
    "fault", [faults.refused(500), faults.reset, faults.redirected_to_a_page, faults.cut_off, faults.broken_off]
)
def test_no_message_traceback_or_log_has_the_key(
    played: Services,
    service: tuple[str, Callable[[], pd.DataFrame]],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[..., faults.Reply],
) -> None:
    monkeypatch.setenv("TRADECONTEXT_TRACEBACK", "1")
    host, asked = service
    played.faulty(host, fault, for_ever=True)
    with caplog.at_level(logging.DEBUG), pytest.raises(tc.DataError) as refusal:
        asked()
    told = traceback.TracebackException.from_exception(refusal.value, capture_locals=True)
    # The test's own frames have the key; those of the package do not.
    frames = [frame for frame in told.stack if f"{os.sep}tradecontext{os.sep}" in frame.filename]
    assert frames
    assert not anywhere(str(refusal.value) + "".join(str(frame.locals) for frame in frames))
    assert refusal.value.__context__ is None
    assert not anywhere(caplog.text)


def test_another_key_finds_the_same_answer(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMTRADE_API_KEY", KEY)
    CALLS["comtrade"][2]()
    monkeypatch.setenv("COMTRADE_API_KEY", "another")
    tc.fetch.comtrade("MEX", "USA", "imports", "TOTAL", 2022)
    assert len(played.seen) == 1


def test_a_key_with_signs_is_blotted_out_as_an_address_has_it_too(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("BEA_API_KEY", ODD)
    with caplog.at_level(logging.DEBUG), pytest.raises(tc.DataError) as refusal:
        tc.fetch.us_balances()
    assert "UserID=KEY" in caplog.text
    for form in (ODD, quote(ODD), quote_plus(ODD)):
        assert form not in caplog.text + str(refusal.value)


@pytest.mark.parametrize("damaged", [f"{KEY}\r\nx", f"\u201c{KEY}\u201d", f"{KEY}\u2019"])
def test_a_damaged_key_is_no_key_and_is_not_printed(
    service: tuple[str, Callable[[], pd.DataFrame]], monkeypatch: pytest.MonkeyPatch, damaged: str
) -> None:
    variable = next(each for each in os.environ if each.endswith("_API_KEY"))
    monkeypatch.setenv(variable, damaged)
    with pytest.raises(tc.DataError, match=f"{variable} is no key") as refused:
        service[1]()
    assert not anywhere("".join(traceback.format_exception(refused.value)))
