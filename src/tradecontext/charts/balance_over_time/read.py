"""Reading balances by month or year from a trade frame, and the options of their chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.charts import options as given
from tradecontext.charts.balance_over_time.sums import BY
from tradecontext.errors import DataError, Faults, shown
from tradecontext.intake import provenance, yearly
from tradecontext.intake import scope as scopes
from tradecontext.intake.dated import MONTHS, Dated, dated
from tradecontext.measures.balance import HINT, bilateral

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from tradecontext.text.language import Language

MEASURES = ("balance", "deficit", "exports", "imports")


@dataclass(frozen=True)
class Trade:
    """The figures of a frame, and the options about the whole of it.

    Parameters
    ----------
    figures : mapping
        For each partner, its figures by the first month of their period, counted from January of year 0; missing is
        NaN.
    length : int
        Number of months in each of these figures.
    first, last : int
        The first and the last month with a figure.
    by, measure : str
        What one figure of the chart is of, and what is measured.
    names : mapping
        Names of the partners in the reader's language, by code.
    breaks : mapping
        First months after a break that the frame marks, by code.
    """

    figures: dict[str, dict[int, float]]
    length: int
    first: int
    last: int
    by: str
    measure: str
    names: dict[str, str]
    breaks: dict[str, list[int]]
    currency: str
    reporter: tuple[str, str]
    scope: str
    source: provenance.Source | None
    lines: list[dict[str, str]]


def trade(data: Any, options: Mapping[str, Any], language: Language) -> Trade:
    """Read a frame and the options of :class:`tradecontext.BalanceOverTime`, except those about single lines.

    Raises
    ------
    DataError
        For data without figures, or an option that the data cannot satisfy.
    """
    faults = Faults()
    entities: dict[str, str] = {}
    with faults.noted():
        measure = given.choice(options["measure"], "measure", MEASURES)
    with faults.noted():
        by = None if options["by"] is None else given.choice(options["by"], "by", BY)
    with faults.noted():
        entities = intake.entities(options["entities"])
        if options["reporter"] is not None:
            intake.known([options["reporter"]], "reporter", entities)
    with faults.noted():
        data = intake.frame(data, "data", HINT, value="balance")
        columns = {name: options[name] for name in ("partner", "exports", "imports", "balance")}
        with faults.noted():
            when = _from_january(
                dated(data, options["period_column"], {name for name in columns.values() if isinstance(name, str)})
            )
        with faults.noted():
            found = bilateral(
                data.assign(year=2000),
                entities=entities,
                **columns,
                **{name: options[name] for name in ("unit", "currency", "reporter")},
            )
        with faults.noted():
            source = provenance.of(data, "measure")
            lines = yearly.sources(data, source, language, options["source"])
            scope = scopes.scope(data, options["scope"])
    faults.refuse()
    names = {code: language.name(code, found.attrs["names"]) for code in found["partner"].drop_duplicates()}
    whose = given.reporter(options["reporter"], found.attrs["currency"], entities, language)
    given.no_own_partner(whose[0], names)
    figures = _figures(found, when, measure)
    there = when.first[found[_column(measure)].notna().to_numpy()]
    return Trade(
        figures=figures,
        length=when.length,
        first=int(there.min()),
        last=int(there.max()) + when.length - 1,
        by=_by(by or _of_januaries(when), when.length),
        measure=measure,
        names=names,
        breaks=yearly.breaks_before(data, found["partner"].tolist(), when.first.tolist()),
        currency=found.attrs["currency"],
        reporter=whose,
        scope=scope,
        source=source,
        lines=lines,
    )


def _from_january(when: Dated) -> Dated:
    """Refuse parts of years that do not begin with the year."""
    if when.length > 1 and (when.first % MONTHS).any():
        months = intake.months(int(when.first[0]), when.length)
        raise DataError(
            f"the rows are of {when.length} months of each year, {months.text()}; give months, years, or the months of "
            "each year from January on"
        )
    return when


def _figures(found: pd.DataFrame, when: Dated, measure: str) -> dict[str, dict[int, float]]:
    """Return the measure by partner and first month.

    Raises
    ------
    DataError
        If a partner has two rows for one period, or nobody has a figure.
    """
    values = found[_column(measure)].to_numpy()
    if measure == "deficit":
        values = -values
    figures: dict[str, dict[int, float]] = {}
    for row, (code, month, value) in enumerate(
        zip(found["partner"].tolist(), when.first.tolist(), values.tolist(), strict=True)
    ):
        own = figures.setdefault(code, {})
        if month in own:
            raise DataError(
                f"partner {code!r} has a second row for {text(month, when.length)} (row {intake.place(found, row)}); "
                "if rows are parts of its trade, add them up first; if one revises another, keep the later"
            )
        own[month] = value
    if np.isnan(values).all():
        raise DataError(f"no partner has {measure} in any period: the columns have no figure")
    return figures


def _column(measure: str) -> str:
    return "balance" if measure == "deficit" else measure


def _of_januaries(when: Dated) -> str | None:
    """Return "year_to_date" if a table has only Januaries, of several years: they are years to date."""
    january = when.length == 1 and not (when.first % MONTHS).any()
    return "year_to_date" if january and len(set(when.first.tolist())) > 1 else None


def _by(by: str | None, length: int) -> str:
    """Return what one figure of the chart is of, which must not be less than a row of the data.

    Raises
    ------
    DataError
        If the rows are of longer periods, or of parts of years.
    """
    own = "twelve_months" if length == 1 else "year" if length == MONTHS else "year_to_date"
    if by == "year_to_date" and length == MONTHS:
        # A table of years to date has whole years once December is published.
        return "year"
    if by is None or length == 1 or by == own:
        return by or own
    rows = "years" if length == MONTHS else f"{length} months of each year"
    raise DataError(f"by={by!r} needs months, and the rows are of {rows}; leave by= out, or give the months")


def text(month: int, length: int) -> str:
    """Write a period as text: "2025-02", or the year of one that is longer than a month."""
    return f"{month // MONTHS}-{month % MONTHS + 1:02d}" if length == 1 else str(month // MONTHS)


def when(value: object, option: str) -> tuple[int, int]:
    """Return the first and the last month of an option that is a year or a month, counted from January of year 0.

    Raises
    ------
    DataError
        If it is neither.
    """
    months = None if value is None or isinstance(value, (tuple, list)) else intake.period(value, option)
    if months is None:
        raise DataError(f"{option}: {shown(value)} has to be a year, or a month such as '2018-07'")
    (first, one), (last, other) = months.first, months.last
    return first * MONTHS + one - 1, last * MONTHS + other - 1
