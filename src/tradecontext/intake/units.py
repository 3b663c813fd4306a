"""Units of money: the size of one unit of the figures, and whether the amounts are plausible."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext.errors import DataError, caution, shown
from tradecontext.intake import missing, place

if TYPE_CHECKING:
    import pandas as pd

SCALES = {"": 1.0, "_thousand": 1e3, "_million": 1e6, "_billion": 1e9}
CEILING = 5e13
"""Dollars: twice the world's goods exports of 2021, the sum of the stages of processing that WITS publishes (23.4
trillion). No flow between two partners comes near it, so a larger figure is in another unit."""
WEAKEST_CURRENCY = 1e5
"""Units per dollar that are assumed at most for a currency that is not one of the STRONG ones."""
LARGEST_FLOW = 2e12
"""Dollars: several times the largest flow in the Census tables, 1985-2024 (US imports from China in 2018: 0.54e12)."""
SMALLEST_LARGEST = 1e7
"""If the largest flow is under ten million and has decimals, the figures are probably millions or billions."""
STRONG = {"USD", "EUR", "GBP", "CHF", "CAD", "AUD"}


def factor(unit: object, currency: object, data: pd.DataFrame) -> tuple[float, str]:
    """Return the factor from figures to whole units of the currency, and the currency's ISO 4217 code.

    Raises
    ------
    DataError
        If the unit is unknown or of another currency, or the frame has two units.
    """
    if unit is None and "unit" in data.columns:
        unit = _unit_column(data)
    code = "USD" if currency is None else currency
    if not isinstance(code, str) or not re.fullmatch("[A-Z]{3}", code):
        raise DataError(f"currency={shown(currency)} has to be an ISO 4217 code of three letters, for example 'EUR'")
    if unit is None:
        return 1.0, code
    match = re.fullmatch("([a-z]{3})(|_thousand|_million|_billion)", unit) if isinstance(unit, str) else None
    if match is None or (currency is not None and match[1] != code.lower()):
        choice = ", ".join(f"'{code.lower()}{name}'" for name in SCALES)
        raise DataError(
            f"unit={shown(unit)} is not known; choose one of {choice}, or the same of another currency, 'eur_thousand'"
        )
    return SCALES[match[2]], match[1].upper()


def _unit_column(data: pd.DataFrame) -> object:
    found: list[object] = []
    for row, value in enumerate(data["unit"].tolist()):
        each = None if missing(value) else value
        if each not in found:
            found.append(each)
        if len(found) > 1:
            listed = ", ".join("none" if each is None else shown(each) for each in found)
            raise DataError(
                f"column 'unit', row {place(data, row)}: several units in one frame ({listed}); convert to one"
            )
    return found[0]


def plausible(
    values: np.ndarray[Any, np.dtype[np.float64]], data: pd.DataFrame, what: Any, currency: str, scale: float = 1.0
) -> None:
    """Refuse amounts larger than world trade, and warn about amounts larger than any flow so far.

    Raises
    ------
    DataError
        With the unit that is more likely.
    """
    strong = currency in STRONG
    size = np.abs(values)
    if size.size == 0 or np.isnan(size).all():
        return
    row = int(np.nanargmax(size))
    code = currency.lower()
    amount = f"{values[row]:.3g}" if size[row] > 1e18 else f"{values[row]:,.0f}"
    if size[row] > CEILING * (1 if strong else WEAKEST_CURRENCY):
        raise DataError(
            f"column {what!r}, row {place(data, row)}: {amount} {currency} exceeds world trade; its figure, "
            f"{size[row] / scale:,.10g}, is more likely in another unit: "
            f"unit='{code}{_likely(float(size[row]) / scale)}'",
        )
    if strong and size[row] > LARGEST_FLOW:
        caution(
            f"the largest figure in {what!r} is {amount} {currency}, more than any two countries trade: check unit="
        )


def required(
    values: np.ndarray[Any, np.dtype[np.float64]], unit: object, currency: object, data: pd.DataFrame, of: object = None
) -> None:
    """Refuse amounts whose unit is not given; `values` are the frame's own figures, (n, flows).

    Frames with a definition are this package's own, which are in whole US dollars; all others have to give their unit.

    Parameters
    ----------
    unit, currency : str, optional
        The author's options.
    of : str, optional
        The reporter, whose currency it may be.

    Raises
    ------
    DataError
        With the unit that the size of the figures makes likely.
    """
    if unit is not None or ("unit" in data.columns and _unit_column(data) is not None):
        return
    largest = float(np.nanmax(np.abs(values), initial=0.0))
    if largest == 0:
        return
    if _defined(data) and not _scaled(values, largest):
        return
    code = currency.lower() if isinstance(currency, str) else "usd"
    scale = _likely(largest)
    abroad = currency is None and of not in (None, "USA", "US")
    say = (
        f"give the unit in the currency of the data: unit='eur{scale}', unit='usd{scale}' …"
        if abroad
        else f"say unit='{code}{scale}'"
    )
    whole = f"{largest * SCALES[scale] / 1e9:,.4g} billion" + ("" if abroad else f" {code.upper()}")
    raise DataError(
        f"what is the unit? The largest is {_plain(largest)}: if that is {whole}, {say} (the units are "
        f"{', '.join(repr(code + name) for name in SCALES)}, and the same of other currencies)"
    )


def _plain(value: float) -> str:
    """Return a figure as text for a message, with decimals if it has any."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.10g}"


def _defined(data: pd.DataFrame) -> bool:
    """Return whether all rows of a frame have a definition, as in this package's frames, which are in whole dollars."""
    return "definition" in data.columns and not data["definition"].isna().any()


def _scaled(values: np.ndarray[Any, np.dtype[np.float64]], largest: float) -> bool:
    """Return whether whole dollars seem to have been divided: small amounts with decimals are millions or billions."""
    there = values[~np.isnan(values)]
    return largest < SMALLEST_LARGEST and bool((np.abs(there - np.round(there)) > 1e-6).any())


def _likely(largest: float) -> str:
    """Return the suffix of the likely unit: the one in which the largest flow is between 1 and 1,000 billion."""
    return next(
        (name for name, least in (("", 1e9), ("_thousand", 1e6), ("_million", 1e3)) if largest >= least), "_billion"
    )
