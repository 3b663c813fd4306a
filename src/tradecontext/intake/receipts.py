"""Receipts of answers that were fetched from publishers' services, and the folder in which the answers are kept.

A frame names its receipts in the column ``receipt``, so that they survive ``merge`` and ``concat``. Each name is the
SHA-256 of a file in the folder that lists the answers the rows were made from.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import threading
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError
from tradecontext.paths import given_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd

COLUMN = "receipt"
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
        """Return what a spec has of it."""
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
    if own := os.environ.get("TRADECONTEXT_CACHE"):
        return given_path(own)
    try:
        import platformdirs
    except ImportError:
        raise DataError(
            "kept answers are in the folder that the environment variable TRADECONTEXT_CACHE names, or in the "
            "platform's own, which needs the extra: pip install 'tradecontext[live]'"
        ) from None
    return platformdirs.user_cache_path("tradecontext")


def written(path: Path, content: bytes) -> Path:
    """Write a file so that it is whole or not there, even if the program is stopped."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Two threads may keep the same answer at once.
    part = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    part.write_bytes(content)
    part.replace(path)
    return path


def keep(receipts: Iterable[Receipt]) -> str:
    """Write the list of receipts that a frame was made from; return its name for the column."""
    content = json.dumps([asdict(each) for each in receipts], indent=1).encode()
    name = hashlib.sha256(content).hexdigest()
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
