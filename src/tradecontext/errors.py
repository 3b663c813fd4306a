"""The one error a user of the package has to know, and warnings that point at the user's own line."""

from __future__ import annotations

import os
import sys
import warnings
from pathlib import Path


class DataError(ValueError):
    """Figures, options or a spec that cannot be drawn truthfully.

    The message says what was wrong, where (column, row or field), and what to do about it.
    """


def shown(value: object) -> str:
    """Write a value on one short line, for a message."""
    try:
        plain = isinstance(value, (str, bytes, int, float, tuple, list, dict, type(None)))
        text = repr(value if plain else " ".join(str(value).split()))
    except (ValueError, RecursionError):
        text = f"a very large {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + "..."


def named(path: os.PathLike[str] | str) -> str:
    """Write a path for a message: whole, since its end tells files apart, and free of what a terminal would obey."""
    text = os.fspath(path)
    return f"'{text}'" if text.isprintable() else repr(text)


def caution(message: str) -> None:
    """Warn, pointing at the first line outside the package: that is where the author can act."""
    package = f"{Path(__file__).parent}{os.sep}"
    level, frame = 1, sys._getframe()  # noqa: SLF001 (warnings can skip a package by itself from Python 3.12)
    while frame is not None and frame.f_code.co_filename.startswith(package):
        level, frame = level + 1, frame.f_back  # type: ignore[assignment]
    warnings.warn(message, UserWarning, stacklevel=level)
