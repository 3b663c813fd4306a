"""The one error a user of the package has to know."""

from __future__ import annotations


class DataError(ValueError):
    """Figures, options or a spec that cannot be drawn truthfully.

    The message says what was wrong, where (column, row or field), and what to do about it.
    """


def shown(value: object) -> str:
    """Write a value on one short line, for a message."""
    try:
        plain = isinstance(value, (str, bytes, int, float, tuple, list, dict, type(None)))
        text = ascii(value if plain else " ".join(str(value).split()))
    except (ValueError, RecursionError):
        text = f"a very large {type(value).__name__}"
    return text if len(text) <= 80 else text[:77] + "..."
