"""What may be wrong with a service or its answer, and what a person is told to do about it."""

from __future__ import annotations

import json
import os
import re
import zipfile
from typing import IO, TYPE_CHECKING, Any, Literal, NamedTuple
from urllib.parse import urlsplit

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from tradecontext.fetch.services import Service

MIRROR = "TRADECONTEXT_MIRROR"
"""The environment variable that names a server to be asked in place of all services."""
_SAID = 160  # characters of a service's own words that a message has
_NOTHING = re.compile(
    r"\bno[ _]?(?:records?|results?|data|observations?)[ _]?(?:were |was |is |are )?(?:found|available|returned|exist)|"
    r"^no (?:records?|results?|data|observations?)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"quota|rate[ -]limit|too many|call volume|throttl|limit (?:is )?(?:exceeded|reached)", re.IGNORECASE
)
_KEY = re.compile(r"\b(?:key|keys|user ?id|subscription)\b", re.IGNORECASE)
_REFUSED = re.compile(
    r"\b(?:invalid|not valid|missing|required|must be included|denied|refused|unauthori[sz]ed|wrong|does not exist|"
    r"inactive|not active|unknown|disabled|expired)\b",
    re.IGNORECASE,
)


class Problem(NamedTuple):
    """Why a service gave no figures.

    Parameters
    ----------
    said : str
        In words, without any key.
    kind : str
        What it is about: the way to the service, the key, the limit of requests, figures that the service does not
        have, or an answer that is of no use.
    again : bool
        Whether it may be well if it is asked at once again.
    todo : str
        What to do, if that is known better than from the kind.
    """

    said: str
    kind: Literal["line", "key", "limit", "nothing", "answer"] = "answer"
    again: bool = False
    todo: str = ""


class NothingFoundError(DataError):
    """A service that has no such figures, though its answer is a good one."""


def of_words(service: Service, said: str, text: str) -> Problem:
    """Return the problem that a service tells in its own words, `text`; `said` is how a message tells it."""
    if _NOTHING.search(text):
        return Problem(said, "nothing")
    if _LIMIT.search(text):
        return Problem(said, "limit")
    if service.key and _KEY.search(text) and _REFUSED.search(text):
        return Problem(said, "key")
    return Problem(said)


def of_content(service: Service, content: bytes) -> Problem | None:
    """Return what is wrong with the form of an answer, or with what it says; None if it has figures."""
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return Problem("the answer is empty", again=True)
    if service.kind in {"a workbook", "a zip"}:
        from io import BytesIO

        return (
            Problem(f"the answer is not {service.kind}, or was cut off", again=True)
            if no_zip(BytesIO(content))
            else None
        )
    if start.startswith(b"<"):
        text = _plain(start)
        return of_words(service, f"the answer is a page or a message, not figures: {quoted(text)}", text[:2000])
    return _of_json(service, start) if service.kind == "JSON" else _of_table(service, start)


def no_zip(file: IO[bytes]) -> bool:
    """Return whether a file is no zip, or was cut off."""
    return not zipfile.is_zipfile(file)


def words_of(content: bytes) -> str:
    """Return what a page, a message in JSON or a plain text says."""
    try:
        said = _error_of(json.loads(content.decode("utf-8", "replace")))
    except (ValueError, RecursionError):
        said = ""
    return said or _plain(content)


def quoted(text: str) -> str:
    """Return the beginning of a service's own words, in quotation marks."""
    return ascii(" ".join(text.split())[:_SAID])


def _of_table(service: Service, text: bytes) -> Problem | None:
    first, _, rest = text.partition(b"\n")
    if first.count(b",") < 3:
        said = text[:_SAID].decode("utf-8", "replace")
        return of_words(service, f"the answer is not a table: {quoted(said)}", said)
    return None if rest.endswith(b"\n") else Problem("the answer is a table that was cut off", again=True)


