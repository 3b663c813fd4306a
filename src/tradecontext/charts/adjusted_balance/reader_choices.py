"""The reader's choice of an assumed share of US content."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradecontext.spec.reader_choices import Choice

if TYPE_CHECKING:
    from collections.abc import Mapping


def _is_share(spec: Mapping[str, Any], value: Any) -> bool:
    if value is None:
        return True
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return "amounts" in spec and number and 0 <= value <= 1


def _shares(spec: Mapping[str, Any]) -> str:
    return "a fraction of 0 to 1, or None" if "amounts" in spec else "None: there are no flows to apply it to"


CHOICES = {"us_content": Choice(_is_share, _shares)}
