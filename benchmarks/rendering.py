"""Measure the command line: a thousand charts as pages and as pictures, and once more when nothing has changed."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CHARTS = 1000
ROUNDS = {"html": 3, "png": 1}
LIMITS = {"html": 15, "png": 180}


def specs(folder: Path) -> None:
    """Write a thousand specs: the demo's charts in turn, each with a headline of its own."""
    from tradecontext.spec import charts as stems
    from tradecontext.spec import part

    charts = [part(stem, "demo").chart for stem in stems()]
    for place in range(CHARTS):
        chart = charts[place % len(charts)]
        chart.headline = f"Chart {place}"
        chart.save(folder / f"{place:04}.json")


def seconds(folder: Path, out: Path, output: str) -> float:
    """Run the command as a shell would and return how long it took."""
    command = [sys.executable, "-W", "ignore", "-m", "tradecontext", "render", folder, "-o", out, "--as", output]
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=True)
    return time.perf_counter() - start


def rows() -> list[list[str]]:
    """Return a line for each output: the best of several runs, since other work on the machine only adds time."""
    lines = []
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "specs", Path(name) / "out"
        folder.mkdir()
        specs(folder)
        for output, rounds in ROUNDS.items():
            first, again = [], []
            for _ in range(rounds):
                shutil.rmtree(out, ignore_errors=True)
                first.append(seconds(folder, out, output))
                again.append(seconds(folder, out, output))
            lines.append([output, f"{min(first):.1f}", f"{min(again):.1f}", f"{LIMITS[output]}"])
    return lines


HEAD = ["tradecontext render, 1000 charts", "written, s", "nothing changed, s", "limit, s"]


if __name__ == "__main__":
    print(HEAD, *rows(), sep="\n")
