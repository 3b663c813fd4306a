"""From anyone's data frame to one this package can draw: columns, partners, units and figures checked."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import partners
from tradecontext.errors import DataError
from tradecontext.frame import words

if TYPE_CHECKING:
    import pandas as pd

SCALES = {"": 1.0, "_thousand": 1e3, "_million": 1e6, "_billion": 1e9}
CEILING = 5e13
"""Twice the world's goods exports of 2021, which WITS's published stages of processing add up to 24.2 trillion
dollars: no flow between two partners comes near it, so a larger figure is in another unit."""
WEAKEST_CURRENCY = 1e5
"""Units to a dollar allowed for where the currency is not one of the STRONG ones."""
STRONG = {"USD", "EUR", "GBP", "CHF", "CAD", "AUD"}


def frame(data: object, name: str, hint: str) -> pd.DataFrame:
    """Check that `data` is a data frame with rows and column names that are text.

    Raises
    ------
    DataError
        If it is not, with `hint` on what to pass.
    """
    import pandas as pd

    if not isinstance(data, pd.DataFrame):
        raise DataError(f"{name} has to be a pandas DataFrame ({hint}), not {type(data).__name__}")
    if data.empty:
        raise DataError(f"{name} has no rows ({hint})")
    twice = data.columns[data.columns.duplicated()]
    if len(twice):
        raise DataError(f"{name} has two columns called {str(twice[0])!a}; rename one")
    return data


def column(data: pd.DataFrame, name: object, option: str) -> str:
    """Return the name of a column that has to be there, or say which ones are.

    Raises
    ------
    DataError
        If the frame has no such column.
    """
    if name not in data.columns:
        have = ", ".join(map(str, list(data.columns)[:20]))
        raise DataError(f"there is no column {str(name)!a} (the columns are {have}); name yours with {option}=…")
    return str(name)


def numbers(data: pd.DataFrame, name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return a column as float64 (n,), missing as NaN.

    Raises
    ------
    DataError
        For text, infinities and anything else that is not a figure, with its row.
    """
    import pandas as pd

    values = data[name]
    if pd.api.types.is_bool_dtype(values) or pd.api.types.is_datetime64_any_dtype(values):
        raise DataError(f"column {name!a} has {values.dtype} values, not figures")
    figures = pd.to_numeric(values, errors="coerce").to_numpy(dtype="float64", na_value=np.nan)
    if not pd.api.types.is_numeric_dtype(values):
        lost = np.isnan(figures) & values.notna().to_numpy()
        text = np.array([isinstance(value, str) for value in values])
        if (lost | text).any():
            row = int(np.argmax(lost | text))
            raise DataError(
                f"column {name!a}, row {data.index[row]!r}: {str(values.iloc[row])[:40]!a} is text, not a figure; "
                "turn the column into numbers first (pd.to_numeric, without thousands marks)",
            )
    if np.isinf(figures).any():
        row = int(np.argmax(np.isinf(figures)))
        raise DataError(
            f"column {name!a}, row {data.index[row]!r}: the figure is infinite; correct it or leave it missing"
        )
    return figures


