"""US balances in goods, in services and in both, from the Bureau of Economic Analysis, which needs a key."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal

from tradecontext import partners as names
from tradecontext.errors import DataError, shown
from tradecontext.fetch import asked, services
from tradecontext.fetch.answers import ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

Of = Literal["goods", "services", "both"]
_SUFFIXES = {"goods": "Gds", "services": "Serv", "both": "GdsServ"}
_FLOWS = {"exports": "Exp", "imports": "Imp", "balance": "Bal"}


def us_balances(
    of: Of = "both", partners: Sequence[str] | str | None = None, years: Sequence[int] | int | None = None
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.us_balances`."""
    import pandas as pd

    if of not in _SUFFIXES:
        raise DataError(f"of={shown(of)} is not known; choose 'goods', 'services' or 'both'")
    services.BEA.need_key("tc.fetch.us_balances")
    wanted = None if partners is None else asked.codes(partners)
    first, last = asked.span(years, 1999, 9999)
    figures = {flow: dict(_figures(f"{start}{_SUFFIXES[of]}")) for flow, start in _FLOWS.items()}
    keys = sorted(key for key in figures["balance"] if first <= key[1] <= last and key[0] in (wanted or {key[0]}))
    if not keys:
        raise DataError("the BEA has no such partner and year")
    frame = pd.DataFrame(
        {
            "partner": [code for code, _ in keys],
            "partner_name": [names.name(code) or code for code, _ in keys],
            "year": [year for _, year in keys],
            **{flow: [found.get(key, float("nan")) for key in keys] for flow, found in figures.items()},
            "definition": pd.Categorical([f"bea_{of}"] * len(keys)),
        }
    )
    frame.attrs["left_out"] = ["groups of countries, and countries that are not in the BEA's list"]
    return frame


def _figures(indicator: str) -> Iterator[tuple[tuple[str, int], float]]:
    """Yield the figures of an indicator by country and year, in dollars."""
    parameters = {
        "method": "GetData",
        "DatasetName": "ITA",
        "Indicator": indicator,
        "AreaOrCountry": "All",
        "Frequency": "A",
        "Year": "ALL",
        "ResultFormat": "JSON",
    }
    answer = ask(services.BEA, "", parameters)
    try:
        rows: list[dict[str, Any]] = json.load(answer)["BEAAPI"]["Results"]["Data"]
        for row in rows:
            # "KoreaRepOf" is "Korea Rep Of".
            code = names.resolve(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", row["AreaOrCountry"]))
            text = row["DataValue"].replace(",", "")
            if code and re.fullmatch(r"-?[0-9.]+", text):
                yield (code, int(row["TimePeriod"])), float(text) * 10 ** int(row["UNIT_MULT"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DataError(f"{answer.name} is not an answer of the BEA about international transactions") from None
