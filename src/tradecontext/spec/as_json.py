"""A spec as text: same spec, same text, safe inside a page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Fields: TypeAlias = dict[str, Any]
"""A spec of whichever chart, whose fields are looked up by their names."""

TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')

# To a template engine an expression, to WordPress a command. Where JSON itself has brackets side by side, a space parts
# them.
READ = re.compile(r"[\[\]]|\{(?=[{%#!])|(?<=[$#])\{")

EXACT = 2**53
"""Below this every whole number is exact in every engine."""


def canonical(value: Any) -> Any:
    """Copy JSON with whole numbers as integers, as JavaScript writes them: 2024.0 is 2024."""
    if isinstance(value, dict):
        return {key: canonical(each) for key, each in value.items()}
    if isinstance(value, list):
        return [canonical(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < EXACT else value


def copied(value: Any) -> Any:
    """Copy JSON, several times faster than what copies anything; whatever else there is stays itself."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def to_json(spec: Mapping[str, object], indent: int | None = None) -> str:
    """Write a spec as JSON: same spec, same text."""
    separators = (",", ":") if indent is None else None
    return json.dumps(spec, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def to_inline_json(spec: Mapping[str, object]) -> str:
    """Write a spec as JSON that may stand inside a ``<script>`` element."""
    text = to_json(spec)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    text = TEXT.sub(lambda found: READ.sub(lambda each: f"\\u{ord(each[0]):04x}", found[0]), text)
    return text.replace("[[", "[ [")
