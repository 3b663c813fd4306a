"""An inter-country input-output table: its labels, its checks, and the linear systems behind the accounts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import numpy as np

from tradecontext import intake, partners
from tradecontext.errors import DataError, shown
from tradecontext.intake import units
from tradecontext.measures import _entries, _misread

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import pandas as pd
    from numpy.typing import ArrayLike

Floats: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
Cells: TypeAlias = "np.ndarray[Any, np.dtype[np.intp]]"
Scope = Literal["all", "goods", "manufactures"]
Sectors: TypeAlias = "Collection[str] | Sequence[bool] | np.ndarray[Any, np.dtype[np.bool_]]"

TOLERANCE = 1e-6
"""Published tables are unbalanced by their last printed digit: less than a millionth of a row's or the mean output."""
UNSOLVED = 1e-6
"""How far the content of a unit of output may be from one; beyond it, the system counts as unsolvable."""


class Table:
    """The table itself; :class:`~tradecontext.measures.value_added.MRIO` documents it and computes the accounts.

    G economies, R row entities (R = G where none is split) of N sectors each, RN cells, country-major.
    """

    def __init__(  # noqa: PLR0913 (a table has this many parts)
        self,
        Z: ArrayLike,  # noqa: N803 (the literature's name)
        Y: ArrayLike | pd.DataFrame,  # noqa: N803 (the literature's name)
        x: ArrayLike | None,
        countries: Sequence[str],
        sectors: Sequence[str],
        *,
        goods: Sectors | None = None,
        manufactures: Sectors | None = None,
        entities: Mapping[str, str] | None = None,
        value_added: ArrayLike | None = None,
        tolerance: float = TOLERANCE,
        year: int | None = None,
        unit: str | None = None,
        source: str | None = None,
    ) -> None:
        self.countries = _entries.names(countries, "countries")
        self.sectors = _entries.names(sectors, "sectors")
        members = _entries.members(self.countries, entities)
        self.economies = tuple(dict.fromkeys(members.values()))
        self.year = intake.year(year, "year")
        self.unit = _unit(unit)
        self.source = source
        self.receipt = ""  # the name of the receipt, if the table was fetched
        self._scopes = {
            "goods": _entries.mask(goods, self.sectors, "goods"),
            "manufactures": _entries.mask(manufactures, self.sectors, "manufactures"),
        }
        cells = len(self.countries) * len(self.sectors)
        place = {name: position for position, name in enumerate(self.economies)}
        self.owner = np.repeat([place[members[name]] for name in self.countries], len(self.sectors))
        self._belongs = np.zeros((cells, len(self.economies)))
        self._belongs[np.arange(cells), self.owner] = 1.0
        label = _entries.Labels(self.countries, self.sectors, self.economies)
        self.Z = _entries.figures(Z, (cells, cells), "Z", label)
        self.Y = _entries.final_demand(Y, members, label)
        with np.errstate(invalid="ignore"):  # figures that are not finite are refused below, with row and column
            self.inputs = _entries.finite(self.Z @ self._belongs, self.Z, "Z", label)
        sales = self.inputs.sum(axis=1) + self.Y.sum(axis=1)
        self.x = sales if x is None else _entries.figures(x, (cells,), "x", label)
        bought = self.Z.sum(axis=0)
        check = _entries.Balance(self.x, _entries.tolerated(tolerance), label)
        if x is not None:
            _misread.by_output(self.Z, self.Y, self.x, check.near)
        check.sales(sales)
        if value_added is None:
            _misread.by_size(self.Z, self.Y, self.x, output_given=x is not None)
        else:
            added = _entries.figures(value_added, (cells,), "value_added", label)
            _misread.by_value_added(self.Z, self.Y, self.x, added, check.near)
            check.value_added(bought, added)
        check.idle(bought)
        with_output = self.x > 0
        self.v = 1.0 - np.divide(bought, self.x, out=np.zeros(cells), where=with_output)
        self._divisor = np.where(with_output, self.x, np.inf)
        self.exports = self.inputs + self.Y
        self.exports[np.arange(cells), self.owner] = 0.0
        for array in (self.inputs, self.exports, self.x, self.v):
            array.flags.writeable = False

    @cached_property
    def multipliers(self) -> Floats:
        """Value added of each economy per unit of output of each cell, (G, RN); columns sum to one.

        U = V (I - A)⁻¹, where row o of V has v in the cells of economy o and zeros elsewhere. It takes one LU
        factorisation of (I - A)' with G right-hand sides.
        """
        cells = len(self.v)
        given = np.zeros((cells, len(self.economies)))
        given[np.arange(cells), self.owner] = self.v
        found = self._solve(given, transposed=True).T
        if not np.abs(found.sum(axis=0) - 1.0).max() <= UNSOLVED:
            raise DataError(_UNSOLVABLE)
        found.flags.writeable = False
        return found

    @cached_property
    def requirements(self) -> Floats:
        """Output of each cell that final demand in each economy requires, (RN, G): (I - A)⁻¹ Y; rows sum to x.

        It takes one more LU factorisation, and only the bridge needs it.
        """
        found = self._solve(self.Y, transposed=False)
        found.flags.writeable = False
        return found

    @cached_property
    def domestic(self) -> Floats:
        """Domestic value added per unit of each cell's output, without anything that crosses a border, (RN,): v_s' L_s.

        L_s = (I - A_ss)⁻¹ is the economy's own Leontief inverse, (N, N) (larger where it is split).
        """
        found = np.empty(len(self.v))
        for position in range(len(self.economies)):
            own = self.cells(position)
            found[own] = _solved(np.eye(len(own)) - self.coefficients(own, own).T, self.v[own])
        found.flags.writeable = False
        return found

    def position(self, economy: str, what: str) -> int:
        """Return an economy's index in :attr:`economies`, by code or by name.

        Raises
        ------
        DataError
            If the table has no such economy, or it is a part of one.
        """
        for name in (economy, partners.resolve(economy)):
            if isinstance(name, str) and name in self.economies:
                return self.economies.index(name)
        if economy in self.countries:
            owner = self.economies[self.owner[self.countries.index(economy) * len(self.sectors)]]
            raise DataError(f"{what}={shown(economy)} is a part of {owner}; name the economy, {owner!a}")
        have = ", ".join(self.economies[:12]) + (", …" if len(self.economies) > 12 else "")
        raise DataError(f"{what}={shown(economy)}: the table has no such economy (it has {have})")

    def pair(self, first: str, second: str, what: tuple[str, str]) -> tuple[int, int]:
        """Return the indices of two different economies in :attr:`economies`.

        Raises
        ------
        DataError
            As :meth:`position`, and if the two are the same.
        """
        one, other = self.position(first, what[0]), self.position(second, what[1])
        if one == other:
            raise DataError(f"{what[0]} and {what[1]} are both {self.economies[one]}; trade is between two economies")
        return one, other

    def within(self, scope: str) -> np.ndarray[Any, np.dtype[np.bool_]]:
        """Return a mask of the cells whose sales the scope covers, (RN,).

        Raises
        ------
        DataError
            If the scope is unknown, or its sectors were not given when the table was made.
        """
        if scope == "all":
            return np.ones(len(self.v), dtype=bool)
        if not isinstance(scope, str) or scope not in self._scopes:
            raise DataError(f"scope={shown(scope)} is not known; choose 'all', 'goods' or 'manufactures'")
        chosen = self._scopes[scope]
        if chosen is None:
            raise DataError(f"scope={scope!a}: say which sectors these are when the table is made, {scope}=[…]")
        return np.tile(chosen, len(self.countries))

    def cells(self, position: int) -> Cells:
        """Return the cells of the economy with this index in :attr:`economies`."""
        return np.flatnonzero(self.owner == position)

    def coefficients(self, sellers: Cells, buyers: Cells) -> Floats:
        """Return inputs per unit of the buyers' output, a block of A."""
        found: Floats = self.Z[np.ix_(sellers, buyers)] / self._divisor[buyers]
        return found

    def by_owner(self, amounts: Floats) -> Floats:
        """Add up rows by the economy they belong to, (RN, k) to (G, k)."""
        found: Floats = self._belongs.T @ amounts
        return found

    def series(self, values: Floats, name: str, index: str) -> pd.Series[float]:
        """Return a Series of one value for each economy."""
        import pandas as pd

        return pd.Series(values, pd.Index(self.economies, name=index), name=name)

    def _solve(self, right: Floats, *, transposed: bool) -> Floats:
        # (I - A) is built for each solve and not kept, since it is as large as the table. No inverse is computed.
        left = self.Z / -self._divisor
        left[np.diag_indices_from(left)] += 1.0
        return _solved(left.T if transposed else left, right)


_UNSOLVABLE = (
    "the table cannot be solved: some sectors buy all they produce from one another and leave no value added; "
    "check their inputs and output, and that both are in one unit"
)


def _solved(left: Floats, right: Floats) -> Floats:
    try:
        found: Floats = np.asarray(np.linalg.solve(left, right), dtype=np.float64)
    except np.linalg.LinAlgError:
        raise DataError(_UNSOLVABLE) from None
    return found


def _unit(unit: str | None) -> str | None:
    if unit is not None:
        import pandas as pd

        units.factor(unit, None, pd.DataFrame())
    return unit
