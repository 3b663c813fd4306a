"""Which partners a ranking shows, and with which figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake, partners
from tradecontext.charts.marks import Marks, marks
from tradecontext.errors import DataError, Faults, caution, shown
from tradecontext.intake import provenance
from tradecontext.intake import scope as scopes
from tradecontext.intake.second_measure import Context, context
from tradecontext.intake.yearly import sources
from tradecontext.measures.balance import HINT, bilateral, near_tie, once
from tradecontext.text import exact
from tradecontext.text.printable import LONGEST, filled

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from tradecontext.intake import Period
    from tradecontext.text.language import Language


@dataclass(frozen=True)
class Row:
    """One row's figures in whole units of the currency; NaN where the data has none."""

    code: str
    name: str
    role: str
    deficit: float
    exports: float
    imports: float
    rank: int | None = None
    earlier: float | None = None


@dataclass(frozen=True)
class Ranking:
    """The rows of a ranking and what was asked for beside them.

    Parameters
    ----------
    rows : list of Row
        Those drawn, the closing ones last.
    level : mapping
        The other partners, drawn or not, that have the very same deficit, by code; of partners that have such.
    """

    rows: list[Row]
    level: dict[str, list[Row]]
    period: Period
    compare: Period | None
    currency: str
    reporter: tuple[str, str]
    scope: str
    context: Context | None
    marks: Marks
    highlight: tuple[str, ...]
    count: int
    missing: list[str]
    tie: tuple[Row, Row] | None
    surpluses_left_out: int
    source: list[dict[str, str]] = field(default_factory=list)


def ranking(data: Any, options: Mapping[str, Any], language: Language) -> Ranking:
    """Choose and order the rows of a ranking.

    Raises
    ------
    DataError
        For data that cannot be ranked, or an option that asks for what is not there.
    """
    faults = Faults()
    entities: dict[str, str] = {}
    beside: Context | None = None
    with faults.noted():
        top, more = _count(options["top"], "top", 1), _count(options["surpluses"], "surpluses", 0)
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
            used, period, compare = _window(data, options)
            framed = True
            with faults.noted():
                trade = once(
                    bilateral(used, year=period.year, entities=entities, **_columns(options)), options["year_column"]
                )
            with faults.noted():
                source = provenance.find(*provenance.one_of(used, "measure"))
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
            # Without a year nothing is drawn; what else is wrong is found as if the rows were of one.
            with faults.noted():
                bilateral(data, year=2000, entities=entities, **_columns(options))
            with faults.noted():
                sources(data, None, language, options["source"])
    faults.refuse()
    now = trade[trade["year"] == period.year]
    names = {code: _name(code, trade.attrs["names"], language) for code in now["partner"].tolist()}
    earlier = _earlier(trade, compare)
    everyone = _ordered(now, names, earlier)
    deficits = [row for row in everyone if row.deficit > 0]
    surpluses = [row for row in reversed(everyone) if row.deficit < 0]
    partners_shown = deficits[:top] + list(reversed(surpluses[:more]))
    _no_double_counting(names, options)
    if not partners_shown and surpluses:
        caution(
            f"no partner has a deficit in {period.text()}, so no bar is drawn: surpluses={min(len(surpluses), 1000)} "
            "draws those with a surplus"
        )
    rows = partners_shown + _closing(everyone, partners_shown, options, language)
    drawn = {row.code: row.name for row in partners_shown}
    reporter = _reporter(options["reporter"], trade.attrs["currency"], entities, language)
    if reporter[0] in names:
        raise DataError(
            f"partner {reporter[0]!r} is the reporter itself: say whose balances these are with reporter='…', "
            "or leave its row out"
        )
    tie = near_tie([row.deficit for row in deficits], top)
    return Ranking(
        rows=rows,
        level=_level(everyone),
        period=period,
        compare=compare,
        currency=trade.attrs["currency"],
        reporter=reporter,
        context=beside,
        scope=scope,
        marks=marks(
            {} if options["groups"] is None else options["groups"],
            () if options["annotations"] is None else options["annotations"],
            drawn,
            language,
        ),
        highlight=_highlight(options["highlight"], names, everyone, drawn, period.year),
        count=len(everyone),
        missing=[names[code] for code in now["partner"][now["balance"].isna()]],
        tie=(deficits[top - 1], deficits[top]) if tie else None,
        # Where every deficit is shown, a reader may take the rows for all partners there are.
        surpluses_left_out=len(surpluses) if len(deficits) <= top and not (more or options["others"]) else 0,
        source=lines,
    )


