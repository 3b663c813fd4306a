"""Reading the balances of a ranking from a trade frame and the options."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake, partners
from tradecontext.charts.deficit_ranking import months
from tradecontext.charts.options import (
    count,
    dated_by,
    flag,
    in_the_data,
    no_own_partner,
    reporter,
    top,
    year_or_period,
)
from tradecontext.errors import DataError, Faults, shown
from tradecontext.intake import provenance
from tradecontext.intake import scope as scopes
from tradecontext.intake.dated import Dated, parts_of_years
from tradecontext.intake.second_measure import Context, context
from tradecontext.intake.yearly import sources
from tradecontext.measures.balance import HINT, bilateral, once
from tradecontext.text.printable import LONGEST, filled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from tradecontext.intake import Period
    from tradecontext.text.language import Language

MONTHS_FROM = 'tradecontext.fetch.us_goods_trade(by="month"), or a column period of your own'
"""Where rows of months are from, for a message."""


@dataclass(frozen=True)
class Balances:
    """Balances by partner, and the options as read.

    Parameters
    ----------
    trade : DataFrame
        Partner, year, exports, imports and balance of the period and of the period compared with, in whole units.
    names : mapping
        Names of the period's partners in the reader's language, by code, including those without a balance.
    top : int or None
        How many deficits are drawn; None draws all.
    surpluses : int
        How many surpluses are drawn.
    """

    trade: pd.DataFrame
    names: dict[str, str]
    period: Period
    compare: Period | None
    top: int | None
    surpluses: int
    reporter: tuple[str, str]
    scope: str
    context: Context | None
    source: list[dict[str, str]]

    @property
    def now(self) -> pd.DataFrame:
        """The rows of the period."""
        return self.trade[self.trade["year"] == self.period.year]


def balances(data: Any, options: Mapping[str, Any], language: Language) -> Balances:
    """Read a frame and the options of :class:`tradecontext.DeficitRanking`, except those about single rows.

    Raises
    ------
    DataError
        For data without balances, or an option that the data cannot satisfy.
    """
    faults = Faults()
    entities: dict[str, str] = {}
    beside: Context | None = None
    with faults.noted():
        most = top(options["top"])
    with faults.noted():
        surpluses = count(options["surpluses"], "surpluses", 0)
    with faults.noted():
        _flags(options)
    with faults.noted():
        entities = intake.entities(options["entities"])
        if options["reporter"] is not None:
            intake.known([options["reporter"]], "reporter", entities)
    with faults.noted():
        data = intake.frame(data, "data", HINT, year_column=options["year_column"], value="balance")
        framed = False
        with faults.noted():
            used, period, compare, when = _window(data, options)
            framed = True
            with faults.noted():
                trade = bilateral(used, year=period.year, entities=entities, **_columns(options))
                if when is not None:
                    spans = {each.year: each for each in (period, compare) if each is not None}
                    trade = months.added(trade, when, spans)
                trade = once(trade, options["year_column"])
            with faults.noted():
                source = provenance.of(used, "measure")
                lines = sources(data, source, language, options["source"])
                scope = scopes.scope(used, options["scope"])
            if options["context"] is not None:
                with faults.noted("context"):
                    beside = context(
                        options["context"],
                        year=period.year,
                        language=language,
                        entities=entities,
                        author_source=options["source"],
                    )
        if not framed:
            # Without a valid year nothing is drawn. Reading the rows as one arbitrary year finds their other faults.
            with faults.noted():
                bilateral(data, year=2000, entities=entities, **_columns(options))
            if "definition" not in data.columns:
                with faults.noted():
                    sources(data, None, language, options["source"])
    faults.refuse()
    now = trade["partner"][trade["year"] == period.year]
    names = {code: language.name(code, trade.attrs["names"]) for code in now.tolist()}
    _no_double_counting(names, options)
    whose = reporter(options["reporter"], trade.attrs["currency"], entities, language)
    no_own_partner(whose[0], names)
    return Balances(
        trade=trade,
        names=names,
        period=period,
        compare=compare,
        top=most,
        surpluses=surpluses,
        reporter=whose,
        scope=scope,
        context=beside,
        source=lines,
    )


def _flags(options: Mapping[str, Any]) -> None:
    """Check the options that are True or False."""
    faults = Faults()
    for option in ("others", "total"):
        with faults.noted():
            flag(options[option], option)
    with faults.noted():
        if isinstance(options["near_tie"], str):
            filled(options["near_tie"], "near_tie", LONGEST, "near_tie=False leaves the sentence out")
        else:
            flag(options["near_tie"], "near_tie", "your own sentence")
    faults.refuse()


def _columns(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that say which columns to read, and in which unit."""
    names = ("partner", "exports", "imports", "balance", "unit", "currency", "reporter")
    return {name: options[name] for name in names}


