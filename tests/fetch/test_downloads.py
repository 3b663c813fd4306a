"""Large tables: a download goes on where it stopped, a damaged one is not kept, and two programs do not disturb it."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from typing import TYPE_CHECKING

import pytest

import played as faults
import tradecontext as tc
from tradecontext.fetch import services as known
from tradecontext.intake import receipts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import requests

    from played import Services

HOST = "webfs-sti.oecd.org"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tradecontext.fetch.download._CHUNK", 256)


@pytest.fixture
def whole(played: Services) -> bytes:
    found = played.answers.of(faults.Asked(HOST, "/2016-2022_SML.zip", {}, {}))
    assert found
    return found


def left(content: bytes) -> Path:
    """Leave what an earlier download has left."""
    address = f"{known.ICIO.base}2016-2022_SML.zip"
    part = receipts.folder() / "files" / f"{hashlib.sha256(address.encode()).hexdigest()}.part"
    part.parent.mkdir(parents=True, exist_ok=True)
    part.write_bytes(content)
    return part


def ranges(played: Services) -> list[str | None]:
    return [asked.headers.get("Range") for asked in played.seen]


def test_ctrl_c_leaves_what_came(played: Services, whole: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    import requests

    pieces = requests.Response.iter_content

    def stopped(self: requests.Response, size: int) -> Iterator[bytes]:
        for count, piece in enumerate(pieces(self, size)):
            if count == 3:
                raise KeyboardInterrupt
            yield piece

    monkeypatch.setattr(requests.Response, "iter_content", stopped)
    with pytest.raises(KeyboardInterrupt):
        tc.fetch.icio(2022)
    monkeypatch.setattr(requests.Response, "iter_content", pieces)
    assert tc.fetch.icio(2022).year == 2022
    assert ranges(played) == [None, "bytes=768-"]
    assert (receipts.folder() / "answers" / hashlib.sha256(whole).hexdigest()).read_bytes() == whole


def test_a_download_that_always_breaks_off_says_that_it_goes_on(played: Services) -> None:
    played.faulty(HOST, faults.broken_off, for_ever=True)
    with pytest.raises(
        tc.DataError, match=r"the connection broke off .*call it again, and it goes on from where it stopped"
    ):
        tc.fetch.icio(2022)
    played.faults.clear()
    assert tc.fetch.icio(2022).year == 2022
    assert ranges(played)[-1] not in {None, "bytes=0-"}


@pytest.mark.parametrize("more", [b"", b"xyz"], ids=["whole", "too long"])
def test_a_part_behind_which_nothing_comes_is_taken_if_it_is_whole(played: Services, whole: bytes, more: bytes) -> None:
    left(whole + more)

    def nothing_behind(asked: faults.Asked, reply: faults.Reply) -> faults.Reply:
        return faults.Reply(b"", 416) if asked.headers.get("Range") else reply

    played.faulty(HOST, nothing_behind, for_ever=True)
    assert tc.fetch.icio(2022).year == 2022


def test_a_part_of_another_file_is_not_put_before_this_one(played: Services, whole: bytes) -> None:
    left(b"PK" + b"of another edition" * 20)
    assert tc.fetch.icio(2022).year == 2022
    assert ranges(played) == ["bytes=362-", None]
    assert (receipts.folder() / "answers" / hashlib.sha256(whole).hexdigest()).exists()


def test_a_zip_whose_table_is_damaged_is_not_kept(played: Services, whole: bytes) -> None:
    damaged = bytearray(whole)
    damaged[len(whole) // 2] ^= 0xFF
    played.faulty(HOST, faults.instead(bytes(damaged)), for_ever=True)
    with pytest.raises(tc.DataError, match="not a zip, or is damaged"):
        tc.fetch.icio(2022)
    assert not (receipts.folder() / "answers").exists()
    played.faults.clear()
    assert tc.fetch.icio(2022).year == 2022


def test_a_page_does_not_take_the_place_of_what_came_before(played: Services, whole: bytes) -> None:
    part = left(whole[:1000])
    played.faulty(HOST, faults.a_page, for_ever=True)
    with pytest.raises(tc.DataError, match="not a zip"):
        tc.fetch.icio(2022)
    assert part.read_bytes() == whole[:1000]


def test_a_service_that_cannot_go_on_sends_the_whole_again(played: Services, whole: bytes) -> None:
    left(whole[:1000])
    played.faulty(HOST, faults.instead(whole), for_ever=True)
    assert tc.fetch.icio(2022).year == 2022


def test_a_kept_table_that_was_damaged_is_downloaded_again(played: Services, whole: bytes) -> None:
    tc.fetch.icio(2022)
    kept = receipts.folder() / "answers" / hashlib.sha256(whole).hexdigest()
    kept.write_bytes(whole[:100])
    assert tc.fetch.icio(2022).year == 2022
    assert len(played.seen) == 2


def test_a_second_program_waits_for_the_first(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = left(b"").with_suffix(".lock")
    other = sqlite3.connect(lock, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    asked_meanwhile: list[int] = []

    def waited(_seconds: float) -> None:
        asked_meanwhile.append(len(played.seen))
        if len(asked_meanwhile) == 3:
            other.close()

    monkeypatch.setattr("tradecontext.fetch.download.time.sleep", waited)
    with pytest.warns(UserWarning, match="another program downloads this table") as told:
        assert tc.fetch.icio(2022).year == 2022
    assert asked_meanwhile == [0, 0, 0]
    assert len([each for each in told if "another program" in str(each.message)]) == 1


def test_threads_download_a_table_once(played: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tradecontext.fetch.download._LOOK", 0.01)
    monkeypatch.setattr("tradecontext.fetch.download.caution", lambda _said: None)
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(tc.fetch.icio(2022).year)) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert found == [2022] * 4
    assert len(played.seen) == 1
