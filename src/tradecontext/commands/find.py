"""Find the specs that files, patterns and folders stand for."""

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


WRITTEN = (".oembed.json", "datapackage.json")
"""Ends of the names of files that are made of specs and may lie beside them."""


@dataclass(frozen=True)
class Found:
    """A file, and its path relative to the folder that was named; for a file that was named itself, its name."""

    path: Path
    place: Path


def find(sources: Iterable[str | Path], apart: Path | None = None) -> tuple[list[Found], list[str]]:
    """Find the files that are meant, without duplicates, those of a folder sorted by name.

    Parameters
    ----------
    sources : iterable of str or Path
        Files; folders, which stand for their ``.json`` files, in subfolders too, but not for hidden ones; patterns such
        as ``"charts/*.json"``, for shells that do not expand them.
    apart : Path, optional
        A folder to skip inside others: the one that is written to.

    Returns
    -------
    (list of Found, list of str)
        The files, and the faults of sources without any.
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
    """Return one path of a file for all ways to its folder; a link to the file itself is not followed."""
    return os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118


def _meant(source: Path, apart: Path | None) -> Iterator[Found]:
    if source.is_dir():
        yield from _inside(source, apart)
    elif os.path.lexists(source) or not glob.has_magic(os.fspath(source)):
        # A missing file is reported when it is read, with the same message as elsewhere.
        yield Found(source, Path(source.name))
    else:
        # `Path.glob` refuses absolute patterns.
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
            if each.lower().endswith(".json") and not each.startswith(".") and not each.lower().endswith(WRITTEN):
                empty = False
                yield Found(here / each, (here / each).relative_to(folder))
    if empty:
        raise DataError(f"the folder {named(folder)} has no .json file")


def _same(folder: Path, apart: Path | None) -> bool:
    return apart is not None and os.path.realpath(folder) == os.path.realpath(apart)
