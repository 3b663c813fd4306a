"""Faults in a spec of this chart that its schema cannot express."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.charts.adjusted_balance import balance_faults, bridge_faults, content_faults
from tradecontext.charts.adjusted_balance.balance_faults import BALANCES
from tradecontext.charts.adjusted_balance.bridge_faults import OFF, SAME
from tradecontext.spec.faults import rows
from tradecontext.spec.faults.printed import Printed, in_one_unit, units
from tradecontext.text.exact import scale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.spec.faults.checked import CheckedSpec, Row

VIEWS: dict[str, dict[str, set[str]]] = {
    "content": {
        "roles": {"partner"},
        "needed": {"content"},
        "columns": {"dollar", "content", "partner_content", "third_content"},
        "rows": {"content", "text", "partner_text", "third_text", "applied", "group", "hollow"},
    },
    "value_added": {
        "roles": {"partner", "others", "rest", "total"},
        "needed": {"gross", "value_added", "change"},
        "columns": {"gross", "value_added", "change"},
        "rows": {"gross", "value_added", "change", "gross_text", "value_added_text", "change_text"},
    },
    "bridge": {
        "roles": {"balance", "step", "part"},
        "needed": {"effect"},
        "columns": {"effect"},
        "rows": {"from", "to", "text"},
    },
}
"""Of each view: the roles its rows have, the columns it needs and may have, and what is in its rows alone."""
OWN = {field for view in VIEWS.values() for field in view["rows"]}


def faults(checked: CheckedSpec) -> Iterator[str]:
    """Yield faults of fields that the view needs, of figures and their texts, of parts, steps and amounts."""
    if not checked.has("view"):
        return
    view = checked.spec["view"]
    yield from _view(checked, VIEWS[view], view)
    if view == "content":
        yield from content_faults.faults(checked)
        return
    for name in ("scale", "currency", *(["legend"] if view == "value_added" else [])):
        if name not in checked.spec:
            yield f"the spec has no field {name!r}, which the view {view!r} needs"
    if checked.has("legend") and len(checked.spec["legend"]) != 2:
        yield f"spec field legend has {len(checked.spec['legend'])} names, and the view {view!r} draws two things"
    if "amounts" in checked.spec:
        yield f"the spec has a field 'amounts', which the view {view!r} does not draw; take it out"
    yield from _texts(checked, _balances(checked) if view == "value_added" else bridge_faults.printed(checked))
    yield from balance_faults.faults(checked) if view == "value_added" else bridge_faults.faults(checked)


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
                # "Surplus 3 smaller" has no sign to compare with.
                signed=name != "change",
                counted=name == "change",
                within=within,
            )
            for name in BALANCES
            if {name, f"{name}_text"} <= row.keys()
        ]
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
    # The outer ticks are where the scale ends, beyond all marks; but not so far that these have no room.
    beyond = (high - low) * (1 + OFF)
    for at, tick in enumerate(ticks):
        if checked.whole and not low - beyond <= tick["value"] <= high + beyond:
            yield f"spec field scale.ticks[{at}].value is {tick['value']}, outside what is drawn ({low} to {high})"
