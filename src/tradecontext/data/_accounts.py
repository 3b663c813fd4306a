"""The public functions for the value-added accounts of US trade, and for the estimates of US content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.intake.recipe import recorded

if TYPE_CHECKING:
    import pandas as pd

    from tradecontext.data._value_added import Flows


@recorded
def value_added_balances(scope: Flows = "all", *, aggregates: bool = False) -> pd.DataFrame:
    """Return US trade by partner, gross and by origin of its value, 1995-2011.

    Computed by this package's makers from the World Input-Output Database, 2013 release; nobody published these
    numbers. Amounts are in current US dollars at basic prices, rounded to ten thousand, so parts add up to within forty
    thousand. There are 39 partners; Vietnam, Thailand, Malaysia and Switzerland are part of the rest of the world. The
    tables assume that an industry uses one mix of inputs for all that it makes, wherever it is sold.

    Content is by origin of the value added; the three parts of a flow add up to it. US content in imports is part of
    what the US exported before, so to subtract it from imports alone counts it twice. The value-added balance is the US
    value that the partner finally uses less the partner's value that the US finally uses. Each gross flow is absorbed +
    returned + onward + double_counted + foreign; the value added that is finally used is absorbed + indirect.

    Parameters
    ----------
    scope : {"all", "goods", "manufactures"}
        Goods and services; or products of farming, mining and manufacturing (c1-c16); or of manufacturing alone
        (c3-c16), which most published estimates count, for 1995 and 2011 only. Goods and manufactures have gross flows
        and content only, since there is no value-added balance of goods alone. The content of goods includes services
        used to make them.
    aggregates : bool
        Return the rest of the world (``ROW``) and the world (``WLD``: the sum of all partners and ROW) instead
        of the countries. The World's balance is the same gross and in value added, except for rounding.

    Returns
    -------
    pandas.DataFrame
        partner, partner_name, year (int), reporter (always ``USA``), scope, exports, imports, balance (gross), and
        for each flow, exports first, exports_reporter_content (US content), exports_partner_content,
        exports_third_content. With ``scope="all"`` also value_added_exports (US value that the partner finally
        uses), value_added_imports, value_added_balance, and the steps exports_absorbed (used by the partner itself),
        exports_returned (comes home again), exports_onward (goes on to third countries), exports_double_counted (US
        value that crosses the border more than once), exports_foreign (not US value), exports_indirect (reaches the
        partner through third countries; not part of exports); for imports likewise, seen from the partner. Content
        and steps have the names of :class:`tradecontext.measures.MRIO`. The steps are computed for 13 partners, and
        missing for the others. Then vintage and definition; ``attrs["source"]`` and ``attrs["left_out"]`` as in
        :func:`tradecontext.data.us_goods_trade`.

    Raises
    ------
    DataError
        If there is no such scope.

    References
    ----------
    R. C. Johnson and G. Noguera (2012), "Accounting for intermediates", Journal of International Economics 86:
    224-236; A. Borin and M. Mancini (2019), "Measuring what matters in global value chains and value-added
    trade", World Bank Policy Research Working Paper 8804; Timmer et al. (2015) as in
    :func:`tradecontext.data.input_shares`.
    """
    from tradecontext.data import _value_added

    return _value_added.balances(scope, aggregates=aggregates)


@recorded
def us_content_estimates(partner: str | None = None) -> pd.DataFrame:
    """Return published estimates of the US content in a dollar of US imports, for Mexico, Canada, China, Malaysia.

    They differ in what they count and how, so compare only estimates of one scope. The makers of this package computed
    none of them.

    Parameters
    ----------
    partner : str, optional
        Only those of this partner: a code or a name.

    Returns
    -------
    pandas.DataFrame
        One row a figure: estimate (an identifier), partner, partner_name, share (fraction 0-1), scope ("goods",
        "manufactures", "final_goods", or "not_stated": the source does not say), data_year (missing where not
        known), published (year), kind ("estimate", or "quotation": a figure repeated from elsewhere), confirmation
        ("confirmed"; "secondary": seen only where others cite it; "superseded" by a later version of the same
        paper; "quotation"), by_default (bool: a confirmed estimate that nothing supersedes; the others are for
        those who ask), quotes (the estimate that a quotation apparently repeats), short_en and short_es (a few
        words to name it), method ("customs", "input_output", "tiva", "processing", "decomposition", "not_stated"),
        method_en, method_es, checked_en, checked_es (where the figure was seen), citation, url, vintage, definition.
        ``attrs["source"]`` and ``attrs["left_out"]`` as in :func:`tradecontext.data.us_goods_trade`.

    Raises
    ------
    DataError
        If there is no estimate for the partner.
    """
    from tradecontext.data import _estimates

    return _estimates.us_content(partner)
