"""Revealed comparative advantage: a good's share of a country's exports over its share of the world's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

import numpy as np

from tradecontext import intake
from tradecontext.errors import DataError, shown
from tradecontext.intake import one_source, receipts
from tradecontext.measures import _panel
from tradecontext.text import exact

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import ArrayLike, NDArray

    Amounts = NDArray[np.floating[Any]]

Index = TypeVar("Index", "float", "NDArray[Any]", "pd.Series[float]")

_KEY = ["partner", "product", "year"]


def balassa(share: ArrayLike, world_share: ArrayLike) -> NDArray[np.float64]:
    """Return Balassa's index from shares that are already known.

    ``RCA = (x_cg / x_c.) / (x_.g / x_..)``: the good's share of the country's exports over its share of world
    exports. Give both in the same unit (fractions or percent); the index has no unit.

    Parameters
    ----------
    share, world_share : array-like of float, shapes that broadcast
        Missing is NaN.

    Returns
    -------
    ndarray of float
        0 or more, without an upper bound. NaN where either share is missing, or the world exports none of the good.

    Raises
    ------
    DataError
        If a share is negative.

    References
    ----------
    B. Balassa (1965), "Trade Liberalisation and 'Revealed' Comparative Advantage", The Manchester School 33.
    """
    part, whole = np.broadcast_arrays(np.asarray(share, dtype=float), np.asarray(world_share, dtype=float))
    for name, values in (("share", part), ("world_share", whole)):
        if (values < 0).any():
            raise DataError(f"{name}: {values[values < 0].flat[0]:g} is negative; a share of exports cannot be")
    return _panel.ratio(part, whole)


def rsca(index: Index) -> Index:
    """Return the symmetric index: ``RSCA = (RCA - 1) / (RCA + 1)``.

    Parameters
    ----------
    index : float, ndarray or Series
        RCA, 0 or more; missing is NaN.

    Returns
    -------
    float, ndarray or Series
        Of the same type as `index`, in [-1, 1): -1 where none is exported, 0 where RCA is 1.

    Raises
    ------
    DataError
        If an index is negative or infinite.

    References
    ----------
    K. Laursen (2015), "Revealed comparative advantage and the alternatives as measures of international
    specialization", Eurasian Business Review 5 (working paper 1998).
    """
    values = np.asarray(index, dtype=float)
    wrong = (values < 0) | np.isinf(values)
    if wrong.any():
        raise DataError(f"an RCA of {values[wrong].flat[0]:g} cannot be: it is 0 or more, and finite")
    symmetric: Index = (index - 1) / (index + 1)
    return symmetric


def rca(  # noqa: PLR0913 (one option for each column or row that may have another name)
    data: pd.DataFrame,
    *,
    exports: str = "exports",
    share: str | None = None,
    total: str | None = None,
    world: str | None = None,
    absent: Literal["missing", "zero"] = "missing",
) -> pd.DataFrame:
    """Return revealed comparative advantage (Balassa) by country, good and year.

    ``RCA_cg = (x_cg / x_c.) / (x_.g / x_..)``, where a dot is the sum over goods or countries. Above 1, the
    good weighs more in the country's exports than in the world's. The ratio of two countries' indices for a
    good is the ratio of the good's shares in their exports: world totals cancel. Size is not comparable across
    goods, and says nothing of how much is exported.

    Parameters
    ----------
    data : DataFrame
        One row a country, good and year: partner (the exporter), product, year, and amounts or shares.
    exports : str
        Column of amounts, any one unit.
    share : str, optional
        Column with the good's share of the country's exports (fractions 0 to 1), used instead of amounts; needs
        `world`.
    total : str, optional
        The `product` whose rows hold all goods. Without it the country's total is the sum of its goods, which is right
        only if `data` has all of them.
    world : str, optional
        The `partner` whose rows hold the world, for example ``"WLD"``. Without it, world totals are the sum over the
        countries in `data` that have a figure for every good of the year; a country that lacks one is left out of that
        year's totals.
    absent : {"missing", "zero"}
        How to read a country that has no row for a good of the year: its figure is missing, or it exports none.

    Returns
    -------
    DataFrame
        partner, partner_name (if given), product, year, share, world_share (fractions), rca, vintage and
        definition (if given); sorted by partner, product and year; without the rows of `total` and `world`. RCA
        is 0 where the country exports none of the good, NaN where it exports nothing at all, where the world
        exports none of the good, or where a figure is missing.

    Raises
    ------
    DataError
        If a figure is not a number or negative, a country has two rows for a good and year, or a share is over 1.

    References
    ----------
    B. Balassa (1965), "Trade Liberalisation and 'Revealed' Comparative Advantage", The Manchester School 33.
    """
    import pandas as pd

    data = intake.frame(data, "data", "one row a country, good and year, with exports")
    if absent not in {"missing", "zero"}:
        raise DataError(f"absent={shown(absent)} is not known; choose 'missing' or 'zero'")
    rows = pd.DataFrame(
        {
            "partner": _panel.codes(data, _panel.column(data, "partner", "the exporting country")),
            "product": data[_panel.column(data, "product", "the good")].astype(str).to_numpy(),
            "year": intake.years(data, _panel.column(data, "year", "the year")),
        }
    )
    _panel.once(rows, _KEY, data, "keep one, or add them up first")
    about = {name: data[name].astype(object).to_numpy() for name in ("partner_name",) if name in data.columns}
    labels = pd.DataFrame({"partner": rows["partner"], **about}).drop_duplicates("partner")
    if share is not None:
        rows["share"] = _panel.fractions(data, _panel.column(data, share, "shares of exports"))
        if world is None:
            raise DataError('shares do not add up to the world\'s: name the rows that hold the world, world="WLD"')
    else:
        rows["exports"] = _panel.amounts(data, _panel.column(data, exports, "amounts exported"))
        if world is None and _panel.WORLD in set(rows["partner"]):
            raise DataError('there are rows of the world among the countries: say world="WLD", or leave them out')
        rows = _shares(rows, total, absent)
    rows = rows[rows["product"] != total] if total is not None else rows
    if share is not None:
        rows = rows.assign(exports=rows["share"], total=1.0)
    of_good, of_all = _world(rows, world)
    rows["world_share"] = _panel.ratio(of_good, of_all)
    rows["rca"] = _over(rows["exports"].to_numpy(), rows["total"].to_numpy(), of_good, of_all)
    result = rows[rows["partner"] != world].merge(labels, on="partner", how="left")
    for name in _panel.PROVENANCE:
        if name in data.columns:
            result[name] = one_source.one_of(data, "index")[_panel.PROVENANCE[::-1].index(name)]
    receipts.carry(data, result)
    order = ["partner", *about, "product", "year", "share", "world_share", "rca"]
    order += [name for name in (*_panel.PROVENANCE, receipts.COLUMN) if name in result.columns]
    return result.sort_values(_KEY, ignore_index=True)[order]


def _shares(rows: pd.DataFrame, total: str | None, absent: str) -> pd.DataFrame:
    """Add the good's share of the country's exports, and whether the country has every good of the year."""
    import pandas as pd

    whole = rows[rows["product"] == total]
    goods = rows[rows["product"] != total] if total is not None else rows
    if total is not None and whole.empty:
        have = ", ".join(sorted(set(rows["product"]))[:8])
        raise DataError(f"total={shown(total)}: no row has this product (the products are {have})")
    if absent == "zero":
        goods = _filled(goods)
    wanted = goods.groupby("year")["product"].nunique()
    each = goods.groupby(["partner", "year"])["exports"]
    every = each.count() == wanted.reindex(each.count().index.get_level_values("year")).to_numpy()
    sums = _panel.sums(each).where(every)
    key = pd.MultiIndex.from_frame(goods[["partner", "year"]])
    known = whole.set_index(["partner", "year"])["exports"] if total is not None else sums
    goods = goods.assign(total=known.reindex(key).to_numpy(), every=every.reindex(key).to_numpy(bool))
    goods["share"] = _panel.ratio(goods["exports"].to_numpy(), goods["total"].to_numpy())
    over = goods["share"] > 1 + 1e-6
    if over.any():
        first = goods[over].iloc[0]
        raise DataError(
            f"partner {first['partner']}, {first['year']}: exports of {first['product']!a} are larger than those of "
            f"{total!a}; the two are not of one table or unit"
        )
    return goods


def _filled(goods: pd.DataFrame) -> pd.DataFrame:
    """Add a row of 0 for each good of the year for which a country has no row."""
    import pandas as pd

    parts = []
    for year, part in goods.groupby("year"):
        every = pd.MultiIndex.from_product([part["partner"].unique(), part["product"].unique()])
        there = pd.MultiIndex.from_frame(part[["partner", "product"]])
        lacking = every.difference(there)
        zeros = pd.DataFrame(
            {
                "partner": lacking.get_level_values(0),
                "product": lacking.get_level_values(1),
                "year": year,
                "exports": 0.0,
            }
        )
        parts += [part, zeros] if len(zeros) else [part]
    return pd.concat(parts, ignore_index=True)


def _over(exports: Amounts, total: Amounts, of_good: Amounts, of_all: Amounts) -> list[float]:
    """Return the ratio of two shares, computed from their amounts and rounded only once; NaN where undefined."""
    each = zip(*(amounts.tolist() for amounts in (exports, total, of_good, of_all)), strict=True)
    return [
        float(exact.ratio(own, all_own) / exact.ratio(good, everything))
        if all_own > 0 and good > 0 and everything > 0 and own >= 0
        else np.nan
        for own, all_own, good, everything in each
    ]


def _world(rows: pd.DataFrame, world: str | None) -> tuple[Amounts, Amounts]:
    """Return world exports of the good and of all goods, row by row."""
    import pandas as pd

    key = pd.MultiIndex.from_frame(rows[["product", "year"]])
    if world is not None:
        theirs = rows[rows["partner"] == world]
        if theirs.empty:
            raise DataError(f"world={shown(world)}: no row has this partner")
        found = theirs.set_index(["product", "year"])[["exports", "total"]].reindex(key)
        return found["exports"].to_numpy(), found["total"].to_numpy()
    whole = rows[rows["every"] & rows["total"].notna() & _panel.single(rows["partner"].tolist())]
    by_good = _panel.sums(whole.groupby(["product", "year"])["exports"])
    everything = _panel.sums(whole.drop_duplicates(["partner", "year"]).groupby("year")["total"])
    return by_good.reindex(key).to_numpy(), everything.reindex(rows["year"]).to_numpy()
