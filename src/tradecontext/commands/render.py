"""Render many specs to files: plan all of them, draw in several processes, write one by one in this process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import time
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tradecontext.commands.find import address, find
from tradecontext.commands.house import NO_HOUSE, House
from tradecontext.errors import DataError, named, shown
from tradecontext.outputs.files import write
from tradecontext.outputs.formats import FORMATS
from tradecontext.outputs.load import read_spec
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.process import BaseProcess
    from pathlib import Path

ALONE = 0.3
"""Seconds of drawing in this process before others are started, which take about as long to start."""

AT_A_TIME = 4
"""Charts that are sent to a process at once: enough to make the overhead small, few enough to stop quickly."""


@dataclass(frozen=True)
class Job:
    """The file of a spec, and the files to make from it, one for each format."""

    source: Path
    formats: tuple[str, ...]
    targets: tuple[Path, ...]
    house: House = NO_HOUSE


@dataclass(frozen=True)
class Plan:
    """The jobs to do, and the faults of sources without any file."""

    jobs: tuple[Job, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Rendered:
    """The result for one spec: files that are new or changed, files that are unchanged, or the fault."""

    source: Path
    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    fault: str | None = None


def plan(
    sources: Iterable[str | Path], out: str | Path, formats: Sequence[str] = ("html",), house: House = NO_HOUSE
) -> Plan:
    """Decide which files are made of which specs, before any is written.

    A file has the name of its spec's file. Specs found in a folder keep the folders below it.

    Parameters
    ----------
    sources : iterable of str or Path
        Files, folders and patterns; see :func:`tradecontext.commands.find.find`.
    out : str or Path
        The folder to write to; it is made when there is something to write.
    formats : sequence of str
        Names from :data:`tradecontext.outputs.formats.FORMATS`.
    house : House
        Whose style the charts have.

    Returns
    -------
    Plan

    Raises
    ------
    DataError
        If a format does not exist, two specs would write the same file, or a spec would be overwritten.
    """
    for name in formats:
        if name not in FORMATS:
            raise DataError(f"there is no output called {shown(name)}; choose from {', '.join(FORMATS)}")
    # A description of the table is of no use without it.
    described = ["csv"] if any(FORMATS[name].table for name in formats) else []
    names, folder = tuple(dict.fromkeys([*formats, *described])), given_path(out)
    found, faults = find(sources, folder)
    jobs = []
    for each in found:
        start = folder / each.place.parent
        targets = tuple(start / (each.place.stem + FORMATS[name].suffix) for name in names)
        jobs.append(Job(each.path, names, targets, house))
    _refuse_twice(jobs)
    return Plan(tuple(jobs), tuple(faults))


def _refuse_twice(jobs: Sequence[Job]) -> None:
    specs = {_anywhere(job.source) for job in jobs}
    taken: dict[str, Path] = {}
    for job in jobs:
        for target in job.targets:
            if _anywhere(target) in specs:
                raise DataError(f"{named(target)} would be written over, and it is a spec; choose another folder")
            other = taken.setdefault(_anywhere(target), job.source)
            if other is not job.source:
                raise DataError(
                    f"{named(other)} and {named(job.source)} would both be written to {named(target)}; rename one, "
                    "or name the folder above them, whose own folders are kept"
                )


def _anywhere(file: Path) -> str:
    """Return a path without the differences in case and Unicode form that some file systems and servers ignore."""
    return unicodedata.normalize("NFC", address(file)).casefold()


def render(
    planned: Plan, *, processes: int | None = None, done: Callable[[Rendered], object] | None = None
) -> list[Rendered]:
    """Draw what was planned and write it.

    Files are written completely or not at all. If a spec cannot be drawn in one of its formats, or one of its files
    cannot be written, none of its files is, so that its page and its picture never differ; other specs are still
    rendered. A file that would not change is not touched.

    Parameters
    ----------
    planned : Plan
        From :func:`plan`.
    processes : int, optional
        Number of processes that draw; by default, the number of processors. A few charts are drawn in this process.
    done : callable, optional
        Called with the result of each spec as it is finished, in the order of the plan.

    Returns
    -------
    list of Rendered
        The result for each spec, in the order of the plan.
    """
    results = []
    for job, drawing in zip(planned.jobs, _drawings(planned.jobs, processes or _processors()), strict=True):
        result = _written(job, drawing)
        results.append(result)
        if done is not None:
            done(result)
    return results


def render_one(job: Job) -> Rendered:
    """Draw and write the files of one spec in this process, as :func:`render` does for each of many."""
    return _written(job, _draw(job))


Drawing: TypeAlias = "tuple[bytes, ...] | str"
"""The contents of a spec's files, or its fault."""


