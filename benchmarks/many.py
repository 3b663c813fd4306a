"""Measure how much faster two processes of a cluster draw than one, and what a second run costs that draws nothing."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import rendering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dask.distributed import Client

    from tradecontext.commands.render import Job, Rendered

AT_A_TIME = 25


def draw(jobs: Sequence[Job], marks: str) -> list[Rendered]:
    from tradecontext.commands.once import render_once

    return [render_once(job, marks) for job in jobs]


def seconds(client: Client, jobs: Sequence[Job], marks: str) -> float:
    """Draw on a cluster that is up, and return how long it took."""
    parts = [jobs[at : at + AT_A_TIME] for at in range(0, len(jobs), AT_A_TIME)]
    start = time.perf_counter()
    results = [result for part in client.gather(client.map(draw, parts, marks=marks, pure=False)) for result in part]
    took = time.perf_counter() - start
    assert not [result.fault for result in results if result.fault]
    return took


def rows() -> list[list[str]]:
    """Return a line for one process and one for two."""
    from dask.distributed import Client

    from tradecontext.commands.render import plan

    lines, alone = [], None
    with tempfile.TemporaryDirectory() as name:
        specs = Path(name) / "specs"
        specs.mkdir()
        rendering.specs(specs)
        for processes in (1, 2):
            jobs = plan([specs], Path(name) / f"out{processes}", ["html", "svg"]).jobs
            marks = str(Path(name) / f"marks{processes}")
            with Client(n_workers=processes, threads_per_worker=1, dashboard_address=None) as client:
                # Each process loads the package and its engine with its first chart.
                seconds(client, jobs[: processes * AT_A_TIME], f"{marks}-first")
                first, again = (seconds(client, jobs, marks) for _ in range(2))
            alone = alone or first
            lines.append([str(processes), f"{first:.1f}", f"{alone / first:.2f}", f"{again:.1f}"])
    return lines


HEAD = ["1000 charts on Dask as page and SVG, processes", "drawn, s", "times faster", "nothing left to draw, s"]


if __name__ == "__main__":
    print(HEAD, *rows(), sep="\n")
