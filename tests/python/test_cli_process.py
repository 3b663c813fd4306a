"""The command line as processes of its own: several that draw, and Ctrl+C."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import tradecontext as tc
from golden import SPECS
from tradecontext.outputs import render
from tradecontext.outputs.render import plan

if TYPE_CHECKING:
    from pathlib import Path

CASES = ("plain", "context", "dark", "compare", "spanish", "near_tie", "everything", "right_to_left", "one_row")


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """Nine specs, the fourth of which cannot be drawn."""
    folder = tmp_path / "specs"
    folder.mkdir()
    for place, case in enumerate(CASES):
        shutil.copyfile(SPECS / f"deficit_ranking/{case}.json", folder / f"{place}.json")
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


def test_a_process_that_is_ended_from_outside(specs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "linux":
        pytest.skip("what is patched here is not in a process that was not forked")
    monkeypatch.setattr(render, "ALONE", 0)
    monkeypatch.setattr(render, "_draw", end)
    with pytest.raises(tc.DataError, match=r"was ended from outside.*run it again for the rest"):
        render.render(plan([specs], tmp_path / "out"), processes=2)


def end(_: object) -> str:
    os._exit(9)


# Ctrl+C reaches every process of the command, here while the fifth file lies half finished beside its place.
INTERRUPTED = """
import os, pathlib, signal, sys
from tradecontext.outputs import render
render.ALONE, render.AT_A_TIME = {alone}, 1
replace, seen = pathlib.Path.replace, []
def interrupted(self, target):
    seen.append(self)
    if len(seen) == 5:
        os.killpg(0, signal.{signal})
        signal.pause()
    replace(self, target)
pathlib.Path.replace = interrupted
from tradecontext.cli import main
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
    with subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
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
    spec = str(SPECS / "deficit_ranking/spanish.json")
    command = [sys.executable, "-W", "ignore", "-m", "tradecontext", "embed"]
    done = subprocess.run([*command, spec, "safe"], capture_output=True, env=environment, check=True, timeout=120)
    assert done.stdout.decode("utf-8") == tc.from_spec(spec).embed("safe")
    missing = subprocess.run(
        [*command, str(tmp_path / "ñ.json"), "safe"], capture_output=True, env=environment, check=False, timeout=120
    )
    assert missing.returncode == 2
    assert missing.stderr.decode("utf-8").startswith("Error: cannot read the spec ")
    assert b"Traceback" not in missing.stderr
