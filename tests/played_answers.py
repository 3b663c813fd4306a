"""What the played services answer: recorded answers where there are any, else made-up figures in the recorded shape."""

from __future__ import annotations

import io
import json
import zipfile
from itertools import product
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
        self.exports: dict[str, tuple[float, float]] = dict(EXPORTS)

    def of(self, asked: Asked) -> bytes | None:
        """Return the answer to a request, or None if there is none."""
        services = {
            "www.census.gov": self._workbook,
            "wits.worldbank.org": self._wits,
            "api.census.gov": census_api,
            "comtradeapi.un.org": comtrade,
            "sdmx.oecd.org": tiva,
            "webfs-sti.oecd.org": icio,
            "apps.bea.gov": bea,
        }
        made = services.get(asked.host)
        return made(asked) if made else None

    def _workbook(self, asked: Asked) -> bytes | None:
        return self.workbook if asked.path == "/foreign-trade/balance/country.xlsx" else None

    def _wits(self, asked: Asked) -> bytes | None:
        words = asked.path.split("/datasource/tradestats-trade/")[1].split("/")
        place = dict(zip(words[::2], words[1::2], strict=True))
        pair, indicator = (place["reporter"], place["partner"]), place["indicator"]
        if indicator == "MPRT-TRD-VL":
            figures: dict[int, float] = self.inputs.get(pair, {})
        else:
            of = self.exports.get(pair[0])
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


def census_api(asked: Asked) -> bytes | None:
    """Return an answer of the Census Bureau's API: an array of arrays, every value a text. All figures are made up."""
    if asked.query.get("key") != "a-good-key":
        return b"<html><body>Missing or invalid key: please request one</body></html>"
    columns = asked.query["get"].split(",")
    year = asked.query["time"][5:9]
    detail = {"COMM_LVL": asked.query["COMM_LVL"]} if "COMM_LVL" in asked.query else {}
    head = [*columns, *detail, "time", "SUMMARY_LVL"]
    parts = (
        [("01", "Live animals"), ("87", "Vehicles")] if {"I_COMMODITY", "E_COMMODITY"} & set(columns) else [("", "")]
    )
    if "STATE" in columns:
        parts = [("TX", "TX"), ("CA", "CA"), ("-", "TOTAL")]
    rows = []
    for month in range(1, 13):
        for at, part in enumerate(parts, 1):
            known = {"CTY_CODE": "2010", "time": f"{year}-{month:02d}", "SUMMARY_LVL": "DET", **detail}
            cells = [known.get(name) for name in head]
            values = {"GEN_VAL_MO": 1000 * at, "ALL_VAL_MO": 400 * at, "CON_VAL_MO": 900, "CAL_DUT_MO": 45}
            names = iter(part)
            rows.append([str(cell or values.get(name) or next(names)) for name, cell in zip(head, cells, strict=True)])
    return json.dumps([head, *rows]).encode()


#: Made up: dollars of all goods and of one code of intermediate goods, by (reporter, flow, partner).
FLOWS = {("484", "M", "842"): 50.0, ("484", "M", "0"): 100.0, ("842", "X", "484"): 47.0}


def comtrade(asked: Asked) -> bytes | None:
    """Return an answer of UN Comtrade in the shape of `fixtures/live/comtrade_total_2010.json`."""
    with_key = asked.path.startswith("/data/v1/get/C/A/")
    if with_key and asked.headers.get("Ocp-Apim-Subscription-Key") != "a-good-key":
        return (
            b'{"statusCode": 401, "message": "Access denied due to invalid subscription key", "error": "Access denied"}'
        )
    (pattern, *_) = json.loads((FIXTURES / "live" / "comtrade_total_2010.json").read_text())["data"]
    data = []
    for period in asked.query["period"].split(","):
        for reporter in asked.query["reporterCode"].split(","):
            for partner in asked.query["partnerCode"].split(","):
                for code in asked.query["cmdCode"].split(","):
                    value = FLOWS.get((reporter, asked.query["flowCode"], partner))
                    if value is None:
                        continue
                    own = {"period": period, "refYear": int(period), "primaryValue": value, "cmdCode": code}
                    iso = {"484": "MEX", "842": "USA", "0": "W00"}
                    own |= {"reporterCode": int(reporter), "reporterISO": iso[reporter], "reporterDesc": None}
                    own |= {"partnerCode": int(partner), "partnerISO": iso[partner], "partnerDesc": None}
                    own |= {"flowCode": asked.query["flowCode"], "classificationCode": asked.path.rpartition("/")[2]}
                    data.append(pattern | own)
    most = 100_000 if with_key else 500
    return json.dumps({"elapsedTime": "0.09 secs", "count": len(data), "data": data[:most], "error": ""}).encode()


