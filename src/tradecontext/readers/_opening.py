"""Open what a user passes to a reader: a path or a buffer, as bytes, with a name for messages."""

from __future__ import annotations

import io
import os
import zipfile
import zlib
from typing import IO, TYPE_CHECKING, Any

from tradecontext.errors import DataError
from tradecontext.paths import given_path

if TYPE_CHECKING:
    import pandas as pd

FileLike = str | os.PathLike[str] | IO[Any]

_NO_CENSUS_FIGURES = (
    "The Census Bureau's API answers with nothing (HTTP 204) when it has no figures for a request: check the "
    "year, the month and the variable's name"
)
_ZIP, _OLE, _GZIP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"
#: Bytes. A publisher's table is far smaller, but a decompression bomb may unpack to any size.
_LARGEST = 500_000_000


def load(source: object, when_empty: str = _NO_CENSUS_FIGURES) -> tuple[bytes, str]:
    """Read a whole file.

    Parameters
    ----------
    source : path-like or buffer
        A buffer may return bytes or text; it is read from its current position. A file packed with gzip, or the only
        one in a zip, is unpacked.
    when_empty : str
        Added to the message about an empty file: why it may be empty, and what to do.

    Returns
    -------
    tuple of (bytes, str)
        The content, and its name for messages.

    Raises
    ------
    DataError
        If there is no such file, it cannot be read, or it is empty.
    """
    content, called = _content(source)
    content = _unpacked(content, called)
    if not content.strip():
        raise DataError(f"{called} is empty. {when_empty}")
    return content, called


def _content(source: Any) -> tuple[bytes, str]:
    if isinstance(source, (str, os.PathLike)):
        with _open(os.fspath(source)) as file:
            return file.read(), str(os.fspath(source))
    if not hasattr(source, "read"):
        raise DataError(f"expected a path or an open file, found {type(source).__name__}{_instead(source)}")
    called = str(getattr(source, "name", "the open file"))
    got = source.read()
    # A text buffer may hold a lone surrogate, which cannot be encoded.
    return (got.encode("utf-8", "replace") if isinstance(got, str) else bytes(got)), called


def _instead(source: object) -> str:
    """Say what to do with an object that is not a file."""
    if hasattr(source, "to_csv"):
        return (
            ": pass a frame of your own straight to the chart or measure; if the frame is a publisher's table as "
            "downloaded, write it to a file with to_csv(path, index=False) and pass the path"
        )
    if isinstance(source, (bytes, bytearray)):
        return ": wrap the content, io.BytesIO(content)"
    return ""


def _unpacked(content: bytes, called: str) -> bytes:
    """Unpack gzip, and a zip that holds one file; a workbook, which is a zip too, stays as it is."""
    if content.startswith(_GZIP):
        return gunzipped(content, called, _LARGEST)
    if not content.startswith(_ZIP):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [each.filename for each in archive.infolist() if not each.is_dir()]
            names = [name for name in names if not name.startswith("__MACOSX")]
            if "[Content_Types].xml" in names:
                return content
            if len(names) != 1:
                raise DataError(
                    f"{called} is a zip with {len(names)} files ({', '.join(names[:4])}): unpack it and pass the one "
                    "you want"
                )
            with archive.open(names[0]) as file:
                return _of_a_size(file.read(_LARGEST + 1), called, _LARGEST)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError):
        # A damaged workbook is a damaged zip too; the message about the workbook is the more helpful one.
        return content


def gunzipped(content: bytes, called: str, most: int) -> bytes:
    """Unpack gzip, up to `most` bytes.

    Raises
    ------
    DataError
        If the file is cut off, damaged or too large.
    """
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        found = unpacker.decompress(content, most + 1)
    except zlib.error:
        raise DataError(f"{called} is packed with gzip and damaged: download it again") from None
    if not unpacker.eof and len(found) <= most:
        raise DataError(f"{called} is packed with gzip and was cut off: download it again")
    return _of_a_size(found, called, most)


def _of_a_size(content: bytes, called: str, most: int) -> bytes:
    if len(content) > most:
        raise DataError(f"{called} unpacks to more than {most // 1_000_000:,} MB, and no such table does")
    return content


def stream(source: object, when_empty: str) -> tuple[IO[bytes], str]:
    """Open a file that may be too large for memory: a path is opened, and only a buffer is read whole.

    Returns
    -------
    tuple of (binary file, str)
        The file at its beginning, and its name for messages.

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
    content, called = _content(source)
    if not content.strip():
        raise DataError(f"{called} is empty. {when_empty}")
    return io.BytesIO(content), called


def _open(path: str | bytes) -> IO[bytes]:
    text = os.fsdecode(path)
    if text.startswith(("http://", "https://")):
        raise DataError(f"{text} is a web address; download the file first and pass its path")
    try:
        return given_path(text, "read").open("rb")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DataError(f"cannot read {text!r}: {reason}") from None


def is_workbook(content: bytes) -> bool:
    """Tell an Excel workbook, new or old, from text."""
    return content.startswith((_ZIP, _OLE))


def as_text(content: bytes, called: str) -> str:
    """Decode text: UTF-8 with or without a byte-order mark, UTF-16 with one, else Windows-1252, as Excel saves it.

    Every line ending becomes a line feed.
    """
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
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
