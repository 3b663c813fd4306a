"""Many specs into files: planned whole, drawn in several processes, written one by one by this one."""

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
"""Seconds of drawing before other processes are started: they take about as long to be of use."""

AT_A_TIME = 4
"""Charts a process is handed at once: enough for the handing over to cost nothing, few enough to stop soon."""


@dataclass(frozen=True)
class Job:
    """A spec's file, and the files that are to be made of it, one a format."""

    source: Path
    formats: tuple[str, ...]
    targets: tuple[Path, ...]


@dataclass(frozen=True)
class Plan:
    """What will be drawn and where to, and what is wrong with the sources that stand for no file."""

    jobs: tuple[Job, ...]
    faults: tuple[str, ...]


@dataclass(frozen=True)
class Rendered:
    """What became of a spec: files that are new or changed, files left as they were, or what was wrong."""

    source: Path
    written: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    fault: str | None = None


def plan(sources: Iterable[str | Path], out: str | Path, formats: Sequence[str] = ("html",)) -> Plan:
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

    Returns
    -------
    Plan

    Raises
    ------
    DataError
        For a format that does not exist; and where two specs would write one file, or one would be written over.
    """
    for name in formats:
        if name not in FORMATS:
            raise DataError(f"there is no output called {shown(name)}; choose from {', '.join(FORMATS)}")
    names, folder = tuple(dict.fromkeys(formats)), given_path(out)
    found, faults = find(sources, folder)
    jobs = []
    for each in found:
        start = folder / each.place.parent
        targets = tuple(start / (each.place.stem + FORMATS[name].suffix) for name in names)
        jobs.append(Job(each.path, names, targets))
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
    """Return one name for what is one file on many a machine and server: "Chart.JSON" and "chart.json", é and é."""
    return unicodedata.normalize("NFC", address(file)).casefold()


def render(
    planned: Plan, *, processes: int | None = None, done: Callable[[Rendered], object] | None = None
) -> list[Rendered]:
    """Draw what was planned and write it.

    Every file is whole or not there. Where a spec cannot be drawn in one of its formats, or one of its files cannot be
    written, none of its files is, so that its page and its picture never differ; the others go on. A file that would
    not change is not touched.

    Parameters
    ----------
    planned : Plan
        From :func:`plan`.
    processes : int, optional
        How many draw at once; as many as there are processors. Few charts are drawn in this process alone.
    done : callable, optional
        Told of every spec as it is finished, in the order planned.

    Returns
    -------
    list of Rendered
        What became of each spec, in the order planned.
    """
    results = []
    for job, drawing in zip(planned.jobs, _drawings(planned.jobs, processes or _processors()), strict=True):
        result = Rendered(job.source, fault=drawing) if isinstance(drawing, str) else _written(job, drawing)
        results.append(result)
        if done is not None:
            done(result)
    return results


Drawing: TypeAlias = "tuple[bytes, ...] | str"
"""The content of a spec's files, or what was wrong with it."""


def _draw(job: Job) -> Drawing:
    try:
        spec = read_spec(job.source)
    except DataError as error:
        return str(error)
    made = []
    for name in job.formats:
        try:
            content = FORMATS[name].make(spec)
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
                # One of those handed out ended its process. Each is drawn by itself, so that it is known which.
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
                "for want of memory perhaps"
            )


@contextmanager
def _pool(processes: int) -> Iterator[ProcessPoolExecutor]:
    # A forked process has the package loaded and the schemas compiled; elsewhere forking is not safe, or not there.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_for_drawing_alone)
    try:
        yield pool
    finally:
        pool.shutdown(cancel_futures=True)


def _for_drawing_alone() -> None:
    """Leave it to the process that writes to answer Ctrl+C, and end when it does, even if it is killed."""
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


def _written(job: Job, drawing: tuple[bytes, ...]) -> Rendered:
    contents = dict(zip(job.targets, drawing, strict=True))
    kept = tuple(target for target, content in contents.items() if _holds(target, content))
    new = {target: content for target, content in contents.items() if target not in kept}
    try:
        for target in new:
            _make_folder(target.parent)
        write(new)
    except DataError as error:
        return Rendered(job.source, (), kept, f"{named(job.source)}: {error}")
    return Rendered(job.source, tuple(new), kept)


def _make_folder(folder: Path) -> None:
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
