"""Frames as files that are read within milliseconds: a number for each cell, and the labels that numbers stand for."""

from __future__ import annotations

import hashlib
import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import pandas as pd

_HEAD = "head"


def written(frame: pd.DataFrame) -> bytes:
    """Return a frame as the content of a file."""
    columns: dict[str, list[Any]] = {}
    arrays: dict[str, Any] = {}
    for place, name in enumerate(frame.columns):
        arrays[f"column{place}"], labels = _numbers(frame[name])
        columns[str(name)] = [str(frame[name].dtype), labels]
    head = json.dumps({"attrs": frame.attrs, "columns": columns}).encode()
    arrays[_HEAD] = np.frombuffer(head, dtype=np.uint8)
    file = io.BytesIO()
    np.savez(file, **arrays)
    content = file.getvalue()
    return hashlib.sha256(content).digest() + content


def read(content: bytes) -> pd.DataFrame:
    """Return the frame in a file.

    Raises
    ------
    ValueError
        If the file was damaged or changed.
    """
    import pandas as pd

    digest, arrays = content[:32], content[32:]
    if hashlib.sha256(arrays).digest() != digest:
        raise ValueError("the file is not as it was written")
    with np.load(io.BytesIO(arrays), allow_pickle=False) as file:
        head = json.loads(file[_HEAD].tobytes())
        columns = {
            name: _cells(file[f"column{place}"], kind, labels)
            for place, (name, (kind, labels)) in enumerate(head["columns"].items())
        }
    frame = pd.DataFrame(columns)
    frame.attrs = head["attrs"]
    return frame


def _numbers(cells: pd.Series) -> tuple[Any, list[Any] | None]:
    """Return a number for each cell, and the labels if these are not the cells themselves."""
    import pandas as pd

    if isinstance(cells.dtype, pd.PeriodDtype):
        return cells.astype("int64").to_numpy(), None
    if pd.api.types.is_numeric_dtype(cells.dtype):
        return cells.to_numpy(), None
    codes, labels = pd.factorize(cells.astype(object))
    return codes.astype(np.int32), labels.tolist()


def _cells(numbers: Any, kind: Any, labels: list[Any] | None) -> Any:
    import pandas as pd

    if labels is not None:
        coded = pd.Categorical.from_codes(numbers, pd.Index(labels))
        return coded if kind == "category" else pd.Series(coded).astype(kind)
    if kind.startswith("period["):
        of_ordinals: Any = pd.PeriodIndex  # the stubs do not know that it is made of ordinals
        return pd.Series(of_ordinals.from_ordinals(numbers, freq=kind[7:-1]))
    return numbers
