"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tradecontext.errors import DataError, shown

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
    if not isinstance(path, (str, os.PathLike)):
        raise DataError(f"cannot write to {shown(path)}: give the path of a file")
    target = Path(path)
    make = writers.get(target.suffix.lower())
    if make is None:
        raise DataError(f"cannot write {shown(target.name)}: the file name has to end in {', '.join(writers)}")
    write(target, make())
    return target


def write(target: Path, content: str | bytes) -> None:
    """Put content in a file beside the target, then in its place in one step."""
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
            # mkstemp makes files for their owner alone; a page is there to be read.
            mask = os.umask(0)
            os.umask(mask)
            part.chmod(0o666 & ~mask)
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise DataError(f"cannot write {shown(str(target))}: {getattr(error, 'strerror', error)}") from None
