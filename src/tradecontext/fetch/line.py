"""The line to a service, below the cache: adds the key, waits as asked, and lets nothing but a whole answer through.

A key is added here and blotted out here, so that neither the cache nor a message, a log or a traceback ever has it.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
import threading
import time
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote, quote_plus, urljoin, urlsplit

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict

from tradecontext.fetch import problems
from tradecontext.fetch.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradecontext.fetch.services import Service

RETRIEVED = "X-Retrieved"
"""A header, added here, with the time at which the answer came, or the service last said that it still holds."""
_BLOT = "KEY"
_SHORTEST = 8
_CHUNK = 1 << 16
#: Seconds without a byte, and for a whole answer, after which the line is given up.
SILENCE, _WHOLE = (10, 60), 300.0
#: How often an answer that broke off is asked for again.
TRIES = 3
_LOGGERS = ("urllib3.connectionpool", "urllib3.util.retry", "requests_cache.session")


class UnavailableError(Exception):
    """A service that gave no figures, and why: a message without any key."""


class _Patient(urllib3.Retry):
    # Comtrade answers 403 with Retry-After too.
    RETRY_AFTER_STATUS_CODES: ClassVar[frozenset[int]] = frozenset({403, 413, 429, 503})  # type: ignore[misc]

    def get_retry_after(self, response: urllib3.BaseHTTPResponse) -> float | None:
        """Return how long to wait, a minute at most: who is asked to wait longer is told so in the end."""
        wait = super().get_retry_after(response)
        return None if wait is None else min(wait, 60)


def patience() -> urllib3.Retry:
    """Return how often, and after which waits, a request is repeated."""
    return _Patient(
        total=4,
        backoff_factor=0.5,
        status_forcelist=(500, 502, 503, 504),
        raise_on_status=False,
    )


def routed(url: str) -> str:
    """Return where a request goes: to the service, or to the server in ``TRADECONTEXT_MIRROR``, under its host."""
    server = problems.stand_in()
    return f"{server}/{url.removeprefix('https://')}" if server else url


class Last(threading.local):
    """Why the last request of a thread gave no figures, and why it is of no use to send another."""

    problem: Problem | None = None
    down: Problem | None = None


class Line(HTTPAdapter):
    """The line to one service."""

    def __init__(self, service: Service) -> None:
        self.service = service
        self.last = Last()
        super().__init__(max_retries=patience())

    def send(self, request: requests.PreparedRequest, *_: Any, **options: Any) -> requests.Response:
        """Send a request; return its answer if it is whole and has figures.

        Raises
        ------
        UnavailableError
            For everything else. It is raised outside of any handler, so that it carries no other error along.
        """
        key = self.service.key.value() if self.service.key else ""
        with discreet(key):
            found = self.last.down or self._tried(request, key, options)
            for _again in range(TRIES - 1):
                if not (isinstance(found, Problem) and found.again):
                    break
                found = self.last.down or self._tried(request, key, options)
        self.last.problem = found if isinstance(found, Problem) else None
        if isinstance(found, Problem):
            raise UnavailableError(found.said)
        return found

    def _tried(
        self, request: requests.PreparedRequest, key: str, options: dict[str, Any]
    ) -> requests.Response | Problem:
        try:
            response = super().send(self._keyed(request, key), **{**options, "stream": True, "timeout": SILENCE})
            content = self._read(response)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            return reason(error)
        if response.status_code == requests.codes.not_modified:
            return _clean(response, request, b"")
        if response.is_redirect and self.service.key is None and _stays(response, request):
            return _clean(response, request, b"")
        content = _without(content, key)
        problem = refusal(self.service, response, content) or problems.of_content(self.service, content)
        return problem or _clean(response, request, content)

    def _keyed(self, request: requests.PreparedRequest, key: str) -> requests.PreparedRequest:
        sent = request.copy()
        sent.url = routed(str(sent.url))
        if key and self.service.key and self.service.key.header:
            sent.headers[self.service.key.name] = key
        elif key and self.service.key:
            sent.prepare_url(sent.url, {self.service.key.name: key})
        return sent

    def _read(self, response: requests.Response) -> bytes:
        start, parts = time.monotonic(), []
        while part := response.raw.read1(_CHUNK, decode_content=True):
            parts.append(part)
            if time.monotonic() - start > _WHOLE:
                response.close()
                raise requests.Timeout
        return b"".join(parts)


_BROKE_OFF = "the connection broke off"


def reason(error: Exception) -> Problem:
    """Describe an error by its kind alone: its own text has the address with the key."""
    kinds: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str], ...] = (
        ((requests.Timeout, urllib3.exceptions.TimeoutError), "it answers too slowly"),
        (requests.exceptions.SSLError, "its certificate is not valid"),
        (requests.exceptions.ProxyError, "the proxy refuses the connection"),
        (requests.TooManyRedirects, "it sends from one address to another in a circle"),
        ((urllib3.exceptions.ProtocolError, ConnectionResetError), _BROKE_OFF),
        (requests.exceptions.ChunkedEncodingError, _BROKE_OFF),
    )
    said = next((reason for kind, reason in kinds if isinstance(error, kind)), "it cannot be reached")
    return Problem(said, "line", isinstance(error, (urllib3.exceptions.HTTPError, ConnectionError)))


def _stays(response: requests.Response, request: requests.PreparedRequest) -> bool:
    """Return whether a redirect leads to another address of the same service."""
    target = urljoin(str(request.url), response.headers["Location"])
    return urlsplit(target)[:2] == urlsplit(str(request.url))[:2]


def refusal(service: Service, response: requests.Response, content: bytes = b"") -> Problem | None:
    """Return why a service gave no figures, from the head of its answer; None if it gave some."""
    target = response.headers.get("Location", "")
    if "X-DataWebAPI-KeyError" in response.headers or (
        response.is_redirect and service.key and re.search(r"(?:missing|invalid)[_-]?key", target, re.IGNORECASE)
    ):
        return Problem("the key is missing or not valid", "key")
    if response.is_redirect:
        return Problem("it sends to another address, as services do if they have moved")
    if response.status_code == requests.codes.no_content:
        return Problem("the answer is empty (204)", "nothing" if service.empty_is_none else "answer")
    return _error(service, response, content) if response.status_code >= 400 else None


def _error(service: Service, response: requests.Response, content: bytes) -> Problem:
    status, wait = response.status_code, response.headers.get("Retry-After")
    text = problems.words_of(content)
    found = problems.of_words(
        service, f"the answer is an error ({status}{f': {problems.quoted(text)}' if text else ''})", text
    )
    if status == 429 or (status == 403 and wait):
        todo = f"try again in {wait} second{'' if wait == '1' else 's'}" if wait else ""
        return Problem(f"the limit of requests is reached ({status})", "limit", todo=todo)
    if status == 401 and service.key:
        return found._replace(kind="key")
    if status == 403 and found.kind == "answer":
        return Problem(f"the request is refused ({status}), as it is if the limit of requests is reached")
    return found


def _clean(response: requests.Response, request: requests.PreparedRequest, content: bytes) -> requests.Response:
    """Return an answer as if no key had been sent, with its whole body."""
    headers = {name: text for name, text in response.headers.items() if name.lower() not in _OF_THE_TRANSFER}
    headers[RETRIEVED] = f"{dt.datetime.now(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
    response.request, response.url = request, str(request.url)
    response.headers = CaseInsensitiveDict(headers)
    response.raw = urllib3.HTTPResponse(
        BytesIO(content), headers, response.status_code, preload_content=False, request_url=str(request.url)
    )
    return response


_OF_THE_TRANSFER = {"content-encoding", "content-length", "transfer-encoding", "set-cookie", "set-cookie2"}


def _without(content: bytes, key: str) -> bytes:
    """Blot out a key that the service repeats in its answer, as the BEA does."""
    for form in _forms(key):
        content = re.sub(re.escape(form.encode()), _BLOT.encode(), content, flags=re.IGNORECASE)
    return content


def _forms(key: str) -> set[str]:
    """Return a key as it is, and as an address has it. Short text is not redacted: it may be an ordinary word."""
    return {key, quote(key), quote_plus(key)} if len(key) >= _SHORTEST else set()


@contextmanager
def discreet(key: str) -> Iterator[None]:
    """Blot out a key in the logs of the libraries."""

    def blot(record: logging.LogRecord) -> bool:
        for form in _forms(key):
            record.msg, record.args = record.getMessage().replace(form, _BLOT), ()
        return True

    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addFilter(blot)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(blot)
