"""Files: whole or not there, in the place and with the mode that an author gave them."""

from __future__ import annotations

import errno
import os
import stat
import threading
from typing import TYPE_CHECKING, Any

import pytest

import tradecontext as tc
from frames import ranking

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return ranking()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_home_is_known_by_its_sign(chart: tc.DeficitRanking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert chart.save("~/chart.json") == tmp_path / "chart.json"
    assert tc.from_spec("~/chart.json").spec == chart.spec
    (tmp_path / "logo.png").write_bytes(chart.to_png(width=320, scale=0.2))
    assert ranking(logo="~/logo.png").spec["frame"]["logo"]["src"].startswith("data:image/png")
    with pytest.raises(tc.DataError, match=r"cannot write to '~nobody-of-this-name/x\.html'"):
        chart.save("~nobody-of-this-name/x.html")


def test_a_link_stays_a_link_and_what_it_points_to_is_written(chart: tc.DeficitRanking, tmp_path: Path) -> None:
    real = tmp_path / "folder" / "real.html"
    real.parent.mkdir()
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "link.html"
    link.symlink_to(real)
    chart.save(link)
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("<!doctype html>")
    assert mode(real) == 0o640
    ahead = tmp_path / "ahead.html"
    ahead.symlink_to(tmp_path / "not-yet.html")
    chart.save(ahead)
    assert ahead.is_symlink()
    assert (tmp_path / "not-yet.html").exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["ahead.html", "folder", "link.html", "not-yet.html"]


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_has_the_mode_of_the_systems_mask(
    chart: tc.DeficitRanking, tmp_path: Path, mask: int, expected: int
) -> None:
    before = os.umask(mask)
    try:
        assert mode(chart.save(tmp_path / "x.csv")) == expected
    finally:
        os.umask(before)


def test_the_mask_is_never_touched(chart: tc.DeficitRanking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def touched(_: int) -> int:
        raise AssertionError

    monkeypatch.setattr(os, "umask", touched)
    threads = [threading.Thread(target=chart.save, args=(tmp_path / f"{n}.json",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(tmp_path.iterdir())) == 8


def test_what_is_no_file_is_not_replaced(chart: tc.DeficitRanking, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "folder.html").mkdir()
    for name, kind in (("pipe.html", "a pipe"), ("folder.html", "a folder")):
        with pytest.raises(tc.DataError, match=f"{name}': it is {kind}; choose another name"):
            chart.save(tmp_path / name)
    assert stat.S_ISFIFO((tmp_path / "pipe.html").stat().st_mode)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["folder.html", "pipe.html"]


def test_a_full_disk_loses_nothing(chart: tc.DeficitRanking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "x.html"
    target.write_text("what was there")

    def full(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(tc.DataError, match=r"cannot write .*No space left on device"):
        chart.save(target)
    assert target.read_text() == "what was there"
    assert [each.name for each in tmp_path.iterdir()] == ["x.html"]


@pytest.mark.parametrize("name", ["a" * 300 + ".html", "no/such/folder/x.html"])
def test_a_place_that_cannot_be_written(chart: tc.DeficitRanking, tmp_path: Path, name: str) -> None:
    with pytest.raises(tc.DataError, match="cannot write"):
        chart.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_the_longest_name_there_is(chart: tc.DeficitRanking, tmp_path: Path) -> None:
    assert chart.save(tmp_path / ("a" * 250 + ".html")).exists()
