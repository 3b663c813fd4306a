"""Parse the CSV file of an OECD inter-country input-output table."""

from __future__ import annotations

import csv
import re
from typing import IO, TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np
import pandas as pd

from tradecontext.errors import DataError
from tradecontext.intake import provenance
from tradecontext.readers import _icio_files
from tradecontext.readers._publisher import looks_like

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tradecontext.measures.value_added import MRIO
    from tradecontext.readers._icio_files import Opened

Floats: TypeAlias = "np.ndarray[tuple[int, ...], np.dtype[np.float64]]"

DEFINITION = "oecd_icio"

#: Codes of final demand: the six kinds of the editions since 2021, then those of older editions.
_FINAL = {"HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR", "HC", "NPS", "P33", "DISC", "NONRES", "FD"}
_PARTS = {"CN1": "CHN", "CN2": "CHN", "CN3": "CHN", "CN4": "CHN", "MX1": "MEX", "MX2": "MEX", "MX3": "MEX"}
#: What the rows below the sectors hold, by label. Taxes may have a row for each country that levies them.
_BELOW = {"TLS": "taxes", "TAXSUB": "taxes", "VA": "value added", "VALU": "value added"} | dict.fromkeys(
    ("OUT", "OUTPUT"), "output"
)
_NAMES = {"taxes": "TLS (TAXSUB)", "value added": "VA (VALU)", "output": "OUT (OUTPUT)"}
_TOTALS = {"OUT", "OUTPUT", "TOTAL"}
_LABEL = re.compile(r"([A-Z][A-Z0-9]{2})_(\S+)")
_ROWS_AT_ONCE = 256
#: Relative gap allowed between a column's sum and its output: far above rounding, far below a lost decimal point.
_SLACK = 0.01
#: Million dollars. A table with more output has lost its decimal points: the world's was 2e8 in 2022.
_WORLD = 1e10


class Layout(NamedTuple):
    """The layout of the file's columns: whose industry or final demand each one is."""

    countries: list[str]
    sectors: list[str]
    cells: dict[str, int]
    economies: list[str]
    entities: dict[str, str]
    bought: list[int]
    final: list[int]
    destination: list[int]


def read(table: Opened, tolerance: float) -> MRIO:
    """Read the table.

    Raises
    ------
    DataError
        Naming rows and columns that are missing, damaged or do not add up.
    """
    from tradecontext.measures.value_added import MRIO

    header = _header(table.file, table.called)
    layout = _layout(header, table.called)
    size = len(layout.cells)
    inputs, final = np.zeros((size, size)), np.zeros((size, len(layout.economies)))
    onto = np.zeros((len(layout.final), len(layout.economies)))
    onto[np.arange(len(layout.final)), layout.destination] = 1.0
    below: dict[str, Floats] = {}
    seen: set[str] = set()
    whole = True
    with _icio_files.with_progress(table) as file:
        for labels, figures in _chunks(file, header, table.called):
            for label in labels:
                if label in seen:
                    raise DataError(f"{table.called} has two rows called {label}; download it again")
                seen.add(label)
            whole = whole and bool((figures == np.rint(figures)).all())
            places = np.array([layout.cells.get(label, -1) for label in labels])
            ours = places >= 0
            inputs[places[ours]] = figures[ours][:, layout.bought]
            final[places[ours]] = figures[ours][:, layout.final] @ onto
            for label, row in zip(np.array(labels)[~ours], figures[~ours], strict=True):
                what = _below(str(label), table.called)
                below[what] = below.get(what, 0.0) + row[layout.bought]
    _complete(seen, below, layout, table.called)
    _undamaged(inputs.sum(axis=0), below, list(layout.cells), table.called, whole=whole)
    source = provenance.find(DEFINITION, None)
    return MRIO(
        inputs,
        final,
        None,
        layout.countries,
        layout.sectors,
        **_scopes(layout.sectors),
        entities=layout.entities,
        value_added=below["value added"] + below["taxes"],
        tolerance=tolerance,
        year=table.year,
        unit="usd_million",
        source=source.text() if source else None,
    )


