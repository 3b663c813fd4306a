"""Which partners a ranking shows, and with which figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake, partners, provenance
from tradecontext.context import Context, context, source_lines
from tradecontext.errors import DataError
from tradecontext.frame import from_attrs, words
from tradecontext.marks import Marks, marks
from tradecontext.measures.balance import bilateral, near_tie, once

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.language import Language


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
    """The rows of a ranking and what was asked for beside them."""

    rows: list[Row]
    year: int
    compare: int | None
    currency: str
    reporter: tuple[str, str]
    context: Context | None
    marks: Marks
    highlight: tuple[str, ...]
    count: int
    missing: list[str]
    tie: tuple[Row, Row] | None
    source: list[dict[str, str]] = field(default_factory=list)


def ranking(data: Any, options: Mapping[str, Any], language: Language) -> Ranking:
    """Choose and order the rows of a ranking.

    Raises
    ------
    DataError
        For data that cannot be ranked, or an option that asks for what is not there.
    """
    top, more = _count(options["top"], "top", 1), _count(options["surpluses"], "surpluses", 0)
    used, year, compare = _window(data, options)
    known = provenance.one_of(used, "measure")
    trade = once(
        bilateral(
            used,
            year=year,
            entities=_entities(options["entities"]),
            **{name: options[name] for name in ("partner", "exports", "imports", "balance", "unit", "currency")},
        )
    )
    now = trade[trade["year"] == year]
    names = {code: _name(code, trade.attrs["names"], language) for code in now["partner"]}
    earlier = _earlier(trade, compare)
    everyone = _ordered(now, names, earlier)
    deficits = [row for row in everyone if row.deficit > 0]
    surpluses = [row for row in reversed(everyone) if row.deficit < 0]
    shown = deficits[:top] + list(reversed(surpluses[:more]))
    rows = shown + _closing(everyone, shown, options, language)
    drawn = {row.code: row.name for row in shown}
    highlight = intake.known(options["highlight"], "highlight", names)
    absent = [code for code in highlight if code not in drawn]
    if absent:
        where = "has no figure" if absent[0] not in names else "is not among the rows drawn; raise top=, or take it out"
        raise DataError(f"highlight: {absent[0]} {where} (year {year}; the rows are {', '.join(drawn) or 'none'})")
    tie = near_tie([row.deficit for row in deficits], top)
    return Ranking(
        rows=rows,
        year=year,
        compare=compare,
        currency=trade.attrs["currency"],
        reporter=_reporter(options["reporter"], options["entities"], language),
        context=None
        if options["context"] is None
        else context(
            options["context"],
            shown=list(drawn),
            year=year,
            language=language,
            entities=_entities(options["entities"]),
            author_source=options["source"],
        ),
        marks=marks(options["groups"] or {}, options["annotations"] or (), drawn, language),
        highlight=highlight,
        count=len(everyone),
        missing=[names[code] for code in now["partner"][now["balance"].isna()]],
        tie=(deficits[top - 1], deficits[top]) if tie else None,
        source=_source(known, data, options, language),
    )


def _count(value: object, option: str, least: int) -> int:
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or not least <= value <= 1000:
        raise DataError(f"{option}={value!a} has to be a whole number of rows, {least} to 1000")
    return int(value)


def _year(value: object, option: str) -> int | None:
    if value is None:
        return None
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or not 1000 <= value <= 9999:
        raise DataError(f"{option}={value!a} has to be a calendar year, for example {option}=2024")
    return int(value)


def _entities(value: object) -> Mapping[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise DataError("entities has to be a mapping of code to name, for example {'EU27': 'European Union'}")
    return value


def _window(data: Any, options: Mapping[str, Any]) -> tuple[pd.DataFrame, int, int | None]:
    """Return the rows of the chart's year and of the one it is compared with."""
    intake.frame(data, "data", "one row a partner, with exports and imports, or a balance")
    year, compare = _year(options["year"], "year"), _year(options["compare"], "compare")
    if "year" not in data.columns:
        if year is None:
            raise DataError("there is no column 'year'; add one, or say which year the figures are of with year=…")
        if compare is not None:
            raise DataError("compare= needs a column 'year' in the data")
        return data, year, None
    years = intake.years(data)
    there = sorted(set(years.tolist()))
    span = f"{there[0]}" if len(there) == 1 else f"{there[0]} to {there[-1]}"
    year = there[-1] if year is None else year
    for option, each in (("year", year), ("compare", compare)):
        if each is not None and each not in there:
            raise DataError(f"{option}={each}: the data has no row for that year (it has {span})")
    if compare is not None and compare >= year:
        raise DataError(f"compare={compare} has to be a year before {year}")
    return data[np.isin(years, [year] if compare is None else [year, compare])], year, compare


