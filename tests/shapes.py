"""Variants of specs for the golden cases of several charts."""

from __future__ import annotations

import copy
from typing import Any

from tradecontext.spec import validate

MADE_UP = "Figures made up to test a shape; no statistic"


def mirrored(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the spec as one in a language written from right to left."""
    spec = copy.deepcopy(spec)
    spec["locale"] |= {"tag": "he", "dir": "rtl"}
    return validate(spec)
