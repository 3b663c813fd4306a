"""Faults in a spec of this chart that its schema cannot express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.charts.adjusted_balance import content_faults
from tradecontext.errors import shown
from tradecontext.spec.faults import rows
from tradecontext.spec.faults.printed import Printed, in_one_unit, units
from tradecontext.text.exact import difference
from tradecontext.text.language import scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec, Row

VIEWS: dict[str, dict[str, set[str]]] = {
    "content": {
        "roles": {"partner"},
        "needed": {"content"},
        "columns": {"dollar", "content", "partner_content", "third_content"},
        "rows": {"content", "text", "partner_text", "third_text", "applied"},
    },
    "value_added": {
        "roles": {"partner", "total"},
        "needed": {"gross", "value_added", "change"},
        "columns": {"gross", "value_added", "change"},
        "rows": {"gross", "value_added", "change", "gross_text", "value_added_text", "change_text"},
    },
    "bridge": {
        "roles": {"balance", "step"},
        "needed": {"effect"},
        "columns": {"effect"},
        "rows": {"from", "to", "text"},
    },
}
"""Of each view: the roles its rows have, the columns it needs and may have, and what is in its rows alone."""
OWN = {field for view in VIEWS.values() for field in view["rows"]}
BALANCES = ("gross", "value_added", "change")
OFF = 1e-9
"""Sums of figures may miss by this part of them: floating point."""
SAME = 1e-3
"""Published figures miss each other by no more than this part of them: rounding."""


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of fields that the view needs, of figures and their texts, of parts, steps and amounts."""
    if not checked.has("view"):
        return
    view = checked.spec["view"]
    yield from _view(checked, VIEWS[view], view)
    if view == "content":
        yield from content_faults.faults(checked)
        return
    for name in ("scale", "currency", "legend"):
        if name not in checked.spec:
            yield f"the spec has no field {name!r}, which the view {view!r} needs"
    if checked.has("legend") and len(checked.spec["legend"]) != 2:
        yield f"spec field legend has {len(checked.spec['legend'])} names, and the view {view!r} draws two things"
    if "amounts" in checked.spec:
        yield f"the spec has a field 'amounts', which the view {view!r} does not draw; take it out"
    figures = _balances(checked) if view == "value_added" else _steps(checked)
    yield from _texts(checked, figures)
    yield from (_changes if view == "value_added" else _path)(checked)


def _view(checked: CheckedSpec, own: dict[str, set[str]], view: str) -> Iterator[str]:
    if checked.has("columns"):
        columns = checked.spec["columns"].keys() - {"partner"}
        for name in sorted(own["needed"] - columns):
            yield f"spec field columns has no field {name!r}, which the view {view!r} needs"
        for name in sorted(columns - own["columns"]):
            yield f"spec field columns has a field {name!r}, which the view {view!r} does not draw; take it out"
    for place, row in checked.rows:
        if row["role"] not in own["roles"]:
            roles = " or ".join(sorted(own["roles"]))
            yield f"spec field rows[{place}].role is {row['role']!r}; in the view {view!r} it has to be {roles}"
        for name in sorted(OWN & row.keys() - own["rows"]):
            yield f"spec field rows[{place}] has a field {name!r}, which the view {view!r} does not draw; take it out"
        if view != "content":
            for name in sorted(own["rows"] - row.keys()):
                yield f"spec field rows[{place}] has no field {name!r}, which the view {view!r} needs"


def _balances(checked: CheckedSpec) -> list[Printed]:
    found = []
    for place, row in checked.rows:
        # If the two balances with all partners differ only by rounding, both have the text of the balance as traded.
        same = row["role"] == "total" and {*BALANCES} <= row.keys() and None not in map(row.get, BALANCES)
        within = min(abs(row["value_added"] - row["gross"]), SAME * abs(row["gross"])) if same else 0.0
        found += [
            Printed(
                f"rows[{place}].{name}_text",
                row[f"{name}_text"],
                name,
                row[name],
                signed=True,
                counted=name == "change",
                within=within,
            )
            for name in BALANCES
            if {name, f"{name}_text"} <= row.keys()
        ]
    return found


