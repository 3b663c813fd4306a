"""The services that are asked, with what each needs to be known of it."""

from __future__ import annotations

import json
import os
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any, Literal

from tradecontext.errors import DataError

Kind = Literal["JSON", "CSV", "a workbook", "a zip"]


@dataclass(frozen=True)
class Key:
    """A key that a service asks for.

    Parameters
    ----------
    variable : str
        The environment variable that has it. It is read only when a request is sent.
    where : str
        Where to get one.
    name : str
        The parameter or header that takes it.
    header : bool
        Whether it is a header.
    """

    variable: str
    where: str
    name: str
    header: bool = False

    def value(self) -> str:
        """Return the key, or nothing if there is none.

        Raises
        ------
        DataError
            If it has characters that no request can carry, which http would print with the key.
        """
        key = os.environ.get(self.variable, "").strip()
        if not (key.isascii() and key.isprintable()):
            raise DataError(
                f"the environment variable {self.variable} is no key: it has a line break, a curly quotation mark or "
                f"another sign that keys never have; paste it again from {self.where}"
            )
        return key


@dataclass(frozen=True)
class Service:
    """A publisher's service.

    Parameters
    ----------
    name : str
        For messages and receipts.
    base : str
        What all its addresses begin with.
    kind : str
        What its answers are.
    terms : str
        The address of its terms of use.
    key : Key, optional
        The key it takes.
    fresh : float
        Seconds for which an answer is not asked for again.
    """

    name: str
    base: str
    kind: Kind
    terms: str
    key: Key | None = None
    fresh: float = 24 * 3600.0

    def need_key(self, what: str) -> None:
        """Refuse a request that this service answers only with a key.

        Raises
        ------
        DataError
            If there is no key, with where to get one.
        """
        if self.key is not None and not self.key.value():
            raise DataError(
                f"{what} needs a key of the {self.name}: get one at {self.key.where} (free), and put it into the "
                f"environment variable {self.key.variable}"
            )


CENSUS = Service(
    "US Census Bureau",
    "https://www.census.gov/foreign-trade/balance/",
    "a workbook",
    "https://www.census.gov/about/policies/citation.html",
)
CENSUS_API = Service(
    "US Census Bureau's API",
    "https://api.census.gov/data/timeseries/intltrade/",
    "JSON",
    "https://www.census.gov/data/developers/about/terms-of-service.html",
    Key("CENSUS_API_KEY", "https://api.census.gov/data/key_signup.html", "key"),
)
WITS = Service(
    "World Bank WITS",
    "https://wits.worldbank.org/API/V1/SDMX/V21/datasource/tradestats-trade/",
    "JSON",
    "https://wits.worldbank.org/faqs.html",
)
COMTRADE = Service(
    "UN Comtrade",
    "https://comtradeapi.un.org/",
    "JSON",
    "https://uncomtrade.org/docs/policy-on-use-and-re-dissemination/",
    Key("COMTRADE_API_KEY", "https://comtradedeveloper.un.org/", "Ocp-Apim-Subscription-Key", header=True),
)
TIVA = Service(
    "OECD",
    "https://sdmx.oecd.org/sti-public/rest/data/",
    "CSV",
    "https://www.oecd.org/en/about/terms-conditions.html",
)
ICIO = Service(
    "OECD (ICIO)",
    "https://webfs-sti.oecd.org/files/STI-PIE/ICIO/2025/",
    "a zip",
    "https://www.oecd.org/en/about/terms-conditions.html",
    fresh=float("inf"),
)
BEA = Service(
    "US Bureau of Economic Analysis",
    "https://apps.bea.gov/api/data",
    "JSON",
    "https://apps.bea.gov/api/_pdf/bea_api_tos.pdf",
    Key("BEA_API_KEY", "https://apps.bea.gov/api/signup/", "UserID"),
)
SERVICES = (CENSUS, CENSUS_API, WITS, COMTRADE, TIVA, ICIO, BEA)


def fault(kind: Kind, content: bytes) -> str | None:
    """Return what is wrong with the form of an answer, or None."""
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return "the answer is empty: the service has no such figures"
    if kind in {"a workbook", "a zip"}:
        return f"the answer is not {kind}, or was cut off" if fault_of_zip(BytesIO(content)) else None
    if start.startswith(b"<"):
        said = " ".join(_plain(start).split())[:160]
        return f"the answer is a page or a message, not figures: {said!a}"
    return _of_json(start) if kind == "JSON" else _of_table(start)


def fault_of_zip(file: IO[bytes]) -> bool:
    """Return whether a file is no zip, or was cut off."""
    return not zipfile.is_zipfile(file)


def _of_table(text: bytes) -> str | None:
    first, _, rest = text.partition(b"\n")
    if first.count(b",") < 3:
        return f"the answer is not a table: {text[:160].decode('utf-8', 'replace')!a}"
    return None if rest.endswith(b"\n") else "the answer is a table that was cut off"


def _of_json(text: bytes) -> str | None:
    try:
        # Bytes would be taken for UTF-16 too, which no reader expects of these services.
        answer = json.loads(text.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return "the answer is JSON that was cut off, or is in another encoding"
    return _said(answer)


def _said(answer: Any) -> str | None:
    """Return the error inside an answer that says it is well, as those of the BEA and of Comtrade may be."""
    if not isinstance(answer, dict):
        return None
    inside = answer.get("BEAAPI") or {}
    results = inside.get("Results") if isinstance(inside, dict) else None
    for place in (answer, inside, results):
        found = place.get("Error") or place.get("error") if isinstance(place, dict) else None
        if found:
            text = found.get("APIErrorDescription", found) if isinstance(found, dict) else found
            return f"the service says {' '.join(str(text).split())[:160]!a}"
    return None


def _plain(page: bytes) -> str:
    from tradecontext.readers import _markup

    return _markup.words(page.decode("utf-8", "replace"))
