"""Check what goes into an input-output table: its figures, its labels, and that the sums balance."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np

from tradecontext.errors import DataError, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
WORST = 3
"""How many unbalanced rows a message names, the worst first."""


class Labels(NamedTuple):
    """The labels of rows and columns, for messages."""

    countries: tuple[str, ...]
    sectors: tuple[str, ...]
    economies: tuple[str, ...]

    def cell(self, position: int) -> str:
        """Name a cell by its country and sector."""
        country, sector = divmod(position, len(self.sectors))
        return f"{self.countries[country]} {self.sectors[sector]}"

    def size(self) -> str:
        """Return in words how large the table has to be."""
        return f"{len(self.countries)} countries of {len(self.sectors)} sectors each"


class Balance(NamedTuple):
    """Refuses a table whose sums are off by more than `tolerance` of a cell's output, or of the mean output."""

    x: Floats
    tolerance: float
    label: Labels

    def near(self, one: Floats, other: Floats) -> bool:
        """Return whether two sums agree within the tolerance in every cell."""
        return not self._over(one - other)

    def sales(self, sold: Floats) -> None:
        """Refuse rows that sell more or less than they produce."""
        off = sold - self.x
        if wrong := self._over(off):
            each = [f"{self.label.cell(k)} (sales {sold[k]:,.6g}, output {self.x[k]:,.6g})" for k in wrong[:WORST]]
            self._refuse(
                f"the table does not balance: in {len(wrong)} of {len(off)} rows, sales to all sectors and to final "
                f"demand are not output, most of all in {', '.join(each)}; give the output these flows add up to "
                "(x=None takes their sum, as rounded tables need)"
            )

    def idle(self, bought: Floats) -> None:
        """Refuse cells that buy inputs and have no output."""
        if wrong := self._over(np.where(self.x > 0, 0.0, bought)):
            each = [f"{self.label.cell(k)} (inputs {bought[k]:,.6g}, output {self.x[k]:,.6g})" for k in wrong[:WORST]]
            self._refuse(f"sectors with no output buy inputs: {', '.join(each)}; check Z and x")

    def value_added(self, bought: Floats, given: Floats) -> None:
        """Refuse value added that is not output less inputs."""
        left = self.x - bought
        if wrong := self._over(left - given):
            each = [
                f"{self.label.cell(k)} (output less inputs {left[k]:,.6g}, value added {given[k]:,.6g})"
                for k in wrong[:WORST]
            ]
            self._refuse(
                f"in {len(wrong)} of {len(left)} columns, value added is not output less inputs, most of all in "
                f"{', '.join(each)}; it has to include taxes less subsidies on products (OECD: VALU + TLS)"
            )

    def _over(self, off: Floats) -> list[int]:
        """Return the cells that are off by too much, worst first."""
        size = np.abs(self.x)
        allowed = self.tolerance * np.maximum(size, size.mean())
        wrong = np.flatnonzero(np.abs(off) > allowed)
        return [int(k) for k in wrong[np.argsort(-np.abs(off[wrong]), kind="stable")]]

    def _refuse(self, message: str) -> None:
        raise DataError(f"{message}, or allow more than tolerance={self.tolerance:g}")


def names(given: Sequence[str], what: str) -> tuple[str, ...]:
    """Return labels, which have to be text and unique.

    Raises
    ------
    DataError
        Naming the label.
    """
    found = () if isinstance(given, str) else tuple(given)
    if not found:
        raise DataError(f"{what}={shown(given)} has to be a list of codes, in the order of the table's rows")
    for each in found:
        if not isinstance(each, str) or not each.strip():
            raise DataError(f"{what}: {shown(each)} is no code")
    twice = [each for each in found if found.count(each) > 1]
    if twice:
        raise DataError(f"{what}: {twice[0]!a} is there {found.count(twice[0])} times; every row needs its own")
    return tuple(map(str, found))


def members(countries: tuple[str, ...], entities: Mapping[str, str] | None) -> dict[str, str]:
    """Return the economy of every row entity.

    Raises
    ------
    DataError
        If the table has no such entity, or a part belongs to another part.
    """
    given = dict(entities or {})
    for part, economy in given.items():
        if part not in countries:
            raise DataError(f"entities: the table has no rows of {shown(part)}")
        if not isinstance(economy, str) or not economy.strip():
            raise DataError(f"entities: {part!a} cannot belong to {shown(economy)}; name an economy")
        if given.get(economy, economy) != economy:
            raise DataError(f"entities: {part!a} belongs to {economy!a}, which itself belongs to {given[economy]!a}")
    return {name: given.get(name, name) for name in countries}


