"""Agreement of shares by year with the values that are printed beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.agreement.common import Pair, rising, shares
from tradecontext.errors import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.agreement import Spec
    from tradecontext.agreement.common import Numerals

SERIES = {"first": "shares", "last": "shares", "second_last": "second"}
"""Which of a row's series a printed value is of."""


def disagreements(spec: Spec, read: Numerals) -> Iterator[str]:
    """Yield what does not agree."""
    years = spec["years"]
    pairs = []
    for at, row in enumerate(spec["rows"]):
        for name, series in SERIES.items():
            if name in row and row.get(series):
                yield from _in_years(f"rows[{at}].{name}", row[name], years)
                if row[name]["year"] in years:
                    value = row[series][years.index(row[name]["year"])]
                    pairs.append(Pair(f"rows[{at}].{name}", value, row[name]["text"]))
    yield from shares(pairs, read)
    ticks = spec.get("scale", {}).get("ticks", [])
    yield from rising(ticks, "scale.ticks", 0.0, 1.0)
    yield from shares(
        [Pair(f"scale.ticks[{at}].value", tick["value"], tick["text"]) for at, tick in enumerate(ticks)], read
    )


def _in_years(field: str, end: dict[str, Any], years: list[int]) -> Iterator[str]:
    if end["year"] not in years:
        yield f"spec field {field}.year is {shown(end['year'])}; the years are {years[0]} to {years[-1]}"
