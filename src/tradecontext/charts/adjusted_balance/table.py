"""The figures of a chart of adjusted balances as a table, amounts in whole units of the currency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.text import exact
from tradecontext.text.exact import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.outputs.data import Table
    from tradecontext.spec.types import AdjustedBalanceAmounts, AdjustedBalanceSpec

SHARE = "(share, 0 to 1)"


def figures(spec: AdjustedBalanceSpec) -> Table:
    """Return a row per partner, step or estimate, and after estimates a row per amount; each row has all notes."""
    head, rows = {"value_added": _balances, "bridge": _bridge, "content": _content}[spec["view"]](spec)
    notes = " ".join([*spec["frame"]["key"], *spec["frame"]["notes"]])
    return [*head, "notes"], [[*row, notes] for row in rows]


def _unit(spec: AdjustedBalanceSpec) -> str:
    return "_".join(str(each) for each in (spec.get("year"), spec.get("currency")) if each is not None)


def _balances(spec: AdjustedBalanceSpec) -> Table:
    names = ("gross", "value_added", "change")
    head = ["partner", "name", "role", *(f"{name}_{_unit(spec)}" for name in names), "annotation"]
    keys = ("partner", "name", "role", *names)
    return head, [[*map(row.get, keys), row.get("annotation", "")] for row in spec["rows"]]


def _bridge(spec: AdjustedBalanceSpec) -> Table:
    unit = _unit(spec)
    head = ["step", "name", "role", *(f"{name}_{unit}" for name in ("effect", "from", "to")), "explanation"]
    return [*head, "part_of", "annotation"], [_step(row) for row in spec["rows"]]


def _step(row: Mapping[str, Any]) -> list[Any]:
    return [
        *map(row.get, ("partner", "name", "role")),
        None if row["role"] == "balance" else exact.difference(row["to"], row["from"]),
        *map(row.get, ("from", "to", "readout")),
        *(row.get(name, "") for name in ("part_of", "annotation")),
    ]


def _content(spec: AdjustedBalanceSpec) -> Table:
    legend = spec.get("legend", [])
    given = spec.get("amounts")
    kind = "estimate" if len(legend) == 2 else "partner"
    head = [kind, "name", *(f"{name} {SHARE}" for name in legend), "annotation"]
    blank = [None] * len(legend)
    rows: list[list[Any]] = [
        [row["partner"], row["name"], *row.get("content", blank), row.get("annotation", "")] for row in spec["rows"]
    ]
    if given is None:
        return head, rows
    lines = _amounts(given, *applied_share(spec, given))
    return [*head, f"amount_{_unit(spec)}"], [
        *([*row, None] for row in rows),
        *([code, name, *blank, given["why"] if code == "_balance" else "", value] for code, name, value in lines),
    ]


def applied_share(spec: AdjustedBalanceSpec, given: AdjustedBalanceAmounts) -> tuple[float | None, str]:
    """Return the share in force, a selected estimate's or the reader's own, and the name of its line."""
    initial, rows = spec["initial"], spec["rows"]
    chosen = [row for row in rows if [row["partner"]] == initial["selection"] and "content" in row]
    if chosen:
        return chosen[0]["content"][0], chosen[0].get("applied", "")
    own = initial["us_content"]
    if own is None:
        return None, ""
    # The cents are rounded as the page rounds them, because the page prints the same line.
    cents = given["cents"].replace("{n}", str(rounded(own, 0, -2)))
    return own, given["applied"].replace("{cents}", cents)


def _amounts(given: AdjustedBalanceAmounts, share: float | None, name: str) -> list[tuple[str, str, float]]:
    lines, exports, imports = given["lines"], given["exports"], given["imports"]
    found = [("_exports", lines["exports"], exports), ("_imports", lines["imports"], imports)]
    found.append(("_balance", lines["balance"], exact.difference(exports, imports)))
    if share is None:
        return found
    content = exact.fraction(imports) * exact.fraction(share)
    without = exact.fraction(imports) - content
    found += [("_us_content", name, float(content)), ("_without", lines["without"], float(without))]
    if "one_sided" in given:
        name = ". ".join(given["one_sided"][part] for part in ("name", "warning"))
        found.append(("_one_sided", name, float(exact.fraction(exports) - without)))
    return found
