"""Answers of the services: from the cache while they are fresh, else asked for; every one kept, with a receipt."""

from __future__ import annotations

import hashlib
import io
import logging
import time
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tradecontext.errors import DataError
from tradecontext.fetch.bar import bar
from tradecontext.fetch.problems import NothingFoundError, Problem, told
from tradecontext.intake import receipts
from tradecontext.intake.receipts import Receipt

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from tradecontext.fetch.services import Service


_CACHE = "requests.sqlite"
NO_EXTRA = "fetching needs the extra: pip install 'tradecontext[live]'"


@dataclass
class Run:
    """What one program has found out of the services so far.

    Parameters
    ----------
    answers : dict
        Answers by address, each with when it was asked for, in seconds since 1970: once for all charts of the run.
    down : dict of str to Problem
        Services that could not be reached, and why: of these, kept answers are taken at once, without more waits.
    """

    answers: dict[str, tuple[Receipt, bytes, float]] = field(default_factory=dict)
    down: dict[str, Problem] = field(default_factory=dict)


class Job(NamedTuple):
    """One piece of work that needs answers, such as a call or a chart that is made again.

    Parameters
    ----------
    given : list of Receipt
        The receipts of this call, in the order of its requests.
    late : dict of str to str
        Addresses whose kept answer was taken because the service failed, and what it did.
    asked_at : list of float
        When the service was last asked for each answer, in seconds since 1970.
    run : Run
        What was found out before.
    known : mapping of str to Receipt, optional
        Earlier receipts by address. Where an answer is the same as then, its receipt is that one. If not given, the
        answers of today are taken from the cache.
    alone : bool
        Whether to answer from the kept answers of these receipts alone, and ask nobody.
    """

    given: list[Receipt]
    late: dict[str, str]
    asked_at: list[float]
    run: Run
    known: Mapping[str, Receipt] | None = None
    alone: bool = False

    @property
    def anew(self) -> bool:
        """Whether the services are asked even if kept answers are fresh."""
        return self.known is not None and not self.alone


JOB: ContextVar[Job | None] = ContextVar("JOB", default=None)


@contextmanager
def job(known: Mapping[str, Receipt] | None = None, *, alone: bool = False, run: Run | None = None) -> Iterator[Job]:
    """Begin a job for all requests inside; a job within another has the settings of the outer one."""
    outer = JOB.get()
    own = Job([], {}, [], *(outer[3:] if outer else (run or Run(), known and receipts.genuine(known), alone)))
    token = JOB.set(own)
    try:
        yield own
    finally:
        JOB.reset(token)


class Answer(io.BytesIO):
    """The raw answer, as an open file that the readers take; its name is the address."""

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content)
        self.name = name


def path(sha256: str) -> Path:
    """Return where an answer is kept."""
    return receipts.folder() / "answers" / sha256


def ask(service: Service, address: str, parameters: Mapping[str, Any] | None = None, *, bundled: str = "") -> Answer:
    """Return a service's answer.

    Parameters
    ----------
    service : Service
        The service.
    address : str
        What follows its base.
    parameters : mapping, optional
        The parameters, without any key.
    bundled : str
        The function of :mod:`tradecontext.data` that has older figures of the same.

    Raises
    ------
    DataError
        If the service gives no figures, and no earlier answer is kept; NothingFoundError if it says it has none.
    """
    from urllib.parse import urlencode

    query = urlencode(parameters or {}, doseq=True, safe=",*:@")
    url = f"{service.base}{address}{'?' * bool(query)}{query}"
    job = JOB.get() or Job([], {}, [], Run())
    known = (job.known or {}).get(url)
    if job.alone:
        receipt, content = _kept(known, url)
    else:
        receipt, content, when = job.run.answers.get(url) or _asked(service, url, job, bundled)
        job.asked_at.append(when)
        if job.anew and url not in job.late:
            job.run.answers[url] = receipt, content, when
        receipt = known if known and known.sha256 == receipt.sha256 else receipt
    job.given.append(receipt)
    return Answer(content, url)


def ask_each(
    service: Service, asked: Sequence[tuple[str, Mapping[str, Any]]], *, bundled: str = ""
) -> list[Answer | None]:
    """Return the answers at several addresses, each given with its parameters; None where the service has nothing.

    A bar is shown if they are many.
    """
    found: list[Answer | None] = []
    with bar(service.name, len(asked)) as counted:
        for address, parameters in asked:
            try:
                found.append(ask(service, address, parameters, bundled=bundled))
            except NothingFoundError:
                found.append(None)
            counted(1)
    return found


