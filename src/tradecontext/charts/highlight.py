"""The option ``highlight``: partners that stand out, alone or several in one accent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from tradecontext import intake, partners
from tradecontext.charts import options as given


def highlighted(value: object, names: Mapping[str, str], groups: object, there: Collection[str]) -> dict[str, int]:
    """Return the number of the accent of each highlighted partner, in the author's order; None highlights nobody.

    Parameters
    ----------
    value : sequence or None
        Codes, names and groups; a list in the list, ``[["MEX", "CAN"]]``, has one accent. A group is a mark of the
        chart's own ``groups``, or one that publishers know ("USMCA"): its members with a figure have one accent.
    names : mapping
        Names of the partners in the data, by code.
    groups : mapping or None
        The chart's option ``groups``.
    there : collection of str
        The partners with a figure.

    Raises
    ------
    DataError
        Naming every one that is unknown or not in the data.
    """
    if isinstance(value, (str, bytes)) or (value is not None and not isinstance(value, Sequence)):
        given.partners(value, "highlight", names)
    accents: list[list[Any]] = []
    for entry in value or ():  # type: ignore[attr-defined]
        several = isinstance(entry, Sequence) and not isinstance(entry, (str, bytes)) and len(entry)
        together = entry if several else [entry]
        accents.append([code for each in together for code in _members(each, names, groups, there)])
    given.partners([each for together in accents for each in together], "highlight", names)
    found: dict[str, int] = {}
    number = 0
    for together in accents:
        new = [code for code in given.partners(together, "highlight", names) if code not in found]
        number += bool(new)
        found |= dict.fromkeys(new, number)
    return found


def among(highlight: Mapping[str, int], drawn: Collection[str]) -> dict[str, int]:
    """Return the accents of the highlighted partners that are drawn, numbered without a gap."""
    there = {code: accent for code, accent in highlight.items() if code in drawn}
    numbers = {accent: number for number, accent in enumerate(dict.fromkeys(there.values()), 1)}
    return {code: numbers[accent] for code, accent in there.items()}


def _members(entry: object, names: Mapping[str, str], groups: object, there: Collection[str]) -> Sequence[Any]:
    """Return the partners that an entry stands for: the members of a group, or else the entry itself."""
    if isinstance(entry, str) and entry.strip() not in names:
        if isinstance(groups, Mapping) and entry in groups:
            of = groups[entry]
            # A mark's value is a list of partners, or a meaning and a list.
            if isinstance(of, Sequence) and len(of) == 2 and isinstance(of[0], str) and not isinstance(of[1], str):
                of = of[1]
            return [code for code in intake.known(of, f"groups {entry!r}", names) if code in there]
        inside = [code for code in sorted(partners.group_members(entry) or ()) if code in there]
        if inside:
            return inside
    return [entry]
