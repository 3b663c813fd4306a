"""The contract between Python and what draws: validate a spec, bring an old one up to date, write it as text."""

from __future__ import annotations

from tradecontext.spec.as_json import Fields, canonical, copied, to_inline_json, to_json
from tradecontext.spec.contract import migrate, validate
from tradecontext.spec.folders import charts, part, schema
from tradecontext.spec.types import Spec

__all__ = [
    "Fields",
    "Spec",
    "canonical",
    "charts",
    "copied",
    "migrate",
    "part",
    "schema",
    "to_inline_json",
    "to_json",
    "validate",
]
