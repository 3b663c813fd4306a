"""US balances in goods, in services and in both, from the Bureau of Economic Analysis, which needs a key."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Literal

from tradecontext import partners as names
from tradecontext.errors import DataError
from tradecontext.fetch import arguments, services
from tradecontext.fetch.answers import ask

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

Of = Literal["goods", "services", "both"]
_SUFFIXES = {"goods": "Gds", "services": "Serv", "both": "GdsServ"}
_WORDS = {"goods": "goods", "services": "services", "both": "goods and services"}
_FLOWS = {"exports": "Exp", "imports": "Imp", "balance": "Bal"}


def us_balances(
    of: Of = "both", partners: Sequence[str] | str | None = None, years: arguments.Years = None
) -> pd.DataFrame:
    """Make the frame of :func:`tradecontext.fetch.us_balances`."""
    import pandas as pd

    wanted_years = arguments.chosen(years, services.BEA)
    arguments.need_key(services.BEA, "tc.fetch.us_balances")
    figures = {flow: dict(_figures(f"{start}{_SUFFIXES[of]}")) for flow, start in _FLOWS.items()}
    wanted = sorted({code for code, _ in figures["balance"]}) if partners is None else arguments.needed(partners)
    keys = sorted(key for key in figures["balance"] if key[1] in wanted_years and key[0] in wanted)
    there = {code for code, _ in keys}
    if (partners is not None and not there.issuperset(wanted)) or not there:
        lost = [code for code in wanted if code not in there] or ["any country"]
        raise arguments.without(
            services.BEA, f"balances in {_WORDS[of]} with {{}}", lost, wanted, wanted_years if years is not None else ()
        )
    arguments.tell_missing(years, wanted_years, (year for _, year in keys), services.BEA)
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
            if row.get("Indicator", indicator) != indicator or row.get("CL_UNIT", "USD") != "USD":
                raise ValueError("another indicator or unit")  # noqa: TRY301 (told below)
            # "KoreaRepOf" is "Korea Rep Of".
            code = names.resolve(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", row["AreaOrCountry"]))
            text = row["DataValue"].replace(",", "")
            if code and re.fullmatch(r"-?[0-9.]+", text):
                yield (code, int(row["TimePeriod"])), float(text) * 10 ** int(row["UNIT_MULT"])
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DataError(f"{answer.name} is not an answer of the BEA about international transactions") from None
