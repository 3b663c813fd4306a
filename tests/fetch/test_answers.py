"""Answers of services: kept with receipts, asked for once a day, and refused with what to do when a service fails."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

import played as faults
import tradecontext as tc
from tradecontext.fetch import line
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from played import Services

CENSUS, WITS = "www.census.gov", "wits.worldbank.org"
pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


def kept() -> list[Path]:
    return sorted((receipts.folder() / "answers").glob("*"))


def aged(days: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything that was kept be `days` old, and what comes now as much younger."""
    import datetime as dt

    import requests_cache  # noqa: F401 (its modules read the clock)

    then = dt.datetime.now(dt.UTC) + dt.timedelta(days=days)
    for name, module in list(sys.modules.items()):
        if name.startswith("requests_cache") and hasattr(module, "utcnow"):
            monkeypatch.setattr(module, "utcnow", lambda: then)
    monkeypatch.setattr("tradecontext.fetch.calls.time.time", then.timestamp)
    clock = SimpleNamespace(datetime=SimpleNamespace(now=lambda _zone: then), UTC=dt.UTC)
    monkeypatch.setattr("tradecontext.fetch.line.dt", clock)


def test_a_receipt_has_address_time_and_digest_of_the_raw_answer(played: Services) -> None:
    frame = tc.fetch.us_goods_trade(years=2024)
    (name,) = frame["receipt"].unique()
    (receipt,) = receipts.read(name)
    assert receipt.url == "https://www.census.gov/foreign-trade/balance/country.xlsx"
    assert receipt.service == "US Census Bureau"
    assert receipt.terms.startswith("https://www.census.gov/")
    assert receipt.sha256 == hashlib.sha256(played.answers.workbook).hexdigest()
    assert [file.read_bytes() for file in kept()] == [played.answers.workbook]
    assert frame["vintage"].unique().tolist() == [f"retrieved {receipt.day}"]


def test_receipts_go_through_merge_and_concat_into_the_sources(played: Services) -> None:
    one, other = (tc.fetch.us_goods_trade(partners=code, years=2024) for code in ("MEX", "CAN"))
    both = pd.concat([one, other])
    named = pd.DataFrame({"partner": ["MEX", "CAN"], "receipt": ["not one", "not one"]})
    merged = both.merge(named, on="partner")
    for frame in (both, merged):
        (line,) = tc.DeficitRanking(frame, year=2024).spec["frame"]["sources"]
        assert {each["sha256"] for each in line["receipts"]} == {hashlib.sha256(played.answers.workbook).hexdigest()}
        assert all(each["time"].startswith(line["vintage"].removeprefix("retrieved ")) for each in line["receipts"])


def test_the_source_says_the_day_in_the_reader_s_language() -> None:
    frame = tc.fetch.us_goods_trade(years=2024).assign(vintage="retrieved 2026-11-29")
    texts = {
        tag: tc.DeficitRanking(frame, year=2024, locale=tag).spec["frame"]["sources"][0]["text"] for tag in ("en", "es")
    }
    assert texts["en"].endswith("retrieved November 29, 2026")
    assert texts["es"].endswith("consultado el 29 de noviembre de 2026")


def test_two_days_are_two_vintages_that_no_chart_mixes() -> None:
    frame = tc.fetch.us_goods_trade(years=2024)
    frame["vintage"] = ["retrieved 2026-11-28", *["retrieved 2026-11-29"] * (len(frame) - 1)]
    with pytest.raises(tc.DataError, match="two vintages in one measure"):
        tc.DeficitRanking(frame, year=2024)


def test_a_computed_share_keeps_the_receipt() -> None:
    shares = tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))
    average = tc.measures.average_share(shares)
    assert average["receipt"].unique().tolist() == shares["receipt"].unique().tolist()
    (line,) = tc.InputReliance(average).spec["frame"]["sources"]
    assert len(line["receipts"]) == 4


