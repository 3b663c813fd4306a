"""Refuse tables in another layout than one row per partner and year, with the pandas call that reshapes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradecontext import partners
from tradecontext.errors import DataError, shown

if TYPE_CHECKING:
    import pandas as pd

EXPORTS_OR_IMPORTS = re.compile(
    r"(?P<exports>[xe]$|exp|ausf|uitv|wyw)|(?P<imports>[mi]$|imp|einf|inv|przyw)", re.IGNORECASE
)
"""Words for a flow in tables with one row per flow: X and M, Exports and Imports, Ausfuhr and Einfuhr."""


def no_partners_as_columns(data: pd.DataFrame, partner: object) -> None:
    """Refuse a table with one column per partner.

    Raises
    ------
    DataError
        With the call of ``melt`` that makes rows of the columns.
    """
    if not isinstance(partner, str) or partner in data.columns:
        return
    wide = [each for each in data.columns if isinstance(each, str) and partners.resolve(each) is not None]
    if len(wide) > 1:
        rest = [each for each in data.columns if each not in wide]
        raise DataError(
            f"data has partners as columns ({shown(wide[0])} to {shown(wide[-1])}); turn them into rows: "
            f"data.melt(id_vars={rest!r}, var_name='partner', value_name='balance'); if exports and imports are two "
            "such tables, melt each and merge them"
        )


def no_flows_in_rows(data: pd.DataFrame) -> None:
    """Refuse a table with one row per flow.

    Raises
    ------
    DataError
        Naming the column that tells exports from imports, with the call of ``pivot`` that makes columns of them.
    """
    for name in data.columns:
        words = data[name].dropna().unique().tolist() if data[name].dtype.kind in "OUST" else []
        kinds = {word: kind for word in words if (kind := _flow_of(word)) is not None}
        if len(kinds) == 2 and set(kinds.values()) == {"exports", "imports"}:
            values = [each for each in data.columns if data[each].dtype.kind in "fiu" and each != "year"]
            keys = [each for each in data.columns if each not in {name, *values}]
            flows = {kind: word for word, kind in kinds.items()}
            raise DataError(
                f"exports and imports are in rows of their own, told apart by {name!r}; turn them into columns: "
                f"data.pivot(index={keys!r}, columns={name!r}, values={(values or ['…'])[-1]!r}).reset_index(); "
                f"and name them: exports={flows['exports']!r}, imports={flows['imports']!r}"
            )


def _flow_of(word: object) -> str | None:
    """Return the flow that a word in a table stands for, as statistics offices write it."""
    found = EXPORTS_OR_IMPORTS.match(str(word).strip()) if isinstance(word, str) else None
    return None if found is None else "exports" if found["exports"] else "imports"
