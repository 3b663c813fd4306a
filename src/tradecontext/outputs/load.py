"""Load specs, and make charts of them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError, named, several, shown
from tradecontext.outputs.carried import spec_in
from tradecontext.outputs.carried.packing import LARGEST
from tradecontext.paths import given_path
from tradecontext.spec import charts, migrate, part

if TYPE_CHECKING:
    from pathlib import Path

    from tradecontext.spec import Spec
    from tradecontext.widget.chart import Chart


def from_spec(source: Mapping[str, Any] | str | Path) -> Chart:
    """Make a chart of a spec, after checking it against its schema and for consistency, whoever wrote it.

    Parameters
    ----------
    source : mapping, or path of a file
        The spec, as JSON or in a PNG, SVG or PDF that carries it; one of an older version is brought up to date.

    Returns
    -------
    Chart
        Of the kind that the spec names. Its words can be changed; options that need the data are refused.

    Raises
    ------
    DataError
        Naming every invalid field, and why it is invalid.
    """
    if isinstance(source, Mapping):
        spec = migrate(dict(source))
    elif isinstance(source, (str, os.PathLike)):
        spec = read_spec(given_path(source, "read"))
    else:
        raise DataError(f"a spec is a mapping, or the path of a file, not {type(source).__name__}")
    return chart_class(spec["chart"]).from_spec(spec)


def chart_class(stem: str) -> type[Chart]:
    """Return the chart class whose specs have this name."""
    if stem not in charts():
        raise DataError(f"no chart is called {stem!r}; there are {', '.join(charts())}")
    found: type[Chart] = getattr(part(stem, "chart"), "".join(word.capitalize() for word in stem.split("_")))
    return found


def read_spec(path: Path) -> Spec:
    """Read a spec, migrate it to the newest version, and check it against its schema and for consistency.

    Raises
    ------
    DataError
        Naming the file and every invalid field.
    """
    found = read_json(path)
    try:
        return migrate(found)
    except DataError as error:
        raise several([f"{named(path)}: {fault}" for fault in error.faults]) from None


def read_json(path: Path) -> object:
    """Parse a JSON file or what a picture carries, whatever it contains, up to the largest size of a spec.

    Raises
    ------
    DataError
        Naming the file.
    """
    name = named(path)
    try:
        with path.open("rb") as file:
            # A file such as a pipe has no size and may have no end, so the size is limited while reading.
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise DataError(f"cannot read the spec {name}: {error.strerror}") from None
    except ValueError as error:
        raise DataError(f"cannot read the spec {name}: {error}") from None
    if len(content) > LARGEST:
        raise DataError(f"{name} has more than {LARGEST:,} bytes; that is no spec")
    try:
        inside = spec_in(content)
        if inside is not None:
            name = f"the spec in {name}"
        return json.loads(content.decode("utf-8-sig") if inside is None else inside, object_pairs_hook=_once)
    except DataError as error:
        raise DataError(f"{name} {error}") from None
    except UnicodeDecodeError:
        raise DataError(f"{name} is not UTF-8 text; a spec is a JSON file") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}: {error.msg}"
        raise DataError(f"{name} is not JSON ({where})") from None
    except (RecursionError, ValueError):
        raise DataError(f"{name} is nested too deeply, or has a number too long, for a spec") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse duplicate fields: which of the two counts would depend on the parser."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DataError(f"has the field {shown(twice)} twice in one place; keep one")
    return found
