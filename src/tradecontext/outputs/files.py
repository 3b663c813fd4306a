"""Write files atomically: completely or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
import stat
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tradecontext.errors import DataError, named, shown
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def save(path: str | Path, writers: Mapping[str, Callable[[], str | bytes]]) -> Path:
    """Write a file in the format of its suffix.

    Parameters
    ----------
    path : str or Path
        The file to write; its suffix selects the writer, and ``~`` is the home folder.
    writers : mapping
        Functions that make the content, by suffix.

    Returns
    -------
    Path
        The file that was written.

    Raises
    ------
    DataError
        If no writer has this suffix, or the file cannot be written.
    """
    target = given_path(path)
    make = writers.get(target.suffix.lower())
    if make is None:
        raise DataError(f"cannot write {shown(target.name)}: the file name has to end in {', '.join(writers)}")
    write({target: make()})
    return target


def write(contents: Mapping[Path, str | bytes]) -> None:
    """Write files, each in one step: all of them, or none if one cannot be written.

    A symbolic link stays one, and its target is written. An existing file keeps its mode.

    Raises
    ------
    DataError
        Naming the file that could not be written.
    """
    placing = _Placing()
    try:
        for target, content in contents.items():
            placing.prepare(target, content.encode() if isinstance(content, str) else content)
        placing.place()
    except BaseException:
        placing.undo()
        raise
    finally:
        placing.tidy()


class _Placing:
    """A transaction: temporary files beside their targets, which then replace them, with backups until the end."""

    def __init__(self) -> None:
        self.parts: list[tuple[Path, Path, Path]] = []
        self.placed: list[tuple[Path, Path | None]] = []
        self.beside: list[Path] = []

    def prepare(self, target: Path, content: bytes) -> None:
        with _write_errors(target):
            place = Path(os.path.realpath(target))
            found = _found(place)
            part = self._name(place)
            # A new file gets the default mode. A replacement can be read by its owner alone until it gets the mode of
            # the file that it replaces.
            with os.fdopen(os.open(part, NEW, 0o600 if found else 0o666), "wb") as file:
                file.write(content)
            if found:
                with suppress(OSError, AttributeError):
                    os.chown(part, found.st_uid, found.st_gid)
                part.chmod(stat.S_IMODE(found.st_mode))
            self.parts.append((target, place, part))

    def place(self) -> None:
        for target, place, part in self.parts:
            with _write_errors(target):
                # A single file needs no backup, since replacing it is atomic.
                self.placed.append((place, self._kept(place) if len(self.parts) > 1 else None))
                part.replace(place)

    def undo(self) -> None:
        for place, before in reversed(self.placed):
            with suppress(OSError):
                if before is not None:
                    before.replace(place)
                elif len(self.parts) > 1:
                    place.unlink()

    def tidy(self) -> None:
        for path in self.beside:
            with suppress(OSError):
                path.unlink(missing_ok=True)

    def _kept(self, place: Path) -> Path | None:
        if not place.exists():
            return None
        before = self._name(place)
        try:
            os.link(place, before)
        except OSError:
            # Some file systems have no hard links.
            shutil.copy2(place, before)
        return before

    def _name(self, place: Path) -> Path:
        # The temporary name does not contain the file's own name, which may already have the maximum length.
        self.beside.append(place.with_name(f".tradecontext-{secrets.token_hex(6)}"))
        return self.beside[-1]


@contextmanager
def _write_errors(target: Path) -> Iterator[None]:
    """Turn an error of writing into a message that names the file."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DataError(f"cannot write {named(target)}: {reason}") from None


def _found(place: Path) -> os.stat_result | None:
    """Return the status of an existing target, if any; refuse one that is not a writable file."""
    try:
        found = place.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        kind = "a folder" if stat.S_ISDIR(found.st_mode) else "a pipe" if stat.S_ISFIFO(found.st_mode) else "no file"
        raise ValueError(f"it is {kind}; choose another name")
    if not os.access(place, os.W_OK):
        raise ValueError("the file may only be read")
    return found
