"""A spec as JSON text that is deterministic and can be escaped for a page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Fields: TypeAlias = dict[str, Any]
"""A spec of any chart, whose fields are looked up by name."""

TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')

# Inside strings: template engines would run "{{", "{%", "{#" and "${" as expressions, and WordPress would run "[name]"
# as a shortcode, so these brackets are escaped. JSON's own "[[" is separated by a space instead.
READ = re.compile(r"[\[\]]|\{(?=[{%#!])|(?<=[$#])\{")

EXACT = 2**53
"""Below this, every whole number is exact as a float, in Python and in JavaScript."""


def canonical(value: Any) -> Any:
    """Copy JSON with whole floats as integers, as JavaScript writes them: 2024.0 becomes 2024."""
    if isinstance(value, dict):
        return {key: canonical(each) for key, each in value.items()}
    if isinstance(value, list):
        return [canonical(each) for each in value]
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < EXACT else value


def copied(value: Any) -> Any:
    """Copy dicts and lists, several times faster than ``copy.deepcopy``; other values are not copied."""
    if isinstance(value, dict):
        return {key: copied(each) for key, each in value.items()}
    return [copied(each) for each in value] if isinstance(value, list) else value


def to_json(spec: Mapping[str, object], indent: int | None = None) -> str:
    """Write a spec as JSON; the same spec always gives the same text."""
    separators = (",", ":") if indent is None else None
    return json.dumps(spec, ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def to_inline_json(spec: Mapping[str, object]) -> str:
    """Write a spec as JSON that may stand inside a ``<script>`` element."""
    text = to_json(spec)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    text = TEXT.sub(lambda found: READ.sub(lambda each: f"\\u{ord(each[0]):04x}", found[0]), text)
    return text.replace("[[", "[ [")
