"""Reading each partner's figures, in whole units, from accounts, an input-output table or a trade frame."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import data as bundled
from tradecontext import intake
from tradecontext.charts import options as given
from tradecontext.errors import DataError, Faults
from tradecontext.intake import provenance, receipts, units, yearly
from tradecontext.intake import scope as scopes
from tradecontext.intake.dated import whole_years
from tradecontext.measures import MRIO, _panel
from tradecontext.measures.balance import bilateral, once
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from tradecontext.text.language import Language

Figures = dict[str, float]

FLOWS = ("exports", "imports")
PARTS = ("reporter", "partner", "third")
CONTENT = tuple(f"{flow}_{part}_content" for flow in FLOWS for part in PARTS)
STEPS = tuple(
    f"{flow}_{step}" for flow in FLOWS for step in ("returned", "onward", "double_counted", "foreign", "indirect")
)
BALANCED = "value_added"
WORLD = "WLD"
REST = "ROW"
BUNDLED = "wiod_value_added_balances"
COMPLETE = 1e-4
"""Sums over all partners are the same in both measures; rounded figures miss that by less than this."""
HINT = "one row a partner and year, as from tc.data.value_added_balances(), or a tc.measures.MRIO"


@dataclass(frozen=True)
class Accounts:
    """Figures by partner, in whole units of the currency. A missing figure is NaN; one that no partner has is absent.

    Parameters
    ----------
    figures : mapping
        By code: exports, imports, gross, value_added, the content of both flows, and the steps between balances.
    names : mapping
        Names in the reader's language, by code.
    scope : str
        "all" (goods and services), "goods", "services", "manufactures", words of the author's own, or an empty text if
        it is not known.
    world : mapping or None
        The two balances with all partners together.
    summed : bool
        Whether `world` is the sum of the partners in the data instead of a row of the world's own.
    source : Source or None
        The registered table.
    table : MRIO or None
        The table that the figures were computed from; `scale` is the factor from its unit to whole units.
    """

    figures: dict[str, Figures]
    names: dict[str, str]
    year: int
    currency: str
    scope: str
    reporter: tuple[str, str]
    lines: list[dict[str, str]]
    source: provenance.Source | None = None
    world: Figures | None = None
    summed: bool = False
    table: MRIO | None = None
    scale: float = 1.0

    def has(self, name: str) -> bool:
        """Say whether any partner has such a figure."""
        return any(not isnan(own.get(name, float("nan"))) for own in self.figures.values())

    def with_bridge(self, code: str) -> Accounts:
        """Return the accounts with the steps of one partner, which an input-output table computes on demand."""
        if self.table is None:
            return self
        steps = self.table.bridge(self.reporter[0], code)
        amounts = exact.scaled(steps["amount"].tolist(), self.scale)
        own = {
            f"{flow}_{step}": amount for step, flow, amount in zip(steps["step"], steps["flow"], amounts, strict=True)
        }
        found = {**self.figures[code], **{name: own[name] for name in STEPS}}
        return replace(self, figures={**self.figures, code: found})


def accounts(data: Any, options: Mapping[str, Any], language: Language) -> Accounts:
    """Read accounts, an input-output table or a trade frame.

    Raises
    ------
    DataError
        For data that is none of these, mixes two scopes, editions or definitions, or has no such year.
    """
    table = data if isinstance(data, MRIO) else None
    found = _of_table(data, options) if isinstance(data, MRIO) else data
    faults = Faults()
    entities: dict[str, str] = {}
    with faults.noted():
        entities = closing(language) | intake.entities(options["entities"])
    with faults.noted():
        used, year = window(of_reporter(found, options["reporter"]), options)
        with faults.noted():
            source = provenance.of(used, "measure")
            lines = yearly.sources(found, source, language, options["source"])
        with faults.noted():
            scope = scopes.scope(used, options["scope"])
        balance = options["balance"]
        if balance is None and "gross" in used.columns and "balance" not in used.columns:
            balance = "gross"
        named = {name: options[name] for name in ("partner", "exports", "imports", "unit", "currency", "reporter")}
        with faults.noted():
            trade = once(bilateral(used, year=year, entities=entities, balance=balance, **named))
    faults.refuse()
    figures = _figures(used, trade, options)
    currency = trade.attrs["currency"]
    own = trade.attrs["names"]
    reporter = given.reporter(options["reporter"], currency, entities | own, language)
    given.no_own_partner(reporter[0], figures)
    world = figures.pop(WORLD, None)
    result = Accounts(
        figures=figures,
        names={code: language.name(code, own) for code in figures},
        year=year,
        currency=currency,
        scope=scope or ("all" if table else ""),
        reporter=reporter,
        lines=lines,
        source=source,
        table=table,
        scale=units.factor(options["unit"], options["currency"], used)[0],
    )
    return _with_world(result, world)


def closing(language: Language) -> dict[str, str]:
    """Return the names of the rest of the world and of the world, in the reader's language."""
    return {REST: language.terms["rest_of_world"], WORLD: language.terms["world"]}