def _draw(job: Job) -> Drawing:
    try:
        spec = job.house.dress(read_spec(job.source))
    except DataError as error:
        return str(error)
    made = []
    for name, target in zip(job.formats, job.targets, strict=True):
        form = FORMATS[name]
        options = {"table": f"{target.name.removesuffix(form.suffix)}.csv"} if form.table else {}
        try:
            content = form.make(spec, **options)
        except DataError as error:
            return f"{named(job.source)} as {name}: {error}"
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # noqa: BLE001 (one chart may not stop the others; a panic in Rust is no Exception)
            fault = shown(f"{type(error).__name__}: {error}")
            return f"{named(job.source)} as {name}: a fault in tradecontext, please report it: {fault}"
        made.append(content.encode() if isinstance(content, str) else content)
    return tuple(made)


def _drawings(jobs: Sequence[Job], processes: int) -> Iterator[Drawing]:
    start = time.monotonic()
    for place, job in enumerate(jobs):
        if processes > 1 and place < len(jobs) - 1 and time.monotonic() - start >= ALONE:
            yield from _drawn_apart(jobs[place:], processes)
            return
        yield _draw(job)


def _drawn_apart(jobs: Sequence[Job], processes: int) -> Iterator[Drawing]:
    place = 0
    while place < len(jobs):
        with _pool(min(processes, len(jobs) - place)) as pool:
            try:
                for drawing in pool.map(_draw, jobs[place:], chunksize=AT_A_TIME):
                    yield drawing
                    place += 1
            except BrokenProcessPool:
                # A chart has crashed its process. All that were sent to processes are drawn again below, each in a
                # process of its own, to find out which one it was.
                pass
        if place < len(jobs):
            suspects = jobs[place : place + (processes + 1) * AT_A_TIME]
            yield from map(_drawn_by_itself, suspects)
            place += len(suspects)


def _drawn_by_itself(job: Job) -> Drawing:
    with _pool(1) as pool:
        try:
            return pool.submit(_draw, job).result()
        except BrokenProcessPool:
            return (
                f"{named(job.source)}: the process that drew it was ended from outside or crashed, "
                "perhaps for lack of memory"
            )


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    # A forked process has the package loaded and the schemas compiled. Outside Linux, fork is unsafe or missing.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_for_drawing_alone)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _for_drawing_alone() -> None:
    """Set up a process that only draws: its parent handles Ctrl+C, and it ends with its parent, even a killed one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=(multiprocessing.parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent is not None:
        parent.join()
        os._exit(1)


def _processors() -> int:
    if sys.platform == "emscripten":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _written(job: Job, drawing: Drawing) -> Rendered:
    if isinstance(drawing, str):
        return Rendered(job.source, fault=drawing)
    contents = dict(zip(job.targets, drawing, strict=True))
    kept = tuple(target for target, content in contents.items() if _holds(target, content))
    new = {target: content for target, content in contents.items() if target not in kept}
    try:
        for target in new:
            make_folder(target.parent)
        write(new)
    except DataError as error:
        return Rendered(job.source, (), kept, f"{named(job.source)}: {error}")
    return Rendered(job.source, tuple(new), kept)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, if they are not there.

    Raises
    ------
    DataError
        Naming the folder.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"cannot make the folder {named(folder)}: {reason}") from None


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content
    except (OSError, ValueError):
        return False
