"""Paths as people write them."""

from __future__ import annotations

import os
from pathlib import Path


def expanded(path: str | os.PathLike[str]) -> Path:
    """Return a path with ``~`` as the home folder; where there is no such home, as it was written."""
    # The method of Path raises an error instead, also for a file that is called "~draft.html".
    return Path(os.path.expanduser(path))  # noqa: PTH111
