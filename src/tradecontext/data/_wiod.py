"""The United States' share of the inputs that countries use, computed from WIOD 2013."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from tradecontext import partners
from tradecontext.data import _tables as tables
from tradecontext.errors import DataError, shown
from tradecontext.intake import provenance

VINTAGE = "2013"

#: The definition of each share, by `scope` and `of`.
DEFINITIONS = {
    ("goods", "imported"): "wiod_us_share_of_imported_goods_inputs",
    ("manufactures", "imported"): "wiod_us_share_of_imported_manufactured_inputs",
    ("goods", "all"): "wiod_us_share_of_all_goods_inputs",
    ("manufactures", "all"): "wiod_us_share_of_all_manufactured_inputs",
}
#: The definition of the look-through share beside it.
LOOK_THROUGH = {
    "wiod_us_share_of_imported_goods_inputs": "wiod_us_look_through_share_of_goods_inputs",
    "wiod_us_share_of_imported_manufactured_inputs": "wiod_us_look_through_share_of_manufactured_inputs",
}
_SCOPES = {"goods": "goods", "manufactures": "manuf"}
_REST = "ROW"

Scope = Literal["goods", "manufactures"]
Of = Literal["imported", "all"]


def input_shares(scope: Scope, of: Of, *, aggregates: bool) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.input_shares`."""
    for option, value, choice in (("scope", scope, tuple(_SCOPES)), ("of", of, ("imported", "all"))):
        if value not in choice:
            raise DataError(f"{option}={shown(value)} is not known; choose {choice[0]!r} or {choice[1]!r}")
    definition = DEFINITIONS[scope, of]
    table = tables.table("us_share_of_inputs.csv")
    table = table[(table["scope"] == _SCOPES[scope]) & ((table["partner"] == _REST) == aggregates)]
    table = table.sort_values(["partner", "year"], ignore_index=True)
    frame = pd.DataFrame(
        {
            "partner": table["partner"],
            "partner_name": [partners.name(code) or "Rest of world" for code in table["partner"]],
            "year": table["year"].astype("int64"),
            "share": table["us_share_of_imported" if of == "imported" else "us_share_of_all"],
        }
    )
    if of == "imported":
        frame["look_through_share"] = table["us_look_through"]
        frame["total"] = table["imported_musd"] * 1e6
    frame["supplier"] = "USA"
    frame["vintage"] = pd.Categorical([VINTAGE] * len(frame))
    frame["definition"] = pd.Categorical([definition] * len(frame))
    source = provenance.find(definition, VINTAGE)
    frame.attrs["source"] = source.as_dict() if source else {}
    frame.attrs["left_out"] = []
    return frame
