"""Checks that a spec is plain JSON of limited depth, made before anything else recurses into it."""

from __future__ import annotations

from typing import Any, TypeAlias

from tradecontext.errors import shown

MAX_NESTING = 12
LONGEST_LIST = 10_000
"""Ten times the most rows that are allowed: a longer list is refused without looking at its entries."""
LARGEST = 1e300
"""The largest figure allowed: the sum of two such figures is still a finite float."""

Path: TypeAlias = "tuple[Path, str] | None"
"""The path of a value: its parent's path and the last step, as a linked list."""


class Plain:
    """The parts of a value that are not plain JSON.

    Attributes
    ----------
    unusable : list of str
        Messages about values that JSON does not have or that are too deep or too long, so that no further check is
        possible.
    out_of_range : dict
        Messages about numbers that are not finite or too large, by the steps to each.
    """

    def __init__(self, value: object) -> None:
        self.unusable: list[str] = []
        self.out_of_range: dict[tuple[str, ...], str] = {}
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
                why = f"give a finite number, at most {LARGEST:g} in size, or null"
                self.out_of_range[tuple(_steps(path))] = f"{_field(path)} is {shown(value)}; {why}"
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
            # A shortcut for speed: most lists are of figures, and most figures are finite.
            if not (kind is str or each is None or (kind is float and -LARGEST <= each <= LARGEST)):
                self._look(each, (path, f"[{place}]"), depth + 1)

    def _other(self, value: Any, path: Path, depth: int) -> None:
        """Check an instance of a subclass of a JSON type, such as numpy's float64, as a value of that JSON type."""
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
