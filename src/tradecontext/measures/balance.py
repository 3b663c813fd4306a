"""Bilateral balances: exports minus imports, by partner and year."""

from __future__ import annotations

import re
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, Faults
from tradecontext.intake import arrangement, receipts, units
from tradecontext.text import exact

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd

HINT = "one row a partner, with exports and imports, or a balance"
DEFICIT = re.compile(
    r"d[eé]fi[cz]it|d[eé]ficyt|disavanzo|fehlbetrag|tekort|net.?imports?|importations? nettes", re.IGNORECASE
)
"""Names of columns whose positive figures may be deficits."""
ROUNDING = 1e-6
"""Relative difference allowed between a given balance and exports minus imports."""

ADDED_UP = 1e-5
"""Relative difference allowed between a figure and the sum of its rounded parts."""

NEAR_TIE = 0.005
"""A gap at a cut-off under this share of the value is a near tie."""


def bilateral(  # noqa: PLR0913 (one option for each column)
    data: pd.DataFrame,
    *,
    partner: str = "partner",
    exports: str | None = None,
    imports: str | None = None,
    balance: str | None = None,
    year: int | None = None,
    unit: str | None = None,
    currency: str | None = None,
    entities: Mapping[str, str] | None = None,
    reporter: str | None = None,
) -> pd.DataFrame:
    """Bring anyone's trade frame into one form.

    Parameters
    ----------
    data : DataFrame
        One row a partner and year.
    partner : str
        Column of ISO 3166-1 alpha-3 or alpha-2 codes, or of names as publishers write them.
    exports, imports, balance : str, optional
        Columns of the reporter's exports to, imports from, and balance with the partner; by default those of these
        names. Exports and imports give the balance; where not both are there, a balance is enough.
    year : int, optional
        The year of all rows where the frame has no ``year`` column.
    unit : str, optional
        ``"usd"``, ``"usd_thousand"``, ``"usd_million"`` or ``"usd_billion"``; for another `currency`, its code instead
        of ``usd``. Required here or in a column ``unit``, except for the package's own frames.
    currency : str, optional
        ISO 4217 code; US dollars if not given.
    entities : mapping, optional
        By spelling in the frame: the name of an entity that is no country, or the code of the country that it means.
    reporter : str, optional
        Whose trade it is, so that a message about the unit can name its currency.

    Returns
    -------
    DataFrame
        partner (str), year (int), exports, imports, balance (float, whole units of the currency, missing is NaN)
        in the order of `data`, with its index; the columns vintage and definition where `data` has them.
        ``attrs["names"]`` has the names of entities of one's own, ``attrs["currency"]`` the currency, and
        ``attrs["columns"]`` what the columns are called in `data`.

    Raises
    ------
    DataError
        Naming column and row: for unknown partners, cells that are not figures, negative flows, amounts larger than
        world trade, a balance that is not exports minus imports, or a partner that has two rows in a year.
    """
    import pandas as pd

    data = intake.frame(data, "data", HINT, value="balance")
    faults = Faults()
    own_names: dict[str, str] = {}
    with faults.noted():
        scale, code = units.factor(unit, currency, data)
    with faults.noted():
        own_names = intake.entities(entities)
    arrangement.no_partners_as_columns(data, partner)
    names: dict[str, Any] = {}
    with faults.noted():
        names = _columns(data, {"exports": exports, "imports": imports, "balance": balance})
    result = pd.DataFrame(index=data.index)
    own: dict[str, str] = {}
    with faults.noted():
        result["partner"], own = intake.codes(data, intake.column(data, partner, "partner"), own_names)
    with faults.noted():
        result["year"] = _years(data, year, [partner, *names.values()])
    figures: dict[str, np.ndarray[Any, np.dtype[np.float64]]] = {}
    for flow, name in names.items():
        with faults.noted():
            figures[flow] = intake.numbers(data, name, amounts=True)
    if names and len(figures) == len(names):
        with faults.noted():
            _there(names, figures)
            units.required(np.column_stack(list(figures.values())), unit, currency, data, reporter)
    faults.refuse()
    for flow in ("exports", "imports", "balance"):
        with faults.noted():
            result[flow] = _flow(figures[flow], data, names[flow], flow, (scale, code)) if flow in names else np.nan
    faults.refuse()
    if "exports" in names and "imports" in names:
        flows = (result[flow].to_numpy("float64") for flow in ("exports", "imports"))
        difference = pd.Series(exact.differences(*flows), index=data.index)
        if "balance" in names:
            _agrees(result, difference, data, names["balance"])
        result["balance"] = difference.fillna(result["balance"])  # a publisher may withhold a flow
    for column in ("vintage", "definition", receipts.COLUMN):
        if column in data.columns:
            result[column] = data[column]
    result.attrs = {"names": own, "currency": code, "columns": {"partner": partner, **names}}
    return result


