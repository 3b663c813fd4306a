"""Parse tables saved from USA Trade Online, the Census Bureau's tool: countries by time, in dollars, below titles."""

from __future__ import annotations

import csv
import re
from functools import cache

import pandas as pd

from tradecontext import partners
from tradecontext.data import _census
from tradecontext.errors import DataError
from tradecontext.partners.spelling import normalise
from tradecontext.readers import _tables
from tradecontext.readers._census_workbook import MONTHS
from tradecontext.readers._faults import Faults

#: Measures of all trade, by flow. Consumption, vessel and air values count something else.
_MEASURES = {
    "customsvaluegenus": "imports",
    "totalexportsvalueus": "exports",
    "totalvalueus": "exports",
}
#: A measure of either flow; the title lines or the file's name have to say which.
_EITHER = "valueus"
_DOLLARS = "($us)"
#: Number of first lines among which the header is looked for.
_TITLES = 12
_LONGEST = 2000
_PLACES = (("country", "countries"), ("time",))
_ALL = re.compile(r"(?:all|total)\b.*|-*", re.IGNORECASE)
_TIME = re.compile(r"(?:([A-Za-z]{3})[a-z]* )?((?:19|20)[0-9]{2})(?: through ([A-Za-z]{3})[a-z]*)?")
_WORLD = "-"


def _header(text: str) -> int | None:
    """Return the index of the header line, or None if the file is no such table."""
    for number, line in enumerate(text.split("\n", _TITLES)[:_TITLES]):
        # The header has three columns, so only the beginning of a long line is parsed.
        cells = [cell.strip().casefold() for cell in next(csv.reader([line[:_LONGEST]]), [])]
        if {"time"} <= set(cells) and {"country", "countries"} & set(cells) and any(_DOLLARS in each for each in cells):
            return number
    return None


def is_one(text: str) -> bool:
    """Return whether a text is such a table."""
    return _header(text) is not None


def parse(text: str, called: str, left_out: list[str]) -> pd.DataFrame:
    """Parse a table into long rows; append to `left_out` what is left out.

    Returns
    -------
    pandas.DataFrame
        census_code, name, year, month, flow, to_date (bool), value (US dollars), as of an answer of the API. A year's
        figure is the year to December.

    Raises
    ------
    DataError
        Naming the cells that are no total, country, time or number.
    """
    at = _header(text) or 0
    lines = text.split("\n")
    table = _tables.delimited("\n".join(lines[at:]), called)
    table.index = table.index + at
    letters = {str(name): normalise(str(name).replace("(Default Member)", "")) for name in table.columns}
    country, time = (next(name for name in letters if letters[name] in each) for each in _PLACES)
    flows = _flows(letters, " ".join([*lines[:at], called]), called)
    faults = Faults(called)
    dollars = [name for name in letters if name not in flows and _DOLLARS in name.casefold()]
    for name in letters:
        if name in {country, time, *flows, *dollars} or re.search(r"\(kg\)|quantity|unit", name, re.IGNORECASE):
            continue
        parts = sorted({cell for cell in table[name] if not _ALL.fullmatch(cell)})
        if parts:
            faults.add([f"column {name} has {parts[0][:40]!a}, a part of trade, not all goods: choose the total of it"])
    if dollars:
        left_out.append(f"other values ({', '.join(dollars[:3])})")
    when = table[time].map(_when)
    faults.add(
        f"row {row}, column {time}: {table[time][row][:40]!a} is no year or month" for row in when.index[when.isna()]
    )
    codes = {name: _code(name) for name in set(table[country])}
    groups = table[country].map(lambda name: codes[name] is None and partners.is_sum(name))
    unknown = table[country].map(codes).isna() & ~groups
    faults.add(f"row {row}: no country is called {table[country][row][:40]!a}" for row in table.index[unknown])
    # The tool always separates thousands with commas.
    plain = table[list(flows)].replace(r"(?<=[0-9]),(?=[0-9]{3}(?:[,.]|$))", "", regex=True)
    figures = _tables.all_numbers(plain, called, faults)
    faults.refuse()
    if groups.any():
        left_out.append(f"groups of countries ({', '.join(sorted(set(table[country][groups]))[:4])})")
    kept = table[~groups]
    base = pd.DataFrame({"census_code": kept[country].map(codes), "name": kept[country]})
    for place, part in enumerate(("year", "month", "to_date")):
        base[part] = [each[place] for each in when[kept.index]]
    return pd.concat(
        [base.assign(flow=flow, value=figures[name][kept.index]) for name, flow in flows.items()], ignore_index=True
    )


def _flows(letters: dict[str, str], title: str, called: str) -> dict[str, str]:
    """Return the flow of each column of values of all trade."""
    flows = {name: _MEASURES[letter] for name, letter in letters.items() if letter in _MEASURES}
    either = next((name for name, letter in letters.items() if letter == _EITHER), None)
    said = {flow for flow in ("imports", "exports") if flow.removesuffix("s") in title.casefold()}
    if not flows and either is not None and len(said) == 1:
        return {either: said.pop()}
    if flows:
        return flows
    what = (
        f"its column {either} does not say whether these are imports or exports: save it with its title lines, or name "
        'the column as the tool names it for all trade, "Customs Value (Gen) ($US)" or "Total Exports Value ($US)"'
        if either is not None
        else "it has no value of all trade: choose the measure Customs Value (Gen) for imports, or Total Exports Value "
        "for exports"
    )
    raise DataError(f"{called} is a table saved from USA Trade Online, and {what}")


def _when(written: str) -> tuple[int, int, bool] | None:
    """Return year, month, and whether the figure is for the year to that month."""
    found = _TIME.fullmatch(written)
    month = found and (found[1] or found[3])
    if found is None or (found[1] and found[3]) or (month and month.upper() not in MONTHS):
        return None
    return int(found[2]), MONTHS.index(month.upper()) + 1 if month else 12, not found[1]


@cache
def _names() -> dict[str, str]:
    table = _census.codes()
    table = table[table["row_type"] == "country"]
    written = [(table[column], table.index) for column in ("name", "api_name")]
    return {normalise(name): str(code) for names, codes in written for name, code in zip(names, codes, strict=True)}


@cache
def _codes() -> dict[str, str]:
    table = _census.codes()
    # Codes of former countries may have the same partner: the first in the table is the country's own.
    return {str(partner): str(code) for code, partner in reversed(list(table["partner"].items()))}


def _code(name: str) -> str | None:
    """Return the Census code of a country as the tool writes it."""
    if normalise(name) in {"worldtotal", "world", "totalforallcountries"}:
        return _WORLD
    known = _names().get(normalise(name))
    return known or _codes().get(partners.resolve(name) or "")
