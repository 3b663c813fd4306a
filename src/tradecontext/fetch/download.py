"""Large files of a service, downloaded with a bar, once, and taken up where they stopped."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
import sqlite3
import time
import zipfile
import zlib
from contextlib import contextmanager, suppress
from typing import IO, TYPE_CHECKING

from tradecontext.errors import DataError, caution
from tradecontext.fetch import answers, problems
from tradecontext.fetch.bar import bar
from tradecontext.fetch.problems import Problem
from tradecontext.intake import receipts
from tradecontext.intake.receipts import Receipt

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import requests

    from tradecontext.fetch.services import Service

_CHUNK = 1 << 20
#: Seconds between two looks at whether another program has ended its download.
_LOOK = 1.0


def kept(service: Service, url: str) -> tuple[Path, Receipt, str]:
    """Return a kept zip, its receipt and the receipt's name; download it if there is none.

    Raises
    ------
    DataError
        If the service does not give it whole.
    """
    noted = receipts.folder() / "files" / hashlib.sha256(url.encode()).hexdigest()
    with receipts.folder_errors():
        noted.parent.mkdir(parents=True, exist_ok=True)
    with _alone(noted.with_suffix(".lock")):
        return _there(noted) or _fetched(service, url, noted)


def _there(noted: Path) -> tuple[Path, Receipt, str] | None:
    """Return what was downloaded before, unless it is lost or damaged."""
    with suppress(OSError):
        name = noted.read_text("ascii")
        for receipt in receipts.read(name):
            if _sha256(answers.path(receipt.sha256)) == receipt.sha256:
                return answers.path(receipt.sha256), receipt, name
    return None


def _fetched(service: Service, url: str, noted: Path) -> tuple[Path, Receipt, str]:
    part = noted.with_suffix(".part")
    begun, problem = part.exists(), _whole(service, url, part)
    if begun and not part.exists():
        # The partial download belonged to another file, or was damaged: start anew.
        problem = _whole(service, url, part)
    with receipts.folder_errors():
        if problem:
            todo = (
                "call it again, and it goes on from where it stopped"
                if part.exists() and problem.kind == "line"
                else ""
            )
            raise problems.told(service, url, problem._replace(todo=problem.todo or todo))
        sha256 = _sha256(part)
        answers.path(sha256).parent.mkdir(parents=True, exist_ok=True)
        part.replace(answers.path(sha256))
    now = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    receipt = Receipt(service.name, url, now, sha256, service.terms)
    name = receipts.keep([receipt])
    receipts.written(noted, name.encode())
    return answers.path(sha256), receipt, name


def _whole(service: Service, url: str, part: Path) -> Problem | None:
    """Download a zip; return what is wrong, or None. A damaged one is deleted."""
    problem = _downloaded(service, url, part)
    with receipts.folder_errors():
        if problem or not _damaged(part):
            return problem
        part.unlink()
    return Problem("the answer is not a zip, or is damaged")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _damaged(path: Path) -> bool:
    """Return whether a file is no zip, or one of its tables does not unpack to what was packed."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is not None
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, zlib.error):
        return True


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """Keep two programs from downloading into one file; the system frees the lock if a program is killed."""
    with receipts.folder_errors():
        held = sqlite3.connect(lock, timeout=0, isolation_level=None)
    try:
        _wait(held)
        yield
    finally:
        held.close()


def _wait(held: sqlite3.Connection) -> None:
    told = False
    while True:
        with receipts.folder_errors():
            try:
                held.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError as error:
                if "locked" not in str(error):
                    raise
            else:
                return
        if not told:
            caution("another program downloads this table: waiting until it is there")
            told = True
        time.sleep(_LOOK)


def _downloaded(service: Service, url: str, part: Path) -> Problem | None:
    """Download into a file, from where an earlier download stopped; return why it failed, or None."""
    try:
        import requests
        from requests.adapters import HTTPAdapter

        from tradecontext.fetch import line
    except ImportError:
        raise DataError(answers.NO_EXTRA) from None
    session = requests.Session()
    session.mount(line.routed(url), HTTPAdapter(max_retries=line.patience()))
    # A packed answer could not be taken up where it stopped.
    session.headers["Accept-Encoding"] = "identity"
    problem = None
    for _try in range(line.TRIES):
        start = part.stat().st_size if part.exists() else 0
        head = {"Range": f"bytes={start}-"} if start else {}
        try:
            with session.get(line.routed(url), headers=head, stream=True, timeout=line.SILENCE) as response:
                if response.status_code == requests.codes.requested_range_not_satisfiable:
                    # It is whole already, or is not the beginning of what there is now.
                    if not _damaged(part):
                        return None
                    part.unlink()
                    continue
                problem = line.refusal(service, response)
                return problem or _poured(response, part, start, url)
        except requests.RequestException as error:
            problem = line.reason(error)
    return problem


def _poured(response: requests.Response, part: Path, start: int, url: str) -> Problem | None:
    """Write an answer to a file, behind what an earlier download left if the service allows it."""
    resumed = response.status_code == 206 and response.headers.get("Content-Range", "").startswith(f"bytes {start}-")
    begin = start if resumed else 0
    length = int(response.headers.get("Content-Length") or 0) + begin
    chunks = response.iter_content(_CHUNK)
    first = next(chunks, b"")
    if not (resumed or first.startswith(b"PK")):
        # What an earlier download left stays.
        return Problem("the answer is not a zip, or is damaged")
    with bar(url.rpartition("/")[2], length, begin, "B") as told, _opened(part, "ab" if resumed else "wb") as file:
        for chunk in itertools.chain([first], chunks):
            with receipts.folder_errors():
                file.write(chunk)
            told(len(chunk))
    return None


@contextmanager
def _opened(path: Path, mode: str) -> Iterator[IO[bytes]]:
    with receipts.folder_errors():
        file = path.open(mode)
    try:
        yield file
    finally:
        with receipts.folder_errors():
            file.close()
