"""Figures for corrections: unit and "deficit" or "surplus" are written out, since there is no column header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tradecontext.text.language import Language


def amount(value: float | None, spec: Any, language: Language) -> str:
    """Return an amount of money in the scale of its own; words if there is none."""
    return language.terms["no_data"] if value is None else language.amount(abs(value), str(spec.get("currency", "USD")))


def balance(value: float | None, spec: Any, language: Language) -> str:
    """Return a balance in words: "deficit $171.5 billion"."""
    text = amount(value, spec, language)
    return f"{language.terms['deficit' if value < 0 else 'surplus']} {text}" if value else text
