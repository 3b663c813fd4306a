"""Value-added accounts: where the value of trade was added, and in whose final demand it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from tradecontext.errors import DataError, shown
from tradecontext.measures import bridge as steps
from tradecontext.measures.dependence import Dependence

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.measures.mrio import Floats, Scope

Basis = Literal["gross", "value_added"]


class MRIO(Dependence):
    """An inter-country (multi-regional) input-output table and the value-added accounts on it.

    G economies of N sectors each. A cell is one sector of one country; cells are in country-major order (all
    sectors of the first country, then of the second). Where an economy's rows are split (OECD's extended tables:
    MX1 and MX2 for MEX, CN1 and CN2 for CHN), R > G row entities belong to G economies. Only economies have borders
    between them: a sale of MX1 to MX2 is domestic. Amounts are in the table's unit throughout.

    Parameters
    ----------
    Z : array (RN, RN)
        Intermediate flows at basic prices: rows sell, columns buy. Kept as it is, not copied, if it is float64.
    Y : array or DataFrame (RN, G)
        Final demand, all its components added up, by economy of final demand. The columns of an array are in the order
        of ``economies``; those of a DataFrame are codes of economies in any order (the columns of split entities are
        added up). Negative entries (inventories) are kept.
    x : array (RN,) or None
        Gross output. None takes the sums of sales, ``x = Z 1 + Y 1``, which tables with rounded figures need.
    countries : sequence of str
        Codes of the R row entities, in their order; ``economies`` lists their economies in order of appearance.
    sectors : sequence of str
        Codes of the N sectors, in their order.
    goods, manufactures : sequence of str, or mask (N,), optional
        The sectors that ``scope="goods"`` and ``scope="manufactures"`` cover.
    entities : mapping, optional
        Economy of each split entity: ``{"MX1": "MEX", "MX2": "MEX"}``. Entities left out are economies themselves.
    value_added : array (RN,), optional
        As published, including taxes less subsidies on products (OECD: VALU + TLS); the table is checked against it.
    tolerance : float
        Gap allowed between sums that should be equal, as a share of a cell's output or of the mean output, whichever is
        larger.
    year : int, optional
        Calendar year of the table.
    unit : str, optional
        ``"usd_million"`` and the like, as in :func:`tradecontext.measures.bilateral`.
    source : str, optional
        Name and edition of the table.

    Raises
    ------
    DataError
        If the table does not balance (``x = Z 1 + Y 1``; value added is output less inputs), a figure is not a number,
        a shape is wrong, or a label is unknown or repeated: with the rows. If coefficients or shares are given instead
        of amounts, the table is transposed, or output is in another unit: with what was given.

    Notes
    -----
    ``A = Z diag(x)⁻¹``, with column j zero where ``x_j <= 0``. Value added per unit of output is what the inputs leave,
    ``v' = 1' - 1' A``: it includes taxes on products, is 1 where there is no output, and may be negative; it is not
    clipped. ``multipliers`` is ``U = V (I - A)⁻¹`` (G, RN), computed once for a table by one LU factorisation with G
    right-hand sides; :meth:`bridge` needs one more. The inverse of the whole system is never computed.

    References
    ----------
    R. C. Johnson and G. Noguera (2012), "Accounting for intermediates: Production sharing and trade in value added",
    Journal of International Economics 86. A. Borin and M. Mancini (2023), "Measuring what matters in value-added
    trade", Economic Systems Research 35. R. E. Miller and P. D. Blair (2009), Input-Output Analysis, 2nd edition.
    """

    def content_split(self, exporter: str, importer: str, scope: Scope = "all") -> pd.Series[float]:
        """Return where the value of a bilateral flow was added.

        ``C^o_sr = sum_k U[o, k] E[k, r]`` over the cells k of exporter s in scope; the sum over o is the flow. The
        scope is that of the flow: the content of goods includes services used to make them. Content is counted each
        time it crosses the border, so this is "US content", not "US value added absorbed". The importer's part equals
        the terms MVA_FIN + MVA_INT + MDC of Wang, Wei and Zhu (2013); the Series is OECD TiVA's IMGRVA.

        Parameters
        ----------
        exporter, importer : str
            Codes of economies, or names as publishers write them.
        scope : {"all", "goods", "manufactures"}
            Sectors of the exporter that the flow covers.

        Returns
        -------
        Series (G,)
            Amounts by economy of origin, index ``origin``.
        """
        seller, buyer = self.pair(exporter, importer, ("exporter", "importer"))
        return self.series(self._content(seller, self.exports[:, buyer], scope), "content", "origin")

    def content_of_exports(self, exporter: str, scope: Scope = "all") -> pd.Series[float]:
        """Return where the value of an economy's exports to all others was added (OECD TiVA: EXGR_BSCI).

        The sum of :meth:`content_split` over importers.

        Parameters
        ----------
        exporter : str
            Code or name of an economy.
        scope : {"all", "goods", "manufactures"}
            Sectors of the exporter that the flow covers.

        Returns
        -------
        Series (G,)
            Amounts by economy of origin, index ``origin``.
        """
        seller = self.position(exporter, "exporter")
        return self.series(self._content(seller, self.exports.sum(axis=1), scope), "content", "origin")

    def gross_exports(self, scope: Scope = "all") -> pd.DataFrame:
        """Return bilateral exports as they cross the border: ``X[s, r] = sum_k E[k, r]`` over the cells k of s.

        Parameters
        ----------
        scope : {"all", "goods", "manufactures"}
            Sectors that sell.

        Returns
        -------
        DataFrame (G, G)
            Amounts, index ``exporter``, columns ``importer``; zero on the diagonal.
        """
        return self._square(self._gross(scope), "exporter", "importer")

    def value_added_exports(self) -> pd.DataFrame:
        """Return value added by the economy that added it and the economy in whose final demand it ends.

        ``VAX = U Y`` (Johnson and Noguera 2012). Off the diagonal these are exports of value added, direct or through
        third countries; on the diagonal, what an economy adds and uses itself. Rows sum to value added, columns to
        final demand.

        Returns
        -------
        DataFrame (G, G)
            Amounts, index ``origin``, columns ``absorbed_in``.
        """
        return self._square(self.multipliers @ self.Y, "origin", "absorbed_in")

    def balance(self, a: str, b: str, basis: Basis = "gross") -> float:
        """Return the balance of `a` with `b` in all sectors: positive is a surplus of `a`.

        ``X[a, b] - X[b, a]`` or ``VAX[a, b] - VAX[b, a]``. The sums of both over all partners are equal.

        Parameters
        ----------
        a, b : str
            Codes or names of economies.
        basis : {"gross", "value_added"}
            Gross flows, or value added by origin and final use.

        Returns
        -------
        float
            Amount.
        """
        one, other = self.pair(a, b, ("a", "b"))
        if basis == "gross":
            flows = self._gross("all")
        elif basis == "value_added":
            flows = self.multipliers @ self.Y
        else:
            raise DataError(f"basis={shown(basis)} is not known; choose 'gross' or 'value_added'")
        return float(flows[one, other] - flows[other, one])

    def balances(self, reporter: str) -> pd.DataFrame:
        """Return an economy's balance with every other, gross and in value added, and the content of both flows.

        Parameters
        ----------
        reporter : str
            Code or name of an economy.

        Returns
        -------
        DataFrame
            One row a partner, in the table's order, amounts: partner, reporter, exports, imports, balance,
            value_added_exports, value_added_imports, value_added_balance, change (value_added_balance - balance), and
            ``exports_`` and ``imports_`` with ``reporter_content``, ``partner_content``, ``third_content``, which sum
            to the flow; year and unit, if the table has them. Over all rows, change sums to zero.
        """
        import pandas as pd

        own = self.position(reporter, "reporter")
        others = np.array([each for each in range(len(self.economies)) if each != own], dtype=int)
        gross, absorbed = self._gross("all"), self.multipliers @ self.Y
        sent = self._content(own, self.exports, "all")
        received = self.by_owner(self.multipliers.T * self.exports[:, [own]])
        result = pd.DataFrame({"partner": [self.economies[each] for each in others]})
        result["reporter"] = self.economies[own]
        result["exports"], result["imports"] = gross[own, others], gross[others, own]
        result["balance"] = result["exports"] - result["imports"]
        result["value_added_exports"] = absorbed[own, others]
        result["value_added_imports"] = absorbed[others, own]
        result["value_added_balance"] = result["value_added_exports"] - result["value_added_imports"]
        result["change"] = result["value_added_balance"] - result["balance"]
        for flow, content in (("exports", sent[:, others]), ("imports", received[others].T)):
            third = content.copy()
            third[own] = third[others, np.arange(len(others))] = 0.0
            result[f"{flow}_reporter_content"] = content[own]
            result[f"{flow}_partner_content"] = content[others, np.arange(len(others))]
            result[f"{flow}_third_content"] = third.sum(axis=0)
        for name, value in (("year", self.year), ("unit", self.unit)):
            if value is not None:
                result[name] = value
        return result

    def bridge(self, a: str, b: str) -> pd.DataFrame:
        """Return the exact steps from the gross balance of `a` with `b` to the balance in value added.

        The source-based decomposition of Borin and Mancini (2019, 2023), with double counting from the exporter's
        perspective. ``T_s[r, d] = v_s' L_s (Y_sr 1{r = d} + A_sr (B Y)_rd)`` is the value added of s that first leaves
        it for r and ends in the final demand of d. Of the exports of s to r, ``T_s[r, r]`` is absorbed there.

        Parameters
        ----------
        a, b : str
            Codes or names of economies.

        Returns
        -------
        DataFrame
            step, flow, amount, sign, effect (= sign x amount). The first row is ``gross`` (the gross balance, flow
            ``balance``). Then, for each of the flows ``exports`` and ``imports``: ``absorbed`` (ends in the partner;
            sign 0, since it is in both balances), ``returned`` (comes home), ``onward`` (goes on to third countries),
            ``double_counted`` (the exporter's content that crosses the border once more), ``foreign`` (content from
            elsewhere), which sum to the flow, and ``indirect`` (value added that reaches the partner through third
            countries, not in the flow). The last row is ``value_added`` (flow ``balance``). The effects of the two
            balances are 0; those of the steps sum to the difference between them.
        """
        one, other = self.pair(a, b, ("a", "b"))
        return steps.balance_bridge(self, one, other)

    def _gross(self, scope: str) -> Floats:
        return self.by_owner(self.exports * self.within(scope)[:, None])

    def _content(self, seller: int, flow: Floats, scope: str) -> Floats:
        cells = self.cells(seller)
        cells = cells[self.within(scope)[cells]]
        found: Floats = self.multipliers[:, cells] @ flow[cells]
        return found

    def _square(self, values: Floats, index: str, columns: str) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(values, pd.Index(self.economies, name=index), pd.Index(self.economies, name=columns))
