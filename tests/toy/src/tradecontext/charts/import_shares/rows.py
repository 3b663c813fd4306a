"""The partners that a chart of import shares draws, and their figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tradecontext import intake
from tradecontext.charts.highlight import highlighted
from tradecontext.errors import DataError
from tradecontext.intake import one_source, provenance
from tradecontext.intake.yearly import sources
from tradecontext.measures.balance import HINT, bilateral, once
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.text.language import Language


@dataclass(frozen=True)
class Row:
    """A partner and the imports from it, in whole units of the currency."""

    code: str
    name: str
    imports: float
    share: float


@dataclass(frozen=True)
class Shares:
    """The rows, the largest share first, and the options as read."""

    rows: list[Row]
    year: int
    highlight: Mapping[str, int]
    sources: list[dict[str, str]]


def shares(data: Any, options: Mapping[str, Any], language: Language) -> Shares:
    """Return every partner's share of the year's imports.

    Raises
    ------
    DataError
        For data without imports in the year, or an option that the data cannot satisfy.
    """
    data = intake.frame(data, "data", HINT, value="imports")
    trade = once(bilateral(data, unit=options["unit"]))
    year = intake.year(options["year"], "year") or int(trade["year"].max())
    there = (trade["year"] == year) & trade["imports"].notna()
    if not there.any():
        raise DataError(f"year={year}: the data has no imports of that year; it ends with {trade['year'].max()}")
    now, used = trade[there], data[there.to_numpy()]
    total = exact.total(now["imports"])
    if total == 0:
        raise DataError(f"column 'imports': all of {year} are 0, and a share of nothing is none")
    own = trade.attrs["names"]
    names = {code: own.get(code) or language.partner(code) or code for code in now["partner"]}
    found = [
        Row(code, names[code], amount, amount / total)
        for code, amount in zip(now["partner"], now["imports"].tolist(), strict=True)
    ]
    source = provenance.find(*one_source.one_of(used, "measure"))
    return Shares(
        sorted(found, key=lambda row: (-row.share, row.code)),
        year,
        highlighted(options["highlight"], names, None, names),
        sources(data, source, language, options["source"]),
    )
