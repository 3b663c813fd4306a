"""The figures that a chart displays, as CSV."""

from __future__ import annotations

import csv as writer
import io
from typing import TYPE_CHECKING, Any, Literal, NotRequired, TypeAlias, TypedDict

from tradecontext.spec import part

if TYPE_CHECKING:
    from tradecontext.spec import Spec

Table: TypeAlias = tuple[list[str], list[list[Any]]]
"""Headers with their units, and the rows under them."""


class Field(TypedDict):
    """A column of a table: its name, the type of its cells, and what it says and measures."""

    name: str
    type: str
    description: NotRequired[str]
    unit: NotRequired[str]


SHARE = "(share, 0 to 1)"
"""The end of the header of a share."""

DESCRIBED = {
    "partner": "Code of the row: of a country ISO 3166-1 alpha-3, or the author's own",
    "name": "Name of the row as the chart prints it",
    "annotation": "The author's remark",
    "source": "Publisher and table of the figures",
    "vintage": "Release of the figures",
    "definition": "Definition of the measure, under the name that tradecontext has for it",
    "source_url": "Addresses of the sources",
    "licence": "Licence of the chart and its figures",
    "chart_id": "The desk's own name for the chart",
    "published": "Day of publication",
    "updated": "Day of the last update",
    "correction": "What was put right, and when",
    "notes": "Definition, method and coverage, once for the whole table",
}
"""What columns hold that several charts have."""

BYTE_ORDER_MARK = "\ufeff"
"""With it, Excel recognises UTF-8; pandas skips it."""

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(spec: Spec) -> str:
    """Write a chart's figures, one line per row, each with its provenance.

    Parameters
    ----------
    spec : dict
        A valid spec.

    Returns
    -------
    str
        CSV with a header, amounts in whole units of the currency, shares as fractions of 0 to 1, missing figures blank.
    """
    head, rows = table(spec)
    text = io.StringIO()
    out = writer.writer(text, lineterminator="\r\n")
    out.writerows([_cell(each) for each in row] for row in (head, *rows))
    return BYTE_ORDER_MARK + text.getvalue()


def table(spec: Spec) -> Table:
    """Return a chart's figures with their provenance beside them.

    The notes are long, so they stand in the first row only, unless the chart's own table has them in every row. Lines
    above or under the table would hold them too, but a program would take those for figures.
    """
    head, rows = part(spec["chart"], "table").figures(spec)
    frame = spec["frame"]

    def all_of(field: Literal["text", "url", "vintage", "definition"]) -> str:
        return "; ".join(dict.fromkeys(filter(None, (line.get(field) for line in frame["sources"]))))

    beside = {"source": all_of("text"), "vintage": all_of("vintage"), "definition": all_of("definition")}
    beside["source_url"] = all_of("url")
    if "licence" in frame:
        beside["licence"] = frame["licence"].get("url", frame["licence"]["text"])
    if "chart_id" in spec:
        beside["chart_id"] = spec["chart_id"]
    days = {"published": frame.get("published"), "updated": frame.get("updated")}
    beside |= {name: day for name, day in days.items() if day is not None}
    if "correction" in frame:
        beside["correction"] = f"{frame['correction']['date']}: {frame['correction']['text']}"
    whole = [[*row, *beside.values()] for row in rows]
    if "notes" in head:
        return [*head, *beside], whole
    notes = " ".join(filter(None, (*frame["key"], *frame["notes"], frame["note"])))
    return [*head, *beside, "notes"], [[*row, "" if place else notes] for place, row in enumerate(whole)]


def fields(spec: Spec) -> list[Field]:
    """Return what each column of the table holds."""
    head, rows = table(spec)
    money = spec.get("currency")
    found = []
    for name, *values in zip(head, *rows, strict=True):
        kinds = {type(value) for value in values if value is not None}
        kind = "string" if str in kinds or not kinds else "integer" if kinds == {int} else "number"
        field: Field = {"name": name, "type": kind}
        if name in DESCRIBED:
            field["description"] = DESCRIBED[name]
        if name.endswith(SHARE):
            field["type"], field["unit"] = "number", "share, 0 to 1"
        elif isinstance(money, str) and name.lower().endswith(f"_{money.lower()}"):
            field["type"], field["unit"] = "number", money
        found.append(field)
    return found


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return repr(value)
