"""The reader's choices: which values a drawn chart offers.

A reader can sort every chart and select its rows. Further choices of one chart are in ``CHOICES`` in the chart's own
``reader_choices.py``, by their names in the spec's ``initial``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext import partners
from tradecontext.errors import DataError, shown
from tradecontext.spec.folders import part_if_any, schema
from tradecontext.spec.shape import Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


LISTED = 12
"""The most rows that a message names."""


class Choice(NamedTuple):
    """A choice that only one chart has.

    Parameters
    ----------
    offered : callable
        Takes a spec and a value, and says whether the chart offers this value.
    said : callable
        Takes a spec, and says what a reader may choose, in words that follow "choose".
    needs : tuple of str, optional
        The fields of the spec that `offered` reads.
    renewed : callable, optional
        Takes a spec, one of the same chart with newer figures, and a value of the first; returns the value that means
        the same in the second, as "all years" do. By default the value itself.
    """

    offered: Callable[[Mapping[str, Any], Any], bool]
    said: Callable[[Mapping[str, Any]], str]
    needs: tuple[str, ...] = ()
    renewed: Callable[[Mapping[str, Any], Mapping[str, Any], Any], Any] = lambda _old, _new, value: value


def own(chart: str) -> Mapping[str, Choice]:
    """Return the choices that only this chart has, by name."""
    found = part_if_any(chart, "reader_choices")
    return {} if found is None else found.CHOICES


def sorts(spec: Mapping[str, Any]) -> list[str]:
    """Return the columns that the reader may sort by."""
    return [name for name in _known_sorts(spec) if name == "name" or name in spec["columns"]]


def _known_sorts(spec: Mapping[str, Any]) -> list[str]:
    known: list[str] = schema(spec["chart"])["properties"]["initial"]["properties"]["sort_by"]["enum"]
    return known


def offered(spec: Mapping[str, Any], name: str, value: Any) -> bool:
    """Say whether the chart offers this value of a choice."""
    if name == "sort_by":
        return isinstance(value, str) and value in _known_sorts(spec) and value.removeprefix("-") in sorts(spec)
    if name != "selection":
        return own(spec["chart"])[name].offered(spec, value)
    if not isinstance(value, (list, tuple)) or not all(isinstance(each, str) for each in value):
        return False
    return len(set(value)) == len(value) and set(value) <= set(_partners(spec))


def renewed(old: Mapping[str, Any], new: Mapping[str, Any], name: str, value: Any) -> Any:
    """Return what a choice of a chart means in one with newer figures, which may not offer it."""
    choice = own(old["chart"]).get(name)
    return choice.renewed(old, new, value) if choice and value is not None else value


def fault(spec: Mapping[str, Any], name: str, value: Any) -> str:
    """Return the message that a chart does not offer a value, and which it does; empty if it offers the value."""
    return (
        "" if offered(spec, name, value) else f"{name}={shown(value)} is not in the chart; choose {_choice(spec, name)}"
    )


def checked(spec: Mapping[str, Any], name: str, value: Any) -> Any:
    """Return the value of a choice as the chart stores it: rows by code, whichever spelling the author uses.

    Raises
    ------
    DataError
        If the chart does not offer the value, saying which it does.
    """
    meant = _selected(spec, value) if name == "selection" else value
    if not offered(spec, name, meant):
        raise DataError(fault(spec, name, value) or fault(spec, name, meant))
    return tuple(meant) if isinstance(meant, list) else meant


def _selected(spec: Mapping[str, Any], value: Any) -> Any:
    """Return the codes of the rows that an author selects by code or name: one, several or none."""
    listed = [value] if isinstance(value, str) else () if value is None else value
    if not isinstance(listed, (list, tuple)) or not all(isinstance(each, str) for each in listed):
        return value
    drawn = set(_partners(spec))
    names = {row["name"].casefold(): row["partner"] for row in spec["rows"] if row["partner"] in drawn}
    return list(dict.fromkeys(_code(each, drawn, names) for each in listed))


def _code(spelling: str, drawn: set[str], names: dict[str, str]) -> str:
    if spelling in drawn:
        return spelling
    return names.get(spelling.casefold()) or partners.resolve(spelling) or spelling


def _choice(spec: Mapping[str, Any], name: str) -> str:
    if name == "sort_by":
        return f"one of {', '.join(sorts(spec))}, with a minus in front to turn it round"
    if name != "selection":
        return own(spec["chart"])[name].said(spec)
    rows = [f"{row['name']} ({row['partner']})" for row in spec["rows"] if row["partner"] in set(_partners(spec))]
    more = f" and {len(rows) - LISTED} more" if len(rows) > LISTED else ""
    return f"of the rows drawn: {', '.join(rows[:LISTED]) or 'none'}{more}"


def state(spec: Mapping[str, Any], now: dict[str, Any]) -> dict[str, Any]:
    """Return the reader's present choices where the spec offers them, and the spec's own start for the others.

    Raises
    ------
    DataError
        If the spec starts with a choice that it does not offer.
    """
    start = {name: checked(spec, name, value) for name, value in spec["initial"].items()}
    return start | {name: value for name, value in now.items() if offered(spec, name, value)}


def _partners(spec: Mapping[str, Any]) -> list[str]:
    sums = Shape.of(spec["chart"]).at("rows").at("[]").at("role").says("x-sums") or ()
    return [row["partner"] for row in spec["rows"] if row.get("role") not in sums]
