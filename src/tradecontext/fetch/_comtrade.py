"""Imports and exports from UN Comtrade: with a key whole, without one as previews of 500 rows."""

from __future__ import annotations

import json
import warnings
from typing import TYPE_CHECKING

from tradecontext.errors import DataError, caution
from tradecontext.fetch import arguments, services
from tradecontext.fetch._comtrade_requests import SIDES, What, answered, numbers
from tradecontext.readers import read_comtrade

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from tradecontext.fetch.answers import Answer
    from tradecontext.readers._trade import Flow

_WORLD = "WLD"


def comtrade(  # noqa: PLR0913
    reporter: Sequence[str] | str,
    partners: Sequence[str] | str | None,
    flow: Flow = "imports",
    product: str | None = None,
    years: arguments.Years = None,
    *,
    intermediate: bool = False,
    mirror: bool = False,
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.comtrade`."""
    if intermediate and product is not None:
        raise DataError(f"product={product!r} and intermediate=True each choose what is counted: keep one")
    reporters, others = arguments.needed(reporter, "reporter"), arguments.needed(partners)
    if len(reporters) == 1 and reporters[0] in others:
        raise DataError(f"partners: {reporters[0]} is the reporter itself: leave it out")
    if unknown := [each for each in [*reporters, *others] if each not in numbers()]:
        raise DataError(
            f"UN Comtrade has no code for {', '.join(unknown)}: leave {'it' if len(unknown) == 1 else 'them'} out"
        )
    last = arguments.last_year()
    default = f"{last - 9}/{last}" if years is None else years
    wanted = arguments.chosen(default, services.COMTRADE)
    what = What(flow, None if intermediate else product or "TOTAL", wanted)
    files = answered(reporters, [*others, _WORLD], what)
    there = _pairs(files)
    if there is not None:
        _refuse_missing(there, reporters, others, what)
    own = _read(files, what)
    if whole := sorted(set(own.loc[own["share"].isna() & own[flow].notna(), "year"])):
        caution(
            f"{services.COMTRADE.called} has no total of all partners for {arguments.listed(whole)}: shares are blank"
        )
    arguments.tell_missing(years, wanted, own["year"], services.COMTRADE)
    if not mirror:
        return own
    # What the other side reports of the same goods: its exports are the reporter's imports.
    _, other_flow, other = SIDES[flow]
    key = ["partner", other, "year"]
    theirs = answered(others, reporters, what._replace(flow=other_flow))
    if not theirs:
        caution(f"{services.COMTRADE.called} has no {other_flow} reported by {', '.join(others)}: mirror is blank")
        return own.assign(mirror=float("nan"))
    reported = _read(theirs, what._replace(flow=other_flow))
    back = reported.rename(columns={"partner": other, SIDES[other_flow][2]: "partner", other_flow: "mirror"})
    return own.merge(back[[*key, "mirror"]], on=key, how="left")


def _read(files: list[Answer], what: What) -> pd.DataFrame:
    with warnings.catch_warnings():
        # The warning advises to ask for the World, as this call already did if a share is wanted.
        warnings.filterwarnings("ignore", "read_comtrade left out shares of [^;]*; ask for the World[^;]*$")
        return read_comtrade(files, what.product, flow=what.flow, intermediate=what.product is None)


def _pairs(files: list[Answer]) -> set[tuple[str, str]] | None:
    """Return the numbers of each reporter and partner that answers have; None if they are no answers of Comtrade."""
    found = set()
    for file in files:
        try:
            found |= {(str(row["reporterCode"]), str(row["partnerCode"])) for row in json.load(file)["data"]}
        except (ValueError, KeyError, TypeError):
            return None
        finally:
            file.seek(0)
    return found


def _refuse_missing(there: set[tuple[str, str]], reporters: list[str], others: list[str], what: What) -> None:
    """Refuse countries without records, naming all of them."""

    def lost(codes: list[str], place: int) -> list[str]:
        known = {pair[place] for pair in there}
        return [code for code in codes if not known & set(numbers()[code].split(","))]

    goods = {None: " of intermediate goods", "TOTAL": ""}.get(what.product, f" of product {what.product}")
    if silent := lost(reporters, 0):
        raise arguments.without(
            services.COMTRADE, f"{what.flow}{goods} reported by {{}}", silent, reporters, what.years, option="reporter"
        )
    if silent := lost(others, 1):
        side = "from" if what.flow == "imports" else "to"
        by = ", ".join(reporters)
        said = f"{what.flow}{goods} of {by} {side} {{}}"
        raise arguments.without(services.COMTRADE, said, silent, others, what.years)
