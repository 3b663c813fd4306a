"""From anyone's data frame to one this package can draw: columns, partners, units and figures checked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from math import isnan
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext import partners
from tradecontext.errors import DataError, shown
from tradecontext.frame import filled

if TYPE_CHECKING:
    import pandas as pd

LONGEST_NAME = 100
"""Most characters in an entity's name: it stands in a row's header, and in every sentence about it."""


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
    if data.columns.nlevels > 1:
        raise DataError(f"{name} has columns of {data.columns.nlevels} levels; flatten them, so that each has one name")
    twice = data.columns[data.columns.duplicated()]
    if len(twice):
        raise DataError(f"{name} has two columns called {str(twice[0])!r}; rename one")
    return data


def column(data: pd.DataFrame, name: Any, option: str) -> Any:
    """Return the name of a column that has to be there, or say which ones are.

    Raises
    ------
    DataError
        If the frame has no such column.
    """
    if not isinstance(name, (str, int, float)) or name not in data.columns:
        have = ", ".join(map(str, list(data.columns)[:20]))
        raise DataError(f"there is no column {shown(name)} (the columns are {have}); name yours with {option}=…")
    return name


def place(data: pd.DataFrame, row: int) -> str:
    """Name a row as its frame does."""
    label = data.index[row]
    return shown(label.item() if isinstance(label, np.generic) else label)


def numbers(data: pd.DataFrame, name: Any) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Return a column as float64 (n,), missing as NaN.

    Raises
    ------
    DataError
        For text, infinities and anything else that is not a figure, with its row.
    """
    import pandas as pd

    values = data[name]
    kind = pd.api.types
    if isinstance(values.dtype, pd.CategoricalDtype) or kind.is_object_dtype(values) or kind.is_string_dtype(values):
        figures = _figures(values.astype(object).tolist(), data, name)
    elif kind.is_numeric_dtype(values) and not kind.is_bool_dtype(values) and not kind.is_complex_dtype(values):
        figures = values.to_numpy(dtype="float64", na_value=np.nan)
    else:
        raise DataError(f"column {name!r} has {values.dtype} values, not figures; turn it into numbers first")
    if np.isinf(figures).any():
        row = int(np.argmax(np.isinf(figures)))
        raise DataError(
            f"column {name!r}, row {place(data, row)}: the figure is infinite; correct it or leave it missing"
        )
    return figures


