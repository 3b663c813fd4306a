"""Progress bars for what is long, in a terminal or notebook, if tqdm is installed."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: Requests that are too few for a bar, which would only flicker.
_FEW = 5


@contextmanager
def bar(what: str, total: int, done: int = 0, unit: str = " answers") -> Iterator[Callable[[int], Any]]:
    """Show a bar; what is yielded tells it how much more is done."""
    looked_at = "ipykernel" in sys.modules or (sys.stderr is not None and sys.stderr.isatty())
    tqdm = _tqdm() if looked_at and (unit == "B" or total >= _FEW) else None
    if tqdm is None:
        yield lambda _count: None
        return
    with tqdm(desc=what, initial=done, total=total or None, unit=unit, unit_scale=unit == "B", leave=False) as shown:
        yield shown.update


def _tqdm() -> Any:
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return None
    return tqdm
