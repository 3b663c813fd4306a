"""The one error a user of the package has to know."""

from __future__ import annotations


class DataError(ValueError):
    """Figures, options or a spec that cannot be drawn truthfully.

    The message says what was wrong, where (column, row or field), and what to do about it.
    """
