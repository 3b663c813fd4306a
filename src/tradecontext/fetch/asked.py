"""Read the arguments that calls have in common: partners and years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext import intake, partners
from tradecontext.errors import DataError, Faults, shown

if TYPE_CHECKING:
    from collections.abc import Sequence


def codes(given: Sequence[str] | str | None, option: str = "partners") -> list[str]:
    """Return the codes of partners, given by code or name.

    Raises
    ------
    DataError
        If none is given, or one is not known.
    """
    written = [given] if isinstance(given, str) else list(given or ())
    if not written:
        raise DataError(f"{option}: name at least one country, for example {option}=['MEX', 'CAN']")
    faults = Faults()
    found = {each: partners.resolve(each) for each in written}
    for each, code in found.items():
        if code is None:
            like = partners.suggest(each)
            faults.tell(f"{option}: {shown(each)} is not a country{f'; did you mean {like[0]!r}?' if like else ''}")
    faults.refuse()
    return list(dict.fromkeys(str(code) for code in found.values()))


def span(years: Sequence[int] | int | None, first: int, last: int) -> tuple[int, int]:
    """Return the first and last of the years that are asked for; `first` and `last` if none are.

    Raises
    ------
    DataError
        If they are not years, or the first is after the last.
    """
    if years is None:
        return first, last
    given = [years] if isinstance(years, int) else list(years)
    found = [year for each in given if (year := intake.year(each, "years")) is not None]
    if not found or (len(found) == 2 and found[0] > found[1]):
        raise DataError(f"years={shown(years)} has to be a year, or a first and a last year, for example (1994, 2022)")
    return min(found), max(found)