def codes(data: pd.DataFrame, name: str, entities: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """Return each row's partner code, and the names of those that are entities of the author's own.

    Parameters
    ----------
    data : DataFrame
        Rows with a partner column, and perhaps ``partner_name``.
    name : str
        The partner column: ISO alpha-3 or alpha-2 codes, or names as publishers write them.
    entities : mapping
        Entities of one's own, code to name.

    Raises
    ------
    DataError
        For a blank or unknown partner, with its row and what it may have meant.
    """
    import pandas as pd

    own: dict[str, str] = {}
    found: dict[object, str] = {}
    labels = data["partner_name"].tolist() if "partner_name" in data.columns else [None] * len(data)
    values = data[name].tolist()
    for row, value in enumerate(values):
        if isinstance(value, str) and value in found:
            continue
        if not isinstance(value, str) or not value.strip():
            shown = "blank" if isinstance(value, str) or pd.isna(value) else f"{value!r}, not text"
            raise DataError(
                f"column {name!a}, row {data.index[row]!r}: the partner is {shown}; give an ISO alpha-3 code or a name"
                + (' (pandas reads Namibia\'s "NA" as missing: keep_default_na=False)' if shown == "blank" else ""),
            )
        if value in entities:
            own[value] = words(entities[value], f"entities {value!a}", 300)
            found[value] = value
        elif (code := partners.resolve(value)) is not None:
            found[value] = code
        elif isinstance(label := labels[row], str) and label.strip():
            own[value] = words(label, f"column 'partner_name', row {data.index[row]!r}", 300)
            found[value] = words(value, f"column {name!a}, row {data.index[row]!r}", 60)
        else:
            near = partners.suggest(value)
            guess = f"did you mean {' or '.join(near)}? " if near else ""
            raise DataError(
                f"column {name!a}, row {data.index[row]!r}: no partner is called {value[:60]!a}; {guess}"
                f"an entity of your own takes a name: entities={{{value[:60]!a}: 'its name'}}",
            )
    return [found[value] for value in values], own


def known(values: object, option: str, own: Mapping[str, str]) -> tuple[str, ...]:
    """Partner codes from an option's list of codes or names."""
    if isinstance(values, str) or not isinstance(values, Sequence):
        raise DataError(f"{option} has to be a list of partners, for example {option}=['MEX']")
    found = []
    for value in values:
        code = value if value in own else partners.resolve(value) if isinstance(value, str) else None
        if code is None:
            near = partners.suggest(str(value))
            raise DataError(
                f"{option}: no partner is called {str(value)[:60]!a}"
                + (f"; did you mean {' or '.join(near)}?" if near else "")
            )
        found.append(code)
    return tuple(dict.fromkeys(found))


def years(data: pd.DataFrame, name: str = "year") -> np.ndarray[Any, np.dtype[np.int64]]:
    """Return a column of calendar years as int64 (n,).

    Raises
    ------
    DataError
        For what is not a whole year of four digits.
    """
    figures = numbers(data, name)
    wrong = ~((figures >= 1000) & (figures <= 9999) & (figures == np.floor(figures)))
    if wrong.any():
        row = int(np.argmax(wrong))
        raise DataError(f"column {name!a}, row {data.index[row]!r}: {figures[row]!s} is not a calendar year")
    return figures.astype("int64")


def factor(unit: object, currency: object, data: pd.DataFrame) -> tuple[float, str]:
    """Return how many units of currency one figure is, and the currency's ISO 4217 code.

    Raises
    ------
    DataError
        For an unknown unit, two units in one frame, or a unit that is not of the currency.
    """
    if unit is None and "unit" in data.columns:
        found = data["unit"].dropna().unique().tolist()
        if len(found) > 1:
            raise DataError(f"column 'unit' has several units ({', '.join(map(str, found[:4]))}); convert to one")
        unit = found[0] if found else None
    code = "USD" if currency is None else currency
    if not isinstance(code, str) or not (len(code) == 3 and code.isascii() and code.isupper()):
        raise DataError(f"currency={currency!a} has to be an ISO 4217 code of three letters, for example 'EUR'")
    if unit is None:
        return 1.0, code
    prefix = code.lower() if currency is not None else str(unit)[:3]
    scale = SCALES.get(str(unit)[3:]) if isinstance(unit, str) and unit[:3] == prefix and unit[:3].islower() else None
    if scale is None:
        choice = ", ".join(f"'{code.lower()}{name}'" for name in SCALES)
        raise DataError(f"unit={unit!a} is not known; choose one of {choice}")
    return scale, str(unit)[:3].upper()


def plausible(values: np.ndarray[Any, np.dtype[np.float64]], data: pd.DataFrame, what: str, currency: str) -> None:
    """Refuse amounts that world trade cannot reach, and warn of ones that look a million times too small."""
    ceiling = CEILING * (1 if currency in STRONG else WEAKEST_CURRENCY)
    size = np.abs(values)
    if size.size == 0 or np.isnan(size).all():
        return
    row = int(np.nanargmax(size))
    if size[row] > ceiling:
        raise DataError(
            f"column {what!a}, row {data.index[row]!r}: {values[row]:,.0f} {currency} exceeds world trade; "
            "say which unit the figures are in, for example unit='usd_million' or, for whole dollars, unit='usd'",
        )
    if 0 < size[row] < 1e7 and len(values) > 2:
        warnings.warn(
            f"the largest figure in {what!r} is {size[row]:,.0f} {currency}; "
            "if the figures are in thousands, millions or billions, say so: unit='usd_million'",
            stacklevel=6,
        )
