"""The one error that users of the package have to know, and warnings that point to the user's own line."""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


NOT_THE_AUTHORS = {
    "tradecontext", "anywidget", "comm", "ipywidgets", "numpy", "pandas", "traitlets", *sys.stdlib_module_names,
}  # fmt: skip
"""Packages whose frames are not the author's own: an assignment to a chart, for example, runs through traitlets."""


class UnknownOptionError(TypeError):
    """An option that a chart does not have, with the one that was probably meant."""


class UnknownAttributeError(AttributeError):
    """An attribute that a chart does not have, with the one that was probably meant."""


class DataError(ValueError):
    """Figures, options or a spec that cannot be drawn truthfully.

    The message says what is wrong, where (column, row or field), and what to do about it. If several things are wrong,
    it lists all of them, one per line.
    """

    several: tuple[str, ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults, one text for each."""
        return self.several or (str(self),)


class Faults:
    """Collects the faults of an author's data and options, so that one message lists them all.

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
        """Collect a DataError that is raised inside, and continue; `frame` is the option whose data is checked."""
        try:
            yield
        except DataError as error:
            where = f"in {frame}=: " if frame else ""
            self.found += [each if each.startswith(where) else where + each for each in error.faults]

    def tell(self, fault: str) -> None:
        """Add one fault."""
        self.found.append(fault)

    def refuse(self) -> None:
        """Raise one error for all faults, if there are any."""
        if self.found:
            raise several(self.found)


def several(faults: list[str]) -> DataError:
    """Return one error for all faults, without duplicates."""
    each = list(dict.fromkeys(faults))
    error = DataError(
        each[0] if len(each) == 1 else "\n".join([f"{len(each)} things are wrong:", *(f"- {one}" for one in each)])
    )
    error.several = tuple(each)
    return error


def shown(value: object) -> str:
    """Return a value as one short line, for a message."""
    if isinstance(value, MappingProxyType):
        value = value.copy()  # an author's dict, which a chart holds read-only
    try:
        plain = isinstance(value, (str, bytes, int, float, tuple, list, dict, type(None)))
        text = repr(value if plain else " ".join(str(value).split()))
    except (ValueError, RecursionError):
        text = f"a very large {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + "..."


def named(path: os.PathLike[str] | str) -> str:
    """Return a path for a message: in full, since paths differ at the end, and with control characters escaped."""
    text = os.fspath(path)
    return f"'{text}'" if text.isprintable() else repr(text)


def is_authors(frame: FrameType) -> bool:
    """Return whether a stack frame runs the author's code: a script, a cell, or a package of the author's own."""
    return str(frame.f_globals.get("__name__")).partition(".")[0] not in NOT_THE_AUTHORS


def authors_frame() -> FrameType:
    """Return the author's stack frame that is nearest to the caller, or else the outermost frame."""
    frame = sys._getframe()  # noqa: SLF001 (there is no public way to walk the stack)
    while not is_authors(frame) and frame.f_back is not None:
        frame = frame.f_back
    return frame


def caution(message: str) -> None:
    """Warn with the author's own line as the place of the warning, since that is where it can be fixed."""
    level, frame, author = 1, sys._getframe(), authors_frame()  # noqa: SLF001 (warnings skip packages from Python 3.12)
    while frame is not author and frame.f_back is not None:
        level, frame = level + 1, frame.f_back
    warnings.warn(message, UserWarning, stacklevel=level)
