"""Open input-output tables where they lie: a file, or one year's table inside the publisher's zip, with progress."""

from __future__ import annotations

import re
import sys
import zipfile
from contextlib import ExitStack, contextmanager
from typing import IO, TYPE_CHECKING, NamedTuple

from tradecontext.errors import DataError
from tradecontext.readers import _opening

if TYPE_CHECKING:
    from collections.abc import Iterator

#: R's own formats: compressed (gzip, bzip2, xz), or as they are.
_R = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"RDX2\n", b"RDX3\n")
_ZIP = b"PK\x03\x04"
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_AGAIN = "Download the table again"
#: Smaller files are read before a bar could be looked at.
_LARGE = 20_000_000


class Opened(NamedTuple):
    """A table to read: where it stands, what to call it, its year if the name or the user says it, its size."""

    file: IO[bytes]
    called: str
    year: int | None
    size: int
    is_r: bool


@contextmanager
def opened(source: object, year: int | None) -> Iterator[Opened]:
    """Open a table; in a zip, the one of the year.

    Raises
    ------
    DataError
        When there is no such file, it is another kind of file, or which table is meant is not clear.
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
            yield Opened(file, called, _year_of(member.filename), size, is_r=False)
            return
        if start.startswith(b"\xd0\xcf\x11\xe0"):
            raise DataError(_workbook(called))
        yield Opened(file, called, _agreed(called, year), size, start.startswith(_R))


def _workbook(called: str) -> str:
    return (
        f"{called} is an Excel workbook; read_icio reads the OECD's tables as CSV or zip, and WIOD's as R data files "
        "(.RData, .rda): download one of those"
    )


def _member(archive: zipfile.ZipFile, called: str, year: int | None) -> zipfile.ZipInfo:
    """Choose the table of a year."""
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
    years = sorted({found for each in tables if (found := _year_of(each.filename)) is not None})
    listed = ", ".join(map(str, years)) or ", ".join(each.filename for each in tables[:4])
    if year is None:
        if len(tables) > 1:
            raise DataError(f"{called} holds {len(tables)} tables: say which with year=, one of {listed}")
        return tables[0]
    chosen = [each for each in tables if _year_of(each.filename) == year]
    if not chosen:
        raise DataError(f"{called} has no table of {year}; it has {listed}")
    if len(chosen) > 1:
        both = " and ".join(each.filename for each in chosen[:3])
        raise DataError(f"{called} holds {len(chosen)} tables of {year}, {both}: take the one you want out of the zip")
    return chosen[0]


def _year_of(name: str) -> int | None:
    """Return the last year in a file's name: the year of the data stands behind the edition's."""
    found = _YEAR.findall(re.split(r"[/\\]", name)[-1])
    return int(found[-1]) if found else None


def _agreed(called: str, year: int | None) -> int | None:
    written = _year_of(called)
    if year is not None and written is not None and written != year:
        raise DataError(f"{called} is, by its name, the table of {written}, not {year}")
    return written if year is None else year


@contextmanager
def with_progress(table: Opened) -> Iterator[IO[bytes]]:
    """Count what is read on a bar, if the file is large, somebody is looking, and tqdm is installed."""
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
        yield CallbackIOWrapper(bar.update, table.file, "read")


def _looked_at() -> bool:
    return "ipykernel" in sys.modules or (sys.stderr is not None and sys.stderr.isatty())
