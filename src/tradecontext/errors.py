"""The one error a user of the package has to know, and warnings that point at the user's own line."""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


NOT_THE_AUTHORS = {
    "tradecontext", "anywidget", "comm", "ipywidgets", "numpy", "pandas", "traitlets", *sys.stdlib_module_names,
}  # fmt: skip
"""Packages whose lines no author can mend: an assignment to a chart, for example, runs through traitlets."""


class UnknownOptionError(TypeError):
    """An option that a chart does not have, with the one that was probably meant."""


class UnknownAttributeError(AttributeError):
    """An attribute that a chart does not have, with the one that was probably meant."""


class DataError(ValueError):
    """Figures, options or a spec that cannot be drawn truthfully.

    The message says what was wrong, where (column, row or field), and what to do about it; all of it at once, one
    line each, where several things are wrong.
    """

    several: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """Each thing that is wrong, one text each."""
        return self.several or (str(self),)


class Faults:
    """What is wrong with an author's data and options, collected so that one message tells all of it.

    Examples
    --------
    >>> faults = Faults()
    >>> with faults.noted("context"):
    ...     raise DataError("there is no column 'share'")
    >>> faults.refuse()
    Traceback (most recent call last):
    tradecontext.errors.DataError: in context=: there is no column 'share'
    """

    def __init__(self) -> None:
        self.found: list[str] = []

    @contextmanager
    def noted(self, frame: str = "") -> Iterator[None]:
        """Note what is raised inside, and go on; `frame` names the option whose data it is about."""
        try:
            yield
        except DataError as error:
            where = f"in {frame}=: " if frame else ""
            self.found += [each if each.startswith(where) else where + each for each in error.faults]

    def tell(self, fault: str) -> None:
        """Note one thing that is wrong."""
        self.found.append(fault)

    def refuse(self) -> None:
        """Raise what was noted, if anything was."""
        if self.found:
            raise several(self.found)


def several(faults: list[str]) -> DataError:
    """Return one error that tells every fault, each once."""
    each = list(dict.fromkeys(faults))
    error = DataError(
        each[0] if len(each) == 1 else "\n".join([f"{len(each)} things are wrong:", *(f"- {one}" for one in each)])
    )
    error.several = tuple(each)
    return error


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
