"""The second measure of a chart: a frame with its own year, source and definition, joined by partner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, Faults, shown
from tradecontext.intake import provenance, receipts
from tradecontext.intake.dated import whole_years
from tradecontext.text.around import from_attrs, sources
from tradecontext.text.printable import filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from tradecontext.text.language import Language

HINT = "partner and share, with its year"
KEYS = {"partner", "partner_name", "year", "vintage", "definition", "unit", receipts.COLUMN}


@dataclass(frozen=True)
class Context:
    """Shares by partner code, fractions of 0 to 1, with the words of their column."""

    values: Mapping[str, float]
    title: str
    year: int
    note: str
    source: list[dict[str, str]]

    def cell(self, code: str, language: Language, decimals: int = 1) -> dict[str, Any]:
        """Return one row's value and text; without a figure, the text says so. A share below 1% keeps a decimal."""
        value = self.values.get(code)
        if value is None or np.isnan(value):
            return {"value": None, "text": language.terms["no_data"]}
        return {"value": value, "text": language.percent(value, decimals if value >= 0.01 or not value else 1)}


def context(
    data: pd.DataFrame,
    *,
    year: int,
    language: Language,
    entities: Mapping[str, str],
    author_source: object,
) -> Context:
    """Read a context frame.

    Parameters
    ----------
    data : DataFrame
        partner and one column of shares (fractions 0 to 1), named ``share`` or the only one that is not a key; ``year``
        if there are several years.
    year : int
        The chart's year. Shares are taken from this year, or else the last year before it, or else the first after it.
    language : Language
        Gives the title, unless the author's labels have a "context".
    entities : mapping
        The author's entities, code to name.
    author_source : object
        The chart's ``source=``; without it the frame has to name its own source.

    Raises
    ------
    DataError
        If there are two vintages or definitions, a figure is not a share, a partner has two rows, or the source is not
        known.
    """
    data = intake.frame(data, "the frame", HINT, value="share")
    faults = Faults()
    with faults.noted():
        found, _ = intake.codes(data, _column(data, "partner"), entities)
    with faults.noted():
        column = _measure(data)
        shares = _shares(data, column)
    with faults.noted():
        when = _when(data, year)
    faults.refuse()
    kept = intake.years(data) == when
    values: dict[str, float] = {}
    for row in np.flatnonzero(kept).tolist():
        if found[row] in values:
            raise DataError(
                f"partner {found[row]!r} has two rows for one year (row {intake.place(data, row)}); keep one"
            )
        values[found[row]] = float(shares[row])
    if all(np.isnan(each) for each in values.values()):
        raise DataError(f"column {column!r} has no figure for {when}; leave context= out, or give the shares")
    source = provenance.of(data[kept], "context")
    title = language.terms.get("context") or (
        source.measure_text(language.tag)
        if source
        else filled(str(column), "the name of context's column", 100).replace("_", " ")
    )
    return Context(
        values,
        title,
        when,
        source.note_text(language.tag) if source else "",
        _source(source, data, language, author_source),
    )


def _column(data: pd.DataFrame, name: str) -> str:
    """Return the name of a column that the second measure has to have."""
    if name not in data.columns:
        have = ", ".join(map(str, list(data.columns)[:20]))
        raise DataError(
            f"there is no column {name!r} (the columns are {have}); rename yours: "
            f"context=frame.rename(columns={{…: {name!r}}})"
        )
    return name


def _shares(data: pd.DataFrame, column: Any) -> np.ndarray[Any, np.dtype[np.float64]]:
    shares = intake.numbers(data, column)
    wrong = (shares < 0) | (shares > 1)
    if wrong.any():
        rows = np.flatnonzero(wrong).tolist()
        raise DataError(
            f"column {column!r}, {intake.several_rows(data, rows)}: {shares[rows[0]]:g} is not a share; "
            "give fractions of 0 to 1 (divide percentages by 100)",
        )
    return shares


def _measure(data: pd.DataFrame) -> Any:
    rest = [name for name in data.columns if name not in KEYS]
    if "share" in rest:
        return "share"
    if len(rest) != 1:
        raise DataError(
            f"call the measure's column 'share' (the columns are {shown(', '.join(map(str, data.columns)))})"
        )
    return rest[0]


def _when(data: pd.DataFrame, year: int) -> int:
    if "year" not in data.columns:
        intake.no_other_year(data, KEYS | {_measure(data)})
        raise DataError("there is no column 'year'; add it, since the header prints the year: frame.assign(year=2022)")
    there = sorted(set(intake.years(whole_years(data)).tolist()))
    before = [each for each in there if each <= year]
    return int(before[-1] if before else there[0])


def _source(
    source: provenance.Source | None, data: pd.DataFrame, language: Language, author_source: object
) -> list[dict[str, str]]:
    """Return the source lines of the second measure, which never borrows those of the chart's own data.

    Raises
    ------
    DataError
        If neither the frame nor a list of the author's sources names a source.
    """
    if source is not None:
        return source_lines(source, language)
    if data.attrs.get("source"):
        return from_attrs(data.attrs["source"])
    if author_source is None or len(sources(author_source)) < 2:
        raise DataError(
            "the frame does not say where it is from: name the sources of both measures, source=['…', '…'], or put it "
            "with the frame: frame.attrs['source'] = 'publisher, table, vintage'"
        )
    return []


def source_lines(source: provenance.Source, language: Language) -> list[dict[str, str]]:
    """Return the source line of a registered table, for a spec."""
    line = {"text": source.text(language.tag), "short": source.short_text(language.tag)}
    known = {"definition": source.definition, "vintage": source.vintage, "url": source.url}
    known["due"] = source.due
    return [line | {name: text for name, text in known.items() if text} | receipts.lines(source.receipts)]