def _no_double_counting(names: Mapping[str, str], options: Mapping[str, Any]) -> None:
    """Refuse sums over data that has a group of countries beside members of that group.

    Raises
    ------
    DataError
        Naming the group and its members.
    """
    if not options["others"] and not options["total"]:
        return
    for code, name in names.items():
        members = next((found for found in map(partners.group_members, (code, name)) if found), frozenset())
        inside = sorted(members & set(names) - {code})
        unknown = not members and "group" in map(partners.group_kind, (code, name))
        if inside or (unknown and len(names) > 1):
            why = (
                f"has members that are partners too ({', '.join(inside[:5])})" if inside else "may have partners in it"
            )
            raise DataError(
                f"{name} ({code}) {why}, and others= or total= would count them twice: leave out the group, its "
                "members, or the sum"
            )


def _window(data: pd.DataFrame, options: Mapping[str, Any]) -> tuple[pd.DataFrame, Period, Period | None, Dated | None]:
    """Return the rows of the chart's period and of the one compared with, the two, and the months of rows to add up."""
    asked, compare = _periods(options)
    parts = None if options["year_column"] is not None else parts_of_years(data)
    if parts is not None:
        years, period, compare = months.window(parts, asked, compare, options)
        _comparable(compare, period, options)
        used = data.assign(year=years)[years > 0]
        used.attrs = {}
        return used, period, compare, Dated(parts.first[years > 0], 1) if parts.length == 1 else None
    flows = ("exports", "imports", "balance")
    only = dated_by(data, asked, [*flows, *(options[name] for name in ("partner", *flows))])
    if only is not None:
        if compare is not None:
            raise DataError("compare= needs a column 'year' in the data")
        return data, only, None, None
    _whole_years((("period", asked), ("compare", compare)), options)
    years = intake.years(data)
    there = set(years.tolist())
    period = intake.calendar(max(there)) if asked is None else asked
    for option, each in (("year" if options["period"] is None else "period", period), ("compare", compare)):
        if each is not None:
            in_the_data(each.year, option, options[option], there)
    _comparable(compare, period, options)
    used = data[np.isin(years, [period.year] if compare is None else [period.year, compare.year])]
    # pandas deep-copies attrs at every operation, which is slow; `data` still has them.
    used.attrs = {}
    return used, period, compare, None


def _whole_years(asked: Sequence[tuple[str, Period | None]], options: Mapping[str, Any]) -> None:
    """Refuse months of a table of years: the year's figures would be printed as those of the months.

    Raises
    ------
    DataError
        Saying how to draw the year, or the months.
    """
    faults = Faults()
    for option, each in asked:
        if each is not None and not each.whole:
            faults.tell(
                f"{option}={shown(options[option])}: the table has whole years; ask for {option}={str(each.year)!r}, "
                f"or give months: {MONTHS_FROM}. If the figures are of these months, say so: "
                f"data.assign(period={each.said()!r})"
            )
    faults.refuse()


def _comparable(compare: Period | None, period: Period, options: Mapping[str, Any]) -> None:
    """Refuse a comparison with other months, or with a period that is not of an earlier year."""
    if compare is None:
        return
    asked = f"compare={shown(options['compare'])}"
    if not period.same_months(compare):
        own = period.before(min(compare.year, period.year - 1))
        raise DataError(
            f"{asked} has other months than {period.said()}; compare it with the same of an earlier year: "
            f"compare={own.said()!r}"
        )
    if compare.year >= period.year:
        raise DataError(f"{asked} has to be before {period.said()}")


def _periods(options: Mapping[str, Any]) -> tuple[Period | None, Period | None]:
    """Return the author's period of the figures and the period to compare with."""
    faults = Faults()
    with faults.noted():
        year = year_or_period(options)
    with faults.noted():
        period = intake.period(options["period"], "period")
    with faults.noted():
        compare = intake.period(options["compare"], "compare")
    faults.refuse()
    return period or (None if year is None else intake.calendar(year)), compare
