"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from tradecontext.errors import DataError, named, shown
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def save(path: str | Path, writers: Mapping[str, Callable[[], str | bytes]]) -> Path:
    """Write by suffix.

    Parameters
    ----------
    path : str or Path
        Where to; its suffix chooses the writer.
    writers : mapping
        What makes the content, by suffix.

    Raises
    ------
    DataError
        For a suffix that nothing writes, or a place that cannot be written to.
    """
    target = given_path(path)
    make = writers.get(target.suffix.lower())
    if make is None:
        raise DataError(f"cannot write {shown(target.name)}: the file name has to end in {', '.join(writers)}")
    write(target, make())
    return target


def write(target: Path, content: str | bytes) -> None:
    """Put content in a file beside the target, then in its place in one step.

    A link stays a link, and what it points to is written; a file keeps its mode.
    """
    try:
        real = Path(os.path.realpath(target))
        mode = _mode(real, target)
        part = real.parent / f".{secrets.token_hex(8)}.part"
        try:
            # A new file's mode is what the system's mask leaves of this one; an old file's is kept.
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            if mode is not None:
                part.chmod(mode)
            part.replace(real)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise DataError(f"cannot write {named(target)}: {getattr(error, 'strerror', None) or error}") from None


def _mode(real: Path, target: Path) -> int | None:
    """Return the mode of the file that is to be replaced, or None where there is none.

    Raises
    ------
    DataError
        If something else than a file is there, which nobody may want replaced.
    """
    try:
        found = real.stat().st_mode
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found):
        kind = "a folder" if stat.S_ISDIR(found) else "a pipe" if stat.S_ISFIFO(found) else "no file"
        raise DataError(f"cannot write {named(target)}: it is {kind}; choose another name")
    return stat.S_IMODE(found)
