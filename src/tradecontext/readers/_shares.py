"""Compute shares that the publisher did not print: a partner's amount over the World's, or over all partners' sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tradecontext.errors import caution
from tradecontext.readers._faults import Faults

if TYPE_CHECKING:
    import pandas as pd

_FLOW = ["reporter", "product", "year"]
#: How many times the World's amount the partners' sum may be: figures are rounded, and single partners restated.
_ROUNDED = 1.005
#: A list of fewer partners than this is probably a selection, so its shares come with a warning.
_FEW = 20


class Shares(NamedTuple):
    """The share of each row, and the products in which some shares are of the partners' sum, not of the World's row."""

    share: pd.Series
    summed: set[str]


def shares(figures: pd.DataFrame, whole: pd.Series, other: str, called: str, left_out: list[str]) -> Shares:
    """Fill in the shares that a file does not print, where it has the total that they are of.

    Parameters
    ----------
    figures : pandas.DataFrame
        reporter, other, product, year, value, share (NaN where not printed) and whole_list (bool: whether the file
        is one that lists all partners); single countries alone, no group.
    whole : pandas.Series
        The flow with the World by reporter, product and year; NaN where the file has no such row.
    other : str
        What a partner is called: "supplier" or "market".
    called : str
        The file, for messages.
    left_out : list of str
        A note about the shares that cannot be computed is appended.

    Raises
    ------
    DataError
        If the partners together are larger than the World.
    """
    _within_the_world(figures, whole, other, called)
    share = figures["share"].fillna((figures["value"] / whole).where(whole > 0))
    grouped = figures.assign(printed=figures["share"].notna(), whole=whole).groupby(_FLOW, sort=False)
    there = figures["value"].notna()
    count = grouped["value"].transform("count")
    open_ = grouped["whole"].transform("count").eq(0) & ~grouped["printed"].transform("any") & there
    # A list of one partner may be complete, but a file of a single pair looks the same, so it is not summed.
    summed = open_ & (count > 1) & grouped["whole_list"].transform("all")
    total = grouped["value"].transform("sum")
    share = share.where(~summed, (figures["value"] / total).where(total > 0))
    untold = open_ & ~summed
    if untold.any():
        left_out.append(
            f"shares of {int(untold.sum()):,} amounts, which are missing: the file has no row of the World to take "
            f"them of; ask for the World (WLD) beside each {other}"
        )
    if summed.any() and count[summed].min() < _FEW:
        caution(
            f"{called} has no row of the World: shares are of the {int(count[summed].min())} {other}s in it, added "
            f"up; if these are not all, download the table with every {other}"
        )
    return Shares(share, set(figures.loc[summed, "product"]))


def _within_the_world(figures: pd.DataFrame, whole: pd.Series, other: str, called: str) -> None:
    """Refuse partners that together exceed the World, by their amounts or by the shares that the file prints."""
    key = [figures[name] for name in _FLOW]
    added = figures[["value", "share"]].groupby(key, sort=False).sum()
    world = whole.groupby(key, sort=False).first()
    amounts, printed = added["value"] > world * _ROUNDED, added["share"] > _ROUNDED
    faults = Faults(called)
    faults.add(
        f"{', '.join(map(str, flow))} has {other}s of {added['value'][flow]:,.0f} together, and {world[flow]:,.0f} "
        "with the World"
        for flow in amounts[amounts].index
    )
    faults.add(
        f"{', '.join(map(str, flow))} has {other}s whose shares add up to {added['share'][flow]:.2f}"
        for flow in printed[printed].index
    )
    faults.refuse(
        f"{other}s cannot be larger than the World: a group stands among its members, or two downloads were put "
        "together; read one at a time"
    )
