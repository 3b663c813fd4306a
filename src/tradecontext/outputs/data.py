"""The figures a chart displays, as CSV."""

from __future__ import annotations

import csv as writer
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tradecontext.spec import Spec

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv(spec: Spec) -> str:
    """Write the rows drawn, one a line, with units in the header and the provenance beside every figure.

    Parameters
    ----------
    spec : dict
        A valid spec.

    Returns
    -------
    str
        CSV with a header, amounts in whole units of the currency, shares as fractions of 0 to 1, missing blank.
    """
    frame, columns = spec["frame"], spec["columns"]
    unit = spec["currency"]
    head = [
        "partner",
        "name",
        "role",
        "rank",
        f"deficit_{spec['year']}_{unit}",
        f"exports_{spec['year']}_{unit}",
        f"imports_{spec['year']}_{unit}",
    ]
    if "compare" in columns:
        head.append(f"deficit_{columns['compare']['year']}_{unit}")
    if "context" in columns:
        head.append(f"{columns['context']['title']} (share, 0 to 1)")
    beside = {
        "annotation": None,
        "source": "; ".join(line["text"] for line in frame["sources"]),
        "vintage": "; ".join(line["vintage"] for line in frame["sources"] if "vintage" in line),
        "definition": "; ".join(line["definition"] for line in frame["sources"] if "definition" in line),
        **({"chart_id": spec["chart_id"]} if "chart_id" in spec else {}),
        **{name: frame[name] for name in ("published", "updated") if name in frame},
        **(
            {"correction": f"{frame['correction']['date']}: {frame['correction']['text']}"}
            if "correction" in frame
            else {}
        ),
    }
    text = io.StringIO()
    out = writer.writer(text, lineterminator="\r\n")
    out.writerow([_cell(each) for each in [*head, *beside]])
    for row in spec["rows"]:
        figures = [
            row["partner"],
            row["name"],
            row["role"],
            row.get("rank"),
            row["deficit"],
            row.get("exports"),
            row.get("imports"),
        ]
        if "compare" in columns:
            figures.append(row.get("compare", {}).get("deficit"))
        if "context" in columns:
            figures.append(row.get("context", {}).get("value"))
        out.writerow([_cell(each) for each in [*figures, row.get("annotation", ""), *list(beside.values())[1:]]])
    return text.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(FORMULA) else value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return repr(value)
