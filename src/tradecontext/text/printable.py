"""Checks of what may be printed: text of one line without hidden characters, addresses to link to, and dates."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from tradecontext.errors import DataError, shown

LONGEST = 2000
"""Most characters that any text may have."""

# Bidirectional embeddings, overrides and isolates reorder what is displayed, so one name could pose as another.
BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def words(value: object, field: str, longest: int = LONGEST) -> str:
    """Return text that may be printed: one line, no control characters, no bidirectional overrides.

    Parameters
    ----------
    value : object
        The value from the author or from the data.
    field : str
        Its name, for the message.
    longest : int
        Most characters allowed.

    Raises
    ------
    DataError
        If it is not text, too long, or has a character that cannot be printed truthfully.
    """
    if not isinstance(value, str):
        raise DataError(f"{field} has to be text, not {type(value).__name__} ({shown(value)})")
    # No-break spaces are kept, because they hold a figure and its unit on one line.
    text = re.sub(r"[^\S\u00a0\u202f]+", " ", value.replace("\ufeff", "")).strip()
    if why := unprintable(text):
        raise DataError(f"{field} has {why}; take it out")
    if len(text) > longest:
        raise DataError(f"{field} is {len(text):,} characters long; at most {longest:,} can be printed")
    return text


def unprintable(text: str) -> str:
    """Say which character of a text cannot be printed truthfully, and where; an empty text if all can."""
    for place, character in enumerate(text, 1):
        code = ord(character)
        if code in BIDI or unicodedata.category(character) in {"Cc", "Cs"}:
            kind = (
                "a bidirectional control"
                if code in BIDI
                else "half a surrogate pair"
                if 0xD800 <= code <= 0xDFFF
                else "a control character"
            )
            return f"{kind} (U+{code:04X}) at character {place}"
    return ""


def filled(value: object, field: str, longest: int = 300, hint: str = "give it words") -> str:
    """Return text as :func:`words` does, and refuse it if it is empty.

    Raises
    ------
    DataError
        If nothing is left to print; the message ends with `hint`, which says what to do.
    """
    text = words(value, field, longest)
    if not text:
        raise DataError(f"{field} is empty; {hint}")
    return text


def link(value: object, field: str) -> str:
    """Return a web address that may be printed as a link.

    Raises
    ------
    DataError
        If it is not an http or https address.
    """
    text = words(value, field)
    if not re.fullmatch(r"https?://[^\s\"'<>`\\]+", text):
        raise DataError(f"{field} is {text[:80]!r}; only http:// and https:// addresses without quotes can be linked")
    if not has_host(text):
        raise DataError(f"{field} is {text[:80]!r}, which names no host; give the whole address")
    return text


def has_host(address: str) -> bool:
    """Say whether a web address can be parsed and names a host."""
    try:
        parts = urlsplit(address)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def day(value: object, field: str) -> str:
    """Return an ISO date from a text or a date.

    Raises
    ------
    DataError
        If it is not a valid date.
    """
    import datetime as dt

    text = value.isoformat()[:10] if isinstance(value, dt.date) else words(value, field)
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise DataError(f"{field} is {text[:40]!r}; give a day as 2025-03-26") from None
