"""What is asked of UN Comtrade: whole answers with a key, previews without, each of as many years as it may have."""

from __future__ import annotations

import csv
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from tradecontext.errors import DataError
from tradecontext.fetch import arguments, services
from tradecontext.fetch.answers import JOB, ask_each

if TYPE_CHECKING:
    from tradecontext.fetch.answers import Answer
    from tradecontext.readers._trade import Flow

#: Codes of intermediate goods in rev. 4 of BEC.
_BEC4 = ("111", "121", "21", "22", "31", "322", "42", "53")
#: Rows of an answer with and without a key, and periods of one request.
_MOST_ROWS, _PREVIEW, _MOST_PERIODS = 100_000, 500, 12
_WHOLE, _PREVIEWS = "data/v1/get", "public/v1/preview"
SIDES: dict[Flow, tuple[str, Flow, str]] = {
    "imports": ("M", "exports", "supplier"),
    "exports": ("X", "imports", "market"),
}


class What(NamedTuple):
    """What is asked for: a flow of a product, or of intermediate goods if there is none, in some years."""

    flow: Flow
    product: str | None
    years: list[int]


def answered(reporters: list[str], others: list[str], what: What) -> list[Answer]:
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
        partners = [numbers()[other] for other in others if other != each]
        for first in range(0, len(what.years), step):
            parameters = {
                "reporterCode": numbers()[each],
                "period": ",".join(map(str, what.years[first : first + step])),
                "partnerCode": ",".join(partners),
                "cmdCode": codes,
                "flowCode": SIDES[what.flow][0],
                "customsCode": "C00",
                "motCode": "0",
                "partner2Code": "0",
            }
            if partners:
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
        arguments.need_key(services.COMTRADE, "this chart was made of whole answers, which")
    return bool(services.COMTRADE.key and services.COMTRADE.key.value())


@cache
def numbers() -> dict[str, str]:
    """Return Comtrade's number of each partner; both, where it has had two (the US is 842, and was 840)."""
    text = resources.files("tradecontext.data").joinpath("comtrade_partners.csv").read_text("utf-8")
    found: dict[str, str] = {}
    for row in csv.DictReader(text.splitlines()):
        found[row["partner"]] = ",".join(filter(None, [found.get(row["partner"]), row["comtrade_code"]]))
    return found
