"""The figures that a chart displays, as CSV."""

from __future__ import annotations

import csv as writer
import io
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from tradecontext.spec import part

if TYPE_CHECKING:
    from tradecontext.spec import Spec

Table: TypeAlias = tuple[list[str], list[list[Any]]]
"""Headers with their units, and the rows under them."""

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
    head, rows = part(spec["chart"], "table").figures(spec)
    frame = spec["frame"]

    def all_of(field: Literal["text", "vintage", "definition"]) -> str:
        return "; ".join(filter(None, (line.get(field) for line in frame["sources"])))

    beside = {"source": all_of("text"), "vintage": all_of("vintage"), "definition": all_of("definition")}
    if "chart_id" in spec:
        beside["chart_id"] = spec["chart_id"]
    days = {"published": frame.get("published"), "updated": frame.get("updated")}
    beside |= {name: day for name, day in days.items() if day is not None}
    if "correction" in frame:
        beside["correction"] = f"{frame['correction']['date']}: {frame['correction']['text']}"
    text = io.StringIO()
    out = writer.writer(text, lineterminator="\r\n")
    out.writerow([_cell(each) for each in [*head, *beside]])
    out.writerows([_cell(each) for each in [*row, *beside.values()]] for row in rows)
    return BYTE_ORDER_MARK + text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return repr(value)
