"""Shorten errors for a person: the message in a notebook, a traceback that ends at the author's line in a script."""

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
"""Environment variable for work on the package: if it is 1, errors keep their whole traceback."""

ENTERED_BY_NAME = {"__init__", "__setattr__", "_repr_mimebundle_"}
"""Private methods that are wrapped as well, since authors and notebooks call them implicitly."""


def whole() -> bool:
    """Return whether errors keep their whole traceback."""
    return os.environ.get(SWITCH, "") not in {"", "0"}


def shorten(package: ModuleType) -> None:
    """Wrap the functions and methods that a package names in ``__all__``, so that errors point to the caller's line.

    Modules among these names are wrapped in the same way. Functions are also replaced in the module that defines them:
    pickle sends a function by name, and requires that the name leads to the same object.
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
            # A bare raise does not add this frame to the traceback again, after it was removed.
            raise

    entrance.shortens = True  # type: ignore[attr-defined]
    return entrance


def _for_the_author(error: Exception) -> bool:
    if isinstance(error, (DataError, UnknownOptionError, UnknownAttributeError, TraitError)):
        return True
    # Python refuses wrong arguments before the function's first line, so the traceback has one frame only. Any other
    # TypeError is a bug in this package, and keeps its whole traceback.
    frame = error.__traceback__
    return isinstance(error, TypeError) and frame is not None and frame.tb_next is None


def _shorten(error: Exception, handled: BaseException | None) -> None:
    error.__traceback__ = _authors_part(error.__traceback__)
    # Hide exceptions that the package caught internally, but not one that the author's code was handling.
    error.__cause__, error.__context__ = None, handled
    error.__suppress_context__ = False
    last = error.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    frame, line = (last.tb_frame, last.tb_lineno) if last else ((own := authors_frame()), own.f_lineno)
    # IPython shows what this returns, and nothing else.
    message = f"{type(error).__name__}: {error}"
    error._render_traceback_ = partial(str.splitlines, message + _where(frame, line))  # type: ignore[attr-defined]


def _authors_part(frames: TracebackType | None) -> TracebackType | None:
    """Keep only the author's own frames, including callbacks that the chart has called."""
    if frames is None:
        return None
    rest = _authors_part(frames.tb_next)
    return (
        TracebackType(rest, frames.tb_frame, frames.tb_lasti, frames.tb_lineno) if is_authors(frames.tb_frame) else rest
    )


def _where(frame: FrameType, line: int) -> str:
    """Return the author's function, line and file in words; empty for a notebook cell, where the line is evident."""
    function, file = frame.f_code.co_name, frame.f_code.co_filename
    parts = [] if function == "<module>" else [f"in {function}"]
    if os.path.exists(file):  # noqa: PTH110 (a cell's name for its code may be no path)
        parts.append(f"line {line} of {named(file)}")
    return f"\n  {', '.join(parts)}" if parts else ""
