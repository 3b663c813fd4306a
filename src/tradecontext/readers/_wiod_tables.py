"""Parse the World Input-Output Database, 2013 release, as the R package wiod lays it out."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any

import numpy as np

from tradecontext.errors import DataError
from tradecontext.intake import provenance

if TYPE_CHECKING:
    from tradecontext.measures.value_added import MRIO
    from tradecontext.readers._icio_files import Opened

DEFINITION = "wiod_tables"
VINTAGE = "2013"

_PARTS = ("countries", "industries", "inter", "final", "output")
_CODES = {"ROM": "ROU", "RoW": "ROW"}
#: Gap allowed in a sector's output, as a share of it or of the mean output: the table is rounded to million dollars.
_ROUNDED = 0.01


def read(table: Opened, year: int | None, tolerance: float) -> MRIO:
    """Read the table.

    Raises
    ------
    DataError
        When rdata is not installed, or the file holds no such table, or one of another year.
    """
    from tradecontext.measures.value_added import MRIO

    parts, found = _parts(_objects(table), table.called)
    if year is not None and found not in {None, year}:
        raise DataError(f"{table.called} has no table of {year}; it has {found}")
    countries = [_CODES.get(str(code), str(code)) for code in parts["countries"]]
    industries = [str(code) for code in parts["industries"]]
    inputs = _figures(parts, "inter", table.called)
    kinds, size = _figures(parts, "final", table.called), len(countries) * len(industries)
    if inputs.shape != (size, size) or kinds.ndim != 2 or len(kinds) != size or kinds.shape[1] % len(countries):
        raise DataError(
            f"{table.called} has {len(countries)} countries of {len(industries)} industries, and its tables are "
            f"{_size(inputs)} (inter) and {_size(kinds)} (final); the file was edited or is damaged"
        )
    final = kinds.reshape(size, len(countries), -1).sum(axis=2)
    made, output = inputs.sum(axis=1) + final.sum(axis=1), _figures(parts, "output", table.called)
    if output.shape != made.shape or (np.abs(made - output) > _ROUNDED * np.maximum(made, made.mean())).any():
        raise DataError(f"{table.called}: the rows do not add up to output; the file is damaged, download it again")
    numbers = {code: int(match[1]) for code in industries if (match := re.fullmatch("c([0-9]+)", code))}
    source = provenance.find(DEFINITION, VINTAGE)
    return MRIO(
        inputs,
        final,
        None,
        countries,
        industries,
        goods=[code for code, number in numbers.items() if number <= 16] or None,
        manufactures=[code for code, number in numbers.items() if 3 <= number <= 16] or None,
        tolerance=tolerance,
        year=found or table.year or year,
        unit="usd_million",
        source=source.text() if source else None,
    )


def _objects(table: Opened) -> dict[str, Any]:
    try:
        import rdata
    except ImportError:
        raise DataError(
            f"{table.called} is an R data file; reading it needs rdata: pip install 'tradecontext[icio]'"
        ) from None
    try:
        with warnings.catch_warnings():
            # rdata warns about the R class of the table, which is not needed: only the list in it is read.
            warnings.simplefilter("ignore")
            objects = rdata.conversion.convert(rdata.parser.parse_data(table.file.read()))
    except Exception as error:  # noqa: BLE001
        # A damaged file can make the library raise almost any exception.
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise DataError(f"{table.called} cannot be read as an R data file ({why}); download it again") from None
    return {str(name): value for name, value in objects.items()} if isinstance(objects, dict) else {"": objects}


def _parts(objects: dict[str, Any], called: str) -> tuple[dict[str, Any], int | None]:
    """Find the table: one list of its parts, or an object for each with the year at the end of its name."""
    for value in objects.values():
        if isinstance(value, dict) and set(_PARTS) <= set(map(str, value)):
            parts = {str(name): each for name, each in value.items()}
            year = parts.get("year")
            return parts, None if year is None else int(np.asarray(year).ravel()[0])
    plain = {re.sub("[0-9]+$", "", name): value for name, value in objects.items()}
    if set(_PARTS) <= set(plain):
        ends = {match[1] for name in objects if (match := re.fullmatch("inter([0-9]{2})", name))}
        if len(ends) > 1:
            raise DataError(f"{called} holds {len(ends)} tables; save one a file")
        short = int(ends.pop()) if ends else None
        return plain, None if short is None else short + (1900 if short >= 90 else 2000)
    raise DataError(
        f"{called} holds {', '.join(list(objects)[:6]) or 'nothing'}, and not a table of WIOD's 2013 release as the R "
        f"package wiod has it: {', '.join(_PARTS)}"
    )


def _figures(parts: dict[str, Any], name: str, called: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    try:
        return np.ma.filled(np.ma.asarray(parts[name]).astype(np.float64), np.nan)
    except (TypeError, ValueError):
        raise DataError(f"{called}: {name} is no table of numbers") from None


def _size(array: np.ndarray[Any, Any]) -> str:
    return " by ".join(map(str, array.shape))
