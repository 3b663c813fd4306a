"""The check that the figures of one measure are of one source in one vintage."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError, shown

if TYPE_CHECKING:
    import pandas as pd

#: How many runs of rows an error message lists.
_RANGES_SHOWN = 3


def one_of(frame: pd.DataFrame, what: str) -> tuple[str | None, str | None]:
    """Check that the rows of a measure share one definition and one vintage.

    Parameters
    ----------
    frame : pandas.DataFrame
        The rows to be drawn as one measure. Works after ``concat`` and ``merge``, which turn categories
        into objects and add ``_x`` and ``_y`` to column names.
    what : str
        What the rows are, for the message: "measure", "series", "us_goods_trade".

    Returns
    -------
    tuple of (str or None, str or None)
        Definition and vintage; None where the frame does not say.

    Raises
    ------
    DataError
        If either column has two values, or is filled in some rows and missing in others.
    """
    return _single(frame, "definition", what), _single(frame, "vintage", what)


def _single(frame: pd.DataFrame, column: str, what: str) -> str | None:
    labels = [str(label) for label in frame.columns]
    names = [column] if column in labels else [f"{column}_x", f"{column}_y"]
    columns = [frame.iloc[:, position] for position, label in enumerate(labels) if label in names]
    # A category is read once, however many rows have it: a table of months has a hundred thousand.
    few = (cells.unique() if cells.dtype.name == "category" else cells for cells in columns)
    found = {_text(value) for cells in few for value in cells.astype(object).tolist()}
    if len(found) < 2:
        return found.pop() if found else None
    rows_of: dict[str | None, list[int]] = {}
    for cells in columns:
        for row, value in enumerate(cells.astype(object).tolist()):
            rows_of.setdefault(_text(value), []).append(row)
    if column not in labels:
        both = " and ".join(repr(value) for value in rows_of)
        raise DataError(
            f"{what}: a merge left two {column} columns, {column}_x and {column}_y, with {both}; say which "
            f'belongs to this measure, e.g. merge(…, suffixes=("", "_other")) or rename one to {column!r}'
        )
    described = [
        f"{'no ' + column if value is None else repr(value)} ({_ranges(rows, frame.index)})"
        for value, rows in rows_of.items()
    ]
    count = {2: "two"}.get(len(described), str(len(described)))
    kept = next(value for value in rows_of if value is not None)
    if None in rows_of:
        raise DataError(
            f"some rows of one {what} have a {column} and some have none: {' and '.join(described)}; "
            f"fill in the {column} or leave those rows out, e.g. frame[frame.{column} == {kept!r}]"
        )
    raise DataError(
        f"{count} {column}s in one {what}: {' and '.join(described)}; keep one, e.g. frame[frame.{column} == {kept!r}]"
    )


def _text(value: object) -> str | None:
    return None if _is_missing(value) else str(value)


def _is_missing(value: object) -> bool:
    # The type is compared by name, so that this check, which runs on every update of a chart, does not import pandas.
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return True
    return isinstance(value, float) and math.isnan(value)


def _ranges(rows: list[int], index: pd.Index) -> str:
    """Return rows by their labels, numbers as ranges: ``rows 0-11, 24``; by their places if labels repeat."""
    labels = index[rows].tolist() if index.is_unique else rows
    runs: list[tuple[Any, Any]] = []
    if all(isinstance(label, int) for label in labels):
        for label in sorted(set(labels)):
            if runs and label == runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], label)
            else:
                runs.append((label, label))
    else:
        runs = [(shown(label), shown(label)) for label in labels]
    told = ", ".join(f"{a}" if a == b else f"{a}-{b}" for a, b in runs[:_RANGES_SHOWN])
    more = ", …" if len(runs) > _RANGES_SHOWN else ""
    return f"{'row' if len(rows) == 1 else 'rows'} {told}{more}"
