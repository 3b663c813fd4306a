"""Facts about this chart for the tests that run on every chart: see ``about`` in ``golden.py``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tradecontext as tc
from frames import SOURCE
from tradecontext.text.language import Language

if TYPE_CHECKING:
    import pandas as pd

SCRIPT = 7_760
MARK = "tc-pair"
TABLE, OPTIONS = "tc.data.value_added_balances()", 'year=2011, highlight=["MEX"]'
WORDY = ""
CONTROLS = "bridge"
PUBLISHED = ("content_spanish", "bridge")


def balances(sizes: pd.DataFrame, **options: Any) -> tc.AdjustedBalance:
    data = sizes.assign(
        exports=0.0, imports=sizes["size"] * 1e9, value_added_balance=-0.9e9 * sizes["size"], unit="usd"
    )
    return tc.AdjustedBalance(data, source=SOURCE, **{"total": False, **options})


def content(sizes: pd.DataFrame, **options: Any) -> tc.AdjustedBalance:
    imports = sizes["size"] * 1e9
    ours = imports * sizes["size"] / 100
    data = sizes.assign(exports=0.0, imports=imports, unit="usd", imports_reporter_content=ours)
    data = data.assign(imports_partner_content=imports - ours, imports_third_content=0.0)
    return tc.AdjustedBalance(data, source=SOURCE, view="content", **options)


RANKINGS = {"balances": balances, "content": content}


def told(spec: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the names and printed figures of the rows, and of the amounts under them."""
    key = "value_added_text" if spec["view"] == "value_added" else "text"
    rows = [(row["name"], row.get(key, "")) for row in _in_order(spec)]
    amounts, share = spec.get("amounts"), spec["initial"]["us_content"]
    if amounts is None:
        return rows
    language = Language("es" if spec["locale"]["tag"] == "es" else "en")
    lines, exports, imports = amounts["lines"], amounts["exports"], amounts["imports"]
    flows = [(lines["exports"], exports), (lines["imports"], imports), (lines["balance"], exports - imports)]
    if share is not None:
        cents = amounts["cents"].format(n=round(share * 100))
        rows.append((amounts["own"], cents))
        without = imports * (1 - share)
        flows += [(amounts["applied"].format(cents=cents), imports - without), (lines["without"], without)]
    if share is not None and "one_sided" in amounts:
        flows.append((amounts["one_sided"]["name"], exports - without))
    return rows + [(name, language.number(value / 10 ** amounts["power"], 1)) for name, value in flows]


def _in_order(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows in a page's initial order, with the sums last."""
    by, turned = spec["initial"]["sort_by"].removeprefix("-"), spec["initial"]["sort_by"].startswith("-")
    if by not in {"gross", "value_added", "change"}:
        return list(spec["rows"])
    partners = [row for row in spec["rows"] if row["role"] == "partner"]
    there = [row for row in partners if row.get(by) is not None]
    # The largest deficit and the largest change come first.
    there.sort(key=lambda row: row[by], reverse=(by == "change") != turned)
    return [
        *there,
        *(row for row in partners if row not in there),
        *(row for row in spec["rows"] if row["role"] != "partner"),
    ]


def lengths(spec: dict[str, Any]) -> list[list[float]]:
    rows = [row for row in spec["rows"] if row["role"] != "total"]
    if spec["view"] == "content":
        # An estimate has a scale, and is a dot at the reporter's part; of others, each part of a dollar is a bar.
        return [row["content"][:1] if "scale" in spec else row["content"] for row in rows]
    if spec["view"] == "bridge":
        # The exact steps have a table of their own.
        return [[abs(row["to"] - row["from"])] for row in rows if row["role"] != "part"]
    return [[abs(row["gross"]), abs(row["value_added"])] for row in rows]