def _of_json(service: Service, text: bytes) -> Problem | None:
    if not text.startswith((b"{", b"[")):
        said = text[:2000].decode("utf-8", "replace")
        return of_words(service, f"the answer is not JSON: {quoted(said)}", said)
    try:
        # Bytes would be taken for UTF-16 too, which no reader expects of these services.
        answer = json.loads(text.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return Problem("the answer is JSON that was cut off, or is in another encoding", again=True)
    said = _error_of(answer)
    if said:
        return of_words(service, f"the service says {quoted(said)}", said)
    # Comtrade's records are in "data", those of SDMX in "dataSets".
    records = (
        [answer[part] for part in ("data", "dataSets") if part in answer] if isinstance(answer, dict) else [answer]
    )
    empty = bool(records) and not any(records)
    return Problem("the answer is a list without records", "nothing") if empty else None


def _error_of(answer: Any) -> str:
    """Return the error inside an answer that says it is well, as those of the BEA and of Comtrade may be."""
    if not isinstance(answer, dict):
        return ""
    inside = answer.get("BEAAPI")
    results = inside.get("Results") if isinstance(inside, dict) else None
    for place in (each for each in (answer, inside, results) if isinstance(each, dict)):
        found = place.get("Error") or place.get("error")
        found = found[0] if isinstance(found, list) and found else found
        if found:
            text = str(found.get("APIErrorDescription", found) if isinstance(found, dict) else found)
            more = str(place.get("message") or "")
            return f"{text}: {more}" if more else text
    code = answer.get("statusCode")
    return str(answer.get("message") or code) if isinstance(code, int) and code >= 400 else ""


def told(service: Service, url: str, problem: Problem, bundled: str = "") -> DataError:
    """Return the error for a service that gave no figures, with what to do.

    Parameters
    ----------
    service : Service
        The service.
    url : str
        What was asked for, without any key.
    problem : Problem
        What was wrong.
    bundled : str
        The function of :mod:`tradecontext.data` that has older figures of the same.
    """
    if problem.kind == "nothing":
        return NothingFoundError(
            f"{service.called} has no such figures: {problem.said} ({url}); check partners and years"
        )
    if problem.kind == "key" and service.key:
        if key := service.key.value():
            # Short text is not redacted, since it may be an ordinary word, and the service may repeat it.
            said = "it says so" if key.casefold() in problem.said.casefold() else problem.said
            return DataError(
                f"the key in {service.key.variable} was refused by {service.called}: {said} ({url}); "
                f"check it, or get another at {service.key.where}{asked_of()}"
            )
        return DataError(
            f"{service.called} gave no figures without a key: {problem.said} ({url}); get one at {service.key.where} "
            f"(free), and put it into the environment variable {service.key.variable}{asked_of()}"
        )
    todo = problem.todo or ("check the connection and try again" if problem.kind == "line" else "try again later")
    if problem.kind == "limit" and service.key and not service.key.value():
        todo += f", or put a key into the environment variable {service.key.variable}; get one at {service.key.where}"
    return DataError(
        f"{service.called} gave no figures: {problem.said} ({url}); {todo}{_or_bundled(bundled)}{asked_of()}"
    )


def stand_in() -> str:
    """Return the address of the server that is asked in place of all services; nothing if there is none.

    Raises
    ------
    DataError
        If what is given is no address.
    """
    given = os.environ.get(MIRROR, "").strip().rstrip("/")
    if given and not (re.fullmatch(r"https?://[^\s/?#]+(?:/[^\s?#]*)?", given) and _has_port(given)):
        raise DataError(
            f"the environment variable {MIRROR} is {given!r}, which is no address of a server, such as "
            "'https://mirror.example': correct it, or unset it to ask the services themselves"
        )
    return given


def _has_port(address: str) -> bool:
    """Return whether the port of an address, if it names one, is one that there can be."""
    try:
        return urlsplit(address).port != 0
    except ValueError:
        return False


def asked_of() -> str:
    """Return the sentence that names the server that was asked in place of the services, if one was."""
    # A name and a password may be a part of the address.
    server = re.sub(r"//[^/@]*@", "//", stand_in())
    return f". It was asked of {server}, which {MIRROR} names: check that too" if server else ""


def _or_bundled(name: str) -> str:
    if not name:
        return ""
    from tradecontext import data

    last = int(getattr(data, name)()["year"].max())
    return f", or use the figures of tradecontext.data.{name}(), which end in {last}"


def _plain(page: bytes) -> str:
    from tradecontext.readers import _markup

    return _markup.words(page.decode("utf-8", "replace"))
