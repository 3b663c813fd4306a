"""How far an economy's exports and inputs rest on others, by what it buys and by where the value in it was added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tradecontext.errors import DataError, shown
from tradecontext.measures.mrio import Table

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.measures.mrio import Scope


class Dependence(Table):
    """The measures of one economy; :class:`~tradecontext.measures.value_added.MRIO` has them with all others."""

    def vertical_specialisation(self, country: str) -> float:
        """Return the imported inputs in an economy's exports, as a fraction of its exports.

        ``VS_s = 1' A_M (I - A_ss)⁻¹ E_s / 1' E_s`` (Hummels, Ishii and Yi 2001), with A_M its imported inputs in a
        unit of output; this equals ``1 - v_s' L_s E_s / 1' E_s``.

        Parameters
        ----------
        country : str
            Code or name of an economy.

        Returns
        -------
        float
            Fraction of 0 to 1; NaN for an economy that exports nothing.
        """
        cells = self.cells(self.position(country, "country"))
        sold = self.exports[cells].sum(axis=1)
        return _ratio(float(((1.0 - self.domestic[cells]) * sold).sum()), float(sold.sum()))

    def domestic_value_added(self, country: str) -> float:
        """Return an economy's value added that would be gone without its exports.

        By hypothetical extraction of all its sales abroad (Los, Timmer and de Vries 2016): ``GDP_s - v_s' L_s Y_ss``.
        The domestic content of exports (:meth:`content_of_exports`) exceeds it by what is counted twice.

        Parameters
        ----------
        country : str
            Code or name of an economy.

        Returns
        -------
        float
            Amount.
        """
        own = self.position(country, "country")
        cells = self.cells(own)
        return float((self.v[cells] * self.x[cells]).sum() - (self.domestic[cells] * self.Y[cells, own]).sum())

    def look_through(self, country: str, scope: Scope = "all") -> pd.Series[float]:
        """Return whose value added is in an economy's imported inputs, as fractions of all foreign value added in them.

        Value added of o in the inputs that all sectors of the economy import, over the same from every economy but
        itself: what went out and came back in imported inputs is left out.

        Parameters
        ----------
        country : str
            Code or name of the economy that uses the inputs.
        scope : {"all", "goods", "manufactures"}
            Foreign sectors that sell the inputs.

        Returns
        -------
        Series (G - 1,)
            Fractions that sum to one, index ``origin``, without the economy itself; NaN if it imports no inputs.
        """
        user = self.position(country, "country")
        bought = np.where(self.within(scope) & (self.owner != user), self.inputs[:, user], 0.0)
        found = self.series(self.multipliers @ bought, "share", "origin").drop(self.economies[user])
        whole = float(found.sum())
        return found / whole if whole > 0 else found * np.nan

    def input_share(
        self, user: str, supplier: str, scope: Scope = "all", of: Literal["imported", "all"] = "imported"
    ) -> float:
        """Return the share of an economy's inputs that comes straight from one supplier.

        ``M^int_us / M^int_u``: sales in scope to all sectors of the user, those of the supplier over those of everyone.

        Parameters
        ----------
        user, supplier : str
            Codes or names of economies.
        scope : {"all", "goods", "manufactures"}
            Sectors that sell the inputs.
        of : {"imported", "all"}
            Whether the whole is imported inputs, or these and domestic ones.

        Returns
        -------
        float
            Fraction of 0 to 1; NaN where there are no such inputs.
        """
        buyer, seller = self.position(user, "user"), self.position(supplier, "supplier")
        bought = np.where(self.within(scope), self.inputs[:, buyer], 0.0)
        if of == "imported":
            self.pair(user, supplier, ("user", "supplier"))
            bought[self.owner == buyer] = 0.0
        elif of != "all":
            raise DataError(f"of={shown(of)} is not known; choose 'imported' or 'all'")
        return _ratio(float(bought[self.owner == seller].sum()), float(bought.sum()))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole > 0 else float("nan")