def _figures(values: list[Any], data: pd.DataFrame, name: Any) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Read figures among objects of any kind: numbers as they are, what says missing as missing, nothing else."""
    figures = np.full(len(values), np.nan)
    for row, value in enumerate(values):
        if isinstance(value, (int, float, Decimal, np.number)) and not isinstance(
            value, (bool, np.complexfloating, np.timedelta64)
        ):
            try:
                figures[row] = float(value)
            except (OverflowError, ValueError):
                figures[row] = np.inf
        elif not missing(value):
            text = "text" if isinstance(value, str) else type(value).__name__
            raise DataError(
                f"column {name!r}, row {place(data, row)}: {str(value)[:40]!r} is {text}, not a figure; "
                "turn the column into numbers first (pd.to_numeric, without thousands marks)",
            )
    return figures


YEAR_NAMES = {
    "year",
    "years",
    "yr",
    "año",
    "años",
    "anio",
    "ano",
    "ejercicio",
    "année",
    "annee",
    "jahr",
    "anno",
    "time_period",
}


def no_other_year(data: pd.DataFrame, taken: Collection[object]) -> None:
    """Refuse a frame without a column ``year`` that has its years under another name; columns `taken` are known.

    Raises
    ------
    DataError
        Naming the column, and how to rename it.
    """
    for name in data.columns:
        if name in taken:
            continue
        values = data[name]
        whole = values.dtype.kind in "iu" and bool(((values >= 1900) & (values <= 2100)).all())
        if whole or str(name).strip().casefold() in YEAR_NAMES:
            raise DataError(
                f"there is no column 'year', but {name!r} looks like one; "
                f"rename it: data.rename(columns={{{name!r}: 'year'}})"
            )


def missing(value: object) -> bool:
    """Say whether a value is one of the ways in which pandas says that there is none."""
    return value is None or type(value).__name__ in {"NAType", "NaTType"} or (isinstance(value, float) and isnan(value))


def entities(value: object) -> dict[str, str]:
    """Return the entities of one's own, code to name.

    Raises
    ------
    DataError
        If a code or a name is no text that can be printed.
    """
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise DataError("entities has to be a mapping of code to name, for example {'EU27': 'European Union'}")
    return {
        own_code(code, f"the code {shown(code)} in entities"): filled(name, f"entities {shown(code)}", LONGEST_NAME)
        for code, name in value.items()
    }


def own_code(value: object, field: str) -> str:
    """Return a code of one's own, which may not be one of the closing rows'."""
    code = filled(value, field, 60)
    if code.startswith("_"):
        raise DataError(f"{field} is {code!r}; a code of your own cannot begin with an underscore")
    return code


def codes(data: pd.DataFrame, name: Any, entities: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
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
    own: dict[str, str] = {}
    found: dict[object, str] = {}
    labels = data["partner_name"].tolist() if "partner_name" in data.columns else [None] * len(data)
    values = data[name].tolist()
    for row, value in enumerate(values):
        if isinstance(value, str) and value in found:
            continue
        if not isinstance(value, str) or not value.strip():
            blank = isinstance(value, str) or missing(value)
            what = "blank" if blank else f"{shown(value)}, not text"
            raise DataError(
                f"column {name!r}, row {place(data, row)}: the partner is {what}; give an ISO alpha-3 code or a name"
                + (' (pandas reads Namibia\'s "NA" as missing: keep_default_na=False)' if blank else ""),
            )
        if value.strip() in entities:
            found[value] = value.strip()
            own[found[value]] = entities[found[value]]
        elif (code := partners.resolve(value)) is not None:
            found[value] = code
        elif isinstance(label := labels[row], str) and label.strip():
            found[value] = own_code(value, f"column {name!r}, row {place(data, row)}")
            own[found[value]] = filled(label, f"column 'partner_name', row {place(data, row)}", LONGEST_NAME)
        elif partners.is_group(value):
            raise DataError(
                f"column {name!r}, row {place(data, row)}: {value[:60]!r} is a group; leave it out, or, where it "
                f"stands instead of its members, name it: entities={{{value[:60]!r}: {value[:60]!r}}}",
            )
        else:
            near = partners.suggest(value)
            guess = f"did you mean {' or '.join(near)}? " if near else ""
            raise DataError(
                f"column {name!r}, row {place(data, row)}: no partner is called {value[:60]!r}; {guess}"
                f"an entity of your own takes a name: entities={{{value[:60]!r}: 'its name'}}",
            )
    return [found[value] for value in values], own


def known(values: object, option: str, own: Mapping[str, str]) -> tuple[str, ...]:
    """Partner codes from an option's list of codes or names."""
    if isinstance(values, (str, bytes)) or not isinstance(values, Sequence):
        raise DataError(f"{option} has to be a list of partners, for example {option}=['MEX']")
    found = []
    for value in values:
        code = None
        if isinstance(value, str):
            code = value.strip() if value.strip() in own else partners.resolve(value)
        if code is None:
            near = partners.suggest(value)
            raise DataError(
                f"{option}: no partner is called {shown(value)}"
                + (f"; did you mean {' or '.join(near)}?" if near else "")
            )
        found.append(code)
    return tuple(dict.fromkeys(found))


def years(data: pd.DataFrame, name: Any = "year") -> np.ndarray[Any, np.dtype[np.int64]]:
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
        raise DataError(f"column {name!r}, row {place(data, row)}: {figures[row]:g} is not a calendar year")
    return figures.astype("int64")


def year(value: object, option: str) -> int | None:
    """Return an option that is a calendar year, or None.

    Raises
    ------
    DataError
        If it is anything else.
    """
    if value is None:
        return None
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or not 1000 <= value <= 9999:
        raise DataError(f"{option}={shown(value)} has to be a calendar year, for example {option}=2024")
    return int(value)
