"""Open what a user passes to a reader: a path or a buffer, as bytes, with a name for messages."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tradecontext.errors import DataError

if TYPE_CHECKING:
    import pandas as pd

FileLike = str | os.PathLike[str] | IO[Any]

_NO_CENSUS_FIGURES = (
    "The Census Bureau's API answers with nothing (HTTP 204) when it has no figures for a request: check the "
    "year, the month and the variable's name"
)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def load(source: object, when_empty: str = _NO_CENSUS_FIGURES) -> tuple[bytes, str]:
    """Read everything.

    Parameters
    ----------
    source : path-like or buffer
        A buffer may give bytes or text; it is read from where it stands.
    when_empty : str
        What a message about an empty file adds: why it may be so, and what to do.

    Returns
    -------
    tuple of (bytes, str)
        The content, and what to call it in messages.

    Raises
    ------
    DataError
        When there is no such file, it cannot be read, or it is empty.
    """
    if isinstance(source, (str, os.PathLike)):
        content, called = _load_path(os.fspath(source)), str(os.fspath(source))
    elif hasattr(source, "read"):
        called = str(getattr(source, "name", "the open file"))
        got = source.read()
        content = got.encode("utf-8") if isinstance(got, str) else bytes(got)
    else:
        raise DataError(f"expected a path or an open file, found {type(source).__name__}")
    if not content.strip():
        raise DataError(f"{called} is empty. {when_empty}")
    return content, called


def stream(source: object, when_empty: str) -> tuple[IO[bytes], str]:
    """Open what may be too large to hold: a path is not read whole, only a buffer is.

    Returns
    -------
    tuple of (binary file, str)
        At its beginning, and what to call it in messages.

    Raises
    ------
    DataError
        As :func:`load`.
    """
    if isinstance(source, (str, os.PathLike)):
        file, called = _open(os.fspath(source)), str(os.fspath(source))
        if not os.fstat(file.fileno()).st_size:
            file.close()
            raise DataError(f"{called} is empty. {when_empty}")
        return file, called
    content, called = load(source, when_empty)
    return io.BytesIO(content), called


def _open(path: str | bytes) -> IO[bytes]:
    text = os.fsdecode(path)
    if text.startswith(("http://", "https://")):
        raise DataError(f"{text} is a web address; download the file first and pass its path")
    try:
        return Path(text).open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"cannot read {text!r}: {reason}") from None


def _load_path(path: str | bytes) -> bytes:
    with _open(path) as file:
        return file.read()


def is_workbook(content: bytes) -> bool:
    """Tell an Excel workbook, new or old, from text."""
    return content.startswith((_ZIP, _OLE))


def as_text(content: bytes, called: str) -> str:
    """Decode text: UTF-8 with or without a mark, UTF-16 with one, else what Excel saves on Windows."""
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DataError(f"{called} is not text in any encoding that these files come in, nor an Excel workbook")


def sheets(content: bytes, called: str) -> dict[str, pd.DataFrame]:
    """Read all sheets of a workbook, cells as they are, an empty cell as empty text.

    Raises
    ------
    DataError
        When the engine is not installed, or the file cannot be opened or has no sheet.
    """
    import pandas as pd

    try:
        import python_calamine  # noqa: F401
    except ImportError:
        raise DataError(
            "reading an Excel workbook needs python-calamine: pip install 'tradecontext[excel]', "
            "or save the sheet as CSV and read that"
        ) from None
    try:
        found = pd.read_excel(
            io.BytesIO(content), engine="calamine", sheet_name=None, dtype=object, keep_default_na=False
        )
    except Exception as error:  # noqa: BLE001
        # The engine raises its own classes; all of them mean that the file is damaged or locked.
        raise DataError(f"{called} cannot be opened as an Excel workbook ({error}); save it again in Excel") from None
    if not found:
        raise DataError(f"{called} has no sheet")
    return found
