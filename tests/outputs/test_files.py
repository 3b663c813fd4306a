"""Writing over existing files, and to places that cannot be written."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Self

import pytest

import tradecontext as tc
from frames import ranking
from golden import golden_file
from tradecontext.commands.render import plan, render
from tradecontext.outputs import files

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes, links and pipes are otherwise elsewhere")


@pytest.fixture(scope="module")
def chart() -> tc.DeficitRanking:
    return ranking(highlight=["MEX"], headline="A headline")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
class TestWhatIsThere:
    def test_a_link_stays_one_and_its_file_is_written(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        (tmp_path / "site").mkdir()
        real, link, further = tmp_path / "site/real.json", tmp_path / "link.json", tmp_path / "further.json"
        real.write_text("old", "utf-8")
        link.symlink_to("site/real.json")
        further.symlink_to("link.json")
        assert chart.save(further) == further
        assert link.is_symlink()
        assert further.is_symlink()
        assert real.read_text("utf-8") == chart.to_json()
        real.unlink()
        chart.save(link)
        assert real.read_text("utf-8") == chart.to_json()
        assert names(tmp_path / "site") == ["real.json"]

    def test_a_link_to_itself_is_refused(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        loop = tmp_path / "loop.json"
        loop.symlink_to("loop.json")
        with pytest.raises(tc.DataError, match=r"cannot write .*loop\.json': Too many levels"):
            chart.save(loop)
        assert loop.is_symlink()

    @pytest.mark.parametrize("kept", [0o600, 0o640, 0o664, 0o777])
    def test_a_file_keeps_its_mode(self, chart: tc.DeficitRanking, tmp_path: Path, kept: int) -> None:
        path = chart.save(tmp_path / "x.json")
        path.chmod(kept)
        chart.save(path)
        assert mode(path) == kept

    def test_a_file_is_for_nobody_else_while_it_is_written(
        self, chart: tc.DeficitRanking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = chart.save(tmp_path / "x.json")
        path.chmod(0o600)
        made = []
        opened = os.open

        def seen(name: Path, flags: int, mode: int = 0o777) -> int:
            handle = opened(name, flags, mode)
            made.append(stat.S_IMODE(os.fstat(handle).st_mode))
            return handle

        monkeypatch.setattr(os, "open", seen)
        chart.save(path)
        assert made == [0o600]

    def test_a_new_file_has_the_mode_of_any_other_and_nobody_changes_what_that_is(self, tmp_path: Path) -> None:
        before = os.umask(0o027)
        try:
            stop, wrong = threading.Event(), []

            def others() -> None:
                # Another thread creates a file at the same time.
                while not stop.is_set():
                    with (tmp_path / "other").open("w"):
                        pass
                    wrong.extend([found] if (found := mode(tmp_path / "other")) != 0o640 else [])
                    (tmp_path / "other").unlink()

            thread = threading.Thread(target=others)
            thread.start()
            for number in range(200):
                files.write({tmp_path / f"{number}.txt": "x"})
            stop.set()
            thread.join()
            assert not wrong
            assert {mode(tmp_path / f"{number}.txt") for number in range(200)} == {0o640}
        finally:
            os.umask(before)


class TestWhatCannotBeWritten:
    def refused(self, chart: tc.DeficitRanking, path: Path, words: str) -> None:
        before = names(path.parent) if path.parent.is_dir() else None
        with pytest.raises(tc.DataError) as refusal:
            chart.save(path)
        assert str(refusal.value) == f"cannot write '{path}': {words}"
        assert (names(path.parent) if path.parent.is_dir() else None) == before

    def test_a_folder_in_its_place(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        (tmp_path / "x.json").mkdir()
        (tmp_path / "x.json/kept").touch()
        self.refused(chart, tmp_path / "x.json", "it is a folder; choose another name")
        assert (tmp_path / "x.json/kept").exists()

    @POSIX
    def test_a_pipe_in_its_place_is_not_replaced(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "x.json")
        self.refused(chart, tmp_path / "x.json", "it is a pipe; choose another name")
        (tmp_path / "null.json").symlink_to("/dev/null")
        self.refused(chart, tmp_path / "null.json", "it is no file; choose another name")
        assert (tmp_path / "x.json").is_fifo()

    def test_a_name_too_long(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        self.refused(chart, tmp_path / ("x" * 251 + ".json"), "File name too long")
        assert chart.save(tmp_path / ("x" * 250 + ".json")).is_file()

    def test_a_file_in_the_place_of_a_folder(self, chart: tc.DeficitRanking, tmp_path: Path) -> None:
        (tmp_path / "x").touch()
        self.refused(chart, tmp_path / "x/y.json", "Not a directory")

    @POSIX
    def test_a_file_that_may_only_be_read(
        self, chart: tc.DeficitRanking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = chart.save(tmp_path / "x.json")
        path.chmod(0o444)
        # Root may write to read-only files, so `os.access` is replaced.
        monkeypatch.setattr(os, "access", lambda path, _: bool(mode(path) & stat.S_IWUSR))
        self.refused(chart, path, "the file may only be read")
        assert mode(path) == 0o444

    @POSIX
    def test_a_folder_that_may_only_be_read(self, chart: tc.DeficitRanking) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder, nobody, me = Path(name), 65534, os.geteuid()
            folder.chmod(0o555)
            if me == 0:
                os.seteuid(nobody)
            try:
                self.refused(chart, folder / "x.json", "Permission denied")
            finally:
                os.seteuid(me)
                folder.chmod(0o755)

    @pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO])
    @pytest.mark.parametrize("there", [True, False])
    def test_a_disk_that_is_full_or_breaks(
        self,
        chart: tc.DeficitRanking,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        code: int,
        there: bool,  # noqa: FBT001
    ) -> None:
        path = tmp_path / "x.json"
        if there:
            path.write_text("old", "utf-8")
        monkeypatch.setattr(os, "fdopen", lambda handle, mode: Full(code, handle, mode))
        self.refused(chart, path, os.strerror(code))
        assert not there or path.read_text("utf-8") == "old"

    @pytest.mark.slow
    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a limit that the system itself keeps")
    def test_a_limit_of_the_system(self, tmp_path: Path) -> None:
        (tmp_path / "x.html").write_text("old", "utf-8")
        shutil.copy(golden_file("deficit_ranking/plain"), tmp_path)
        code = (
            "import resource, signal, sys, tradecontext as tc\n"
            "chart = tc.from_spec(sys.argv[1] + '/plain.json')\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
            "chart.save(sys.argv[1] + '/x.html')\n"
        )
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", code, str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.stderr.endswith(f"DataError: cannot write '{tmp_path}/x.html': File too large\n")
        assert (tmp_path / "x.html").read_text("utf-8") == "old"
        assert names(tmp_path) == ["plain.json", "x.html"]


class Full:
    """A file on a disk that is full after the first bytes."""

    def __init__(self, code: int, handle: int, mode: str) -> None:
        self.code, self.file = code, open(handle, mode)  # noqa: SIM115

    def __enter__(self) -> Self:
        return self

    def write(self, content: bytes) -> None:
        self.file.write(content[:10])
        raise OSError(self.code, os.strerror(self.code))

    def __exit__(self, *_: object) -> None:
        self.file.close()


class TestAllOrNone:
    @pytest.fixture
    def site(self, tmp_path: Path) -> Path:
        """A spec, and an old page of it."""
        shutil.copy(golden_file("deficit_ranking/plain"), tmp_path / "a.json")
        (tmp_path / "site").mkdir()
        (tmp_path / "site/a.html").write_text("old", "utf-8")
        return tmp_path / "site"

    def outcome(self, site: Path) -> str:
        (result,) = render(plan([site.parent / "a.json"], site, ["html", "csv", "json"]))
        assert not result.written
        return str(result.fault)

    def test_where_one_place_takes_no_file(self, site: Path) -> None:
        (site / "a.json").mkdir()
        assert (
            self.outcome(site)
            == f"'{site.parent}/a.json': cannot write '{site}/a.json': it is a folder; choose another name"
        )
        assert names(site) == ["a.html", "a.json"]
        assert (site / "a.html").read_text("utf-8") == "old"

    @pytest.mark.parametrize("links", [True, False])
    @pytest.mark.parametrize("failing", [1, 2, 3])
    def test_where_one_cannot_be_put_in_its_place(
        self,
        site: Path,
        monkeypatch: pytest.MonkeyPatch,
        failing: int,
        links: bool,  # noqa: FBT001
    ) -> None:
        replace, seen = Path.replace, []

        def fail(path: Path, target: Path) -> Path:
            seen.append(path)
            if len(seen) == failing:
                raise OSError(errno.EIO, "Input/output error")
            return replace(path, target)

        def no_link(*_: object) -> None:
            raise OSError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(Path, "replace", fail)
        if not links:
            monkeypatch.setattr(os, "link", no_link)
        assert "Input/output error" in self.outcome(site)
        assert names(site) == ["a.html"]
        assert (site / "a.html").read_text("utf-8") == "old"

    def test_a_disk_that_is_full(self, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(os, "fdopen", lambda handle, mode: Full(errno.ENOSPC, handle, mode))
        assert "No space left on device" in self.outcome(site)
        assert names(site) == ["a.html"]