def test_an_answer_is_asked_for_once_a_day(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tc.fetch.us_goods_trade(years=2024)
    pd.testing.assert_frame_equal(tc.fetch.us_goods_trade(years=2024), first)
    tc.fetch.us_goods_trade(years=2003)
    assert len(played.seen) == 1
    aged(2, monkeypatch)
    tc.fetch.us_goods_trade(years=2024)
    assert len(played.seen) == 2


def _doubled(played: Services) -> None:
    """Let WITS have twice the figures, of which the shares are the same; and have none of Mexico's from the World."""
    for years in played.answers.inputs.values():
        years.update({year: 2 * value for year, value in years.items()})
    down = faults.refused(500)
    played.faulty(
        WITS,
        lambda asked, reply: down(asked, reply) if "/mex/year/all/partner/wld" in asked.path else reply,
        for_ever=True,
    )


def test_a_share_is_never_of_two_days(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tc.fetch.input_shares("MEX", years=(2017, 2022))
    aged(5, monkeypatch)
    _doubled(played)
    with pytest.warns(UserWarning, match="gives no newer figures"):
        pd.testing.assert_frame_equal(tc.fetch.input_shares("MEX", years=(2017, 2022)), first)


def test_figures_of_two_days_are_refused_where_there_are_none_of_one(
    played: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    tc.fetch.input_shares("MEX", years=(2017, 2022))
    aged(5, monkeypatch)
    _doubled(played)
    with (
        pytest.warns(UserWarning, match="gives no newer figures"),
        pytest.raises(tc.DataError, match="figures of two days are not put together: try again later"),
    ):
        tc.fetch.input_shares("MEX", years=(2018, 2022))


def test_a_kept_answer_that_was_damaged_is_mended(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    tc.fetch.us_goods_trade(years=2024)
    (file,) = kept()
    file.write_bytes(b"damaged")
    aged(2, monkeypatch)
    tc.fetch.us_goods_trade(years=2024)
    assert file.read_bytes() == played.answers.workbook


def test_what_a_service_says_still_holds_is_of_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    first = tc.fetch.us_goods_trade(years=2024)["vintage"].iloc[0]
    aged(60, monkeypatch)
    assert tc.fetch.us_goods_trade(years=2024)["vintage"].iloc[0] > first


def test_an_answer_that_has_not_changed_is_not_sent_again(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    tc.fetch.us_goods_trade(years=2024)
    aged(2, monkeypatch)
    again = tc.fetch.us_goods_trade(years=2024)
    assert [asked.headers.get("If-None-Match") is not None for asked in played.seen] == [False, True]
    assert len(again)
    assert len(kept()) == 1


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


def test_ctrl_c_loses_nothing(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = line.Line._read
    left = iter([True, True])

    def stopped(self: line.Line, response: object) -> bytes:
        if not next(left, False):
            raise KeyboardInterrupt
        return whole(self, response)

    # The third of four answers is coming when the author stops the program.
    monkeypatch.setattr(line.Line, "_read", stopped)
    with pytest.raises(KeyboardInterrupt):
        tc.fetch.input_shares(["MEX", "CAN"])
    assert len(kept()) == 2
    monkeypatch.setattr(line.Line, "_read", whole)
    before = len(played.seen)
    assert len(tc.fetch.input_shares(["MEX", "CAN"], years=2022)) == 2
    assert len(played.seen) - before == 2


def test_a_frame_of_a_changed_receipt_has_no_receipt() -> None:
    frame = tc.fetch.us_goods_trade(years=2024)
    (name,) = frame["receipt"].unique()
    file = receipts.folder() / "receipts" / f"{name}.json"
    told = json.loads(file.read_text())
    told[0]["time"] = "2020-01-01T00:00:00Z"
    file.write_text(json.dumps(told))
    assert receipts.read(name) == ()
    with pytest.warns(UserWarning, match="no longer kept"):
        (line,) = tc.DeficitRanking(frame, year=2024).spec["frame"]["sources"]
    assert "receipts" not in line


@pytest.mark.slow
def test_importing_the_package_imports_no_client() -> None:
    code = "import sys, tradecontext as tc; tc.fetch.us_goods_trade; print({'requests', 'urllib3'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"


@pytest.mark.parametrize("missing", ["requests_cache", "platformdirs"])
def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    if missing == "platformdirs":
        monkeypatch.delenv("TRADECONTEXT_CACHE")
    with pytest.raises(tc.DataError, match=r"pip install 'tradecontext\[live\]'"):
        tc.fetch.us_goods_trade()


def test_an_address_of_many_partners_fits_into_a_spec() -> None:
    spec = tc.InputReliance(tc.fetch.input_shares("MEX")).spec
    spec["frame"]["sources"][0]["receipts"][0]["url"] += "&more=" + "+".join(["MEX"] * 1500)
    assert tc.from_spec(spec).spec == spec


def test_threads_keep_one_answer_at_once(tmp_path: Path) -> None:
    place = tmp_path / "answers" / "one"
    content = b"the same bytes" * 10_000
    with ThreadPoolExecutor(8) as together:
        assert set(together.map(lambda _: receipts.written(place, content), range(40))) == {place}
    assert place.read_bytes() == content
    assert list(place.parent.iterdir()) == [place]
