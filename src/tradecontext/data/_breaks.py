"""Years of the bundled series that do not compare with the years before."""

from __future__ import annotations

import pandas as pd

from tradecontext.intake import provenance
from tradecontext.text import word_files


def breaks(definition: str | None = None) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.breaks`."""
    texts = {f"text_{tag}": word_files.words("data", tag)["breaks"] for tag in word_files.languages("data")}
    rows = [
        (known, each["partner"], int(each["year"]), *(words[each["words"]] for words in texts.values()))
        for known, entry in provenance.registry().items()
        for each in entry.get("breaks", [])
        if definition in {None, known}
    ]
    frame = pd.DataFrame(rows, columns=["definition", "partner", "year", *texts])
    return frame.astype({"year": "int64"})
