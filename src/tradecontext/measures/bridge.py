"""The exact steps from the gross balance to the balance in value added (Borin and Mancini, source-based)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.measures.mrio import Floats, Table


def first_exit(table: Table, source: int, first: int) -> Floats:
    """Return the value added of `source` that leaves it for `first`, by the economy in whose final demand it ends.

    ``T_s[r, :]`` with ``T_s[r, d] = v_s' L_s (Y_sr 1{r = d} + A_sr (B Y)_rd)``: a final good ends where it is sold; an
    input ends where the output made from it ends, however many more borders that output crosses.

    Parameters
    ----------
    table : Table
        The input-output table.
    source, first : int
        Places of the exporter s and of the first importer r among the economies.

    Returns
    -------
    array (G,)
        Amounts by economy of final demand. ``[source]`` is the value added that returns home.
    """
    ours, theirs = table.cells(source), table.cells(first)
    used = table.domestic[ours] @ table.coefficients(ours, theirs)
    found: Floats = used @ table.requirements[theirs]
    found[first] += table.domestic[ours] @ table.Y[ours, first]
    return found


def flow_steps(table: Table, source: int, to: int) -> dict[str, float]:
    """Return the parts of a gross flow, and the value added that reaches the destination by other ways.

    Parameters
    ----------
    table : Table
        The input-output table.
    source, to : int
        Places of the exporter and the importer among the economies.

    Returns
    -------
    dict
        Amounts: absorbed, returned, onward, double_counted, foreign (these five sum to the flow), indirect.
    """
    ends = first_exit(table, source, to)
    cells = table.cells(source)
    flow = table.exports[cells, to]
    content = float(table.multipliers[source, cells] @ flow)
    absorbed, returned = float(ends[to]), float(ends[source])
    onward = float(np.delete(ends, [source, to]).sum())
    return {
        "absorbed": absorbed,
        "returned": returned,
        "onward": onward,
        "double_counted": content - absorbed - returned - onward,
        "foreign": float(flow.sum()) - content,
        "indirect": float(table.multipliers[source] @ table.Y[:, to]) - absorbed,
    }


def balance_bridge(table: Table, one: int, other: int) -> pd.DataFrame:
    """Return the steps from the gross balance of one economy with another to the balance in value added.

    Parameters
    ----------
    table : Table
        The input-output table.
    one, other : int
        Places of the two among the economies.

    Returns
    -------
    DataFrame
        step, flow, amount, sign, effect, as :meth:`tradecontext.measures.MRIO.bridge` documents them.
    """
    import pandas as pd

    flows = {"exports": (1, flow_steps(table, one, other)), "imports": (-1, flow_steps(table, other, one))}
    parts = ("absorbed", "returned", "onward", "double_counted", "foreign")
    gross = sum(side * sum(amounts[part] for part in parts) for side, amounts in flows.values())
    added = sum(side * (amounts["absorbed"] + amounts["indirect"]) for side, amounts in flows.values())
    rows = [("gross", "balance", gross, 0)]
    for flow, (side, amounts) in flows.items():
        signs = {"absorbed": 0, "indirect": side}
        rows += [(step, flow, amount, signs.get(step, -side)) for step, amount in amounts.items()]
    rows.append(("value_added", "balance", added, 0))
    result = pd.DataFrame(rows, columns=["step", "flow", "amount", "sign"])
    result["effect"] = result["amount"].where(result["sign"] != 0, 0.0) * result["sign"].where(result["sign"] != 0, 1)
    return result
