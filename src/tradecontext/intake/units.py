"""Units of money: what one figure stands for, and whether world trade can reach it."""

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
"""Twice the world's goods exports of 2021, whose stages of processing WITS publishes and which add up to 23.4 trillion
dollars: no flow between two partners comes near it, so a larger figure is in another unit."""
WEAKEST_CURRENCY = 1e5
"""Units to a dollar allowed for where the currency is not one of the STRONG ones."""
LARGEST_FLOW = 2e12
"""Several times the largest flow in the Census tables of 1985 to 2024 (US imports from China in 2018: 0.54e12)."""
SMALLEST_LARGEST = 1e7
"""Whole dollars whose largest flow is under ten million and which have cents are likely millions or billions."""
STRONG = {"USD", "EUR", "GBP", "CHF", "CAD", "AUD"}


def factor(unit: object, currency: object, data: pd.DataFrame) -> tuple[float, str]:
    """Return how many units of currency one figure is, and the currency's ISO 4217 code.

    Raises
    ------
    DataError
        For an unknown unit, two units in one frame, or a unit that is not of the currency.
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
    """Refuse amounts that no trade reaches, and warn of one that none has reached yet.

    Raises
    ------
    DataError
        With the unit to name instead.
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


def named(
    values: np.ndarray[Any, np.dtype[np.float64]], unit: object, currency: object, data: pd.DataFrame, of: object = None
) -> None:
    """Refuse amounts of which nobody says what one is: `values` (n, flows) as the frame has them.

    A frame with a definition is in whole US dollars, as this package hands it out; any other says its unit.

    Parameters
    ----------
    unit, currency : str, optional
        What the author says.
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
        f"say it in the currency it is in: unit='eur{scale}', unit='usd{scale}' …"
        if abroad
        else f"say unit='{code}{scale}'"
    )
    whole = f"{largest * SCALES[scale] / 1e9:,.4g} billion" + ("" if abroad else f" {code.upper()}")
    raise DataError(
        f"what is one figure? The largest is {_plain(largest)}: if that is {whole}, {say} (the units are "
        f"{', '.join(repr(code + name) for name in SCALES)}, and the same of other currencies)"
    )


def _plain(value: float) -> str:
    """Write a figure for a message, with its decimals where it has any."""
    return f"{value:,.0f}" if value == round(value) else f"{value:,.10g}"


def _defined(data: pd.DataFrame) -> bool:
    """Say whether a frame has a definition, as the frames of this package have, whose amounts are in whole dollars."""
    return "definition" in data.columns and not data["definition"].isna().any()


def _scaled(values: np.ndarray[Any, np.dtype[np.float64]], largest: float) -> bool:
    """Say whether whole dollars have been divided: small amounts with cents are millions or billions."""
    there = values[~np.isnan(values)]
    return largest < SMALLEST_LARGEST and bool((np.abs(there - np.round(there)) > 1e-6).any())


def _likely(largest: float) -> str:
    """Return the ending of the unit in which a table's largest flow is likely to be, between 1 and 1,000 billion."""
    return next(
        (name for name, least in (("", 1e9), ("_thousand", 1e6), ("_million", 1e3)) if largest >= least), "_billion"
    )