def _of_table(table: MRIO, options: Mapping[str, Any]) -> pd.DataFrame:
    """Return the balances of an input-output table, with its source."""
    reporter = "USA" if options["reporter"] is None else options["reporter"]
    found = table.balances(reporter)
    asked = intake.year(options["year"], "year")
    if table.year is not None and asked not in {None, table.year}:
        raise DataError(f"year={asked}: the table is of {table.year}")
    if table.source:
        found.attrs["source"] = {"text": table.source}
    if table.receipt:
        found[receipts.COLUMN] = table.receipt
    return found


def of_reporter(data: pd.DataFrame, asked: object) -> pd.DataFrame:
    """Return the rows of one reporter, if the frame has a column of reporters.

    Raises
    ------
    DataError
        If there are no rows of this reporter.
    """
    if "reporter" not in data.columns:
        return data
    codes = _panel.codes(data, "reporter")
    wanted = intake.known(["USA" if asked is None else asked], "reporter", dict.fromkeys(codes, ""))[0]
    kept = [code == wanted for code in codes]
    if not any(kept):
        raise DataError(f"reporter={wanted!r}: no row is of this reporter; the data has {given.some(set(codes))}")
    return data if all(kept) else data[kept]


def window(data: pd.DataFrame, options: Mapping[str, Any]) -> tuple[pd.DataFrame, int]:
    """Return the rows of the author's year, or of the last year, and that year.

    Raises
    ------
    DataError
        If the data does not have the year, or no year is known.
    """
    year = intake.year(options["year"], "year")
    named = (options[name] for name in ("partner", "exports", "imports", "balance") if isinstance(options[name], str))
    only = given.dated_by(data, year, {*FLOWS, *CONTENT, *STEPS, *named})
    if only is not None:
        return data, only
    years = intake.years(whole_years(data))
    there = set(years.tolist())
    year = max(there) if year is None else year
    given.in_the_data(year, "year", year, there)
    used = data[np.equal(years, year)]
    # pandas deep-copies attrs at every operation, which is slow; `data` still has them.
    used.attrs = {}
    return used, year


def _figures(used: pd.DataFrame, trade: pd.DataFrame, options: Mapping[str, Any]) -> dict[str, Figures]:
    """Return the flows and all other figures of each partner, in whole units."""
    scale, currency = units.factor(options["unit"], options["currency"], used)
    columns = {name: trade[name].tolist() for name in FLOWS} | {"gross": trade["balance"].tolist()}
    taken = {name: name for name in (*CONTENT, *STEPS, "value_added_exports", "value_added_imports")}
    taken[BALANCED] = "value_added_balance" if "value_added_balance" in used.columns else BALANCED
    for name, column in taken.items():
        if column in used.columns:
            columns[name] = exact.scaled(intake.numbers(used, column, amounts=True).tolist(), scale)
            units.plausible(np.array(columns[name], dtype="float64"), used, column, currency)
    codes = trade["partner"].tolist()
    return {code: {name: values[row] for name, values in columns.items()} for row, code in enumerate(codes)}


def _with_world(found: Accounts, own: Figures | None) -> Accounts:
    """Add the balances with all partners, if known: from the world's row, or from a sum that misses no partner."""
    if own is None and found.source is not None and (found.source.definition, found.reporter[0]) == (BUNDLED, "USA"):
        own = _bundled_world(found.source.vintage, found.year)
    if own is not None:
        _same_in_both(own)
        whole = not isnan(own["gross"]) and not isnan(own.get(BALANCED, float("nan")))
        return replace(found, world=own if whole else None)
    rows = [(each["gross"], each.get(BALANCED, float("nan"))) for each in found.figures.values()]
    gross, added = (exact.total(column) for column in zip(*rows, strict=True)) if rows else (0.0, 0.0)
    size = exact.total(abs(each) for each, _ in rows)
    # The sums of the two balances are equal only over all partners, so a difference shows that some are missing.
    complete = len(rows) > 1 and abs(gross - added) <= COMPLETE * size
    return replace(found, world={"gross": gross, BALANCED: added}, summed=True) if complete else found


def _same_in_both(world: Figures) -> None:
    gross, added = world["gross"], world.get(BALANCED, float("nan"))
    size = max(abs(gross), world["exports"] + world["imports"]) if "exports" in world else abs(gross)
    if abs(gross - added) > COMPLETE * size:
        raise DataError(
            f"partner {WORLD}: all partners together have the same balance in both measures, and these are "
            f"{gross:,.0f} and {added:,.0f}; take both from one table, or leave the row out"
        )


def _bundled_world(vintage: str, year: int) -> Figures | None:
    table = bundled.value_added_balances(aggregates=True)
    row = table[(table["partner"] == WORLD) & (table["year"] == year) & (table["vintage"] == vintage)]
    if row.empty:
        return None
    return {"gross": float(row["balance"].iloc[0]), BALANCED: float(row["value_added_balance"].iloc[0])}