def _count(value: object, option: str, least: int) -> int:
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or not least <= value <= 1000:
        raise DataError(f"{option}={shown(value)} has to be a whole number of rows, {least} to 1000")
    return int(value)


def _flags(options: Mapping[str, Any]) -> None:
    """Hold the options that are on or off to that."""
    for option in ("others", "total", "near_tie"):
        value = options[option]
        if option == "near_tie" and isinstance(value, str):
            filled(value, "near_tie", LONGEST, "near_tie=False leaves the sentence out")
        elif not isinstance(value, (bool, np.bool_)):
            choice = "True, False or your own sentence" if option == "near_tie" else "True or False"
            raise DataError(f"{option}={shown(value)} has to be {choice}")


def _highlight(
    value: object, names: Mapping[str, str], everyone: list[Row], drawn: Mapping[str, str], year: int
) -> tuple[str, ...]:
    found = intake.known(() if value is None else value, "highlight", names)
    absent = next((code for code in found if code not in drawn), None)
    if absent is not None:
        deficit = next((row.deficit for row in everyone if row.code == absent), None)
        why = (
            "has no figure"
            if deficit is None
            else "is not among the rows drawn; raise top=, or take it out"
            if deficit > 0
            else "has a surplus, which is not among the rows drawn; raise surpluses=, or take it out"
            if deficit < 0
            else "has balanced trade, which draws no row; take it out"
        )
        raise DataError(f"highlight: {absent} {why} (year {year}; the rows are {', '.join(drawn) or 'none'})")
    return found


