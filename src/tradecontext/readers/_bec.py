"""Intermediate goods of the Classification by Broad Economic Categories (BEC), added up from UN Comtrade's codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.readers._faults import Faults

if TYPE_CHECKING:
    import pandas as pd

WORLD = "WLD"
PRODUCT = "Intermediate goods"

#: Revision of BEC, by Comtrade's classification code.
_REVISIONS = {"B4": 4, "BE": 4, "B5": 5, "BE5": 5}
#: Codes whose sum is intermediate goods; none contains another. Revision 4 includes primary goods, fuels and parts, and
#: excludes motor spirit (321), passenger cars (51) and goods not classified (7). Revision 5 takes the goods for
#: intermediate consumption of each of its eight broad categories.
_CODES = {
    4: ("111", "121", "21", "22", "31", "322", "42", "53"),
    5: tuple(f"{category}11" for category in range(1, 9)),
}
_KEY = ["reporter", "other", "year"]


def intermediate(rows: pd.DataFrame, called: str, flow: str, left_out: list[str]) -> pd.DataFrame:
    """Add up the codes of intermediate goods by reporter, partner and year.

    If a partner has no row of a code that the file has elsewhere, it had no trade in it. If one of its figures is
    missing, its sum is missing.

    Parameters
    ----------
    rows : pandas.DataFrame
        reporter, other, product (code), system (classification), year, value, and any other columns.
    called : str
        The file, for messages.
    flow : str
        "imports" or "exports".
    left_out : list of str
        A note about other products is appended.

    Raises
    ------
    DataError
        If the file has none of these codes, or two revisions of BEC, or if a year lacks some of the codes.
    """
    revision = rows["system"].str.upper().map(_REVISIONS)
    found = sorted({int(each) for each in revision.dropna()})
    if len(found) != 1:
        have = ", ".join(sorted(set(rows["system"]))[:4]) or "none"
        raise DataError(
            f"{called} has two revisions of BEC, 4 and 5, which differ in what they count: read one at a time"
            if found
            else f"{called} has no codes of BEC (its classifications: {have}), of which intermediate=True makes "
            f"intermediate goods: ask for classification B4 and cmdCode={','.join(_CODES[4])}"
        )
    codes = _CODES[found[0]]
    ours = revision.eq(found[0]) & rows["product"].isin(codes)
    if not ours.all():
        left_out.append(f"other products ({', '.join(sorted(set(rows['product'][~ours]))[:4])})")
    # Identical rows count once. Two figures for one code mean two vintages, which `_every_code` refuses.
    part = rows[ours].drop_duplicates([*_KEY, "product", "value"])
    _every_code(part, codes, called)
    grouped = part.groupby(_KEY, sort=False)
    first = grouped[[name for name in part if name not in {*_KEY, "value"}]].first()
    missing = part["value"].isna().groupby([part[name] for name in _KEY], sort=False).any()
    added = first.assign(value=grouped["value"].sum().mask(missing)).reset_index()
    return added.assign(product=PRODUCT, definition=f"comtrade_{flow}_intermediate_goods_bec{found[0]}")


def _every_code(part: pd.DataFrame, codes: tuple[str, ...], called: str) -> None:
    faults = Faults(called)
    twice = part[part.duplicated([*_KEY, "product"])]
    faults.add(
        f"{row.reporter}, {row.other}, {row.product}, {row.year} has two different figures"
        for row in twice.itertuples(index=False)
    )
    if part.empty:
        faults.add([f"BEC codes {', '.join(codes)} are not in the file"])
    for (reporter, year), each in part.groupby(["reporter", "year"]):
        world = each[each["other"] == WORLD]
        # Without a code that partners have, the World's sum would cover less than theirs.
        for what, there in (("", each), (" with the World", world)):
            lacking = [code for code in codes if code not in set(there["product"])]
            if lacking and len(there) and not (what and set(lacking).isdisjoint(each["product"])):
                faults.add([f"{reporter}, {year}{what} has no row of BEC {', '.join(lacking)}"])
    faults.refuse(f"intermediate goods are the sum of {', '.join(codes)}: ask for all of them, of one vintage")
