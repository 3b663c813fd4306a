"""Published estimates of the US content in a dollar of US imports."""

from __future__ import annotations

import pandas as pd

from tradecontext import partners
from tradecontext.data import _tables as tables
from tradecontext.errors import DataError, shown
from tradecontext.intake import provenance
from tradecontext.text import word_files

DEFINITION = "us_content_estimates"
VINTAGE = "2025-03"


def us_content(partner: str | None) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.us_content_estimates`."""
    table = tables.table("us_content_estimates.csv")
    if partner is not None:
        chosen = table["partner"] == partners.resolve(partner)
        if not chosen.any():
            have = ", ".join(dict.fromkeys(table["partner"]))
            raise DataError(f"partner={shown(partner)}: there are estimates for {have} only")
        table = table[chosen].reset_index(drop=True)
    frame = pd.DataFrame(
        {
            "estimate": table["estimate"],
            "partner": table["partner"],
            "partner_name": [partners.name(code) for code in table["partner"]],
            "share": table["us_content_pct"] / 100,
            "scope": table["scope"],
            "data_year": table["data_year"].astype("Int64"),
            "published": table["published"].astype("int64"),
            "kind": table["kind"],
            "confirmation": table["confirmation"],
            "by_default": (table["kind"] == "estimate") & (table["confirmation"] == "confirmed"),
            "quotes": table["quotes"],
            **_spoken("short", table["estimate"]),
            "method": table["method"],
            **_spoken("method", table["method"]),
            **_spoken("checked", table["checked"]),
            "citation": table["citation"],
            "url": table["url"],
        }
    )
    frame["vintage"] = pd.Categorical([VINTAGE] * len(frame))
    frame["definition"] = pd.Categorical([DEFINITION] * len(frame))
    source = provenance.find(DEFINITION, VINTAGE)
    frame.attrs["source"] = source.as_dict() if source else {}
    frame.attrs["left_out"] = []
    return frame


def _spoken(column: str, keys: pd.Series) -> dict[str, pd.Series]:
    """Return one column per language, with the words for each row's key."""
    return {
        f"{column}_{tag}": keys.map(word_files.words("data", tag)["estimates"][column])
        for tag in word_files.languages("data")
    }
