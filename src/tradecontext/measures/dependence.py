"""How much an economy's exports and inputs depend on others: by purchases, and by where their value was added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tradecontext.errors import DataError, shown
from tradecontext.measures.mrio import Table

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.measures.mrio import Scope


class Dependence(Table):
    """The measures of a single economy; :class:`~tradecontext.measures.value_added.MRIO` adds those of pairs."""

    def vertical_specialisation(self, country: str) -> float:
        """Return the share of imported inputs in an economy's exports.

        ``VS_s = 1' A_M (I - A_ss)⁻¹ E_s / 1' E_s`` (Hummels, Ishii and Yi 2001), with A_M the imported inputs per unit
        of output; this equals ``1 - v_s' L_s E_s / 1' E_s``.

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
        """Return the domestic value added in an economy's exports: what its GDP would lose without them.

        By hypothetical extraction of all sales abroad (Los, Timmer and de Vries 2016): ``GDP_s - v_s' L_s Y_ss``. The
        domestic content of exports (:meth:`content_of_exports`) is larger, by the value added that is counted twice.

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
        """Return each foreign economy's share of the foreign value added in an economy's imported inputs.

        The value added of o in the inputs that all sectors of the economy import, over that of all economies except
        itself: its own value added, which comes back in imported inputs, is left out.

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
        """Return the share of an economy's inputs that it buys directly from one supplier.

        ``M^int_us / M^int_u``: the supplier's sales in scope to all sectors of the user, over everyone's.

        Parameters
        ----------
        user, supplier : str
            Codes or names of economies.
        scope : {"all", "goods", "manufactures"}
            Sectors that sell the inputs.
        of : {"imported", "all"}
            Denominator: imported inputs only, or imported and domestic ones.

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
