"""Answers of services: asked for once a day, kept whole, and never of two days in one figure."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pandas as pd
import pytest

import played as faults
import tradecontext as tc
from fetch.kept_answers import aged, kept
from tradecontext.fetch import line
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from pathlib import Path

    from played import Services

WITS = "wits.worldbank.org"
pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")


def test_an_answer_is_asked_for_once_a_day(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tc.fetch.us_goods_trade(years=2024)
    pd.testing.assert_frame_equal(tc.fetch.us_goods_trade(years=2024), first)
    tc.fetch.us_goods_trade(years=2003)
    assert len(played.seen) == 1
    aged(2, monkeypatch)
    tc.fetch.us_goods_trade(years=2024)
    assert len(played.seen) == 2


def _doubled(played: Services) -> None:
    """Double all figures of WITS, so that shares stay the same; and let answers on Mexico's total fail."""
    for years in played.answers.inputs.values():
        years.update({year: 2 * value for year, value in years.items()})
    down = faults.refused(500)
    played.faulty(
        WITS,
        lambda asked, reply: down(asked, reply) if "/mex/year/all/partner/wld" in asked.path else reply,
        for_ever=True,
    )


@pytest.mark.slow
def test_a_share_is_never_of_two_days(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    first = tc.fetch.input_shares("MEX", years=(2017, 2022))
    aged(5, monkeypatch)
    _doubled(played)
    with pytest.warns(UserWarning, match="gives no newer figures") as caught:
        pd.testing.assert_frame_equal(tc.fetch.input_shares("MEX", years=(2017, 2022)), first)
    # It names the day of the figures, not that of an answer which came in between.
    (told,) = caught
    assert str(first["vintage"].iloc[0]).replace("retrieved", "were retrieved on") in str(told.message)


@pytest.mark.slow
def test_figures_of_two_days_are_refused_where_there_are_none_of_one(
    played: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    tc.fetch.input_shares("MEX", years=(2017, 2022))
    aged(5, monkeypatch)
    _doubled(played)
    with pytest.raises(tc.DataError, match="figures of two days are not put together: try again later"):
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


def test_threads_keep_one_answer_at_once(tmp_path: Path) -> None:
    place = tmp_path / "answers" / "one"
    content = b"the same bytes" * 10_000
    with ThreadPoolExecutor(8) as together:
        assert set(together.map(lambda _: receipts.written(place, content), range(40))) == {place}
    assert place.read_bytes() == content
    assert list(place.parent.iterdir()) == [place]


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