def _name(code: str, own: Mapping[str, str], language: Language) -> str:
    return own.get(code) or language.partner(code) or code


def _reporter(value: object, entities: object, language: Language) -> tuple[str, str]:
    own = _entities(entities)
    code = intake.known([value], "reporter", own)[0]
    return code, words(own[code], "reporter") if code in own else language.partner(code) or code


def _earlier(trade: pd.DataFrame, compare: int | None) -> dict[str, float] | None:
    if compare is None:
        return None
    rows = trade[trade["year"] == compare]
    return dict(zip(rows["partner"], (-rows["balance"]).tolist(), strict=True))


def _ordered(now: pd.DataFrame, names: Mapping[str, str], earlier: Mapping[str, float] | None) -> list[Row]:
    """All partners with a balance, largest deficit first; equal ones by code, so that the order never wavers."""
    there = now[now["balance"].notna()]
    order = np.lexsort((there["partner"].to_numpy(dtype=str), there["balance"].to_numpy()))
    columns = (there[name].to_numpy() for name in ("partner", "balance", "exports", "imports"))
    partner, balance, exports, imports = columns
    return [
        Row(
            code=partner[at],
            name=names[partner[at]],
            role="partner",
            deficit=-float(balance[at]) + 0.0,
            exports=float(exports[at]),
            imports=float(imports[at]),
            rank=place + 1,
            earlier=None if earlier is None else earlier.get(partner[at], float("nan")),
        )
        for place, at in enumerate(order)
    ]


def _closing(everyone: list[Row], shown: list[Row], options: Mapping[str, Any], language: Language) -> list[Row]:
    drawn = {row.code for row in shown}
    rest = [row for row in everyone if row.code not in drawn]
    wanted = [("others", rest)] * bool(options["others"] and rest) + [("total", everyone)] * bool(
        options["total"] and everyone
    )
    return [
        Row(
            code=f"_{role}",
            name=language.terms[role],
            role=role,
            deficit=float(np.sum([row.deficit for row in part])),
            exports=float(np.sum([row.exports for row in part])),
            imports=float(np.sum([row.imports for row in part])),
            earlier=None if part[0].earlier is None else float(np.sum([row.earlier for row in part])),
        )
        for role, part in wanted
    ]


def _source(
    known: tuple[str | None, str | None], data: pd.DataFrame, options: Mapping[str, Any], language: Language
) -> list[dict[str, str]]:
    if options["source"] is not None:
        return []
    found = provenance.find(*known)
    if found is not None:
        return source_lines(found, language)
    if data.attrs.get("source"):
        return from_attrs(data.attrs["source"])
    raise DataError(
        "the data does not say where it is from (no definition and vintage columns): "
        "name publisher, table and vintage with source='…'",
    )


def name_ranks(rows: list[Row]) -> dict[str, int]:
    """Place of each row by name: engines sort names differently, so the order is settled here."""
    order = sorted(rows, key=lambda row: (partners.normalise(row.name), row.code))
    return {row.code: place for place, row in enumerate(order)}
