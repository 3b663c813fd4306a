"""Draw each chart once, however often a run is stopped and started again, and on however many machines."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from tradecontext.commands.render import Job, Rendered, make_folder, render_one
from tradecontext.errors import DataError, named
from tradecontext.outputs import renderer
from tradecontext.outputs.files import write
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from pathlib import Path


def render_once(job: Job, marks: str | Path) -> Rendered:
    """Draw and write the files of one spec, unless that was done before.

    A mark is a small file. Its name is a digest of everything that decides what is drawn: the spec, the formats, and
    the version of the package. In it are the digests of the files that were written. If the mark is there and the files
    are as it says, nothing is drawn. A spec that could not be drawn has no mark, so that it is tried again.

    Parameters
    ----------
    job : Job
        One of the jobs of :func:`tradecontext.commands.render.plan`.
    marks : str or Path
        A folder for the marks, which all machines share as they do that of the files.

    Returns
    -------
    Rendered
        As of :func:`tradecontext.commands.render.render`. A mark that cannot be written is a fault too.
    """
    try:
        spec = job.source.read_bytes()
    except (OSError, ValueError):
        # The message about a file that cannot be read is that of drawing.
        return render_one(job)
    decisive = [_package(), hashlib.sha256(spec).hexdigest(), *job.formats, *(target.name for target in job.targets)]
    name = hashlib.sha256(json.dumps(decisive).encode()).hexdigest()
    # Folders of a hundred thousand files are slow on some file systems.
    mark = given_path(marks) / name[:2] / f"{name}.json"
    if (written := _digests(job)) is not None and _said(mark) == written:
        return Rendered(job.source, kept=job.targets)
    result = render_one(job)
    if result.fault is not None:
        return result
    try:
        make_folder(mark.parent)
        write({mark: json.dumps(_digests(job))})
    except DataError as error:
        return replace(result, fault=f"{named(job.source)}: drawn, but not marked as drawn: {error}")
    return result


@cache
def _package() -> str:
    """Return the version of the package, and a digest of its renderer, which changes between versions in a checkout."""
    return f"{version('tradecontext')} {hashlib.sha256(renderer.bundle('server.js').encode()).hexdigest()}"


def _said(mark: Path) -> object:
    try:
        return json.loads(mark.read_bytes())
    except (OSError, ValueError):
        return None


def _digests(job: Job) -> list[str] | None:
    try:
        return [hashlib.sha256(target.read_bytes()).hexdigest() for target in job.targets]
    except (OSError, ValueError):
        return None
