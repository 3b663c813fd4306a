"""Recipes: the calls that make a chart again, kept as long as nobody changes the frames that it is made from."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from tradecontext.errors import caution
from tradecontext.intake import periods, receipts
from tradecontext.intake.years import of_pandas

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

_ATTRIBUTE = "recipe"
_FETCHED = "fetch."
APART = ("logo", "brand")
"""Options that are files of the author's machine."""
Function = TypeVar("Function", bound="Callable[..., pd.DataFrame]")


def recorded(function: Function) -> Function:
    """Make a function of :mod:`tradecontext.data` note in its frame how it was called.

    Its files never change, so that what a call made is kept, and each caller has a copy.
    """

    @functools.wraps(function)
    def called(*given: Any, **named: Any) -> pd.DataFrame:
        try:
            hash((*given, *named.values()))
        except TypeError:
            # A list, say, cannot be looked up: the function itself refuses it.
            return function(*given, **named)
        return _kept(function, given, tuple(named.items())).copy()

    return called  # type: ignore[return-value]


@functools.lru_cache(typed=True)
def _kept(
    function: Callable[..., pd.DataFrame], given: tuple[Any, ...], named: tuple[tuple[str, Any], ...]
) -> pd.DataFrame:
    arguments = dict(zip(function.__code__.co_varnames, given, strict=False)) | dict(named)
    return stamp(function(*given, **dict(named)), f"data.{function.__name__}", arguments)


def stamp(frame: pd.DataFrame, call: str, arguments: dict[str, Any]) -> pd.DataFrame:
    """Note in a frame which call made it, and a digest of its cells."""
    frame.attrs[_ATTRIBUTE] = {"call": call, "arguments": arguments, "digest": _digest(frame)}
    return frame


def of(frame: object) -> dict[str, Any] | None:
    """Return the call and the arguments that make a frame again; None for any other frame, and for a changed one."""
    found = _noted(frame)
    if not found or _digest(frame) != found["digest"]:
        return None
    return {"call": found["call"], "arguments": found["arguments"]}


def noted(spec: dict[str, Any], data: object, options: Mapping[str, Any]) -> dict[str, Any]:
    """Add a chart's recipe to its spec; a recipe already in the spec is updated with changed words and settings."""
    kept = spec["frame"].get(_ATTRIBUTE)
    if made := _reworded(kept, options) if kept else _written(data, options):
        spec["frame"][_ATTRIBUTE] = made
        if not kept:
            _with_receipts(spec["frame"], [data, *options.values()])
    return spec


def _with_receipts(frame: dict[str, Any], tables: Iterable[Any]) -> None:
    """Add the receipts that no source line has, because the author worded the source, to the first line."""
    there = {each["sha256"] for line in frame["sources"] for each in line.get("receipts", ())}
    names = " ".join(receipts.named(each) for each in tables if _noted(each))
    if not all(receipts.read(each) for each in names.split()):
        caution(
            "the receipts of these figures are no longer kept on this machine, so that nobody can verify the chart: "
            "call tradecontext.fetch again, and make the chart of what it returns"
        )
    more = [each for each in receipts.lines(names).get("receipts", []) if each["sha256"] not in there]
    if more and frame["sources"]:
        first, *rest = frame["sources"]
        frame["sources"] = [{**first, "receipts": [*first.get("receipts", []), *more]}, *rest]


def _written(data: object, options: Mapping[str, Any]) -> dict[str, str] | None:
    """Return the recipe of a chart for its spec, with arguments and options as JSON.

    None if none of its frames was fetched, or one of them has no recipe. Logo and brand are not part of it, since their
    paths are the author's own; the spec has what is in them.
    """
    frames = [data, *options.values()]
    if not any(str((_noted(each) or {}).get("call")).startswith(_FETCHED) for each in frames):
        return None
    made = of(data)
    given = {name: value for name, value in options.items() if value is not None and name not in APART}
    try:
        return made and {
            "call": made["call"],
            "arguments": json.dumps(made["arguments"]),
            "options": json.dumps(_plain(given)),
            "version": version("tradecontext"),
        }
    except TypeError:
        return None


def _reworded(recipe: Mapping[str, str], options: Mapping[str, Any]) -> dict[str, str]:
    """Return a recipe with words and settings that were changed on a chart of its spec."""
    given = {name: value for name, value in options.items() if name not in APART}
    return {**recipe, "options": json.dumps(json.loads(recipe["options"]) | _plain(given))}


def _plain(value: Any) -> Any:
    """Return options as JSON has them; a frame is the call that makes it."""
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    if hasattr(value, "columns"):
        made = of(value)
        if made is None:
            raise TypeError
        return made
    if isinstance(value, dt.date):
        # A time of the day, as of a pandas Timestamp, is no part of a day.
        return value.isoformat()[:10]
    if (months := of_pandas(value)) is not None:
        return periods.months(*months).said()
    return value.item() if isinstance(value, np.generic) else value


def _noted(frame: object) -> Any:
    attrs = getattr(frame, "attrs", None)
    return attrs.get(_ATTRIBUTE) if isinstance(attrs, Mapping) else None


def _digest(frame: Any) -> str:
    """Return a digest of the cells of a frame in which the order of rows and columns, and the index, do not count."""
    import pandas as pd

    if all(name is not None for name in frame.index.names):
        frame = frame.reset_index()
    ordered = frame[sorted(frame.columns, key=str)]
    # Charts draw the same whatever the order of rows, so that a sorted frame is still the one that was fetched.
    rows = np.sort(pd.util.hash_pandas_object(ordered, index=False).to_numpy()).tobytes()
    return hashlib.sha256("\t".join(map(str, ordered.columns)).encode() + rows).hexdigest()