def _columns(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that say which columns to read, and in which unit."""
    names = ("partner", "exports", "imports", "balance", "unit", "currency", "reporter")
    return {name: options[name] for name in names}


def _no_double_counting(names: Mapping[str, str], options: Mapping[str, Any]) -> None:
    """Refuse sums over a group that is a row beside its own members.

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


def _window(data: pd.DataFrame, options: Mapping[str, Any]) -> tuple[pd.DataFrame, Period, Period | None]:
    """Return the rows of the chart's period and of the one it is compared with."""
    asked, compare = _periods(options)
    if "year" not in data.columns:
        flows = ("exports", "imports", "balance")
        intake.no_other_year(data, [*flows, *(options[name] for name in ("partner", *flows))])
        if asked is None:
            raise DataError("there is no column 'year'; add one, or say which year the figures are of with year=…")
        if compare is not None:
            raise DataError("compare= needs a column 'year' in the data")
        return data, asked, None
    years = intake.years(data)
    there = sorted(set(years.tolist()))
    span = f"{there[0]}" if len(there) == 1 else f"{there[0]} to {there[-1]}"
    period = intake.calendar(there[-1]) if asked is None else asked
    for option, each in (("year" if options["period"] is None else "period", period), ("compare", compare)):
        if each is not None and each.year not in there:
            raise DataError(f"{option}={shown(options[option])}: the data has no row for {each.year} (it has {span})")
    if compare is not None and compare.year >= period.year:
        raise DataError(f"compare={shown(options['compare'])} has to be before {period.year}")
    if compare is not None and not period.same_months(compare):
        raise DataError(
            f"compare={shown(options['compare'])} has other months than {period.text()}; compare it with the same "
            f"ones, compare='{period.before(compare.year).text()}', where the rows of {compare.year} are of these"
        )
    used = data[np.isin(years, [period.year] if compare is None else [period.year, compare.year])]
    # pandas copies attrs, deeply, at every step it takes; `data` still has them.
    used.attrs = {}
    return used, period, compare


def _periods(options: Mapping[str, Any]) -> tuple[Period | None, Period | None]:
    """Return what the author says the figures are of, and are compared with."""
    faults = Faults()
    with faults.noted():
        year = intake.year(options["year"], "year")
    with faults.noted():
        period = intake.period(options["period"], "period")
    with faults.noted():
        compare = intake.period(options["compare"], "compare")
    faults.refuse()
    if year is not None and period is not None and year != period.year:
        raise DataError(f"year={year} and period={shown(options['period'])}: keep one")
    return period or (None if year is None else intake.calendar(year)), compare


def _name(code: str, own: Mapping[str, str], language: Language) -> str:
    return own.get(code) or language.partner(code) or code


def _reporter(value: object, currency: str, own: Mapping[str, str], language: Language) -> tuple[str, str]:
    if value is None and currency != "USD":
        raise DataError(f"whose balances are these? They are in {currency}: name the country with reporter='…'")
    value = "USA" if value is None else value
    code = intake.known([value], "reporter", own)[0]
    return code, own.get(code) or language.partner(code) or code


def _earlier(trade: pd.DataFrame, compare: Period | None) -> dict[str, float] | None:
    if compare is None:
        return None
    rows = trade[trade["year"] == compare.year]
    return dict(zip(rows["partner"], (-rows["balance"]).tolist(), strict=True))


def _ordered(now: pd.DataFrame, names: Mapping[str, str], earlier: Mapping[str, float] | None) -> list[Row]:
    """All partners with a balance, largest deficit first; equal ones by code, so that the order never wavers.

    Equal ones share a rank, and the next one's counts them all: first, first, third.
    """
    there = now[now["balance"].notna()]
    order = np.lexsort((there["partner"].to_numpy(dtype=str), there["balance"].to_numpy()))
    columns = (there[name].to_numpy() for name in ("partner", "balance", "exports", "imports"))
    partner, balance, exports, imports = columns
    ranks: dict[float, int] = {}
    for place, at in enumerate(order):
        ranks.setdefault(balance[at], place + 1)
    return [
        Row(
            code=partner[at],
            name=names[partner[at]],
            role="partner",
            deficit=-float(balance[at]) + 0.0,
            exports=float(exports[at]),
            imports=float(imports[at]),
            rank=ranks[balance[at]],
            earlier=None if earlier is None else earlier.get(partner[at], float("nan")),
        )
        for at in order
    ]


def _level(everyone: list[Row]) -> dict[str, list[Row]]:
    by_deficit: dict[float, list[Row]] = {}
    for row in everyone:
        by_deficit.setdefault(row.deficit, []).append(row)
    groups = [group for group in by_deficit.values() if len(group) > 1]
    return {row.code: [each for each in group if each is not row] for group in groups for row in group}


def _closing(everyone: list[Row], shown: list[Row], options: Mapping[str, Any], language: Language) -> list[Row]:
    drawn, compared = {row.code for row in shown}, options["compare"] is not None
    rest = [row for row in everyone if row.code not in drawn]
    wanted = [("others", rest)] * bool(options["others"] and rest) + [("total", everyone)] * bool(
        options["total"] and everyone
    )
    return [
        Row(
            code=f"_{role}",
            name=language.terms[role],
            role=role,
            deficit=exact.total(row.deficit for row in part),
            exports=exact.total(row.exports for row in part),
            imports=exact.total(row.imports for row in part),
            earlier=exact.total(row.earlier for row in part if row.earlier is not None) if compared else None,
        )
        for role, part in wanted
    ]
