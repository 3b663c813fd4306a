"""What is no JSON at all in a spec, looked at before anything else recurses into it."""

from __future__ import annotations

from typing import Any, TypeAlias

from tradecontext.errors import shown

MAX_NESTING = 12
LONGEST_LIST = 10_000
"""Ten times the most rows there may be: the entries of a longer list are not looked at one by one."""
LARGEST = 1e300
"""No figure may be larger, so that the length of any two bars together is still a number."""

Path: TypeAlias = "tuple[Path, str] | None"
"""Where a value is: where its parent is, and the step from there."""


class Plain:
    """What JSON does not have in a value.

    Attributes
    ----------
    unusable : list of str
        What JSON does not have, or no schema allows, said.
    endless : dict
        Numbers that are not finite, said, by their steps.
    """

    def __init__(self, value: object) -> None:
        self.unusable: list[str] = []
        self.endless: dict[tuple[str, ...], str] = {}
        self._look(value, None, 0)

    def _look(self, value: Any, path: Path, depth: int) -> None:
        kind = type(value)
        if kind is dict or kind is list:
            if depth > MAX_NESTING:
                self.unusable.append(f"{_field(path, 2)} …: a spec is nested at most {MAX_NESTING} levels deep")
            elif kind is dict:
                self._mapping(value, path, depth)
            else:
                self._list(value, path, depth)
        elif kind is float or kind is int:
            if not -LARGEST <= value <= LARGEST:
                why = "it has to be a finite number: leave it null"
                self.endless[tuple(_steps(path))] = f"{_field(path)} is {shown(value)}; {why}"
        elif kind is not str and kind is not bool and value is not None:
            self._other(value, path, depth)

    def _mapping(self, value: dict[Any, Any], path: Path, depth: int) -> None:
        for key, each in value.items():
            if not isinstance(key, str):
                self.unusable.append(f"{_field(path)} has a field called {shown(key)}; names of fields are text")
            elif type(each) is not str:
                self._look(each, (path, key), depth + 1)

    def _list(self, value: list[Any], path: Path, depth: int) -> None:
        if len(value) > LONGEST_LIST:
            self.unusable.append(f"{_field(path)} is too long: {len(value)}; no list has more than {LONGEST_LIST}")
            return
        for place, each in enumerate(value):
            kind = type(each)
            # Most lists are of figures, and most figures are finite.
            if not (kind is str or each is None or (kind is float and -LARGEST <= each <= LARGEST)):
                self._look(each, (path, f"[{place}]"), depth + 1)

    def _other(self, value: Any, path: Path, depth: int) -> None:
        """Look at a subclass of one of JSON's own kinds, such as numpy's float64, as what it is."""
        own = next((kind for kind in (dict, list, str, float, int) if isinstance(value, kind)), None)
        if own is None:
            self.unusable.append(f"{_field(path)} is a {type(value).__name__}, which JSON does not have")
        else:
            self._look(own(value), path, depth)  # pyright: ignore[reportArgumentType, reportCallIssue]


def _steps(path: Path) -> list[str]:
    steps: list[str] = []
    while path is not None:
        path, step = path
        steps.append(step.strip("[]"))
    return steps[::-1]


def _field(path: Path, most: int | None = None) -> str:
    steps: list[str] = []
    while path is not None:
        path, step = path
        steps.append(step if step.startswith("[") else f".{step}")
    text = "".join(steps[::-1][:most]).lstrip(".")
    return f"spec field {shown(text)[1:-1]}" if text else "the spec"
