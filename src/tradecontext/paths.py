"""Paths from authors, with ``~`` expanded."""

from __future__ import annotations

import os
from pathlib import Path

from tradecontext.errors import DataError, shown


def given_path(path: str | os.PathLike[str], what: str = "write to") -> Path:
    """Return an author's path, with ``~`` as their home folder.

    Raises
    ------
    DataError
        If it is not a path, or the user of a home folder (``~name``) is unknown.
    """
    if not isinstance(path, (str, os.PathLike)) or isinstance(os.fspath(path), bytes):
        raise DataError(f"cannot {what} {shown(path)}: give the path of a file")
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise DataError(f"cannot {what} {shown(os.fspath(path))}: {error}") from None
