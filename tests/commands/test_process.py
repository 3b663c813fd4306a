"""The command line in processes of its own: drawing in parallel, crashes, and Ctrl+C."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import tradecontext as tc
from golden import golden_file
from tradecontext.commands import render
from tradecontext.commands.render import plan
from tradecontext.outputs.formats import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

pytestmark = pytest.mark.slow

CASES = ("plain", "context", "dark", "compare", "spanish", "near_tie", "everything", "right_to_left", "one_row")


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """Nine specs, the fourth of which cannot be drawn."""
    folder = tmp_path / "specs"
    folder.mkdir()
    for place, case in enumerate(CASES):
        shutil.copyfile(golden_file(f"deficit_ranking/{case}"), folder / f"{place}.json")
    (folder / "3.json").write_text("{}", "utf-8")
    return folder


def test_several_processes_write_what_one_does(specs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "ALONE", 0)
    monkeypatch.setattr(render, "AT_A_TIME", 1)
    told: list[render.Rendered] = []
    alone = render.render(plan([specs], tmp_path / "alone", ["html", "csv"]), processes=1)
    several = render.render(plan([specs], tmp_path / "several", ["html", "csv"]), processes=3, done=told.append)
    assert told == several
    assert [(each.source, each.fault) for each in several] == [(each.source, each.fault) for each in alone]
    assert [bool(each.fault) for each in several] == [place == 3 for place in range(len(CASES))]
    written = sorted((tmp_path / "several").iterdir())
    assert len(written) == 2 * (len(CASES) - 1)
    for path in written:
        assert path.read_bytes() == (tmp_path / "alone" / path.name).read_bytes()


# One spec aborts the process that draws it, another is killed as if memory had run out: both are named, the others drawn.
BROKEN = """
import os, signal, sys
from tradecontext.commands import render
render.ALONE, render.AT_A_TIME = 0, 2
render._processors = lambda: 3
draw = render._draw
def broken(job):
    if job.source.stem == "1":
        os.abort()
    if job.source.stem == "6":
        os.kill(os.getpid(), signal.SIGKILL)
    return draw(job)
render._draw = broken
from tradecontext.commands.cli import main
sys.argv = ["tradecontext", "render", {specs!r}, "-o", {out!r}, "--as", "html,csv"]
main()
"""


@contextmanager
def command(code: str, **more: object) -> Iterator[subprocess.Popen[str]]:
    """Run a program given as text in a process, which has ended afterwards, by itself or not."""
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        **more,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="what is patched is not in a process that was not forked")
def test_a_spec_that_ends_the_process_that_draws_it(specs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with command(BROKEN.format(specs=str(specs), out=str(out))) as process:
        stdout, stderr = process.communicate(timeout=120)
    assert (process.returncode, stdout) == (1, "12 files written, 3 specs failed\n")
    # Python prints its own lines about the aborted process before and after these.
    told = [line for line in stderr.splitlines() if line.startswith("'")]
    ended = "the process that drew it was ended from outside or crashed, perhaps for lack of memory"
    assert [told[0], told[2]] == [f"'{specs / name}': {ended}" for name in ("1.json", "6.json")]
    assert told[1].startswith(f"'{specs / '3.json'}': spec field")
    assert sorted(path.name for path in out.iterdir()) == sorted(
        f"{place}.{kind}" for place in range(len(CASES)) if place not in {1, 3, 6} for kind in ("csv", "html")
    )


def test_a_panic_in_one_drawing_is_no_end_of_all(specs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Panic(BaseException):
        """Like the panics of extensions in Rust, this is not an Exception."""

    def make(spec: dict[str, object]) -> str:
        if spec["theme"] == "dark":
            raise Panic("index out of bounds")
        return ""

    monkeypatch.setitem(render.FORMATS, "html", Format(".html", make))
    results = render.render(plan([specs], tmp_path / "out"), processes=1)
    assert [each.source.name for each in results if each.fault] == ["2.json", "3.json", "7.json"]
    assert "a fault in tradecontext, please report it: 'Panic: index out of bounds'" in str(results[2].fault)


# A process that never finishes drawing, and creates a file when it starts.
ENDLESS = """
import os, pathlib, sys, time
from tradecontext.commands import render
render.ALONE, render.AT_A_TIME = 0, 1
def endless(job):
    pathlib.Path({out!r}, f"{{os.getpid()}}").touch()
    time.sleep(600)
