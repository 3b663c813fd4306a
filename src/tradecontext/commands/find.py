"""Specs on disk: what files, patterns and folders stand for."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tradecontext.errors import DataError, named
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True)
class Found:
    """A file, and where it stands below the folder that was named; for a file named itself, its name alone."""

    path: Path
    place: Path


def find(sources: Iterable[str | Path], apart: Path | None = None) -> tuple[list[Found], list[str]]:
    """Find the files that are meant, each once, a folder's in the order of their names.

    Parameters
    ----------
    sources : iterable of str or Path
        Files; folders, whose ``.json`` files are meant, those in folders of theirs too, hidden ones not; patterns
        such as ``"charts/*.json"``, for shells that leave them as they are.
    apart : Path, optional
        A folder that is passed over inside another: the one that is written to.

    Returns
    -------
    (list of Found, list of str)
        The files, and what is wrong with those sources that stand for none.
    """
    files: dict[str, Found] = {}
    faults = []
    for source in sources:
        try:
            for each in _meant(given_path(source, "read"), apart):
                files.setdefault(address(each.path), each)
        except DataError as error:
            faults.append(str(error))
        except OSError as error:
            faults.append(f"cannot read {named(source)}: {error.strerror}")
    return list(files.values()), faults


def address(file: Path) -> str:
    """Return the one name of a file, however its folder was reached; a link's own, not that of what it leads to."""
    return os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118


def _meant(source: Path, apart: Path | None) -> Iterator[Found]:
    if source.is_dir():
        yield from _inside(source, apart)
    elif os.path.lexists(source) or not glob.has_magic(os.fspath(source)):
        # What is not there is said when it is read, in the same words as elsewhere.
        yield Found(source, Path(source.name))
    else:
        # A path's own glob refuses patterns that begin at the root.
        names = sorted(glob.glob(os.fspath(source), recursive=True))  # noqa: PTH207
        matches = [path for path in map(Path, names) if path.is_file()]
        if not matches:
            raise DataError(f"no file matches {named(source)}")
        yield from (Found(path, Path(path.name)) for path in matches)


def _inside(folder: Path, apart: Path | None) -> Iterator[Found]:
    def unreadable(error: OSError) -> None:
        raise DataError(f"cannot read the folder {named(error.filename)}: {error.strerror}")

    empty = True
    for name, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(name)
        folders[:] = sorted(each for each in folders if not each.startswith(".") and not _same(here / each, apart))
        for each in sorted(files):
            if each.lower().endswith(".json") and not each.startswith("."):
                empty = False
                yield Found(here / each, (here / each).relative_to(folder))
    if empty:
        raise DataError(f"the folder {named(folder)} has no .json file")


def _same(folder: Path, apart: Path | None) -> bool:
    return apart is not None and os.path.realpath(folder) == os.path.realpath(apart)
