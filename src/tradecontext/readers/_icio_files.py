"""Open an input-output table: a file, or one year's table inside the publisher's zip, with a progress bar."""

from __future__ import annotations

import gzip
import re
import sys
import zipfile
import zlib
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, NamedTuple, cast

from tradecontext.errors import DataError
from tradecontext.readers import _opening

if TYPE_CHECKING:
    from collections.abc import Iterator

#: First bytes of R data files: bzip2, xz, or uncompressed. CSV files may be packed with gzip too, so for gzip the first
#: unpacked bytes decide (`_R_UNPACKED`).
_R = (b"BZh", b"\xfd7zXZ", b"RDX2\n", b"RDX3\n")
_R_UNPACKED = (b"RD", b"X\n", b"A\n")
_GZIP = b"\x1f\x8b"
#: Exceptions that unpacking raises if a file is damaged or cut off.
UNREADABLE = (OSError, EOFError, zlib.error, zipfile.BadZipFile)
_ZIP = b"PK\x03\x04"
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
#: File names of the edition of 2021 and earlier ones: edition, then year.
_PUBLISHED = re.compile(r"ICIO20[0-9]{2}_((?:19|20)[0-9]{2})\.csv", re.IGNORECASE)
_AGAIN = "Download the table again"
#: Bytes; smaller files are read so fast that a progress bar would only flicker.
_LARGE = 20_000_000


class Opened(NamedTuple):
    """An open table: the file, its name for messages, its year if known, its size in bytes (0 if unknown), its kind."""

    file: IO[bytes]
    called: str
    year: int | None
    size: int
    is_r: bool


@contextmanager
def opened(source: object, year: int | None) -> Iterator[Opened]:
    """Open a table; in a zip, that of `year`.

    Raises
    ------
    DataError
        If there is no such file, it is of another kind, or it is not clear which table is meant.
    """
    with ExitStack() as stack:
        file, called = _opening.stream(source, _AGAIN)
        stack.enter_context(file)
        start = file.read(8)
        size = file.seek(0, 2)
        file.seek(0)
        if start.startswith(_ZIP):
            try:
                archive = stack.enter_context(zipfile.ZipFile(file))
                member = _member(archive, called, year)
                file, size = stack.enter_context(archive.open(member)), member.file_size
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
                raise DataError(f"{called} cannot be opened as a zip ({error}). {_AGAIN}") from None
            called = f"{called}, {member.filename}"
            yield Opened(file, called, _agreed(member.filename, year), size, is_r=False)
            return
        if start.startswith(b"\xd0\xcf\x11\xe0"):
            raise DataError(_workbook(called))
        if start.startswith(_GZIP) and not _unpacks_to_r(file, called):
            # The table is unpacked while it is read, to save memory; its size is not known beforehand.
            yield Opened(cast("IO[bytes]", gzip.GzipFile(fileobj=file)), called, _agreed(called, year), 0, is_r=False)
            return
        is_r = start.startswith((*_R, _GZIP))
        # If a file name holds two years, the R object itself says which one it is of.
        of_year = None if is_r and year is None and len(_years_of(called)) > 1 else _agreed(called, year)
        yield Opened(file, called, of_year, size, is_r)


def _unpacks_to_r(file: IO[bytes], called: str) -> bool:
    try:
        return gzip.GzipFile(fileobj=file).read(2) in _R_UNPACKED
    except UNREADABLE:
        # A damaged file counts as an R data file, whose parser refuses it, unless it is named .csv.
        return ".csv" not in called.casefold()
    finally:
        file.seek(0)


def _workbook(called: str) -> str:
    return (
        f"{called} is an Excel workbook; read_icio reads the OECD's tables as CSV or zip, and WIOD's as R data files "
        "(.RData, .rda): download one of those"
    )


def _member(archive: zipfile.ZipFile, called: str, year: int | None) -> zipfile.ZipInfo:
    """Choose the CSV file of a year, or the only one."""
    files = archive.infolist()
    if any(each.filename == "[Content_Types].xml" for each in files):
        raise DataError(_workbook(called))
    tables = [
        each for each in files if each.filename.casefold().endswith(".csv") and not each.filename.startswith("__MACOSX")
    ]
    if not tables:
        raise DataError(
            f"{called} holds no CSV file, but {', '.join(each.filename for each in files[:4]) or 'nothing'}"
        )
    years = sorted({found for each in tables for found in _years_of(each.filename)})
    listed = ", ".join(map(str, years)) or ", ".join(each.filename for each in tables[:4])
    if year is None:
        if len(tables) > 1:
            raise DataError(f"{called} holds {len(tables)} tables: say which with year=, one of {listed}")
        return tables[0]
    # A file name that holds this year alone goes before one that holds others too.
    there = [each for each in tables if year in _years_of(each.filename)]
    chosen = [each for each in there if _years_of(each.filename) == [year]] or there
    if not chosen:
        raise DataError(f"{called} has no table of {year}; it has {listed}")
    if len(chosen) > 1:
        both = " and ".join(each.filename for each in chosen[:3])
        raise DataError(f"{called} holds {len(chosen)} tables of {year}, {both}: take the one you want out of the zip")
    return chosen[0]


def _years_of(name: str) -> list[int]:
    """Return the years in a file's name, without the year of the edition in the publisher's own names."""
    last = re.split(r"[/\\]", name)[-1]
    own = _PUBLISHED.fullmatch(last)
    return [int(own[1])] if own else sorted({int(each) for each in _YEAR.findall(last)})


def _agreed(called: str, year: int | None) -> int | None:
    """Return the year of a table: `year`, which the file's name must not contradict, or else the year in the name."""
    written = _years_of(called)
    listed = " or ".join(map(str, written))
    if year is not None and written and year not in written:
        raise DataError(f"{called} is, by its name, the table of {listed}, not {year}")
    if year is None and len(written) > 1:
        raise DataError(
            f"{called} has the years {' and '.join(map(str, written))} in its name, and may be the table of either: "
            f"say which with year=, for example year={written[0]}"
        )
    return year if year is not None else written[0] if written else None


@contextmanager
def with_progress(table: Opened) -> Iterator[IO[bytes]]:
    """Show a progress bar while a large file is read, in a terminal or notebook, if tqdm is installed."""
    if table.size < _LARGE or not _looked_at():
        yield table.file
        return
    try:
        from tqdm.auto import tqdm
        from tqdm.utils import CallbackIOWrapper
    except ImportError:
        yield table.file
        return
    name = re.split(r"[/\\ ]", table.called)[-1]
    bar = tqdm(desc=name, total=table.size, unit="B", unit_scale=True, leave=False)
    with bar:
        yield CallbackIOWrapper(bar.update, table.file, "read")  # pyright: ignore[reportReturnType]


def _looked_at() -> bool:
    return "ipykernel" in sys.modules or (sys.stderr is not None and sys.stderr.isatty())
