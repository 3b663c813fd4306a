"""The one error a user of the package has to know, and warnings that point at the user's own line."""

from __future__ import annotations

import os
import sys
import warnings
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from types import FrameType

Error = TypeVar("Error", bound=Exception)

NOT_THE_AUTHORS = {
    "tradecontext", "anywidget", "comm", "ipywidgets", "numpy", "pandas", "traitlets", *sys.stdlib_module_names,
}  # fmt: skip
"""Packages whose lines no author can mend: an assignment to a chart, for example, runs through traitlets."""


class DataError(ValueError):
    """Figures, options or a spec that cannot be drawn truthfully.

    The message says what was wrong, where (column, row or field), and what to do about it.
    """


def misuse(error: Error) -> Error:
    """Mark an error of Python's own kinds as said to the author, such as one about an option that there is none of."""
    error.misuse = True  # type: ignore[attr-defined]
    return error


def is_misuse(error: Exception) -> bool:
    """Say whether an error was marked so."""
    return getattr(error, "misuse", False)


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


def is_authors(frame: FrameType) -> bool:
    """Say whether a frame runs the author's code: a script, a cell, a package of the author's own."""
    return str(frame.f_globals.get("__name__")).partition(".")[0] not in NOT_THE_AUTHORS


def authors_frame() -> FrameType:
    """Return the author's frame that is nearest to the caller, or the outermost one there is."""
    frame = sys._getframe()  # noqa: SLF001 (the one way to it)
    while not is_authors(frame) and frame.f_back is not None:
        frame = frame.f_back
    return frame


def caution(message: str) -> None:
    """Warn, pointing at the author's own line: that is where something can be done."""
    level, frame, author = 1, sys._getframe(), authors_frame()  # noqa: SLF001 (warnings skip packages from Python 3.12)
    while frame is not author and frame.f_back is not None:
        level, frame = level + 1, frame.f_back
    warnings.warn(message, UserWarning, stacklevel=level)
