"""The words of a language as a file, to be translated for labels=."""

from __future__ import annotations

import json

from tradecontext.errors import DataError, shown
from tradecontext.spec import charts
from tradecontext.text import given_words


def words(tag: str, names: list[str]) -> str:
    """Return the words of a language as JSON, of all charts or of those that are named.

    Raises
    ------
    DataError
        If CLDR has no such language, or there is no such chart.
    """
    if unknown := next((name for name in names if name not in charts()), None):
        raise DataError(f"there is no chart {shown(unknown)}; there are {', '.join(charts())}")
    return json.dumps(given_words.template(tag, names or list(charts())), ensure_ascii=False, indent=2)
