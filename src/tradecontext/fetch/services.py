"""The services that are asked, with what each needs to be known of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

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
    first : int
        The first year of which it has figures.
    key : Key, optional
        The key it takes.
    last : int, optional
        The last year of which it has figures; the last one that is over if not given.
    running : bool
        Whether it has figures of the year that runs.
    empty_is_none : bool
        Whether an empty answer (204) says that there are no such figures, rather than that something is wrong.
    fresh : float
        Seconds for which an answer is not asked for again.
    """

    name: str
    base: str
    kind: Kind
    terms: str
    first: int
    key: Key | None = None
    last: int | None = None
    running: bool = False
    empty_is_none: bool = False
    fresh: float = 24 * 3600.0

    @property
    def called(self) -> str:
        """The name within a sentence."""
        return self.name if self.name in {"UN Comtrade", "World Bank WITS"} else f"the {self.name}"


CENSUS = Service(
    "US Census Bureau",
    "https://www.census.gov/foreign-trade/balance/",
    "a workbook",
    "https://www.census.gov/about/policies/citation.html",
    1985,
    running=True,
)
CENSUS_API = Service(
    "US Census Bureau's API",
    "https://api.census.gov/data/timeseries/intltrade/",
    "JSON",
    "https://www.census.gov/data/developers/about/terms-of-service.html",
    2010,
    Key("CENSUS_API_KEY", "https://api.census.gov/data/key_signup.html", "key"),
    empty_is_none=True,
)
WITS = Service(
    "World Bank WITS",
    "https://wits.worldbank.org/API/V1/SDMX/V21/datasource/tradestats-trade/",
    "JSON",
    "https://wits.worldbank.org/faqs.html",
    1988,
)
COMTRADE = Service(
    "UN Comtrade",
    "https://comtradeapi.un.org/",
    "JSON",
    "https://uncomtrade.org/docs/policy-on-use-and-re-dissemination/",
    1988,
    Key("COMTRADE_API_KEY", "https://comtradedeveloper.un.org/", "Ocp-Apim-Subscription-Key", header=True),
)
TIVA = Service(
    "OECD",
    "https://sdmx.oecd.org/sti-public/rest/data/",
    "CSV",
    "https://www.oecd.org/en/about/terms-conditions.html",
    1995,
    last=2022,
)
ICIO = Service(
    "OECD (ICIO)",
    "https://webfs-sti.oecd.org/files/STI-PIE/ICIO/2025/",
    "a zip",
    "https://www.oecd.org/en/about/terms-conditions.html",
    1995,
    last=2022,
    fresh=float("inf"),
)
BEA = Service(
    "US Bureau of Economic Analysis",
    "https://apps.bea.gov/api/data",
    "JSON",
    "https://apps.bea.gov/api/_pdf/bea_api_tos.pdf",
    1999,
    Key("BEA_API_KEY", "https://apps.bea.gov/api/signup/", "UserID"),
)
SERVICES = (CENSUS, CENSUS_API, WITS, COMTRADE, TIVA, ICIO, BEA)
