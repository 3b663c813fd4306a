"""The words around a drawing: headline to source line, from the author's options or from the data."""

from __future__ import annotations

import base64
import re
import unicodedata
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradecontext.errors import DataError

if TYPE_CHECKING:
    from tradecontext.language import Language

LONGEST = 2000
LONG_HEADLINE = 90
LARGEST_LOGO = 70_000
LOGO_TYPES = {
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".gif": "gif",
    ".webp": "webp",
    ".svg": "svg+xml",
}

# Characters that turn the reading order round or hide it: a name could pose as another.
BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}


def words(value: object, field: str, longest: int = LONGEST) -> str:
    """Text as it may be printed: one line, no control characters, no bidirectional overrides.

    Parameters
    ----------
    value : object
        What the author or the data gave.
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
        raise DataError(f"{field} has to be text, not {type(value).__name__} ({str(value)[:40]!a})")
    # No-break spaces stay: they keep a figure and its unit on one line.
    text = re.sub(r"[^\S\u00a0\u202f]+", " ", value.replace("\ufeff", "")).strip()
    for place, character in enumerate(text):
        code = ord(character)
        if code in BIDI or unicodedata.category(character) in {"Cc", "Cs"}:
            kind = (
                "a bidirectional control"
                if code in BIDI
                else "half a surrogate pair"
                if 0xD800 <= code <= 0xDFFF
                else "a control character"
            )
            raise DataError(f"{field} has {kind} (U+{code:04X}) at character {place + 1}; take it out")
    if len(text) > longest:
        raise DataError(f"{field} is {len(text):,} characters long; at most {longest:,} can be printed")
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
        raise DataError(f"{field} is {text[:80]!a}; only http:// and https:// addresses without quotes can be linked")
    return text


def sources(value: object) -> list[dict[str, str]]:
    """Source lines from what an author gives: a text, a (text, url) pair, a mapping, or several of these."""
    if isinstance(value, str):
        return [{"text": _named(value, "source")}]
    if isinstance(value, Mapping):
        unknown = set(value) - {"text", "url", "vintage", "definition"}
        if unknown or "text" not in value:
            raise DataError(f"source takes text, url, vintage and definition; it has {', '.join(map(str, value))}")
        line = {key: _named(value[key], f"source {key}") for key in ("text", "vintage", "definition") if value.get(key)}
        return [line | ({"url": link(value["url"], "source url")} if value.get("url") else {})]
    if isinstance(value, Sequence) and value:
        if len(value) == 2 and isinstance(value[1], str) and "://" in value[1]:
            return [{"text": _named(value[0], "source"), "url": link(value[1], "source url")}]
        if len(value) == 2 and isinstance(value[1], str) and ":" in value[1] and not value[1].count(" "):
            link(value[1], "source url")
        return [line for each in value for line in sources(each)]
    raise DataError("source has to be a text, a (text, url) pair, or a list of these")


def from_attrs(source: object) -> list[dict[str, str]]:
    """Source lines from ``frame.attrs["source"]``, which readers fill and users may too."""
    if isinstance(source, Mapping):
        text = source.get("text") or ", ".join(str(source[key]) for key in ("publisher", "title") if source.get(key))
        return sources({"text": text} | ({"url": source["url"]} if source.get("url") else {}))
    return sources(source)


def _named(value: object, field: str) -> str:
    text = words(value, field)
    if not text:
        raise DataError(f"{field} is empty; name the publisher and the table")
    if len(text) > 300:
        raise DataError(f"{field} is {len(text)} characters long; at most 300 can be printed")
    return text


def day(value: object, field: str) -> str:
    """Return an ISO date, from text or a date.

    Raises
    ------
    DataError
        If it is no day of the calendar.
    """
    import datetime as dt

    text = value.isoformat()[:10] if isinstance(value, dt.date) else words(value, field)
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise DataError(f"{field} is {text[:40]!a}; give a day as 2025-03-26") from None


def _logo(value: object) -> dict[str, str]:
    if isinstance(value, Mapping):
        return {"src": str(value.get("src", "")), "alt": words(value.get("alt", ""), "logo alt")}
    path, alt = (value[0], value[1]) if isinstance(value, Sequence) and not isinstance(value, str) else (value, "")
    file = Path(str(path))
    kind = LOGO_TYPES.get(file.suffix.lower())
    if kind is None:
        raise DataError(f"logo {file.name!a} is not a picture ({', '.join(LOGO_TYPES)})")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DataError(f"logo {str(file)!a} cannot be read: {error.strerror}") from None
    if len(data) > LARGEST_LOGO:
        raise DataError(
            f"logo {file.name!a} has {len(data):,} bytes; at most {LARGEST_LOGO:,}, since every page carries it"
        )
    return {
        "src": f"data:image/{kind};base64,{base64.b64encode(data).decode()}",
        "alt": words(alt, "logo alt"),
    }


def correction(value: object) -> dict[str, str]:
    """Return a correction's date and text, from a (date, text) pair or a mapping."""
    if isinstance(value, Mapping):
        value = (value.get("date"), value.get("text"))
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != 2:
        raise DataError("correction has to be a (date, text) pair")
    return {"date": day(value[0], "correction date"), "text": _named(value[1], "correction text")}


def written(options: Mapping[str, Any], default: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Build the frame of a spec: the author's words where given, those written from the data elsewhere.

    Parameters
    ----------
    options : mapping
        The author's options; None means not given, an empty text leaves the part out.
    default : mapping
        headline, short_headline, subtitle, alt (str), notes (list of str), sources (list of source lines).
    language : Language
        Writes the dates.
    """

    def given(field: str) -> str:
        value = options.get(field)
        return words(default.get(field, "") if value is None else value, field)

    if isinstance(options.get("headline"), str) and len(options["headline"]) > LONG_HEADLINE:
        length = len(options["headline"])
        warnings.warn(
            f"headline is {length} characters long; over {LONG_HEADLINE} it runs to many lines on a phone",
            stacklevel=6,
        )
    frame: dict[str, Any] = {
        **{field: given(field) for field in ("headline", "short_headline", "subtitle")},
        "notes": [_named(note, "note") for note in default["notes"]],
        "note": given("note"),
        "sources": sources(options["source"]) if options.get("source") is not None else list(default["sources"]),
        **{field: given(field) for field in ("byline", "credit", "alt")},
    }
    if options.get("logo") is not None:
        frame["logo"] = _logo(options["logo"])
    return dated(frame, options, language)


def dated(frame: dict[str, Any], options: Mapping[str, Any], language: Language) -> dict[str, Any]:
    """Add when the chart was published, updated and corrected, and its name at the desk, in words too."""
    line = []
    for field in ("published", "updated"):
        if options.get(field) is not None:
            frame[field] = day(options[field], field)
            line.append(language.sentence(field, date=language.date(frame[field])))
    if options.get("correction") is not None:
        frame["correction"] = correction(options["correction"])
        date, text = language.date(frame["correction"]["date"]), frame["correction"]["text"]
        line.append(language.sentence("correction", date=date, text=text))
    if options.get("chart_id") is not None:
        line.append(language.sentence("chart_id", id=options["chart_id"]))
    if line:
        frame["dateline"] = line
    return frame