def once(trade: pd.DataFrame, year_column: object = None) -> pd.DataFrame:
    """Refuse a partner that has two rows in one year; `year_column` is the author's name for the column of years.

    Raises
    ------
    DataError
        Naming the partner, the year and the rows.
    """
    twice = trade.duplicated(["partner", "year"], keep=False)
    if twice.any():
        first = trade[twice].iloc[0]
        rows = trade[(trade["partner"] == first["partner"]) & (trade["year"] == first["year"])]
        where = intake.several_rows(rows, list(range(len(rows))))
        # Rounding to a tenth of a million is least in the figures of the largest partner.
        sizes = trade.loc[twice, "balance"].abs().fillna(0).to_numpy()
        largest = trade.loc[twice].iloc[int(np.argmax(sizes))]
        same = (trade[["partner", "year"]] == largest[["partner", "year"]]).all(axis=1)
        if _has_a_sum(trade[same]):
            raise DataError(
                f"partner {first['partner']!r} has {len(rows)} rows for {first['year']} ({where}), and one is the sum "
                "of the others: there are months and years, or parts and their total; keep one of both"
            )
        partner, *flows = trade.attrs["columns"].values()
        raise DataError(
            f"partner {first['partner']!r} has {len(rows)} rows for {first['year']} ({where}); if they are parts of a "
            f"year or of its trade, add them up first: data.groupby({[partner, year_column or 'year']!r}, "
            f"as_index=False)[{flows!r}].sum(); if one revises another, keep the later",
        )
    return trade


def _has_a_sum(rows: pd.DataFrame) -> bool:
    """Return whether one of several rows is the sum of the others, so that adding all up would count them twice."""
    flows = [values for name in ("exports", "imports", "balance") if (values := rows[name].tolist()) and any(values)]
    there = [values for values in flows if not any(map(isnan, values))]

    def summed(row: int) -> bool:
        rest = [exact.total(each for at, each in enumerate(values) if at != row) for values in there]
        pairs = zip(there, rest, strict=True)
        return all(abs(values[row] - other) <= ADDED_UP * max(map(abs, values)) for values, other in pairs)

    return len(rows) > 2 and bool(there) and any(map(summed, range(len(rows))))


def near_tie(values: Sequence[float], place: int, within: float = NEAR_TIE) -> bool:
    """Return whether the last value shown and the first one left out are nearly the same.

    Parameters
    ----------
    values : sequence of float
        All values, largest first.
    place : int
        How many of them are shown.
    within : float
        Largest gap, as a share of the last value shown, that is still a near tie.

    Returns
    -------
    bool
        False where nothing is left out.
    """
    if not 0 < place < len(values):
        return False
    last, following = values[place - 1], values[place]
    return last > 0 and not isnan(following) and 1 - exact.ratio(following, last) < exact.fraction(within)


def _years(data: pd.DataFrame, year: int | None, taken: Collection[object]) -> np.ndarray[Any, np.dtype[np.int64]]:
    if "year" in data.columns:
        return intake.years(data)
    given = intake.year(year, "year")
    intake.no_other_year(data, taken)
    if given is None:
        raise DataError("there is no column 'year'; add one, or say which year the figures are of with year=…")
    return np.full(len(data), given, dtype="int64")


