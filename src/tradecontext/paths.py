"""Paths as authors give them."""

from __future__ import annotations

import os
from pathlib import Path

from tradecontext.errors import DataError, shown


def given_path(path: str | os.PathLike[str], what: str = "write to") -> Path:
    """Return the path that an author gives, ``~`` being their home.

    Raises
    ------
    DataError
        If it is no path, or of nobody's home.
    """
    if not isinstance(path, (str, os.PathLike)) or isinstance(os.fspath(path), bytes):
        raise DataError(f"cannot {what} {shown(path)}: give the path of a file")
    try:
        return Path(path).expanduser()
    except RuntimeError as error:
        raise DataError(f"cannot {what} {shown(os.fspath(path))}: {error}") from None
