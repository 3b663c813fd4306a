"""Inter-country input-output tables of the OECD, each in a zip of several years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradecontext.errors import DataError, shown
from tradecontext.fetch import arguments, download, services
from tradecontext.intake import provenance, receipts
from tradecontext.readers import read_icio

if TYPE_CHECKING:
    from tradecontext.measures import MRIO

#: The years of each zip of the edition of 2025, small tables.
_ZIPS = ((1995, 2000), (2001, 2005), (2006, 2010), (2011, 2015), (2016, 2022))


def icio(year: int) -> MRIO:
    """Make the table of :func:`tradecontext.fetch.icio`."""
    try:
        wanted = arguments.year(year)
    except DataError:
        raise DataError(f"year={shown(year)} has to be a year, for example year={_ZIPS[-1][1]}") from None
    span = next((each for each in _ZIPS if each[0] <= wanted <= each[1]), None)
    if span is None:
        raise DataError(f"year={wanted}: the OECD's tables are of {_ZIPS[0][0]} to {_ZIPS[-1][1]}")
    file, receipt, name = download.kept(services.ICIO, f"{services.ICIO.base}{span[0]}-{span[1]}_SML.zip")
    table = read_icio(file, wanted)
    source = provenance.find("oecd_icio", f"{receipts.RETRIEVED}{receipt.day}")
    table.source, table.receipt = source.text() if source else receipt.service, name
    return table
