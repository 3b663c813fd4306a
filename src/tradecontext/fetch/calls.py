"""What all calls have in common: the frame of a call is kept, names its receipts, and can be made again."""

from __future__ import annotations

import difflib
import functools
import hashlib
import inspect
import json
import os
import time
from typing import TYPE_CHECKING, Any, TypeVar

from tradecontext.errors import DataError, Faults, UnknownOptionError, caution
from tradecontext.fetch import answers, frame_files
from tradecontext.fetch.arguments import chosen, needed, plain
from tradecontext.fetch.problems import NothingFoundError, asked_of
from tradecontext.intake import provenance, receipts, recipe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    import pandas as pd

    from tradecontext.fetch.services import Service
    from tradecontext.intake.receipts import Receipt

Call = TypeVar("Call", bound="Callable[..., pd.DataFrame]")
#: Seconds for which the frame of a call is not made again.
_FRESH = 24 * 3600.0
#: Seconds by which the clock of a disk may be ahead.
_TICK = 60.0


def call(service: Service) -> Callable[[Call], Call]:
    """Decorate a function that asks a service: its frame is kept, and has receipts and a recipe."""
    return functools.partial(_call, service)


def _call(service: Service, function: Call) -> Call:
    @functools.wraps(function)
    def asked(*given: Any, **named: Any) -> pd.DataFrame:
        arguments = _arguments(function, service, given, named)
        now = answers.JOB.get()
        made = None if now else _kept(function.__name__, arguments)
        if made is None:
            with answers.job() as own:
                frame = _made(function, arguments, own)
                content = _of_one_day(function.__name__, arguments, own) or frame_files.written(
                    _labelled(frame, own.given)
                )
            # If a service failed, it is asked again at the next call, and the author is warned again.
            if (now is None or now.anew) and not own.late:
                file = receipts.written(_file(function.__name__, arguments), content)
                # It is as old as the oldest of its answers, not as the frame.
                os.utime(file, (min(own.asked_at), min(own.asked_at)))
            # Read back, so that a call returns the same frame whether it was kept or not.
            made = frame_files.read(content)
            if own.late:
                why, day = next(iter(own.late.values())), str(made["vintage"].iloc[0]).removeprefix(receipts.RETRIEVED)
                caution(
                    f"{service.called} gives no newer figures ({why}): these were retrieved on {day}, and a chart of "
                    f"them says so{asked_of()}"
                )
        return recipe.stamp(made, f"fetch.{function.__name__}", arguments)

    return asked  # type: ignore[return-value]


def _of_one_day(name: str, arguments: dict[str, Any], own: answers.Job) -> bytes | None:
    """Return the frame of an earlier call if only some of the answers are new; None if all are of one day.

    A share whose parts are of two days is of neither.

    Raises
    ------
    DataError
        If there is none.
    """
    days = sorted({each.day for each in own.given})
    if not own.late or len(days) == 1:
        return None
    file = _file(name, arguments)
    with receipts.folder_errors():
        content = file.read_bytes() if file.exists() else None
    if content is None or _readable(content) is None:
        raise DataError(
            f"a part of these figures is of {days[0]}, since {own.given[0].service} gave no newer ones, and a part of "
            f"{days[-1]}; figures of two days are not put together: try again later"
        )
    return content


def _made(function: Callable[..., pd.DataFrame], arguments: dict[str, Any], own: answers.Job) -> pd.DataFrame:
    try:
        return function(**arguments)
    except NothingFoundError:
        raise
    except DataError:
        # An answer of which no frame can be made is asked for again at the next call, not after a day.
        answers.forget(own)
        raise


def _arguments(
    function: Callable[..., Any], service: Service, given: tuple[Any, ...], named: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the arguments of a call as a recipe has them, after all that are wrong were told at once."""
    signature, called = inspect.signature(function), f"tc.fetch.{function.__name__}"
    for name in named:
        if name not in signature.parameters:
            like = difflib.get_close_matches(name, signature.parameters, 1)
            meant = f"did you mean {like[0]!r}?" if like else f"it has {', '.join(signature.parameters)}"
            raise UnknownOptionError(f"{called} has no argument {name!r}; {meant}")
    try:
        written = signature.bind_partial(*given, **named).arguments
    except TypeError as error:
        raise TypeError(f"{called}: {error}") from None
    missing = [
        name for name, each in signature.parameters.items() if each.default is each.empty and name not in written
    ]
    faults, read = Faults(), {}
    for name in missing:
        with faults.noted():
            needed(None, name)
    for name, value in written.items():
        with faults.noted():
            read[name] = plain(name, value)
            if name == "years":
                chosen(read[name], service)
    faults.refuse()
    return read


def _labelled(frame: pd.DataFrame, found: list[Receipt]) -> pd.DataFrame:
    """Add the receipts, and the day of the first of them as the vintage."""
    import pandas as pd

    vintage = receipts.RETRIEVED + min(each.day for each in found)
    frame["vintage"] = pd.Categorical([vintage] * len(frame))
    frame[receipts.COLUMN] = pd.Categorical([receipts.keep(found)] * len(frame))
    definitions = list(frame["definition"].unique())
    source = provenance.find(str(definitions[0]), vintage) if len(definitions) == 1 else None
    frame.attrs = {"source": source.as_dict() if source else {}, "left_out": frame.attrs.get("left_out", [])}
    return frame


def _file(name: str, arguments: Mapping[str, Any]) -> Path:
    asked = json.dumps([name, arguments], sort_keys=True).encode()
    return receipts.folder() / "frames" / f"{name}-{hashlib.sha256(asked).hexdigest()[:32]}.frame"


def _kept(name: str, arguments: Mapping[str, Any]) -> pd.DataFrame | None:
    """Return the frame of an earlier call, unless it is old."""
    file = _file(name, arguments)
    with receipts.folder_errors():
        # A file from the future is one of a clock that was wrong.
        if not file.exists() or not 0 <= time.time() - file.stat().st_mtime + _TICK <= _FRESH:
            return None
        content = file.read_bytes()
    return _readable(content)


def _readable(content: bytes) -> pd.DataFrame | None:
    try:
        return frame_files.read(content)
    except ValueError:
        return None  # damaged: it is made again from the answers
