"""Describe what a service sent instead of figures: a web page, or an error message in XML."""

from __future__ import annotations

import html
import re

#: Characters to quote; a longer text is a whole page, whose beginning is enough.
_LONGEST = 160
_PAGE = re.compile(r"<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)
_ERROR = re.compile(r"error|exception|NoRecordsFound|fault", re.IGNORECASE)


def words(text: str) -> str:
    """Return the text of markup without its tags, including tags that are escaped as entities."""
    for _ in range(2):
        text = _TAG.sub(" ", text)
        text = html.unescape(text)
    said = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def refused(text: str, called: str, advice: str) -> str:
    """Describe a file of markup, for the message that refuses it."""
    start = text.lstrip()
    if start.startswith(("<?xml", "<string")) or ("xmlns" in start[:500] and not _PAGE.match(start)):
        said = words(text)
        if _ERROR.search(start):
            code = re.search(r"NoRecordsFound", text)
            detail = f": {said!r}" if said else f" ({code[0]})" if code else ""
            return f"{called} is an error message of the service, in XML, and not figures{detail}; {advice}"
        return f"{called} is XML, not a table: {advice}"
    return f"{called} is a web page, not figures: the download was refused or the address is wrong"