def mask(given: Any, sectors: tuple[str, ...], what: str) -> np.ndarray[Any, np.dtype[np.bool_]] | None:
    """Return a mask of sectors, (N,), from a list of their codes or from a mask.

    Raises
    ------
    DataError
        If the table has no such sector, or none is named.
    """
    if given is None:
        return None
    values = [given] if isinstance(given, str) else list(given)
    if values and all(isinstance(each, (bool, np.bool_)) for each in values):
        if len(values) != len(sectors):
            raise DataError(f"{what}: a mask of {len(values)} does not fit {len(sectors)} sectors")
        found = np.array(values, dtype=bool)
    else:
        unknown = [each for each in values if each not in sectors]
        if unknown:
            raise DataError(f"{what}: the table has no sector {shown(unknown[0])} (it has {', '.join(sectors[:8])} …)")
        found = np.isin(sectors, values)
    if not found.any():
        raise DataError(f"{what}: no sector is named; leave it out, or name some")
    return found


def figures(given: Any, shape: tuple[int, ...], what: str, label: Labels) -> Floats:
    """Return figures as a read-only array of the right shape; an array that is right already is not copied.

    Raises
    ------
    DataError
        If the shape is wrong or an entry is not a number. That the figures of Z are finite is for :func:`finite`.
    """
    try:
        found = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError):
        raise DataError(f"{what} has to hold nothing but numbers") from None
    if found.shape != shape:
        sizes = " x ".join(map(str, found.shape)) or "a single number"
        wanted = " x ".join(map(str, shape))
        hint = ""
        if what == "Y" and found.shape == shape[::-1]:
            hint = "; it is transposed: rows are sellers, pass Y.T"
        elif len(shape) == 2 and found.ndim == 2 and found.shape[0] == shape[0] and found.shape[1] > shape[1]:
            hint = "; add up the columns of final demand of each destination first"
        raise DataError(f"{what} is {sizes} and has to be {wanted}: {label.size()}{hint}")
    found = found.view()
    found.flags.writeable = False
    return found if what == "Z" else finite(found, found, what, label)


def finite(sums: Floats, given: Floats, what: str, label: Labels) -> Floats:
    """Return the sums of figures as they are, or refuse them: a sum is finite only if all its figures are.

    Raises
    ------
    DataError
        With row and column of the first figure that is not finite.
    """
    if not np.isfinite(sums).all():
        row, *column = (int(each) for each in np.argwhere(~np.isfinite(given))[0])
        where = f"row {label.cell(row)}"
        if column:
            where += f", column {label.cell(column[0]) if what == 'Z' else label.economies[column[0]]}"
        value = given[(row, *column)]
        raise DataError(f"{what}, {where}: {value} is no figure; an empty cell of a table is 0")
    return sums


def final_demand(given: Any, members: Mapping[str, str], label: Labels) -> Floats:
    """Return final demand by economy, (RN, G). An array's columns are in order; a frame's are added up by their labels.

    Raises
    ------
    DataError
        If the shape is wrong, an entry is not a number, a label is unknown, or an economy has no column.
    """
    rows = len(label.countries) * len(label.sectors)
    columns = list(getattr(given, "columns", ()))
    if not columns or not all(isinstance(each, str) for each in columns):
        return figures(given, (rows, len(label.economies)), "Y", label)
    owners = [members.get(each, each) for each in columns]
    for each, owner in zip(columns, owners, strict=True):
        if owner not in label.economies:
            raise DataError(f"Y: column {each!a} is no economy of the table")
    lacking = [each for each in label.economies if each not in owners]
    if lacking:
        raise DataError(f"Y: there is no column of final demand in {', '.join(lacking[:8])}")
    wide = label._replace(economies=tuple(columns))
    found = figures(given.to_numpy(), (rows, len(columns)), "Y", wide)
    summed = np.zeros((rows, len(label.economies)))
    np.add.at(summed.T, [label.economies.index(each) for each in owners], found.T)
    summed.flags.writeable = False
    return summed


def tolerated(given: Any) -> float:
    """Return the tolerance.

    Raises
    ------
    DataError
        If it is not a share of output.
    """
    if isinstance(given, bool) or not isinstance(given, (int, float)) or not math.isfinite(given) or given < 0:
        raise DataError(f"tolerance={shown(given)} has to be a share of output, for example 0.001")
    return float(given)
