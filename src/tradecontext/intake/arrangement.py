"""Tables of trade laid out another way than a row a partner and year, each told with the call that turns it."""

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
"""How a table with a row a flow says which it is: X and M, Exports and Imports, Ausfuhr and Einfuhr."""


def no_partners_as_columns(data: pd.DataFrame, partner: object) -> None:
    """Refuse a table with a column a partner, with the call that makes rows of them.

    Raises
    ------
    DataError
        With the melt that fits.
    """
    if not isinstance(partner, str) or partner in data.columns:
        return
    wide = [each for each in data.columns if isinstance(each, str) and partners.resolve(each) is not None]
    if len(wide) > 1:
        rest = [each for each in data.columns if each not in wide]
        raise DataError(
            f"data has partners as columns ({shown(wide[0])} to {shown(wide[-1])}); turn them into rows: "
            f"data.melt(id_vars={rest!r}, var_name='partner', value_name='balance'); of exports and imports, one such "
            "table each, merged"
        )


def no_flows_in_rows(data: pd.DataFrame) -> None:
    """Refuse a table with a row a flow, with the call that makes columns of them.

    Raises
    ------
    DataError
        Naming the column that tells exports from imports.
    """
    for name in data.columns:
        words = data[name].dropna().unique().tolist() if data[name].dtype.kind in "OUST" else []
        kinds = {word: kind for word in words if (kind := _flow_of(word)) is not None}
        if len(kinds) == 2 and set(kinds.values()) == {"exports", "imports"}:
            values = [each for each in data.columns if data[each].dtype.kind in "fiu" and each != "year"]
            keys = [each for each in data.columns if each not in {name, *values}]
            flows = {kind: word for word, kind in kinds.items()}
            raise DataError(
                f"exports and imports stand in rows, told by {name!r}; turn them into columns: "
                f"data.pivot(index={keys!r}, columns={name!r}, values={(values or ['…'])[-1]!r}).reset_index(); "
                f"and name them: exports={flows['exports']!r}, imports={flows['imports']!r}"
            )


def _flow_of(word: object) -> str | None:
    """Return which flow a word of a table is, as statistics offices write it."""
    found = EXPORTS_OR_IMPORTS.match(str(word).strip()) if isinstance(word, str) else None
    return None if found is None else "exports" if found["exports"] else "imports"
