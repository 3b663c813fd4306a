"""What is traded: goods, services, both, or the author's own words; never assumed if neither data nor author say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext import intake
from tradecontext.errors import DataError, shown
from tradecontext.intake import one_source, provenance
from tradecontext.text.printable import filled

if TYPE_CHECKING:
    import pandas as pd

KNOWN = ("goods", "services", "all", "manufactures")
"""Scopes with words in every language; "all" is goods and services."""
LONGEST = 40
"""Longest text of an author's own words for what is traded, in characters: they are in every sentence."""


def scope(data: pd.DataFrame, given: object) -> str:
    """Return what is traded: one of KNOWN, the author's own words, or empty text if neither data nor author say.

    Parameters
    ----------
    data : DataFrame
        The rows drawn, perhaps with a column ``scope``, or a ``definition`` that is registered with one.
    given : str or None
        The option ``scope``.

    Raises
    ------
    DataError
        If there are several scopes in one chart, or the option contradicts the table.
    """
    known = of_rows(data) or _registered(data)
    if given is None:
        return known
    asked = filled(given, "scope", LONGEST, "say what is traded: 'goods', 'services', 'all', or words of your own")
    if known and asked != known:
        raise DataError(f"scope={shown(given)}: the data says that it is of {known!r}; leave scope= out")
    return asked


def _registered(data: pd.DataFrame) -> str:
    """Return the scope of a frame's registered table, if the frame has one definition."""
    definition = one_source.one_of(data, "measure")[0] if "definition" in data.columns else None
    source = None if definition is None else provenance.find(definition, None)
    return source.scope if source else ""


def of_rows(data: pd.DataFrame) -> str:
    """Return the one value of a frame's column ``scope``, or empty text.

    Raises
    ------
    DataError
        If it has several: goods alone cannot share an axis with goods and services.
    """
    if "scope" not in data.columns:
        return ""
    found = list(dict.fromkeys("" if intake.missing(each) else str(each) for each in data["scope"].tolist()))
    if len(found) > 1:
        listed = " and ".join(shown(each) for each in found[:3])
        raise DataError(f"{len(found)} scopes in one chart: {listed}; keep one: data[data.scope == {shown(found[0])}]")
    return filled(found[0], "column 'scope'", LONGEST) if found and found[0].strip() else ""
