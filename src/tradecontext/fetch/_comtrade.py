"""Imports and exports from UN Comtrade: with a key whole, without one as previews of 500 rows."""

from __future__ import annotations

import csv
import json
import warnings
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tradecontext.errors import DataError, caution
from tradecontext.fetch import asked, services
from tradecontext.fetch.answers import JOB, ask_each
from tradecontext.readers import read_comtrade

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from tradecontext.fetch.answers import Answer
    from tradecontext.readers._trade import Flow

#: Codes of intermediate goods in rev. 4 of BEC.
_BEC4 = ("111", "121", "21", "22", "31", "322", "42", "53")
#: Rows of an answer with and without a key, and periods of one request.
_MOST_ROWS, _PREVIEW, _MOST_PERIODS = 100_000, 500, 12
_WHOLE, _PREVIEWS = "data/v1/get", "public/v1/preview"
_WORLD = "WLD"
_SIDES: dict[Flow, tuple[str, Flow, str]] = {
    "imports": ("M", "exports", "supplier"),
    "exports": ("X", "imports", "market"),
}


def comtrade(  # noqa: PLR0913
    reporter: Sequence[str] | str,
    partners: Sequence[str] | str | None,
    flow: Flow = "imports",
    product: str | None = None,
    years: asked.Years = None,
    *,
    intermediate: bool = False,
    mirror: bool = False,
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.comtrade`."""
    if intermediate and product is not None:
        raise DataError(f"product={product!r} and intermediate=True each choose what is counted: keep one")
    reporters, others = asked.needed(reporter, "reporter"), asked.needed(partners)
    if len(reporters) == 1 and reporters[0] in others:
        raise DataError(f"partners: {reporters[0]} is the reporter itself: leave it out")
    if unknown := [each for each in [*reporters, *others] if each not in _numbers()]:
        raise DataError(
            f"UN Comtrade has no code for {', '.join(unknown)}: leave {'it' if len(unknown) == 1 else 'them'} out"
        )
    last = asked.last_year()
    default = f"{last - 9}/{last}" if years is None else years
    wanted = asked.chosen(default, services.COMTRADE)
    what = _What(flow, None if intermediate else product or "TOTAL", wanted)
    answered = _answers(reporters, [*others, _WORLD], what)
    there = _pairs(answered)
    if there is not None:
        _refuse_missing(there, reporters, others, what)
    own = _read(answered, what)
    if whole := sorted(set(own.loc[own["share"].isna() & own[flow].notna(), "year"])):
        caution(f"{services.COMTRADE.called} has no total of all partners for {asked.listed(whole)}: shares are blank")
    asked.tell_missing(years, wanted, own["year"], services.COMTRADE)
    if not mirror:
        return own
    # What the other side reports of the same goods: its exports are the reporter's imports.
    _, other_flow, other = _SIDES[flow]
    key = ["partner", other, "year"]
    theirs = _answers(others, reporters, what._replace(flow=other_flow))
    if not theirs:
        caution(f"{services.COMTRADE.called} has no {other_flow} reported by {', '.join(others)}: mirror is blank")
        return own.assign(mirror=float("nan"))
    reported = _read(theirs, what._replace(flow=other_flow))
    back = reported.rename(columns={"partner": other, _SIDES[other_flow][2]: "partner", other_flow: "mirror"})
    return own.merge(back[[*key, "mirror"]], on=key, how="left")


class _What(NamedTuple):
    """What is asked for: a flow of a product, or of intermediate goods if there is none, in some years."""

    flow: Flow
    product: str | None
    years: list[int]


def _read(files: list[Answer], what: _What) -> pd.DataFrame:
    with warnings.catch_warnings():
        # It tells who has a file to ask for the World, which was asked for here if a share is wanted.
        warnings.filterwarnings("ignore", "read_comtrade left out shares of [^;]*; ask for the World[^;]*$")
        return read_comtrade(files, what.product, flow=what.flow, intermediate=what.product is None)


def _answers(reporters: list[str], others: list[str], what: _What) -> list[Answer]:
    """Return the answers that have records."""
    codes = what.product or ",".join(_BEC4)
    rows = len(others) * len(codes.split(","))
    has_key = _has_key()
    step = min(_MOST_PERIODS, (_MOST_ROWS if has_key else _PREVIEW - 1) // rows)
    if not step:
        raise DataError(
            f"partners: {rows} rows a year are more than a preview of UN Comtrade has ({_PREVIEW}): ask for fewer, or "
            f"put a key into the environment variable COMTRADE_API_KEY; get one at {services.COMTRADE.key.where}"  # type: ignore[union-attr]
        )
    road = _WHOLE if has_key else _PREVIEWS
    requests: list[tuple[str, dict[str, str]]] = []
    for each in reporters:
        numbers = [_numbers()[other] for other in others if other != each]
        for first in range(0, len(what.years), step):
            parameters = {
                "reporterCode": _numbers()[each],
                "period": ",".join(map(str, what.years[first : first + step])),
                "partnerCode": ",".join(numbers),
                "cmdCode": codes,
                "flowCode": _SIDES[what.flow][0],
                "customsCode": "C00",
                "motCode": "0",
                "partner2Code": "0",
            }
            if numbers:
                requests.append((f"{road}/C/A/{'HS' if what.product else 'B4'}", parameters))
    return [each for each in ask_each(services.COMTRADE, requests) if each]


def _has_key() -> bool:
    """Return whether whole answers are asked for, rather than previews.

    A chart is made again of answers of the same kind. A preview in place of a whole answer may lack rows.

    Raises
    ------
    DataError
        If a chart was made of whole answers, and there is no key to ask for them anew.
    """
    job = JOB.get()
    whole = any(f"/{_WHOLE}/" in url for url in (job and job.known) or ())
    if job and job.alone:
        return whole
    if whole:
        asked.need_key(services.COMTRADE, "this chart was made of whole answers, which")
    return bool(services.COMTRADE.key and services.COMTRADE.key.value())


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


def _refuse_missing(there: set[tuple[str, str]], reporters: list[str], others: list[str], what: _What) -> None:
    """Refuse countries without records, naming all of them."""

    def lost(codes: list[str], place: int) -> list[str]:
        known = {pair[place] for pair in there}
        return [code for code in codes if not known & set(_numbers()[code].split(","))]

    goods = {None: " of intermediate goods", "TOTAL": ""}.get(what.product, f" of product {what.product}")
    if silent := lost(reporters, 0):
        raise asked.without(
            services.COMTRADE, f"{what.flow}{goods} reported by {{}}", silent, reporters, what.years, option="reporter"
        )
    if silent := lost(others, 1):
        side = "from" if what.flow == "imports" else "to"
        by = ", ".join(reporters)
        said = f"{what.flow}{goods} of {by} {side} {{}}"
        raise asked.without(services.COMTRADE, said, silent, others, what.years)


@cache
def _numbers() -> dict[str, str]:
    """Return Comtrade's number of each partner; both, where it has had two (the US is 842, and was 840)."""
    text = resources.files("tradecontext.data").joinpath("comtrade_partners.csv").read_text("utf-8")
    found: dict[str, str] = {}
    for row in csv.DictReader(text.splitlines()):
        found[row["partner"]] = ",".join(filter(None, [found.get(row["partner"]), row["comtrade_code"]]))
    return found
