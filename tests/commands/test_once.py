"""Many charts: each is drawn once, also by the program of the docs on a cluster of two processes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from golden import golden_file
from tradecontext.commands import once, render
from tradecontext.commands.once import render_once
from tradecontext.commands.render import plan

ROOT = Path(__file__).parents[2]


@pytest.fixture
def specs(tmp_path: Path) -> Path:
    """Nine specs, of which one has a fault."""
    folder = tmp_path / "specs"
    folder.mkdir()
    for place in range(8):
        text = golden_file("deficit_ranking/plain").read_text("utf-8")
        (folder / f"{place}.json").write_text(
            text.replace('"theme": "auto"', f'"theme": "{"light" if place % 2 else "dark"}"')
        )
    (folder / "8.json").write_text("{}", "utf-8")
    return folder


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The specs that were drawn, by the names of their files."""
    names: list[str] = []

    def noted(job: render.Job) -> render.Rendered:
        names.append(job.source.stem)
        return render.render_one(job)

    monkeypatch.setattr(once, "render_one", noted)
    return names


def run(specs: Path, out: Path) -> list[render.Rendered]:
    return [render_once(job, out / "marks") for job in plan([specs], out, ["svg", "csv"]).jobs]


def test_a_second_run_draws_only_what_failed(specs: Path, tmp_path: Path, drawn: list[str]) -> None:
    first = run(specs, tmp_path / "out")
    assert [len(result.written) for result in first] == [2] * 8 + [0]
    assert first[8].fault is not None
    assert drawn == [*"012345678"]
    drawn.clear()
    again = run(specs, tmp_path / "out")
    assert drawn == ["8"]
    assert [result.kept for result in again][:8] == [result.written for result in first][:8]


def test_what_was_lost_changed_or_is_asked_for_in_another_format_is_drawn(
    specs: Path, tmp_path: Path, drawn: list[str]
) -> None:
    out = tmp_path / "out"
    run(specs, out)
    drawn.clear()
    (out / "1.svg").unlink()
    (out / "2.csv").write_text("cut sh")
    shutil.copyfile(specs / "3.json", specs / "4.json")
    run(specs, out)
    assert drawn == ["1", "2", "4", "8"]
    assert (out / "4.svg").read_bytes() == (out / "3.svg").read_bytes()
    drawn.clear()
    render_once(plan([specs / "0.json"], out, ["csv"]).jobs[0], out / "marks")
    assert drawn == ["0"]


def test_a_mark_that_is_none_counts_for_nothing(specs: Path, tmp_path: Path, drawn: list[str]) -> None:
    out = tmp_path / "out"
    run(specs, out)
    for mark in (out / "marks").rglob("*.json"):
        mark.write_text("{")
    drawn.clear()
    run(specs, out)
    assert drawn == [*"012345678"]


def test_a_spec_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    [job] = plan([tmp_path / "none.json"], tmp_path / "out", ["csv"]).jobs
    fault = render_once(job, tmp_path / "marks").fault
    assert fault is not None
    assert "cannot read the spec" in fault


def test_a_mark_that_cannot_be_written_is_a_fault(specs: Path, tmp_path: Path) -> None:
    (tmp_path / "marks").write_text("")
    [job] = plan([specs / "0.json"], tmp_path / "out", ["csv"]).jobs
    done = render_once(job, tmp_path / "marks")
    assert done.written == (tmp_path / "out" / "0.csv",)
    assert done.fault is not None
    assert "not marked as drawn: cannot make the folder" in done.fault


@pytest.mark.slow
def test_the_program_of_the_docs_draws_on_a_cluster_and_may_be_started_again(specs: Path, tmp_path: Path) -> None:
    [program] = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "many.md").read_text("utf-8"), re.DOTALL)
    # Three charts a task, so that both processes have some.
    (tmp_path / "many.py").write_text(program.replace("50", "3"), "utf-8")

    def started() -> dict[str, int]:
        done = subprocess.run(
            [sys.executable, "many.py"],
            cwd=tmp_path,
            env=os.environ,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, done.stderr
        assert done.stdout.startswith("9 charts, faults: 1\n'specs/8.json'"), done.stdout
        return {file.name: file.stat().st_mtime_ns for file in (tmp_path / "site").iterdir()}

    first = started()
    assert len(first) == 16
    (tmp_path / "site" / "5.png").unlink()
    again = started()
    assert {name for name in again if again[name] != first[name]} == {"5.png"}
    [alone] = render.render(plan([specs / "5.json"], tmp_path / "alone", ["html", "png"]))
    assert [file.read_bytes() for file in alone.written] == [
        (tmp_path / "site" / file.name).read_bytes() for file in alone.written
    ]
