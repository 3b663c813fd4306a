"""Many specs into files: planned whole, drawn in several processes, written one by one by this one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
import unicodedata
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tradecontext.errors import DataError, named, shown
from tradecontext.outputs.files import write
from tradecontext.outputs.find import address, find
from tradecontext.outputs.formats import FORMATS
from tradecontext.outputs.load import read_spec
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
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
        Files, folders and patterns; see :func:`tradecontext.outputs.find.find`.
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
    specs = {address(job.source) for job in jobs}
    taken: dict[str, Path] = {}
    for job in jobs:
        for target in job.targets:
            if address(target) in specs:
                raise DataError(f"{named(target)} would be written over, and it is a spec; choose another folder")
            # One file where names differ in case, or in how an accent is put, on many a machine and server.
            other = taken.setdefault(unicodedata.normalize("NFC", address(target)).casefold(), job.source)
            if other is not job.source:
                raise DataError(
                    f"{named(other)} and {named(job.source)} would both be written to {named(target)}; rename one, "
                    "or name the folder above them, whose own folders are kept"
                )


def render(
    planned: Plan, *, processes: int | None = None, done: Callable[[Rendered], object] | None = None
) -> list[Rendered]:
    """Draw what was planned and write it.

    Every file is whole or not there. Where a spec cannot be drawn in one of its formats none of its files is written,
    so that its page and its picture never differ; the others go on. A file that would not change is not touched.

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

    Raises
    ------
    DataError
        If a process that draws is ended from outside; what is written until then is whole.
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
        except Exception as error:  # noqa: BLE001 (what one chart runs into may not stop the others)
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
    # A forked process has the package loaded and the schemas compiled; elsewhere forking is not safe, or not there.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    pool = ProcessPoolExecutor(min(processes, len(jobs)), mp_context=context, initializer=_for_drawing_alone)
    try:
        yield from pool.map(_draw, jobs, chunksize=AT_A_TIME)
    except BrokenProcessPool:
        raise DataError(
            "a process that was drawing was ended from outside, for want of memory perhaps; "
            "what is written is whole: run it again for the rest"
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _for_drawing_alone() -> None:
    """Leave it to the process that writes to answer Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _processors() -> int:
    if sys.platform == "emscripten":
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _written(job: Job, drawing: tuple[bytes, ...]) -> Rendered:
    written: list[Path] = []
    kept: list[Path] = []
    for target, content in zip(job.targets, drawing, strict=True):
        if _holds(target, content):
            kept.append(target)
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            write(target, content)
        except DataError as error:
            return Rendered(job.source, tuple(written), tuple(kept), f"{named(job.source)}: {error}")
        except OSError as error:
            fault = f"{named(job.source)}: cannot make the folder {named(target.parent)}: {error.strerror}"
            return Rendered(job.source, tuple(written), tuple(kept), fault)
        written.append(target)
    return Rendered(job.source, tuple(written), tuple(kept))


def _holds(target: Path, content: bytes) -> bool:
    try:
        return target.is_file() and target.stat().st_size == len(content) and target.read_bytes() == content
    except (OSError, ValueError):
        return False
