"""Receipts of answers that were fetched from publishers' services, and the folder in which the answers are kept.

A frame names its receipts in the column ``receipt``, so that they survive ``merge`` and ``concat``. Each name is the
SHA-256 of a file in the folder that lists the answers the rows were made from.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import threading
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError
from tradecontext.errors import named as shown_path
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    import pandas as pd

COLUMN = "receipt"
VARIABLE = "TRADECONTEXT_CACHE"
"""The environment variable that names the folder of kept answers."""
RETRIEVED = "retrieved "
"""What the vintage of a fetched frame begins with; the day follows."""
_NAMED = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True)
class Receipt:
    """What was received, where and when.

    Parameters
    ----------
    service : str
        Who answered.
    url : str
        The address, without any key.
    time : str
        When the answer came, UTC: ``2026-11-29T18:45:00Z``.
    sha256 : str
        Of the raw answer, which is the file of this name in the folder ``answers``.
    terms : str
        Address of the service's terms of use.
    """

    service: str
    url: str
    time: str
    sha256: str
    terms: str

    def line(self) -> dict[str, str]:
        """Return the fields that a spec carries."""
        return {"url": self.url, "time": self.time, "sha256": self.sha256}

    @property
    def day(self) -> str:
        """The day on which the answer came."""
        return self.time[:10]


def folder() -> Path:
    """Return the folder of kept answers: ``TRADECONTEXT_CACHE``, else the platform's own for caches.

    Raises
    ------
    DataError
        If neither is known, because the extra is not installed.
    """
    if own := os.environ.get(VARIABLE):
        return given_path(own, f"keep answers in {VARIABLE}:")
    try:
        import platformdirs
    except ImportError:
        raise DataError(
            f"kept answers are in the folder that the environment variable {VARIABLE} names, or in the "
            "platform's own, which needs the extra: pip install 'tradecontext[live]'"
        ) from None
    return platformdirs.user_cache_path("tradecontext")


@contextmanager
def folder_errors() -> Iterator[None]:
    """Tell a person if the folder of kept answers cannot be read or written inside.

    Raises
    ------
    DataError
        With the folder, what is wrong with it, and what to do.
    """
    try:
        yield
    except Exception as error:
        # Errors of the cache are sqlite3's, which is imported only with it.
        if isinstance(error, OSError) or type(error).__module__ == "sqlite3":
            raise DataError(_no_place(error)) from None
        raise


def _no_place(error: Exception) -> str:
    own = os.environ.get(VARIABLE)
    whose = f"the folder that the environment variable {VARIABLE} names" if own else "the platform's folder for caches"
    why, todo = getattr(error, "strerror", None) or str(error), f"name a folder of your own in {VARIABLE}"
    if isinstance(error, (FileExistsError, NotADirectoryError)):
        why = "there is a file where a folder should be"
    elif getattr(error, "errno", None) in {errno.ENOSPC, errno.EDQUOT} or "full" in why:
        why, todo = "the disk is full", f"make room, or name a folder on another disk in {VARIABLE}"
    elif "locked" in why:
        why, todo = "another program is writing there", "wait until it is done, and try again"
    elif type(error).__name__ == "DatabaseError":
        why, todo = "requests.sqlite is damaged", "delete that file; answers and receipts stay"
    return f"answers cannot be kept or read in {shown_path(folder())}, {whose}: {why}; {todo}"


def written(path: Path, content: bytes) -> Path:
    """Write a file so that it is whole or not there, even if the program is stopped.

    Raises
    ------
    DataError
        If it cannot be written, with the folder and what to do.
    """
    # Two threads may keep the same answer at once.
    part = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    with folder_errors():
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            part.write_bytes(content)
            part.replace(path)
        except OSError:
            part.unlink(missing_ok=True)
            raise
    return path


def keep(receipts: Iterable[Receipt]) -> str:
    """Write the list of receipts that a frame was made from; return its name for the column."""
    content = json.dumps([asdict(each) for each in receipts], indent=1).encode()
    name = hashlib.sha256(content).hexdigest()
    # What is there already is not written again, so that a chart is verified from a folder that is only read.
    if not read(name):
        written(folder() / "receipts" / f"{name}.json", content)
    return name


def read(name: str) -> tuple[Receipt, ...]:
    """Return the receipts of a name in the column; none if this machine does not have them."""
    if not _NAMED.fullmatch(name):
        return ()
    try:
        content = (folder() / "receipts" / f"{name}.json").read_bytes()
    except (OSError, DataError):
        return ()
    # A file that was edited is no receipt.
    if hashlib.sha256(content).hexdigest() != name:
        return ()
    return tuple(Receipt(**each) for each in json.loads(content))


def genuine(given: Mapping[str, Receipt]) -> dict[str, Receipt]:
    """Return receipts by address, each with the time that the lists kept here state.

    Anybody may edit the time in a spec. It is left as it is where no list has the answer.
    """
    came: dict[tuple[str, str], set[str]] = {}
    for file in (folder() / "receipts").glob("*.json") if given else ():
        for each in read(file.stem):
            came.setdefault((each.url, each.sha256), set()).add(each.time)
    found = {}
    for url, each in given.items():
        times = came.get((each.url, each.sha256), {each.time})
        found[url] = each if each.time in times else replace(each, time=min(times))
    return found


def lines(names: str) -> dict[str, Any]:
    """Return what a source line of a spec has of receipts: nothing if there are none."""
    found = [each.line() for name in names.split() for each in read(name)]
    return {"receipts": found} if found else {}


def carry(data: pd.DataFrame, result: pd.DataFrame) -> None:
    """Name the receipts of a frame in one that is computed from it."""
    if names := named(data):
        result[COLUMN] = names


def named(data: pd.DataFrame) -> str:
    """Return the names of all receipts in a frame, with spaces between, also after a merge."""
    columns = [name for name in (COLUMN, f"{COLUMN}_x", f"{COLUMN}_y") if name in data.columns]
    found = (str(value) for name in columns for value in data[name].dropna().unique())
    return " ".join(dict.fromkeys(word for each in found for word in each.split()))
