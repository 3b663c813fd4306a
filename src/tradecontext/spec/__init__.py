"""The contract between Python and the renderer: validate a spec, migrate an old one, write it as JSON."""

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
