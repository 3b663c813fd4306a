"""Faults in yearly figures, and in the texts of those that are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tradecontext.errors import shown
from tradecontext.spec.faults.printed import Printed, wrong

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradecontext.spec.faults.checked import CheckedSpec, Row


class Yearly(NamedTuple):
    """A series of a row, and how its figures are printed.

    Parameters
    ----------
    name : str
        The field that has one figure per year.
    first, last : str or None
        The fields for the first and the last year with a figure.
    shift : int
        Figures are printed in units of ten to minus this: 2 for percentages.
    digits : int, optional
        The number of significant digits that figures were rounded to after their texts were written.
    """

    name: str
    first: str | None
    last: str
    shift: int = 0
    digits: int | None = None

    def cut(self, figure: float) -> float:
        """Return the tolerance for a figure that was rounded to :attr:`digits`."""
        return 0.0 if self.digits is None else 5.0 * 10.0**-self.digits * abs(figure)


def length(place: int, name: str, row: Row, years: Sequence[int]) -> Iterator[str]:
    """Yield a fault if a series does not have one figure per year: its figures would be drawn at wrong years."""
    if len(row[name]) != len(years):
        yield (
            f"spec field rows[{place}].{name} has {len(row[name])} figures for {len(years)} years; "
            "give one a year, null where there is none"
        )


def ends(checked: CheckedSpec, place: int, row: Row, series: Yearly) -> Iterator[str]:
    """Yield faults of the first and the last year printed: a wrong year, or a text that disagrees with its figure."""
    years, figures, name = checked.spec["years"], row[series.name], series.name
    there = [at for at, figure in enumerate(figures) if figure is not None]
    for key, at, end in ((series.first, 0, "first"), (series.last, -1, "last")):
        where = f"rows[{place}].{key}"
        if key is None:
            continue
        if not there:
            if key in row:
                yield f"spec field {where} is of a year, and {name} has no figure; take it out"
        elif key not in row:
            yield f"spec field rows[{place}] has no field {key!r}, the {end} year of {name} with a figure; give it"
        elif row[key]["year"] != years[there[at]]:
            own = row[key]["year"]
            yield f"spec field {where}.year is {own}, and the {end} figure of {name} is of {years[there[at]]}"
        else:
            year, figure = years[there[at]], figures[there[at]]
            text = Printed(f"{where}.text", row[key]["text"], f"{name} of {year}", figure, within=series.cut(figure))
            yield from wrong([text], checked.numbers, series.shift, 1 if series.shift else 2)


def extremes(checked: CheckedSpec, place: int, row: Row, series: Yearly) -> Iterator[str]:
    """Yield a fault if the words for the lowest and the highest figure disagree with the series."""
    text = row.get("extremes")
    if text is None:
        return
    there = [figure for figure in row[series.name] if figure is not None]
    if not there:
        yield f"spec field rows[{place}].extremes is {shown(text)}, and {series.name} has no figure; take it out"
        return
    both = min(there), max(there)
    if not all(checked.numbers.agrees(text, each, series.shift, within=series.cut(each)) for each in both):
        yield (
            f"spec field rows[{place}].extremes is {shown(text)}, and {series.name} goes from {shown(both[0])} to "
            f"{shown(both[1])}; correct the one that is wrong"
        )