def _header(file: IO[bytes], called: str) -> list[str]:
    """Return the names of all columns, including the one of the row labels."""
    try:
        line = file.readline(2_000_000)
    except _icio_files.UNREADABLE as error:
        raise DataError(f"{called} cannot be unpacked ({error}); download it again") from None
    if b"\r" in line.rstrip(b"\r\n"):
        # Old spreadsheets end lines with a carriage return alone; the parser of the rows handles that itself.
        line = line[: line.index(b"\r")]
        file.seek(len(line) + 1)
    try:
        text = line.decode("utf-8-sig").strip()
    except UnicodeDecodeError:
        raise DataError(f"{called} is not text: read_icio reads the OECD's tables as CSV or zip") from None
    if text.startswith("<"):
        raise DataError(f"{called} is a web page, not figures: the download was refused or the address is wrong")
    try:
        header = [name.strip() for name in next(csv.reader([text]), [])]
    except csv.Error as error:
        raise DataError(f"{called} is no table: its first line cannot be read as CSV ({error})") from None
    if sum(name.endswith(("_HFCE", "_HC")) for name in header) < 2:
        like = looks_like(header) or f"its columns are {', '.join(header[:6])[:200]}"
        if "read_icio" in like:
            like = "it has final demand of one country only"
        raise DataError(
            f"{called} is not an OECD inter-country input-output table, whose columns are a country and an industry "
            f"(USA_C29) or a kind of final demand (USA_HFCE): {like}"
        )
    twice = {name for name in header if header.count(name) > 1} if len(set(header)) < len(header) else set()
    if twice:
        raise DataError(f"{called} has two columns called {min(twice)!a}; download it again")
    return header


def _layout(header: list[str], called: str) -> Layout:
    """Sort columns into industries and final demand, and check that every country has all of both."""
    bought: list[tuple[int, str, str]] = []
    final: list[tuple[int, str, str]] = []
    for place, name in enumerate(header[1:]):
        match = _LABEL.fullmatch(name)
        if match:
            (final if match[2] in _FINAL else bought).append((place, match[1], match[2]))
        elif name.upper() not in _TOTALS:
            raise DataError(
                f"{called}, column {place + 2}: {name[:40]!a} is neither a country's industry nor its final demand; "
                "the file was edited, download it again"
            )
    countries = list(dict.fromkeys(country for _, country, _ in bought))
    sectors = list(dict.fromkeys(sector for _, _, sector in bought))
    entities = {part: whole for part, whole in _PARTS.items() if part in countries}
    economies = list(dict.fromkeys(entities.get(country, country) for country in countries))
    kinds = list(dict.fromkeys(kind for _, _, kind in final))
    there = {f"{country}_{code}" for _, country, code in [*bought, *final]}
    wanted = [f"{country}_{sector}" for country in countries for sector in sectors]
    lacking = [
        name for name in [*wanted, *(f"{one}_{kind}" for one in economies for kind in kinds)] if name not in there
    ]
    if lacking:
        raise DataError(
            f"{called} lacks the {_some('column', lacking)}; the file was cut off or edited, download it again"
        )
    strange = [country for _, country, _ in final if country not in economies]
    if strange:
        raise DataError(f"{called} has final demand of {strange[0]}, which has no industries; download it again")
    place_of = {f"{country}_{sector}": place for place, country, sector in bought}
    return Layout(
        countries, sectors, {name: each for each, name in enumerate(wanted)}, economies, entities,
        [place_of[name] for name in wanted],
        [place for place, _, _ in final], [economies.index(country) for _, country, _ in final],
    )  # fmt: skip


def _chunks(file: IO[bytes], header: list[str], called: str) -> Iterator[tuple[list[str], Floats]]:
    """Yield labels and figures of some rows at a time."""
    rows = 1
    try:
        parts = pd.read_csv(file, header=None, names=header, index_col=0, chunksize=_ROWS_AT_ONCE, encoding="utf-8")
        for part in parts:
            labels = [str(label).strip() for label in part.index]
            _numbers(part, rows, called)
            rows += len(part)
            yield labels, part.to_numpy(dtype=np.float64)
    except (pd.errors.ParserError, pd.errors.EmptyDataError, UnicodeDecodeError, *_icio_files.UNREADABLE) as error:
        why = " ".join(str(error).split())
        raise DataError(
            f"{called}, after row {rows}: {why}; the file was cut off or edited, download it again"
        ) from None


