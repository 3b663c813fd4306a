"""What a service sent in place of figures, a web page or an error in XML, told in words."""

from __future__ import annotations

import html
import re

#: Longer messages are pages, whose beginning says enough.
_LONGEST = 160
_PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)
_ERROR = re.compile(r"error|exception|NoRecordsFound|fault", re.IGNORECASE)


def words(text: str) -> str:
    """Return what markup says: its text without tags, also where the tags are themselves written as text."""
    for _ in range(2):
        text = _TAG.sub(" ", text)
        text = html.unescape(text)
    said = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def refused(text: str, called: str, advice: str) -> str:
    """Word what a file of markup is, for the message that refuses it."""
    start = text.lstrip()
    if start.startswith(("<?xml", "<string")) or ("xmlns" in start[:500] and not _PAGE.match(start)):
        said = words(text)
        if _ERROR.search(start):
            code = re.search(r"NoRecordsFound", text)
            told = f": {said!r}" if said else f" ({code[0]})" if code else ""
            return f"{called} is an error message of the service, in XML, and not figures{told}; {advice}"
        return f"{called} is XML, not a table: {advice}"
    return f"{called} is a web page, not figures: the download was refused or the address is wrong"
