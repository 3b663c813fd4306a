"""US trade by origin of its value, computed from WIOD 2013."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from tradecontext import partners
from tradecontext.data import _tables as tables
from tradecontext.errors import DataError, shown
from tradecontext.intake import provenance

VINTAGE = "2013"
DEFINITIONS = {
    "all": "wiod_value_added_balances",
    "goods": "wiod_content_of_goods_trade",
    "manufactures": "wiod_content_of_manufactures_trade",
}
STEPS = ("absorbed", "returned", "onward", "double_counted", "foreign", "indirect")

_REST, _WORLD = "ROW", "WLD"
_NAMES = {_REST: "Rest of world", _WORLD: "World"}
_FLOWS = ("exports", "imports")

Flows = Literal["all", "goods", "manufactures"]


def balances(scope: Flows, *, aggregates: bool) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.data.value_added_balances`."""
    if not isinstance(scope, str) or scope not in DEFINITIONS:
        raise DataError(f"scope={shown(scope)} is not known; choose 'all', 'goods' or 'manufactures'")
    table = tables.table("us_value_added.csv")
    names = [name for name in table.columns if name not in {"partner", "year"}]
    # The file has million dollars with two decimals, so digits below ten thousand dollars are floating-point noise.
    table = table.assign(**{name: (table[name] * 1e6).round(-4) for name in names})
    # Years without figures are dropped: manufactures have figures for two years only.
    table = table.dropna(subset=list(_gross(scope).values()))
    if aggregates:
        # Steps are computed for some partners only: `min_count` leaves their sum missing, since it is not the World's.
        world = table.groupby("year")[names].sum(min_count=table["partner"].nunique()).reset_index()
        table = pd.concat([table[table["partner"] == _REST], world.assign(partner=_WORLD)])
    else:
        table = table[table["partner"] != _REST]
    table = table.sort_values(["partner", "year"], ignore_index=True)
    definition = DEFINITIONS[scope]
    frame = pd.DataFrame(
        {
            "partner": table["partner"],
            "partner_name": [partners.name(code) or _NAMES[code] for code in table["partner"]],
            "year": table["year"].astype("int64"),
            "reporter": "USA",
            "scope": scope,
            **_columns(table, scope),
        }
    )
    frame["vintage"] = pd.Categorical([VINTAGE] * len(frame))
    frame["definition"] = pd.Categorical([definition] * len(frame))
    source = provenance.find(definition, VINTAGE)
    frame.attrs["source"] = source.as_dict() if source else {}
    frame.attrs["left_out"] = _left_out(frame) if scope == "all" else []
    return frame


def _gross(scope: Flows) -> dict[str, str]:
    return {flow: flow if scope == "all" else f"{flow}_{scope}" for flow in _FLOWS}


def _columns(table: pd.DataFrame, scope: Flows) -> dict[str, pd.Series]:
    gross = {flow: table[name] for flow, name in _gross(scope).items()}
    columns = {**gross, "balance": gross["exports"] - gross["imports"]}
    for flow, total in gross.items():
        of = f"{total.name}_"
        columns[f"{flow}_reporter_content"] = table[f"{of}us"]
        columns[f"{flow}_partner_content"] = table[f"{of}partner"]
        rest = total - table[f"{of}us"] - table[f"{of}partner"]
        columns[f"{flow}_third_content"] = table[f"{of}third"] if scope == "all" else rest
    if scope == "all":
        for name in (*_FLOWS, "balance"):
            columns[f"value_added_{name}"] = table[f"{name}_value_added"]
        for flow in _FLOWS:
            columns |= {f"{flow}_{step}": table[f"{flow}_{step}"] for step in STEPS}
    return columns


def _left_out(frame: pd.DataFrame) -> list[str]:
    blank = frame[frame["exports_absorbed"].isna()]
    codes = ", ".join(sorted(set(blank["partner"])))
    return [f"{codes}: the steps from gross to value added are not computed"] if codes else []