def _numbers(part: pd.DataFrame, rows: int, called: str) -> None:
    """Refuse cells that are not numbers, naming row and column."""
    for name, cells in part.items():
        plain = cells if pd.api.types.is_numeric_dtype(cells) else pd.to_numeric(cells, errors="coerce")
        bad = ~np.isfinite(plain.to_numpy(dtype=np.float64))
        if not bad.any():
            continue
        first = int(bad.argmax())
        found = cells.iloc[first]
        what = "the cell is blank" if pd.isna(found) else f"{str(found)[:40]!a} is not a number"
        raise DataError(
            f"{called}, row {rows + first + 1} ({part.index[first]}), column {name}: {what}; the file was cut off or "
            "edited, download it again"
        )


def _below(label: str, called: str) -> str:
    """Return what a row below the sectors holds."""
    what = _BELOW.get(label.upper()) or _BELOW.get(label.rpartition("_")[2].upper())
    if what is None:
        raise DataError(
            f"{called}: the row {label[:40]!a} is neither a sector of the columns nor TLS, VA or OUT; the file was "
            "edited, download it again"
        )
    return what


def _complete(seen: set[str], below: Mapping[str, Floats], layout: Layout, called: str) -> None:
    lacking = [name for name in layout.cells if name not in seen]
    lacking += [name for what, name in _NAMES.items() if what not in below]
    if lacking:
        raise DataError(
            f"{called} lacks the {_some('row', lacking)}; the file was cut off or edited, download it again"
        )


def _some(what: str, names: list[str]) -> str:
    if len(names) == 1:
        return f"{what} {names[0]}"
    return f"{what}s {', '.join(names[:4])}{f' and {len(names) - 4} more' if len(names) > 4 else ''}"


def _undamaged(bought: Floats, below: Mapping[str, Floats], names: list[str], called: str, *, whole: bool) -> None:
    """Refuse a table whose columns do not add up to their output: a conversion can lose the decimal points."""
    output = below["output"]
    off = np.abs(bought + below["taxes"] + below["value added"] - output)
    bad = off > _SLACK * np.maximum(np.abs(output), np.abs(output).mean())
    if whole and (bad.any() or output.sum() > _WORLD):
        raise DataError(
            f"{called} has no decimal point in any number and its output is {output.sum():,.0f} million dollars: the "
            "file lost its decimal points when it was exported, and its amounts are wrong by different factors; "
            "download it from the OECD again"
        )
    if bad.any():
        worst = int((off / np.maximum(np.abs(output), 1)).argmax())
        raise DataError(
            f"{called}: in {int(bad.sum())} of {len(bad)} columns, inputs, TLS and VA do not add up to OUT, most of "
            f"all in {names[worst]}, by {off[worst]:,.6g}; the file is damaged or edited, download it again"
        )


def _scopes(sectors: list[str]) -> dict[str, list[str]]:
    """Return the sectors of goods and of manufactures, by the ISIC divisions in their codes."""
    divisions = {sector: int(match[1]) for sector in sectors if (match := re.match(r"[A-Z]{0,2}([0-9]{2})", sector))}
    # Rev. 3 mines in divisions 10-14 and manufactures in 15-37; Rev. 4 mines in 05-09 and manufactures in 10-33.
    old = any(re.match(r"[A-Z]?10T14", sector) for sector in sectors)
    first, last = (15, 37) if old else (10, 33)
    scopes = {
        "goods": [sector for sector, division in divisions.items() if division <= last],
        "manufactures": [sector for sector, division in divisions.items() if first <= division <= last],
    }
    return {scope: chosen for scope, chosen in scopes.items() if chosen}
