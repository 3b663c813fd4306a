"""Faults in the view "bridge": steps that do not lead from one balance to the other, and texts of their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.spec.faults.printed import Printed
from tradecontext.text.exact import difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradecontext.spec.faults.checked import CheckedSpec, Row

OFF = 1e-9
"""Sums of figures may miss by this part of them: floating point."""
SAME = 1e-3
"""Published figures miss each other by no more than this part of them: rounding."""


def printed(checked: CheckedSpec) -> list[Printed]:
    """Return the texts of balances and steps, with the figures they stand for."""
    found = []
    there = [(place, row) for place, row in checked.rows if {"from", "to", "text"} <= row.keys()]
    reach = max((abs(row[end]) for _, row in there for end in ("from", "to")), default=0.0)
    # The last step is drawn with the difference that the rounding of published figures leaves; its text is without it.
    last = {role: max((place for place, row in there if row["role"] == role), default=-1) for role in ("step", "part")}
    for place, row in there:
        step = row["role"] != "balance"
        name, value = ("to less from", difference(row["to"], row["from"])) if step else ("to", row["to"])
        within = SAME * reach if place in last.values() else 0.0
        found.append(Printed(f"rows[{place}].text", row["text"], name, value, signed=True, counted=step, within=within))
    return found


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults where the steps do not lead from the first balance to the last, or exact ones not along a step."""
    for place, row in checked.rows:
        if ("part_of" in row) != (row["role"] == "part"):
            yield f"spec field rows[{place}].part_of has to be there for an exact step, and only for one"
    if not checked.whole or not all({"from", "to"} <= row.keys() for row in checked.spec["rows"]):
        return
    listed = [(place, row) for place, row in checked.rows if row["role"] != "part"]
    roles = [row["role"] for _, row in listed]
    if len(roles) < 3 or {roles[0], roles[-1]} != {"balance"} or "step" not in roles[1:-1]:
        yield "spec field rows has to begin and end with a balance, with steps between"
        return
    yield from _path(listed)
    yield from _parts(checked, [row for _, row in listed if row["role"] == "step"])


def _off(listed: Sequence[tuple[int, Row]]) -> float:
    return OFF * max(abs(float(row[end])) for _, row in listed for end in ("from", "to"))


def _path(listed: Sequence[tuple[int, Row]]) -> Iterator[str]:
    off, at = _off(listed), 0.0
    for place, row in listed:
        if row["role"] == "balance":
            if row["from"] != 0:
                yield f"spec field rows[{place}].from is {row['from']}; a balance begins at 0"
            if place and abs(row["to"] - at) > off:
                yield f"spec field rows[{place}].to is {row['to']}, and the steps lead to {at}; correct what is wrong"
        elif abs(row["from"] - at) > off:
            yield f"spec field rows[{place}].from is {row['from']}, and the row before ends at {at}; correct one"
        at = row["to"]


def _parts(checked: CheckedSpec, steps: Sequence[Row]) -> Iterator[str]:
    """Yield faults where the exact steps of a step do not lead from its beginning to its end."""
    parts = [(place, row) for place, row in checked.rows if row["role"] == "part" and "part_of" in row]
    if bool(parts) != ("exact" in checked.spec):
        yield "spec field exact names what opens the exact steps: it has to be there with them, and only with them"
    by_code = {row["partner"]: row for row in steps}
    at: dict[str, float] = {}
    for place, row in parts:
        step = by_code.get(row["part_of"])
        if step is None:
            listed = ", ".join(by_code)
            yield f"spec field rows[{place}].part_of is {row['part_of']!r}, and the steps are {listed}"
            continue
        before = at.get(row["part_of"], step["from"])
        if abs(row["from"] - before) > _off(parts):
            yield f"spec field rows[{place}].from is {row['from']}, and what it follows ends at {before}; correct one"
        at[row["part_of"]] = row["to"]
    for code, end in at.items():
        if abs(by_code[code]["to"] - end) > _off(parts):
            yield f"the exact steps of {code!r} lead to {end}, and it ends at {by_code[code]['to']}; correct one"
