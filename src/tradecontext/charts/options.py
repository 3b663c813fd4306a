"""Reading the options that several charts have, so that each has one meaning and one wording of its errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, Faults, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import pandas as pd

    from tradecontext.text.language import Language

T = TypeVar("T")

MOST = 1000
"""The largest number of rows that an author may ask for."""
LISTED = 12
"""The most partners that a message lists; an ellipsis stands for the rest."""


def count(value: object, option: str, least: int, otherwise: str = "") -> int:
    """Return an option that is a number of rows; `otherwise` says what else it may be.

    Raises
    ------
    DataError
        If it is not a whole number, or out of range.
    """
    if not isinstance(value, (int, np.integer)) or isinstance(value, bool) or not least <= value <= MOST:
        raise DataError(f"{option}={shown(value)} has to be a whole number of rows, {least} to {MOST}{otherwise}")
    return int(value)


def top(value: object) -> int | None:
    """Return the option ``top``: how many of the largest partners are drawn, or None for all.

    Raises
    ------
    DataError
        If it is not a valid number of rows.
    """
    return None if value is None else count(value, "top", 1, ", or None for all")


def flag(value: object, option: str, otherwise: str = "") -> bool:
    """Return an option that is on or off; `otherwise` says what else it may be.

    Raises
    ------
    DataError
        If it is neither.
    """
    if not isinstance(value, (bool, np.bool_)):
        choice = f"True, False or {otherwise}" if otherwise else "True or False"
        raise DataError(f"{option}={shown(value)} has to be {choice}")
    return bool(value)


def choice(value: object, option: str, choices: Sequence[str]) -> str:
    """Return an option that is one of a few words.

    Raises
    ------
    DataError
        If it is none of them.
    """
    if not isinstance(value, str) or value not in choices:
        raise DataError(f"{option}={shown(value)} is not known; choose one of {', '.join(map(repr, choices))}")
    return value


def partners(value: object, option: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of the partners that an option names, all of which must be in the data; None names nobody.

    Parameters
    ----------
    value : sequence of str or None
        Codes or names.
    option : str
        Its name, for the message.
    names : mapping
        Names of the partners in the data, by code.

    Raises
    ------
    DataError
        Naming every one that is unknown or not in the data.
    """
    found = intake.known(() if value is None else value, option, names)
    faults = Faults()
    for code in found:
        if code not in names:
            faults.tell(f"{option}: {code} has no row in the data; take it out")
    faults.refuse()
    return found


def chosen(value: object, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return the codes of the partners that the option ``partners`` names, one or a list; none if it is not given.

    Raises
    ------
    DataError
        For an empty list, and for a partner that is not in the data.
    """
    found = partners([value] if isinstance(value, str) else value, "partners", names)
    if value is not None and not found:
        raise DataError("partners is empty; name the partners to draw, or leave it out")
    return found


def country(value: object, names: Mapping[str, str]) -> str | None:
    """Return the code of the one partner that the option ``country`` names, or None.

    Raises
    ------
    DataError
        If it is not in the data.
    """
    if value is None:
        return None
    code = intake.known([value], "country", names)[0]
    if code not in names:
        raise DataError(f"country: {code} has no row in the data (it has {some(names)})")
    return code


def reporter(value: object, currency: str, own: Mapping[str, str], language: Language) -> tuple[str, str]:
    """Return the code and name of the reporter, the country whose balances these are.

    Raises
    ------
    DataError
        For an unknown country, or if none is given and the currency is not the US dollar.
    """
    if value is None and currency != "USD":
        raise DataError(f"whose balances are these? They are in {currency}: name the country with reporter='…'")
    code = intake.known(["USA" if value is None else value], "reporter", own)[0]
    return code, language.name(code, own)


def no_own_partner(code: str, names: Collection[str]) -> None:
    """Refuse data in which the reporter is one of its own partners.

    Raises
    ------
    DataError
        Saying the two ways to correct it.
    """
    if code in names:
        raise DataError(
            f"partner {code!r} is the reporter itself: say whose balances these are with reporter='…', "
            "or leave its row out"
        )


def dated_by(data: pd.DataFrame, given: T | None, taken: Iterable[object]) -> T | None:
    """Return the author's year or period for a frame without a column ``year``; None for a frame with one.

    Parameters
    ----------
    data : DataFrame
        The rows.
    given : object
        The author's year or period, or None.
    taken : iterable
        Columns that are known not to be years.

    Raises
    ------
    DataError
        If the years seem to be in a column of another name, or if the author gives no year.
    """
    if "year" in data.columns:
        return None
    intake.no_other_year(data, {name for name in taken if isinstance(name, str)})
    if given is None:
        raise DataError("there is no column 'year'; add one, or say which year the figures are of with year=…")
    return given


def in_the_data(year: int, option: str, value: object, there: Collection[int]) -> None:
    """Refuse an option's year that no row of the data has.

    Raises
    ------
    DataError
        Saying the first and the last year of the data.
    """
    if year not in there:
        first, last = min(there), max(there)
        has = f"{first}" if first == last else f"{first} to {last}"
        raise DataError(f"{option}={shown(value)}: the data has no row for {year} (it has {has})")


def year_or_period(options: Mapping[str, Any]) -> int | None:
    """Return the option ``year``, which cannot be combined with ``period``.

    Raises
    ------
    DataError
        If it is not a year, or both are given.
    """
    year = intake.year(options["year"], "year")
    if year is not None and options["period"] is not None:
        raise DataError(f"year={year} and period={shown(options['period'])}: keep one")
    return year


def unused(options: Mapping[str, Any], names: Sequence[str], why: str) -> None:
    """Refuse options that would have no effect.

    Raises
    ------
    DataError
        Naming each of them that is given.
    """
    faults = Faults()
    for name in names:
        if options[name] is not None and options[name] is not False and not _nothing(options[name]):
            faults.tell(f"{name}= {why}; take it out")
    faults.refuse()


def _nothing(value: object) -> bool:
    return isinstance(value, (tuple, Mapping)) and not value


def some(names: Collection[str]) -> str:
    """List a few names for a message."""
    listed = list(names)
    return shown(", ".join(listed[:LISTED]) + (", …" if len(listed) > LISTED else ""))[1:-1] or "none"
