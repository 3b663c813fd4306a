"""What the played services answer: recorded answers where there are any, else made-up figures in the recorded shape."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from played import Asked

FIXTURES = Path(__file__).parent / "fixtures"
#: Made up: US$ thousand of imports of intermediate goods by importer, from the US and from the world, in 2017 to 2022.
#: Mexico's 2019 is missing.
INPUTS = {
    ("mex", "usa"): {2017: 50_000, 2018: 49_000, 2020: 45_000, 2021: 46_000, 2022: 47_000},
    ("mex", "wld"): {2017: 100_000, 2018: 100_000, 2020: 100_000, 2021: 100_000, 2022: 100_000},
    ("can", "usa"): dict.fromkeys(range(2017, 2023), 120_000),
    ("can", "wld"): dict.fromkeys(range(2017, 2023), 200_000),
}
#: Made up: US$ thousand of exports in every year, of intermediate goods and of all.
EXPORTS = {"usa": (300_000, 1_000_000), "mex": (100_000, 500_000), "wld": (3_000_000, 15_000_000)}
_NAMES = {"mex": "Mexico", "can": "Canada", "usa": "United States", "wld": "World"}
_PRODUCTS = {"UNCTAD-SoP2": "Intermediate goods", "Total": "All Products"}
_INDICATORS = {
    "MPRT-TRD-VL": "Import Trade Value (US$ Thousand)",
    "XPRT-TRD-VL": "Export Trade Value (US$ Thousand)",
}


class Answers:
    """The answers, which a test may change, as a publisher revises its figures."""

    def __init__(self) -> None:
        self.workbook = (FIXTURES / "census" / "country.xlsx").read_bytes()
        self.inputs: dict[tuple[str, str], dict[int, float]] = {pair: dict(years) for pair, years in INPUTS.items()}

    def of(self, asked: Asked) -> bytes | None:
        """Return the answer to a request, or None if there is none."""
        made = {
            "www.census.gov": self._workbook,
            "wits.worldbank.org": self._wits,
        }[asked.host]
        return made(asked)

    def _workbook(self, asked: Asked) -> bytes | None:
        return self.workbook if asked.path == "/foreign-trade/balance/country.xlsx" else None

    def _wits(self, asked: Asked) -> bytes | None:
        words = asked.path.split("/datasource/tradestats-trade/")[1].split("/")
        place = dict(zip(words[::2], words[1::2], strict=True))
        pair, indicator = (place["reporter"], place["partner"]), place["indicator"]
        if indicator == "MPRT-TRD-VL":
            figures: dict[int, float] = self.inputs.get(pair, {})
        else:
            of = EXPORTS.get(pair[0])
            figures = dict.fromkeys(range(2017, 2022), of[place["product"] == "Total"]) if of else {}
        if not figures:
            # As WITS does: XML, though JSON was asked for.
            return b'<?xml version="1.0"?><error xmlns="http://wits"><message>NoRecordsFound</message></error>'
        return wits(place["reporter"], place["partner"], place["product"], indicator, figures)


def wits(reporter: str, partner: str, product: str, indicator: str, figures: dict[int, float]) -> bytes:
    """Return an answer of WITS's API, in the shape of `fixtures/live/wits_tradestats_USA_2017.json`."""

    def only(which: str, code: str, name: str, at: int) -> dict[str, Any]:
        return {
            "id": which,
            "name": which.title(),
            "keyPosition": at,
            "role": None,
            "values": [{"id": code, "name": name}],
        }

    years = sorted(figures)
    series = [
        only("FREQ", "A", "Annual", 0),
        only("REPORTER", reporter.upper(), _NAMES[reporter], 1),
        only("PARTNER", partner.upper(), _NAMES[partner], 2),
        only("PRODUCTCODE", product, _PRODUCTS[product], 3),
        only("INDICATOR", indicator, _INDICATORS[indicator], 4),
    ]
    time = {"id": "TIME_PERIOD", "name": "Year", "keyPosition": 3, "role": "time"}
    values = [
        {"start": f"{y}-01-01T00:00:00", "end": f"{y}-12-31T00:00:00", "id": str(y), "name": str(y)} for y in years
    ]
    observations = {str(at): [figures[year], 0] for at, year in enumerate(years)}
    answer = {
        "header": {"id": "DF_WITS_TradeStats_Trade", "test": False, "sender": {"id": "WBG_WITS"}},
        "dataSets": [
            {"action": "Information", "series": {"0:0:0:0:0": {"attributes": [], "observations": observations}}}
        ],
        "structure": {
            "name": "WITS TradeStats Trade",
            "dimensions": {"dataset": [], "series": series, "observation": [{**time, "values": values}]},
        },
    }
    return json.dumps(answer).encode()
