"""Imports and exports from UN Comtrade: with a key whole, without one as previews of 500 rows."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from tradecontext.errors import DataError
from tradecontext.fetch import asked, services
from tradecontext.fetch.answers import ask_all
from tradecontext.readers import read_comtrade

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from tradecontext.readers._trade import Flow

#: Codes of intermediate goods in rev. 4 of BEC.
_BEC4 = ("111", "121", "21", "22", "31", "322", "42", "53")
#: Rows of an answer with and without a key, and periods of one request.
_MOST_ROWS, _PREVIEW, _MOST_PERIODS = 100_000, 500, 12
_WORLD = "WLD"
_SIDES = {"imports": ("M", "exports", "supplier"), "exports": ("X", "imports", "market")}


def comtrade(  # noqa: PLR0913
    reporter: Sequence[str] | str,
    partners: Sequence[str] | str,
    flow: Flow = "imports",
    product: str = "TOTAL",
    years: Sequence[int] | int | None = None,
    *,
    intermediate: bool = False,
    mirror: bool = False,
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.comtrade`."""
    if flow not in _SIDES:
        raise DataError("flow: choose 'imports' or 'exports'")
    reporters, others = asked.codes(reporter, "reporter"), asked.codes(partners)
    last = dt.datetime.now(dt.UTC).year - 1
    period = asked.span(years, last - 9, last)
    own = _read(reporters, [*others, _WORLD], flow, product, period, intermediate=intermediate)
    if not mirror:
        return own
    # What the other side reports of the same goods: its exports are the reporter's imports.
    _, other_flow, other = _SIDES[flow]
    theirs = _read(others, reporters, other_flow, product, period, intermediate=intermediate)
    other_other = _SIDES[other_flow][2]
    back = theirs.rename(columns={"partner": other, other_other: "partner", other_flow: "mirror"})
    key = ["partner", other, "year"]
    return own.merge(back[[*key, "mirror"]], on=key, how="left")


def _read(  # noqa: PLR0913
    reporters: list[str],
    others: list[str],
    flow: str,
    product: str,
    period: tuple[int, int],
    *,
    intermediate: bool,
) -> pd.DataFrame:
    letter = _SIDES[flow][0]
    codes = ",".join(_BEC4) if intermediate else product
    rows = len(others) * len(codes.split(","))
    has_key = bool(services.COMTRADE.key and services.COMTRADE.key.value())
    step = min(_MOST_PERIODS, (_MOST_ROWS if has_key else _PREVIEW - 1) // rows)
    if not step:
        raise DataError(
            f"partners: {rows} rows a year are more than a preview of UN Comtrade has ({_PREVIEW}): ask for fewer, or "
            f"put a key into the environment variable COMTRADE_API_KEY; get one at {services.COMTRADE.key.where}"  # type: ignore[union-attr]
        )
    road = "data/v1/get" if has_key else "public/v1/preview"
    requests: list[tuple[str, dict[str, str]]] = []
    for each in reporters:
        for first in range(period[0], period[1] + 1, step):
            span = range(first, min(first + step, period[1] + 1))
            parameters = {
                "reporterCode": _numbers()[each],
                "period": ",".join(map(str, span)),
                "partnerCode": ",".join(_numbers()[other] for other in others),
                "cmdCode": codes,
                "flowCode": letter,
                "customsCode": "C00",
                "motCode": "0",
                "partner2Code": "0",
            }
            requests.append((f"{road}/C/A/{'B4' if intermediate else 'HS'}", parameters))
    chosen = None if intermediate else product
    files = ask_all(services.COMTRADE, requests)
    return read_comtrade(files, chosen, flow=flow, intermediate=intermediate)  # type: ignore[arg-type]


@cache
def _numbers() -> dict[str, str]:
    """Return Comtrade's number of each partner; both, where it has had two (the US is 842, and was 840)."""
    text = resources.files("tradecontext.data").joinpath("comtrade_partners.csv").read_text("utf-8")
    found: dict[str, str] = {}
    for row in csv.DictReader(text.splitlines()):
        found[row["partner"]] = ",".join(filter(None, [found.get(row["partner"]), row["comtrade_code"]]))
    return found