render._draw = endless
render.render(render.plan([{specs!r}], {out!r}), processes=2)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="what is patched is not in a process that was not forked")
def test_no_process_outlives_the_one_that_writes(specs: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with command(ENDLESS.format(specs=str(specs), out=str(out))) as process:
        wait(lambda: len(list(out.iterdir())) == 2)
        process.kill()
    workers = [int(path.name) for path in out.iterdir()]
    try:
        wait(lambda: not any(Path(f"/proc/{worker}").exists() for worker in workers))
    finally:
        for worker in workers:
            with suppress(ProcessLookupError):
                os.kill(worker, 9)


def wait(until: Callable[[], bool]) -> None:
    """Wait until a condition is true, for at most a minute."""
    end = time.monotonic() + 60
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


# Ctrl+C reaches every process of the command, here before the fifth temporary file replaces its target.
INTERRUPTED = """
import os, pathlib, signal, sys
from tradecontext.commands import render
render.ALONE, render.AT_A_TIME = {alone}, 1
replace, seen = pathlib.Path.replace, []
def interrupted(self, target):
    seen.append(self)
    if len(seen) == 5:
        os.killpg(0, signal.{signal})
        signal.pause()
    replace(self, target)
pathlib.Path.replace = interrupted
from tradecontext.commands.cli import main
sys.argv = ["tradecontext", "render", {specs!r}, "-o", {out!r}]
main()
"""


@pytest.mark.parametrize(("alone", "signal"), [(0, "SIGINT"), (60, "SIGTERM")])
def test_stopped_no_file_is_left_in_part(specs: Path, tmp_path: Path, alone: int, signal: str) -> None:
    if not hasattr(os, "killpg"):
        pytest.skip("there are no groups of processes")
    (specs / "3.json").unlink()
    out = tmp_path / "out"
    code = INTERRUPTED.format(alone=alone, signal=signal, specs=str(specs), out=str(out))
    with command(code) as process:
        stdout, stderr = process.communicate(timeout=120)
    assert (process.returncode, stdout) == (130, "4 files written\n")
    assert stderr == "Stopped. Every file that was written is whole.\n"
    assert sorted(path.name for path in out.iterdir()) == ["0.html", "1.html", "2.html", "4.html"]
    for path in out.iterdir():
        assert path.read_text("utf-8") == tc.from_spec(specs / f"{path.stem}.json").to_html()
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_snippet_is_utf_8_and_an_error_no_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    spec = str(golden_file("deficit_ranking/spanish"))
    command = [sys.executable, "-W", "ignore", "-m", "tradecontext", "embed"]
    done = subprocess.run([*command, spec, "safe"], capture_output=True, env=environment, check=True, timeout=120)
    assert done.stdout.decode("utf-8") == tc.from_spec(spec).embed("safe")
    missing = subprocess.run(
        [*command, str(tmp_path / "ñ.json"), "safe"], capture_output=True, env=environment, check=False, timeout=120
    )
    assert missing.returncode == 2
    assert missing.stderr.decode("utf-8").startswith("Error: cannot read the spec ")
    assert b"Traceback" not in missing.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_an_output_that_cannot_be_written_is_a_fault_and_no_news() -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "tradecontext", "words", "pl"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ended.returncode == 2
    assert ended.stderr.decode().startswith("tradecontext: ")
    assert b"Traceback" not in ended.stderr
