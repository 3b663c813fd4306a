"""The folder of kept answers: if it cannot be written or read, a person is told which it is and what to do."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import tradecontext as tc
from tradecontext.commands.cli import program
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from collections.abc import Callable

    from played import Services

pytestmark = pytest.mark.filterwarnings("ignore:read_census left out")

CALLS: list[Callable[[], object]] = [
    lambda: tc.fetch.us_goods_trade(years=2024),
    lambda: tc.fetch.input_shares("MEX", years=2022),
    lambda: tc.fetch.icio(2022),
]


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    return tc.InputReliance(tc.fetch.input_shares(["MEX", "CAN"], years=(2017, 2022))).save(tmp_path / "chart.json")


@pytest.mark.slow
@pytest.mark.parametrize("place", ["a file", "inside a file"])
def test_a_file_in_the_folder_s_place_is_named_with_the_variable(
    chart: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    folder = file if place == "a file" else file / "kept"
    monkeypatch.setenv("TRADECONTEXT_CACHE", str(folder))
    said = f"'{folder}', the folder that the environment variable TRADECONTEXT_CACHE names: there is a file where a"
    for call in CALLS:
        with pytest.raises(tc.DataError, match=said):
            call()
    for command in ("refresh", "verify"):
        result = CliRunner().invoke(program, [command, str(chart)])
        assert (result.exit_code, said in result.output) == (2, True)
    assert file.read_text() == "mine"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full; make room"),
        (PermissionError(errno.EACCES, "Permission denied"), "Permission denied; name a folder of your own"),
        (OSError(errno.EROFS, "Read-only file system"), "Read-only file system; name a folder of your own"),
    ],
)
def test_a_folder_that_cannot_be_written_is_told(
    chart: Path, played: Services, monkeypatch: pytest.MonkeyPatch, fault: OSError, said: str
) -> None:
    played.answers.inputs["mex", "usa"][2022] = 44_000

    def full(*_: Any) -> int:
        raise fault

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(tc.DataError, match=f"TRADECONTEXT_CACHE names: {said}"):
        tc.fetch.us_goods_trade(years=2024)
    result = CliRunner().invoke(program, ["refresh", str(chart)])
    assert (result.exit_code, said in result.output) == (2, True)
    assert not list(receipts.folder().rglob("*.part"))


def test_the_platform_s_own_folder_is_told_as_such(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    monkeypatch.delenv("TRADECONTEXT_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _name: tmp_path / "file")
    with pytest.raises(
        tc.DataError, match=r"the platform's folder for caches.*name a folder of your own in TRADECONTEXT"
    ):
        tc.fetch.us_goods_trade(years=2024)


@pytest.mark.slow
def test_a_chart_is_verified_from_a_folder_that_is_only_read(chart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: Any) -> int:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(Path, "write_bytes", refused)
    assert CliRunner().invoke(program, ["verify", str(chart)]).exit_code == 0


def test_a_damaged_cache_is_told_and_answers_stay(played: Services) -> None:
    tc.fetch.us_goods_trade(years=2024)
    kept = sorted((receipts.folder() / "answers").iterdir())
    cache = receipts.folder() / "requests.sqlite"
    cache.unlink()
    cache.write_bytes(b"not a cache" * 500)
    from tradecontext.fetch import answers

    answers.session.cache_clear()
    with pytest.raises(tc.DataError, match=r"requests\.sqlite is damaged; delete that file"):
        tc.fetch.input_shares("MEX")
    cache.unlink()
    assert len(tc.fetch.input_shares("MEX", years=2022)) == 1
    assert set(kept) <= set((receipts.folder() / "answers").iterdir())
    assert played.seen


def test_a_folder_that_was_emptied_while_a_notebook_runs_is_filled_again(played: Services) -> None:
    import shutil

    first = tc.fetch.us_goods_trade(years=2024)
    shutil.rmtree(receipts.folder())
    again = tc.fetch.us_goods_trade(years=2024)
    assert again["imports"].tolist() == first["imports"].tolist()
    assert len(played.seen) == 2
    assert receipts.read(again["receipt"].iloc[0])


@pytest.mark.parametrize("left", [0, 100])
def test_a_damaged_frame_is_made_again_of_the_kept_answers(played: Services, left: int) -> None:
    first = tc.fetch.us_goods_trade(years=2024)
    (file,) = (receipts.folder() / "frames").iterdir()
    file.write_bytes(file.read_bytes()[:left])
    assert tc.fetch.us_goods_trade(years=2024)["imports"].tolist() == first["imports"].tolist()
    assert len(played.seen) == 1


def test_a_frame_is_as_old_as_its_answers(played: Services) -> None:
    tc.fetch.us_goods_trade(years=2024)
    (frame,) = (receipts.folder() / "frames").iterdir()
    now = time.time()
    assert now - frame.stat().st_mtime < 60
    # Twenty hours later another frame is made of the same answer.
    import sqlite3

    with sqlite3.connect(receipts.folder() / "requests.sqlite") as cache:
        (tables,) = cache.execute("select count(*) from responses").fetchone()
    assert tables == 1
    from datetime import UTC, datetime, timedelta

    import requests_cache.policy.actions as clock

    later = datetime.now(UTC) + timedelta(hours=20)
    original, clock.utcnow = clock.utcnow, lambda: later  # type: ignore[attr-defined]
    try:
        tc.fetch.us_goods_trade(years=2023)
    finally:
        clock.utcnow = original  # type: ignore[attr-defined]
    other = next(each for each in (receipts.folder() / "frames").iterdir() if each != frame)
    assert abs(other.stat().st_mtime - frame.stat().st_mtime) < 60
    assert len(played.seen) == 1


def test_a_frame_of_a_clock_that_was_ahead_is_made_again(played: Services) -> None:
    tc.fetch.us_goods_trade(years=2024)
    (frame,) = (receipts.folder() / "frames").iterdir()
    os.utime(frame, (time.time() + 1e6, time.time() + 1e6))
    tc.fetch.us_goods_trade(years=2024)
    assert frame.stat().st_mtime < time.time() + 1
    assert len(played.seen) == 1
