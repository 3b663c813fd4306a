"""The rows of a spec, one per country: its figures, and the texts of the values that are printed beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.intake.yearly import extremes, name_ranks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tradecontext.charts.input_reliance.read import Published
    from tradecontext.intake.yearly import Figures, Series
    from tradecontext.text.language import Language

Row = dict[str, Any]


def yearly(read: Series, columns: Mapping[str, Any], broken: Mapping[str, list[int]], language: Language) -> list[Row]:
    """Return rows of yearly figures.

    Parameters
    ----------
    read : Series
        The figures by column.
    columns : mapping
        Columns by their names in a row: shares, and optionally second and totals.
    broken : mapping
        First years after a break, by country.
    language : Language
        The language of the first and last values.
    """
    rows = _named(read, language)
    for row in rows:
        code = row["partner"]
        figures = {name: read.figures[column][code] for name, column in columns.items()}
        row.update(figures | _ends(read.years, figures, language))
        row.update(extremes(figures["shares"], language.percent, language))
        if broken[code]:
            row["breaks"] = broken[code]
    return rows


def averages(read: Series, published: Published, language: Language) -> list[Row]:
    """Return rows of published averages, each with its number of years with data if some years are missing."""
    (values,) = read.figures.values()
    rows = _named(read, language)
    for row in rows:
        (value,) = values[row["partner"]]
        row.update(shares=[], average=value)
        there, total = published.counts.get(row["partner"], (0, 0))
        if value is not None and there < total:
            row["detail"] = language.phrase("years", n=there, total=total)
    return rows


def _named(read: Series, language: Language) -> list[Row]:
    """Return rows with codes and names, ordered by name, so that ties do not depend on the order of the data."""
    ranks = name_ranks(read.names)
    rows: list[Row] = []
    for code, rank in ranks.items():
        name = read.names[code]
        row: Row = {"partner": code, "name": name, "name_rank": rank}
        # A reader may choose a period in which this country leads; the headline then needs its name in a sentence.
        running = language.phrase("running_name", partner=language.in_sentence(code, name))
        if running != name:
            row["in_sentence"] = running
        rows.append(row)
    return rows


def _ends(years: list[int], figures: Mapping[str, Figures], language: Language) -> Row:
    ends: Row = {}
    for name, keys in (("shares", ("first", "last")), ("second", (None, "second_last"))):
        there = [(year, value) for year, value in zip(years, figures.get(name, ()), strict=False) if value is not None]
        for key, at in zip(keys, (0, -1), strict=True):
            if there and key:
                year, value = there[at]
                ends[key] = {"year": year, "text": language.percent(value)}
    return ends
