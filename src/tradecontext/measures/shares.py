"""Shares of imports that come from one supplier, and their averages over years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, shown
from tradecontext.intake import one_source, receipts
from tradecontext.measures import _panel
from tradecontext.text import exact

if TYPE_CHECKING:
    import pandas as pd

Method = Literal["mean_of_ratios", "ratio_of_sums"]

_TOTAL = "world_imports"


def import_share(
    data: pd.DataFrame, *, supplier: str = "USA", imports: str = "imports", total: str | None = None
) -> pd.DataFrame:
    """Return the share of each country's imports that comes from one supplier.

    ``share = M_cs / M_c``: imports of country c from supplier s, over its imports from everyone.

    Parameters
    ----------
    data : DataFrame
        One row a country, supplier and year: partner (the importing country), supplier, year, and amounts.
    supplier : str
        Code or name of the supplier.
    imports : str
        Column of amounts, any one unit.
    total : str, optional
        Column with the country's imports from everyone. Without it: the column ``world_imports`` if there is
        one; else the rows whose supplier is the World (``WLD``); else the sum over the suppliers in `data`, which has
        to hold all of them. Groups of countries are left out of the sum.

    Returns
    -------
    DataFrame
        partner, partner_name (if given), year, share (fraction 0-1), total (unit of the amounts), supplier,
        vintage and definition (if given); a row for each country and year in `data`. The share is NaN, not 0,
        where the total is zero or missing, or where there is no figure for the supplier. Where totals are
        summed, one missing amount makes the total missing.

    Raises
    ------
    DataError
        If a figure is not a number or negative, a supplier has two rows for a country and year, there are two
        definitions or vintages, no row has the supplier, or imports from it are larger than the total.
    """
    import pandas as pd

    data = intake.frame(data, "data", "one row a country, supplier and year, with imports")
    rows = pd.DataFrame(
        {
            "partner": _panel.codes(data, _panel.column(data, "partner", "the importing country")),
            "supplier": _panel.codes(data, _panel.column(data, "supplier", "the supplying country")),
            "year": intake.years(data, _panel.column(data, "year", "the year")),
            "imports": _panel.amounts(data, _panel.column(data, imports, "amounts imported")),
        }
    )
    _panel.once(rows, ["partner", "supplier", "year"], data, "keep one product, or add them up first")
    known = one_source.one_of(data, "series")
    (wanted,) = _panel.codes(pd.DataFrame({"supplier": [supplier]}), "supplier")
    if wanted not in set(rows["supplier"]):
        raise DataError(f"supplier={shown(supplier)}: no row has this supplier; name one that is in the data")
    key = ["partner", "year"]
    groups = rows.drop_duplicates(key)[key].sort_values(key, ignore_index=True)
    index = pd.MultiIndex.from_frame(groups)
    theirs = rows[rows["supplier"] == wanted].set_index(key)["imports"].reindex(index).to_numpy(float)
    whole = _totals(rows, data, total).reindex(index).to_numpy(float)
    share = _panel.ratio(theirs, whole)
    over = share > 1 + 1e-9
    if over.any():
        first = groups[over].iloc[0]
        raise DataError(
            f"partner {first['partner']}, {first['year']}: imports from {wanted} are larger than those from everyone; "
            "the two are not of one table or unit"
        )
    result = groups.assign(share=np.minimum(share, 1.0), total=whole, supplier=wanted)
    return _labelled(result, data, rows["partner"].tolist(), known)


def _totals(rows: pd.DataFrame, data: pd.DataFrame, total: str | None) -> pd.Series[float]:
    """Return imports from everyone by partner and year."""
    key = ["partner", "year"]
    if total is not None or _TOTAL in data.columns:
        name = _panel.column(data, total or _TOTAL, "imports from everyone")
        given = rows.assign(total=_panel.amounts(data, name)).dropna(subset="total").groupby(key)["total"]
        several = given.max() > given.min() * (1 + 1e-9)
        if several.any():
            partner, year = several[several].index[0]
            raise DataError(
                f"column {name!a}: partner {partner} has two totals for {year}; a total is of all suppliers"
            )
        return given.first()
    if _panel.WORLD in set(rows["supplier"]):
        return rows[rows["supplier"] == _panel.WORLD].set_index(key)["imports"]
    grouped = rows[_panel.single(rows["supplier"].tolist())].groupby(key)["imports"]
    # With an amount missing, the sum would be too small and the share too large: the total is missing then.
    return _panel.sums(grouped)


def average_share(
    data: pd.DataFrame,
    *,
    period: tuple[int, int] | None = None,
    method: Method = "mean_of_ratios",
    across_breaks: bool = False,
) -> pd.DataFrame:
    """Return each country's average share over a period, and the number of years with data.

    ``mean_of_ratios``: the mean of the yearly shares, every year weighing the same. ``ratio_of_sums``: imports from the
    supplier over the whole period, divided by all imports over it, so that years with more trade weigh more. The two
    are different numbers.

    Parameters
    ----------
    data : DataFrame
        partner, year, share (fractions 0 to 1), one row a country and year; for ``ratio_of_sums`` also total
        (amounts in one unit, the denominators of the shares), as :func:`import_share` returns it.
    period : (int, int), optional
        First and last year, both included; by default all years in `data`.
    method : {"mean_of_ratios", "ratio_of_sums"}
        See above.
    across_breaks : bool
        Whether to average across a break (column ``break_before``), which is refused otherwise.

    Returns
    -------
    DataFrame
        partner, partner_name (if given), share, years_with_data, years_in_period (int; a missing year lowers the first
        and never the second), first_year, last_year (of the period), method, and supplier, vintage and definition (if
        given); one row for every country in `data`, NaN where it has no year with data. A year has data if it has a
        share, and for ``ratio_of_sums`` also a total.

    Raises
    ------
    DataError
        If a share is outside 0 to 1, a country has two rows for a year, there are two definitions or vintages, the
        period is not valid, or there is a break within it.
    """
    data = intake.frame(data, "data", "one row a country and year, with share")
    if method not in {"mean_of_ratios", "ratio_of_sums"}:
        raise DataError(f"method={shown(method)} is not known; choose 'mean_of_ratios' or 'ratio_of_sums'")
    values = _panel.fractions(data, _panel.column(data, "share", "shares"))
    weights = None
    if method == "ratio_of_sums":
        if "total" not in data.columns:
            raise DataError("method='ratio_of_sums' needs the column 'total', imports from everyone, beside the share")
        weights = _panel.amounts(data, "total")
    return _average(data, "share", values, weights, period, across_breaks=across_breaks).assign(method=method)


def average_rca(
    data: pd.DataFrame, *, period: tuple[int, int] | None = None, across_breaks: bool = False
) -> pd.DataFrame:
    """Return each country's mean index of comparative advantage over a period, every year weighing the same.

    Parameters
    ----------
    data : DataFrame
        partner, year, rca, one row a country and year (one good only).
    period, across_breaks
        As in :func:`average_share`.

    Returns
    -------
    DataFrame
        As in :func:`average_share`, with rca in place of share.

    Raises
    ------
    DataError
        As in :func:`average_share`, and if an index is negative.
    """
    data = intake.frame(data, "data", "one row a country and year, with rca")
    values = _panel.amounts(data, _panel.column(data, "rca", "the index"))
    return _average(data, "rca", values, None, period, across_breaks=across_breaks)


def _average(  # noqa: PLR0913
    data: pd.DataFrame,
    name: str,
    values: np.ndarray[Any, np.dtype[np.float64]],
    weights: np.ndarray[Any, np.dtype[np.float64]] | None,
    period: tuple[int, int] | None,
    *,
    across_breaks: bool,
) -> pd.DataFrame:
    import pandas as pd

    rows = pd.DataFrame(
        {
            "partner": _panel.codes(data, _panel.column(data, "partner", "the country")),
            "year": intake.years(data, _panel.column(data, "year", "the year")),
            "value": values,
            "weight": np.ones(len(data)) if weights is None else weights,
        }
    )
    _panel.once(rows, ["partner", "year"], data, "keep one")
    known = one_source.one_of(data, "series")
    first, last = _period(period, rows["year"])
    inside = rows["year"].between(first, last)
    with_data = inside & rows["value"].notna() & rows["weight"].notna()
    if "break_before" in data.columns and not across_breaks:
        _unbroken(rows[with_data], rows[data["break_before"].fillna(value=False).to_numpy(bool)], first, last)
    used = rows[with_data]
    everyone = pd.Index(sorted(set(rows["partner"])), name="partner")
    means = {
        partner: exact.mean(group["value"].tolist(), None if weights is None else group["weight"].tolist())
        for partner, group in used.groupby("partner")
    }
    result = pd.DataFrame(
        {
            "partner": everyone,
            name: [np.nan if (mean := means.get(partner)) is None else float(mean) for partner in everyone],
            "years_with_data": used.groupby("partner").size().reindex(everyone).fillna(0).astype("int64").to_numpy(),
            "years_in_period": last - first + 1,
            "first_year": first,
            "last_year": last,
        }
    )
    if "supplier" in data.columns:
        named = data["supplier"].dropna().unique()
        if len(named) > 1:
            raise DataError(f"column 'supplier' has {len(named)} suppliers; average the shares of one at a time")
        result["supplier"] = named[0] if len(named) else None
    return _labelled(result, data, rows["partner"].tolist(), known)


def _period(period: tuple[int, int] | None, years: pd.Series[int]) -> tuple[int, int]:
    if period is None:
        return int(years.min()), int(years.max())
    if not isinstance(period, (tuple, list)) or len(period) != 2:
        raise DataError(f"period={shown(period)} has to be (first year, last year), for example period=(1995, 2011)")
    first, last = (intake.year(each, "period") for each in period)
    if first is None or last is None or first > last:
        raise DataError(f"period={shown(period)} has to be (first year, last year), the first not after the last")
    return first, last


def _unbroken(used: pd.DataFrame, broken: pd.DataFrame, first: int, last: int) -> None:
    for partner, year in zip(broken["partner"], broken["year"], strict=True):
        theirs = used.loc[used["partner"] == partner, "year"]
        if first < year <= last and (theirs < year).any() and (theirs >= year).any():
            raise DataError(
                f"partner {partner}: the series breaks before {year}, within the period {first}-{last}; end the period "
                f"in {year - 1} or begin it in {year}, leave {partner} out, or say across_breaks=True"
            )


def _labelled(
    result: pd.DataFrame, data: pd.DataFrame, codes: list[str], known: tuple[str | None, str | None]
) -> pd.DataFrame:
    """Add the countries' names and where the figures come from."""
    if "partner_name" in data.columns:
        names = dict(zip(codes, data["partner_name"].astype(object), strict=True))
        result.insert(1, "partner_name", result["partner"].map(names))
    for column, value in zip(("definition", "vintage"), known, strict=True):
        if column in data.columns:
            result[column] = value
    receipts.carry(data, result)
    if "source" in data.attrs:
        result.attrs["source"] = data.attrs["source"]
    return result
