"""Inter-country input-output tables of the OECD: large files, downloaded with a bar and taken up where they stopped."""

from __future__ import annotations

import datetime as dt
import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from tradecontext import intake
from tradecontext.errors import DataError
from tradecontext.fetch import answers, services
from tradecontext.fetch.bar import bar
from tradecontext.intake import provenance, receipts
from tradecontext.intake.receipts import Receipt
from tradecontext.readers import read_icio

if TYPE_CHECKING:
    from pathlib import Path

    import requests

    from tradecontext.measures import MRIO

#: The years of each zip of the edition of 2025, small tables.
_ZIPS = ((1995, 2000), (2001, 2005), (2006, 2010), (2011, 2015), (2016, 2022))
_CHUNK = 1 << 20


def icio(year: int) -> MRIO:
    """Make the table of :func:`tradecontext.fetch.icio`."""
    wanted = intake.year(year, "year") or 0
    span = next((each for each in _ZIPS if each[0] <= wanted <= each[1]), None)
    if span is None:
        raise DataError(f"year={wanted}: the OECD's tables are of {_ZIPS[0][0]} to {_ZIPS[-1][1]}")
    file, receipt, name = _file(f"{services.ICIO.base}{span[0]}-{span[1]}_SML.zip")
    table = read_icio(file, wanted)
    source = provenance.find("oecd_icio", f"{receipts.RETRIEVED}{receipt.day}")
    table.source, table.receipt = source.text() if source else receipt.service, name
    return table


def _file(url: str) -> tuple[Path, Receipt, str]:
    """Return a kept file, its receipt and the receipt's name; download it if there is none."""
    noted = receipts.folder() / "files" / hashlib.sha256(url.encode()).hexdigest()
    with suppress(OSError):
        name = noted.read_text("ascii")
        for receipt in receipts.read(name):
            if answers.path(receipt.sha256).exists():
                return answers.path(receipt.sha256), receipt, name
    part = noted.with_suffix(".part")
    part.parent.mkdir(parents=True, exist_ok=True)
    problem = _downloaded(url, part)
    if problem:
        raise DataError(answers.told(services.ICIO, url, problem))
    with part.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if services.fault_of_zip(file):
            part.unlink()
            raise DataError(answers.told(services.ICIO, url, "the answer is not a zip"))
    answers.path(sha256).parent.mkdir(parents=True, exist_ok=True)
    part.replace(answers.path(sha256))
    now = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    receipt = Receipt(services.ICIO.name, url, now, sha256, services.ICIO.terms)
    name = receipts.keep([receipt])
    receipts.written(noted, name.encode())
    return answers.path(sha256), receipt, name


def _downloaded(url: str, part: Path) -> str:
    """Download into a file, from where an earlier download stopped; return why it failed, or nothing."""
    try:
        import requests
        from requests.adapters import HTTPAdapter

        from tradecontext.fetch import line
    except ImportError:
        raise DataError(answers.NO_EXTRA) from None
    session = requests.Session()
    session.mount(line.routed(url), HTTPAdapter(max_retries=line.patience()))
    problem = ""
    for _try in range(line.TRIES):
        start = part.stat().st_size if part.exists() else 0
        head = {"Range": f"bytes={start}-"} if start else {}
        try:
            with session.get(line.routed(url), headers=head, stream=True, timeout=line.SILENCE) as response:
                problem = line.refusal(response) or ""
                if not problem:
                    _poured(response, part, start, url)
        except (requests.RequestException, OSError) as error:
            problem = line.reason(error)
        else:
            break
    return problem


def _poured(response: requests.Response, part: Path, start: int, url: str) -> None:
    """Write an answer to a file, behind what an earlier download left if the service allows it."""
    resumed = response.status_code == 206
    begin = start if resumed else 0
    length = int(response.headers.get("Content-Length") or 0) + begin
    with part.open("ab" if resumed else "wb") as file, bar(url.rpartition("/")[2], length, begin, "B") as told:
        for chunk in response.iter_content(_CHUNK):
            file.write(chunk)
            told(len(chunk))
