"""Years of the bundled series that do not compare with the years before."""

from __future__ import annotations

import pandas as pd

from tradecontext.intake import provenance


def breaks(definition: str | None = None) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.breaks`."""
    rows = [
        (known, each["partner"], int(each["year"]), each["en"], each["es"])
        for known, entry in provenance._registry().items()  # noqa: SLF001
        for each in entry.get("breaks", [])
        if definition in {None, known}
    ]
    frame = pd.DataFrame(rows, columns=["definition", "partner", "year", "text_en", "text_es"])
    return frame.astype({"year": "int64"})