def tiva(asked: Asked) -> bytes | None:
    """Return a table of TiVA with codes. All figures are made up."""
    flow, key = asked.path.rsplit("/", 2)[1:]
    dataflow = flow.partition("@")[2]
    dimensions = [place.split("+") for place in key.split(".")]
    years = range(int(asked.query["startPeriod"]), int(asked.query["endPeriod"]) + 1)
    if dataflow == "DF_MAINLV":
        names = ["MEASURE", "REF_AREA", "ACTIVITY", "COUNTERPART_AREA", "UNIT_MEASURE", "FREQ"]
    else:
        names = [
            "MEASURE", "REF_AREA", "VALUE_ADDED_SOURCE_AREA", "COUNTERPART_AREA", "ACTIVITY", "UNIT_MEASURE", "FREQ",
        ]  # fmt: skip
    rows = [",".join(["DATAFLOW", *names, "TIME_PERIOD", "OBS_VALUE", "UNIT_MULT"])]
    for place in product(*dimensions):
        at = dict(zip(names, place, strict=True))
        if at["REF_AREA"] == at["COUNTERPART_AREA"]:
            continue
        for year in years:
            value = _tiva_value(at)
            if 1995 <= year <= 2022 and value is not None:
                rows.append(f"OECD.STI.PIE:DSD_TIVA@{dataflow}(1.1),{','.join(place)},{year},{value},6")
    return ("\n".join(rows) + "\n").encode() if len(rows) > 1 else b"NoRecordsFound"


def _tiva_value(at: dict[str, str]) -> float | None:
    pair = (at["REF_AREA"], at["COUNTERPART_AREA"])
    if at["MEASURE"] == "IMGRVA":
        parts = (
            {"W": 200.0, "USA": 60.0, "MEX": 100.0} if pair == ("USA", "MEX") else {"W": 100.0, "USA": 80.0, "MEX": 5.0}
        )
        return parts.get(at["VALUE_ADDED_SOURCE_AREA"])
    levels = {
        ("EXGR", "USA"): 100, ("IMGR", "USA"): 200, ("FFD_DVA", "USA"): 70, ("FFD_DVA", "MEX"): 120,
        ("EXGR", "MEX"): 200, ("IMGR", "MEX"): 100,
    }  # fmt: skip
    return levels.get((at["MEASURE"], at["REF_AREA"]))


def icio(asked: Asked) -> bytes | None:
    """Return a zip with the made-up table of 2022."""
    if not asked.path.endswith("/2016-2022_SML.zip"):
        return None
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        info = zipfile.ZipInfo("2022_SML.csv", (2026, 1, 12, 0, 0, 0))
        archive.writestr(info, (FIXTURES / "icio" / "2022_SML.csv").read_bytes())
    return made.getvalue()


def bea(asked: Asked) -> bytes | None:
    """Return an answer of the BEA, which repeats the key, and whose errors come with status 200. Made up."""
    key = asked.query.get("UserID", "")
    request = {"RequestParam": [{"ParameterName": "USERID", "ParameterValue": key.upper()}]}
    if key != "a-good-key":
        error = {"APIErrorCode": "3", "APIErrorDescription": "The BEA API UserID provided is not valid."}
        return json.dumps({"BEAAPI": {"Request": request, "Results": {"Error": error}}}).encode()
    values = {"Exp": 330_000, "Imp": 500_000, "Bal": -170_000}
    data = [
        {
            "Indicator": asked.query["Indicator"],
            "AreaOrCountry": area,
            "TimePeriod": "2024",
            "CL_UNIT": "USD",
            "UNIT_MULT": "6",
            "DataValue": f"{values[asked.query['Indicator'][:3]]:,}",
        }
        for area in ("Mexico", "KoreaRepOf", "AllCountries", "EuroArea")
    ]
    return json.dumps({"BEAAPI": {"Request": request, "Results": {"Data": data}}}).encode()
