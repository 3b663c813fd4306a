"""Errors as a person meets them: the message in a notebook, a traceback that ends at the author's line in a script."""

from __future__ import annotations

import os
import sys
from functools import partial, wraps
from types import FunctionType, ModuleType, TracebackType
from typing import TYPE_CHECKING, Any

from traitlets import TraitError

from tradecontext.errors import DataError, UnknownAttributeError, UnknownOptionError, authors_frame, is_authors, named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

SWITCH = "TRADECONTEXT_TRACEBACK"
"""An environment variable; set to 1, it leaves every error its whole traceback, for whoever works on the package."""

ENTERED_BY_NAME = {"__init__", "__setattr__", "_repr_mimebundle_"}
"""Methods that an author or a notebook calls without writing their names."""


def whole() -> bool:
    """Say whether errors keep their whole traceback."""
    return os.environ.get(SWITCH, "") not in {"", "0"}


def shorten(package: ModuleType) -> None:
    """Make all that a package names in ``__all__``, functions and methods, raise its errors from the caller's line.

    A module among these names is gone through in the same way. Functions are replaced where they are defined too: what
    pickle sends to another process by its name has to be what it finds there.
    """
    classes: dict[type, None] = {}
    for name, found in [(name, getattr(package, name)) for name in package.__all__]:
        if isinstance(found, ModuleType):
            shorten(found)
        elif isinstance(found, FunctionType):
            entrance = _entrance(found)
            for place in (package, sys.modules[found.__module__]):
                setattr(place, name, entrance)
        elif isinstance(found, type):
            classes |= dict.fromkeys(each for each in found.__mro__ if each.__module__.startswith("tradecontext."))
    for each in classes:
        for name, method in _entered(each):
            kind = type(method)
            setattr(each, name, _entrance(method) if kind is FunctionType else kind(_entrance(method.__func__)))


def _entered(cls: type) -> Iterator[tuple[str, Any]]:
    for name, found in list(vars(cls).items()):
        if not name.startswith("_") or name in ENTERED_BY_NAME:
            function = getattr(found, "__func__", found)
            if isinstance(function, FunctionType) and not hasattr(function, "shortens"):
                yield name, found


def _entrance(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def entrance(*args: Any, **options: Any) -> Any:
        handled = sys.exception()
        try:
            return function(*args, **options)
        except Exception as error:
            if _for_the_author(error) and not whole():
                _shorten(error, handled)
            # Python adds a frame to a traceback when an error leaves it, but not by a bare raise: so this one is not
            # in there either.
            raise

    entrance.shortens = True  # type: ignore[attr-defined]
    return entrance


def _for_the_author(error: Exception) -> bool:
    if isinstance(error, (DataError, UnknownOptionError, UnknownAttributeError, TraitError)):
        return True
    # Arguments that a function does not have are refused before its first line; any other TypeError is our own fault,
    # and to find it takes the whole traceback.
    frame = error.__traceback__
    return isinstance(error, TypeError) and frame is not None and frame.tb_next is None


def _shorten(error: Exception, handled: BaseException | None) -> None:
    error.__traceback__ = _authors_part(error.__traceback__)
    # What the package caught on the way is its own affair; what the author's code was handling is not.
    error.__cause__, error.__context__ = None, handled
    error.__suppress_context__ = False
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    frame, line = (last.tb_frame, last.tb_lineno) if last else ((own := authors_frame()), own.f_lineno)
    # IPython shows what this returns, and nothing else.
    told = f"{type(error).__name__}: {error}"
    error._render_traceback_ = partial(str.splitlines, told + _where(frame, line))  # type: ignore[attr-defined]


def _authors_part(frames: TracebackType | None) -> TracebackType | None:
    """Leave what the author wrote, such as a function that watches a chart and was called by it."""
    if frames is None:
        return None
    rest = _authors_part(frames.tb_next)
    return (
        TracebackType(rest, frames.tb_frame, frames.tb_lasti, frames.tb_lineno) if is_authors(frames.tb_frame) else rest
    )


def _where(frame: FrameType, line: int) -> str:
    """Name the line in a function or a file of the author's; in a cell itself it is plain enough."""
    function, file = frame.f_code.co_name, frame.f_code.co_filename
    parts = [] if function == "<module>" else [f"in {function}"]
    if os.path.exists(file):  # noqa: PTH110 (a cell's name for its code may be no path)
        parts.append(f"line {line} of {named(file)}")
    return f"\n  {', '.join(parts)}" if parts else ""
