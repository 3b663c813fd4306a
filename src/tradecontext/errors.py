"""The one error a user of the package has to know, and warnings that point at the user's own line."""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType


OURS = tuple(f"{os.sep}{name}{os.sep}" for name in ("traitlets", "ipywidgets", "anywidget"))
"""Libraries whose lines an author has not written either: assigning an option passes through them."""


class MessageError(Exception):
    """An error whose message is all that an author needs.

    A notebook shows the message alone, a script its own line and the message. The environment variable
    ``TRADECONTEXT_TRACEBACK=1`` shows the lines of this package too.
    """

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a traceback; it shows its own where this raises."""
        if _whole():
            raise NotImplementedError
        return [f"{type(self).__name__}: {self}"]


def _whole() -> bool:
    return bool(os.environ.get("TRADECONTEXT_TRACEBACK"))


def _end_at_the_author(kind: type[BaseException], error: BaseException, traceback: TracebackType | None) -> None:
    """Show an uncaught error of ours as it is raised by the author's line; all others as they were shown before."""
    if isinstance(error, MessageError) and traceback is not None and not _whole():
        last, each = None, traceback
        while each is not None and not _of_a_library(each):
            last, each = each, each.tb_next  # type: ignore[assignment]
        if last is not None:
            last.tb_next = None
            error.__cause__ = error.__context__ = None
    _shown_before(kind, error, traceback)


def _of_a_library(traceback: TracebackType) -> bool:
    file = traceback.tb_frame.f_code.co_filename
    return file.startswith(f"{Path(__file__).parent}{os.sep}") or any(name in file for name in OURS)


# A script's errors are shown by this hook and no other way: an exception always carries the lines it passed through.
_shown_before, sys.excepthook = sys.excepthook, _end_at_the_author


class UnknownOptionError(MessageError, TypeError):
    """An option that a chart does not have, with the one that was probably meant."""


class UnknownAttributeError(MessageError, AttributeError):
    """An attribute that a chart does not have, with the one that was probably meant."""


class DataError(MessageError, ValueError):
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


def caution(message: str) -> None:
    """Warn, pointing at the first line outside the package: that is where the author can act."""
    package = f"{Path(__file__).parent}{os.sep}"
    level, frame = 1, sys._getframe()  # noqa: SLF001 (warnings can skip a package by itself from Python 3.12)
    while frame is not None and frame.f_code.co_filename.startswith(package):
        level, frame = level + 1, frame.f_back  # type: ignore[assignment]
    warnings.warn(message, UserWarning, stacklevel=level)