def _steps(checked: CheckedSpec) -> list[Printed]:
    found = []
    reach = max((abs(value) for _, row in checked.rows for value in _drawn(row)), default=0.0)
    last = max((place for place, row in checked.rows if row["role"] == "step"), default=-1)
    for place, row in checked.rows:
        if {"from", "to", "text"} <= row.keys():
            step = row["role"] == "step"
            name, value = ("to less from", difference(row["to"], row["from"])) if step else ("to", row["to"])
            # Published figures are rounded; the last step is drawn with the difference that this leaves, but its text
            # has only the step itself.
            within = SAME * reach if place == last else 0.0
            found.append(
                Printed(f"rows[{place}].text", row["text"], name, value, signed=True, counted=step, within=within)
            )
    return found


def _drawn(row: Row) -> list[float]:
    return [row[name] for name in ("gross", "value_added", "from", "to") if row.get(name) is not None]


def _texts(checked: CheckedSpec, figures: list[Printed]) -> Iterator[str]:
    """Yield faults of the texts of figures and ticks, which all have one unit."""
    drawn = [value for _, row in checked.rows if row["role"] != "total" for value in _drawn(row)]
    ticks = checked.spec["scale"]["ticks"] if checked.has("scale") else []
    texts = [
        *figures,
        *(
            Printed(f"scale.ticks[{at}].text", tick["text"], "value", tick["value"], signed=True)
            for at, tick in enumerate(ticks)
        ),
    ]
    header = checked.spec["columns"].get("effect", "") if checked.has("columns") else ""
    named = units(header, checked.language, checked.spec["currency"]) if checked.has("currency") else []
    yield from in_one_unit(texts, checked.numbers, scale(max(map(abs, drawn), default=0.0)), named)[1]
    yield from rows.increasing("scale.ticks", [tick["value"] for tick in ticks])
    low, high = min([0.0, *drawn]), max([0.0, *drawn])
    for at, tick in enumerate(ticks):
        if checked.whole and not low - OFF * (high - low) <= tick["value"] <= high + OFF * (high - low):
            yield f"spec field scale.ticks[{at}].value is {tick['value']}, outside what is drawn ({low} to {high})"


def _changes(checked: CheckedSpec) -> Iterator[str]:
    for place, row in checked.rows:
        gross, added, change = map(row.get, BALANCES)
        if gross is None or added is None or "change" not in row:
            if change is not None:
                yield f"spec field rows[{place}].change is {change}, and one of the balances is not known; make it null"
        elif change is None or abs(difference(added, gross) - change) > OFF * max(abs(gross), abs(added)):
            yield (
                f"spec field rows[{place}].change is {shown(change)}, and value_added less gross is "
                f"{shown(difference(added, gross))}; "
                "correct the one that is wrong"
            )


def _path(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults where the steps do not lead from the first balance to the last."""
    if not checked.whole:
        return
    listed = checked.spec["rows"]
    if len(listed) < 2 or {listed[0]["role"], listed[-1]["role"]} != {"balance"} or "step" not in _roles(listed[1:-1]):
        yield "spec field rows has to begin and end with a balance, with steps between"
        return
    if not all({"from", "to"} <= row.keys() for row in listed):
        return
    off = OFF * max(abs(value) for row in listed for value in _drawn(row))
    at = 0.0
    for place, row in enumerate(listed):
        if row["role"] == "balance":
            if row["from"] != 0:
                yield f"spec field rows[{place}].from is {row['from']}; a balance begins at 0"
            if place and abs(row["to"] - at) > off:
                yield f"spec field rows[{place}].to is {row['to']}, and the steps lead to {at}; correct what is wrong"
        elif abs(row["from"] - at) > off:
            yield f"spec field rows[{place}].from is {row['from']}, and the row before ends at {at}; correct one"
        at = row["to"]


def _roles(listed: list[Row]) -> set[str]:
    return {row["role"] for row in listed}
