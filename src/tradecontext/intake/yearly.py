"""One measure of many countries over years, read from any frame, with its breaks and its source."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, Faults, shown
from tradecontext.intake import provenance, receipts
from tradecontext.intake.dated import whole_years
from tradecontext.intake.second_measure import source_lines
from tradecontext.partners.spelling import normalise
from tradecontext.text.around import from_attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import pandas as pd

    from tradecontext.text.language import Language

Figures: TypeAlias = list[float | None]
"""One figure per year; None if it is missing."""


@dataclass(frozen=True)
class Series:
    """Figures by country and year.

    Parameters
    ----------
    years : list of int
        Every year from the first to the last, including those without a figure.
    names : mapping
        Names of the countries in the reader's language, by code, in the order of the frame.
    figures : mapping
        For each column that was read, one figure per year by country.
    breaks : mapping
        First years after a break, by country.
    source : Source or None
        The registered table, if the frame's definition is in the registry.
    """

    years: list[int]
    names: dict[str, str]
    figures: dict[str, dict[str, Figures]]
    breaks: dict[str, list[int]]
    source: provenance.Source | None

    def broken(self, code: str, first: int, last: int) -> int | None:
        """Return the first year after a break within a period, if the period has figures on either side of it."""
        own = next(iter(self.figures.values()))[code]
        there = [year for year, figure in zip(self.years, own, strict=True) if figure is not None]
        return next(
            (
                year
                for year in self.breaks.get(code, [])
                if any(first <= each < year for each in there) and any(year <= each <= last for each in there)
            ),
            None,
        )


def series(
    data: pd.DataFrame,
    columns: Mapping[str, float],
    *,
    partner: Any,
    entities: object,
    language: Language,
) -> Series:
    """Read columns of figures by country and year.

    Parameters
    ----------
    data : DataFrame
        One row a country and year: a partner column, year, the columns, and perhaps ``partner_name``, ``vintage``,
        ``definition`` and ``break_before`` (bool).
    columns : mapping of str to float
        Columns to read, and the largest figure each may have; none may be negative.
    partner : str
        Name of the partner column.
    entities : mapping or None
        The author's entities, code to name.
    language : Language
        The language of the countries' names.

    Raises
    ------
    DataError
        If there is no such column, a country has two rows for a year, a figure is out of bounds, or there are two
        definitions or vintages.
    """
    faults = Faults()
    values: dict[str, list[float]] = {}
    with faults.noted():
        codes, named = intake.codes(data, intake.column(data, partner, "partner"), intake.entities(entities))
    with faults.noted():
        years = intake.years(whole_years(data), intake.column(data, "year", "year_column"))
    for column, most in columns.items():
        with faults.noted():
            values[column] = _bounded(data, intake.column(data, column), most).tolist()
    faults.refuse()
    source = provenance.of(data, "series")
    first, last = int(years.min()), int(years.max())
    if last - first >= 300:
        raise DataError(f"the years run from {first} to {last}; at most 300 can be drawn: check the column 'year'")
    names = {code: language.name(code, named) for code in dict.fromkeys(codes)}
    places = (years - first).tolist()
    rows: dict[tuple[str, int], int] = {}
    for row, key in enumerate(zip(codes, places, strict=True)):
        if key in rows:
            raise DataError(
                f"partner {key[0]!r} has two rows for {first + key[1]} (rows {intake.place(data, rows[key])} and "
                f"{intake.place(data, row)}); keep one"
            )
        rows[key] = row
    figures: dict[str, dict[str, Figures]] = {}
    for column, listed in values.items():
        table: dict[str, Figures] = {code: [None] * (last - first + 1) for code in names}
        for (code, place), row in rows.items():
            table[code][place] = None if isnan(listed[row]) else listed[row]
        figures[column] = table
    return Series(
        years=list(range(first, last + 1)),
        names=names,
        figures=figures,
        breaks=breaks_before(data, codes, years.tolist()),
        source=source,
    )


def _bounded(data: pd.DataFrame, column: str, most: float) -> np.ndarray[Any, np.dtype[np.float64]]:
    values = intake.numbers(data, column)
    wrong = (values < 0) | (values > most)
    if wrong.any():
        rows = np.flatnonzero(wrong).tolist()
        row = rows[0]
        why = (
            "is not a share; give fractions of 0 to 1 (divide percentages by 100)"
            if most == 1
            else "is negative; it cannot be"
            if values[row] < 0
            else f"is larger than {most:g}; check the column"
        )
        raise DataError(f"column {column!r}, {intake.several_rows(data, rows)}: {values[row]:g} {why}")
    return values


def breaks_before(data: pd.DataFrame, codes: Sequence[str], years: Sequence[int]) -> dict[str, list[int]]:
    """Return the first years after a break by code, from the rows that are True in the column ``break_before``.

    Raises
    ------
    DataError
        If a cell of the column is neither True nor False.
    """
    if "break_before" not in data.columns:
        return {}
    found: dict[str, list[int]] = {}
    for row, (value, code, year) in enumerate(zip(data["break_before"].tolist(), codes, years, strict=True)):
        if intake.missing(value):
            continue
        if not isinstance(value, (bool, np.bool_)):
            raise DataError(
                f"column 'break_before', row {intake.place(data, row)}: {shown(value)} is neither True nor False"
            )
        if value:
            found.setdefault(code, []).append(year)
    return {code: sorted(theirs) for code, theirs in found.items()}


def sources(
    data: pd.DataFrame, source: provenance.Source | None, language: Language, given: object
) -> list[dict[str, str]]:
    """Return the source lines of a frame; none if the author gave others with ``source=``.

    Raises
    ------
    DataError
        If neither the frame nor the author names a source.
    """
    if given is not None:
        return []
    if source is not None:
        return source_lines(source, language)
    if data.attrs.get("source"):
        (first, *others) = from_attrs(data.attrs["source"])
        return [first | receipts.lines(receipts.named(data)), *others]
    raise DataError(
        "the data does not say where it is from (no definition and vintage columns): "
        "name publisher, table and vintage with source='…'",
    )


def period(value: Any, years: Sequence[int] | None) -> tuple[int, int] | None:
    """Check an option that is a first and a last year within `years` (None: any years), or None.

    Raises
    ------
    DataError
        If it is anything else.
    """
    if value is None:
        return None
    start, end = (years[0], years[-1]) if years else (1994, 2022)
    example = f"for example period=({start}, {end})"
    if isinstance(value, (str, bytes)) or not hasattr(value, "__len__") or len(value) != 2:
        raise DataError(f"period={shown(value)} has to be (first year, last year), {example}")
    first, last = (intake.year(each, "period") for each in value)
    if first is None or last is None or first > last:
        raise DataError(f"period={shown(value)} has to be (first year, last year), the first not after the last")
    if years and (first < start or last > end):
        raise DataError(f"period={shown(value)}: the data has the years {start} to {end}")
    return first, last


def name_ranks(names: Mapping[str, str]) -> dict[str, int]:
    """Return the rank of each code by name. JavaScript engines sort names differently, so the order is fixed here."""
    order = sorted(names, key=lambda code: (normalise(names[code]), code))
    return {code: place for place, code in enumerate(order)}


def extremes(values: Iterable[float | None], write: Callable[[float], str], language: Language) -> dict[str, str]:
    """Return words for the lowest and highest figure, for outputs without lines; none if there are only two figures."""
    there = [value for value in values if value is not None]
    if len(there) < 3:
        return {}
    return {"extremes": language.phrase("extremes", low=write(min(there)), high=write(max(there)))}