def _columns(data: pd.DataFrame, given: Mapping[str, str | None]) -> dict[str, Any]:
    """Return the columns of exports, imports and balance that the frame has, by flow.

    Raises
    ------
    DataError
        If they give no balance, if one column is named twice, or if the name of the balance says deficit.
    """
    faults = Faults()
    names: dict[str, Any] = {}
    for flow, name in given.items():
        with faults.noted():
            if name is not None:
                names[flow] = intake.column(data, name, flow)
            elif flow in data.columns:
                names[flow] = flow
    faults.refuse()
    if "balance" not in names:
        if not names:
            arrangement.no_flows_in_rows(data)
        for flow in ("exports", "imports"):
            if flow not in names:
                with faults.noted():
                    intake.column(data, flow, flow)
    faults.refuse()
    if len(set(names.values())) < len(names):
        raise DataError(
            f"exports, imports and balance have to be columns of their own, not {', '.join(map(str, names.values()))}"
        )
    _sign_known(names.get("balance"))
    return names


def _there(names: Mapping[str, Any], figures: Mapping[str, np.ndarray[Any, np.dtype[np.float64]]]) -> None:
    """Refuse flows that give no partner a balance.

    Raises
    ------
    DataError
        Naming the columns without a figure.
    """
    given = figures["exports"] - figures["imports"] if {"exports", "imports"} <= set(figures) else figures["balance"]
    if np.isnan(given).all():
        empty = [repr(names[flow]) for flow, values in figures.items() if np.isnan(values).all()]
        why = (
            f"{' and '.join(empty)} {'has' if len(empty) == 1 else 'have'} no figure"
            if empty
            else "none has both flows"
        )
        raise DataError(f"no partner has a balance: {why}; a balance takes exports and imports, or the balance itself")


def _sign_known(name: object) -> None:
    """Refuse a column of balances whose name says deficit: its positive figures would be drawn as surpluses.

    Raises
    ------
    DataError
        With the call to make, whether they are deficits or not.
    """
    if name is not None and DEFICIT.search(str(name)):
        raise DataError(
            f"balance={name!r}: is a positive figure of this column a deficit? A balance is exports minus imports. If "
            f"it is, turn the sign: data.assign(balance=-data[{name!r}]), with balance='balance'; if deficits are "
            f"negative in it, say so by its name: data.rename(columns={{{name!r}: 'balance'}})"
        )


def _flow(
    figures: np.ndarray[Any, np.dtype[np.float64]], data: pd.DataFrame, name: Any, flow: str, unit: tuple[float, str]
) -> np.ndarray[Any, np.dtype[np.float64]]:
    scale, currency = unit
    figures = np.array(exact.scaled(figures.tolist(), scale), dtype="float64")
    units.plausible(figures, data, name, currency, scale)
    if flow != "balance" and (figures < 0).any():
        row = int(np.argmax(figures < 0))
        raise DataError(
            f"column {name!r}, row {intake.place(data, row)}: {flow} of {figures[row]:,.0f} are negative; "
            f"a balance goes in balance=…, not in {flow}",
        )
    return figures


def _agrees(result: pd.DataFrame, difference: pd.Series[float], data: pd.DataFrame, name: Any) -> None:
    size = np.maximum(result["exports"].abs(), result["imports"].abs())
    # Published tables round each of the three separately, so a small difference is not a contradiction.
    off = (result["balance"] - difference).abs() > np.maximum(size * ROUNDING, 1.5e6)
    if off.any():
        row = int(np.argmax(off.to_numpy()))
        raise DataError(
            f"column {name!r}, row {intake.place(data, row)}: {result['balance'].iloc[row]:,.0f} is not "
            f"exports - imports ({difference.iloc[row]:,.0f}); correct it, or drop the column",
        )