def _kept(receipt: Receipt | None, url: str) -> tuple[Receipt, bytes]:
    if receipt is None:
        raise NothingFoundError(f"there is no receipt for {url}: the figures were made from other answers")
    return receipt, checked(receipt)


def checked(receipt: Receipt) -> bytes:
    """Return a kept answer.

    Raises
    ------
    DataError
        If it is not kept here, or is not what the receipt is for.
    """
    file = path(receipt.sha256)
    content = None
    with receipts.folder_errors(), suppress(FileNotFoundError):
        content = file.read_bytes()
    if content is None:
        raise DataError(
            f"the answer of {receipt.url} of {receipt.day} is not kept on this machine ({file}): copy the folder "
            "from where the chart was made and name it in TRADECONTEXT_CACHE"
        )
    if hashlib.sha256(content).hexdigest() != receipt.sha256:
        raise DataError(
            f"{file} was changed: it is not the answer of {receipt.url} of {receipt.day}; delete it, and copy it from "
            "where the chart was made"
        )
    return content


def _asked(service: Service, url: str, job: Job, bundled: str) -> tuple[Receipt, bytes, float]:
    """Return the receipt, the answer, and when the service was last asked for it."""
    try:
        import requests
        import requests_cache  # noqa: F401 (one import tells whether the extra is there)

        from tradecontext.fetch.line import RETRIEVED, UnavailableError, reason, routed
    except ImportError:
        raise DataError(NO_EXTRA) from None
    routed(url)
    if service.key:
        service.key.value()  # a damaged one is refused here, since the cache would take it for a fault of the service
    response, problem = None, None
    with receipts.folder_errors():
        last = _session().get_adapter(url).last
        last.problem, last.down = None, job.run.down.get(service.name)
        with _quiet():
            try:
                response = _session().get(
                    url, expire_after=service.fresh, force_refresh=job.anew, allow_redirects=service.key is None
                )
            except UnavailableError:
                problem = last.problem
            except requests.RequestException as error:
                problem = reason(error)
    if last.problem and last.problem.kind == "line":
        job.run.down[service.name] = last.problem
    if response is None:
        problem = problem or Problem("it cannot be reached", "line")
        earlier = (job.known or {}).get(url)
        if problem.kind == "nothing" and earlier:
            # Figures are revised, but seldom taken back: this is more likely a fault.
            problem = Problem(f"it had such figures on {earlier.day}, and now has none: {problem.said}")
        raise told(service, url, problem, bundled)
    came = str(response.headers[RETRIEVED])
    if last.problem or getattr(response, "is_expired", False):
        job.late[url] = last.problem.said if last.problem else "its answer could not be kept"
    expires = getattr(response, "expires", None)
    sha256 = hashlib.sha256(response.content).hexdigest()
    with receipts.folder_errors():
        there = path(sha256).exists() and path(sha256).read_bytes() == response.content
    if not there:
        receipts.written(path(sha256), response.content)
    when = expires.timestamp() - service.fresh if expires else time.time()
    return Receipt(service.name, url, came, sha256, service.terms), response.content, when


def forget(job: Job) -> None:
    """Let the services be asked again for the answers of a job; the answers stay where they are kept."""
    if job.given and not job.alone:
        with receipts.folder_errors():
            _session().cache.delete(urls=[each.url for each in job.given])


def _session() -> Any:
    """Return the session of the folder of kept answers; a new one if the folder was emptied."""
    folder = receipts.folder()
    if not (folder / _CACHE).exists():
        session.cache_clear()
    return session(str(folder))


@cache
def session(folder: str) -> Any:
    """Return the session, with the cache of a folder and a line to each service."""
    from pathlib import Path
    from urllib.parse import urlsplit

    import requests_cache

    from tradecontext.fetch.line import Line
    from tradecontext.fetch.services import SERVICES

    Path(folder).mkdir(parents=True, exist_ok=True)
    made = requests_cache.CachedSession(
        str(Path(folder) / _CACHE), backend="sqlite", stale_if_error=True, allowable_codes=(200,)
    )
    for service in SERVICES:
        host = urlsplit(service.base).netloc
        made.mount(f"https://{host}/", Line(service))
    made.headers["User-Agent"] = "tradecontext"
    return made


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the cache from logging a traceback where it gives a dated copy, of which the author is warned anyway."""
    logger = logging.getLogger("requests_cache.session")

    def mute(record: logging.LogRecord) -> bool:
        return record.levelno < logging.WARNING

    logger.addFilter(mute)
    try:
        yield
    finally:
        logger.removeFilter(mute)
