"""Name a place in a spec as a person would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMED = {"alt": "alternative text", "key": "key to the marks", "notes": "note", "sources": "source", "rows": "row"}
"""What fields are called in a message, where not by their name."""


def place(where: str, names: Mapping[str, str]) -> str:
    """Return a place in words: "Mexico (MEX), readout", "source 1".

    Parameters
    ----------
    where : str
        A place as in :class:`tradecontext.spec.difference.Change`: "rows[MEX].readout".
    names : mapping
        The names of rows, by partner.
    """
    row, _, field = where.partition("]") if where.startswith("rows[") else ("", "", where)
    code = row.removeprefix("rows[")
    # The text of a figure or of a source is what a reader sees of it.
    field = field.removeprefix("frame.").removesuffix(".text").lstrip(".")
    steps = [_step(step) for step in field.split(".") if step]
    return ", ".join([f"{names[code]} ({code})" if code in names else code] * bool(code) + steps)


def _step(step: str) -> str:
    name, _, number = step.partition("[")
    said = NAMED.get(name, name.replace("_", " "))
    return said + "".join(f" {int(each) + 1}" for each in re.findall(r"\d+", number))
